"""DOCX tables: their grid with merged cells, and whether they are tables at all."""

from dataclasses import dataclass
from typing import Final

from lxml import etree

from extract.readers.docx_styles import Styles, are_drawn
from extract.readers.frames import is_frame

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WIDEST: Final = 64


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in the grid: the cell that covers it, and whether the cell begins here."""

    cell: etree._Element | None
    begins: bool


def grid(table: etree._Element) -> list[list[Slot]]:
    """Rows of equal length; a merged cell fills every place that it covers."""
    rows: list[list[Slot]] = []
    for row in _rows(table):
        slots: list[Slot] = [Slot(None, False)] * _count(row.find(f"{W}trPr/{W}gridBefore"), 0)
        for cell in _cells(row):
            properties = cell.find(f"{W}tcPr")
            span = _count(properties.find(f"{W}gridSpan") if properties is not None else None, 1)
            above = rows[-1] if rows else []
            slot = Slot(cell, True)
            if _continues(properties) and len(slots) < len(above):
                slot = Slot(above[len(slots)].cell, False)
            slots.append(slot)
            slots.extend([Slot(slot.cell, False)] * (min(span, _WIDEST) - 1))
        rows.append(slots)
    width = max((len(row) for row in rows), default=0)
    return [row + [Slot(None, False)] * (width - len(row)) for row in rows]


def is_layout(table: etree._Element, rows: list[list[Slot]], text: str, styles: Styles) -> bool:
    """Whether the table only puts text side by side: letterhead, signature, a framed line."""
    height = len(rows)
    width = max((sum(slot.begins for slot in row) for row in rows), default=0)
    if height <= 1 or width <= 1:
        return True
    if width <= 3 and height <= 8 and is_frame(text):
        return True
    return width <= 3 and height <= 3 and not _is_ruled(table, styles)


def _is_ruled(table: etree._Element, styles: Styles) -> bool:
    properties = table.find(f"{W}tblPr")
    borders = properties.find(f"{W}tblBorders") if properties is not None else None
    if borders is not None and are_drawn(borders):
        return True
    if borders is None and styles.has_borders(properties):
        return True
    return any(are_drawn(cell) for cell in table.iter(f"{W}tcBorders"))


def _rows(table: etree._Element) -> list[etree._Element]:
    """Rows, also those wrapped in content controls; rows deleted by a change are gone."""
    found: list[etree._Element] = []
    for child in table:
        if child.tag == f"{W}tr":
            if child.find(f"{W}trPr/{W}del") is None:
                found.append(child)
        elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins"):
            found.extend(_rows(child))
    return found


def _cells(row: etree._Element) -> list[etree._Element]:
    found: list[etree._Element] = []
    for child in row:
        if child.tag == f"{W}tc":
            found.append(child)
        elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}customXml"):
            found.extend(_cells(child))
    return found


def _continues(properties: etree._Element | None) -> bool:
    merge = properties.find(f"{W}vMerge") if properties is not None else None
    return merge is not None and merge.get(f"{W}val", "continue") == "continue"


def _count(element: etree._Element | None, otherwise: int) -> int:
    value = element.get(f"{W}val", "") if element is not None else ""
    return min(int(value), _WIDEST) if value.isdecimal() else otherwise
