"""PDF pages that are pictures: rendered, recognised, and laid out as text pages are."""

import contextlib
import math
import time
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Final

import pypdfium2 as pdfium  # type: ignore[import-untyped]
from PIL import Image

from extract.readers.limits import Limits, Tools
from extract.readers.ocr import DPI, OcrFailed, OcrPage, OcrWord, recognise_page
from extract.readers.pdf_fast import PageContent, blocks_of
from extract.readers.pdf_layout import rows_of
from extract.readers.pdf_pieces import Piece, Word
from extract.readers.pdf_rules import grids
from extract.readers.pdf_tables import fill_tables
from extract.readers.pdf_torn import GAP
from extract.readers.writing import share_in_syllables

_MOST_PIXELS: Final = 40_000_000
_UPRIGHT_SHARE: Final = 0.3
_WRITTEN_ON: Final = 0.004
_PATIENCE: Final = 3
_TURNS: Final = (180, 90, 270)


def recognise_pages(
    document: pdfium.PdfDocument, pages: Sequence[PageContent], limits: Limits, tools: Tools
) -> dict[int, PageContent | None]:
    """The pages read by OCR, by their number; `None` for one that could not be read.

    PDFium draws in this thread; as many tesseracts as `tools` allows run beside it.
    """
    done: dict[int, PageContent | None] = {}
    together = max(1, tools.ocr_processes)
    with ThreadPoolExecutor(together) as pool:
        for at in range(0, len(pages), together):
            batch = pages[at : at + together]
            pictures = [_without_kept(document, page) for page in batch]
            waiting = [
                pool.submit(_recognise, *picture, limits, tools) if picture else None
                for picture in pictures
            ]
            for page, one in zip(batch, waiting, strict=True):
                found = one.result() if one else None
                done[page.number] = _laid_out(page, found) if found else None
    return done


def _without_kept(
    document: pdfium.PdfDocument, page: PageContent
) -> tuple[Image.Image, int] | None:
    """The page's picture without the words that the text layer tells for certain: stamped
    over others they spoil the recognition of both. `None` where it cannot be drawn."""
    try:
        image, dpi = render(document, page.number - 1)
    except (pdfium.PdfiumError, OcrFailed, ValueError):
        return None
    scale = dpi / 72
    for piece in page.kept:
        box = (piece.x0 - 1, piece.top - 1, piece.x1 + 1, piece.bottom + 1)
        left, top, right, bottom = (round(side * scale) for side in box)
        image.paste((255, 255, 255), (left, top, right, bottom))
    return image, dpi


def render(document: pdfium.PdfDocument, index: int) -> tuple[Image.Image, int]:
    """`(picture, dots per inch)` of a page as it is shown, fewer dots on huge sheets.

    Raises PdfiumError where PDFium cannot draw it, OcrFailed where it has no sane size.
    """
    page = document[index]
    try:
        width, height = page.get_size()
        fitting = 72 * math.sqrt(_MOST_PIXELS / max(width * height, 1.0))
        dpi = min(DPI, math.floor(fitting))
        if not dpi:
            raise OcrFailed("a sheet of acres")
        bitmap = page.render(scale=dpi / 72, may_draw_forms=False)
        image: Image.Image = bitmap.to_pil().convert("RGB")
        bitmap.close()
        return image, dpi
    finally:
        page.close()


def _recognise(image: Image.Image, dpi: int, limits: Limits, tools: Tools) -> OcrPage | None:
    # The file's time counts so much for each page; one page may take from the others.
    began = time.monotonic()
    until = began + _PATIENCE * limits.ocr_page_seconds
    try:
        found = recognise_page(image, dpi, tools, until)
    except OcrFailed:
        return None
    if _reads(found) < _UPRIGHT_SHARE and found.ink > _WRITTEN_ON:
        with contextlib.suppress(OcrFailed):
            return _upright(image, dpi, tools, began + limits.ocr_page_seconds) or found
    return found


def _upright(image: Image.Image, dpi: int, tools: Tools, until: float) -> OcrPage | None:
    """A page that lies on its side or its head, if one of the turns can be read."""
    for turn in _TURNS:
        found = recognise_page(image.rotate(turn, expand=True), dpi, tools, until)
        if _reads(found) > 2 * _UPRIGHT_SHARE:
            return found
    return None


def _reads(page: OcrPage) -> float:
    return share_in_syllables(" ".join(word.text for word in page.words))


def _laid_out(page: PageContent, found: OcrPage) -> PageContent:
    words = [word for word in found.words if not _hidden(word, page.kept)]
    cells = grids(found.horizontal, found.vertical)
    tables, loose = fill_tables(cells, [_piece([word]) for word in words], None)
    inside = {(piece.x0, piece.top, piece.text) for piece in loose}
    lines = _lines(word for word in words if (word.x0, word.top, word.text) in inside)
    rows = [row for row in rows_of([*lines, *page.kept]) if _says_something(row)]
    blocks = blocks_of(tables, rows, page.number, page.width, page.height)
    return replace(page, blocks=tuple(blocks), kept=(), read_by_ocr=True)


def _says_something(row: Sequence[Piece]) -> bool:
    """Specks of dust are read as signs that stand alone."""
    return any(any(map(str.isalnum, piece.text)) or len(piece.text) > 2 for piece in row)


def _hidden(word: OcrWord, kept: Iterable[Piece]) -> bool:
    """Whether the word stands where the text layer tells the words for certain."""
    middle_x, middle_y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return any(
        piece.x0 <= middle_x <= piece.x1 and piece.top - 2 <= middle_y <= piece.bottom + 2
        for piece in kept
    )


def _lines(words: Iterable[OcrWord]) -> list[Piece]:
    """Words of one line as one piece, parted where the gap is wide."""
    runs: list[list[OcrWord]] = []
    for word in words:
        last = runs[-1][-1] if runs else None
        if last is None or last.line != word.line or not -GAP < word.x0 - last.x1 < GAP:
            runs.append([])
        runs[-1].append(word)
    return [_piece(run) for run in runs]


def _piece(run: Sequence[OcrWord]) -> Piece:
    words: list[Word] = []
    at = 0
    for word in run:
        words.append((at, at + len(word.text), word.x0, word.x1, word.confidence))
        at += len(word.text) + 1
    return Piece(
        " ".join(word.text for word in run),
        min(word.x0 for word in run),
        min(word.top for word in run),
        max(word.x1 for word in run),
        max(word.bottom for word in run),
        words=tuple(words),
    )
