"""Canonical text: Unicode NFC, lines end in `\\n`, pages in `\\f`, with the way back.

What looks the same to a reader is made the same for the finders: no-break and thin spaces
become spaces, `Ð` (eth) becomes `Đ`, marks that nobody sees go.
"""

import re
import unicodedata
from array import array
from collections.abc import Sequence
from typing import Final

_FOLDED: Final[dict[int, str]] = {
    **dict.fromkeys((0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000), " "),
    **dict.fromkeys((0x0B, 0x85, 0x2028, 0x2029), "\n"),
    **dict.fromkeys((*range(0x07), 0x08, *range(0x0E, 0x20), *range(0x7F, 0x85)), " "),
    **dict.fromkeys(range(0x86, 0xA0), " "),
    0x07: "\x07",  # ends a cell in text taken from old Word files: the tables are told by it
    0xD0: "Đ",
    0xF0: "đ",
    0x189: "Đ",
    0x2010: "-",
    0x2011: "-",
    0x2012: "–",
    0x2015: "—",
    0x2212: "-",
    0x2044: "/",
    0x2215: "/",
    # Word's bullets from Symbol and Wingdings, which live in the private use area
    0xF02D: "-",
    0xF0B7: "•",
    0xF0A7: "▪",
    0xF0A8: "□",
    0xF06F: "□",
    0xF0D8: "➢",
    0xF0FC: "✓",
    0xF0E0: "→",
    0xF0B3: "≥",
    0xF0A3: "≤",
}
_INVISIBLE: Final = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufff9-\ufffb"
_MARKS: Final = "\u0300-\u036f"
# What changes the length: line ends of two characters, invisible marks, base and accents.
_UNEVEN: Final = re.compile(rf"(?P<line>\r\n?)|(?P<gone>[{_INVISIBLE}]+)|(?P<marks>[{_MARKS}]+)")
_FOLDS: Final = {chr(code): new for code, new in _FOLDED.items() if chr(code) != new}
_RARE: Final = re.compile(rf"[\r{_INVISIBLE}{_MARKS}]")


def canonical(raw: str) -> tuple[str, Sequence[int] | None]:
    """`(text, origin)`: `origin[i]` is the offset in `raw` of `text[i]`, `None` if equal.

    `origin` has one entry for each character of `text`.
    """
    even = raw
    letters = set(raw)
    for letter in _FOLDS.keys() & letters:  # few of the folded are in one text
        even = even.replace(letter, _FOLDS[letter])
    once = "".join(letters)
    if not _RARE.search(once) and unicodedata.is_normalized("NFC", even):
        return even, None
    pieces: list[str] = []
    origin = array("L")
    at = 0
    for found in _UNEVEN.finditer(even):
        start, end = found.span()
        if found.lastgroup == "marks" and start > at and even[start - 1] not in "\r\n":
            start -= 1  # the letter that bears them
        pieces.append(even[at:start])
        origin.extend(range(at, start))
        new = _evened(found.lastgroup, even[start:end])
        pieces.append(new)
        origin.extend([start] * len(new))
        at = end
    pieces.append(even[at:])
    origin.extend(range(at, len(even)))
    text = "".join(pieces)
    if unicodedata.is_normalized("NFC", text):
        return text, origin
    return _by_lines(text, origin)


def _evened(kind: str | None, found: str) -> str:
    if kind == "line":
        return "\n"
    return "" if kind == "gone" else unicodedata.normalize("NFC", found)


def _by_lines(text: str, origin: Sequence[int]) -> tuple[str, Sequence[int]]:
    """Rare compositions that a cluster does not bound: exact to the line."""
    pieces: list[str] = []
    offsets = array("L")
    at = 0
    for line in text.splitlines(keepends=True):
        new = unicodedata.normalize("NFC", line)
        pieces.append(new)
        same = len(new) == len(line)
        offsets.extend(origin[at : at + len(line)] if same else [origin[at]] * len(new))
        at += len(line)
    return "".join(pieces), offsets
