"""Put in what people said in another database, as it was said there: who, when and why."""

import datetime as dt
import sqlite3

from store import log
from store.findings import Verdict
from store.parcel import SetValue


def put_correction(
    connection: sqlite3.Connection, doc: int, document_id: str, one: SetValue, origin: str
) -> None:
    """The record's rows follow with `write.refresh`, which is the caller's to do."""
    connection.execute(
        """INSERT INTO corrections (doc, item, field, value, before, as_written, who, at, why)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        (doc, one.item, one.field, one.value, one.before, one.as_written, one.who, one.at, one.why),
    )
    log.add(
        connection, dt.datetime.fromisoformat(one.at), one.who, "corrected", document_id,
        field=one.field, item=one.item, was=one.before, value=one.value, why=one.why,
        origin=origin,
    )  # fmt: skip


def put_verdict(
    connection: sqlite3.Connection, document_id: str, one: Verdict, origin: str
) -> None:
    """It stands as soon as the checks find that finding here."""
    connection.execute(
        "INSERT INTO verdicts (finding, status, reason, who, at) VALUES (?, ?, ?, ?, ?)",
        (one.finding, one.status, one.reason, one.who, one.at),
    )
    log.add(
        connection, dt.datetime.fromisoformat(one.at), one.who, "verdict", document_id,
        finding=one.finding, status=one.status, why=one.reason, origin=origin,
    )  # fmt: skip
