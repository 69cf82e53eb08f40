"""Which units a person's words mean, when they name the place as well.

A plan of Bình Giang writes `Sở Y tế` and means its own. So `Sở Y tế Bình Giang` asks for the
unit of that name and place, and for the unnamed `Sở Y tế` of plans that are from there.
"""

import json
import sqlite3
from dataclasses import dataclass

from store.folding import has_marks, with_marks
from store.units import matching_units

_LONGEST_PLACE = 5  # words of a place's name
_KINDS = ("tỉnh", "thành phố", "tp", "huyện", "quận", "thị xã", "thị trấn", "xã", "phường",
          "tinh", "thanh pho", "huyen", "quan", "thi xa", "thi tran", "xa", "phuong")  # fmt: skip


@dataclass(frozen=True)
class AskedUnits:
    """`units` by themselves; `unplaced` ones only in plans whose issuer is of `area_key`."""

    units: tuple[int, ...]
    unplaced: tuple[int, ...] = ()
    area_key: str = ""

    def __bool__(self) -> bool:
        return bool(self.units or self.unplaced)


def asked_units(connection: sqlite3.Connection, words: str) -> AskedUnits:
    """The units that words mean, with or without marks; nothing where none is known."""
    direct = matching_units(connection, words)
    placed = _placed(connection, with_marks(words).split())
    if placed is None:
        return AskedUnits(tuple(direct))
    return AskedUnits(
        tuple(dict.fromkeys([*direct, *placed.units])), placed.unplaced, placed.area_key
    )


def _placed(connection: sqlite3.Connection, words: list[str]) -> AskedUnits | None:
    """The words read as a unit's name and a place that the database knows, if they can be."""
    for length in range(min(_LONGEST_PLACE, len(words) - 1), 0, -1):
        area = _area(connection, " ".join(words[-length:]))
        if area is None:
            continue
        named = matching_units(connection, _without_kind(" ".join(words[:-length])))
        rows = connection.execute(
            """SELECT unit, area_key FROM units WHERE area_key IN ('', ?)
            AND unit IN (SELECT value FROM json_each(?))""",
            (area, json.dumps(named)),
        ).fetchall()
        if rows:
            return AskedUnits(
                tuple(row["unit"] for row in rows if row["area_key"] == area),
                tuple(row["unit"] for row in rows if row["area_key"] == ""),
                area,
            )
    return None


def _area(connection: sqlite3.Connection, words: str) -> str | None:
    by = "area_key" if has_marks(words) else "area_bare"
    row = connection.execute(
        f"SELECT area_key FROM units WHERE {by} = ? LIMIT 1",  # noqa: S608 - one of two columns
        (words,),
    ).fetchone()
    return None if row is None else str(row[0])


def _without_kind(words: str) -> str:
    """`sở y tế tỉnh` before a place is `sở y tế`; a name that is only a kind stays."""
    for kind in _KINDS:
        if words.endswith(f" {kind}"):
            return words.removesuffix(f" {kind}")
    return words
