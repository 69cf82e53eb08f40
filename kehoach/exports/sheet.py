"""A sheet: rows of plain values under named columns, ready for any kind of file."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

Cell = str | int | bool | dt.date | None
ColumnType = Literal["text", "date", "count", "yes"]


@dataclass(frozen=True)
class Column:
    """`key` names the column for programs and `title` for people; `width` is in characters.

    A column's `type` holds for all its cells that are not empty: `date` a day, `count` a
    whole number, `yes` true or false. `words` translates the codes of a column for people;
    files for programs keep the codes.
    """

    key: str
    title: str
    width: int
    type: ColumnType = "text"
    words: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Sheet:
    """`links` has for each row the address of its document, "" where there is none; it hangs
    on the column `link_on`."""

    kind: str
    title: str
    columns: tuple[Column, ...]
    rows: Sequence[tuple[Cell, ...]]
    links: Sequence[str] = ()
    link_on: str = "document"

    def records(self) -> Iterator[dict[str, Cell]]:
        """The rows as mappings from the columns' keys."""
        keys = [column.key for column in self.columns]
        for row in self.rows:
            yield dict(zip(keys, row, strict=True))
