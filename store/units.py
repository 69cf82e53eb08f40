"""Units across documents: one row per name and area, found by words, aliases and initials.

`Sở GDĐT Hải Phòng` finds `Sở Giáo dục và Đào tạo` of `Hải Phòng`: initials of the words of
known names are kept, so no list of abbreviations is needed, and an office may add its own.
"""

import sqlite3
from itertools import product

from schemas import Unit
from schemas.keys import words_key
from store.collation import sort_key
from store.folding import has_marks, with_marks, without_marks

_LONGEST_ACRONYM = 6
_MOST_READINGS = 24
_KNOWN = 50_000  # rows remembered, some 15 MB: a watcher sees new ones for years


class Units:
    """Gives each unit its row, making it where it is new; for one writer's transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._known: dict[tuple[str, str], int] = {}

    def forget(self) -> None:
        """After a rollback nothing remembered here may be in the database."""
        self._known.clear()

    def id_of(self, unit: Unit) -> int:
        """The row of this name and area; `office` is no part of it."""
        spelt = (unit.name, unit.area or "")
        if spelt not in self._known:
            if len(self._known) >= _KNOWN:
                self._known.clear()
            key = (words_key(unit.name), words_key(unit.area or ""))
            self._known[spelt] = self._find(key) or self._add(unit, key)
        return self._known[spelt]

    def id_of_name(self, name: str) -> int:
        """The row of a name without a place: a named member of a group."""
        return self.id_of(Unit(name=name))

    def index_anew(self) -> None:
        """Words and initials of all units again, for a database made by other folding."""
        self._connection.execute("INSERT INTO unit_search (unit_search) VALUES ('delete-all')")
        self._connection.execute("DELETE FROM unit_acronyms")
        for row in self._connection.execute("SELECT unit, name, name_key, area FROM units"):
            self._index(row["unit"], row["name"], row["name_key"], row["area"])

    def _find(self, key: tuple[str, str]) -> int | None:
        row = self._connection.execute(
            "SELECT unit FROM units WHERE name_key = ? AND area_key = ?", key
        ).fetchone()
        return None if row is None else int(row[0])

    def _add(self, unit: Unit, key: tuple[str, str]) -> int:
        cursor = self._connection.execute(
            """INSERT INTO units
              (name, name_key, area, area_key, area_bare, level, is_group, sort_key)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)""",
            (
                unit.name,
                key[0],
                unit.area,
                key[1],
                without_marks(key[1]),
                unit.level,
                unit.group,
                sort_key(unit.name),
            ),
        )
        number = cursor.lastrowid
        assert number is not None
        self._index(number, unit.name, key[0], unit.area)
        return number

    def _index(self, number: int, name: str, name_key: str, area: str | None) -> None:
        words = with_marks(f"{name} {area or ''}")
        self._connection.execute(
            "INSERT INTO unit_search (rowid, words, bare) VALUES (?, ?, ?)",
            (number, words, without_marks(words)),
        )
        self._connection.executemany(
            "INSERT OR IGNORE INTO unit_acronyms (acronym, words, bare) VALUES (?, ?, ?)",
            [(short, run, without_marks(short)) for short, run in acronyms(name_key)],
        )


def acronyms(name_key: str) -> list[tuple[str, str]]:
    """Initials of each run of two to six words, `và` left out: `gdđt`, `ubnd`."""
    words = name_key.split()
    found: dict[tuple[str, str], None] = {}
    for first in range(len(words)):
        for last in range(first + 2, len(words) + 1):
            run = words[first:last]
            initials = "".join(_initial(word) for word in run if word != "và")
            if len(initials) > _LONGEST_ACRONYM:
                break
            if len(initials) >= 2 and run[0] != "và" and run[-1] != "và":
                found[initials, " ".join(run)] = None
    return list(found)


def _initial(word: str) -> str:
    return "đ" if word[0] == "đ" else without_marks(word[0])


def matching_units(connection: sqlite3.Connection, words: str) -> list[int]:
    """Rows of the units that these words name, with or without marks, best reading first.

    A name that holds the words in their order counts; only where there is none, a name that
    holds them all in any order.
    """
    typed = with_marks(words)
    readings = [_as_typed(reading, typed) for reading in _readings(connection, typed.split())]
    if not readings:
        return []
    return _search(connection, " OR ".join(_phrase(reading) for reading in readings)) or _search(
        connection, " OR ".join(f"({_all_of(reading)})" for reading in readings)
    )


def _search(connection: sqlite3.Connection, query: str) -> list[int]:
    rows = connection.execute("SELECT rowid FROM unit_search WHERE unit_search MATCH ?", (query,))
    return [int(row[0]) for row in rows]


def _readings(connection: sqlite3.Connection, words: list[str]) -> list[list[str]]:
    """The words as typed, and with aliases and initials written out."""
    if not words:
        return []
    options = [[word, *_written_out(connection, word)] for word in words]
    readings = [" ".join(reading).split() for reading in product(*options)][:_MOST_READINGS]
    whole = " ".join(words)
    aliases = connection.execute(
        "SELECT name_key FROM unit_aliases WHERE alias_key IN (?, ?)", (whole, without_marks(whole))
    )
    return readings + [str(row[0]).split() for row in aliases]


def _written_out(connection: sqlite3.Connection, word: str) -> list[str]:
    """What a word may be the initials of, the marks of `gdđt` counting if they were typed."""
    if not 2 <= len(word) <= _LONGEST_ACRONYM:
        return []
    by = (
        "SELECT DISTINCT words FROM unit_acronyms WHERE acronym = ? LIMIT 12"
        if has_marks(word)
        else "SELECT DISTINCT words FROM unit_acronyms WHERE bare = ? LIMIT 12"
    )
    rows = connection.execute(by, (word,))
    return [str(row[0]) for row in rows]


def _as_typed(reading: list[str], typed: str) -> list[str]:
    """What was typed without any marks is looked for without them, written out or not."""
    return reading if has_marks(typed) else without_marks(" ".join(reading)).split()


def _phrase(words: list[str]) -> str:
    column = "words" if has_marks(" ".join(words)) else "bare"
    return f'{column} : "{" ".join(words)}"'


def _all_of(words: list[str]) -> str:
    return " AND ".join(_phrase([word]) for word in words)


def add_alias(connection: sqlite3.Connection, name: str, alias: str, source: str) -> None:
    """Let `alias` stand for units of this name in questions."""
    connection.execute(
        """INSERT INTO unit_aliases (alias_key, name_key, alias, source) VALUES (?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET alias = excluded.alias, source = excluded.source""",
        (with_marks(alias), words_key(name), alias, source),
    )
