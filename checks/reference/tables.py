"""Rows of the reference tables, by their column names."""

import datetime as dt
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent

Row = dict[str, str]


@cache
def rows(table: str) -> tuple[Row, ...]:
    """The rows of `<table>.tsv`; missing cells are empty."""
    lines = (_FOLDER / f"{table}.tsv").read_text(encoding="utf-8").splitlines()
    head = lines[0].split("\t")
    return tuple(dict(zip(head, line.split("\t"), strict=True)) for line in lines[1:] if line)


def day(cell: str) -> dt.date | None:
    """The ISO day in a cell, or `None` where it is empty."""
    return dt.date.fromisoformat(cell) if cell else None


def listed(cell: str, separator: str = ";") -> tuple[str, ...]:
    """The parts of a cell that holds several values."""
    return tuple(part.strip() for part in cell.split(separator) if part.strip())
