"""Documents as lists: all of them, or those that a person's words mean."""

# ruff: noqa: S608 - fixed fragments are joined; every value is bound
import datetime as dt
import json
import sqlite3
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from schemas import Noun
from schemas.keys import number_key, words_key
from store.labels import COLUMNS, labelled, labels_in
from store.units import matching_units

Order = Literal["arrival", "issued", "issuer", "subject"]


class DocumentRow(Noun):
    """One document of a list; `status` is `probable-duplicate` while it waits for a person
    to say whether it is `duplicate_of`."""

    id: str
    name: str
    kind: str | None
    number: str | None
    issuer: str | None
    area: str | None
    level: str | None
    issued_on: dt.date | None
    subject: str | None
    period: str | None
    status: str
    duplicate_of: str | None
    pages: int | None
    read_by: str
    stored_at: dt.datetime
    changed_at: dt.datetime
    tasks: int
    citations: int
    labels: tuple[str, ...] = ()


@dataclass(frozen=True)
class DocumentFilter:
    """What is asked for; `None` means any. `number`, and those of documents that it `cites` or
    `cites_not`, may be written in any way; `issuer` is words of the name, as for deadlines.
    `cites_stored` and `cites_not_stored` are ids; `lower` leaves those of a lower level than
    the document so named. `label` is a label written in any way."""

    number: str | None = None
    issuer: str | None = None
    cites: str | None = None
    cites_not: str | None = None
    cites_stored: str | None = None
    cites_not_stored: str | None = None
    lower: bool = False
    area: str | None = None
    level: str | None = None
    issued_from: dt.date | None = None
    issued_until: dt.date | None = None
    year: int | None = None
    status: str | None = None
    label: str | None = None
    order: Order = "arrival"
    limit: int | None = None
    offset: int = 0


_ROWS = f"""SELECT d.id, d.name, d.kind, d.number, u.name AS issuer, u.area, d.level, d.issued_on,
  d.subject, d.period, d.status, o.id AS duplicate_of, d.pages, d.read_by, d.stored_at,
  d.changed_at, (SELECT count(*) FROM tasks t WHERE t.doc = d.doc) AS tasks,
  (SELECT count(*) FROM citations c WHERE c.doc = d.doc) AS citations,
  {COLUMNS}
  FROM documents d LEFT JOIN units u ON u.unit = d.issuer
  LEFT JOIN documents o ON o.doc = d.duplicate_of """
_ORDERS: dict[Order, str] = {
    "arrival": "ORDER BY d.doc DESC",
    "issued": "ORDER BY d.issued_on DESC, d.doc DESC",
    "issuer": "ORDER BY u.sort_key, d.issued_on DESC, d.doc DESC",
    "subject": "ORDER BY d.subject_sort, d.doc DESC",
}
_NEAREST = 5


def list_documents(connection: sqlite3.Connection, wanted: DocumentFilter) -> list[DocumentRow]:
    """The documents that a filter asks for, the newest arrival first unless asked otherwise."""
    where, values = _where(connection, wanted)
    sorted_by_issuer = "LEFT JOIN units u ON u.unit = d.issuer" if wanted.order == "issuer" else ""
    # First which ones, by an index alone where there is one; then the rows of just these.
    numbers = connection.execute(
        f"""SELECT d.doc FROM documents d {sorted_by_issuer} {where} {_ORDERS[wanted.order]}
        LIMIT :limit OFFSET :offset""",
        {
            **values,
            "limit": -1 if wanted.limit is None else wanted.limit,
            "offset": wanted.offset,
        },
    )
    docs = [int(row[0]) for row in numbers]
    rows = rows_of(connection, docs)
    return [rows[doc] for doc in docs]


def rows_of(connection: sqlite3.Connection, docs: list[int]) -> dict[int, DocumentRow]:
    """The rows of these documents, by their internal numbers."""
    rows = connection.execute(
        _ROWS.replace("SELECT d.id,", "SELECT d.doc, d.id,", 1)
        + "WHERE d.doc IN (SELECT value FROM json_each(?))",
        (json.dumps(docs),),
    )
    return {int(row["doc"]): _row(row) for row in rows}


def count_documents(connection: sqlite3.Connection, wanted: DocumentFilter) -> int:
    """How many documents a filter asks for."""
    where, values = _where(connection, wanted)
    row = connection.execute(f"SELECT count(*) FROM documents d {where}", values)
    return int(row.fetchone()[0])


_CITES = "EXISTS (SELECT 1 FROM citations c WHERE c.doc = d.doc AND c.number_key = {})"
_MEAN = """(SELECT doc FROM citations WHERE target = {0} UNION SELECT c.doc
  FROM citation_candidates x JOIN citations c USING (citation) WHERE x.doc = {0})"""
_STORED = "(SELECT doc FROM documents WHERE id = :{})"
_RANK = "coalesce((SELECT rank FROM documents WHERE id = :lower), -1)"
_CLAUSES = {
    "cites_stored": "d.doc IN " + _MEAN.format(_STORED.format("cites_stored")),
    "cites_not_stored": "d.doc NOT IN " + _MEAN.format(_STORED.format("cites_not_stored")),
    "other": "d.id <> :other",
    "lower": f"coalesce(d.rank, 0) > {_RANK}",
    "number": "d.number_key = :number",
    "cites": _CITES.format(":cites"),
    "cites_not": "NOT " + _CITES.format(":cites_not"),
    "issuer": "d.issuer IN (SELECT value FROM json_each(:issuer))",
    "area": "d.area_key = :area",
    "level": "d.level = :level",
    "status": "d.status = :status",
    "label": "d.doc IN (SELECT value FROM json_each(:label))",
    "first": "d.issued_on BETWEEN :first AND :last",
    "issued_from": "d.issued_on >= :issued_from",
    "issued_until": "d.issued_on <= :issued_until",
}


def _where(
    connection: sqlite3.Connection, wanted: DocumentFilter
) -> tuple[str, dict[str, str | None]]:
    """Only what is asked for, so that its index is used."""
    stored = wanted.cites_stored or wanted.cites_not_stored
    values = {
        "cites_stored": wanted.cites_stored,
        "cites_not_stored": wanted.cites_not_stored,
        "other": stored,
        "lower": stored if wanted.lower else None,
        "number": number_key(wanted.number) if wanted.number else None,
        "cites": number_key(wanted.cites) if wanted.cites else None,
        "cites_not": number_key(wanted.cites_not) if wanted.cites_not else None,
        "issuer": json.dumps(matching_units(connection, wanted.issuer)) if wanted.issuer else None,
        "area": words_key(wanted.area) if wanted.area else None,
        "level": wanted.level,
        "status": wanted.status,
        "label": labelled(connection, wanted.label) if wanted.label else None,
        "issued_from": wanted.issued_from.isoformat() if wanted.issued_from else None,
        "issued_until": wanted.issued_until.isoformat() if wanted.issued_until else None,
        "first": f"{wanted.year:04}-01-01" if wanted.year else None,
        "last": f"{wanted.year:04}-12-31" if wanted.year else None,
    }
    clauses = [clause for name, clause in _CLAUSES.items() if values[name] is not None]
    if wanted.status is None:
        clauses.append("d.status <> 'duplicate'")
    return "WHERE " + " AND ".join(clauses), values


@dataclass(frozen=True)
class Found:
    """Documents that words mean: `exact` when one of id, number or file name is just these
    words, else the rows are only the nearest."""

    rows: list[DocumentRow]
    exact: bool


def find_documents(connection: sqlite3.Connection, words: str) -> Found:
    """By id, number or file name, in this order; the nearest where none is just these words."""
    words = words.strip()
    for where, value in (
        ("WHERE d.id = ?", words.lower()),
        ("WHERE d.number_key = ?", number_key(words)),
        ("WHERE d.name_key = ?", words_key(words)),
        ("WHERE d.name_key >= ?1 || ' ' AND d.name_key < ?1 || '!'", words_key(words)),
    ):
        if value:
            found = connection.execute(_ROWS + where + " ORDER BY d.doc", (value,)).fetchall()
            if found:
                return Found([_row(row) for row in found], exact=True)
    return Found(_nearest(connection, words), exact=False)


def _nearest(connection: sqlite3.Connection, words: str) -> list[DocumentRow]:
    """Ids that begin so, numbers with the same digits, then file names that look alike."""
    key = number_key(words)
    digits = key.split("/")[0].split("-")[0]
    rows = connection.execute(
        _ROWS
        + """WHERE (length(?1) >= 4 AND d.id >= ?1 AND d.id < ?1 || 'g')
        OR (?2 <> '' AND (d.number_key >= ?2 || '/' AND d.number_key < ?2 || '0'
          OR d.number_key >= ?2 || '-' AND d.number_key < ?2 || '.'))
        ORDER BY d.doc DESC LIMIT 200""",
        (words.lower(), digits if digits.isdecimal() else ""),
    ).fetchall()
    if not rows:
        rows = _by_words(connection, words)
    matcher = SequenceMatcher(None, b=words_key(words), autojunk=False)
    return [_row(row) for row in sorted(rows, key=lambda row: _distance(matcher, row))[:_NEAREST]]


def _by_words(connection: sqlite3.Connection, words: str) -> list[sqlite3.Row]:
    from store.search import any_of

    query = any_of(words)
    if query:
        found = connection.execute(
            _ROWS + "WHERE d.doc IN (SELECT rowid FROM search WHERE search MATCH ?"
            " ORDER BY rowid DESC LIMIT 200)",
            (query,),
        ).fetchall()
        if found:
            return found
    return connection.execute(_ROWS + "ORDER BY d.doc DESC LIMIT 200").fetchall()


def _distance(matcher: "SequenceMatcher[str]", row: sqlite3.Row) -> float:
    best = 0.0
    for name in (row["name"], row["number"] or "", row["subject"] or ""):
        matcher.set_seq1(words_key(name))
        best = max(best, matcher.ratio())
    return -best


def _row(row: sqlite3.Row) -> DocumentRow:
    values = {key: row[key] for key in DocumentRow.model_fields if key != "labels"}
    return DocumentRow.model_validate({**values, "labels": labels_in(row)})
