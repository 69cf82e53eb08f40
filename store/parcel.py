"""A document with all that an office knows of it, on its way from one database to another."""

import datetime as dt
import hashlib
import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from schemas import Finding, Plan
from store import documents, findings, originals
from store.errors import StoreError
from store.findings import FindingFilter, Verdict


@dataclass(frozen=True)
class SetValue:
    """A correction as it was made; `before` and `value` are JSON, `at` is UTC."""

    item: str | None
    field: str
    value: str
    before: str
    as_written: str
    who: str
    at: str
    why: str


@dataclass(frozen=True)
class Word:
    """A person's word on a probable duplicate: whether it is the document `of`."""

    of: str
    same: bool
    who: str
    why: str
    at: str


@dataclass(frozen=True)
class Parcel:
    """`plan` is the current record without corrections, `original` its file, found at `path`
    of the database `origin` at the moment `at`. `findings` carry the verdicts' states."""

    origin: str
    plan: Plan
    original: bytes
    path: str
    at: dt.datetime
    corrections: tuple[SetValue, ...] = ()
    findings: tuple[Finding, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    word: Word | None = None


def origin_of(connection: sqlite3.Connection) -> str:
    """What tells a database from others, wherever it lies: made from the first line of its
    log, which never changes. Empty for an empty one."""
    first = connection.execute("SELECT * FROM log ORDER BY entry LIMIT 1").fetchone()
    if first is None:
        return ""
    return hashlib.sha256(json.dumps(tuple(first), ensure_ascii=False).encode()).hexdigest()[:12]


def parcels(connection: sqlite3.Connection, path: Path) -> Iterator[Parcel | StoreError]:
    """All documents in order of arrival, one in memory at a time; the trouble in place of one
    whose original is gone or damaged."""
    origin, folder = origin_of(connection), originals.folder_of(path)
    for row in connection.execute("SELECT doc FROM documents ORDER BY doc").fetchall():
        try:
            yield parcel_of(connection, folder, int(row["doc"]), origin)
        except StoreError as trouble:
            yield trouble


def parcel_of(connection: sqlite3.Connection, folder: Path, doc: int, origin: str) -> Parcel:
    """One document; raises `StoreError` where its original can't be had."""
    row = connection.execute(
        """SELECT d.id, d.stored_at, d.name, v.sha256, v.part,
          (SELECT f.path FROM document_files f WHERE f.sha256 = v.sha256 AND f.part = v.part
            ORDER BY f.here DESC, f.seen_at, f.path LIMIT 1) AS path
        FROM documents d JOIN versions v USING (version) WHERE d.doc = ?""",
        (doc,),
    ).fetchone()
    found = findings.find_findings(connection, FindingFilter(document=row["id"]))
    verdicts = (findings.verdict_on(connection, one.id) for one in found)
    return Parcel(
        origin=origin,
        plan=documents.as_read(connection, doc),
        original=originals.fetch(folder, row["sha256"]),
        path=row["path"] or row["name"],
        at=dt.datetime.fromisoformat(row["stored_at"]),
        corrections=tuple(set_values(connection, doc)),
        findings=tuple(found),
        verdicts=tuple(one for one in verdicts if one is not None),
        word=_word(connection, row["id"]),
    )


def set_values(connection: sqlite3.Connection, doc: int) -> Iterator[SetValue]:
    """The corrections that stand, the oldest first."""
    for row in connection.execute(
        """SELECT item, field, value, before, as_written, who, at, why FROM corrections
        WHERE doc = ? AND undone_at IS NULL ORDER BY correction""",
        (doc,),
    ):
        yield SetValue(*row)


def _word(connection: sqlite3.Connection, document_id: str) -> Word | None:
    row = connection.execute(
        """SELECT who, at, detail FROM log WHERE document = ? AND what = 'settled'
        ORDER BY entry DESC LIMIT 1""",
        (document_id,),
    ).fetchone()
    if row is None:
        return None
    detail = json.loads(row["detail"])
    return Word(detail["of"], detail["same"] == "yes", row["who"], detail.get("why", ""), row["at"])
