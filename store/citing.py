"""Who cites a number, whether the document of that number is stored or not."""

import sqlite3

from schemas.keys import number_key


def citing_number(connection: sqlite3.Connection, number: str) -> list[str]:
    """Ids of the documents that cite this number, in order of arrival; a number that several
    offices have counts for each of them."""
    rows = connection.execute(
        """SELECT DISTINCT d.id, d.doc FROM citations c JOIN documents d USING (doc)
        WHERE c.number_key = ? AND c.number_key IS NOT NULL ORDER BY d.doc""",
        (number_key(number),),
    )
    return [str(row[0]) for row in rows]
