"""Deadlines: the work that ends in given days, by unit, document, place and level.

The first rows and the total are both read from one index each; a row's document and units
are fetched only for the rows that are shown.
"""

import datetime as dt
import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from schemas import Alternative, Noun, Precision, Span
from store.questions import Question, question_of
from store.recurring import occurrences


class DeadlineDocument(Noun):
    """The plan that a deadline is from."""

    id: str
    name: str
    number: str | None
    issuer: str | None
    issued_on: dt.date | None


class DeadlineRow(Noun):
    """One deadline, with the fields of the command line's JSON; `item` is the task's id in the
    record, `corrected` is true where a person set one of its values."""

    document: DeadlineDocument
    action: str
    leads: tuple[str, ...]
    partners: tuple[str, ...]
    start: dt.date | None
    end: dt.date
    precision: Precision
    recurrence: str | None
    continuous: bool
    assumed: tuple[str, ...]
    ambiguous: bool
    alternatives: tuple[Alternative, ...]
    section: str | None
    as_written: str
    span: Span | None
    item: str
    corrected: bool = False


@dataclass(frozen=True)
class DeadlineFilter:
    """What is asked for. `start` to `end` are days, both included, `None` open. `unit` is
    words of a lead's or partner's name, `document` an id, `field` words of the plan's subject
    or its issuer's name, `label` a label written in any way. With `overlapping` a window only has
    to touch the days; with `include_recurring` recurring work counts on each of its days.
    `limit` of `None` gives all rows."""

    start: dt.date | None = None
    end: dt.date | None = None
    unit: str | None = None
    role: str | None = None
    document: str | None = None
    area: str | None = None
    level: str | None = None
    field: str | None = None
    label: str | None = None
    overlapping: bool = False
    include_recurring: bool = False
    limit: int | None = 100
    offset: int = 0


@dataclass(frozen=True)
class DeadlinePage:
    """The rows asked for, sorted by end, and how many there are in all."""

    rows: list[DeadlineRow]
    total: int


_Due = tuple[str, int, str | None]  # end, task, start of a recurring one's window


def find_deadlines(connection: sqlite3.Connection, wanted: DeadlineFilter) -> DeadlinePage:
    """The page of deadlines that a filter asks for."""
    question = question_of(connection, wanted)
    if question is None:
        return DeadlinePage([], 0)
    if wanted.include_recurring:
        due = sorted([*_all(connection, question), *_recurring(connection, question, wanted)])
        total = len(due)
        last = None if wanted.limit is None else wanted.offset + wanted.limit
        shown: Sequence[_Due] = due[wanted.offset : last]
    elif question.dear:
        shown, total = _shown_and_total(connection, question, wanted)
    else:
        shown = _shown(connection, question, wanted)
        total = _total(connection, question, wanted, len(shown))
    return DeadlinePage(list(_rows(connection, shown)), total)


def find_days(
    connection: sqlite3.Connection, wanted: DeadlineFilter, shown: int
) -> dict[dt.date, DeadlinePage]:
    """The first deadlines of each day that has any, and how many end on it; the filter's limit
    does not count, and recurring work is left out."""
    question = question_of(connection, wanted)
    if question is None:
        return {}
    # Not each day by itself: finding out whose work is meant costs more than a month of rows.
    rows = connection.execute(
        f"""SELECT end_on, task, several FROM (
          SELECT end_on, task, row_number() OVER (PARTITION BY end_on ORDER BY task) AS place,
            count(*) OVER (PARTITION BY end_on) AS several FROM ({question.rows}))
        WHERE place <= :shown ORDER BY 1, 2""",  # noqa: S608 - see questions.py
        {**question.values, "shown": shown},
    ).fetchall()
    totals = {dt.date.fromisoformat(row[0]): int(row[2]) for row in rows}
    days = {day: DeadlinePage([], total) for day, total in totals.items()}
    for row in _rows(connection, [(one[0], one[1], None) for one in rows]):
        days[row.end].rows.append(row)
    return days


def _shown(
    connection: sqlite3.Connection, question: Question, wanted: DeadlineFilter
) -> list[_Due]:
    rows = connection.execute(
        question.rows + " ORDER BY 1, 2 LIMIT :limit OFFSET :offset",
        {**question.values, **_page(wanted)},
    )
    return [(row[0], row[1], None) for row in rows]


def _page(wanted: DeadlineFilter) -> dict[str, int]:
    return {"limit": -1 if wanted.limit is None else wanted.limit, "offset": wanted.offset}


def _shown_and_total(
    connection: sqlite3.Connection, question: Question, wanted: DeadlineFilter
) -> tuple[list[_Due], int]:
    """Both in one go, where finding out which work is meant is what costs."""
    found = connection.execute(
        f"""WITH his(end_on, task) AS MATERIALIZED ({question.rows})
        SELECT NULL, count(*) FROM his UNION ALL
        SELECT * FROM (SELECT * FROM his ORDER BY 1, 2 LIMIT :limit OFFSET :offset)""",  # noqa: S608
        {**question.values, **_page(wanted)},
    ).fetchall()
    [total] = [int(row[1]) for row in found if row[0] is None]
    return [(row[0], row[1], None) for row in found if row[0] is not None], total


def _total(
    connection: sqlite3.Connection, question: Question, wanted: DeadlineFilter, shown: int
) -> int:
    short = wanted.limit is None or shown < wanted.limit
    if short and (shown > 0 or wanted.offset == 0):  # the last page tells the total itself
        return wanted.offset + shown
    return int(connection.execute(question.count, question.values).fetchone()[0])


def _all(connection: sqlite3.Connection, question: Question) -> Iterator[_Due]:
    for row in connection.execute(question.rows, question.values):
        yield row[0], row[1], None


def _recurring(
    connection: sqlite3.Connection, question: Question, wanted: DeadlineFilter
) -> Iterator[_Due]:
    first, last = wanted.start or dt.date.min, wanted.end or dt.date.max
    for row in connection.execute(question.recurring, question.values):
        stretch = dt.date.fromisoformat(row["from_on"]), dt.date.fromisoformat(row["to_on"])
        for start, end in occurrences(row["recurrence"], stretch, (first, last)):
            yield end.isoformat(), int(row["task"]), start.isoformat()


_TASKS = """SELECT t.*, d.id AS document, d.name, d.number, d.issued_on, u.name AS issuer
  FROM tasks t JOIN documents d USING (doc) LEFT JOIN units u ON u.unit = d.issuer
  WHERE t.task IN (SELECT value FROM json_each(?))"""
_UNITS = """SELECT tu.task, tu.role, u.name FROM task_units tu JOIN units u USING (unit)
  WHERE tu.member = 0 AND tu.task IN (SELECT value FROM json_each(?))
  ORDER BY tu.task, tu.role, tu.position"""
_AT_ONCE = 500


def _rows(connection: sqlite3.Connection, due: Iterable[_Due]) -> Iterator[DeadlineRow]:
    rest = iter(due)
    while some := list(islice(rest, _AT_ONCE)):
        numbers = json.dumps(sorted({task for _, task, _ in some}))
        tasks = {row["task"]: row for row in connection.execute(_TASKS, (numbers,))}
        units: dict[tuple[int, str], list[str]] = {}
        for row in connection.execute(_UNITS, (numbers,)):
            units.setdefault((row["task"], row["role"]), []).append(row["name"])
        for end, task, start in some:
            leads, partners = units.get((task, "lead"), []), units.get((task, "partner"), [])
            yield _row(tasks[task], end, start, leads, partners)


def _row(
    task: sqlite3.Row, end: str, start: str | None, leads: list[str], partners: list[str]
) -> DeadlineRow:
    return DeadlineRow.model_validate(
        {
            "document": {
                "id": task["document"],
                "name": task["name"],
                "number": task["number"],
                "issuer": task["issuer"],
                "issued_on": task["issued_on"],
            },
            "item": task["item"],
            "action": task["action"],
            "leads": leads,
            "partners": partners,
            "start": start or task["start_on"],
            "end": end,
            "precision": task["precision"],
            "recurrence": task["recurrence"],
            "continuous": task["continuous"],
            "assumed": json.loads(task["assumed"] or "[]"),
            "ambiguous": task["ambiguous"],
            "alternatives": json.loads(task["alternatives"] or "[]"),
            "section": task["section"],
            "as_written": task["as_written"],
            "span": None
            if task["span_start"] is None
            else {
                "start": task["span_start"], "end": task["span_end"], "page": task["page"],
            },
            "corrected": task["corrected"],
        }
    )  # fmt: skip
