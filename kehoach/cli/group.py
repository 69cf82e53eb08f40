"""The table of commands; a command's module is imported only when it is called or listed."""

from collections.abc import Mapping
from importlib import import_module
from keyword import iskeyword

import click
from click.exceptions import NoSuchCommand

from kehoach.i18n import N_, _

# Section of the help -> command -> module of kehoach.cli that holds a click command of that name.
SECTIONS: Mapping[str, Mapping[str, str]] = {
    N_("Reading documents"): {
        "extract": "extract",
        "ingest": "ingest",
        "reread": "reread",
        "watch": "watch",
        "inbox": "inbox",
    },
    N_("Asking"): {
        "deadlines": "deadlines",
        "documents": "documents",
        "show": "show",
        "ask": "ask",
        "search": "search",
        "export": "export",
        "digest": "digest",
    },
    N_("Checking"): {
        "check": "check",
        "finding": "finding",
        "correct": "correct",
        "settle": "settle",
        "gold": "gold",
        "rules": "rules",
        "explain": "rules",
        "register": "register",
    },
    N_("Looking after it"): {
        "serve": "serve",
        "account": "serve",
        "schema": "schema",
        "backup": "backup",
        "merge": "merge",
        "import": "import_",
        "publish": "publish",
        "doctor": "doctor",
    },
}

MODULES: Mapping[str, str] = {
    name: module for section in SECTIONS.values() for name, module in section.items()
}


class Commands(click.Group):
    """A group that finds its commands in `SECTIONS`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All names, in the order of the help."""
        return list(MODULES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, its module imported now; `None` for an unknown name."""
        if cmd_name not in MODULES:
            return None
        name = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name  # Python has an `import` too
        found = getattr(import_module(f"kehoach.cli.{MODULES[cmd_name]}"), name)
        assert isinstance(found, click.Command)
        return found

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click's, with the nearest of our names for an unknown one."""
        try:
            return super().resolve_command(ctx, args)
        except NoSuchCommand as unknown:
            raise NoSuchCommand(unknown.command_name, possibilities=MODULES, ctx=ctx) from None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands under their sections' titles."""
        for title, names in SECTIONS.items():
            with formatter.section(_(title)):
                formatter.write_dl(
                    [
                        (name, command.get_short_help_str(limit=90))
                        for name in names
                        if (command := self.get_command(ctx, name))
                    ]
                )
