"""HTML saved from an office's site: the words as a browser shows them, tables as tables."""

import re
from dataclasses import dataclass, field
from typing import Final

from lxml import etree
from lxml import html as lxml_html

from extract.readers.assembly import Assembly
from extract.readers.encodings import convert, recognise
from extract.readers.frames import is_frame
from extract.readers.limits import Limits
from extract.readers.media import HTML
from extract.readers.refusals import refuse
from extract.readers.text import decode
from extract.readers.writing import is_noise
from extract.reading import Cell, Reading, Table

_CHARSET: Final = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_UNSHOWN: Final = frozenset(
    "script style head template noscript nav aside footer form button select svg iframe object "
    "video audio map".split()
)
_BLOCKS: Final = frozenset(
    "p div h1 h2 h3 h4 h5 h6 li ul ol dl dt dd section article main header blockquote pre address "
    "center hr figure figcaption body html tr td th table tbody thead".split()
)
_BLANK: Final = re.compile(r"[ \t\r\n\f]+")
_DEEPEST: Final = 200


def read_html(data: bytes, limits: Limits) -> Reading:
    """The page in `data`; raises Unreadable (`empty`, `noise`, `damaged`)."""
    text = _decoded(data)
    legacy = recognise(text)
    if legacy:
        text = convert(text, legacy)
    try:
        root = lxml_html.document_fromstring(
            text.encode("utf-8"),
            parser=lxml_html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False),
        )
    except (etree.ParserError, ValueError) as error:
        raise refuse("damaged") from error
    body = root.find("body")
    page = _Page(Assembly(limits))
    _walk(root if body is None else body, page, 0)
    page.end_line()
    written = page.out.text()
    if not written.strip():
        raise refuse("nothing-in-it")
    if is_noise(written):
        raise refuse("noise")
    return Reading(
        text=written,
        media_type=HTML,
        read_by="html",
        wrapped=False,
        tables=tuple(page.tables),
        encoding=legacy.name if legacy else None,
    )


def _decoded(data: bytes) -> str:
    named = _CHARSET.search(data[:4096])
    if named and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode(named[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(data)[0]


@dataclass(slots=True)
class _Page:
    """What was written so far, and the line that is being written."""

    out: Assembly
    tables: list[Table] = field(default_factory=list)
    line: list[str] = field(default_factory=list)

    def add(self, text: str | None) -> None:
        """Adds words to the line; white space counts once."""
        if text:
            self.line.append(text)

    def end_line(self) -> None:
        """Ends the line; an empty one is left out."""
        words = _BLANK.sub(" ", "".join(self.line)).strip()
        self.line.clear()
        if words:
            self.out.line(words)


def _walk(element: etree._Element, page: _Page, depth: int) -> None:
    if not isinstance(element.tag, str) or depth > _DEEPEST:
        return
    tag = element.tag.lower()
    if tag in _UNSHOWN:
        return
    if tag == "table":
        page.end_line()
        _table(element, page, depth)
        return
    if tag == "br" or tag in _BLOCKS:
        page.end_line()
    page.add(element.text)
    for child in element:
        _walk(child, page, depth + 1)
        page.add(child.tail)
    if tag in _BLOCKS:
        page.end_line()


def _table(table: etree._Element, page: _Page, depth: int) -> None:
    grid = _grid(table)
    width = max((len(row) for row in grid), default=0)
    words = "\n".join(
        "".join(map(str, cell.itertext())) for row in grid for cell in row if len(row)
    )
    if len(grid) < 2 or width < 2 or is_frame(words):
        for column in range(width):
            for row in grid:
                if column < len(row) and (column == 0 or row[column] is not row[column - 1]):
                    _inside(row[column], page, depth)
        return
    start = page.out.end
    written: dict[etree._Element, Cell] = {}
    rows: list[tuple[Cell, ...]] = []
    for row in grid:
        for cell in row:
            if cell not in written:
                before = page.out.end
                _inside(cell, page, depth)
                after = max(page.out.end - 1, before)
                written[cell] = Cell(((before, after),) if after > before else ())
        cells = [written[cell] for cell in row]
        rows.append(tuple(cells + [Cell(())] * (width - len(cells))))
    page.tables.append(Table(tuple(rows), start, page.out.end))


def _inside(cell: etree._Element, page: _Page, depth: int) -> None:
    page.add(cell.text)
    for child in cell:
        _walk(child, page, depth + 1)
        page.add(child.tail)
    page.end_line()


def _grid(table: etree._Element) -> list[list[etree._Element]]:
    """Rows of the table itself (not of tables within it), merged cells in all their places."""
    grid: list[list[etree._Element]] = []
    hanging: dict[int, tuple[int, etree._Element]] = {}
    for row in table.xpath("./tr|./tbody/tr|./thead/tr|./tfoot/tr"):
        line: list[etree._Element] = []
        cells = [cell for cell in row if cell.tag in ("td", "th")]
        while cells or len(line) in hanging:
            at = len(line)
            if at in hanging:
                left, above = hanging.pop(at)
                if left > 1:
                    hanging[at] = (left - 1, above)
                line.append(above)
                continue
            cell = cells.pop(0)
            down, across = _span(cell, "rowspan"), _span(cell, "colspan")
            for place in range(at, at + across):
                if down > 1:
                    hanging[place] = (down - 1, cell)
                line.append(cell)
        grid.append(line)
    return grid


def _span(cell: etree._Element, name: str) -> int:
    value = cell.get(name, "1").strip()
    return max(1, min(int(value), 64)) if value.isdecimal() else 1
