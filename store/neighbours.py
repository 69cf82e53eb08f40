"""Which plans may stand above a plan, and which documents a plan may concern: by index.

Resolved citations come first, and what these rest on as far as it concerns the subject. Then
those of like subject and time whose issuer stands higher and whose place the plan names, or who
are central, the nearest first. Whether they do stand above is for the checks to say; here
nothing is compared with every plan.
"""

# ruff: noqa: S608 - fixed fragments are joined; every value is bound
import datetime as dt
import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product

from schemas import Plan
from store.nearness import Times, in_time, times_of, times_of_row
from store.ranks import rank_of
from store.resolve import resolve_draft
from store.subjects import areas_of, terms_of, years_of

_MOST_CITED = 24
_MOST_ALIKE = 4  # uncited ones; the checks compare with fewer
_MOST_FOLLOWED = 20  # cited documents whose own citations are looked at
_DEEPEST = 6
_MOST_PER_TERM = 500
_LIKE = 0.34  # share of the pairs of words of the shorter subject
_VERY_LIKE = 0.6
_UP = "role IN ('basis', 'implements', 'continues')"


@dataclass(frozen=True, slots=True)
class _Alike:
    """A document of like subject; `likeness` is the share of the shorter subject's pairs."""

    doc: int
    rank: int | None
    times: Times
    likeness: float


def above(connection: sqlite3.Connection, plan: Plan, doc: int | None) -> list[int]:
    """Documents that may stand above a plan, stored (`doc`) or not, cited ones first."""
    direct = _cited_by_draft(connection, plan) if doc is None else _cited_by(connection, doc)
    cited = _with_bases(connection, plan, direct, doc)[:_MOST_CITED]
    known = {*cited, doc}
    alike = [one for one in _alike_above(connection, plan) if one not in known]
    return cited + alike[:_MOST_ALIKE]


def below(connection: sqlite3.Connection, plan: Plan, doc: int) -> list[int]:
    """Documents whose findings can change because of this one: those that cite it or may mean
    it, those that rest on these, and those of like subject and time that it may stand above."""
    rows = connection.execute(
        """WITH RECURSIVE below (doc) AS (
          SELECT ?1
          UNION
          SELECT c.doc FROM below JOIN citations c ON c.target = below.doc
          WHERE c.role IN ('basis', 'implements', 'continues'))
        SELECT doc FROM below
        UNION SELECT doc FROM citations WHERE target = ?1
        UNION SELECT c.doc FROM citation_candidates x JOIN citations c USING (citation)
        WHERE x.doc = ?1""",
        (doc,),
    )
    found = {int(row[0]) for row in rows}
    found.update(_alike_below(connection, plan))
    found.discard(doc)
    return sorted(found)


Direct = dict[int, bool]
"""Documents that a plan cites, and whether it rests on them."""


def _cited_by_draft(connection: sqlite3.Connection, plan: Plan) -> Direct:
    direct: Direct = {}
    meanings = resolve_draft(connection, plan)
    for citation, choice in zip(plan.citations, meanings, strict=True):
        if choice.resolution == "resolved":
            basis = citation.role in ("basis", "implements", "continues")
            direct[choice.docs[0]] = basis or direct.get(choice.docs[0], False)
    return direct


def _cited_by(connection: sqlite3.Connection, doc: int) -> Direct:
    rows = connection.execute(
        f"""SELECT target, max({_UP}) FROM citations
        WHERE doc = ? AND target IS NOT NULL AND target <> doc GROUP BY target ORDER BY target""",
        (doc,),
    )
    return {int(row[0]): bool(row[1]) for row in rows}


def _with_bases(
    connection: sqlite3.Connection, plan: Plan, direct: Direct, doc: int | None
) -> list[int]:
    """What the plan cites, then, the nearest first, what these rest on as far as it has the
    plan's subject or leads to what has: the others say nothing about the plan."""
    parent: dict[int, int] = {}
    layer = [one for one, basis in direct.items() if basis]
    seen = {*direct, doc}
    for _ in range(_DEEPEST - 1):
        if not layer or len(parent) > _MOST_FOLLOWED:
            break
        for one, base in _bases_of(connection, layer):
            if base not in seen:
                parent.setdefault(base, one)
        layer = [base for base in parent if base not in seen]
        seen.update(layer)
    kept = {one.doc for one in _likely(connection, plan, parent)}
    for one in tuple(kept):
        while (one := parent[one]) in parent:
            kept.add(one)
    return [*direct, *(one for one in parent if one in kept)]


def _bases_of(connection: sqlite3.Connection, docs: list[int]) -> list[tuple[int, int]]:
    """Documents and what they rest on."""
    rows = connection.execute(
        f"""SELECT DISTINCT doc, target FROM citations
        WHERE doc IN (SELECT value FROM json_each(?)) AND target IS NOT NULL AND {_UP}
        ORDER BY doc, target""",
        (json.dumps(docs),),
    )
    return [(int(row[0]), int(row[1])) for row in rows]


def _alike_above(connection: sqlite3.Connection, plan: Plan) -> list[int]:
    """Plans of like subject that may guide this one: those that are very like first, among them
    the nearest level, then the newest."""
    shared = set(_sharing(connection, plan, ("", *areas_of(plan))))
    ranked = [
        (one.likeness < _VERY_LIKE, -(one.rank or 0), -_ordinal(one.times.issued), -one.doc)
        for one in _likely(connection, plan, shared)
    ]
    return [-doc for *_, doc in sorted(ranked)]


def _likely(connection: sqlite3.Connection, plan: Plan, docs: Iterable[int]) -> Iterator[_Alike]:
    """Those of like subject whose issuer stands higher, and that were there in time."""
    own, rank = times_of(plan), rank_of(plan.document.issuer)
    for one in _alike(connection, plan, docs):
        if (rank is None or one.rank is None or one.rank < rank) and in_time(one.times, own):
            yield one


def _ordinal(day: dt.date | None) -> int:
    return day.toordinal() if day else 0


def _alike_below(connection: sqlite3.Connection, plan: Plan) -> list[int]:
    """Plans of like subject whose issuer stands lower, that it may have been there for."""
    issuer = plan.document.issuer
    area = areas_of(plan)[0] if issuer and issuer.area else ""
    shared = set(_concerned(connection, plan, area))
    own, rank = times_of(plan), rank_of(issuer)
    return [
        one.doc
        for one in _alike(connection, plan, shared)
        if (rank is None or one.rank is None or one.rank > rank) and in_time(own, one.times)
    ]


def _sharing(connection: sqlite3.Connection, plan: Plan, areas: tuple[str, ...]) -> Iterator[int]:
    """Documents of these places that share a pair of words."""
    for term, year, area in product(
        sorted(terms_of(plan.document.subject)), years_of(plan), dict.fromkeys(areas)
    ):
        rows = connection.execute(
            """SELECT doc FROM subject_terms
            WHERE term = ? AND year = ? AND area_key = ? ORDER BY doc DESC LIMIT ?""",
            (term, year, area, _MOST_PER_TERM),
        )
        yield from (row[0] for row in rows)


def _concerned(connection: sqlite3.Connection, plan: Plan, area: str) -> Iterator[int]:
    """Documents that name the place and share a pair of words."""
    for term, year in product(sorted(terms_of(plan.document.subject)), years_of(plan)):
        rows = connection.execute(
            """SELECT s.doc FROM subject_terms s WHERE s.term = ?1 AND s.year = ?2
            AND (?3 = '' OR s.doc IN (SELECT a.doc FROM document_areas a
              WHERE a.area_key = ?3))""",
            (term, year, area),
        )
        yield from (row[0] for row in rows)


def _alike(connection: sqlite3.Connection, plan: Plan, docs: Iterable[int]) -> Iterator[_Alike]:
    """Those that share enough pairs of words."""
    own = terms_of(plan.document.subject)
    rows = connection.execute(
        """SELECT doc, rank, subject, issued_on, period_start, period_end FROM documents
        WHERE doc IN (SELECT value FROM json_each(?))""",
        (json.dumps(list(docs)),),
    )
    for row in rows:
        terms = terms_of(row["subject"])
        fewest, shared = min(len(own), len(terms)), len(own & terms)
        if shared and shared >= round(_LIKE * fewest):
            yield _Alike(row["doc"], row["rank"], times_of_row(row), shared / fewest)
