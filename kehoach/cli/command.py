"""What every command shares: the options understood everywhere, and help with examples."""

import datetime as dt
from collections.abc import Callable, Sequence
from functools import wraps
from pathlib import Path
from typing import TypeVar

import click

from kehoach.errors import Exit
from kehoach.i18n import _, language
from kehoach.remote import path_of
from kehoach.settings import load_settings

Body = Callable[..., Exit]
Known = TypeVar("Known", bound=str)


class Day(click.ParamType[dt.date]):
    """A day as `2024-09-30`, or as people here write it, `30/09/2024`."""

    name = "YYYY-MM-DD"

    def convert(
        self, value: str | dt.date, param: click.Parameter | None, ctx: click.Context | None
    ) -> dt.date:
        """The day; fails with advice where the value is none."""
        if isinstance(value, dt.date):
            return value
        for form in ("%Y-%m-%d", "%d/%m/%Y"):
            try:
                return dt.datetime.strptime(value, form).date()  # noqa: DTZ007 - a day, no time
            except ValueError:
                continue
        return self.fail(_("{value} is not a day such as 2024-09-30.").format(value=repr(value)))


class Place(click.ParamType[Path]):
    """A file or folder of this machine, or an address such as `s3://bucket/folder`."""

    name = "path"

    def convert(
        self, value: str | Path, param: click.Parameter | None, ctx: click.Context | None
    ) -> Path:
        """The path; it need not be there: what is wrong with it is told with the file."""
        return path_of(value)


def command(name: str, help: str, examples: Sequence[str]) -> Callable[[Body], click.Command]:  # noqa: A002
    """Make a command of a function of the settings and its own options.

    `help` is shown above the options, the first sentence in the list of commands; `examples`
    are command lines without `kehoach`.
    """
    lines = "\n".join(f"  kehoach {example}" for example in examples)
    epilog = "\b\n" + _("Examples:") + "\n" + lines

    def decorate(body: Body) -> click.Command:
        @click.command(name, help=help, epilog=epilog, options_metavar=_("[OPTIONS]"))
        @click.option(
            "--db",
            type=click.Path(path_type=Path, dir_okay=False),
            help=_("The database; outputs/kehoach.db or KEHOACH_DB unless given."),
        )
        @click.option(
            "--lang", type=click.Choice(["vi", "en"]), help=_("Language of what people read.")
        )
        @click.option("--today", type=Day(), help=_("This day instead of the clock's."))
        @wraps(body)
        def run(
            db: Path | None, lang: str | None, today: dt.date | None, **options: object
        ) -> Exit:
            # `--lang` was heeded before anything was said; here it only has to be declared.
            return body(load_settings(db=db, lang=language(), today=today), **options)

        # Own options first, in the order written; those of every command after them.
        run.params.sort(key=lambda param: param.name in ("db", "lang", "today"))
        return run

    return decorate


def one_of(known: Sequence[Known], value: str | None) -> Known | None:
    """The known value that an option names; the option's own type lets no other pass."""
    return next((each for each in known if each == value), None)


def json_option(body: Body) -> Body:
    """`--json`: one JSON value on standard output and nothing else there."""
    return click.option("--json", "as_json", is_flag=True, help=_("Print JSON, for programs."))(
        body
    )


def label_option(body: Body) -> Body:
    """`--label`: only plans that a sub-folder or a side file gave this label."""
    return click.option(
        "--label",
        metavar=_("LABEL"),
        help=_("Of plans with this label: a sub-folder's name, or a side file's."),
    )(body)
