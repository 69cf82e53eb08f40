"""`kehoach digest`: what is new, due, overdue and wrong, as a file to send or to print."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kehoach.cli.command import Day, command
from kehoach.cli.output import tell, write_file
from kehoach.errors import BadRequest, Exit
from kehoach.i18n import _
from kehoach.settings import Settings

if TYPE_CHECKING:
    from kehoach.watch.digest_page import Notice


@command(
    "digest",
    help=_("Write the day's digest: new plans, what is due and overdue, errors found."),
    examples=("digest --to ban-tin.html", "digest --to ban-tin.txt --since 2025-03-01 --mail"),
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
@click.option("--mail", is_flag=True, help=_("Send it too, to those named in the settings."))
def digest(settings: Settings, to: Path, since: dt.date | None, mail: bool) -> Exit:
    """A whole file or none."""
    from kehoach.watch.digest import gather
    from kehoach.watch.digest_page import digest_notice
    from store import open_store

    ending = to.suffix.casefold()
    if ending not in (".txt", ".html"):
        raise BadRequest(
            _("{path} is neither .txt nor .html.").format(path=to),
            _("Give it one of these endings."),
        )
    since = since or settings.today - dt.timedelta(days=1)
    with open_store(settings.db, read_only=True) as store:
        notice = digest_notice(gather(store, settings, since))
    write_file(to, notice.html if ending == ".html" else notice.text)
    tell(_("Written to {path}.").format(path=to))
    if mail:
        _mail(settings, notice)
    return Exit.DONE


def _mail(settings: Settings, notice: "Notice") -> None:
    from kehoach.watch.mail import NotSent, send

    if settings.mail is None:
        raise BadRequest(
            _("No mail server is named in the settings."),
            _("Name it in kehoach.toml under [mail]."),
        )
    try:
        send(settings.mail, notice.title, notice.text, notice.html)
    except NotSent as error:
        raise BadRequest(
            _("{host} did not take the mail: {why}.").format(host=settings.mail.host, why=error),
            _("kehoach doctor looks whether it can be reached."),
        ) from error
    tell(_("Sent to {people}.").format(people=", ".join(settings.mail.to)))
