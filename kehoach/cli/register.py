"""`kehoach register`: what the program and the office know of laws, movements and days."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Literal

import click

from kehoach.cli.command import Day, command, json_option
from kehoach.cli.output import console, day, plain, print_json, simple_table
from kehoach.errors import BadSettings, Exit
from kehoach.i18n import N_, _
from kehoach.settings import Settings
from schemas.keys import bare_key

if TYPE_CHECKING:
    from checks.register import Register

_STATES = {
    "in force": N_("in force"),
    "lapsed": N_("lapsed"),
    "not yet in force": N_("not yet in force"),
    "not known": N_("not known"),
}
_CONFIDENCES = {
    "confirmed": N_("confirmed"),
    "office": N_("the office's own"),
    "document": N_("from a document"),
    "memory": N_("from memory: supports no error"),
}
Row = dict[str, object]


@command(
    "register",
    help=_("Look up legal documents, movements and days, and whether they were in force."),
    examples=(
        "register thi đua khen thưởng",
        "register 98/2023/NĐ-CP --as-of 2024-02-20",
        "register nông thôn mới --json",
    ),
)
@click.argument("words", metavar=_("[WORDS]..."), nargs=-1)
@click.option("--as-of", type=Day(), help=_("In force on this day; today if left out."))
@json_option
def register(
    settings: Settings, words: Sequence[str], as_of: dt.date | None, as_json: bool
) -> Exit:
    """The program's facts and those of the office's file, which replace them."""
    from checks import register as known
    from checks.register import RegisterError

    try:
        facts = known(settings.registers)
    except RegisterError as error:
        raise BadSettings(
            _("The office's reference facts can't be used: {why}").format(why=error),
            _("Correct the file that `register` names in the settings."),
        ) from error
    wanted = bare_key(" ".join(words)).split()
    rows = [row for row in _rows(facts, as_of or settings.today) if _holds(row, wanted)]
    if as_json:
        print_json(rows)
        return Exit.DONE
    table = simple_table()
    table.add_column(_("Kind"), width=12)
    table.add_column(_("Name"), ratio=4)
    table.add_column(_("State"), width=14)
    table.add_column(_("From – to"), width=12)
    table.add_column(_("Replaced by"), width=14, overflow="fold")
    table.add_column(_("How sure, and where from"), ratio=2)
    for row in rows:
        sure = _(_CONFIDENCES[str(row["confidence"])])
        table.add_row(
            plain(row["kind"]),
            plain(f"{row['number'] or ''} {row['name']}"),
            plain(_(_STATES[str(row["state"])])),
            plain(f"{day(_date(row['valid_from']))} – {day(_date(row['valid_to']))}"),
            plain(row["replaced_by"] or ""),
            plain(f"{sure}; {row['source']}" if row["source"] else sure),
        )
    console().print(table)
    return Exit.DONE


def _date(value: object) -> dt.date | None:
    return value if isinstance(value, dt.date) else None


def _rows(facts: "Register", on: dt.date) -> Iterator[Row]:
    for law in facts.documents.listed:
        yield {
            "kind": law.kind, "number": law.number, "name": law.title, "state": law.state(on),
            "valid_from": law.valid_from, "valid_to": law.valid_to,
            "replaced_by": law.replaced_by or None, "confidence": law.confidence,
            "source": law.source or None,
        }  # fmt: skip
    for one in facts.movements.listed:
        yield {
            "kind": one.kind, "number": one.launching_document or None, "name": one.name,
            "state": _movement_state(one.valid_from, one.valid_to, on),
            "valid_from": one.valid_from, "valid_to": one.valid_to,
            "replaced_by": one.successor or None, "confidence": one.confidence,
            "source": one.source or None,
        }  # fmt: skip
    for event in facts.days.all:
        yield {
            "kind": _("day"), "number": f"{event.day:02d}/{event.month:02d}", "name": event.event,
            "state": "in force", "valid_from": None, "valid_to": None, "replaced_by": None,
            "confidence": event.day_confidence, "source": event.source or None,
        }  # fmt: skip


def _movement_state(
    start: dt.date | None, end: dt.date | None, on: dt.date
) -> Literal["in force", "lapsed", "not yet in force", "not known"]:
    if end and on > end:
        return "lapsed"
    if start and on < start:
        return "not yet in force"
    return "in force" if start else "not known"


def _holds(row: Row, wanted: Sequence[str]) -> bool:
    held = bare_key(f"{row['kind']} {row['number'] or ''} {row['name']}")
    return all(one in held for one in wanted)
