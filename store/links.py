"""Citations both ways, and the chain from a plan up to the law."""

# ruff: noqa: S608 - fixed fragments are joined; every value is bound
import datetime as dt
import json
import sqlite3
from dataclasses import dataclass

from schemas import DocumentRef, Role
from store import documents
from store.fitting import Resolution

_UPWARD = ("basis", "implements", "continues")
_MOST_LINKS = 500


@dataclass(frozen=True)
class CitationLink:
    """One citation and what it resolves to. `document` cites; `item` is the citation's id in
    its record; `target` is set when resolved, `candidates` when ambiguous."""

    document: DocumentRef
    item: str
    role: Role
    kind: str
    number: str | None
    issued_on: dt.date | None
    year: int | None
    issuer: str | None
    subject: str | None
    as_written: str
    resolution: Resolution
    target: DocumentRef | None
    candidates: tuple[DocumentRef, ...] = ()


@dataclass(frozen=True)
class ChainLink:
    """A link of the chain, `depth` steps above the plan it was asked for (1 is its own)."""

    depth: int
    link: CitationLink


_LINKS = """SELECT c.*, d.id AS document, d.name AS document_name, t.id AS target_id,
  t.name AS target_name FROM citations c JOIN documents d USING (doc)
  LEFT JOIN documents t ON t.doc = c.target """


def citation_links(connection: sqlite3.Connection, document_id: str) -> list[CitationLink]:
    """What a document cites, in order of appearance."""
    doc = documents.number_of(connection, document_id)
    rows = connection.execute(_LINKS + "WHERE c.doc = ? ORDER BY c.position", (doc,))
    return [_link(connection, row) for row in rows]


def cited_by(connection: sqlite3.Connection, document_id: str) -> list[CitationLink]:
    """The citations of other documents that mean this one, or may mean it, newest first."""
    doc = documents.number_of(connection, document_id)
    rows = connection.execute(
        _LINKS
        + """WHERE c.target = ?1 OR c.citation IN
          (SELECT citation FROM citation_candidates WHERE doc = ?1)
        ORDER BY d.issued_on DESC, c.doc DESC, c.position""",
        (doc,),
    )
    return [_link(connection, row) for row in rows]


def all_links(
    connection: sqlite3.Connection,
    *,
    resolution: Resolution | None = None,
    limit: int | None = None,
    offset: int = 0,
) -> list[CitationLink]:
    """The citations of all documents, in order of arrival."""
    rows = connection.execute(
        _LINKS
        + """WHERE ?1 IS NULL OR c.resolution = ?1
        ORDER BY c.doc, c.position LIMIT ?2 OFFSET ?3""",
        (resolution, -1 if limit is None else limit, offset),
    )
    return [_link(connection, row) for row in rows]


def chain(connection: sqlite3.Connection, document_id: str, deepest: int = 12) -> list[ChainLink]:
    """What a plan rests on, what that rests on, and so on to the `deepest`, the nearest first.

    Only bases (căn cứ, thực hiện, tiếp theo) lead upward. A citation that resolves to nothing
    stored is an end of the chain: a law, or a document that is missing.
    """
    level = [documents.number_of(connection, document_id)]
    seen, found = set(level), list[ChainLink]()
    for depth in range(1, deepest + 1):
        rows = connection.execute(
            _LINKS
            + """WHERE c.doc IN (SELECT value FROM json_each(?)) AND c.role IN (?, ?, ?)
            ORDER BY c.doc, c.position LIMIT ?""",
            (json.dumps(level), *_UPWARD, _MOST_LINKS - len(found)),
        ).fetchall()
        found.extend(ChainLink(depth, _link(connection, row)) for row in rows)
        level = sorted({row["target"] for row in rows if row["target"] is not None} - seen)
        seen.update(level)
        if not level or len(found) >= _MOST_LINKS:
            break
    return found


def _link(connection: sqlite3.Connection, row: sqlite3.Row) -> CitationLink:
    target = None
    if row["target_id"] is not None:
        target = DocumentRef(id=row["target_id"], name=row["target_name"])
    return CitationLink(
        document=DocumentRef(id=row["document"], name=row["document_name"]),
        item=row["item"],
        role=row["role"],
        kind=row["kind"],
        number=row["number"],
        issued_on=dt.date.fromisoformat(row["issued_on"]) if row["issued_on"] else None,
        year=row["year"],
        issuer=row["issuer"],
        subject=row["subject"],
        as_written=row["as_written"],
        resolution=row["resolution"],
        target=target,
        candidates=_candidates(connection, row) if row["resolution"] == "ambiguous" else (),
    )


def _candidates(connection: sqlite3.Connection, row: sqlite3.Row) -> tuple[DocumentRef, ...]:
    rows = connection.execute(
        """SELECT d.id, d.name FROM citation_candidates c JOIN documents d USING (doc)
        WHERE c.citation = ? ORDER BY d.doc""",
        (row["citation"],),
    )
    return tuple(DocumentRef(id=one["id"], name=one["name"]) for one in rows)
