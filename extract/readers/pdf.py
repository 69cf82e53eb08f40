"""PDF: pages put together to one text, with the place of every line."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pypdfium2.raw as raw  # type: ignore[import-untyped]

from extract.readers.assembly import Assembly
from extract.readers.canon import canonical
from extract.readers.encodings import Legacy, convert, recognise
from extract.readers.frames import is_frame
from extract.readers.limits import Limits, Tools
from extract.readers.media import PDF
from extract.readers.pdf_fast import Line, PageContent, read_page
from extract.readers.pdf_guard import Layer
from extract.readers.pdf_letters import Letters
from extract.readers.pdf_lines import Piece, reworded
from extract.readers.pdf_tables import PdfCell, PdfTable, is_cut, repeats_head, same_columns
from extract.readers.places import Place, Places
from extract.readers.refusals import needs_ocr, refuse
from extract.readers.stamps import signatures_in
from extract.reading import Cell, Reading, Table
from schemas import ReadBy, ReadWarning, Signature

_PASSWORD: Final = raw.FPDF_ERR_PASSWORD
_WARNINGS: Final[dict[str, str]] = {
    "needs-ocr": "The page is a picture, and no text recognition is installed.",
    "ocr-failed": "The text of the page could not be recognised.",
}


def open_pdf(data: bytes) -> pdfium.PdfDocument:
    """The document; raises Unreadable (`encrypted`, `damaged`)."""
    try:
        document = pdfium.PdfDocument(data)
        len(document)
    except pdfium.PdfiumError as error:
        locked = raw.FPDF_GetLastError() == _PASSWORD or "password" in str(error).lower()
        raise refuse("encrypted" if locked else "damaged") from error
    return document


def read_pdf(
    data: bytes, limits: Limits, tools: Tools, notify: Callable[[int], None] | None = None
) -> Reading:
    """The document in `data`; raises ReadError.

    `notify` is told how many pages go to OCR before the first of them does.
    """
    document = open_pdf(data)
    count = len(document)
    if count > limits.pages:
        raise refuse("too-many-pages")
    if count == 0:
        raise refuse("nothing-in-it")
    signatures = _signatures(document, data, tools)  # first: reading flattens them
    pages = [read_page(document, index) for index in range(count)]
    warnings: list[ReadWarning] = []
    pictures = [page for page in pages if page.layer in (Layer.PICTURE, Layer.SOUP)]
    if pictures:
        pages = _with_pictures(document, pages, pictures, limits, tools, notify, warnings)
    book = _Book(limits, _legacy(pages))
    for page in pages:
        book.add(page)
    text = book.out.text()
    if not text.strip():
        raise needs_ocr() if pictures and tools.tesseract is None else refuse("nothing-in-it")
    return Reading(
        text=text,
        media_type=PDF,
        read_by=_read_by(pages),
        wrapped=True,
        pages=tuple(book.pages),
        tables=tuple(book.closed_tables()),
        stamped=tuple(book.stamped),
        signatures=signatures or signatures_in(book.stamp_text()),
        warnings=tuple(warnings),
        geometry=Places(book.places, Letters(document).sides),
        encoding=book.legacy.name if book.legacy else None,
    )


def _with_pictures(
    document: pdfium.PdfDocument,
    pages: list[PageContent],
    pictures: list[PageContent],
    limits: Limits,
    tools: Tools,
    notify: Callable[[int], None] | None,
    warnings: list[ReadWarning],
) -> list[PageContent]:
    """The pages, those that are pictures read by OCR; what could not be is warned of."""
    if tools.tesseract is None or "ocr" in tools.rules_out:
        if not any(page.blocks for page in pages):
            raise needs_ocr()
        warnings.extend(_warning("needs-ocr", page.number) for page in pictures)
        return pages
    from extract.readers.pdf_ocr import recognise_pages

    if notify:
        notify(len(pictures))
    read = recognise_pages(document, pictures, limits, tools)
    warnings.extend(_warning("ocr-failed", number) for number, page in read.items() if not page)
    return [read.get(page.number) or page for page in pages]


def _signatures(document: pdfium.PdfDocument, data: bytes, tools: Tools) -> tuple[Signature, ...]:
    """The embedded signatures, checked; none where the file is too broken to check any."""
    if raw.FPDF_GetSignatureCount(document.raw) <= 0:
        return ()
    from extract.readers.pdf_signatures import check_signatures

    try:
        return check_signatures(data, tools.certificates)
    except Exception:  # a broken file that PDFium could still read
        return ()


def _warning(code: str, page: int) -> ReadWarning:
    return ReadWarning(code=code, message=_WARNINGS[code], page=page)


def _read_by(pages: Sequence[PageContent]) -> ReadBy:
    by_ocr = [page.read_by_ocr for page in pages if page.blocks]
    if by_ocr and all(by_ocr):
        return "ocr"
    return "pdf-mixed" if any(by_ocr) else "pdf-text"


def _legacy(pages: Sequence[PageContent]) -> Legacy | None:
    text = "\n".join(piece.text for page in pages for piece in _pieces(page))
    return recognise(text)


def _pieces(page: PageContent) -> Iterable[Piece]:
    for block in page.blocks:
        if isinstance(block, PdfTable):
            for row in block.rows:
                for cell in row:
                    for line in cell.lines:
                        yield from line
        else:
            for line in block:
                yield from line


@dataclass(slots=True)
class _OpenTable:
    """A table that the next page may go on with."""

    last: PdfTable
    head: PdfTable
    rows: list[list[Cell]]
    start: int
    end: int = 0
    written: dict[int, Cell] = field(default_factory=dict)


class _Book:
    """Writes page after page and remembers where everything came to stand."""

    def __init__(self, limits: Limits, legacy: Legacy | None) -> None:
        self.out = Assembly(limits)
        self.legacy = legacy
        self.pages: list[int] = []
        self.places: list[Place] = []
        self.stamped: list[tuple[int, int]] = []
        self._tables: list[_OpenTable] = []
        self._going_on: _OpenTable | None = None
        self._stamps: list[str] = []

    def add(self, page: PageContent) -> None:
        """Writes a page; the form feed stands before every page but the first."""
        if self.pages:
            self.out.page_break()
        self.pages.append(self.out.end)
        above, self._going_on = self._going_on, None
        for at, block in enumerate(page.blocks):
            if not isinstance(block, PdfTable):
                self._lines(block, page.number)
                continue
            before = above if at == 0 else None
            table = self._table(block, page.number, before)
            if at == len(page.blocks) - 1:
                self._going_on = table
        for line in page.stamps:
            self._line(line, page.number)
            self._stamps.append(" ".join(piece.text for piece in line))
        if not page.blocks:
            self._going_on = above

    def stamp_text(self) -> str:
        """All lines in which signatures speak of themselves."""
        return "\n".join(self._stamps)

    def closed_tables(self) -> list[Table]:
        """The tables of the document; a single row that stayed alone is none."""
        return [
            Table(tuple(tuple(row) for row in table.rows), table.start, table.end)
            for table in self._tables
            if len(table.rows) > 1
        ]

    def _lines(self, lines: Iterable[Line], page: int) -> None:
        for line in lines:
            self._line(line, page)

    def _line(self, line: Line, page: int) -> tuple[int, int]:
        start = self.out.end
        words: list[str] = []
        at = start
        for piece in map(self._modern, line):
            if not piece.text:
                continue
            self.places.append(_place(piece, at, page))
            self.stamped.extend((at + a, at + b) for a, b in piece.stamped)
            words.append(piece.text)
            at += len(piece.text) + 1
        return self.out.put(" ".join(words))

    def _modern(self, piece: Piece) -> Piece:
        text = convert(piece.text, self.legacy) if self.legacy else piece.text
        text = canonical(text)[0].replace("\n", " ").strip()
        return piece if text == piece.text else reworded(piece, text)

    def _table(self, block: PdfTable, page: int, above: _OpenTable | None) -> _OpenTable | None:
        if is_frame("\n".join(cell.text for row in block.rows for cell in row)):
            self._frame(block, page)
            return None
        rows = block.rows
        table = above if above and same_columns(above.last, block) else None
        if table is None:
            table = _OpenTable(block, block, [], self.out.end)
            self._tables.append(table)
        else:
            rows = rows[repeats_head(table.head, block) :]
        cut = bool(table.rows) and is_cut(table.last.rows[-1], rows[0])
        for at, row in enumerate(rows):
            cells = [self._cell(cell, page, table) for cell in row]
            if cut and at == 0:
                table.rows[-1] = [
                    Cell(a.parts + b.parts) for a, b in zip(table.rows[-1], cells, strict=True)
                ]
            else:
                table.rows.append(self._filled(cells, row, table) if at == 0 else cells)
        table.last = block
        table.end = self.out.end
        return table

    def _filled(self, cells: list[Cell], row: list[PdfCell], table: _OpenTable) -> list[Cell]:
        """The first row of a page: what is empty and was a tall merged cell above goes on."""
        if not table.rows or len(table.last.rows) < 2:
            return cells
        tall = [a is b for a, b in zip(table.last.rows[-1], table.last.rows[-2], strict=True)]
        return [
            above if goes_on and not cell.parts and not mine.lines else cell
            for cell, mine, above, goes_on in zip(cells, row, table.rows[-1], tall, strict=True)
        ]

    def _cell(self, cell: PdfCell, page: int, table: _OpenTable) -> Cell:
        if id(cell) not in table.written:
            start = self.out.end
            self._lines(cell.lines, page)
            end = self.out.end - 1
            table.written[id(cell)] = Cell(((start, end),) if end > start else ())
        return table.written[id(cell)]

    def _frame(self, block: PdfTable, page: int) -> None:
        """A letterhead or signatures with ruling lines: column by column."""
        seen: set[int] = set()
        for column in range(len(block.rows[0])):
            for row in block.rows:
                if id(row[column]) not in seen:
                    seen.add(id(row[column]))
                    self._lines(row[column].lines, page)
            self.out.put("")


def _place(piece: Piece, at: int, page: int) -> Place:
    return Place(
        start=at,
        end=at + len(piece.text),
        page=page,
        x0=piece.x0,
        top=piece.top,
        x1=piece.x1,
        bottom=piece.bottom,
        letters=piece.first,
        words=tuple((at + a, at + b, x0, x1, sure) for a, b, x0, x1, sure in piece.words),
    )
