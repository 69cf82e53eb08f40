"""Title: the kind of document (tên loại) and what it is about (trích yếu)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extract.flow import Flow
from extract.folding import fold
from extract.head.kinds import KINDS
from extract.head.letterhead import Mark
from extract.numbers import NUMBER
from extract.pieces import words_of

_BY_CAPS = {re.sub(r"\s", "", kind.upper()): kind for kind in KINDS}
_BY_FOLDED = {fold(caps): kind for caps, kind in _BY_CAPS.items()}
_KIND_START = re.compile(
    r"(?:" + "|".join(k.upper().replace(" ", r"\s+") for k in KINDS) + r")(?!\w)"
)
# The first numbered part: no title comes after it.
_BODY = re.compile(r"(?:I\.|I-|1\.|A\.|Điều\s+1)\s")
SURE_OPENING = re.compile(r"(?:Căn\s+cứ|Kính\s+gửi|Nơi\s+nhận|Xét\s)", re.IGNORECASE)
# Decrees and decisions of some years name the issuer with the kind, and number and day there.
_OF_ISSUER = re.compile(
    r"(?P<kind>" + "|".join(k.replace(" ", r"\s+") for k in KINDS) + r")\s+của\s+\S.{2,80}",
    re.IGNORECASE,
)
_DRAFT = re.compile(r"^(?:BẢN\s?)?DỰ\s?THẢO\s?", re.IGNORECASE)
_DRAFT_HERE = re.compile(r"(?:BẢN\s)?DỰ\sTHẢO\s", re.IGNORECASE)
_WITH_NUMBER = re.compile(
    rf"(?P<kind>{'|'.join(k.replace(' ', chr(92) + 's+') for k in KINDS)})"
    rf"\s+số\s?:?\s*(?P<number>{NUMBER})",
    re.IGNORECASE,
)
_ANNEX = re.compile(r"(?:PHỤ LỤC|Phụ lục)(?:\s(?:SỐ|[Ss]ố)?\s?:?\s?(?:[IVXLC]{1,6}|\d{1,2}))?[.:]?")
_DOUBLED = re.compile(r"([AEIOU])\1+")
_TIGHT = re.compile(r"[\s*]")


@dataclass(frozen=True, slots=True)
class Title:
    """`kind` canonical; `at` the index of its mark; `rest` what follows it on the same line.

    `number` is where the document's number stands that the line gives with the kind.
    """

    kind: str
    at: int
    rest: tuple[int, int] | None = None
    number: tuple[int, int] | None = None


def is_title(words: str) -> bool:
    """Whether a line is nothing but the name of a kind: `KẾ HOẠCH`, `K Ế  H O Ạ C H`."""
    tight = _TIGHT.sub("", _DRAFT.sub("", words)).strip(".:-–")
    return tight in _BY_CAPS or (tight.isupper() and _misread(tight) is not None)


def _misread(tight: str) -> str | None:
    """`QUYÉT ĐỊNH`, `KÉẺ HOẠCH`: a kind as recognition makes it out."""
    bare = fold(tight)
    return _BY_FOLDED.get(bare) or _BY_FOLDED.get(_DOUBLED.sub(r"\1", bare))


def find_title(flow: Flow, marks: Sequence[Mark]) -> Title | None:
    """The first line that is, or begins with, the name of a kind in capitals."""
    text = flow.reading.text
    for i, mark in enumerate(marks):
        if mark.tag != "words":
            continue
        if SURE_OPENING.match(mark.words) or _BODY.match(mark.words):
            return None
        tight = _TIGHT.sub("", _DRAFT.sub("", mark.words)).strip(".:-–").upper()
        if tight in _BY_CAPS and (mark.words[:2].isupper() or _alone(flow, marks, i)):
            return Title(_BY_CAPS[tight], i)
        if mark.words.isupper() and (misread := _misread(tight)):
            return Title(misread, i)
        if tight in ("HOẠCH", "ẾHOẠCH") and mark.words.isupper():
            return Title("Kế hoạch", i)
        of_issuer = _OF_ISSUER.fullmatch(mark.words)
        if of_issuer and len(mark.words) < 100 and _alone(flow, marks, i) and _lettered(marks[:i]):
            tight = _TIGHT.sub("", of_issuer["kind"]).upper()
            return Title(_BY_CAPS[tight], i)
        draft = _DRAFT_HERE.match(text, mark.start, mark.end)
        match = _KIND_START.match(text, draft.end() if draft else mark.start, mark.end)
        if match and match.end() < mark.end:
            kind = _BY_CAPS[_TIGHT.sub("", match[0])]
            rest = match.end()
            while rest < mark.end and not text[rest].isalnum() and text[rest] not in '“"(':
                rest += 1
            return Title(kind, i, (rest, mark.end) if rest < mark.end else None)
    return None


def numbered_title(flow: Flow, marks: Sequence[Mark]) -> Title | None:
    """`Nghị quyết số 5-NQ/TU` alone on the first line: a page copied without its letterhead."""
    kinds = ("words", "number")
    at = next((i for i, mark in enumerate(marks[:3]) if mark.tag in kinds), None)
    if at is None:
        return None
    mark = marks[at]
    found = _WITH_NUMBER.search(flow.reading.text, mark.start, mark.end)
    if found is None or mark.words != words_of(flow.reading.text, *found.span()):
        return None
    kind = _BY_CAPS[_TIGHT.sub("", found["kind"]).upper()]
    return Title(kind, at, number=found.span("number"))


def annex_title(marks: Sequence[Mark]) -> Title | None:
    """`PHỤ LỤC II` that begins a file of its own: what stands under it says what it is about."""
    at = next((i for i, mark in enumerate(marks[:3]) if mark.tag == "words"), None)
    found = at is not None and _ANNEX.fullmatch(marks[at].words)
    return Title("Phụ lục", at) if found and at is not None else None


def _lettered(marks: Sequence[Mark]) -> bool:
    return any(mark.tag in ("nation", "motto", "number", "date") for mark in marks)


def _alone(flow: Flow, marks: Sequence[Mark], i: int) -> bool:
    """A kind in small letters counts where nothing else stands on its line, outside tables."""
    mark = marks[i]
    shares = any(m.row == mark.row for m in marks[max(0, i - 1) : i + 2] if m is not mark)
    outside = flow.paragraphs[mark.paragraph].place is None
    return mark.words[:1].isupper() and outside and not shares
