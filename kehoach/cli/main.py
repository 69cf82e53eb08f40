"""From the words of a command line to an exit code; every trouble ends here as one line."""

import os
import sys
from collections.abc import Sequence
from typing import TextIO

import click

from kehoach import __version__
from kehoach.cli.group import Commands
from kehoach.cli.output import tell, tell_fault
from kehoach.errors import CommandError, Exit
from kehoach.i18n import Language, _, speak_everywhere
from kehoach.settings import preferred_language
from store.errors import BadCorrection, BadQuestion, NotFound, StoreError

FAULT = 70  # a fault of the program itself (EX_SOFTWARE); never 1, which means findings
INTERRUPTED = 130


def run(args: Sequence[str]) -> int:
    """Run one command line (without the program's name); returns the exit code."""
    _write_utf8(sys.stdout, sys.stderr)
    speak_everywhere(spoken_language(args))
    try:
        return _run_command(args)
    except click.UsageError as error:
        _tell_usage(error)
        return Exit.USAGE
    except click.ClickException as error:
        tell(error.format_message())
        return Exit.USAGE
    except CommandError as error:
        tell(f"{error.message} {error.advice}".strip())
        return error.exit
    except StoreError as error:
        what = f"{_(error.message)} {_(error.advice)}".strip()
        tell(what.format(**error.values))
        return (
            Exit.USAGE
            if isinstance(error, NotFound | BadCorrection | BadQuestion)
            else Exit.DATABASE
        )
    except (KeyboardInterrupt, click.Abort):
        tell(_("Stopped."))
        return INTERRUPTED
    except BrokenPipeError:  # `| head` has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Exit.DONE
    except Exception:
        tell_fault()
        return FAULT


def spoken_language(args: Sequence[str]) -> Language:
    """The language that the command line asks for, known before anything is said."""
    for at, arg in enumerate(args):
        if arg.startswith("--lang"):
            wanted = arg.removeprefix("--lang=") if "=" in arg else "".join(args[at + 1 : at + 2])
            return "en" if wanted == "en" else "vi"
    return preferred_language()


def command_line() -> click.Group:
    """The whole command line, in the language spoken now."""

    @click.group(
        "kehoach",
        cls=Commands,
        help=_(
            "Reads administrative plans (kế hoạch), answers what is due when, and shows where "
            "plans contradict themselves and the plans above them."
        ),
        epilog=_("Options stand after the command's name: kehoach COMMAND --help"),
        subcommand_metavar=_("COMMAND [ARGUMENTS]..."),
        options_metavar="",
        no_args_is_help=False,
        invoke_without_command=True,
    )
    @click.version_option(__version__, prog_name="kehoach")
    @click.option("--lang", type=click.Choice(["vi", "en"]), help=_("Vietnamese or English."))
    @click.pass_context
    def kehoach(ctx: click.Context, lang: str | None) -> int:
        if ctx.invoked_subcommand is None:
            click.echo(ctx.get_help())
        return Exit.DONE

    assert isinstance(kehoach, click.Group)
    return kehoach


def _run_command(args: Sequence[str]) -> int:
    code = command_line().main(list(args), prog_name="kehoach", standalone_mode=False)
    sys.stdout.flush()
    return int(code or 0)


def _tell_usage(error: click.UsageError) -> None:
    """One line: what is wrong, and where it is written how it should be."""
    path = error.ctx.command_path if error.ctx else "kehoach"
    what = " ".join(error.format_message().split())
    tell(_("{what} See: {command} --help").format(what=what, command=path))


def _write_utf8(*streams: TextIO) -> None:
    """UTF-8 whatever the locale; a file name's stray bytes are escaped instead of failing."""
    for stream in streams:
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="backslashreplace")
