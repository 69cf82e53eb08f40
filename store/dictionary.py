"""The data dictionary: every table, view and column of the database, said once in the schema.

`python -m store.dictionary > docs/data_dictionary.md` writes it; a test holds it fresh.
"""

import re
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from store import open_store

_HEAD = """# Data dictionary

The database is one SQLite file; the original files lie beside it in `<database>.files/`, each
under the hash of its bytes. Datasette, DBeaver or Excel (over ODBC) can open it to read; the
views have plain names and join what belongs together. Days are ISO days, both ends of a span
included; moments are UTC. A column whose name ends in `_key` holds words folded for
comparison, `sort_key` and `subject_sort` put names in the order of the Vietnamese alphabet.
Write through the program only: the search index and the resolution of citations follow each
change of a record.

This page is generated from the schema: `python -m store.dictionary > docs/data_dictionary.md`.
"""
# A virtual table's declaration has no room for remarks on its columns.
_INDEXES = {
    "search": {
        "number": "the document's number, with its marks and without",
        "subject": "its subject, with marks",
        "subject_bare": "its subject without marks",
        "body": "its text, with marks",
        "body_bare": "its text without marks",
    },
    "unit_search": {
        "words": "name and area of the unit, with marks",
        "bare": "name and area without marks",
    },
}
_REMARK = re.compile(r"--\s*(.*)$", re.MULTILINE)
_VIEW_COLUMN = re.compile(r"(?:\bAS\s+)?(\w+),?\s*$")


@dataclass(frozen=True)
class Column:
    """A column with its type as declared (none in views) and what it holds."""

    name: str
    type: str
    note: str
    says: str


@dataclass(frozen=True)
class Table:
    """A table or view and what its rows are."""

    name: str
    kind: str
    says: str
    columns: tuple[Column, ...]


def tables(connection: sqlite3.Connection) -> list[Table]:
    """The views, then the tables, as the database itself describes them."""
    rows = connection.execute(
        """SELECT name, type, sql FROM sqlite_master
        WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite_%' AND sql LIKE '%--%'
        ORDER BY type DESC, name"""
    ).fetchall()
    return [_table(connection, row["name"], row["type"], row["sql"]) for row in rows]


def _table(connection: sqlite3.Connection, name: str, kind: str, sql: str) -> Table:
    remark = _REMARK.search(sql.partition("\n")[0])
    says = _says(sql) | _INDEXES.get(name, {})
    columns = tuple(
        Column(row["name"], row["type"], _note(row), says.get(row["name"], ""))
        for row in connection.execute("SELECT * FROM pragma_table_info(?)", (name,))
    )
    return Table(name, kind, remark[1] if remark else "", columns)


def _note(row: sqlite3.Row) -> str:
    if row["pk"]:
        return ", key"
    return "" if row["notnull"] else ", may be empty"


def _says(sql: str) -> dict[str, str]:
    """The remark of each column: on its line, or on the line where its definition ends."""
    found: dict[str, str] = {}
    name = ""
    for line in sql.split("\n")[1:]:
        code, dashes, remark = line.partition("--")
        if re.match(r"  \w+ [A-Z]", line):
            name = code.split()[0]
        elif (match := _VIEW_COLUMN.search(code)) and " AS " in code:
            name = match[1]
        if dashes and name and name not in found:
            found[name] = remark.strip()
    return found


def document(found: list[Table]) -> Iterator[str]:
    """The page, line by line."""
    yield _HEAD
    for kind, title in (("view", "Views"), ("table", "Tables")):
        yield f"## {title}\n"
        for table in found:
            if table.kind == kind:
                yield from _section(table)


def _section(table: Table) -> Iterator[str]:
    yield f"### {table.name}\n"
    yield f"{table.says[:1].upper()}{table.says[1:]}.\n"
    if table.kind == "table" and table.name not in _INDEXES:
        yield "| column | type | holds |"
        yield "| --- | --- | --- |"
        for column in table.columns:
            yield f"| `{column.name}` | {column.type}{column.note} | {_cell(column.says)} |"
    else:
        yield "| column | holds |"
        yield "| --- | --- |"
        for column in table.columns:
            yield f"| `{column.name}` | {_cell(column.says)} |"
    yield ""


def _cell(words: str) -> str:
    return words.replace("|", "\\|")


def page() -> str:
    """The whole page, from a database made for it."""
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "plans.db") as store:
        return "\n".join(document(tables(store.connection)))


if __name__ == "__main__":
    sys.stdout.write(page())
