"""Connections to the database: settings of every connection, transactions, the one writer.

Only `sqlite3` is used here: the path of a query must not pay for importing sqlite-utils.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from store.errors import StoreBusy, StoreError

Waiting = Callable[[int], None]
"""Called about once a second while another writer is at work, with the seconds waited."""

WAIT_SECONDS = 60
_SLICE_MS = 1000  # how long one attempt waits before `Waiting` hears of it
_SETTINGS = ("PRAGMA cache_size = -65536", "PRAGMA foreign_keys = ON")  # 64 MiB
# Changed pages go from the log into the database once they are this many (32 MiB): whoever writes
# then waits for it, and pages that are changed again and again go there once.
_CHECKPOINTS = "PRAGMA wal_autocheckpoint = 8000"
_LOOK = "SELECT 1 FROM sqlite_master LIMIT 1"
_OUR_FAULT = (sqlite3.IntegrityError, sqlite3.ProgrammingError)  # defects, never circumstances


def connect(path: Path, *, read_only: bool) -> sqlite3.Connection:
    """A connection in autocommit mode; transactions are begun by `writing` alone.

    Write-ahead logging lets readers read while one writer writes; `synchronous=FULL` makes
    what was committed outlive a power cut.
    """
    try:
        return _read_only(path) if read_only else _read_write(path)
    except sqlite3.Error as error:
        raise explain(error, path) from error


def _read_write(path: Path) -> sqlite3.Connection:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(
            "The folder for the database {path} can't be made: {why}",
            "Choose another place with --db, or ask for the right to write there.",
            path=str(path),
            why=str(error),
        ) from error
    address = path.resolve().as_uri() + "?mode=rwc"
    return _open(address, "PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL", _CHECKPOINTS)


def _read_only(path: Path) -> sqlite3.Connection:
    if not path.exists():
        raise StoreError(
            "There is no database at {path} yet.",
            "Put plans into it first: kehoach ingest FOLDER",
            path=str(path),
        )
    address = path.resolve().as_uri()
    try:
        return _open(address + "?mode=ro", _LOOK)
    except sqlite3.OperationalError as error:
        if error.sqlite_errorname not in ("SQLITE_CANTOPEN", "SQLITE_READONLY_DIRECTORY"):
            raise
        # A read-only medium has no room for the shared-memory file; nobody can be writing.
        return _open(address + "?mode=ro&immutable=1", _LOOK)


def _open(address: str, *first: str) -> sqlite3.Connection:
    """A connection on which these statements went well; closed again where one did not."""
    connection = sqlite3.connect(
        address, uri=True, isolation_level=None, check_same_thread=False, timeout=_SLICE_MS / 1000
    )
    connection.row_factory = sqlite3.Row
    try:
        for statement in (*first, *_SETTINGS):
            connection.execute(statement).fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


@contextmanager
def writing(
    connection: sqlite3.Connection,
    path: Path,
    *,
    waiting: Waiting | None = None,
    wait_seconds: int = WAIT_SECONDS,
) -> Iterator[None]:
    """One transaction that holds the writer's place; nested use joins the outer one."""
    if connection.in_transaction:
        yield
        return
    _begin(connection, path, waiting, wait_seconds)
    try:
        yield
        connection.execute("COMMIT")
    except BaseException as error:
        _roll_back(connection)
        if isinstance(error, sqlite3.Error) and not isinstance(error, _OUR_FAULT):
            raise explain(error, path) from error
        raise


def _roll_back(connection: sqlite3.Connection) -> None:
    if connection.in_transaction:  # a full disk has rolled back by itself
        connection.execute("ROLLBACK")


def _begin(
    connection: sqlite3.Connection, path: Path, waiting: Waiting | None, wait_seconds: int
) -> None:
    connection.execute(f"PRAGMA busy_timeout = {_SLICE_MS}")
    for waited in range(wait_seconds + 1):
        try:
            connection.execute("BEGIN IMMEDIATE")
        except sqlite3.Error as error:
            if not _is_busy(error):
                raise explain(error, path) from error
            if waiting is not None:
                waiting(waited + 1)
        else:
            return
    raise _busy(path)


def _is_busy(error: sqlite3.Error) -> bool:
    return str(getattr(error, "sqlite_errorname", "")).startswith(("SQLITE_BUSY", "SQLITE_LOCKED"))


def _busy(path: Path) -> StoreBusy:
    return StoreBusy(
        "Another program is writing to {path}.",
        "Wait until it is done and start again; nothing was changed.",
        path=str(path),
    )


_TROUBLES = {
    "SQLITE_FULL": (
        "The disk is full: {path} can't grow.",
        "Make room on the disk and start again; what was reported as stored is safe.",
    ),
    "SQLITE_READONLY": (
        "The database {path} can't be written.",
        "Ask for the right to write to the file and its folder, or choose another with --db.",
    ),
    "SQLITE_CANTOPEN": (
        "The database {path} can't be opened.",
        "Look whether the folder exists and you may read and write there.",
    ),
    "SQLITE_NOTADB": (
        "{path} is not a database.",
        "Name the right file with --db; this one was left as it is.",
    ),
    "SQLITE_CORRUPT": (
        "The database {path} is damaged.",
        "Restore the last backup, or move it aside and ingest the documents again.",
    ),
    "SQLITE_IOERR": (
        "The disk of {path} can't be read or written.",
        "Look after the disk or the network share; what was reported as stored is safe.",
    ),
}


def not_writable(path: Path) -> StoreError:
    """What to say when a database that was opened for reading is to be changed."""
    return StoreError(*_TROUBLES["SQLITE_READONLY"], path=str(path))


def explain(error: sqlite3.Error, path: Path) -> StoreError:
    """The trouble in words a clerk can act on."""
    if _is_busy(error):
        return _busy(path)
    name = str(getattr(error, "sqlite_errorname", ""))
    for code, (message, advice) in _TROUBLES.items():
        if name.startswith(code):
            return StoreError(message, advice, path=str(path))
    return StoreError(
        "The database {path} reports: {why}",
        "Run kehoach doctor; nothing was changed.",
        path=str(path),
        why=str(error),
    )
