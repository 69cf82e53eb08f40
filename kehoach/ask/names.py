"""Names in a question, looked up in the database: documents and units."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kehoach.ask.refusal import Refused
from kehoach.ask.sentence import Sentence
from kehoach.ask.topics import INTRODUCES, UNIT_HEADS
from kehoach.i18n import _
from store import Store
from store.folding import in_place

_LONGEST_NAME = 12  # words of a unit's name with its place
_NO_END = frozenset("trong năm tháng quý tuần đến có phải cần là thì nào gì in this next".split())
_WORD = re.compile(r"[^\s\x00,]+")
_ACRONYM = re.compile(r"(?=[^\W\d_]*[A-ZĐƯƠÂÊÔĂ]{2})[^\W\d_]{2,8}")


@dataclass(frozen=True)
class Named:
    """A document as a question names it: by words that find it again, and its id if stored."""

    words: str
    document: str | None


def document_named(store: Store, words: str, *, digits: bool = False) -> Named:
    """The one document that the words mean; `digits` are the first part of a number.

    A number that is not stored is still one that others may cite. Raises `Refused` where the
    words mean several documents, or none.
    """
    found = store.look_up(words)
    rows = found.rows
    if digits:
        rows = [row for row in rows if re.match(rf"0*{int(words)}[/-]", row.number or "")]
    elif not found.exact:
        if "/" in words or "-" in words:
            return Named(words.replace(" ", ""), None)
        rows = []
    if len(rows) == 1:
        return Named(rows[0].number if digits and rows[0].number else words, rows[0].id)
    if rows:
        raise Refused(
            "several-documents",
            _("{words} can be one of several documents.").format(words=words),
            *(f"{row.id} ({row.number or row.name})" for row in rows[:5]),
        )
    raise unknown_document(store, words)


def unknown_document(store: Store, words: str) -> Refused:
    """Says that there is no such document, and which are the nearest."""
    nearest = [row.number or row.name for row in store.look_up(words).rows[:3]]
    return Refused(
        "unknown-document",
        _("There is no document {words}.").format(words=repr(words)),
        *nearest,
    )


def unit_named(store: Store, sentence: Sentence) -> str | None:
    """The longest words that name a unit of the database, crossed out of the sentence."""
    for start, end in _stretches(sentence):
        words = sentence.typed[start:end]
        if store.units(words, limit=1)[1]:
            found = re.compile(re.escape(sentence.bare[start:end])).search(sentence.bare, start)
            assert found is not None
            sentence.cross_out(found)
            return words
    return None


def _stretches(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Where a unit's name may stand: after `của` and the like, or from a word such as `phòng`
    on; the longest first. One word alone must be an abbreviation."""
    words = list(_WORD.finditer(sentence.bare))
    for at, word in enumerate(words):
        typed = sentence.typed[word.start() : word.end()]
        short = bool(_ACRONYM.fullmatch(typed.replace("&", "")))
        introduced = at > 0 and words[at - 1][0] in INTRODUCES
        if not (short or introduced or word[0] in UNIT_HEADS):
            continue
        if word[0] in INTRODUCES and not short:
            continue
        for last in range(min(at + _LONGEST_NAME, len(words)) - 1, at - 1, -1):
            between = sentence.bare[word.start() : words[last].end()]
            if sentence.typed[words[last].start() : words[last].end()] in _NO_END:
                continue
            if "\x00" not in between and (last > at or short):
                yield word.start(), words[last].end()


def nearest_unit(store: Store, words: str) -> str | None:
    """A unit that has some of the words in its name, the most of them."""
    parts = words.split()
    for length in range(len(parts) - 1, 1, -1):
        for first in range(len(parts) - length + 1):
            rows, total = store.units(" ".join(parts[first : first + length]), limit=1)
            if total:
                return rows[0].name
    return None


def bare(words: str) -> str:
    """Lower case without marks."""
    return in_place(words, marks=False)
