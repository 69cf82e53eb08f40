"""Which stored document a citation means: by number, day, issuer and place.

A number alone names many documents (`15/KH-UBND` is one of every district and year), so a
citation is `resolved` only where one document fits and something besides the number says so;
else it is `ambiguous`, with its candidates, or `not-in-database`. What arrives later is tried
on the citations that wait for its number.
"""

# ruff: noqa: S608 - fixed fragments are joined; every value is bound
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

Resolution = Literal["resolved", "ambiguous", "not-in-database"]

_CITATION = """SELECT c.citation, c.doc, c.kind, c.number_key, c.issued_on, c.year, c.issuer_key,
  c.area_key, c.resolution, c.target, d.area_key AS home, d.rank AS home_rank,
  d.issued_on AS home_day FROM citations c JOIN documents d USING (doc) """
_DOCUMENT = """SELECT doc, kind, number_key, issued_on, issuer_key, area_key, rank, duplicate_of,
  status FROM documents """


@dataclass(frozen=True)
class Mention:
    """Day and issuer (a key) by which a number is cited, here or elsewhere in the document."""

    day: str | None
    issuer: str


@dataclass(frozen=True)
class Fit:
    """How well a document fits a citation; `sure` where it is not the number alone."""

    doc: int
    points: int
    sure: bool


def resolve_own(connection: sqlite3.Connection, doc: int) -> None:
    """Resolve the citations of a document that came in or changed."""
    rows = connection.execute(_CITATION + "WHERE c.doc = ? ORDER BY c.position", (doc,)).fetchall()
    places = _Places(connection)
    for row in rows:
        _resolve(connection, row, places)


def resolve_waiting(
    connection: sqlite3.Connection, doc: int, was: tuple[str | None, str | None] = (None, None)
) -> None:
    """Resolve again the citations of other documents that may mean this one, or did.

    `was` is its number key and day before a change. Citations that it can't be meant by are
    passed over: they are many where a number is used everywhere, and nothing changes for them.
    """
    document = connection.execute(_DOCUMENT + "WHERE doc = ?", (doc,)).fetchone()
    now = (document["number_key"], document["issued_on"])
    places, seen = _Places(connection), set[int]()
    waiting = _waiting(connection, doc, *now, document["area_key"])
    for row in [*_linked(connection, doc), *waiting]:
        linked = row["target"] == doc or row["resolution"] == "ambiguous"
        if row["citation"] in seen or not (linked or _may_mean(row, document, places)):
            continue
        seen.add(row["citation"])
        _resolve(connection, row, places)
    if was != now:
        for row in list(_waiting(connection, doc, *was, "")):
            if row["citation"] not in seen:
                _resolve(connection, row, places)


def _linked(connection: sqlite3.Connection, doc: int) -> list[sqlite3.Row]:
    """Citations that mean the document now, or may mean it."""
    return connection.execute(
        _CITATION
        + """WHERE c.target = ?1 OR c.citation IN
          (SELECT citation FROM citation_candidates WHERE doc = ?1)""",
        (doc,),
    ).fetchall()


def _waiting(
    connection: sqlite3.Connection, doc: int, number: str | None, day: str | None, area: str
) -> Iterable[sqlite3.Row]:
    """Citations by a number (of a year), or without one by a day, that name no other place."""
    elsewhere = "AND (?1 = '' OR c.area_key IN ('', ?1)) AND c.doc <> ?2"
    if number is not None and day is None:
        yield from connection.execute(
            _CITATION + "WHERE c.number_key = ?3 " + elsewhere, (area, doc, number)
        )
    elif number is not None and day is not None:
        for year in (int(day[:4]), None):
            yield from connection.execute(
                _CITATION + "WHERE c.number_key = ?3 AND c.year IS ?4 " + elsewhere,
                (area, doc, number, year),
            )
    if day is not None:
        yield from connection.execute(
            _CITATION + "WHERE c.number_key IS NULL AND c.issued_on = ?3 " + elsewhere,
            (area, doc, day),
        )


def _may_mean(citation: sqlite3.Row, document: sqlite3.Row, places: "_Places") -> bool:
    """Whether the document fits at all; what needs no look-up is asked first."""
    if _issuer_fit(citation["issuer_key"], document["issuer_key"]) is None:
        return False
    return fit_of(citation, places.full_mention(citation), document, places) is not None


def _resolve(connection: sqlite3.Connection, citation: sqlite3.Row, places: "_Places") -> None:
    mention = places.full_mention(citation)
    fits = [
        fit
        for document in _candidates(connection, citation, mention)
        if (fit := fit_of(citation, mention, document, places))
    ]
    _store(connection, citation, *chosen(fits))


def chosen(fits: Sequence[Fit]) -> tuple[Resolution, list[int]]:
    """The one that fits best by a clear margin, else all of the best as candidates."""
    if not fits:
        return "not-in-database", []
    best = max(fit.points for fit in fits)
    top = [fit for fit in fits if fit.points == best]
    if len(top) == 1 and top[0].sure:
        return "resolved", [top[0].doc]
    return "ambiguous", sorted(fit.doc for fit in fits if fit.points >= best - 2)


def fit_of(
    citation: sqlite3.Row, mention: Mention, document: sqlite3.Row, places: "_Places"
) -> Fit | None:
    """`None` where the document cannot be meant."""
    dated = _day_fit(citation, mention.day, document)
    issued = _issuer_fit(mention.issuer, document["issuer_key"])
    if dated is None or issued is None:
        return None
    placed = _area_fit(citation, document, places)
    if placed is None:
        return None
    later = citation["home_day"] and (document["issued_on"] or "") > citation["home_day"]
    if later and dated < 4:  # only a printed day proves that a plan cites a younger document
        return None
    kind = 1 if citation["kind"] == document["kind"] else -1
    same_year = dated > 0
    sure = (dated == 4 and issued + placed > 0) or (same_year and placed >= 2)
    sure = sure or (placed >= 2 and issued == 2 and citation["number_key"] is not None)
    if citation["number_key"] is None:
        sure = dated == 4 and issued == 2 and placed >= 2 and kind == 1
    return Fit(int(document["doc"]), dated + issued + placed + kind, sure)


def _day_fit(citation: sqlite3.Row, day: str | None, document: sqlite3.Row) -> int | None:
    """4 the day, 2 the year, 1 another day of the year, 0 unknown; `None` another year."""
    issued = document["issued_on"]
    year = int(day[:4]) if day else citation["year"]
    if issued is None or year is None:
        return 0
    if int(issued[:4]) != year:
        return None
    if day is None:
        return 2
    return 4 if issued == day else 1


def _issuer_fit(one: str, other: str) -> int | None:
    if not one or not other:
        return 0
    if one == other:
        return 2
    return 1 if one.startswith(other) or other.startswith(one) else None


def _area_fit(citation: sqlite3.Row, document: sqlite3.Row, places: "_Places") -> int | None:
    """3 the place that is cited, 2 one that the citing document names or the whole country,
    0 unknown, -1 a place that it never names; `None` another place than the cited."""
    cited, area = citation["area_key"], document["area_key"]
    if cited and area:
        return 3 if cited == area else None
    if not area:
        return 2 if document["rank"] is not None and document["rank"] <= 2 else 0
    if area == citation["home"] or area in places.of(citation["doc"]):
        return 2
    same_level = document["rank"] is not None and document["rank"] == citation["home_rank"]
    if same_level and citation["home"]:
        return None
    return -1 if citation["home"] else 0


def _candidates(
    connection: sqlite3.Connection, citation: sqlite3.Row, mention: Mention
) -> list[sqlite3.Row]:
    year = mention.day[:4] if mention.day else citation["year"]
    if citation["number_key"] is not None:
        found = connection.execute(
            _DOCUMENT
            + """WHERE number_key = ?1 AND doc <> ?2 AND status <> 'duplicate' AND (?3 IS NULL
              OR issued_on IS NULL OR issued_on BETWEEN ?3 || '-01-01' AND ?3 || '-12-31')""",
            (citation["number_key"], citation["doc"], None if year is None else f"{year:0>4}"),
        ).fetchall()
    elif mention.day is not None and citation["issuer_key"]:
        found = connection.execute(
            _DOCUMENT + "WHERE issued_on = ? AND kind = ? AND doc <> ? AND status <> 'duplicate'",
            (mention.day, citation["kind"], citation["doc"]),
        ).fetchall()
    else:
        return []
    numbers = {row["doc"] for row in found}  # a probable copy does not make its twin doubtful
    return [row for row in found if row["duplicate_of"] not in numbers]


def _store(
    connection: sqlite3.Connection, citation: sqlite3.Row, resolution: Resolution, docs: list[int]
) -> None:
    target = docs[0] if resolution == "resolved" else None
    number = citation["citation"]
    if (citation["resolution"], citation["target"]) != (resolution, target):
        connection.execute(
            "UPDATE citations SET resolution = ?, target = ? WHERE citation = ?",
            (resolution, target, number),
        )
    if resolution == "ambiguous" or citation["resolution"] == "ambiguous":
        connection.execute("DELETE FROM citation_candidates WHERE citation = ?", (number,))
    if resolution == "ambiguous":
        connection.executemany(
            "INSERT INTO citation_candidates (citation, doc) VALUES (?, ?)",
            [(number, doc) for doc in docs],
        )


class _Places:
    """What citing documents say besides one citation, each document looked up once."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._areas: dict[int, set[str]] = {}

    def of(self, doc: int) -> set[str]:
        """The places that a document names."""
        if doc not in self._areas:
            rows = self._connection.execute(
                "SELECT area_key FROM document_areas WHERE doc = ?", (doc,)
            )
            self._areas[doc] = {str(row[0]) for row in rows}
        return self._areas[doc]

    def full_mention(self, citation: sqlite3.Row) -> Mention:
        """A short mention takes day and issuer from a fuller one of the same number."""
        day, issuer = citation["issued_on"], str(citation["issuer_key"])
        full = day is not None and issuer
        if full or citation["number_key"] is None or (day is None and citation["year"] is not None):
            return Mention(day, issuer)
        row = self._connection.execute(
            """SELECT issued_on, issuer_key FROM citations INDEXED BY citations_document
            WHERE doc = ?1 AND number_key = ?2 AND issued_on IS NOT NULL
              AND (?3 IS NULL OR issued_on = ?3)
            ORDER BY issuer_key = '', position LIMIT 1""",
            (citation["doc"], citation["number_key"], day),
        ).fetchone()
        if row is None:
            return Mention(day, issuer)
        return Mention(row["issued_on"], issuer or str(row["issuer_key"]))
