"""PDF fast path: one page of the text layer as blocks of lines and tables."""

from dataclasses import dataclass
from typing import Final

import pypdfium2 as pdfium  # type: ignore[import-untyped]

from extract.readers.pdf_flatten import open_flat
from extract.readers.pdf_guard import Layer, judge
from extract.readers.pdf_layout import Row, in_order, rows_of, without_page_number
from extract.readers.pdf_letters import Letters
from extract.readers.pdf_lines import PageText
from extract.readers.pdf_pieces import Piece
from extract.readers.pdf_rules import Rules, grids
from extract.readers.pdf_tables import PdfTable, fill_tables
from extract.readers.stamps import is_signing

Line = list[Piece]
Block = list[Line] | PdfTable

_TORN: Final = 0.16


@dataclass(frozen=True, slots=True)
class PageContent:
    """A page in reading order.

    `stamps` are the signatures' own lines, which belong to no column. `layer` tells what the
    text layer is worth; if nothing, `blocks` is empty and `kept` holds the pieces that can be
    believed all the same (a stamped number on a scan).
    """

    number: int
    blocks: tuple[Block, ...]
    stamps: tuple[Line, ...]
    layer: Layer
    width: float
    height: float
    kept: tuple[Piece, ...] = ()
    read_by_ocr: bool = False


def read_page(
    document: pdfium.PdfDocument, index: int, letters: Letters | None = None
) -> PageContent:
    """The page's content by its text layer; the page is closed again, or left to `letters`."""
    page, before = open_flat(document, index)
    text = None
    try:
        text = PageText(page, before)
        content = _content(page, text, index)
        if letters and content.layer is Layer.SOUND and letters.take(index + 1, page, text):
            page = text = None
        return content
    finally:
        if text is not None:
            text.close()
        if page is not None:
            page.close()


def _content(page: pdfium.PdfPage, text: PageText, index: int) -> PageContent:
    pieces = text.pieces()
    rules = Rules(page, text.shown)
    words = "\n".join(piece.text for piece in pieces)
    layer = judge(words, rules, text.width * text.height)
    if layer is Layer.SOUND and is_torn(pieces):
        pieces = _set_anew(pieces, text)
    stamps = _signing(pieces)
    pieces = [piece for piece in pieces if piece not in stamps]
    blocks: list[Block] = []
    kept: list[Piece] = []
    if layer is Layer.SOUND:
        cells = grids(rules.horizontal, rules.vertical)
        tables, loose = fill_tables(cells, pieces, text)
        rows = rows_of(loose, text.rebuilt)
        blocks = blocks_of(tables, rows, index + 1, text.width, text.height)
    else:
        kept = [piece for piece in pieces if piece.stamped or layer is Layer.PICTURE]
    lines = tuple([piece] for piece in stamps)
    size = text.width, text.height
    return PageContent(index + 1, tuple(blocks), lines, layer, *size, tuple(kept))


def is_torn(pieces: list[Piece]) -> bool:
    """Whether letters stand alone as they never do in Vietnamese: `Th c hi n K ho ch`."""
    words = [word for piece in pieces for word in piece.text.split() if word[0].isalpha()]
    alone = sum(1 for word in words if len(word) == 1)
    return len(words) > 30 and alone > _TORN * len(words)


def _signing(pieces: list[Piece]) -> list[Piece]:
    """The stamped lines of appearances that tell who signed, lines without a label too."""
    groups: list[list[Piece]] = []
    for piece in pieces:
        if not piece.stamped:
            continue
        last = groups[-1][-1] if groups else None
        beneath = last is not None and -2 < piece.top - last.bottom < piece.height
        if beneath and last is not None and piece.x0 < last.x1 and last.x0 < piece.x1:
            groups[-1].append(piece)
        else:
            groups.append([piece])
    told = [group for group in groups if any(is_signing(piece.text) for piece in group)]
    return [piece for group in told for piece in group]


def _set_anew(pieces: list[Piece], text: PageText) -> list[Piece]:
    """Every row of the page from its letters."""
    lines: list[Piece] = []
    for row in rows_of(pieces):
        ranges = sorted(stretch for piece in row for stretch in piece.ranges)
        lines.extend(text.rebuilt(ranges))
    return lines


def blocks_of(
    tables: list[PdfTable], rows: list[Row], number: int, width: float, height: float
) -> list[Block]:
    """Lines and tables from top to bottom, the running page number left out."""
    rows = without_page_number(rows, number, height)
    blocks: list[Block] = []
    for table in sorted(tables, key=lambda each: each.bounds[1]):
        above = [row for row in rows if row[0].middle < table.bounds[1]]
        rows = rows[len(above) :]
        _put(blocks, above, width)
        blocks.append(table)
    _put(blocks, rows, width)
    return blocks


def _put(blocks: list[Block], rows: list[Row], width: float) -> None:
    if rows:
        blocks.append(in_order(rows, width))
