"""The layout markup that the DOCX and PDF samples are rendered from.

One line is one paragraph; blank lines only separate. What a line begins with decides:

    left || right       a row of the two-column head or foot (neighbours make one block)
    | a | b |           a row of a table, the first is its head; `^` takes the cell above,
                        `<` the cell to the left; ` // ` begins a new paragraph in the cell
    widths: 5 40 20     shares of the columns of the table that follows
    = text              centred and bold
    ! text              bold
    ~ text              italic
    ===                 a new page

The first line of a file says what it is rendered to: `format: docx` or `format: pdf`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Style = Literal["body", "centre", "bold", "italic"]
MARKS: dict[str, Style] = {"= ": "centre", "! ": "bold", "~ ": "italic"}
ABOVE, LEFT, NEW_PARAGRAPH = "^", "<", " // "


@dataclass(frozen=True)
class Paragraph:
    """One paragraph of the body."""

    text: str
    style: Style = "body"


@dataclass(frozen=True)
class Columns:
    """A head or foot: two columns side by side, each a list of lines."""

    left: tuple[str, ...]
    right: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """Rows of cells, the head first; merged cells hold `^` or `<`."""

    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]


@dataclass(frozen=True)
class PageBreak:
    """A new page starts here."""


Block = Paragraph | Columns | Table | PageBreak


def _kind(line: str) -> str:
    if "||" in line:
        return "columns"
    if line.startswith("|"):
        return "table"
    return "line"


def _cells(line: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in line.strip().strip("|").split("|"))


def _columns(lines: list[str]) -> Columns:
    halves = [[half.strip() for half in line.split("||", 1)] for line in lines]
    return Columns(tuple(h[0] for h in halves), tuple(h[1] for h in halves))


def _table(lines: list[str], widths: tuple[int, ...]) -> Table:
    rows = tuple(_cells(line) for line in lines)
    columns = {len(row) for row in rows}
    if len(columns) != 1:
        raise ValueError(f"rows of {sorted(columns)} cells in one table: {rows[0]}")
    return Table(rows, widths or (1,) * len(rows[0]))


def _line(line: str) -> Block:
    if line == "===":
        return PageBreak()
    for mark, style in MARKS.items():
        if line.startswith(mark):
            return Paragraph(line[len(mark) :].strip(), style)
    return Paragraph(line)


def parse(markup: str) -> Iterator[Block]:
    """Yield the blocks of a layout in order; a table of uneven rows is a ValueError."""
    held: list[str] = []
    widths: tuple[int, ...] = ()

    def release() -> Iterator[Block]:
        if held:
            kind = _kind(held[0])
            yield _columns(held) if kind == "columns" else _table(held, widths)
            held.clear()

    for line in [raw.strip() for raw in markup.splitlines()] + [""]:
        kind = _kind(line)
        if held and kind != _kind(held[0]):
            yield from release()
        if line.startswith("widths:"):
            widths = tuple(int(share) for share in line.split(":")[1].split())
        elif kind != "line":
            held.append(line)
        elif line:
            yield _line(line)


def read(path: Path) -> tuple[str, list[Block]]:
    """The format that a layout file asks for in its first line, and its blocks."""
    first, _, rest = path.read_text(encoding="utf-8").partition("\n")
    name = first.removeprefix("format:").strip()
    if name not in ("docx", "pdf"):
        raise ValueError(f"{path}: the first line must be `format: docx` or `format: pdf`")
    return name, list(parse(rest))


def words_of(blocks: list[Block]) -> str:
    """All the words of a layout in reading order, the left column before the right."""
    out: list[str] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            out.append(block.text)
        elif isinstance(block, Columns):
            out += [*block.left, *block.right]
        elif isinstance(block, Table):
            cells = [cell for row in block.rows for cell in row if cell not in (ABOVE, LEFT)]
            out += [cell.replace(NEW_PARAGRAPH, "\n") for cell in cells]
    return "\n".join(out)
