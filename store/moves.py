"""Files that the watcher moves: noted before and after, so that a kill in between loses none."""

import datetime as dt
import sqlite3
from dataclasses import dataclass

from store.moments import stamp


@dataclass(frozen=True)
class Move:
    """A file on its way from `source`, where it was dropped, to `target`."""

    source: str
    target: str


def begin(connection: sqlite3.Connection, move: Move, at: dt.datetime) -> None:
    """Note where a file is about to go."""
    connection.execute(
        "INSERT OR REPLACE INTO moves (target, source, status, at) VALUES (?, ?, 'begun', ?)",
        (move.target, move.source, stamp(at)),
    )


def finish(connection: sqlite3.Connection, move: Move, at: dt.datetime) -> None:
    """The file lies at its target: the journal and the documents speak of it there."""
    moment = stamp(at)
    connection.execute(
        "UPDATE moves SET status = 'done', at = ? WHERE target = ?", (moment, move.target)
    )
    connection.execute("DELETE FROM intake WHERE path = ?", (move.target,))
    connection.execute(
        "UPDATE intake SET path = ?, changed_at = ? WHERE path = ?",
        (move.target, moment, move.source),
    )
    connection.execute(
        "UPDATE OR IGNORE document_files SET path = ? WHERE path = ? AND here = 1",
        (move.target, move.source),
    )


def give_up(connection: sqlite3.Connection, move: Move) -> None:
    """The file was not moved."""
    connection.execute("DELETE FROM moves WHERE target = ?", (move.target,))


def begun(connection: sqlite3.Connection) -> list[Move]:
    """Moves that nobody has finished."""
    rows = connection.execute("SELECT source, target FROM moves WHERE status = 'begun'")
    return [Move(row["source"], row["target"]) for row in rows]


def came_from(connection: sqlite3.Connection, target: str) -> str | None:
    """Where a file was dropped that lies elsewhere now."""
    row = connection.execute(
        "SELECT source FROM moves WHERE target = ? AND status = 'done'", (target,)
    ).fetchone()
    return None if row is None else str(row["source"])
