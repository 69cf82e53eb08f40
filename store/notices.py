"""Notices: digests and reminders, each sent once a day however many watchers there are."""

import datetime as dt
import sqlite3
from dataclasses import dataclass
from typing import Literal

from store.moments import stamp

NoticeName = Literal["digest", "reminder"]
NoticeStatus = Literal["under-way", "failed", "sent"]

_COLUMNS = "SELECT name, day, status, attempts, next_try, claimed_by, why, at FROM notices "


@dataclass(frozen=True)
class Notice:
    """A digest or reminder for a day; moments are UTC, `attempts` counts."""

    name: NoticeName
    day: dt.date
    status: NoticeStatus
    attempts: int
    next_try: str | None
    claimed_by: str | None
    why: str | None
    at: str


def is_due(connection: sqlite3.Connection, name: NoticeName, day: dt.date, at: dt.datetime) -> bool:
    """Whether it may be claimed; asking holds up no writer."""
    row = connection.execute(
        "SELECT status, next_try FROM notices WHERE name = ? AND day = ?", (name, day.isoformat())
    ).fetchone()
    return row is None or (row["status"] == "failed" and (row["next_try"] or "") <= stamp(at))


def claim(
    connection: sqlite3.Connection, name: NoticeName, day: dt.date, worker: str, at: dt.datetime
) -> int | None:
    """Which attempt this is, when the notice is this worker's to send; `None` when it is not."""
    row = connection.execute(
        """INSERT INTO notices (name, day, status, attempts, claimed_by, at)
        VALUES (?1, ?2, 'under-way', 1, ?3, ?4)
        ON CONFLICT DO UPDATE SET status = 'under-way', attempts = attempts + 1,
          claimed_by = excluded.claimed_by, at = excluded.at
        WHERE status = 'failed' AND coalesce(next_try, '') <= excluded.at
        RETURNING attempts""",
        (name, day.isoformat(), worker, stamp(at)),
    ).fetchone()
    return None if row is None else int(row[0])


def settle(
    connection: sqlite3.Connection,
    name: NoticeName,
    day: dt.date,
    *,
    at: dt.datetime,
    next_try: dt.datetime | None = None,
    why: str | None = None,
) -> None:
    """Sent; or, with `next_try`, failed and to be tried again then."""
    connection.execute(
        """UPDATE notices SET status = ?, next_try = ?, why = ?, claimed_by = NULL, at = ?
        WHERE name = ? AND day = ?""",
        (
            "sent" if next_try is None else "failed",
            None if next_try is None else stamp(next_try),
            why,
            stamp(at),
            name,
            day.isoformat(),
        ),
    )


def notices(connection: sqlite3.Connection) -> list[Notice]:
    """All of them, the last day first."""
    rows = connection.execute(_COLUMNS + "ORDER BY day DESC, name")
    return [
        Notice(
            row["name"],
            dt.date.fromisoformat(row["day"]),
            row["status"],
            int(row["attempts"]),
            row["next_try"],
            row["claimed_by"],
            row["why"],
            row["at"],
        )
        for row in rows
    ]
