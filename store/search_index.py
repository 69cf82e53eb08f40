"""Keep the full-text index in step with the documents.

The index has no copy of the text: to take a document out, it must be given what was put in.
"""

import sqlite3

from schemas import Plan
from store.folding import with_marks, without_marks

Columns = tuple[str, str, str, str, str]
"""Number, subject, subject without marks, text, text without marks."""


def add(connection: sqlite3.Connection, doc: int, columns: Columns) -> None:
    """Put a document's words into the index."""
    connection.execute(
        """INSERT INTO search (rowid, number, subject, subject_bare, body, body_bare)
        VALUES (?, ?, ?, ?, ?, ?)""",
        (doc, *columns),
    )


def remove(connection: sqlite3.Connection, doc: int, old: Plan) -> None:
    """Take them out again; `old` is the record that was put in."""
    connection.execute(
        """INSERT INTO search (search, rowid, number, subject, subject_bare, body, body_bare)
        VALUES ('delete', ?, ?, ?, ?, ?, ?)""",
        (doc, *columns_of(old)),
    )


def columns_of(plan: Plan) -> Columns:
    """The words of a record as they are put in."""
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
