"""`kehoach digest`: what is new, due, overdue and wrong, as a file to send or to print."""

import datetime as dt
from pathlib import Path

import click

from kehoach.cli.command import Day, command
from kehoach.cli.output import tell, write_file
from kehoach.errors import BadRequest, Exit
from kehoach.i18n import _
from kehoach.settings import Settings


@command(
    "digest",
    help=_("Write the day's digest: new plans, what is due and overdue, errors found."),
    examples=("digest --to ban-tin.html", "digest --to ban-tin.txt --since 2025-03-01"),
)
@click.option(
    "--to",
    required=True,
    type=click.Path(path_type=Path, dir_okay=False),
    help=_("The file to write; its ending says the form: .txt or .html."),
)
@click.option(
    "--since", type=Day(), help=_("New is what came from this day on; yesterday unless said.")
)
def digest(settings: Settings, to: Path, since: dt.date | None) -> Exit:
    """A whole file or none."""
    from kehoach.watch.digest import gather
    from kehoach.watch.digest_page import as_html, as_text
    from store import open_store

    form = {".txt": as_text, ".html": as_html}.get(to.suffix.casefold())
    if form is None:
        raise BadRequest(
            _("{path} is neither .txt nor .html.").format(path=to),
            _("Give it one of these endings."),
        )
    with open_store(settings.db, read_only=True) as store:
        words = form(gather(store, settings, since or settings.today - dt.timedelta(days=1)))
    write_file(to, words)
    tell(_("Written to {path}.").format(path=to))
    return Exit.DONE
