"""Take in what another office says of units: other names, when they exist, what they became."""

import sqlite3

from store.taking import Conflict

_SAID = "SELECT name, name_key, area_key, valid_from, valid_to, successor FROM units"


def take_names(connection: sqlite3.Connection, other: sqlite3.Connection) -> list[Conflict]:
    """All other names; of the rest what nobody here has said. Inside the caller's
    transaction, after the documents, which bring the units."""
    connection.executemany(
        """INSERT OR IGNORE INTO unit_aliases
        (alias_key, name_key, alias, source, valid_from, valid_to) VALUES (?, ?, ?, ?, ?, ?)""",
        other.execute(
            "SELECT alias_key, name_key, alias, source, valid_from, valid_to FROM unit_aliases"
        ).fetchall(),
    )
    conflicts = []
    for row in other.execute(
        f"{_SAID} WHERE coalesce(valid_from, valid_to, successor) IS NOT NULL"
    ):
        key = (row["name_key"], row["area_key"])
        ours = connection.execute(f"{_SAID} WHERE name_key = ? AND area_key = ?", key).fetchone()
        if ours is None:
            continue
        theirs = (row["valid_from"], row["valid_to"], row["successor"])
        said = (ours["valid_from"], ours["valid_to"], ours["successor"])
        if said == (None, None, None):
            connection.execute(
                """UPDATE units SET valid_from = ?, valid_to = ?, successor = ?
                WHERE name_key = ? AND area_key = ?""",
                (*theirs, *key),
            )
        elif said != theirs:
            conflicts.append(Conflict("", "unit", row["name"], _shown(said), _shown(theirs)))
    return conflicts


def _shown(said: tuple[str | None, ...]) -> str:
    return " – ".join(one or "…" for one in said)
