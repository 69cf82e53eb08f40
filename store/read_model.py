"""The tables and views that others may have a copy of, and their rows.

What is left out is how the program works, not what it knows: the records themselves, the
search index, and what likeness is found by.
"""

# ruff: noqa: S608 - names of our own tables and columns
import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from store.dictionary import Table, tables
from store.migrations.m0008_views import STATEMENTS as VIEWS

Value = str | int | float | None

_TABLES = (
    "units", "unit_aliases", "documents", "tasks", "recurrences", "task_units", "phases", "duties",
    "targets", "anniversaries", "campaigns", "document_campaigns", "citations",
    "citation_candidates", "findings", "verdicts", "corrections",
)  # fmt: skip
_LEFT_OUT = {"documents": ("version", "terms", "text_key", "sketch")}
_DAYS = re.compile(r"_on$|^valid_(?:from|to)$|^period_(?:start|end)$|^window_start$")
_AT_ONCE = 1000


@dataclass(frozen=True)
class ReadColumn:
    """`kind` is what SQLite calls it, or `DAY` where all values are ISO days."""

    name: str
    kind: str
    says: str


@dataclass(frozen=True)
class ReadTable:
    """A table that is copied; `key` are the columns that name a row."""

    name: str
    says: str
    columns: tuple[ReadColumn, ...]
    key: tuple[str, ...]


@dataclass(frozen=True)
class ReadView:
    """A view over these tables, as SQLite has it."""

    name: str
    says: str
    statement: str


def read_tables(connection: sqlite3.Connection) -> list[ReadTable]:
    """The tables, those that others refer to first."""
    described = {table.name: table for table in tables(connection)}
    return [_table(connection, described[name]) for name in _TABLES]


def _table(connection: sqlite3.Connection, table: Table) -> ReadTable:
    keys = connection.execute(
        "SELECT name FROM pragma_table_info(?) WHERE pk ORDER BY pk", (table.name,)
    )
    kept = [one for one in table.columns if one.name not in _LEFT_OUT.get(table.name, ())]
    columns = tuple(
        ReadColumn(one.name, "DAY" if _DAYS.search(one.name) else one.type, one.says)
        for one in kept
    )
    return ReadTable(table.name, table.says, columns, tuple(row[0] for row in keys))


def read_views() -> list[ReadView]:
    """The views, with the remark on each."""
    found = []
    for statement in VIEWS:
        head = statement.strip().partition("\n")[0]
        name, says = re.findall(r"CREATE VIEW (\w+) AS -- (.*)", head)[0]
        found.append(ReadView(name, says, statement))
    return found


def rows(connection: sqlite3.Connection, table: ReadTable) -> Iterator[tuple[Value, ...]]:
    """All rows of a table, a thousand in memory at a time."""
    names = ", ".join(f'"{column.name}"' for column in table.columns)
    cursor = connection.execute(f'SELECT {names} FROM "{table.name}"')
    while some := cursor.fetchmany(_AT_ONCE):
        yield from (tuple(row) for row in some)
