"""Resolving all citations in one go, number by number, after many documents were loaded.

One at a time, what arrives is tried on what waits for it and the other way round, each at random
places of a large database. Here the documents of a number are looked up once for all citations
that have it. What comes out is the same (`store.resolve`).
"""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter

from store.fitting import Choice, Cited, Mention, Stored, chosen, fit_of, is_crowded
from store.resolve import CITATION, DOCUMENT, meaning
from store.surroundings import OfStored

_AT_ONCE = 10_000  # meanings that are written together

Meant = tuple[Cited, Mention, Choice]


def resolve_all(connection: sqlite3.Connection) -> None:
    """What every citation means, whatever was known of it; inside the caller's transaction."""
    connection.execute("DELETE FROM citation_candidates")
    connection.execute("DELETE FROM crowded_citations")
    connection.execute(
        """CREATE TEMP TABLE meanings (citation INTEGER PRIMARY KEY, resolution TEXT NOT NULL,
        target INTEGER)"""
    )
    try:
        _keep(connection, _meanings(connection))
        _settle(connection)
    finally:
        connection.execute("DROP TABLE temp.meanings")


def _meanings(connection: sqlite3.Connection) -> Iterator[Meant]:
    yield from _by_number(connection)
    rows = connection.execute(
        CITATION + "WHERE c.number_key IS NULL AND c.issued_on IS NOT NULL ORDER BY c.issued_on"
    )
    for row in rows:
        citation, around = Cited(*row), OfStored(connection)
        mention = around.mention(citation)
        yield citation, mention, meaning(connection, citation, around)


def _by_number(connection: sqlite3.Connection) -> Iterator[Meant]:
    rows = connection.execute(
        DOCUMENT + "WHERE number_key IS NOT NULL AND status <> 'duplicate' ORDER BY number_key, doc"
    )
    documents = (Stored(*row) for row in rows)
    for number, some in groupby(documents, key=attrgetter("number")):
        shelf = _Numbered(some)
        for row in connection.execute(CITATION + "WHERE c.number_key = ?", (number,)):
            citation, around = Cited(*row), OfStored(connection)
            mention = around.mention(citation)
            areas = around.areas(citation.doc)
            fits = (fit_of(citation, mention, one, areas)
                    for one in shelf.candidates(citation, mention, areas))  # fmt: skip
            yield citation, mention, chosen([fit for fit in fits if fit is not None])


class _Numbered:
    """The documents of one number, by what a citation may say besides it."""

    def __init__(self, documents: Iterable[Stored]) -> None:
        self._all: dict[int, Stored] = {}
        self._by_day: dict[str | None, list[int]] = defaultdict(list)
        self._by_area: dict[str, list[int]] = defaultdict(list)
        for one in documents:
            self._all[one.doc] = one
            self._by_day[one.issued_on].append(one.doc)
            self._by_area[one.area].append(one.doc)

    def candidates(self, citation: Cited, mention: Mention, areas: set[str]) -> list[Stored]:
        """Those that may fit, as `store.resolve` finds them."""
        year = mention.day[:4] if mention.day else citation.year
        found = [
            one
            for doc in sorted(self._placed(citation, mention.day, areas))
            if (one := self._all[doc]).doc != citation.doc
            and (year is None or one.issued_on is None or int(one.issued_on[:4]) == int(year))
        ]
        numbers = {one.doc for one in found}
        return [one for one in found if one.duplicate_of not in numbers]

    def _placed(self, citation: Cited, day: str | None, areas: set[str]) -> Iterable[int]:
        # As `store.resolve._PLACED` says it to the database; a test holds the two together.
        if citation.area:
            return (*self._by_area[""], *self._by_area[citation.area])
        if day is None or not citation.home:
            return self._all
        places = {"", citation.home} | areas
        named = (doc for place in places for doc in self._by_area.get(place, ()))
        return {*self._by_day.get(day, ()), *self._by_day.get(None, ()), *named}


def _keep(connection: sqlite3.Connection, meanings: Iterable[Meant]) -> None:
    meant: list[tuple[int, str, int | None]] = []
    candidates: list[tuple[int, int]] = []
    crowded: list[tuple[int]] = []

    def write() -> None:
        connection.executemany("INSERT INTO temp.meanings VALUES (?, ?, ?)", meant)
        connection.executemany("INSERT INTO citation_candidates VALUES (?, ?)", candidates)
        connection.executemany("INSERT INTO crowded_citations VALUES (?)", crowded)
        for some in (meant, candidates, crowded):
            some.clear()

    for citation, mention, choice in meanings:
        target = choice.docs[0] if choice.resolution == "resolved" else None
        if choice.resolution != "not-in-database":
            meant.append((citation.citation, choice.resolution, target))
        if choice.resolution == "ambiguous":
            candidates += [(citation.citation, doc) for doc in choice.docs]
            if is_crowded(citation, mention, choice):
                crowded.append((citation.citation,))
        if len(meant) >= _AT_ONCE:
            write()
    write()


def _settle(connection: sqlite3.Connection) -> None:
    """Into the citations in the order of their rows, so that each page is touched once."""
    connection.execute(
        """UPDATE citations SET resolution = 'not-in-database', target = NULL
        WHERE resolution <> 'not-in-database'
          AND citation NOT IN (SELECT citation FROM temp.meanings)"""
    )
    connection.execute(
        """UPDATE citations SET (resolution, target) =
          (SELECT m.resolution, m.target FROM temp.meanings m WHERE m.citation = citations.citation)
        WHERE citation IN (SELECT citation FROM temp.meanings)"""
    )
