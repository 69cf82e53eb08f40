"""Which stored documents the citations mean, kept up to date as documents come and change.

What arrives late is tried on the citations that wait for its number, without reading anything
again; where a number is used everywhere, only those that it fits at all are looked at.
"""

# ruff: noqa: S608 - fixed fragments are joined; every value is bound
import sqlite3
from collections.abc import Iterable
from typing import Protocol

from schemas import Plan
from schemas.keys import number_key, words_key
from store.fitting import Cited, Mention, Resolution, Stored, chosen, fit_of, issuer_fit
from store.ranks import rank_of
from store.subjects import areas_of

_CITATION = """SELECT c.citation, c.doc, c.kind, c.number_key, c.issued_on, c.year, c.issuer_key,
  c.area_key, c.resolution, c.target, d.area_key, d.rank, d.issued_on
  FROM citations c JOIN documents d USING (doc) """
_DOCUMENT = """SELECT doc, kind, number_key, issued_on, issuer_key, area_key, rank, duplicate_of
  FROM documents """


class Surroundings(Protocol):
    """What a citing document says besides one citation."""

    def areas(self, doc: int) -> set[str]:
        """The places that it names."""

    def mention(self, citation: Cited) -> Mention:
        """Day and issuer of the citation, or of a fuller one of the same number."""


def resolve_own(connection: sqlite3.Connection, doc: int) -> None:
    """Resolve the citations of a document that came in or changed."""
    rows = connection.execute(_CITATION + "WHERE c.doc = ? ORDER BY c.position", (doc,)).fetchall()
    around = _OfStored(connection)
    for row in rows:
        _resolve(connection, Cited(*row), around)


def resolve_waiting(
    connection: sqlite3.Connection, doc: int, was: tuple[str | None, str | None] = (None, None)
) -> None:
    """Resolve again the citations of other documents that may mean this one, or did; `was` is
    its number key and day before a change."""
    row = connection.execute(_DOCUMENT + "WHERE doc = ?", (doc,)).fetchone()
    document = Stored(*row)
    now = (document.number, document.issued_on)
    around = _OfStored(connection)
    again = {one.citation: one for one in _linked(connection, doc)}
    for one in _waiting(connection, doc, *now, document.area):
        if one.citation not in again and _may_mean(one, document, around):
            again[one.citation] = one
    if was != now:
        again |= {one.citation: one for one in _waiting(connection, doc, *was, "")}
    for one in again.values():
        _resolve(connection, one, around)


def resolve_draft(connection: sqlite3.Connection, plan: Plan) -> list[tuple[Resolution, list[int]]]:
    """What each citation of a record means that is not stored, in order; nothing is kept."""
    around = _OfDraft(plan)
    return [_meaning(connection, one, around) for one in around.citations]


def _linked(connection: sqlite3.Connection, doc: int) -> list[Cited]:
    """Citations that mean the document now, or may mean it."""
    rows = connection.execute(
        _CITATION
        + """WHERE c.target = ?1 OR c.citation IN
          (SELECT citation FROM citation_candidates WHERE doc = ?1)""",
        (doc,),
    )
    return [Cited(*row) for row in rows.fetchall()]


def _waiting(
    connection: sqlite3.Connection, doc: int, number: str | None, day: str | None, area: str
) -> Iterable[Cited]:
    """Citations by a number (of a year), or without one by a day, that name no other place."""
    elsewhere = "AND (?1 = '' OR c.area_key IN ('', ?1)) AND c.doc <> ?2"
    found: list[sqlite3.Row] = []
    if number is not None and day is None:
        found += connection.execute(
            _CITATION + "WHERE c.number_key = ?3 " + elsewhere, (area, doc, number)
        ).fetchall()
    elif number is not None and day is not None:
        for year in (int(day[:4]), None):
            found += connection.execute(
                _CITATION + "WHERE c.number_key = ?3 AND c.year IS ?4 " + elsewhere,
                (area, doc, number, year),
            ).fetchall()
    if day is not None:
        found += connection.execute(
            _CITATION + "WHERE c.number_key IS NULL AND c.issued_on = ?3 " + elsewhere,
            (area, doc, day),
        ).fetchall()
    return (Cited(*row) for row in found)


def _may_mean(citation: Cited, document: Stored, around: Surroundings) -> bool:
    """Whether the document fits at all; what needs no look-up is asked first."""
    if issuer_fit(citation.issuer, document.issuer) is None:
        return False
    areas = around.areas(citation.doc)
    return fit_of(citation, around.mention(citation), document, areas) is not None


def _resolve(connection: sqlite3.Connection, citation: Cited, around: Surroundings) -> None:
    _store(connection, citation, *_meaning(connection, citation, around))


def _meaning(
    connection: sqlite3.Connection, citation: Cited, around: Surroundings
) -> tuple[Resolution, list[int]]:
    mention = around.mention(citation)
    candidates = _candidates(connection, citation, mention)
    areas = around.areas(citation.doc) if candidates else set()
    fits = (fit_of(citation, mention, document, areas) for document in candidates)
    return chosen([fit for fit in fits if fit is not None])


def _candidates(connection: sqlite3.Connection, citation: Cited, mention: Mention) -> list[Stored]:
    year = mention.day[:4] if mention.day else citation.year
    if citation.number is not None:
        found = connection.execute(
            _DOCUMENT
            + """WHERE number_key = ?1 AND doc <> ?2 AND status <> 'duplicate' AND (?3 IS NULL
              OR issued_on IS NULL OR issued_on BETWEEN ?3 || '-01-01' AND ?3 || '-12-31')""",
            (citation.number, citation.doc, None if year is None else f"{year:0>4}"),
        )
    elif mention.day is not None and citation.issuer:
        found = connection.execute(
            _DOCUMENT + "WHERE issued_on = ? AND kind = ? AND doc <> ? AND status <> 'duplicate'",
            (mention.day, citation.kind, citation.doc),
        )
    else:
        return []
    documents = [Stored(*row) for row in found.fetchall()]
    numbers = {one.doc for one in documents}  # a probable copy does not make its twin doubtful
    return [one for one in documents if one.duplicate_of not in numbers]


def _store(
    connection: sqlite3.Connection, citation: Cited, resolution: Resolution, docs: list[int]
) -> None:
    target = docs[0] if resolution == "resolved" else None
    if (citation.resolution, citation.target) != (resolution, target):
        connection.execute(
            "UPDATE citations SET resolution = ?, target = ? WHERE citation = ?",
            (resolution, target, citation.citation),
        )
    if "ambiguous" in (resolution, citation.resolution):
        connection.execute(
            "DELETE FROM citation_candidates WHERE citation = ?", (citation.citation,)
        )
    if resolution == "ambiguous":
        connection.executemany(
            "INSERT INTO citation_candidates (citation, doc) VALUES (?, ?)",
            [(citation.citation, doc) for doc in docs],
        )


class _OfStored:
    """The surroundings of stored citations; each document's places are looked up once."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._areas: dict[int, set[str]] = {}

    def areas(self, doc: int) -> set[str]:
        if doc not in self._areas:
            rows = self._connection.execute(
                "SELECT area_key FROM document_areas WHERE doc = ?", (doc,)
            )
            self._areas[doc] = {str(row[0]) for row in rows}
        return self._areas[doc]

    def mention(self, citation: Cited) -> Mention:
        if _is_full(citation):
            return Mention(citation.issued_on, citation.issuer)
        row = self._connection.execute(
            """SELECT issued_on, issuer_key FROM citations INDEXED BY citations_document
            WHERE doc = ?1 AND number_key = ?2 AND issued_on IS NOT NULL
              AND (?3 IS NULL OR issued_on = ?3)
            ORDER BY issuer_key = '', position LIMIT 1""",
            (citation.doc, citation.number, citation.issued_on),
        ).fetchone()
        return _filled(citation, None if row is None else Mention(row[0], row[1]))


class _OfDraft:
    """The surroundings of the citations of a record that is not stored."""

    def __init__(self, plan: Plan) -> None:
        issuer, day = plan.document.issuer, plan.document.issued_on
        self._places = set(areas_of(plan))
        home = words_key(issuer.area or "") if issuer else ""
        self.citations = [
            Cited(
                0,
                0,
                one.kind,
                number_key(one.number) if one.number else None,
                str(one.issued_on) if one.issued_on else None,
                one.issued_on.year if one.issued_on else one.year,
                words_key(named.name) if named else "",
                words_key(named.area or "") if named else "",
                "not-in-database",
                None,
                home,
                rank_of(issuer),
                str(day) if day else None,
            )
            for one in plan.citations
            for named in (one.issuer or one.issuer_from_symbol,)
        ]

    def areas(self, doc: int) -> set[str]:
        return self._places

    def mention(self, citation: Cited) -> Mention:
        if _is_full(citation):
            return Mention(citation.issued_on, citation.issuer)
        fuller = [
            Mention(one.issued_on, one.issuer)
            for one in self.citations
            if one.number == citation.number and one.issued_on is not None
            and citation.issued_on in (None, one.issued_on)
        ]  # fmt: skip
        return _filled(citation, min(fuller, key=lambda one: one.issuer == "", default=None))


def _is_full(citation: Cited) -> bool:
    """Whether a citation says day and issuer itself, or is one that no other can fill."""
    if citation.number is None or (citation.issued_on is None and citation.year is not None):
        return True
    return citation.issued_on is not None and citation.issuer != ""


def _filled(citation: Cited, fuller: Mention | None) -> Mention:
    if fuller is None:
        return Mention(citation.issued_on, citation.issuer)
    return Mention(fuller.day, citation.issuer or fuller.issuer)
