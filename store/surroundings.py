"""What a citing document says besides one citation: the places it names, a fuller citation of the
same number."""

import sqlite3
from typing import Protocol

from schemas import Plan
from schemas.keys import number_key, words_key
from store.fitting import Cited, Mention
from store.ranks import rank_of
from store.subjects import areas_of


class Surroundings(Protocol):
    """What a citing document says besides one citation."""

    def areas(self, doc: int) -> set[str]:
        """The places that it names."""

    def mention(self, citation: Cited) -> Mention:
        """Day and issuer of the citation, or of a fuller one of the same number."""


class OfStored:
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


class OfDraft:
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
