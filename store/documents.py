"""The row of a document, its current version, and its record made whole."""

import datetime as dt
import sqlite3

from schemas import Plan
from schemas.keys import number_key, words_key
from store import corrections, packing
from store.collation import sort_key
from store.errors import NotFound
from store.identity import Features, issuer_hash
from store.moments import stamp
from store.ranks import rank_of
from store.subjects import terms_of
from store.units import Units


def number_of(connection: sqlite3.Connection, document_id: str) -> int:
    """The internal number of a document; raises `NotFound`."""
    doc = stored_number(connection, document_id)
    if doc is None:
        raise not_found(document_id)
    return doc


def stored_number(connection: sqlite3.Connection, document_id: str) -> int | None:
    """The internal number of a document, None for one that is not stored."""
    row = connection.execute("SELECT doc FROM documents WHERE id = ?", (document_id,)).fetchone()
    return None if row is None else int(row[0])


def not_found(name: str) -> NotFound:
    """What to say of a document that is not there."""
    return NotFound(
        "There is no document {id} in the database.",
        "See the list with kehoach documents.",
        id=name,
    )


def id_of(connection: sqlite3.Connection, doc: int) -> str:
    """The public name of a document."""
    return str(connection.execute("SELECT id FROM documents WHERE doc = ?", (doc,)).fetchone()[0])


def ids(connection: sqlite3.Connection) -> list[str]:
    """All documents in order of arrival, those too that were found to be copies."""
    return [row[0] for row in connection.execute("SELECT id FROM documents ORDER BY doc")]


def is_listed(connection: sqlite3.Connection, document_id: str) -> bool:
    """Whether a document is one of its own, and not folded into another."""
    row = connection.execute(
        "SELECT 1 FROM documents WHERE id = ? AND status <> 'duplicate'", (document_id,)
    ).fetchone()
    return row is not None


def status_of(connection: sqlite3.Connection, document_id: str) -> str:
    """`stored`, `probable-duplicate` or `duplicate`; raises `NotFound`."""
    row = connection.execute("SELECT status FROM documents WHERE id = ?", (document_id,)).fetchone()
    if row is None:
        raise not_found(document_id)
    return str(row[0])


def number_and_day(connection: sqlite3.Connection, doc: int) -> tuple[str | None, str | None]:
    """By what citations find a document: its number key and its day."""
    row = connection.execute(
        "SELECT number_key, issued_on FROM documents WHERE doc = ?", (doc,)
    ).fetchone()
    return row[0], row[1]


def free_id(connection: sqlite3.Connection, sha256: str, part: int) -> str:
    """Twelve digits of the hash, more where another document has them, `-2` for part 2."""
    suffix = "" if part == 1 else f"-{part}"
    for length in range(12, 65):
        name = sha256[:length] + suffix
        taken = connection.execute("SELECT 1 FROM documents WHERE id = ?", (name,)).fetchone()
        if taken is None:
            return name
    raise ValueError(f"a document of {sha256}, part {part}, is stored already")


def current_version(connection: sqlite3.Connection, doc: int) -> sqlite3.Row:
    """`version`, `sha256`, `part`, `digest`, `record`, `text`, `reader_version`, `read_at`."""
    row: sqlite3.Row = connection.execute(
        "SELECT v.* FROM documents d JOIN versions v USING (version) WHERE d.doc = ?", (doc,)
    ).fetchone()
    return row


def as_read(connection: sqlite3.Connection, doc: int) -> Plan:
    """The current record as the program read it, without corrections."""
    row = current_version(connection, doc)
    return packing.unpack(row["record"], row["text"], id_of(connection, doc))


def load(connection: sqlite3.Connection, doc: int) -> Plan:
    """The current record with people's corrections applied."""
    return corrections.apply(connection, doc, as_read(connection, doc))


def insert(
    connection: sqlite3.Connection,
    units: Units,
    plan: Plan,
    features: Features,
    at: dt.datetime,
    duplicate_of: int | None,
) -> int:
    """A new row; gives its number. The version is set by who adds it."""
    values = {
        "id": plan.id,
        "name": plan.source.name,
        "name_key": words_key(plan.source.name),
        "status": "stored" if duplicate_of is None else "probable-duplicate",
        "duplicate_of": duplicate_of,
        "version": 0,
        "stored_at": stamp(at),
        "changed_at": stamp(at),
        **_columns(units, plan, features),
    }
    cursor = connection.execute(
        """INSERT INTO documents (id, name, name_key, status, duplicate_of, version, stored_at,
          kind, number, number_key, symbol, issuer, issuer_key, area_key, level, rank, issued_on,
          subject, subject_sort, terms, period, period_start, period_end, signer, pages, read_by,
          text_key, sketch, changed_at)
        VALUES (:id, :name, :name_key, :status, :duplicate_of, :version, :stored_at,
          :kind, :number, :number_key, :symbol, :issuer, :issuer_key, :area_key, :level, :rank,
          :issued_on, :subject, :subject_sort, :terms, :period, :period_start, :period_end, :signer,
          :pages, :read_by, :text_key, :sketch, :changed_at)""",
        values,
    )
    doc = cursor.lastrowid
    assert doc is not None
    _put_bands(connection, doc, features)
    return doc


def update(
    connection: sqlite3.Connection,
    units: Units,
    doc: int,
    plan: Plan,
    features: Features,
    at: dt.datetime | None,
) -> None:
    """Make the row follow the record; identity, first name and time of arrival stay, and so
    does the time of change without an `at`."""
    connection.execute(
        """UPDATE documents SET kind = :kind, number = :number, number_key = :number_key,
          symbol = :symbol, issuer = :issuer, issuer_key = :issuer_key, area_key = :area_key,
          level = :level, rank = :rank, issued_on = :issued_on, subject = :subject,
          subject_sort = :subject_sort, terms = :terms, period = :period,
          period_start = :period_start, period_end = :period_end, signer = :signer,
          pages = :pages, read_by = :read_by,
          text_key = :text_key, sketch = :sketch, changed_at = coalesce(:changed_at, changed_at)
        WHERE doc = :doc""",
        {"doc": doc, "changed_at": at and stamp(at), **_columns(units, plan, features)},
    )
    connection.execute("DELETE FROM text_bands WHERE doc = ?", (doc,))
    _put_bands(connection, doc, features)


def _columns(units: Units, plan: Plan, features: Features) -> dict[str, str | int | bytes | None]:
    document, source = plan.document, plan.source
    issuer, period = document.issuer, document.period
    return {
        "kind": document.kind,
        "number": document.number,
        "number_key": number_key(document.number) if document.number else None,
        "symbol": document.symbol,
        "issuer": units.id_of(issuer) if issuer else None,
        "issuer_key": words_key(issuer.name) if issuer else "",
        "area_key": words_key(issuer.area or "") if issuer else "",
        "level": issuer.level if issuer else None,
        "rank": rank_of(issuer),
        "issued_on": document.issued_on.isoformat() if document.issued_on else None,
        "subject": document.subject,
        "subject_sort": sort_key(document.subject or ""),
        "terms": len(terms_of(document.subject)),
        "period": period.label if period else None,
        "period_start": period.start.isoformat() if period and period.start else None,
        "period_end": period.end.isoformat() if period and period.end else None,
        "signer": document.signer.name if document.signer else None,
        "pages": source.pages,
        "read_by": source.read_by,
        "text_key": features.likeness.key,
        "sketch": features.likeness.sketch,
    }


def _put_bands(connection: sqlite3.Connection, doc: int, features: Features) -> None:
    issuer = issuer_hash(features.header)
    connection.executemany(
        "INSERT OR IGNORE INTO text_bands (hash, issuer, doc) VALUES (?, ?, ?)",
        [(band, issuer, doc) for band in features.likeness.bands()],
    )
