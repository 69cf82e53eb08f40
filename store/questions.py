"""A filter of deadlines as SQL over one index.

Only fixed fragments are put together; every value goes in by name.
"""

# ruff: noqa: S608 - fixed fragments are joined; every value is bound
import datetime as dt
import json
import sqlite3
from dataclasses import dataclass
from typing import TYPE_CHECKING

from schemas.keys import words_key
from store.about import OF_FIELD, field_values
from store.asked_units import asked_units
from store.items import SPAN_CLASSES
from store.labels import labelled

if TYPE_CHECKING:
    from store.deadlines import DeadlineFilter

Value = str | int | None


@dataclass(frozen=True)
class Question:
    """Three statements over the same `values`: rows of `end_on, task`, their count, and the
    recurring tasks whose stretch touches the days. `dear`: the rows have to be found out
    before the first of them can be given."""

    rows: str
    count: str
    recurring: str
    values: dict[str, Value]
    dear: bool = False


def question_of(connection: sqlite3.Connection, wanted: "DeadlineFilter") -> Question | None:
    """The statements of a filter; `None` when it names a unit or document that is unknown."""
    values: dict[str, Value] = {
        "start": wanted.start.isoformat() if wanted.start else "0000-00-00",
        "end": wanted.end.isoformat() if wanted.end else "9999-99-99",
    }
    where, when = "", _TOUCHES if wanted.overlapping else _ENDS
    if wanted.document is not None:
        row = connection.execute(
            "SELECT doc FROM documents WHERE id = ?", (wanted.document,)
        ).fetchone()
        if row is None:
            return None
        where += " AND t.doc = :doc"
        values["doc"] = int(row[0])
    of_plans = _of_plans(connection, wanted)
    if of_plans is None:
        return None
    where += of_plans[0]
    values |= of_plans[1]
    if wanted.unit is None:
        return _of_tasks(wanted, when, where, values)
    asked = asked_units(connection, wanted.unit)
    if not asked:
        return None
    values["units"] = json.dumps(asked.units)
    values["role"] = wanted.role
    values["far"] = _farthest(connection, wanted.end)
    if asked.unplaced:
        values["unplaced"], values["place"] = json.dumps(asked.unplaced), asked.area_key
    return _of_units(wanted, when, where, values)


def _of_plans(
    connection: sqlite3.Connection, wanted: "DeadlineFilter"
) -> tuple[str, dict[str, Value]] | None:
    """Which plans, by who issued them, what they are about and labels: a set made once."""
    of_issuer: list[str] = []
    values: dict[str, Value] = {}
    if wanted.area is not None:
        of_issuer.append("d.area_key = :area")
        values["area"] = words_key(wanted.area)
    if wanted.level is not None:
        of_issuer.append("d.level = :level")
        values["level"] = wanted.level
    where = ""
    if of_issuer:
        where = f" AND t.doc IN (SELECT d.doc FROM documents d WHERE {' AND '.join(of_issuer)})"
    if wanted.field is not None:
        asked = field_values(wanted.field)
        if asked is None:
            return None
        where += " AND t.doc" + OF_FIELD
        values |= asked
    if wanted.label is not None:
        where += " AND t.doc IN (SELECT value FROM json_each(:label))"
        values["label"] = labelled(connection, wanted.label)
    return where, values


_ENDS = "t.end_on BETWEEN :start AND :end"
_TOUCHES = "t.end_on >= :start AND t.window_start <= :end"
_ONCE = " AND NOT EXISTS (SELECT 1 FROM recurrences r WHERE r.task = t.task)"
_STRETCH = """SELECT t.task, t.recurrence, r.from_on, r.to_on
  FROM recurrences r JOIN tasks t USING (task)
  WHERE r.to_on >= :start AND r.from_on <= :end"""
_ROLE = "(:role IS NULL OR tu.role = :role)"
_NAMED = f"""SELECT tu.end_on, tu.task FROM task_units tu
  WHERE tu.unit IN (SELECT value FROM json_each(:units)) AND {_ROLE}"""
_UNPLACED = f"""SELECT tu.end_on, tu.task FROM task_units tu JOIN tasks p USING (task)
  JOIN documents o ON o.doc = p.doc AND o.area_key = :place
  WHERE tu.unit IN (SELECT value FROM json_each(:unplaced)) AND {_ROLE}"""


def _of_tasks(
    wanted: "DeadlineFilter", when: str, where: str, values: dict[str, Value]
) -> Question:
    own = _ONCE if wanted.include_recurring else ""
    index = "tasks_end" if wanted.document is None else "tasks_document"
    rows = f"SELECT t.end_on, t.task FROM tasks t INDEXED BY {index} WHERE {when}{own}{where}"
    count = f"SELECT count(*) FROM tasks t INDEXED BY {index} WHERE {when}{own}{where}"
    if wanted.overlapping and wanted.document is None:
        values["classes"] = _classes(wanted.start)
        count = f"""SELECT count(*) FROM json_each(:classes) c CROSS JOIN tasks t
          INDEXED BY tasks_window ON t.span_class = c.value ->> 0
          AND t.window_start BETWEEN c.value ->> 1 AND :end
          WHERE t.end_on >= :start{own}{where}"""
    return Question(rows, count, _STRETCH + where, values, bool(where) and not wanted.overlapping)


def _farthest(connection: sqlite3.Connection, end: dt.date | None) -> str:
    """The last day on which a window that touches `end` can end: the longest there is."""
    longest = connection.execute(
        "SELECT max(span_class) FROM tasks INDEXED BY tasks_window WHERE end_on IS NOT NULL"
    ).fetchone()[0]
    if end is None or longest is None or end.toordinal() + 2**longest > dt.date.max.toordinal():
        return "9999-99-99"
    return (end + dt.timedelta(days=2**longest)).isoformat()


def _classes(start: dt.date | None) -> str:
    """For each class of lengths the first day on which a window can begin and still touch
    `start`: a window of class 5 has at most 31 days after its first."""
    firsts = [
        (size, "" if start is None or start.toordinal() <= 2**size else
         (start - dt.timedelta(days=2**size)).isoformat())
        for size in range(SPAN_CLASSES)
    ]  # fmt: skip
    return json.dumps(firsts)


def _of_units(
    wanted: "DeadlineFilter", when: str, where: str, values: dict[str, Value]
) -> Question:
    """By the index of unit and day; a task that names two of the units counts once."""
    several = [_NAMED, _UNPLACED] if "unplaced" in values else [_NAMED]
    ends = " AND tu.end_on >= :start AND tu.end_on <= " + (":far" if wanted.overlapping else ":end")
    his = " UNION ".join(one + ends for one in several)
    if len(several) == 1:
        his = his.replace("SELECT", "SELECT DISTINCT", 1)
    own = _ONCE if wanted.include_recurring else ""
    if where or own or wanted.overlapping:
        his = f"""SELECT h.end_on, h.task FROM ({his}) h
          JOIN tasks t INDEXED BY tasks_stretch ON t.task = h.task
          WHERE t.end_on IS NOT NULL AND {when}{own}{where}"""
    count = f"SELECT count(*) FROM ({his})"
    all_his = " UNION ".join(several)
    recurring = f"{_STRETCH} AND t.task IN (SELECT task FROM ({all_his})){where}"
    return Question(his, count, recurring, values, dear=True)
