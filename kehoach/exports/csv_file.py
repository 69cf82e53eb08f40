"""CSV for spreadsheets: UTF-8 with the mark they look for, and no cell that is a formula."""

import csv
import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from kehoach.exports.clean import clean
from kehoach.exports.sheet import Cell, Sheet

# What a spreadsheet takes for the beginning of a formula, wide forms of it too.
_FORMULA = ("=", "+", "-", "@", "\t", "\n", "＝", "＋", "－", "＠")


def write_csv(sheets: Sequence[Sheet], target: Path) -> None:
    """The columns' keys in the first line, days as `2024-09-30`."""
    with target.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        for sheet in sheets:
            writer.writerow([column.key for column in sheet.columns])
            writer.writerows([[cell_of(cell) for cell in row] for row in sheet.rows])


def cell_of(cell: Cell) -> str:
    """A cell's words; a quotation mark before what a spreadsheet would compute."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, dt.date | int):
        return str(cell)
    words = clean(cell)
    return "'" + words if words.lstrip(" ").startswith(_FORMULA) else words
