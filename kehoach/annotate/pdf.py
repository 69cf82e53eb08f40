"""PDF: highlights with notes, added behind the file's own bytes.

What is added is an incremental update: nothing of the original is written anew, and the
signatures on it still cover what they covered.
"""

import datetime as dt
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pypdfium2.raw as raw  # type: ignore[import-untyped]
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from extract.readers.pdf import open_pdf
from extract.readers.pdf_flatten import open_flat
from kehoach.annotate.letters import Letters, find, letters_of
from kehoach.annotate.remark import Remark
from schemas import Severity

Rect = tuple[float, float, float, float]
"""`(left, bottom, right, top)` in the page's own space."""

_COLOURS: Final[dict[Severity, tuple[float, float, float]]] = {
    "error": (1.0, 0.62, 0.58),
    "warn": (1.0, 0.86, 0.4),
    "note": (0.68, 0.85, 1.0),
}
_ICON: Final = 20.0
_PRINTED: Final = 4  # a flag of annotations: they are printed too


@dataclass(frozen=True, slots=True)
class _Book:
    """Every character of a PDF: `characters[i]` is `(page, number on the page)`."""

    document: pdfium.PdfDocument
    letters: Letters
    characters: tuple[tuple[int, int], ...]


def mark_pdf(
    data: bytes, texts: Sequence[str], remarks: Sequence[Remark], at: dt.datetime
) -> bytes:
    """A copy with a highlight for each remark, or a note in the page's corner where its words
    cannot be placed. Raises `PdfReadError` for a file that only a forgiving reader can read."""
    book = _open(data)
    own = [letters_of(text) for text in texts]
    writer = IncrementalPdfFileWriter(io.BytesIO(data), strict=False)
    corners: dict[int, int] = {}
    for remark in remarks:
        page, rects = _place(book, own[remark.part], remark)
        if not rects:
            corners[page] = corners.get(page, 0) + 1
            rects = [_corner(book.document, page, corners[page])]
            note = _annotation("/Text", rects, remark, at)
        else:
            note = _annotation("/Highlight", rects, remark, at)
            quads = (edge for rect in rects for edge in _quad(rect))
            note[generic.pdf_name("/QuadPoints")] = _numbers(quads)
        page_ref, _ = writer.find_page_for_modification(page)  # type: ignore[no-untyped-call]
        note[generic.pdf_name("/P")] = page_ref
        writer.register_annotation(page_ref, writer.add_object(note))  # type: ignore[no-untyped-call]
    out = io.BytesIO()
    writer.write(out)  # type: ignore[no-untyped-call]
    return out.getvalue()


def _open(data: bytes) -> _Book:
    document = open_pdf(data)
    found: list[str] = []
    characters: list[tuple[int, int]] = []
    for number in range(len(document)):
        page, _stamps = open_flat(document, number)
        text = page.get_textpage()
        for index in range(raw.FPDFText_CountChars(text.raw)):
            code = raw.FPDFText_GetUnicode(text.raw, index)
            found.append(chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else " ")
            characters.append((number, index))
        text.close()
        page.close()
    return _Book(document, letters_of(found), tuple(characters))


def _place(book: _Book, own: Letters, remark: Remark) -> tuple[int, list[Rect]]:
    """The page (from 0) and the lines that the words take up there; none if not found."""
    spot = find(own, *own.between(remark.start, remark.end), book.letters)
    if spot is not None:
        places = [book.characters[book.letters.places[at]] for at in range(*spot)]
        page = places[0][0]
        rects = _lines(book.document, page, [index for number, index in places if number == page])
        if rects and remark.page in (None, page + 1):
            return page, rects
    page = min(max((remark.page or 1) - 1, 0), len(book.document) - 1)
    shown = book.document[page]
    boxes = [box for box in remark.boxes if box[0] == page + 1]
    if not boxes or shown.get_rotation():
        return page, []
    left, _bottom, _right, top = shown.get_cropbox()
    return page, [(left + x0, top - low, left + x1, top - high) for _, x0, high, x1, low in boxes]


def _lines(document: pdfium.PdfDocument, number: int, indexes: Sequence[int]) -> list[Rect]:
    """One rectangle for the letters of each line."""
    page, _stamps = open_flat(document, number)
    text = page.get_textpage()
    rects: list[Rect] = []
    for index in indexes:
        left, bottom, right, top = text.get_charbox(index, loose=True)
        if right <= left or top <= bottom:
            continue
        if rects and min(top, rects[-1][3]) - max(bottom, rects[-1][1]) > (top - bottom) / 2:
            last = rects[-1]
            if left >= last[0] - 1:
                rects[-1] = (last[0], min(bottom, last[1]), max(right, last[2]), max(top, last[3]))
                continue
        rects.append((left, bottom, right, top))
    text.close()
    page.close()
    return rects


def _corner(document: pdfium.PdfDocument, page: int, count: int) -> Rect:
    _left, _bottom, right, top = document[page].get_cropbox()
    high = top - (count - 1) * (_ICON + 4) % max(top - 2 * _ICON, _ICON)
    return right - _ICON - 8, high - _ICON - 8, right - 8, high - 8


def _annotation(
    kind: str, rects: Sequence[Rect], remark: Remark, at: dt.datetime
) -> generic.DictionaryObject:
    around = (
        min(rect[0] for rect in rects),
        min(rect[1] for rect in rects),
        max(rect[2] for rect in rects),
        max(rect[3] for rect in rects),
    )
    return generic.DictionaryObject(  # type: ignore[no-untyped-call]
        {
            generic.pdf_name("/Type"): generic.pdf_name("/Annot"),
            generic.pdf_name("/Subtype"): generic.pdf_name(kind),
            generic.pdf_name("/Rect"): _numbers(around),
            generic.pdf_name("/Contents"): generic.pdf_string("\n".join(remark.lines)),
            generic.pdf_name("/T"): generic.pdf_string("kehoach"),
            generic.pdf_name("/C"): _numbers(_COLOURS[remark.severity]),
            generic.pdf_name("/F"): generic.NumberObject(_PRINTED),  # type: ignore[no-untyped-call]
            generic.pdf_name("/M"): generic.pdf_date(at),
        }
    )


def _quad(rect: Rect) -> tuple[float, ...]:
    """Upper left, upper right, lower left, lower right: what viewers expect, not the norm."""
    left, bottom, right, top = rect
    return left, top, right, top, left, bottom, right, bottom


def _numbers(values: Iterable[float]) -> generic.ArrayObject:
    return generic.ArrayObject(
        generic.FloatObject(f"{value:.2f}")  # type: ignore[no-untyped-call]
        for value in values
    )
