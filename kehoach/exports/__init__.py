"""What is stored as files for other programs: spreadsheets, calendars, tables of columns.

A kind of rows (`deadlines`, `findings`, …) becomes a `Sheet`; a file's ending chooses who
writes it. Nothing heavy is imported before a file is written.
"""

from kehoach.exports.sheet import Column, Sheet
from kehoach.exports.sheets import KINDS, Kind, sheet_of
from kehoach.exports.write import ENDINGS, write_sheets

__all__ = ["ENDINGS", "KINDS", "Column", "Kind", "Sheet", "sheet_of", "write_sheets"]
