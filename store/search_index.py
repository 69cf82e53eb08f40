"""Keep the full-text index in step with the documents.

The index has no copy of the text: to take a document out, it must be given what was put in.
"""

import sqlite3

from schemas import Plan
from store.folding import with_marks, without_marks


def add(connection: sqlite3.Connection, doc: int, plan: Plan) -> None:
    """Put a document's words into the index."""
    connection.execute(
        """INSERT INTO search (rowid, number, subject, subject_bare, body, body_bare)
        VALUES (?, ?, ?, ?, ?, ?)""",
        (doc, *_columns(plan)),
    )


def remove(connection: sqlite3.Connection, doc: int, old: Plan) -> None:
    """Take them out again; `old` is the record that was put in."""
    connection.execute(
        """INSERT INTO search (search, rowid, number, subject, subject_bare, body, body_bare)
        VALUES ('delete', ?, ?, ?, ?, ?, ?)""",
        (doc, *_columns(old)),
    )


def _columns(plan: Plan) -> tuple[str, str, str, str, str]:
    number = with_marks(plan.document.number or "")
    subject = with_marks(plan.document.subject or "")
    body = with_marks(plan.text)
    return (
        f"{number} {without_marks(number)}",
        subject,
        without_marks(subject),
        body,
        without_marks(body),
    )
