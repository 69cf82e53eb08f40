"""PDF book: pages written one after the other, tables joined where a page cut them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from extract.readers.assembly import Assembly
from extract.readers.canon import canonical
from extract.readers.encodings import Legacy, by_font, convert
from extract.readers.frames import is_frame
from extract.readers.limits import Limits
from extract.readers.pdf_fast import Line, PageContent
from extract.readers.pdf_pieces import Piece, reworded
from extract.readers.pdf_tables import PdfCell, PdfTable, is_cut, repeats_head, same_columns
from extract.readers.places import Place
from extract.reading import Cell, Table

FontOf = Callable[[int, int], str]
"""`(page, letter)` to the name of the font that it is set in."""


@dataclass(slots=True)
class _OpenTable:
    """A table that the next page may go on with."""

    last: PdfTable
    head: PdfTable
    rows: list[list[Cell]]
    start: int
    end: int = 0
    written: dict[int, Cell] = field(default_factory=dict)


class Book:
    """Writes page after page and remembers where everything came to stand."""

    def __init__(self, limits: Limits, legacy: Legacy | None, font: FontOf | None = None) -> None:
        self.out = Assembly(limits)
        self.legacy = legacy
        self._font = font
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
        for piece in (self._modern(each, page) for each in line):
            if not piece.text:
                continue
            self.places.append(_place(piece, at, page))
            self.stamped.extend((at + a, at + b) for a, b in piece.stamped)
            words.append(piece.text)
            at += len(piece.text) + 1
        return self.out.put(" ".join(words))

    def _modern(self, piece: Piece, page: int) -> Piece:
        text = convert(piece.text, self.legacy) if self.legacy else piece.text
        if self.legacy and self._shows_capitals(piece, page):
            text = text.upper()
        text = canonical(text)[0].replace("\n", " ").strip()
        return piece if text == piece.text else reworded(piece, text)

    def _shows_capitals(self, piece: Piece, page: int) -> bool:
        """Whether the piece begins in a font such as `.VnTimeH`, whose letters are capitals."""
        if self._font is None or not piece.ranges:
            return False
        found = by_font(self._font(page, piece.ranges[0][0]))
        return found is not None and found[1]

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
        numbered = all(row[0].parts for row in table.rows[:-1])
        cut = bool(table.rows) and is_cut(table.last, rows, numbered)
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
