"""`kehoach finding`: a person's verdict on a finding."""

import click

from kehoach.cli.command import command, json_option
from kehoach.cli.finding_list import finding_json, show_finding
from kehoach.cli.output import print_json
from kehoach.cli.waiting import say_waiting
from kehoach.errors import BadRequest, Exit
from kehoach.i18n import _
from kehoach.settings import Settings
from schemas import Status


@command(
    "finding",
    help=_("Show a finding, dismiss it with a reason, accept it, or open it again."),
    examples=(
        "finding 3f9c2a1b5d6e7f80",
        "finding 3f9c2a1b5d6e7f80 --dismiss 'Sở đã gia hạn bằng công văn 12'",
    ),
)
@click.argument("finding_id", metavar="ID")
@click.option("--dismiss", metavar=_("WHY"), help=_("It is not a fault, because …"))
@click.option("--accept", is_flag=True, help=_("It is a fault."))
@click.option("--reopen", is_flag=True, help=_("Take the verdict back."))
@json_option
def finding(
    settings: Settings,
    finding_id: str,
    dismiss: str | None,
    accept: bool,
    reopen: bool,
    as_json: bool,
) -> Exit:
    """The verdict survives re-reading: it hangs on the finding's stable id."""
    from store import open_store

    status = _status(dismiss, accept, reopen)
    with open_store(settings.db, read_only=status is None, waiting=say_waiting) as store:
        if status is None:
            now = store.finding(finding_id)
        else:
            now = store.decide(
                finding_id, status, reason=dismiss, who=settings.actor, at=settings.now()
            )
    if as_json:
        print_json(finding_json(now))
    else:
        show_finding(now)
    return Exit.DONE


def _status(dismiss: str | None, accept: bool, reopen: bool) -> Status | None:
    if (dismiss is not None) + accept + reopen > 1:
        raise BadRequest(
            _("--dismiss, --accept and --reopen don't go together."), _("Use one of them.")
        )
    if dismiss is not None:
        if not dismiss.strip():
            raise BadRequest(_("A dismissal needs a reason."), _("Say why in a sentence."))
        return "dismissed"
    return "accepted" if accept else "open" if reopen else None
