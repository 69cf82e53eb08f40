"""Units as a list: all of them, or those that words name, with their other names."""

import json
import sqlite3

from schemas import Noun
from store.units import matching_units


class UnitAlias(Noun):
    """Another name of a unit, and where it is from."""

    alias: str
    source: str


class UnitRow(Noun):
    """A unit of the database; `tasks` counts the work that it leads or takes part in."""

    name: str
    area: str | None
    level: str | None
    aliases: tuple[UnitAlias, ...]
    tasks: int


_LIST = """SELECT u.name, u.area, u.level, u.name_key,
  (SELECT count(*) FROM task_units tu WHERE tu.unit = u.unit) AS tasks FROM units u
  WHERE ?1 IS NULL OR u.unit IN (SELECT value FROM json_each(?1))
  ORDER BY u.sort_key, u.area_key LIMIT ?2 OFFSET ?3"""
_COUNT = """SELECT count(*) FROM units u
  WHERE ?1 IS NULL OR u.unit IN (SELECT value FROM json_each(?1))"""
_ALIASES = "SELECT alias, source FROM unit_aliases WHERE name_key = ? ORDER BY alias"


def list_units(
    connection: sqlite3.Connection, words: str | None, limit: int, offset: int
) -> tuple[list[UnitRow], int]:
    """Units in the order of the Vietnamese alphabet, and how many there are in all."""
    meant = None if words is None else json.dumps(matching_units(connection, words))
    total = int(connection.execute(_COUNT, (meant,)).fetchone()[0])
    rows = connection.execute(_LIST, (meant, limit, offset)).fetchall()
    return [
        UnitRow(
            name=row["name"],
            area=row["area"],
            level=row["level"],
            aliases=tuple(
                UnitAlias(alias=one["alias"], source=one["source"])
                for one in connection.execute(_ALIASES, (row["name_key"],))
            ),
            tasks=row["tasks"],
        )
        for row in rows
    ], total
