"""Hints: what a side file or a file's name says of a document, kept under the hash of its bytes.

They are kept apart from the record, so that reading the stored original again gives the same.
"""

import datetime as dt
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from store.moments import stamp

HintField = Literal["number", "issued_on", "issuer", "labels"]
HintSource = Literal["side-file", "file-name"]
FIELDS: tuple[HintField, ...] = get_args(HintField)


@dataclass(frozen=True)
class Hint:
    """One field's value in words; days as `2024-03-05`, labels divided by `; `."""

    field: HintField
    value: str
    source: HintSource


def keep_hints(
    connection: sqlite3.Connection, sha256: str, hints: Sequence[Hint], at: dt.datetime
) -> None:
    """Put these in place of what was known of the file."""
    connection.execute("DELETE FROM hints WHERE sha256 = ?", (sha256,))
    connection.executemany(
        "INSERT INTO hints (sha256, field, value, source, at) VALUES (?, ?, ?, ?, ?)",
        [(sha256, one.field, one.value, one.source, stamp(at)) for one in hints],
    )


def hints_of(connection: sqlite3.Connection, sha256: str) -> tuple[Hint, ...]:
    """What is known of the file with these bytes."""
    rows = connection.execute(
        "SELECT field, value, source FROM hints WHERE sha256 = ? ORDER BY field", (sha256,)
    )
    return tuple(Hint(row["field"], row["value"], row["source"]) for row in rows)
