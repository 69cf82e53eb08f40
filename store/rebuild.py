"""Make everything that is derived from the records anew: rows of items, index, resolution.

For a database whose derived rows are damaged, or were made by a program that folded words in
another way. Records, corrections, findings, verdicts and the log stay as they are.
"""

import sqlite3

from store import corrections, documents, identity, resolve, search_index, subjects
from store.items import remove_items, write_items
from store.units import Units

_ALL = "SELECT doc FROM documents WHERE status <> 'duplicate' ORDER BY doc"


def rebuild(connection: sqlite3.Connection, units: Units) -> int:
    """All of it, inside the caller's transaction; gives the number of documents."""
    connection.execute("INSERT INTO search (search) VALUES ('delete-all')")
    units.index_anew()
    docs = [int(row[0]) for row in connection.execute(_ALL)]
    for doc in docs:
        plan = documents.load(connection, doc)
        remove_items(connection, doc)
        subjects.remove(connection, doc)
        documents.update(connection, units, doc, plan, identity.features_of(plan), None)
        write_items(connection, units, doc, plan, corrections.corrected_items(connection, doc))
        search_index.add(connection, doc, search_index.columns_of(plan))
        subjects.add(connection, doc, subjects.concerns_of(plan))
    for doc in docs:  # when every document has its keys
        resolve.resolve_own(connection, doc)
    return len(docs)
