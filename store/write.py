"""Put a record into the database: once, whole, and as what it is.

One transaction: the file, the document, its version, a row for every item, the search index,
the resolution of its citations and of those that wait for it, and the log.
"""

import datetime as dt
import sqlite3
from dataclasses import dataclass
from typing import Literal

from schemas import Plan
from store import (
    corrections,
    documents,
    identity,
    log,
    neighbours,
    packing,
    resolve,
    search_index,
    subjects,
)
from store.items import remove_items, write_items
from store.moments import stamp
from store.prepared import Arrival
from store.units import Units

SavedStatus = Literal["new", "duplicate", "probable-duplicate", "updated"]


@dataclass(frozen=True)
class Saved:
    """What became of a record. `plan` is the document's current record with its identity and
    corrections; `duplicate_of` names the document that it is, or probably is, a copy of. Of an
    updated one, `formerly` names the documents whose findings could change because of it
    before: some may not be among `Store.dependents` any more, but must be checked again."""

    status: SavedStatus
    document_id: str
    plan: Plan
    duplicate_of: str | None = None
    formerly: tuple[str, ...] = ()


def save(connection: sqlite3.Connection, units: Units, arrival: Arrival) -> Saved:
    """The whole of one arrival, inside the caller's transaction."""
    known = document_of_bytes(connection, arrival)
    before = _document_at_path(connection, arrival)
    _keep_file(connection, arrival)
    if known is not None:
        return _seen_before(connection, units, arrival, known, before)
    features = arrival.features
    if before is not None and _goes_on(connection, before, features):
        return _update(connection, units, arrival, before)
    match = identity.find_match(connection, features)
    if match is not None and match.verdict == "same":
        return _attach(connection, arrival, match.doc)
    return _add(connection, units, arrival, features, match)


def document_of_bytes(connection: sqlite3.Connection, arrival: Arrival) -> int | None:
    """The document that these bytes are, or were found to be a copy of."""
    row = connection.execute(
        """SELECT iif(d.status = 'duplicate', d.duplicate_of, d.doc) AS doc
        FROM document_files f JOIN documents d USING (doc)
        WHERE f.sha256 = ? AND f.part = ? LIMIT 1""",
        (arrival.sha256, arrival.part),
    ).fetchone()
    return None if row is None else int(row[0])


def _document_at_path(connection: sqlite3.Connection, arrival: Arrival) -> int | None:
    """The document that this path held last, when its bytes were others."""
    row = connection.execute(
        "SELECT doc, sha256 FROM document_files WHERE path = ? AND part = ? AND here = 1",
        (arrival.path, arrival.part),
    ).fetchone()
    return None if row is None or row["sha256"] == arrival.sha256 else int(row["doc"])


def _keep_file(connection: sqlite3.Connection, arrival: Arrival) -> None:
    connection.execute(
        "INSERT OR IGNORE INTO files (sha256, size, media_type, stored_at) VALUES (?, ?, ?, ?)",
        (arrival.sha256, arrival.size, arrival.plan.source.media_type, stamp(arrival.at)),
    )


def _seen_before(
    connection: sqlite3.Connection, units: Units, arrival: Arrival, doc: int, before: int | None
) -> Saved:
    """Bytes that we hold: nothing new, unless they were read anew or put back in their place."""
    current = documents.current_version(connection, doc)
    digest, record, _ = arrival.packed
    ours = current["sha256"] == arrival.sha256
    if digest != current["digest"] and (ours or before == doc):
        return _update(connection, units, arrival, doc)
    version = arrival.plan.source.reader_version
    if ours and digest == current["digest"] and version != current["reader_version"]:
        connection.execute(  # read again, and nothing changed
            "UPDATE versions SET reader_version = ?, record = ? WHERE version = ?",
            (version, record, current["version"]),
        )
    return _attach(connection, arrival, doc)


def _goes_on(connection: sqlite3.Connection, before: int, new: identity.Features) -> bool:
    """Whether changed bytes at the same place are still the same document: another number
    under much other words is another document that took the name over."""
    return identity.succeeds(connection, before, new)


def _attach(connection: sqlite3.Connection, arrival: Arrival, doc: int) -> Saved:
    """One more file, or one more place, of a document that we have."""
    plan = documents.load(connection, doc)
    if _seen_at(connection, arrival, doc, "duplicate"):
        log.add(connection, arrival.at, "kehoach", "duplicate", plan.id, path=arrival.path)
    return Saved("duplicate", plan.id, plan, plan.id)


def note_place(connection: sqlite3.Connection, arrival: Arrival, doc: int) -> None:
    """One more place of bytes that we have, unless it is known; what another database says of
    a place does not tell what is there now."""
    known = connection.execute(
        "SELECT 1 FROM document_files WHERE path = ? AND part = ? AND sha256 = ?",
        (arrival.path, arrival.part, arrival.sha256),
    ).fetchone()
    if known is None:
        _attach(connection, arrival, doc)


def _add(
    connection: sqlite3.Connection,
    units: Units,
    arrival: Arrival,
    features: identity.Features,
    match: identity.Match | None,
) -> Saved:
    status: SavedStatus = "new" if match is None else "probable-duplicate"
    of = None if match is None else documents.id_of(connection, match.doc)
    document_id = documents.free_id(connection, arrival.sha256, arrival.part)
    plan = packing.named(arrival.plan, document_id)
    doc = documents.insert(
        connection, units, plan, features, arrival.at, None if match is None else match.doc
    )
    _add_version(connection, arrival, doc)
    packing.hold(arrival.packed, plan)
    _seen_at(connection, arrival, doc, status)
    write_items(connection, units, doc, plan)
    search_index.add(connection, doc, arrival.words)
    subjects.add(connection, doc, arrival.concerns)
    if not arrival.resolved_last:
        resolve.resolve_own(connection, doc)
        resolve.resolve_arrived(connection, doc)
    log.add(connection, arrival.at, "kehoach", status, document_id, path=arrival.path, of=of)
    return Saved(status, document_id, plan, of)


def _update(connection: sqlite3.Connection, units: Units, arrival: Arrival, doc: int) -> Saved:
    """A new version of a document; unchanged words are no version, only another file."""
    current = documents.current_version(connection, doc)
    digest, _, _ = arrival.packed
    if digest == current["digest"]:
        return _attach(connection, arrival, doc)
    old = documents.load(connection, doc)
    below = neighbours.below(connection, old, doc)
    formerly = tuple(documents.id_of(connection, one) for one in below)
    _add_version(connection, arrival, doc)
    _seen_at(connection, arrival, doc, "updated")
    plan = refresh(connection, units, doc, old, arrival.at, resolved_last=arrival.resolved_last)
    log.add(connection, arrival.at, "kehoach", "updated", plan.id, path=arrival.path)
    return Saved("updated", plan.id, plan, formerly=formerly)


def refresh(
    connection: sqlite3.Connection,
    units: Units,
    doc: int,
    old: Plan,
    at: dt.datetime,
    *,
    resolved_last: bool = False,
) -> Plan:
    """Make every derived row follow the document's record and corrections as they are now.

    `old` is the record that the rows were made from: the index holds no copy of it.
    """
    plan = documents.load(connection, doc)
    was = documents.number_and_day(connection, doc)
    remove_items(connection, doc)
    search_index.remove(connection, doc, old)
    subjects.remove(connection, doc)
    documents.update(connection, units, doc, plan, identity.features_of(plan), at)
    write_items(connection, units, doc, plan, corrections.corrected_items(connection, doc))
    search_index.add(connection, doc, search_index.columns_of(plan))
    subjects.add(connection, doc, subjects.concerns_of(plan))
    if not resolved_last:
        resolve.resolve_own(connection, doc)
        resolve.resolve_waiting(connection, doc, was)
    return plan


def _add_version(connection: sqlite3.Connection, arrival: Arrival, doc: int) -> None:
    digest, record, text = arrival.packed
    cursor = connection.execute(
        """INSERT INTO versions (doc, sha256, part, reader_version, read_at, digest, record, text)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)""",
        (
            doc,
            arrival.sha256,
            arrival.part,
            arrival.plan.source.reader_version,
            stamp(arrival.at),
            digest,
            record,
            text,
        ),
    )
    connection.execute("UPDATE documents SET version = ? WHERE doc = ?", (cursor.lastrowid, doc))


def _seen_at(
    connection: sqlite3.Connection, arrival: Arrival, doc: int, status: SavedStatus
) -> bool:
    """Note that a path holds these bytes now; false when that was known."""
    if arrival.path is None:
        return False
    key = (arrival.path, arrival.part, arrival.sha256, doc)
    known = connection.execute(
        """SELECT 1 FROM document_files
        WHERE path = ? AND part = ? AND sha256 = ? AND doc = ? AND here = 1""",
        key,
    ).fetchone()
    if known is not None:
        return False
    connection.execute(
        "UPDATE document_files SET here = 0 WHERE path = ? AND part = ? AND here = 1", key[:2]
    )
    connection.execute(
        """INSERT INTO document_files (path, part, sha256, doc, seen_at, status, here)
        VALUES (?, ?, ?, ?, ?, ?, 1) ON CONFLICT DO UPDATE SET here = 1""",
        (*key, stamp(arrival.at), status),
    )
    return True
