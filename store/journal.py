"""The journal of the drop folder: every file seen, its state, and why it is not stored.

A watcher notes what it sees, claims one file at a time, and settles it. What a watcher that
died had claimed is free again after a while; two watchers never claim the same file.
"""

# ruff: noqa: S608 - fixed fragments are joined; every value is bound
import datetime as dt
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Literal, get_args

from store.moments import stamp

FileState = Literal[
    "waiting",  # seen, not read yet, or to be tried again
    "reading",  # a watcher is at work on it
    "stored",
    "new",
    "updated",
    "duplicate",
    "probable-duplicate",
    "needs-person",
    "needs-ocr",
    "unreadable",
]
FAILED: tuple[FileState, ...] = ("unreadable", "needs-ocr")


@dataclass(frozen=True)
class JournalRow:
    """One file of the drop folder. Moments are UTC; `modified` is seconds since 1970; `reason`
    is a code and `message` its sentence (a message key) where the file was not stored."""

    path: str
    size: int
    modified: float
    sha256: str | None
    status: FileState
    reason: str | None
    message: str | None
    document_id: str | None
    label: str
    attempts: int
    next_try: str | None
    claimed_by: str | None
    claimed_at: str | None
    first_seen: str
    changed_at: str


_COLUMNS = """SELECT path, size, modified, sha256, status, reason, message, document, label,
  attempts, next_try, claimed_by, claimed_at, first_seen, changed_at FROM intake """


_DUE = """substr(path, 1, length(:under)) = :under AND (
  status = 'waiting' AND (coalesce(next_try, '') <= :at OR next_try > :latest)
  OR status = 'reading' AND claimed_at < :given_up)"""


class Journal:
    """The files of the drop folder; `Store.journal` gives it."""

    def __init__(
        self, connection: sqlite3.Connection, writing: Callable[[], AbstractContextManager[None]]
    ) -> None:
        self._connection = connection
        self._writing = writing

    def note(
        self,
        path: str,
        size: int,
        modified: float,
        *,
        label: str,
        at: dt.datetime,
    ) -> bool:
        """Note a file that is there and stands still; true when it has to be read: it is new, or
        its size or time is another than when it was read."""
        known = self.find(path)
        if known is not None and (known.size, known.modified) == (size, modified):
            return False  # looking around must not hold up a writer
        with self._writing():
            self._connection.execute(
                """INSERT INTO intake (path, size, modified, status, label, first_seen, changed_at)
                VALUES (:path, :size, :modified, 'waiting', :label, :at, :at)
                ON CONFLICT DO UPDATE SET size = excluded.size, modified = excluded.modified,
                  status = 'waiting', reason = NULL, message = NULL, attempts = 0, next_try = NULL,
                  claimed_by = NULL, claimed_at = NULL, label = excluded.label,
                  changed_at = excluded.changed_at""",
                {"path": path, "size": size, "modified": modified, "label": label, "at": stamp(at)},
            )
        return True

    def claim(
        self,
        worker: str,
        *,
        at: dt.datetime,
        given_up: dt.datetime,
        latest: dt.datetime | None = None,
        under: str = "",
    ) -> JournalRow | None:
        """The next file to read, from now on this worker's; one claimed before `given_up` by a
        worker that never came back counts as waiting. A try put off beyond `latest` was put off
        by a clock that has been set back since, and is due. Only paths that begin with `under`.
        `None` when nothing is due."""
        bound = {"at": stamp(at), "given_up": stamp(given_up), "latest": _latest(latest)}
        bound["under"] = under
        if not self._due(bound):
            return None
        with self._writing():
            row = self._connection.execute(
                """UPDATE intake SET status = 'reading', claimed_by = :worker, claimed_at = :at,
                  attempts = attempts + 1, changed_at = :at
                WHERE path = (SELECT path FROM intake
                  WHERE """
                + _DUE
                + """ ORDER BY coalesce(next_try, first_seen), path LIMIT 1)
                RETURNING path""",
                {"worker": worker, **bound},
            ).fetchone()
        return None if row is None else self.find(str(row[0]))

    def _due(self, bound: dict[str, str]) -> bool:
        question = "SELECT EXISTS (SELECT 1 FROM intake WHERE " + _DUE + ")"
        return bool(self._connection.execute(question, bound).fetchone()[0])

    def settle(
        self,
        path: str,
        status: FileState,
        *,
        at: dt.datetime,
        sha256: str | None = None,
        reason: str | None = None,
        message: str | None = None,
        document_id: str | None = None,
        next_try: dt.datetime | None = None,
    ) -> None:
        """Note what became of a file; with status `waiting` and `next_try` it is tried again."""
        if status not in get_args(FileState):
            raise ValueError(f"no such state of a file: {status}")
        with self._writing():
            self._connection.execute(
                """UPDATE intake SET status = ?, sha256 = coalesce(?, sha256), reason = ?,
                  message = ?, document = ?, next_try = ?, claimed_by = NULL, claimed_at = NULL,
                  changed_at = ?
                WHERE path = ?""",
                (
                    status,
                    sha256,
                    reason,
                    message,
                    document_id,
                    None if next_try is None else stamp(next_try),
                    stamp(at),
                    path,
                ),
            )

    def retry(self, states: Sequence[FileState], *, at: dt.datetime) -> int:
        """Let the files in these states wait for another try, now; gives their number."""
        with self._writing():
            cursor = self._connection.execute(
                """UPDATE intake SET status = 'waiting', next_try = NULL, attempts = 0,
                  changed_at = ? WHERE status IN (SELECT value FROM json_each(?))""",
                (stamp(at), _json(states)),
            )
        return cursor.rowcount

    def drop(self, path: str) -> None:
        """Take out a file that left before it was stored, also one that could not be read."""
        with self._writing():
            self._connection.execute(
                "DELETE FROM intake WHERE path = ? AND document IS NULL", (path,)
            )

    def forget(self, path: str) -> None:
        """Take a file out that is no longer there and was never stored."""
        with self._writing():
            self._connection.execute(
                "DELETE FROM intake WHERE path = ? AND status IN ('waiting', 'reading')", (path,)
            )

    def find(self, path: str) -> JournalRow | None:
        """What is known of a file."""
        row = self._connection.execute(_COLUMNS + "WHERE path = ?", (path,)).fetchone()
        return None if row is None else JournalRow(*row)

    def rows(self, states: Sequence[FileState] | None = None) -> list[JournalRow]:
        """The files in these states, or all, the last changed first."""
        which = "WHERE status IN (SELECT value FROM json_each(?)) "
        order = "ORDER BY changed_at DESC, path"
        found = (
            self._connection.execute(_COLUMNS + order)
            if states is None
            else self._connection.execute(_COLUMNS + which + order, (_json(states),))
        )
        return [JournalRow(*row) for row in found]

    def counts(self) -> dict[FileState, int]:
        """How many files there are in each state."""
        found = self._connection.execute("SELECT status, count(*) FROM intake GROUP BY status")
        return {row[0]: int(row[1]) for row in found}


def _latest(moment: dt.datetime | None) -> str:
    return "9" if moment is None else stamp(moment)


def _json(states: Sequence[FileState]) -> str:
    return "[" + ",".join(f'"{state}"' for state in states) + "]"
