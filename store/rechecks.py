"""Documents whose findings may have changed since they were checked, until they are checked again.

Every newcomer touches others. Where many come, the others are noted here, in the newcomer's own
transaction, and checked once when all are in: whoever is killed in between leaves the notes.
"""

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Recheck:
    """A document that waits; `mark` tells this wait from a later one."""

    document_id: str
    mark: str


def ask(connection: sqlite3.Connection, document_ids: Iterable[str]) -> None:
    """Note documents; one that waits already waits anew."""
    connection.execute(
        """INSERT OR REPLACE INTO rechecks (doc, mark)
        SELECT doc, hex(randomblob(8)) FROM documents
        WHERE id IN (SELECT value FROM json_each(?))""",
        (json.dumps(list(document_ids)),),
    )


def waiting(connection: sqlite3.Connection) -> list[Recheck]:
    """Those that wait, in the order in which they came into the database."""
    rows = connection.execute(
        "SELECT d.id, r.mark FROM rechecks r JOIN documents d USING (doc) ORDER BY doc"
    )
    return [Recheck(row[0], row[1]) for row in rows]


def settle(connection: sqlite3.Connection, recheck: Recheck) -> bool:
    """It was checked; false where it changed meanwhile and waits anew, or was checked already."""
    done = connection.execute(
        """DELETE FROM rechecks WHERE mark = ?
        AND doc = (SELECT doc FROM documents WHERE id = ?)""",
        (recheck.mark, recheck.document_id),
    )
    return done.rowcount > 0


def forget(connection: sqlite3.Connection, document_id: str) -> None:
    """It was checked as it is now, whatever it waited for."""
    connection.execute(
        "DELETE FROM rechecks WHERE doc = (SELECT doc FROM documents WHERE id = ?)", (document_id,)
    )
