"""Markers: what a paragraph of the genre may begin with, bullets and numbers.

The ladder of NĐ 30/2020/NĐ-CP, Phụ lục I, is Phần, Chương, Mục, `I.`, `1.`, `a)`; offices add
`1.1`, `1.1.1.`, `-`, `+`, `*` and `•`. Letters follow the Vietnamese alphabet (`đ)`).
"""

import re
from functools import lru_cache
from typing import Literal, NamedTuple

MarkerKind = Literal[
    "part",
    "chapter",
    "section",
    "article",
    "annex",
    "upper",
    "roman",
    "dotted",
    "number",
    "letter",
    "paren",
    "bullet",
]

_UNITS = r"thứ\ (?:nhất|hai|ba|tư|năm|sáu)|[IVXLC]{1,6}|[1-9]\d?"
_WORDS = r"""(?=[^\W\d_]|[“"'‘(]|\d{2,4}\s+[^\W\d_]|\d\s+tháng)"""
# What a marker may be, told by its first character; one of digits or capitals is a marker only
# before words, a quotation, or a year and words.
_NAMED = rf"""
    (?P<part>(?:PHẦN|Phần)\s+(?i:{_UNITS})(?!\w))[.:]?\s*
  | (?P<chapter>(?:CHƯƠNG|Chương)\s+(?:[IVXLC]{{1,6}}|\d{{1,2}})(?!\w))[.:]?\s*
  | (?P<section>(?:MỤC|Mục)\s+(?:[IVXLC]{{1,6}}|\d{{1,2}})(?!\w))[.:]?\s*
  | (?P<article>(?:ĐIỀU|Điều)\s+\d{{1,3}}[a-zđ]?(?!\w)(?=[.:]))[.:]\s*
  | (?P<annex>(?:PHỤ\ LỤC|Phụ\ lục)
      (?:\s+(?:số\s+)?(?:[IVXLC]{{1,6}}|\d{{1,2}}(?:[.\-]?[A-Z])?))?(?!\w)(?=[.:\s]|$))[.:]?\s*
  | (?P<roman>[IVXLC]{{1,6}}(?=\s?[.)/]|\s*[-–]\s)|[IVX]{{1,6}}(?=\s?:\s)|I(?=\s+[^\W\d_a-z]{{2}}))
      (?:\s?[.)/]\s*|\s*[-–:]\s+|\s+)(?=[^\W\d_])
  | (?P<upper>[A-HĐ])\s?[.)/]\s+(?=[^\W\d_a-z]{{2}})
"""
_DIGITS = rf"""
    (?P<dotted>\d{{1,2}}(?:\.\d{{1,2}}){{1,3}})(?:[.):]\s*|[-–]\s+|\s+){_WORDS}
  | (?P<number>\d{{1,2}})(?:[.]\s*|[)/]\s+|[-–]\s+){_WORDS}
"""
_SMALL = r"(?P<letter>[a-zđ]\d?)(?:\)|\.|/(?=\s))\s*(?=\S)"
_PAREN = r"\((?P<paren>\d{1,2}|[a-zđ]|[ivx]{1,4})\)\s*(?=\S)"
# Word's bullets of the fonts Symbol and Wingdings, as exports leave them.
_FONT_SIGNS = "\uf02d\uf06f\uf071\uf076\uf0a7\uf0a8\uf0b7\uf0d8\uf0e0\uf0fc"
_SIGNS = f"-–—+*•·●○▪■□◦▫✓✔➢→ðØv{_FONT_SIGNS}"
_BULLET = rf"(?P<bullet>[{_SIGNS}])(?:\s+(?=\S)|(?<=[-–—+*•·●])(?=[^\W\d_]|[“\"]))"
_PATTERNS: dict[str, re.Pattern[str]] = {
    first: re.compile(pattern, re.VERBOSE)
    for firsts, pattern in (
        ("PCMĐIVXLABDEFGH", _NAMED),
        ("0123456789", _DIGITS),
        ("abcdefghijklmnopqrstuvwxyzđ", f"{_SMALL} | {_BULLET}"),
        ("(", _PAREN),
        (f"-–—+*•·●○▪■□◦▫✓✔➢→ðØ{_FONT_SIGNS}", _BULLET),
    )
    for first in firsts
}
_ORDER = {"nhất": 1, "hai": 2, "ba": 3, "tư": 4, "năm": 5, "sáu": 6}
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_CAPITALS = "ABCDĐEGH"
_LETTERS = "abcdđeghiklmnopqrstuvxy"


class Marker(NamedTuple):
    """`label` as printed without closing dot or bracket; `end` is where the words begin."""

    kind: MarkerKind
    label: str
    end: int

    @property
    def rank(self) -> int | None:
        """The place in its sequence, from 1; `None` for bullets and unnumbered annexes."""
        return rank_of(self.kind, self.label)


def marker_at(text: str, start: int, end: int) -> Marker | None:
    """The marker that `text[start:end]` begins with, if it begins with one."""
    pattern = _PATTERNS.get(text[start]) if start < end else None
    return _marker(pattern, text, start, end) if pattern else None


@lru_cache(maxsize=512)  # one finder after another asks for the same paragraphs
def _marker(pattern: re.Pattern[str], text: str, start: int, end: int) -> Marker | None:
    match = pattern.match(text, start, end)
    if not match or not match.lastgroup:
        return None
    kind: MarkerKind = match.lastgroup  # type: ignore[assignment]
    if kind == "number" and text[match.end("number")] in "-–" and not text[match.end()].isupper():
        return None  # `5- Văn phòng …` is the Party's number, `5 - 7 ngày` a range
    if kind == "letter" and text[match.end("letter")] == "." and not text[match.end()].isupper():
        return None  # `a. Thời gian`, not `v.v…`
    if kind == "roman" and rank_of("roman", match["roman"]) is None:
        return None
    bare = kind == "roman" and text[match.end("roman") : match.end()].isspace()
    if (bare or kind == "upper") and not text[match.end() : match.end() + 2].isupper():
        return None  # `I MỤC TIÊU`, `A. TÌNH HÌNH`; not `A. Nguyễn`, a name
    return Marker(kind, match[match.lastgroup].strip(), match.end())


def roman_value(label: str) -> int | None:
    """The value of a Roman number, or `None` if it is none (`IIX`)."""
    total = 0
    for i, c in enumerate(label):
        value = _ROMAN.get(c)
        if value is None:
            return None
        nxt = _ROMAN.get(label[i + 1]) if i + 1 < len(label) else 0
        total += -value if nxt and nxt > value else value
    return total if total > 0 else None


def rank_of(kind: MarkerKind, label: str) -> int | None:
    """Place in the sequence: `II` 2, `đ` 5, `1.3` 3, `Phần thứ hai` 2."""
    last = label.rsplit(maxsplit=1)[-1] if label.split() else ""
    if kind == "bullet":
        return None
    if kind == "upper":
        return _CAPITALS.find(label) + 1 or None
    if kind == "dotted":
        return int(label.rsplit(".", 1)[1])
    if last.isdecimal():
        return int(last)
    if last.casefold() in _ORDER:
        return _ORDER[last.casefold()]
    if kind in ("letter", "paren") and last and last[0] in _LETTERS:
        return _LETTERS.index(last[0]) + 1
    return roman_value(last.upper()) if last else None
