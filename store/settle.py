"""A person's word on a probable duplicate: the same document, or another one.

The same: it leaves all lists and questions, its files count as files of the other, and what
was read from it is kept, so that the word can be taken back. Another: it is a document like
all others.
"""

import datetime as dt
import sqlite3

from store import documents, log, resolve, search_index, subjects, write
from store.errors import NotFound
from store.items import remove_items
from store.units import Units


def settle(
    connection: sqlite3.Connection,
    units: Units,
    document_id: str,
    *,
    same: bool,
    who: str,
    why: str,
    at: dt.datetime,
) -> None:
    """Raises `NotFound` unless the document waits for this, or was found to be a copy."""
    row = connection.execute(
        """SELECT d.doc, d.status, d.duplicate_of, o.id AS of FROM documents d
        JOIN documents o ON o.doc = d.duplicate_of WHERE d.id = ?""",
        (document_id,),
    ).fetchone()
    if row is None:
        raise NotFound(
            "{id} does not wait for a decision whether it is a copy.",
            "kehoach documents lists those that wait as probable-duplicate.",
            id=document_id,
        )
    if same and row["status"] != "duplicate":
        _fold_away(connection, int(row["doc"]))
    elif not same:
        _stand_alone(connection, units, int(row["doc"]), row["status"], at)
    log.add(
        connection, at, who, "settled", document_id,
        of=row["of"], same="yes" if same else "no", why=why,
    )  # fmt: skip


def _fold_away(connection: sqlite3.Connection, doc: int) -> None:
    search_index.remove(connection, doc, documents.load(connection, doc))
    remove_items(connection, doc)
    subjects.remove(connection, doc)
    connection.execute("DELETE FROM text_bands WHERE doc = ?", (doc,))
    connection.execute("DELETE FROM findings WHERE doc = ?", (doc,))
    connection.execute("UPDATE documents SET status = 'duplicate' WHERE doc = ?", (doc,))
    connection.execute(  # what was probably a copy of this one is one of the other
        """UPDATE documents SET duplicate_of = (SELECT duplicate_of FROM documents WHERE doc = ?1)
        WHERE duplicate_of = ?1""",
        (doc,),
    )
    resolve.resolve_waiting(connection, doc)


def _stand_alone(
    connection: sqlite3.Connection, units: Units, doc: int, status: str, at: dt.datetime
) -> None:
    connection.execute(
        "UPDATE documents SET status = 'stored', duplicate_of = NULL WHERE doc = ?", (doc,)
    )
    if status == "duplicate":
        old = documents.load(connection, doc)
        search_index.add(connection, doc, search_index.columns_of(old))
        write.refresh(connection, units, doc, old, at)
    else:
        resolve.resolve_waiting(connection, doc)
