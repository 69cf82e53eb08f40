"""Excel workbooks: one sheet a kind, real dates, a head that stays, filters, links."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kehoach.exports.clean import clean
from kehoach.exports.sheet import Cell, Column, Sheet
from kehoach.i18n import _

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

# Limits of the file format.
_LONGEST_CELL = 32_767
_LONGEST_LINK = 2_079
_MOST_LINKS = 65_000
_MOST_ROWS = 1_048_575
_FIRST_DAY = dt.date(1900, 3, 1)  # before it Excel counts a day that never was

_TEXT = {"valign": "top", "text_wrap": True, "font_name": "Arial", "font_size": 10}
_LINE = {"bottom": 1, "bottom_color": "#D9DEE4"}


@dataclass(frozen=True)
class _Formats:
    head: "Format"
    text: "Format"
    date: "Format"
    count: "Format"
    yes: "Format"
    link: "Format"


def write_xlsx(sheets: Sequence[Sheet], target: Path) -> None:
    """Text stays text: nothing in a document can become a formula or a link."""
    from xlsxwriter import Workbook

    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with Workbook(str(target), options) as book:
        book.set_properties({"title": "kehoach", "created": dt.datetime(2000, 1, 1)})  # noqa: DTZ001 - the same rows give the same file
        formats = _formats(book)
        for sheet in sheets:
            for part in _parts(sheet):
                page = book.add_worksheet(part.title[:31])
                _lay_out(page, part, formats)
                _fill(page, part, formats)


def _parts(sheet: Sheet) -> list[Sheet]:
    """A sheet of more rows than Excel has goes on in `Deadlines 2`."""
    if len(sheet.rows) <= _MOST_ROWS:
        return [sheet]
    return [
        Sheet(
            sheet.kind,
            f"{sheet.title} {number}",
            sheet.columns,
            sheet.rows[first : first + _MOST_ROWS],
            sheet.links[first : first + _MOST_ROWS],
            sheet.link_on,
        )
        for number, first in enumerate(range(0, len(sheet.rows), _MOST_ROWS), start=1)
    ]


def _formats(book: "Workbook") -> _Formats:
    plain = {**_TEXT, **_LINE}
    head = {**_TEXT, "bold": True, "bg_color": "#1F4E79", "font_color": "#FFFFFF",
            "valign": "vcenter"}  # fmt: skip
    return _Formats(
        head=book.add_format(head),
        text=book.add_format({**plain, "num_format": "@"}),
        date=book.add_format({**plain, "num_format": "dd/mm/yyyy", "align": "left"}),
        count=book.add_format({**plain, "num_format": "0"}),
        yes=book.add_format({**plain, "align": "center"}),
        link=book.add_format({**plain, "font_color": "#0563C1", "underline": 1}),
    )


def _lay_out(page: "Worksheet", sheet: Sheet, formats: _Formats) -> None:
    for place, column in enumerate(sheet.columns):
        page.set_column(place, place, column.width)
    page.set_row(0, 30)
    for place, column in enumerate(sheet.columns):
        page.write_string(0, place, column.title, formats.head)
    page.freeze_panes(1, 0)
    page.autofilter(0, 0, max(len(sheet.rows), 1), len(sheet.columns) - 1)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    page.set_footer("&L&A&R&P/&N")
    page.set_margins(0.4, 0.4, 0.5, 0.5)


def _fill(page: "Worksheet", sheet: Sheet, formats: _Formats) -> None:
    links, tip = list(sheet.links) or [""] * len(sheet.rows), _("Open the file")
    for number, (row, link) in enumerate(zip(sheet.rows, links, strict=True), start=1):
        page.set_row(number, _height(row, sheet.columns))
        for place, (cell, column) in enumerate(zip(row, sheet.columns, strict=True)):
            if isinstance(cell, str):
                cell = column.words.get(cell, cell)
            linked = column.key == sheet.link_on and number <= _MOST_LINKS
            if linked and link and len(link) <= _LONGEST_LINK and isinstance(cell, str) and cell:
                page.write_url(number, place, _kept(link), formats.link, _short(cell), tip)
            else:
                _write(page, number, place, cell, formats)


def _kept(link: str) -> str:
    """The writer turns `file://` with a path of this system into one with backslashes; the
    scheme in capitals means the same and is left alone."""
    return link.replace("file:///", "FILE:///", 1) if link[9:10] != ":" else link


def _height(row: tuple[Cell, ...], columns: tuple[Column, ...]) -> float:
    """Points for the longest of the wrapped cells: some programs do not find it themselves.

    At most nine lines: whoever wants the rest of a long passage opens the cell.
    """
    lines = 1
    for cell, column in zip(row, columns, strict=True):
        if isinstance(cell, str) and cell:
            fits = max(column.width - 1, 1)
            lines = max(lines, sum(-(-max(len(part), 1) // fits) for part in cell.split("\n")))
    return 13.5 * min(lines, 9) + 2


def _write(page: "Worksheet", number: int, place: int, cell: Cell, formats: _Formats) -> None:
    if cell is None or cell == "":
        page.write_blank(number, place, None, formats.text)
    elif isinstance(cell, bool):
        page.write_string(number, place, "✓" if cell else "", formats.yes)
    elif isinstance(cell, int):
        page.write_number(number, place, cell, formats.count)
    elif isinstance(cell, dt.date):
        if cell >= _FIRST_DAY:
            page.write_datetime(number, place, dt.datetime.combine(cell, dt.time()), formats.date)
        else:
            page.write_string(number, place, cell.strftime("%d/%m/%Y"), formats.text)
    else:
        page.write_string(number, place, _short(cell), formats.text)


def _short(words: str) -> str:
    words = clean(words)
    return words if len(words) <= _LONGEST_CELL else words[: _LONGEST_CELL - 1] + "…"
