"""Which plans may stand above a plan, and which documents a plan may concern: by index.

Resolved citations come first, and what these rest on. Then those of like subject and time
whose issuer stands higher and whose place the plan names, or who are central. Whether they
do stand above is for the checks to say; here nothing is compared with every plan.
"""

import sqlite3
from collections import Counter
from collections.abc import Iterator

from schemas import Plan
from store.ranks import rank_of
from store.resolve import resolve_draft
from store.subjects import areas_of, terms_of, years_of

_MOST_ABOVE = 24
_DEEPEST = 6
_MOST_PER_TERM = 500
_LIKE = 0.34  # share of the pairs of words of the shorter subject


def above(connection: sqlite3.Connection, plan: Plan, doc: int | None) -> list[int]:
    """Documents that may stand above a plan, stored (`doc`) or not, cited ones first."""
    cited = _cited_by_draft(connection, plan) if doc is None else _cited(connection, doc)
    found = Counter(dict.fromkeys(cited, 0))
    for candidate, shared in _alike_above(connection, plan).most_common():
        if candidate != doc and candidate not in found:
            found[candidate] = shared
    return list(found)[:_MOST_ABOVE]


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


def _cited_by_draft(connection: sqlite3.Connection, plan: Plan) -> list[int]:
    direct = [
        (docs[0], citation.role in ("basis", "implements", "continues"))
        for citation, (resolution, docs) in zip(
            plan.citations, resolve_draft(connection, plan), strict=True
        )
        if resolution == "resolved"
    ]
    further = [up for doc, basis in direct if basis for up in _cited(connection, doc)]
    return list(dict.fromkeys([doc for doc, _ in direct] + further))[:_MOST_ABOVE]


def _cited(connection: sqlite3.Connection, doc: int) -> list[int]:
    """What the plan cites, then what its bases rest on, the nearest first."""
    rows = connection.execute(
        """WITH RECURSIVE above (doc, depth) AS (
          SELECT target, 1 FROM citations WHERE doc = ?1 AND target IS NOT NULL
            AND role IN ('basis', 'implements', 'continues')
          UNION
          SELECT c.target, above.depth + 1 FROM above JOIN citations c ON c.doc = above.doc
          WHERE c.target IS NOT NULL AND c.role IN ('basis', 'implements', 'continues')
            AND above.depth < ?2)
        SELECT doc, min(depth) AS depth FROM
          (SELECT * FROM above
          UNION SELECT target, 1 FROM citations WHERE doc = ?1 AND target IS NOT NULL)
        WHERE doc <> ?1 GROUP BY doc ORDER BY depth, doc LIMIT ?3""",
        (doc, _DEEPEST, _MOST_ABOVE),
    )
    return [int(row[0]) for row in rows]


def _alike_above(connection: sqlite3.Connection, plan: Plan) -> Counter[int]:
    terms = terms_of(plan.document.subject)
    shared: Counter[int] = Counter()
    for row in _sharing(connection, plan, ("", *areas_of(plan))):
        shared[int(row["doc"])] += 1
    return _enough(connection, shared, len(terms), rank_of(plan.document.issuer), higher=True)


def _alike_below(connection: sqlite3.Connection, plan: Plan) -> Counter[int]:
    issuer = plan.document.issuer
    terms = terms_of(plan.document.subject)
    area = "" if issuer is None else areas_of(plan)[0] if issuer.area else ""
    shared: Counter[int] = Counter()
    for row in _concerned(connection, plan, area):
        shared[int(row["doc"])] += 1
    return _enough(connection, shared, len(terms), rank_of(issuer), higher=False)


def _sharing(
    connection: sqlite3.Connection, plan: Plan, areas: tuple[str, ...]
) -> Iterator[sqlite3.Row]:
    """A row for each pair of words that a document of these places shares."""
    for term in terms_of(plan.document.subject):
        found: set[int] = set()
        for year in years_of(plan):
            for area in dict.fromkeys(areas):
                for row in connection.execute(
                    """SELECT doc FROM subject_terms
                    WHERE term = ? AND year = ? AND area_key = ? ORDER BY doc DESC LIMIT ?""",
                    (term, year, area, _MOST_PER_TERM),
                ):
                    if row["doc"] not in found:
                        found.add(row["doc"])
                        yield row


def _concerned(connection: sqlite3.Connection, plan: Plan, area: str) -> Iterator[sqlite3.Row]:
    """A row for each pair of words that a document which names the place shares."""
    for term in terms_of(plan.document.subject):
        found: set[int] = set()
        for year in years_of(plan):
            rows = connection.execute(
                """SELECT s.doc FROM subject_terms s WHERE s.term = ?1 AND s.year = ?2
                AND (?3 = '' OR s.doc IN (SELECT a.doc FROM document_areas a
                  WHERE a.area_key = ?3))""",
                (term, year, area),
            )
            for row in rows:
                if row["doc"] not in found:
                    found.add(row["doc"])
                    yield row


def _enough(
    connection: sqlite3.Connection,
    shared: Counter[int],
    terms: int,
    rank: int | None,
    *,
    higher: bool,
) -> Counter[int]:
    """Those that share enough pairs and stand on the right side of the plan's level."""
    enough: Counter[int] = Counter()
    for doc, count in shared.items():
        row = connection.execute("SELECT rank, terms FROM documents WHERE doc = ?", (doc,))
        other, pairs = row.fetchone()
        if count < max(1, round(_LIKE * min(terms, pairs))):
            continue
        if rank is None or other is None or (other < rank if higher else other > rank):
            enough[doc] = count
    return enough
