"""`kehoach correct`: a person's value in place of the one that was read."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from kehoach.cli.command import command, json_option
from kehoach.cli.documents import one_document
from kehoach.cli.output import console, plain, print_json, simple_table, tell
from kehoach.cli.waiting import say_waiting
from kehoach.errors import BadRequest, Exit
from kehoach.i18n import N_, _
from kehoach.settings import Settings

if TYPE_CHECKING:
    from rich.table import Table

    from store.corrections import Correction

_STATES = {
    "kept": N_("holds; the program still reads the old value"),
    "agrees": N_("the program now reads the same"),
    "disagrees": N_("the program now reads something else: {reading}"),
    "lost": N_("the item is no longer in the document"),
}


@command(
    "correct",
    help=_("Correct a value of a document; without a field, list its corrections."),
    examples=(
        "correct 665/KH-SGDĐT document.issued_on 2024-03-05",
        "correct 665/KH-SGDĐT 'tasks[3].time.end' 2024-09-30 --why 'công văn 12 gia hạn'",
        "correct 665/KH-SGDĐT --undo 7",
    ),
)
@click.argument("document", metavar=_("DOC"))
@click.argument("field", metavar=_("[FIELD]"), required=False)
@click.argument("value", metavar=_("[VALUE]"), required=False)
@click.option("--why", default="", help=_("The reason, kept with it."))
@click.option(
    "--undo", type=int, metavar=_("NUMBER"), help=_("Take back the correction of this number.")
)
@json_option
def correct(
    settings: Settings,
    document: str,
    field: str | None,
    value: str | None,
    why: str,
    undo: int | None,
    as_json: bool,
) -> Exit:
    """Kept with who and when; survives re-reading; what depends on it is checked again."""
    from kehoach.checking import changing
    from store import open_store

    if field and undo is not None:
        raise BadRequest(_("--undo names a correction, not a field."), _("Leave the field out."))
    if field and value is None:
        raise BadRequest(_("The value is missing."), _("Write it after the field."))
    changes = field is not None or undo is not None
    with open_store(settings.db, read_only=not changes, waiting=say_waiting) as store:
        row = one_document(store, document)
        if changes:
            who, at = settings.actor, settings.now()
            with changing(store, row.id, settings):
                if undo is not None:
                    _own(undo, [c.correction for c in store.corrections(row.id)])
                    store.undo(undo, who=who, why=why, at=at)
                else:
                    store.correct(row.id, field or "", value or "", who=who, why=why, at=at)
        listed = store.corrections(row.id)
    if as_json:
        print_json([vars(correction) for correction in listed])
        return Exit.DONE
    if changes:
        tell(_("Kept. Corrections of {name}:").format(name=row.name))
    console().print(_table(listed))
    return Exit.DONE


def _own(undo: int, numbers: list[int]) -> None:
    if undo not in numbers:
        raise BadRequest(
            _("The document has no correction {number}.").format(number=undo),
            _("Without a field, the command lists them."),
        )


def _table(listed: "Sequence[Correction]") -> "Table":
    """Each correction, and how today's reading stands to it."""
    table = simple_table()
    for heading in (_("No."), _("Field"), _("Value"), _("Before"), _("Who, when, why"), _("State")):
        table.add_column(heading)
    for one in listed:
        state = _(_STATES[one.state]).format(reading=one.reading)
        by = " · ".join(part for part in (one.who, one.at[:16].replace("T", " "), one.why) if part)
        cells = (one.correction, one.field, one.value, one.before, by, state)
        table.add_row(*(plain(cell) for cell in cells))
    return table
