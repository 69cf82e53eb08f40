"""DOCX: the document as Word shows it, in reading order.

List numbers are written out, changes accepted, notes put at the end; a table that only
sets a letterhead or a signature side by side becomes text, column by column.
"""

import re
from typing import Final

from lxml import etree

from extract.readers.assembly import Assembly
from extract.readers.docx_numbering import Numbering
from extract.readers.docx_runs import Runs
from extract.readers.docx_styles import Styles
from extract.readers.docx_tables import Slot, grid, is_layout
from extract.readers.limits import Limits
from extract.readers.media import DOCX
from extract.readers.package import Package
from extract.readers.refusals import refuse
from extract.readers.writing import is_noise
from extract.reading import Cell, Reading, Table
from schemas import ReadWarning

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WRAPPERS: Final = frozenset(
    f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo")
)
_WORDS: Final = re.compile(r"[^\W\d_]{2,}")
_DEEPEST: Final = 20


def read_docx(data: bytes, limits: Limits) -> Reading:
    """The document in `data`; raises Unreadable (`damaged`, `encrypted`, `empty`, …)."""
    package = Package(data, limits)
    root = package.xml("word/document.xml")
    body = root.find(f"{W}body") if root is not None else None
    if body is None:
        raise refuse("damaged")
    writer = _Writer(package, body, limits)
    return writer.write(package, body)


class _Writer:
    """Walks the body once and writes what it meets."""

    def __init__(self, package: Package, body: etree._Element, limits: Limits) -> None:
        self._styles = Styles(package.xml("word/styles.xml"))
        self._numbering = Numbering(package.xml("word/numbering.xml"))
        self._runs = Runs(body, self._styles)
        self._out = Assembly(limits)
        self._tables: list[Table] = []
        self._warnings: list[ReadWarning] = []

    def write(self, package: Package, body: etree._Element) -> Reading:
        self._letterhead(package, body)
        self._blocks(body, 0)
        for kind in ("footnote", "endnote"):
            self._notes(package.xml(f"word/{kind}s.xml"), kind)
        if body.find(f".//{W}altChunk") is not None:
            self._warnings.append(
                ReadWarning(code="part-not-read", message="A part of another format was not read.")
            )
        text = self._out.text()
        if not text.strip():
            raise refuse("nothing-in-it")
        if is_noise(text):
            raise refuse("noise")
        return Reading(
            text=text,
            media_type=DOCX,
            read_by="docx",
            wrapped=False,
            tables=tuple(self._tables),
            warnings=tuple(self._warnings),
            encoding=self._runs.legacy.name if self._runs.legacy else None,
        )

    def _letterhead(self, package: Package, body: etree._Element) -> None:
        """Some offices keep the letterhead in the header of the first page."""
        section = next(body.iter(f"{W}sectPr"), None)
        relations = package.xml("word/_rels/document.xml.rels")
        if section is None or relations is None:
            return
        wanted = "first" if section.find(f"{W}titlePg") is not None else "default"
        for reference in section.iterchildren(f"{W}headerReference"):
            if reference.get(f"{W}type") != wanted:
                continue
            key = next((value for name, value in reference.items() if name.endswith("}id")), "")
            target = next(
                (each.get("Target", "") for each in relations if each.get("Id") == key), ""
            )
            header = package.xml(f"word/{target}")
            if header is not None and len(_WORDS.findall(self._plain(header))) >= 4:
                self._blocks(header, 0)

    def _blocks(self, container: etree._Element, depth: int) -> None:
        if depth > _DEEPEST:
            return
        for block in container:
            if block.tag == f"{W}p":
                self._paragraph(block, depth)
            elif block.tag == f"{W}tbl":
                self._table(block, depth)
            elif block.tag in _WRAPPERS:
                self._blocks(block, depth + 1)

    def _paragraph(self, paragraph: etree._Element, depth: int) -> None:
        for line in self._lines(paragraph):
            self._out.line(line)
        for box in self._runs.boxes(paragraph):
            self._blocks(box, depth + 1)

    def _lines(self, paragraph: etree._Element) -> list[str]:
        """The lines of a paragraph, its list number before the first."""
        text = self._runs.text(paragraph)
        numbered = self._styles.numbering(paragraph.find(f"{W}pPr"))
        if numbered and text.strip():
            label = self._numbering.label(*numbered)
            if label and not text.lstrip().startswith(label):
                text = f"{label} {text.lstrip()}"
        return text.split("\n")

    def _cell_lines(self, cell: etree._Element | None, depth: int = 0) -> list[str]:
        """All lines of a cell, those of tables and boxes within it included."""
        lines: list[str] = []
        if cell is None or depth > _DEEPEST:
            return lines
        for block in cell:
            if block.tag == f"{W}p":
                lines.extend(self._lines(block))
                for box in self._runs.boxes(block):
                    lines.extend(self._cell_lines(box, depth + 1))
            elif block.tag == f"{W}tbl":
                for row in grid(block):
                    for slot in row:
                        if slot.begins:
                            lines.extend(self._cell_lines(slot.cell, depth + 1))
            elif block.tag in _WRAPPERS:
                lines.extend(self._cell_lines(block, depth + 1))
        return lines

    def _plain(self, element: etree._Element) -> str:
        """The text of an element, for looking only; counts no list numbers."""
        return "\n".join(self._runs.text(paragraph) for paragraph in element.iter(f"{W}p"))

    def _table(self, table: etree._Element, depth: int) -> None:
        rows = grid(table)
        if not rows or not rows[0]:
            return
        if is_layout(table, rows, self._plain(table), self._styles):
            self._side_by_side(rows, depth)
            return
        start = self._out.end
        written: dict[etree._Element, Cell] = {}
        cells: list[tuple[Cell, ...]] = []
        for row in rows:
            line: list[Cell] = []
            for slot in row:
                if slot.cell is None:
                    line.append(Cell(parts=()))
                    continue
                if slot.cell not in written:
                    written[slot.cell] = self._out.cell(self._cell_lines(slot.cell))
                line.append(written[slot.cell])
            cells.append(tuple(line))
        self._tables.append(Table(rows=tuple(cells), start=start, end=self._out.end))

    def _side_by_side(self, rows: list[list[Slot]], depth: int) -> None:
        """Column by column, as long as rows are cut at the same places."""
        band: list[list[Slot]] = []
        for row in rows:
            if band and _cuts(row) != _cuts(band[0]):
                self._columns(band, depth)
                band = []
            band.append(row)
        self._columns(band, depth)

    def _columns(self, rows: list[list[Slot]], depth: int) -> None:
        for column in range(len(rows[0]) if rows else 0):
            wrote = False
            for row in rows:
                slot = row[column]
                if slot.begins and slot.cell is not None:
                    before = self._out.end
                    self._blocks(slot.cell, depth + 1)
                    wrote = wrote or self._out.end > before
            if wrote:
                self._out.put("")

    def _notes(self, root: etree._Element | None, kind: str) -> None:
        if root is None:
            return
        notes = [
            note
            for note in root.iterchildren(f"{W}{kind}")
            if note.get(f"{W}type")
            not in ("separator", "continuationSeparator", "continuationNotice")
        ]
        if any(self._plain(note).strip() for note in notes):
            self._out.put("")
            for note in notes:
                self._blocks(note, 0)


def _cuts(row: list[Slot]) -> tuple[bool, ...]:
    """Where a new cell stands, those merged with the row above counted too."""
    return tuple(at == 0 or slot.cell is not row[at - 1].cell for at, slot in enumerate(row))
