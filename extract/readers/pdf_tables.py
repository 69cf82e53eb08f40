"""PDF tables: cells with their lines, and tables joined where a page cut them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from extract.readers.pdf_layout import rows_of
from extract.readers.pdf_lines import PageText
from extract.readers.pdf_pieces import Piece
from extract.readers.pdf_rules import Bounds

_SAME: Final = 4.0


@dataclass(slots=True)
class PdfCell:
    """A cell of a ruled table on one page; `lines` from top to bottom."""

    bounds: Bounds
    lines: list[list[Piece]] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its words, lines joined with a space."""
        return " ".join(piece.text for line in self.lines for piece in line)


@dataclass(slots=True)
class PdfTable:
    """A table on one page: rows of cells, a merged cell in each place that it covers.

    `edges` are the left sides of its columns and the right side of the last.
    """

    bounds: Bounds
    rows: list[list[PdfCell]]
    edges: tuple[float, ...]


def fill_tables(
    grids: Sequence[Sequence[Bounds]], pieces: Sequence[Piece], page: PageText | None
) -> tuple[list[PdfTable], list[Piece]]:
    """The tables with their words, and the pieces that lie outside of them.

    A piece that runs over several cells (pdfium makes one line of neighbours) is taken apart
    letter by letter; words from OCR (`page` is `None`) never run over.
    """
    tables = [table for table in map(_table, grids) if table is not None]
    if not tables:
        return [], list(pieces)
    loose: list[Piece] = []
    held: dict[int, list[Piece]] = {}
    cells = [cell for table in tables for cell in _distinct(table)]
    for piece in pieces:
        table = next((t for t in tables if _within(piece, t.bounds)), None)
        if table is None:
            loose.append(piece)
            continue
        for part in _apart(piece, table, page):
            home = _home(part, table)
            if home is not None:
                held.setdefault(id(home), []).append(part)
    for cell in cells:
        cell.lines = rows_of(held.get(id(cell), []), page.rebuilt if page else None)
    return tables, loose


def _table(cells: Sequence[Bounds]) -> PdfTable | None:
    """The grid of the cells; `None` for a single column, which is a frame around text.

    A single row may be what a page break left over of a table.
    """
    lefts = _merged(cell[0] for cell in cells)
    tops = _merged(cell[1] for cell in cells)
    if len(lefts) < 2 or not tops:
        return None
    right, bottom = max(cell[2] for cell in cells), max(cell[3] for cell in cells)
    empty = PdfCell((0, 0, 0, 0))
    rows = [[empty] * len(lefts) for _ in tops]
    for bounds in cells:
        cell = PdfCell(bounds)
        for r, top in enumerate(tops):
            for c, left in enumerate(lefts):
                inside_x = bounds[0] - _SAME < left < bounds[2] - _SAME
                if inside_x and bounds[1] - _SAME < top < bounds[3] - _SAME:
                    rows[r][c] = cell
    return PdfTable((lefts[0], tops[0], right, bottom), rows, (*lefts, right))


def _merged(values: Iterable[float]) -> list[float]:
    """Sorted values, those next to each other taken for one."""
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > _SAME:
            found.append(value)
    return found


def _within(piece: Piece, bounds: Bounds) -> bool:
    x0, top, x1, bottom = bounds
    across = piece.x0 < x1 and piece.x1 > x0
    return across and top - 1 <= piece.middle <= bottom + 1


def _apart(piece: Piece, table: PdfTable, page: PageText | None) -> list[Piece]:
    """The piece, or its parts where it crosses a line between two cells."""
    home = _home(piece, table)
    if home is not None and home.bounds[0] - 2 <= piece.x0 and piece.x1 <= home.bounds[2] + 2:
        return [piece]
    if not piece.ranges or page is None:
        return [piece]
    parts: dict[int, list[tuple[int, int]]] = {}
    for glyph in page.glyphs(piece.ranges):
        middle = (glyph.x0 + glyph.x1) / 2
        column = sum(middle >= edge for edge in table.edges[1:-1])
        parts.setdefault(column, []).append((glyph.number, glyph.number + 1))
    return [part for _, ranges in sorted(parts.items()) for part in page.rebuilt(ranges)]


def _home(piece: Piece, table: PdfTable) -> PdfCell | None:
    middle = (piece.x0 + piece.x1) / 2
    for cell in _distinct(table):
        x0, top, x1, bottom = cell.bounds
        if x0 <= middle <= x1 and top - 1 <= piece.middle <= bottom + 1:
            return cell
    return None


def _distinct(table: PdfTable) -> list[PdfCell]:
    """Each cell once, row by row."""
    seen: dict[int, PdfCell] = {}
    for row in table.rows:
        for cell in row:
            seen.setdefault(id(cell), cell)
    return [cell for cell in seen.values() if cell.bounds[2] > 0]


def same_columns(above: PdfTable, below: PdfTable) -> bool:
    """Whether two tables have their columns at the same places."""
    return len(above.edges) == len(below.edges) and all(
        abs(a - b) < 2 * _SAME for a, b in zip(above.edges, below.edges, strict=True)
    )


def repeats_head(above: PdfTable, below: PdfTable) -> int:
    """How many rows at the top of `below` say again what the head of `above` says."""
    count = 0
    for first, again in zip(above.rows, below.rows, strict=False):
        said = [cell.text for cell in first]
        if not any(said) or said != [cell.text for cell in again]:
            break
        count += 1
    return count if count < len(below.rows) else 0


def is_cut(above: PdfTable, rows: Sequence[Sequence[PdfCell]], numbered: bool) -> bool:
    """Whether a page break cut one row into the last row above and the first of `rows`.

    `numbered` tells whether every row so far but the last has its number.

    The part below then has no number of its own, and goes on in the middle of a sentence or,
    in a table where every row has its number, leaves other cells empty. Where numbers are
    centred the part above may lack it instead.
    """
    first, rest = rows[0][0].text, [cell.text for cell in rows[0][1:]]
    goes_on = any(text[:1].islower() or text[:1] in ",;.)" for text in rest if text)
    if first:
        return not above.rows[-1][0].text and goes_on
    numbered = numbered and all(row[0].text for row in rows[1:])
    return any(rest) and (goes_on or (numbered and not all(rest)))
