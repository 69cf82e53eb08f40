"""`kehoach settle`: a person's word on whether two documents are one."""

import click

from kehoach.cli.command import command
from kehoach.cli.documents import one_document
from kehoach.cli.output import tell
from kehoach.cli.waiting import say_waiting
from kehoach.errors import BadRequest, Exit
from kehoach.i18n import _
from kehoach.settings import Settings


@command(
    "settle",
    help=_("Say whether a probable duplicate is the same document or another one."),
    examples=(
        "settle 7a03fd00e447 --same",
        "settle 7a03fd00e447 --other --why 'bản trước, đã thay thế'",
    ),
)
@click.argument("document", metavar=_("DOC"))
@click.option("--same", is_flag=True, help=_("It is the same: its deadlines count once."))
@click.option("--other", is_flag=True, help=_("It is another document."))
@click.option("--why", default="", help=_("The reason, kept with it."))
def settle(settings: Settings, document: str, same: bool, other: bool, why: str) -> Exit:
    """Nothing is merged without it; the other word takes it back."""
    from kehoach.checking import changing
    from store import open_store

    if same == other:
        raise BadRequest(_("Say which of the two it is."), _("Either --same or --other."))
    with open_store(settings.db, waiting=say_waiting) as store:
        row = one_document(store, document)
        with changing(store, row.id, settings):
            store.settle_duplicate(
                row.id, same=same, who=settings.actor, why=why, at=settings.now()
            )
    tell(_("Kept."))
    return Exit.DONE
