"""Loading many records into a database that nobody asks yet.

Indexes that only questions need grow at random places; a million plans would touch each page
of them a thousand times. They are left out while an empty database is filled, and made at the
end in one go; so is what citations mean (`store.resolve_all`). A database whose load broke off
says so in its version, and is completed by whoever opens it next for writing.
"""

import sqlite3
from collections.abc import Sequence

from store.migrations import LATEST, STEPS

_PAGE_CACHE_KIB = 1_000_000
_PAGES_BETWEEN_CHECKPOINTS = 50_000
_DEFERRED = (
    "tasks_end", "tasks_window", "task_units_unit", "recurrences_window", "duties_unit",
    "documents_level", "documents_office", "documents_subject", "citations_number",
)  # fmt: skip
_OF_MEANINGS = ("citations_day", "citations_target", "citation_candidates_document")
_RESOLVED_LAST = 11  # the first version whose loads leave the citations to the end


def begin(connection: sqlite3.Connection) -> None:
    """Leave the indexes out; inside the caller's transaction. Until they are there again the
    database's version is that of its schema with a minus before it."""
    for name in (*_DEFERRED, *_OF_MEANINGS):
        connection.execute(f"DROP INDEX {name}")
    connection.execute(f"PRAGMA user_version = {-LATEST}")


def finish(connection: sqlite3.Connection, version: int = LATEST) -> None:
    """Make what is missing of this version; inside the caller's transaction."""
    from store.resolve_all import resolve_all

    _make(connection, _DEFERRED, version)
    if version >= _RESOLVED_LAST:
        resolve_all(connection)
    _make(connection, _OF_MEANINGS, version)
    connection.execute(f"PRAGMA user_version = {version}")


def _make(connection: sqlite3.Connection, names: Sequence[str], version: int) -> None:
    there = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
    for name in names:
        statement = _statement(name, version)
        if name not in there and statement is not None:
            connection.execute(statement)


def widen(connection: sqlite3.Connection) -> None:
    """More memory and fewer checkpoints for this connection: some 1 GB."""
    connection.execute(f"PRAGMA cache_size = -{_PAGE_CACHE_KIB}")
    connection.execute(f"PRAGMA wal_autocheckpoint = {_PAGES_BETWEEN_CHECKPOINTS}")


def _statement(index: str, version: int) -> str | None:
    """The latest: a later step may have made the index anew."""
    made = (
        statement
        for _, statements in reversed(STEPS[:version])
        for statement in statements
        if statement.startswith(f"CREATE INDEX {index} ")
    )
    return next(made, None)
