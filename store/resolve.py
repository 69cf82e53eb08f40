"""Which stored documents the citations mean, kept up to date as documents come and change.

What arrives late is tried on the citations that wait for its number, without reading anything
again; where a number is used everywhere, only those that it fits at all are looked at.
"""

# ruff: noqa: S608 - fixed fragments are joined; every value is bound
import json
import sqlite3
from collections.abc import Iterable

from schemas import Plan
from store.fitting import (
    Choice,
    Cited,
    Fit,
    Mention,
    Stored,
    chosen,
    fit_of,
    is_crowded,
    issuer_fit,
)
from store.surroundings import OfDraft, OfStored, Surroundings

CITATION = """SELECT c.citation, c.doc, c.kind, c.number_key, c.issued_on, c.year, c.issuer_key,
  c.area_key, c.resolution, c.target, d.area_key, d.rank, d.issued_on
  FROM citations c JOIN documents d USING (doc) """
DOCUMENT = """SELECT doc, kind, number_key, issued_on, issuer_key, area_key, rank, duplicate_of
  FROM documents """
# A citation that prints no place, and the place of a document: what `fit_of` rules out at once.
_NEAR = """AND (c.issued_on = ?5 OR c.area_key <> '' OR d.area_key IN ('', ?1)
    OR (c.issued_on IS NULL AND d.rank IS NOT ?6 AND NOT EXISTS
      (SELECT 1 FROM crowded_citations w WHERE w.citation = c.citation))
    OR EXISTS (SELECT 1 FROM document_areas a WHERE a.doc = c.doc AND a.area_key = ?1))
  AND (c.issued_on = ?5 OR d.issued_on IS NULL OR d.issued_on >= ?5 OR (c.year IS NULL AND c.doc IN
    (SELECT e.doc FROM citations e WHERE e.number_key = ?3
      AND e.year = CAST(substr(?5, 1, 4) AS INTEGER) AND e.issued_on = ?5)))"""
# `store.resolve_all._Numbered._placed` says the same of documents in memory.
_PLACED = """AND CASE WHEN ?3 <> '' THEN area_key IN ('', ?3)
    ELSE ?4 IS NULL OR issued_on IS NULL OR issued_on = ?4
      OR area_key IN (SELECT value FROM json_each(?5)) END"""


def resolve_own(connection: sqlite3.Connection, doc: int) -> None:
    """Resolve the citations of a document that came in or changed."""
    rows = connection.execute(CITATION + "WHERE c.doc = ? ORDER BY c.position", (doc,)).fetchall()
    around = OfStored(connection)
    for row in rows:
        _resolve(connection, Cited(*row), around)


def resolve_arrived(connection: sqlite3.Connection, doc: int) -> None:
    """Resolve the citations of other documents that may mean this new one: it is compared with
    what they mean so far, not with everything else of its number."""
    document = _stored(connection, doc)
    around = OfStored(connection)
    for citation in _waiting(connection, document):
        fit = _fit(citation, document, around)
        if fit is None:
            continue
        known = None if document.duplicate_of else _known(connection, citation, around)
        if known is None or (citation.resolution == "resolved" and fit.points >= known[0].points):
            _resolve(connection, citation, around)  # those next to the best were not kept
        elif citation.resolution != "resolved":
            choice = chosen([*known, fit])
            if choice.kept != tuple(known):
                _store(connection, citation, choice, around)


def resolve_waiting(
    connection: sqlite3.Connection, doc: int, was: tuple[str | None, str | None] = (None, None)
) -> None:
    """Resolve again the citations of other documents that may mean this one, or did; `was` is
    its number key and day before a change."""
    document = _stored(connection, doc)
    around = OfStored(connection)
    again = {one.citation: one for one in _linked(connection, doc)}
    for one in _waiting(connection, document):
        if one.citation not in again and _fit(one, document, around):
            again[one.citation] = one
    if was != (document.number, document.issued_on):
        again |= {one.citation: one for one in _waited(connection, doc, *was)}
    for one in again.values():
        _resolve(connection, one, around)


def resolve_draft(connection: sqlite3.Connection, plan: Plan) -> list[Choice]:
    """What each citation of a record means that is not stored, in order; nothing is kept."""
    around = OfDraft(plan)
    return [meaning(connection, one, around) for one in around.citations]


def _linked(connection: sqlite3.Connection, doc: int) -> list[Cited]:
    """Citations that mean the document now, or may mean it."""
    rows = connection.execute(
        CITATION
        + """WHERE c.target = ?1 OR c.citation IN
          (SELECT citation FROM citation_candidates WHERE doc = ?1)""",
        (doc,),
    )
    return [Cited(*row) for row in rows.fetchall()]


def _stored(connection: sqlite3.Connection, doc: int) -> Stored:
    return Stored(*connection.execute(DOCUMENT + "WHERE doc = ?", (doc,)).fetchone())


def _waiting(connection: sqlite3.Connection, document: Stored) -> Iterable[Cited]:
    """Citations by the document's number, or without one by its day, that it may fit."""
    doc, number, day, area = document.doc, document.number, document.issued_on, document.area
    if day is None or area == "":
        return _waited(connection, doc, number, day, area)
    found: list[sqlite3.Row] = []
    for year in (int(day[:4]), None) if number else ():
        found += connection.execute(
            CITATION
            + """WHERE c.number_key = ?3 AND c.year IS ?4 AND c.doc <> ?2
              AND c.area_key IN ('', ?1) """
            + _NEAR,
            (area, doc, number, year, day, document.rank),
        ).fetchall()
    found += _of_day(connection, doc, day, area)
    return (Cited(*row) for row in found)


def _waited(
    connection: sqlite3.Connection, doc: int, number: str | None, day: str | None, area: str = ""
) -> Iterable[Cited]:
    """Citations by a number (of a year), or without one by a day, that name no other place."""
    found: list[sqlite3.Row] = []
    if number is not None:
        found += connection.execute(
            CITATION
            + """WHERE c.number_key = ?3 AND (?4 IS NULL OR c.year IS NULL OR c.year = ?4)
              AND (?1 = '' OR c.area_key IN ('', ?1)) AND c.doc <> ?2""",
            (area, doc, number, None if day is None else int(day[:4])),
        ).fetchall()
    if day is not None:
        found += _of_day(connection, doc, day, area)
    return (Cited(*row) for row in found)


def _of_day(connection: sqlite3.Connection, doc: int, day: str, area: str) -> list[sqlite3.Row]:
    return connection.execute(
        CITATION
        + """WHERE c.number_key IS NULL AND c.issued_on = ?3
          AND (?1 = '' OR c.area_key IN ('', ?1)) AND c.doc <> ?2""",
        (area, doc, day),
    ).fetchall()


def _fit(citation: Cited, document: Stored, around: Surroundings) -> Fit | None:
    """How the document fits; what needs no look-up is asked first."""
    if issuer_fit(citation.issuer, document.issuer) is None:
        return None
    areas = around.areas(citation.doc)
    return fit_of(citation, around.mention(citation), document, areas)


def _known(
    connection: sqlite3.Connection, citation: Cited, around: Surroundings
) -> list[Fit] | None:
    """How what a citation means so far fits it; `None` where that is to be found out anew."""
    if citation.resolution == "not-in-database":
        return []
    rows = connection.execute(
        DOCUMENT
        + """WHERE doc = ?1 OR doc IN (SELECT doc FROM citation_candidates WHERE citation = ?2)
          ORDER BY doc""",
        (citation.target, citation.citation),
    ).fetchall()
    fits = [fit for row in rows if (fit := _fit(citation, Stored(*row), around)) is not None]
    return fits if fits and len(fits) == len(rows) else None


def _resolve(connection: sqlite3.Connection, citation: Cited, around: Surroundings) -> None:
    _store(connection, citation, meaning(connection, citation, around), around)


def meaning(connection: sqlite3.Connection, citation: Cited, around: Surroundings) -> Choice:
    """What one citation means, whatever is known of it so far."""
    mention = around.mention(citation)
    areas = around.areas(citation.doc)
    candidates = _candidates(connection, citation, mention, areas)
    fits = (fit_of(citation, mention, document, areas) for document in candidates)
    return chosen([fit for fit in fits if fit is not None])


def _candidates(
    connection: sqlite3.Connection, citation: Cited, mention: Mention, areas: set[str]
) -> list[Stored]:
    year = mention.day[:4] if mention.day else citation.year
    if citation.number is not None:
        found = _numbered(connection, citation, mention.day, areas, year)
    elif mention.day is not None and citation.issuer:
        found = connection.execute(
            DOCUMENT + "WHERE issued_on = ? AND kind = ? AND doc <> ? AND status <> 'duplicate'",
            (mention.day, citation.kind, citation.doc),
        ).fetchall()
    else:
        return []
    documents = [Stored(*row) for row in found]
    numbers = {one.doc for one in documents}  # a probable copy does not make its twin doubtful
    return [one for one in documents if one.duplicate_of not in numbers]


def _numbered(
    connection: sqlite3.Connection,
    citation: Cited,
    day: str | None,
    areas: set[str],
    year: str | int | None,
) -> list[sqlite3.Row]:
    """Documents of the citation's number: of its year or none, and where it tells a day or a
    place, of these."""
    places = json.dumps(sorted({"", citation.home} | areas), ensure_ascii=False)
    day = day if citation.home else None  # who has no place itself may mean any
    keys = (citation.number, citation.doc, citation.area, day, places)
    numbered = DOCUMENT + "WHERE number_key = ?1 AND doc <> ?2 AND status <> 'duplicate' "
    if year is None:
        return connection.execute(numbered + _PLACED, keys).fetchall()
    within = numbered + "AND issued_on BETWEEN ?6 || '-01-01' AND ?6 || '-12-31' " + _PLACED
    found = connection.execute(within, (*keys, f"{year:0>4}")).fetchall()
    return (
        found + connection.execute(numbered + "AND issued_on IS NULL " + _PLACED, keys).fetchall()
    )


def _store(
    connection: sqlite3.Connection, citation: Cited, choice: Choice, around: Surroundings
) -> None:
    key, ambiguous = (citation.citation,), choice.resolution == "ambiguous"
    target = choice.docs[0] if choice.resolution == "resolved" else None
    if (citation.resolution, citation.target) != (choice.resolution, target):
        connection.execute(
            "UPDATE citations SET resolution = ?, target = ? WHERE citation = ?",
            (choice.resolution, target, *key),
        )
    if citation.resolution == "ambiguous":
        connection.execute("DELETE FROM citation_candidates WHERE citation = ?", key)
        connection.execute("DELETE FROM crowded_citations WHERE citation = ?", key)
    if ambiguous:
        connection.executemany(
            "INSERT INTO citation_candidates (citation, doc) VALUES (?, ?)",
            [(citation.citation, doc) for doc in choice.docs],
        )
    if ambiguous and is_crowded(citation, around.mention(citation), choice):
        connection.execute("INSERT INTO crowded_citations (citation) VALUES (?)", key)
