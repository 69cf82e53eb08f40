"""PDF lines: the text layer of a page as PDFium reads it, cut into pieces with boxes.

PDFium is fast because it speaks of lines; single letters are asked for only where a line
is torn (its parts overlap, as when a producer mixes fonts within a word) or runs across a
gap (two columns, two cells).
"""

import ctypes
import itertools
import re
from collections.abc import Iterable, Sequence
from typing import Final

import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pypdfium2.raw as raw  # type: ignore[import-untyped]

from extract.readers.pdf_pieces import Glyph, Piece
from extract.readers.pdf_torn import GAP, Advances, advances_of, set_anew

_LINE: Final = re.compile("[^\r\n\ufffe\x02]+")
# A note's mark follows a word, a closing sign or a number, and begins no line.
_MARK: Final = re.compile(r"(?<=[^\s(/.,:–-])(?=\d{1,2}(?:[\s,.;:)]|$))\d")
_RAISED: Final = 2.0
_BLANK: Final = 32
_HYPHENS: Final = "\ufffe\x02"


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
        self._advances: Advances | None = None
        self._doubles = tuple(ctypes.c_double() for _ in range(4))
        self._floats = raw.FS_RECTF()

    def close(self) -> None:
        """Gives the memory back; the page itself stays open."""
        self._text.close()

    def __enter__(self) -> "PageText":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def raw(self) -> object:
        """PDFium's own handle."""
        return self._text.raw

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
        if self._advances is None:
            self._advances = advances_of(self.glyphs([(0, self.count)]))
        return set_anew(self.glyphs(ranges), self._stamped_from, self._advances)

    def glyphs(self, ranges: Iterable[tuple[int, int]]) -> list[Glyph]:
        """The letters that the page really holds (not the spaces that PDFium supposes)."""
        found: list[Glyph] = []
        page, box = self._text.raw, self._floats
        get_code, get_box = raw.FPDFText_GetUnicode, raw.FPDFText_GetLooseCharBox
        for start, end in ranges:
            for number in range(start, min(end, self.count)):
                code = get_code(page, number)
                if code in (0, 13, 10):
                    continue
                if code == _BLANK and raw.FPDFText_IsGenerated(page, number) == 1:
                    continue
                if code in (0xFFFE, 2):
                    code = ord("-")
                if get_box(page, number, box):
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
