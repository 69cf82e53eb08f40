"""Loading many records into a database that nobody asks yet.

Indexes that only questions need grow at random places; a million plans would touch each page
of them a thousand times. They are left out while an empty database is filled, and made at the
end in one go. A database whose load broke off says so in its version, and is completed by
whoever opens it next for writing.
"""

import sqlite3

from store.migrations import LATEST, STEPS

UNDER_WAY = -LATEST  # `PRAGMA user_version` until the indexes are there again

_PAGE_CACHE_KIB = 1_000_000
_PAGES_BETWEEN_CHECKPOINTS = 50_000
_DEFERRED = ("tasks_end", "tasks_window", "task_units_unit", "recurrences_window", "duties_unit")


def begin(connection: sqlite3.Connection) -> None:
    """Leave the indexes out; inside the caller's transaction."""
    for name in _DEFERRED:
        connection.execute(f"DROP INDEX {name}")
    connection.execute(f"PRAGMA user_version = {UNDER_WAY}")


def finish(connection: sqlite3.Connection) -> None:
    """Make what is missing; inside the caller's transaction."""
    there = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
    for name in _DEFERRED:
        if name not in there:
            connection.execute(_statement(name))
    connection.execute(f"PRAGMA user_version = {LATEST}")


def widen(connection: sqlite3.Connection) -> None:
    """More memory and fewer checkpoints for this connection: some 1 GB."""
    connection.execute(f"PRAGMA cache_size = -{_PAGE_CACHE_KIB}")
    connection.execute(f"PRAGMA wal_autocheckpoint = {_PAGES_BETWEEN_CHECKPOINTS}")


def _statement(index: str) -> str:
    """The latest: a later step may have made the index anew."""
    return next(
        statement
        for _, statements in reversed(STEPS)
        for statement in statements
        if statement.startswith(f"CREATE INDEX {index} ")
    )
