"""PDF letters: exact places of letters within a line, looked up when they are asked for."""

import ctypes
from collections import OrderedDict
from typing import Final

import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pypdfium2.raw as raw  # type: ignore[import-untyped]

from extract.readers.pdf_lines import PageText

_KEPT: Final = 128
_LONGEST_NAME: Final = 128


class Letters:
    """Opens pages again, keeping the last few open, to tell where letters stand."""

    def __init__(self, document: pdfium.PdfDocument) -> None:
        self._document = document
        self._open: OrderedDict[int, tuple[pdfium.PdfPage, PageText]] = OrderedDict()

    def take(self, number: int, page: pdfium.PdfPage, text: PageText) -> bool:
        """Keep a page (from 1) that is open already, unless there are many; whoever opened it
        closes it where the answer is no."""
        if len(self._open) >= _KEPT:
            return False
        self._open[number] = (page, text)
        return True

    def sides(self, page: int, first: int, count: int) -> tuple[float, float] | None:
        """`(x0, x1)` of letters `first` to `first + count` of a page (from 1)."""
        try:
            rects = self._page(page).rects(first, count)
        except pdfium.PdfiumError:  # a page that can no longer be opened
            return None
        if not rects:
            return None
        return min(rect[0] for rect in rects), max(rect[2] for rect in rects)

    def font(self, page: int, letter: int) -> str:
        """The name of the font that a letter of a page (from 1) is set in; empty if unknown."""
        buffer, flags = ctypes.create_string_buffer(_LONGEST_NAME), ctypes.c_int()
        try:
            text = self._page(page).raw
        except pdfium.PdfiumError:
            return ""
        raw.FPDFText_GetFontInfo(text, letter, buffer, _LONGEST_NAME, flags)
        return buffer.value.decode("utf-8", errors="replace")

    def _page(self, number: int) -> PageText:
        if number not in self._open:
            while len(self._open) >= _KEPT:
                _, (page, text) = self._open.popitem(last=False)
                text.close()
                page.close()
            page = self._document[number - 1]
            self._open[number] = (page, PageText(page))
        self._open.move_to_end(number)
        return self._open[number][1]
