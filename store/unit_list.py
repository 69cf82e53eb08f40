"""Units as a list: all of them, or those that words name, with what an office says of them."""

import datetime as dt
import json
import sqlite3

from schemas import Noun
from schemas.keys import words_key
from store.errors import NotFound
from store.units import matching_units


class UnitAlias(Noun):
    """Another name of a unit, and where it is from."""

    alias: str
    source: str


class UnitRow(Noun):
    """A unit of one name and area; `tasks` counts the work that it leads or takes part in."""

    name: str
    area: str | None
    level: str | None
    group: bool
    aliases: tuple[UnitAlias, ...]
    valid_from: dt.date | None
    valid_to: dt.date | None
    successor: str | None
    tasks: int


# The work is counted for the units of one page, not for all of which the page is cut.
_LIST = """SELECT u.name, u.area, u.level, u.is_group AS "group", u.name_key, u.valid_from,
  u.valid_to, u.successor,
  (SELECT count(DISTINCT tu.task) FROM task_units tu WHERE tu.unit = u.unit) AS tasks
  FROM (SELECT * FROM units WHERE ?1 IS NULL OR unit IN (SELECT value FROM json_each(?1))
    ORDER BY sort_key, area_key LIMIT ?2 OFFSET ?3) u
  ORDER BY u.sort_key, u.area_key"""
_COUNT = """SELECT count(*) FROM units u
  WHERE ?1 IS NULL OR u.unit IN (SELECT value FROM json_each(?1))"""
_ALIASES = "SELECT alias, source FROM unit_aliases WHERE name_key = ? ORDER BY alias"


def list_units(
    connection: sqlite3.Connection, words: str | None, limit: int | None, offset: int
) -> tuple[list[UnitRow], int]:
    """Units in the order of the Vietnamese alphabet, and how many there are in all."""
    meant = None if words is None else json.dumps(matching_units(connection, words))
    total = int(connection.execute(_COUNT, (meant,)).fetchone()[0])
    rows = connection.execute(_LIST, (meant, -1 if limit is None else limit, offset)).fetchall()
    return [_row(connection, row) for row in rows], total


def _row(connection: sqlite3.Connection, row: sqlite3.Row) -> UnitRow:
    aliases = connection.execute(_ALIASES, (row["name_key"],))
    return UnitRow.model_validate(
        {
            **{name: row[name] for name in UnitRow.model_fields if name != "aliases"},
            "aliases": [UnitAlias(alias=one["alias"], source=one["source"]) for one in aliases],
        }
    )


def describe_unit(
    connection: sqlite3.Connection,
    name: str,
    *,
    valid_from: dt.date | None,
    valid_to: dt.date | None,
    successor: str | None,
) -> None:
    """Say from when to when units of this name exist and what became of them."""
    changed = connection.execute(
        "UPDATE units SET valid_from = ?, valid_to = ?, successor = ? WHERE name_key = ?",
        (
            None if valid_from is None else valid_from.isoformat(),
            None if valid_to is None else valid_to.isoformat(),
            successor,
            words_key(name),
        ),
    )
    if changed.rowcount == 0:
        raise NotFound(
            "No document names a unit {name}.",
            "Look at the list of units for its full name.",
            name=name,
        )
