"""Take in what another database knows: once, however often, and never over what stands here.

The same bytes are the same file, whatever office dropped them. Where both sides have a word
on the same thing and the words differ, ours stays and the difference is told.
"""

import datetime as dt
import re
import sqlite3
from dataclasses import dataclass
from typing import Literal

from store import documents, findings, write
from store.parcel import Parcel, SetValue
from store.prepared import Arrival
from store.restore import put_correction, put_verdict
from store.settle import settle
from store.units import Units

Matter = Literal["reading", "correction", "verdict", "unit"]


@dataclass(frozen=True)
class Conflict:
    """Both sides say something about `subject`, and not the same; `ours` stands."""

    document_id: str
    matter: Matter
    subject: str
    ours: str
    theirs: str


@dataclass(frozen=True)
class Taken:
    """What became of a parcel. `changed` says whether anything here is other than before."""

    status: write.SavedStatus
    document_id: str
    duplicate_of: str | None
    changed: bool
    conflicts: tuple[Conflict, ...] = ()
    formerly: tuple[str, ...] = ()  # as in `store.write.Saved`


def take(
    connection: sqlite3.Connection,
    units: Units,
    parcel: Parcel,
    sha256: str,
    ids: dict[str, str],
    *,
    with_findings: bool = False,
) -> Taken:
    """One parcel whose original is kept as `sha256`; `ids` learns what document here each of
    theirs is. `with_findings` takes their findings of a new document, unchecked here."""
    place = parcel.path if not parcel.origin else f"{parcel.origin}:{parcel.path}"
    arrival = Arrival(parcel.plan, sha256, len(parcel.original), place, parcel.at)
    saved, conflicts = _save(connection, units, arrival)
    ids[parcel.plan.id] = saved.document_id
    doc = documents.number_of(connection, saved.document_id)
    if with_findings and saved.status in ("new", "probable-duplicate"):
        findings.save_findings(connection, saved.document_id, parcel.findings)
    kept = _take_corrections(connection, doc, saved.document_id, parcel, conflicts)
    if kept:
        write.refresh(connection, units, doc, saved.plan, parcel.at)
    kept += _take_verdicts(connection, saved.document_id, parcel, conflicts)
    _heed_word(connection, units, parcel, saved, ids)
    changed = saved.status != "duplicate" or kept > 0
    return Taken(
        saved.status, saved.document_id, saved.duplicate_of, changed, tuple(conflicts),
        saved.formerly,
    )  # fmt: skip


def _save(
    connection: sqlite3.Connection, units: Units, arrival: Arrival
) -> tuple[write.Saved, list[Conflict]]:
    """Bytes that are known keep their reading, unless a newer program read them there."""
    doc = write.document_of_bytes(connection, arrival)
    if doc is None:
        return write.save(connection, units, arrival), []
    plan = documents.load(connection, doc)
    ours = documents.current_version(connection, doc)
    conflicts: list[Conflict] = []
    if ours["sha256"] == arrival.sha256 and ours["digest"] != arrival.packed[0]:
        theirs = arrival.plan.source.reader_version
        if _order(theirs) > _order(ours["reader_version"]):
            return write.save(connection, units, arrival), []
        conflicts.append(
            Conflict(plan.id, "reading", plan.name, str(ours["reader_version"]), str(theirs))
        )
    write.note_place(connection, arrival, doc)
    return write.Saved("duplicate", plan.id, plan, plan.id), conflicts


def _order(version: str | None) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", version or ""))


def _take_corrections(
    connection: sqlite3.Connection,
    doc: int,
    document_id: str,
    parcel: Parcel,
    conflicts: list[Conflict],
) -> int:
    """What nobody here has said or taken back; gives how many values were set."""
    taken = 0
    for one in parcel.corrections:
        standing = connection.execute(
            """SELECT value FROM corrections
            WHERE doc = ? AND item IS ? AND field = ? AND undone_at IS NULL""",
            (doc, one.item, one.field),
        ).fetchone()
        if standing is not None:
            if standing["value"] != one.value:
                subject = f"{one.field} {one.item or ''}".strip()
                conflicts.append(
                    Conflict(document_id, "correction", subject, standing["value"], one.value)
                )
        elif not _known(connection, doc, one):
            put_correction(connection, doc, document_id, one, parcel.origin)
            taken += 1
    return taken


def _known(connection: sqlite3.Connection, doc: int, one: SetValue) -> bool:
    """Whether just this correction was here already and was taken back."""
    row = connection.execute(
        """SELECT 1 FROM corrections WHERE doc = ? AND item IS ? AND field = ? AND value = ?
        AND who = ? AND at = ?""",
        (doc, one.item, one.field, one.value, one.who, one.at),
    ).fetchone()
    return row is not None


def _take_verdicts(
    connection: sqlite3.Connection, document_id: str, parcel: Parcel, conflicts: list[Conflict]
) -> int:
    """Verdicts hang on findings' ids, which are made from the document's and its words."""
    taken = 0
    names = {one.id: one.name for one in parcel.findings}
    for theirs in parcel.verdicts:
        ours = findings.verdict_on(connection, theirs.finding)
        if ours is None:
            put_verdict(connection, document_id, theirs, parcel.origin)
            taken += 1
        elif (ours.status, ours.reason) != (theirs.status, theirs.reason):
            subject = names.get(theirs.finding, theirs.finding)
            said = (f"{one.status} {one.reason or ''}".strip() for one in (ours, theirs))
            conflicts.append(Conflict(document_id, "verdict", subject, *said))
    return taken


def _heed_word(
    connection: sqlite3.Connection,
    units: Units,
    parcel: Parcel,
    saved: write.Saved,
    ids: dict[str, str],
) -> None:
    """Their word on a probable duplicate, where it is about the same two documents."""
    word = parcel.word
    if word is None or saved.status != "probable-duplicate":
        return
    if ids.get(word.of) == saved.duplicate_of:
        settle(
            connection, units, saved.document_id,
            same=word.same, who=word.who, why=word.why, at=dt.datetime.fromisoformat(word.at),
        )  # fmt: skip
