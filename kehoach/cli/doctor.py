"""`kehoach doctor`: is everything there, and is the database whole?"""

import click
from rich.text import Text

from kehoach.cli.command import command, json_option
from kehoach.cli.output import console, plain, print_json
from kehoach.errors import Exit
from kehoach.i18n import _
from kehoach.settings import Settings


@command(
    "doctor",
    help=_(
        "Say what is installed, what is missing, whether the database is whole and "
        "the drop folder can be watched."
    ),
    examples=("doctor", "doctor --thorough --json"),
)
@click.option("--thorough", is_flag=True, help=_("Read every record and original file too."))
@json_option
def doctor(settings: Settings, thorough: bool, as_json: bool) -> Exit:
    """Exit code 4 where the database is not whole; what else is missing is only named."""
    from kehoach.health import database, programs
    from kehoach.watch.doctor import watching

    installed = list(programs())
    stored = list(database(settings, thorough=thorough))
    watched = list(watching(settings))
    if as_json:
        print_json(
            {
                "programs": [vars(p) for p in installed],
                "database": [vars(p) for p in stored],
                "watching": [vars(p) for p in watched],
            }
        )
    else:
        for part in (*installed, *stored, *watched):
            mark = plain("✓", "green") if part.well else plain("✗", "bold red")
            pieces = [mark, plain(f"{part.name}:", "bold"), plain(part.detail)]
            if part.advice and (not part.well or part in stored):
                pieces.append(plain(f"→ {part.advice}", "green"))
            console().print(Text(" ").join(pieces), soft_wrap=True)
    return Exit.DONE if all(part.well for part in stored) else Exit.DATABASE
