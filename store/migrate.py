"""Bring a database to the schema of this program, keeping a copy of what was there before.

`PRAGMA user_version` holds the number of the last step applied, so that opening a current
database costs one look and no import of sqlite-utils.
"""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from store import bulk
from store.connection import Waiting, explain, writing
from store.errors import StoreError
from store.migrations import LATEST, STEPS

if TYPE_CHECKING:
    from sqlite_utils import Database

_STRICT_SINCE = (3, 37)


def version_of(connection: sqlite3.Connection, path: Path) -> int:
    """The number of the last step applied; 0 for an empty database."""
    try:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])
    except sqlite3.Error as error:
        raise explain(error, path) from error


def require_current(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse what this program can't read; for connections that may not migrate."""
    version = version_of(connection, path)
    _refuse_newer(version, path)
    if version < 0:
        raise StoreError(
            "The database {path} is being filled, or its filling broke off.",
            "Wait until it is done; if nothing is at work on it, kehoach doctor completes it.",
            path=str(path),
        )
    if version < LATEST:
        raise StoreError(
            "The database {path} was made by an older version of this program.",
            "Open it once for writing, for example with kehoach doctor; a copy is kept.",
            path=str(path),
        )


def migrate(
    connection: sqlite3.Connection, path: Path, waiting: Waiting | None, wait_seconds: int
) -> Path | None:
    """Apply the steps that are missing, all or none; gives the copy made before, if any."""
    version = version_of(connection, path)
    _refuse_newer(version, path)
    if version == LATEST:
        return None
    with writing(connection, path, waiting=waiting, wait_seconds=wait_seconds):
        version = version_of(connection, path)  # another process may have been faster
        if version == LATEST:
            return None
        if version < 0:
            version = -version
            bulk.finish(connection, version)
            if version == LATEST:
                return None
        _refuse_foreign(connection, version, path)
        copy = _copy(connection, path, version) if version else None
        _apply(connection)
        connection.execute(f"PRAGMA user_version = {LATEST}")
    return copy


def _refuse_newer(version: int, path: Path) -> None:
    if version > LATEST:
        raise StoreError(
            "The database {path} was made by a newer version of this program.",
            "Upgrade the program, or choose another database with --db.",
            path=str(path),
        )


def _refuse_foreign(connection: sqlite3.Connection, version: int, path: Path) -> None:
    """A database with tables of somebody else's is never written into."""
    tables = "SELECT count(*) FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'"
    if version == 0 and connection.execute(tables).fetchone()[0]:
        raise StoreError(
            "{path} is a database of another program.",
            "Name the right file with --db; this one was left as it is.",
            path=str(path),
        )


def _copy(connection: sqlite3.Connection, path: Path, version: int) -> Path:
    """`plans.db` of step 3 is kept as `plans.before-4.db`; an earlier copy is never lost."""
    copy = path.with_name(f"{path.stem}.before-{version + 1}{path.suffix}")
    rank = 1
    while copy.exists():
        rank += 1
        copy = path.with_name(f"{path.stem}.before-{version + 1}-{rank}{path.suffix}")
    source = sqlite3.connect(path.resolve().as_uri() + "?mode=ro", uri=True)
    target = sqlite3.connect(copy)
    try:
        source.backup(target)
    finally:
        target.close()
        source.close()
    return copy


def _apply(connection: sqlite3.Connection) -> None:
    from sqlite_utils import Database, Migrations

    migrations = Migrations("kehoach")
    for name, statements in STEPS:
        migrations(name=name)(_step(statements))
    migrations.apply(Database(connection, execute_plugins=False))


def _step(statements: tuple[str, ...]) -> Callable[["Database"], None]:
    strict = "STRICT" if sqlite3.sqlite_version_info >= _STRICT_SINCE else ""

    def run(db: "Database") -> None:
        for statement in statements:
            if not strict:
                statement = statement.replace("{strict}, WITHOUT", "WITHOUT")
            db.execute(statement.replace("{strict}", strict))

    return run
