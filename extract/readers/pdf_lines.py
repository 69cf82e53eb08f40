"""PDF lines: the text layer of a page as PDFium reads it, cut into pieces with boxes.

PDFium is fast because it speaks of lines; single letters are asked for only where a line
is torn (its parts overlap, as when a producer mixes fonts within a word) or runs across a
gap (two columns, two cells).
"""

import ctypes
import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pypdfium2.raw as raw  # type: ignore[import-untyped]

_LINE: Final = re.compile("[^\r\n\ufffe\x02]+")
# A note's mark follows a word, a closing sign or a number, and begins no line.
_MARK: Final = re.compile(r"(?<=[^\s(/.,:–-])(?=\d{1,2}(?:[\s,.;:)]|$))\d")
_RAISED: Final = 2.0
_HYPHENS: Final = "\ufffe\x02"
GAP: Final = 15.0
"""Points: two words further apart do not belong to one line of prose."""


Word = tuple[int, int, float, float, float | None]
"""`(start, end, x0, x1, confidence of OCR)`: a word within a piece and where it stands."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one line: its words, its box from the page's top left, its letters.

    `ranges` are the numbers of its letters on the page; `first` is the first of them where
    `text[i]` is letter `first + i`, else -1. `words` are known where letters were set anew
    and from OCR. `stamped` are the stretches that a signature's appearance added.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    ranges: tuple[tuple[int, int], ...] = ()
    first: int = -1
    words: tuple[Word, ...] = ()
    stamped: tuple[tuple[int, int], ...] = ()

    @property
    def height(self) -> float:
        """Points from top to bottom."""
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        """Points from the page's top to the middle."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Glyph:
    """One letter with its box, the space it takes included; `number` is PDFium's."""

    letter: str
    x0: float
    top: float
    x1: float
    bottom: float
    number: int

    @property
    def middle(self) -> float:
        """Points from the page's top to the middle."""
        return (self.top + self.bottom) / 2


class PageText:
    """The text layer of one page; close it after use.

    Letters from number `stamped_from` on come from the appearances of signatures.
    """

    def __init__(self, page: pdfium.PdfPage, stamped_from: int | None = None) -> None:
        self._page = page
        self._text = page.get_textpage()
        self._frame = page.get_cropbox()
        self._turn = page.get_rotation()
        left, bottom, right, top = self._frame
        wide, high = right - left, top - bottom
        self.width, self.height = (high, wide) if self._turn in (90, 270) else (wide, high)
        self.count: int = raw.FPDFText_CountChars(self._text.raw)
        self._stamped_from = self.count if stamped_from is None else stamped_from
        self._doubles = tuple(ctypes.c_double() for _ in range(4))
        self._floats = raw.FS_RECTF()

    def close(self) -> None:
        """Gives the memory back; the page itself stays open."""
        self._text.close()

    def __enter__(self) -> "PageText":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def pieces(self) -> list[Piece]:
        """The lines of the page in the order of its content, cut where a gap is wide."""
        found: list[Piece] = []
        text = self._read()
        for line in _LINE.finditer(text):
            start, end = line.span()
            words = line.group()
            start += len(words) - len(words.lstrip())
            words = words.strip()
            if not words:
                continue
            hyphen = end < len(text) and text[end] in _HYPHENS
            parts = self.rects(start, len(words))
            if not parts:
                continue
            ranges = ((start, start + len(words) + hyphen),)
            if len(text) == self.count and _is_whole(parts):
                stamped = start >= self._stamped_from
                words = self._without_raised(words, start) + "-" * hyphen
                found.append(_around(parts, words, ranges, start, stamped))
            else:
                found.extend(self.rebuilt(ranges))
        return found

    def _without_raised(self, words: str, start: int) -> str:
        """A space in place of each digit that stands above the line: the mark of a note."""
        marks = [found.start() for found in _MARK.finditer(words)]
        if not marks:
            return words
        base = self._baseline(start)
        letters = list(words)
        for at in marks:
            digits = itertools.takewhile(lambda n: words[n].isdigit(), range(at, len(words)))
            for number in digits:
                if self._baseline(start + number) - base > _RAISED:
                    letters[number] = " "
        return "".join(letters).rstrip() or words

    def _baseline(self, number: int) -> float:
        """Where the line of a letter lies, upwards in the page's own axes."""
        x, y = self._doubles[:2]
        raw.FPDFText_GetCharOrigin(self._text.raw, number, x, y)
        return -x.value if self._turn == 90 else x.value if self._turn == 270 else y.value

    def rects(self, start: int, count: int) -> list[tuple[float, float, float, float]]:
        """`(x0, top, x1, bottom)` of each part of a stretch of letters, in content order."""
        number = raw.FPDFText_CountRects(self._text.raw, start, count)
        left, top, right, bottom = self._doubles
        return [
            self.shown(left.value, bottom.value, right.value, top.value)
            for index in range(number)
            if raw.FPDFText_GetRect(self._text.raw, index, left, top, right, bottom)
        ]

    def rebuilt(self, ranges: Iterable[tuple[int, int]]) -> list[Piece]:
        """The same letters put in order by where they stand, cut at wide gaps."""
        return [
            _written(run, self._stamped_from)
            for level in _levels(self.glyphs(ranges), self._stamped_from)
            for run in _runs(level, self._stamped_from)
        ]

    def glyphs(self, ranges: Iterable[tuple[int, int]]) -> list[Glyph]:
        """The letters that the page really holds (not the spaces that PDFium supposes)."""
        found: list[Glyph] = []
        for start, end in ranges:
            for number in range(start, min(end, self.count)):
                code = raw.FPDFText_GetUnicode(self._text.raw, number)
                if code in (0, 13, 10) or raw.FPDFText_IsGenerated(self._text.raw, number) == 1:
                    continue
                if code in (0xFFFE, 2):
                    code = ord("-")
                if raw.FPDFText_GetLooseCharBox(self._text.raw, number, self._floats):
                    box = self._floats
                    shown = self.shown(box.left, box.bottom, box.right, box.top)
                    found.append(Glyph(chr(code), *shown, number))
        return found

    def _read(self) -> str:
        buffer = (ctypes.c_ushort * (self.count + 1))()
        written = raw.FPDFText_GetText(self._text.raw, 0, self.count, buffer)
        data = bytes(buffer)[: 2 * max(written - 1, 0)]
        return data.decode("utf-16-le", errors="replace")

    def shown(
        self, left: float, bottom: float, right: float, top: float
    ) -> tuple[float, float, float, float]:
        """From the page's own axes to the page as it is shown, `(x0, top, x1, bottom)`."""
        low_x, low_y, high_x, high_y = self._frame
        if self._turn == 90:
            return bottom - low_y, left - low_x, top - low_y, right - low_x
        if self._turn == 180:
            return high_x - right, bottom - low_y, high_x - left, top - low_y
        if self._turn == 270:
            return high_y - top, high_x - right, high_y - bottom, high_x - left
        return left - low_x, high_y - top, right - low_x, high_y - bottom


def _is_whole(parts: Sequence[tuple[float, float, float, float]]) -> bool:
    """Whether parts follow one another without overlap and without a wide gap."""
    return all(-2.0 < right[0] - left[2] < GAP for left, right in itertools.pairwise(parts))


def _around(
    parts: Sequence[tuple[float, float, float, float]],
    text: str,
    ranges: tuple[tuple[int, int], ...],
    first: int,
    stamped: bool,
) -> Piece:
    return Piece(
        text,
        min(part[0] for part in parts),
        min(part[1] for part in parts),
        max(part[2] for part in parts),
        max(part[3] for part in parts),
        ranges,
        first,
        stamped=((0, len(text)),) if stamped else (),
    )


def _levels(glyphs: Sequence[Glyph], stamped_from: int) -> list[list[Glyph]]:
    """Glyphs parted by the height at which they stand: PDFium takes two torn lines for one.

    A stamp is seldom level with the words around it; it goes to the nearest of them.
    """
    levels: list[tuple[float, list[Glyph]]] = []
    ordered = sorted(glyphs, key=lambda each: (each.number >= stamped_from, each.middle))
    for glyph in ordered:
        stamped = glyph.number >= stamped_from
        nearest = min(levels, key=lambda level: abs(level[0] - glyph.middle), default=None)
        reach = (1.0 if stamped else 0.5) * (glyph.bottom - glyph.top)
        if nearest is None or abs(nearest[0] - glyph.middle) > reach:
            nearest = (glyph.middle, [])
            levels.append(nearest)
        nearest[1].append(glyph)
    return [level for _, level in sorted(levels, key=lambda level: level[0])]


def _runs(glyphs: Sequence[Glyph], stamped_from: int) -> list[list[Glyph]]:
    """Glyphs from left to right, parted where the gap is wide.

    Accents stay with their letter, and the letters of a stamp with its first one, whatever
    lies below it.
    """
    ordered: list[tuple[float, int, Glyph]] = []
    at, last = 0.0, -2
    for glyph in sorted(glyphs, key=lambda each: each.number):
        stamp_goes_on = glyph.number >= stamped_from and glyph.number == last + 1
        if not (0x300 <= ord(glyph.letter) <= 0x36F or stamp_goes_on):
            at = glyph.x0
        last = glyph.number
        ordered.append((at, glyph.number, glyph))
    ordered.sort(key=lambda entry: (entry[0], entry[1]))
    runs: list[list[Glyph]] = []
    edge = float("-inf")
    for _, _, glyph in ordered:
        if glyph.letter.isspace():
            if runs:
                runs[-1].append(glyph)
            continue
        if not runs or glyph.x0 - edge > GAP:
            runs.append([])
        runs[-1].append(glyph)
        edge = max(edge, glyph.x1)
    return runs


def _written(run: Sequence[Glyph], stamped_from: int) -> Piece:
    """One line from its glyphs; a space stands where the gap is a space wide."""
    text: list[str] = []
    owners: list[Glyph | None] = []
    edge = run[0].x0
    blank: Glyph | None = None
    for glyph in run:
        if glyph.letter.isspace():
            blank = glyph
            continue
        # A blank that the next letter stands upon was left behind when fonts were changed.
        gap = blank is not None and glyph.x0 > (blank.x0 + blank.x1) / 2
        gap = gap or glyph.x0 - edge > 0.16 * max(glyph.bottom - glyph.top, 4.0)
        before = owners[-1] if owners else None
        if before and (before.number < stamped_from) != (glyph.number < stamped_from):
            gap = gap or before.letter.isdigit() != glyph.letter.isdigit()
        if text and gap:
            text.append(" ")
            owners.append(None)
        text.append(glyph.letter)
        owners.append(glyph)
        edge = max(edge, glyph.x1)
        blank = None
    solid = [glyph for glyph in owners if glyph is not None]
    stamps = [
        at for at, glyph in enumerate(owners) if glyph is not None and glyph.number >= stamped_from
    ]
    return Piece(
        "".join(text),
        min(glyph.x0 for glyph in solid),
        min(glyph.top for glyph in solid),
        max(glyph.x1 for glyph in solid),
        max(glyph.bottom for glyph in solid),
        _stretches(sorted(glyph.number for glyph in run)),
        words=_words(owners),
        stamped=_stretches(stamps),
    )


def _words(owners: Sequence[Glyph | None]) -> tuple[Word, ...]:
    """Words as the stretches between spaces, each from its first to its last glyph."""
    words: list[Word] = []
    start = 0
    for at in range(len(owners) + 1):
        if at < len(owners) and owners[at] is not None:
            continue
        inside = [glyph for glyph in owners[start:at] if glyph is not None]
        if inside:
            x0, x1 = min(glyph.x0 for glyph in inside), max(glyph.x1 for glyph in inside)
            words.append((start, at, x0, x1, None))
        start = at + 1
    return tuple(words)


def _stretches(numbers: Sequence[int]) -> tuple[tuple[int, int], ...]:
    """Sorted numbers as half-open stretches."""
    found: list[tuple[int, int]] = []
    for number in numbers:
        if found and found[-1][1] == number:
            found[-1] = (found[-1][0], number + 1)
        else:
            found.append((number, number + 1))
    return tuple(found)


def reworded(piece: Piece, text: str) -> Piece:
    """The same piece with other words, which may no longer stand letter for letter."""
    if len(text) == len(piece.text):
        return replace(piece, text=text)
    stamped = ((0, len(text)),) if piece.stamped else ()
    return replace(piece, text=text, first=-1, words=(), stamped=stamped)
