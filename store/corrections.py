"""People's corrections: they outlive re-reading, can be taken back, and are shown as such.

A correction is kept apart from the record and laid over it whenever it is loaded, so that no
reading can lose it. It hangs on the item's id; where a later reading gives the item other
words, it is found again by the likeness of the words, or reported as lost.
"""

import datetime as dt
import json
import sqlite3
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from pydantic import ValidationError

from schemas import Plan
from schemas.keys import words_key
from store import fields, log
from store.errors import NotFound
from store.fields import Field, Tree, Value
from store.moments import stamp

State = Literal["kept", "agrees", "disagrees", "lost"]

_LIKE_ENOUGH = 0.85
_ACTIVE = "SELECT * FROM corrections WHERE doc = ? AND undone_at IS NULL ORDER BY correction"


@dataclass(frozen=True)
class Correction:
    """A person's value. `before` and `value` are JSON. `state` says how today's reading stands
    to it: `kept` (it still reads `before`), `agrees` (it now reads `value`), `disagrees` (it
    reads a third thing, `reading`), `lost` (the item is gone)."""

    correction: int
    document_id: str
    item: str | None
    field: str
    value: str
    before: str
    who: str
    at: str
    why: str
    undone_by: str | None
    undone_at: str | None
    state: State = "kept"
    reading: str | None = None


def add(
    connection: sqlite3.Connection,
    doc: int,
    as_read: Plan,
    field_words: str,
    value_words: str,
    *,
    who: str,
    why: str,
    at: dt.datetime,
) -> None:
    """Keep a correction, which takes the place of an earlier one of the field."""
    tree = fields.tree_of(apply(connection, doc, as_read))
    field = fields.find_field(tree, field_words)
    value = fields.fitting(tree, field, value_words, as_read.text)
    shown = fields.get(tree, field)
    before = _read_value(as_read, field)
    as_written = str(fields.item_of(tree, field).get("as_written", ""))
    connection.execute(
        """UPDATE corrections SET undone_by = ?, undone_at = ?
        WHERE doc = ? AND item IS ? AND field = ? AND undone_at IS NULL""",
        (who, stamp(at), doc, field.item, field.path),
    )
    connection.execute(
        """INSERT INTO corrections (doc, item, field, value, before, as_written, who, at, why)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        (doc, field.item, field.path, _json(value), _json(before), as_written, who, stamp(at), why),
    )
    log.add(
        connection, at, who, "corrected", as_read.id,
        field=field.path, item=field.item, was=_json(shown), value=_json(value), why=why,
    )  # fmt: skip


def document_of(connection: sqlite3.Connection, correction: int) -> int:
    """The document of a correction that can be taken back; raises `NotFound`."""
    row = connection.execute(
        "SELECT doc FROM corrections WHERE correction = ? AND undone_at IS NULL", (correction,)
    ).fetchone()
    if row is None:
        raise NotFound(
            "There is no correction {number} that could be taken back.",
            "kehoach show DOC lists the corrections of a document.",
            number=str(correction),
        )
    return int(row[0])


def undo(
    connection: sqlite3.Connection, correction: int, *, who: str, why: str, at: dt.datetime
) -> None:
    """Take a correction back; its row and the log keep what it was."""
    row = connection.execute(
        """SELECT c.*, d.id AS document FROM corrections c JOIN documents d USING (doc)
        WHERE correction = ?""",
        (correction,),
    ).fetchone()
    connection.execute(
        "UPDATE corrections SET undone_by = ?, undone_at = ? WHERE correction = ?",
        (who, stamp(at), correction),
    )
    log.add(
        connection, at, who, "undone", row["document"],
        field=row["field"], item=row["item"], value=row["value"], why=why,
    )  # fmt: skip


def apply(connection: sqlite3.Connection, doc: int, plan: Plan) -> Plan:
    """The record with the active corrections laid over it, oldest first."""
    rows = connection.execute(_ACTIVE, (doc,)).fetchall()
    if not rows:
        return plan
    tree = fields.tree_of(plan)
    for row in rows:
        field = _anchored(tree, row)
        if field is None:
            continue
        before = fields.get(tree, field)
        fields.put(tree, field, json.loads(row["value"]))
        _decided(tree, field)
        try:
            plan = fields.plan_of(tree, plan.text)
        except ValidationError:  # a newer schema no longer takes the value: reported as lost
            fields.put(tree, field, before)
    return plan


def corrected_items(connection: sqlite3.Connection, doc: int) -> frozenset[str]:
    """Ids of the items of the current record in which a person set a value."""
    rows = connection.execute(_ACTIVE, (doc,)).fetchall()
    if not rows:
        return frozenset()
    from store.documents import as_read

    tree = fields.tree_of(as_read(connection, doc))
    anchored = (_anchored(tree, row) for row in rows)
    return frozenset(field.item for field in anchored if field and field.item)


def listed(
    connection: sqlite3.Connection, doc: int, as_read: Plan, *, undone: bool = False
) -> list[Correction]:
    """The corrections of a document and how today's reading stands to each."""
    tree = fields.tree_of(as_read)
    rows = connection.execute(
        "SELECT * FROM corrections WHERE doc = ? AND (undone_at IS NULL OR ?) ORDER BY correction",
        (doc, undone),
    )
    return [_correction(row, as_read.id, *_standing(tree, row)) for row in rows]


def _correction(
    row: sqlite3.Row, document_id: str, state: State, reading: str | None
) -> Correction:
    return Correction(
        int(row["correction"]), document_id, row["item"], row["field"], row["value"],
        row["before"], row["who"], row["at"], row["why"], row["undone_by"], row["undone_at"],
        state, reading,
    )  # fmt: skip


def _standing(tree: Tree, row: sqlite3.Row) -> tuple[State, str | None]:
    field = _anchored(tree, row)
    if field is None:
        return "lost", None
    reading = _json(fields.get(tree, field))
    if reading == row["value"]:
        return "agrees", reading
    return ("kept" if reading == row["before"] else "disagrees"), reading


def _anchored(tree: Tree, row: sqlite3.Row) -> Field | None:
    """The field in today's record: by the item's id, else by the likeness of its words."""
    field = fields.kept_field(row["field"], row["item"])
    try:
        fields.get(tree, field)
    except (KeyError, TypeError):
        found = _most_alike(tree, field, words_key(row["as_written"]))
        return None if found is None else Field(field.steps, found)
    return field


def _most_alike(tree: Tree, field: Field, words: str) -> str | None:
    try:
        several = fields.group_of(tree, field)
    except (KeyError, TypeError):
        return None
    matcher = SequenceMatcher(None, b=words, autojunk=False)
    found: list[tuple[float, str]] = []
    for one in several:
        if isinstance(one, dict):
            matcher.set_seq1(words_key(str(one.get("as_written", ""))))
            if matcher.quick_ratio() >= _LIKE_ENOUGH and matcher.ratio() >= _LIKE_ENOUGH:
                found.append((matcher.ratio(), str(one.get("id", ""))))
    found.sort(reverse=True)
    clear = len(found) == 1 or (len(found) > 1 and found[0][0] > found[1][0])
    return found[0][1] if clear and words else None


def _decided(tree: Tree, field: Field) -> None:
    """What a person has set is no longer assumed, nor could it be read otherwise."""
    document = tree["document"]
    if field.steps[0] == "document" and isinstance(document, dict):
        assumed = document.get("assumed")
        if isinstance(assumed, list):
            document["assumed"] = [name for name in assumed if name != field.steps[1]]
    if field.steps[-2:] in (("time", "start"), ("time", "end")):
        time = fields.get(tree, Field(field.steps[:-1], field.item))
        if isinstance(time, dict):
            time["ambiguous"], time["alternatives"] = False, []


def _read_value(plan: Plan, field: Field) -> Value:
    try:
        return fields.get(fields.tree_of(plan), field)
    except (KeyError, TypeError):  # a field inside a value that a person set
        return None


def _json(value: Value) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
