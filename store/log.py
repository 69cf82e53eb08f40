"""The log: who changed what and when. Rows are only ever added; the database refuses else."""

import datetime as dt
import json
import sqlite3
from dataclasses import dataclass

from store.moments import stamp


@dataclass(frozen=True)
class LogEntry:
    """One change; `detail` is JSON: what was changed from what to what, or why."""

    entry: int
    at: str
    who: str
    what: str
    document_id: str | None
    detail: str


def add(
    connection: sqlite3.Connection,
    at: dt.datetime,
    who: str,
    what: str,
    document_id: str | None,
    **detail: str | None,
) -> None:
    """Note a change, in the transaction that makes it."""
    connection.execute(
        "INSERT INTO log (at, who, what, document, detail) VALUES (?, ?, ?, ?, ?)",
        (
            stamp(at),
            who,
            what,
            document_id,
            json.dumps(
                {key: value for key, value in detail.items() if value is not None},
                ensure_ascii=False,
            ),
        ),
    )


def entries(
    connection: sqlite3.Connection, document_id: str | None = None, limit: int = 100
) -> list[LogEntry]:
    """The newest changes first, of one document or of all."""
    rows = connection.execute(
        """SELECT entry, at, who, what, document, detail FROM log
        WHERE ?1 IS NULL OR document = ?1 ORDER BY entry DESC LIMIT ?2"""
        if document_id is None
        else """SELECT entry, at, who, what, document, detail FROM log
        WHERE document = ?1 ORDER BY entry DESC LIMIT ?2""",
        (document_id, limit),
    )
    return [LogEntry(*row) for row in rows]
