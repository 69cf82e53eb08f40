"""Numbered anchors: the kind that a number with a symbol belongs to.

The word right before it; a word with a name between (`Luật Điện lực số 61/2024/QH15`); the
list that the number stands in (`Kế hoạch số 29/…, số 75/…`); at last the symbol's own letters.
"""

import re

from extract.citations.anchor import Anchor
from extract.citations.kind_words import kind_word
from extract.citations.laws import law_pattern
from extract.kinds import agrees, kind_of_abbreviation, kind_of_words
from extract.numbers import Number, find_numbers, parse_number

_REACH = 160  # how far before its number a kind may stand, its name between them
# `số`, also mistyped (`cố`, `sô`) or left out.
_BETWEEN = re.compile(
    r"\s{0,2}(?:[(,:]\s?)?(?:[sScCxX][ốôồổỗộoóò]|SỐ|[Mm]ang số|[Kk]ý hiệu)?\s{0,2}[:.]{0,2}\s{0,2}"
)
_NAMED = re.compile(r"\s[^;()“”\"\n]{1,150}?,?\s{0,2}\(?(?:[Ss]ố|SỐ)\s{0,2}:?\s{0,2}")
_NUMBER_WORD = re.compile(r",?\s*\(?(?:[Ss]ố|SỐ)\s*:?\s*$")
_SHARES = re.compile(
    r"(?:\s?(?:,|;|và|hoặc|,\s?và|&)){0,2}\s{0,2}(?:các\s)?(?:[Ss]ố|SỐ)?\s{0,2}:?\s{0,2}"
)
_IN_A_LIST = re.compile(r"(?:[Ss]ố|,|;|và)\s{0,2}$")
_FORMS = re.compile(
    r"(?:[Mm]ẫu|[Bb]iểu|[Pp]hụ lục|Bảng|Điện thoại|ĐT|Fax)\s(?:số\s)?\d{0,3}[^;]{0,20}$"
)
# Longer words for a kind whose letters are the plain one's.
_SAID_BY_LETTERS = {
    ("Thông báo kết luận", "TB"): "Thông báo",
    ("Chương trình hành động", "CTr"): "Chương trình",
}
_LETTERHEAD = re.compile(r"(?:^|\n)[^\n]{0,3}(?:[Ss]ố|SỐ)\s{0,2}:?\s{0,3}$")


def numbered_anchors(text: str) -> list[Anchor]:
    """One anchor for each number of a document, in order; numbers of forms are none."""
    out: list[Anchor] = []
    previous = 0
    for start, end in find_numbers(text):
        number = parse_number(text[start:end])
        if number and start >= previous:
            anchor = _with_kind(text, start, end, number, out[-1] if out else None)
            if anchor:
                out.append(anchor)
                previous = end
    return out


def _with_kind(
    text: str, start: int, end: int, number: Number, before: Anchor | None
) -> Anchor | None:
    low = max(before.end if before else 0, start - _REACH)
    low = max(low, text.rfind("\n", low, start) + 1)
    letters = number.kind_abbr
    for word in reversed(list(kind_word().finditer(text, low, start))[-6:]):
        kind = kind_of_words(word[0])
        if kind is None:
            continue
        between = text[word.end() : start]
        if _BETWEEN.fullmatch(between):
            kind = _SAID_BY_LETTERS.get((kind, letters or ""), kind)
            if word[0].casefold() == "văn bản" and letters:
                kind = kind_of_abbreviation(letters, number.system) or kind
            return Anchor(word.start(), end, kind, number, None, start)
        if agrees(kind, letters, number.issuer_abbr) and _NAMED.fullmatch(between):
            return Anchor(word.start(), end, kind, number, _named(text, word, between), start)
    return _without_word(text, low, start, end, number, before)


def _named(text: str, word: re.Match[str], between: str) -> str:
    """The name between a kind and its number; of a law, the name alone."""
    law = law_pattern().match(text, word.start())
    if law and law["name"]:
        return law["name"]
    return _NUMBER_WORD.sub("", between).strip(" ,")


def _without_word(
    text: str, low: int, start: int, end: int, number: Number, before: Anchor | None
) -> Anchor | None:
    said = kind_of_abbreviation(number.kind_abbr, number.system) if number.kind_abbr else None
    if _FORMS.search(text, max(low, start - 40), start):
        return None
    if before and before.number and start - before.end < 250:
        gap = text[before.end : start]
        same = number.kind_abbr == before.number.kind_abbr is not None or (
            number.system == before.number.system == "letter"  # `các Công văn số …, số …`
            and number.issuer_abbr == before.number.issuer_abbr
        )
        if (same and _IN_A_LIST.search(gap)) or _SHARES.fullmatch(gap):
            kind = before.kind if same or not said else said
            return Anchor(start, end, kind, number, None, start, shared=True)
    if not said or not number.issuer_abbr or _LETTERHEAD.search(text, max(0, start - 12), start):
        return None
    return Anchor(start, end, said, number, None, start)
