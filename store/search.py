"""Full text: a word typed with marks is found with just these, one without is found with any.

Some hundreds of hits are ranked by how rare the words are and how often they stand there. Where
there are more, counting that alone would take longer than all the rest: first come those that
hold the words in their subject or number, then those where they stand close together, the newest
first.
"""

# ruff: noqa: S608 - fixed fragments are joined; every value is bound
import re
import sqlite3
from dataclasses import dataclass

from schemas import Noun, Span
from store.folding import has_marks, in_place, with_marks, without_marks
from store.listing import DocumentRow, rows_of
from store.packing import unpack_text

_RANKED = 500  # hits that are ranked; more than a person looks through
_CLOSE = 8  # words between two that stand close together
_COUNTED = 10000  # hits that are counted
_WEIGHTS = "10.0, 6.0, 6.0, 1.0, 1.0"  # number, subject twice, body twice
_MOST_WORDS = 16
_QUOTED = re.compile(r'"([^"]*)"|(\S+)')
# A line's end ends no sentence, unless a bullet, a number or an empty line follows.
_SENTENCE_END = re.compile(r"[.;!?…]\s|\n(?=\s{0,8}(?:[-+*•–]|\d{1,2}[.)]|\n))")
_LONGEST = 320


class SearchHit(Noun):
    """A document that holds the words, and the sentence in which they stand closest.

    `words` are the places of the words within `sentence`, `span` is the sentence's place in
    the record's text.
    """

    document: DocumentRow
    sentence: str
    words: tuple[tuple[int, int], ...]
    span: Span


@dataclass(frozen=True)
class SearchPage:
    """The best hits first; `total` is only a lower bound where `more` is true."""

    hits: list[SearchHit]
    total: int
    more: bool


def search(
    connection: sqlite3.Connection, words: str, *, limit: int = 20, offset: int = 0
) -> SearchPage:
    """Documents that hold all the words; words in quotation marks stand together."""
    terms = _terms(words)
    if not terms:
        return SearchPage([], 0, more=False)
    query = " AND ".join(_match(term) for term in terms)
    total = _count(connection, query)
    docs = _ranked(connection, terms, query, total, offset + limit)[offset : offset + limit]
    rows = rows_of(connection, docs)
    hits = [_hit(rows[doc], text, terms) for doc, text in _texts(connection, docs) if doc in rows]
    return SearchPage(hits, min(total, _COUNTED), more=total > _COUNTED)


def any_of(words: str) -> str:
    """A question for documents that hold any of the words, for what is near."""
    return " OR ".join(_match(term) for term in _terms(words))


def _terms(words: str) -> list[str]:
    """Each word, or each run of words in quotation marks or joined as in `665/KH-SGDĐT`."""
    found = (with_marks(quoted or plain) for quoted, plain in _QUOTED.findall(words))
    return [term for term in found if term][:_MOST_WORDS]


def _match(term: str, columns: str = "number subject body") -> str:
    if has_marks(term):
        return f'{{{columns}}} : "{term}"'
    bare = columns.replace("subject", "subject_bare").replace("body", "body_bare")
    return f'{{{bare}}} : "{term}"'


def _count(connection: sqlite3.Connection, query: str) -> int:
    return int(
        connection.execute(
            "SELECT count(*) FROM (SELECT 1 FROM search WHERE search MATCH ? LIMIT ?)",
            (query, _COUNTED + 1),
        ).fetchone()[0]
    )


def _ranked(
    connection: sqlite3.Connection, terms: list[str], query: str, total: int, wanted: int
) -> list[int]:
    """As many as are wanted, or more, in order."""
    if total <= _RANKED:
        return _by_rank(connection, query)
    titled = " AND ".join(_match(term, "number subject") for term in terms)
    found = _newest(connection, titled)
    if len(found) < wanted:
        last = _newest(connection, query)
        found += _newest(connection, f"({query}) AND ({_close(terms)})", last[-1]) + last
    return list(dict.fromkeys(found))


def _close(terms: list[str]) -> str:
    """That the words stand close together, with whatever marks."""
    near = " ".join(f'"{without_marks(term)}"' for term in terms)
    return f"body_bare : NEAR({near}, {_CLOSE})"


def _newest(connection: sqlite3.Connection, query: str, oldest: int = 0) -> list[int]:
    rows = connection.execute(
        "SELECT rowid FROM search WHERE search MATCH ? AND rowid >= ? ORDER BY rowid DESC LIMIT ?",
        (query, oldest, _RANKED),
    )
    return [int(row[0]) for row in rows]


def _by_rank(connection: sqlite3.Connection, query: str) -> list[int]:
    rows = connection.execute(
        f"""SELECT rowid FROM search WHERE search MATCH ?
        ORDER BY bm25(search, {_WEIGHTS}), rowid DESC LIMIT ?""",
        (query, _RANKED),
    )
    return [int(row[0]) for row in rows]


def _texts(connection: sqlite3.Connection, docs: list[int]) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = []
    for doc in docs:
        row = connection.execute(
            "SELECT v.text FROM documents d JOIN versions v USING (version) WHERE d.doc = ?",
            (doc,),
        ).fetchone()
        found.append((doc, unpack_text(row[0])))
    return found


def _hit(document: DocumentRow, text: str, terms: list[str]) -> SearchHit:
    places = _places(text, terms)
    start, end = _densest(text, places)
    inside = tuple((a - start, b - start) for a, b, _ in places if start <= a and b <= end)
    return SearchHit(
        document=document,
        sentence=text[start:end],
        words=inside,
        span=Span(start=start, end=end),
    )


def _places(text: str, terms: list[str]) -> list[tuple[int, int, int]]:
    """Start, end and rank of each term in the text, in order of their places."""
    forms: dict[bool, str] = {}  # with marks and without, each made when it is needed
    found: list[tuple[int, int, int]] = []
    for rank, term in enumerate(terms):
        matches: list[re.Match[str]] = []
        for marks in (True, False) if has_marks(term) else (False,):
            if not matches:  # without marks: the text has hoá for hóa
                if marks not in forms:
                    forms[marks] = in_place(text, marks=marks)
                words = term if marks else without_marks(term)
                matches = list(_pattern(words).finditer(forms[marks]))
        found.extend((match.start(), match.end(), rank) for match in matches)
    return sorted(found)


def _pattern(term: str) -> re.Pattern[str]:
    words = r"\W+".join(f"0*{re.escape(word)}" for word in term.split())
    return re.compile(rf"(?<!\w){words}(?!\w)")


def _densest(text: str, places: list[tuple[int, int, int]]) -> tuple[int, int]:
    """The sentence with most of the terms, the first of them; the text's head where the words
    only stand in the number or subject."""
    best, chosen = 0, (0, min(len(text), _LONGEST))
    seen_end = -1
    for start, end, _ in places:
        if start < seen_end:
            continue
        sentence = _sentence(text, start, end)
        seen_end = sentence[1]
        ranks = {rank for a, b, rank in places if sentence[0] <= a and b <= sentence[1]}
        if len(ranks) > best:
            best, chosen = len(ranks), sentence
    return chosen


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    low = max(0, start - _LONGEST // 2)
    begins = [match.end() for match in _SENTENCE_END.finditer(text, low, start)]
    match = _SENTENCE_END.search(text, end, min(len(text), end + _LONGEST // 2))
    first = begins[-1] if begins else low
    last = match.start() + 1 if match else min(len(text), end + _LONGEST // 2)
    while first < start and text[first].isspace():
        first += 1
    return first, max(end, last)
