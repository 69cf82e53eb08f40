"""One row per item of a record, so that questions need not open records.

Rows are written with `executemany`: a plan has some fifty, and sqlite-utils looks at the
table's shape before each insert, which costs more than the rows themselves.
"""

import datetime as dt
import json
import sqlite3

from schemas import Citation, Noun, Plan, Span, Task, Unit
from schemas.keys import number_key, words_key
from store.collation import sort_key
from store.recurring import stretch_of
from store.units import Units

SPAN_CLASSES = 24  # more than ten thousand years: every window has a class

_TABLES = (
    "DELETE FROM tasks WHERE doc = ?",
    "DELETE FROM phases WHERE doc = ?",
    "DELETE FROM duties WHERE doc = ?",
    "DELETE FROM targets WHERE doc = ?",
    "DELETE FROM anniversaries WHERE doc = ?",
    "DELETE FROM document_campaigns WHERE doc = ?",
    "DELETE FROM citations WHERE doc = ?",
)


def remove_items(connection: sqlite3.Connection, doc: int) -> None:
    """Take out all rows of a document's items; a new reading puts in its own."""
    for statement in _TABLES:
        connection.execute(statement, (doc,))


def write_items(
    connection: sqlite3.Connection,
    units: Units,
    doc: int,
    plan: Plan,
    corrected: frozenset[str] = frozenset(),
) -> None:
    """Put in the rows of a record; `corrected` holds the ids of items that a person changed."""
    _write_tasks(connection, units, doc, plan, corrected)
    _write_phases(connection, doc, plan)
    _write_duties(connection, units, doc, plan)
    _write_targets(connection, doc, plan)
    _write_anniversaries(connection, doc, plan)
    _write_campaigns(connection, doc, plan)
    _write_citations(connection, doc, plan)


def _write_tasks(
    connection: sqlite3.Connection, units: Units, doc: int, plan: Plan, corrected: frozenset[str]
) -> None:
    first = _next(connection, "SELECT max(task) FROM tasks")
    tasks: list[tuple[object, ...]] = []
    recurrences: list[tuple[object, ...]] = []
    roles: list[tuple[object, ...]] = []
    for position, task in enumerate(plan.tasks):
        number = first + position
        tasks.append((number, doc, position, *_task_values(task), task.id in corrected))
        stretch = stretch_of(task, plan.document)
        if stretch is not None:
            recurrences.append((number, *(day.isoformat() for day in stretch)))
        for role, several in (("lead", task.leads), ("partner", task.partners)):
            roles.extend(_roles(units, number, role, several, task.time.end))
    connection.executemany(
        """INSERT INTO tasks (task, doc, position, item, action, section, start_on, end_on,
          precision, recurrence, continuous, assumed, ambiguous, alternatives, as_written,
          span_start, span_end, page, span_class, window_start, corrected)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        tasks,
    )
    connection.executemany(
        "INSERT INTO recurrences (task, from_on, to_on) VALUES (?, ?, ?)", recurrences
    )
    connection.executemany(
        """INSERT OR IGNORE INTO task_units (task, role, position, unit, member, office, end_on)
        VALUES (?, ?, ?, ?, ?, ?, ?)""",
        roles,
    )


def _task_values(task: Task) -> tuple[object, ...]:
    time = task.time
    start = (
        time.start
        if time.start is not None and time.start <= (time.end or dt.date.max)
        else (time.end)
    )
    days = (time.end - start).days if time.end is not None and start is not None else None
    return (
        task.id,
        task.action,
        task.section,
        _day(time.start),
        _day(time.end),
        time.precision,
        time.recurrence,
        time.continuous,
        json.dumps(time.assumed, ensure_ascii=False) if time.assumed else None,
        time.ambiguous,
        _json(time.alternatives) if time.alternatives else None,
        task.as_written,
        *_span(task.span),
        None if task.span is None else task.span.page,
        None if days is None else min(days.bit_length(), SPAN_CLASSES - 1),
        _day(start),
    )


def _roles(
    units: Units, task: int, role: str, several: tuple[Unit, ...], end: dt.date | None
) -> list[tuple[object, ...]]:
    rows: list[tuple[object, ...]] = []
    for position, unit in enumerate(several):
        rows.append((task, role, position, units.id_of(unit), 0, unit.office, _day(end)))
        rows.extend(
            (task, role, position, units.id_of_name(name), 1, None, _day(end))
            for name in unit.members
        )
    return rows


def _write_phases(connection: sqlite3.Connection, doc: int, plan: Plan) -> None:
    connection.executemany(
        """INSERT INTO phases (doc, position, item, label, start_on, end_on, as_written,
          span_start, span_end) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        [
            (doc, position, phase.id, phase.label, _day(phase.start), _day(phase.end),
             phase.as_written, *_span(phase.span))
            for position, phase in enumerate(plan.phases)
        ],
    )  # fmt: skip


def _write_duties(connection: sqlite3.Connection, units: Units, doc: int, plan: Plan) -> None:
    connection.executemany(
        "INSERT INTO duties (doc, position, place, item, unit, text) VALUES (?, ?, ?, ?, ?, ?)",
        [
            (doc, position, place, text.id or duty.id, units.id_of(duty.unit), text.text)
            for position, duty in enumerate(plan.duties)
            for place, text in enumerate(duty.duties)
        ],
    )


def _write_targets(connection: sqlite3.Connection, doc: int, plan: Plan) -> None:
    connection.executemany(
        """INSERT INTO targets (doc, position, item, indicator, comparison, value, measure,
          population, start_on, end_on, aspiration) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        [
            (doc, position, target.id, target.indicator, target.comparison, target.value,
             target.unit, target.population,
             None if target.time is None else _day(target.time.start),
             None if target.time is None else _day(target.time.end), target.aspiration)
            for position, target in enumerate(plan.targets)
        ],
    )  # fmt: skip


def _write_anniversaries(connection: sqlite3.Connection, doc: int, plan: Plan) -> None:
    connection.executemany(
        """INSERT INTO anniversaries (doc, position, item, name, count, founded, celebrated)
        VALUES (?, ?, ?, ?, ?, ?, ?)""",
        [
            (doc, position, one.id, one.name, one.count, one.founded, one.celebrated)
            for position, one in enumerate(plan.anniversaries)
        ],
    )


def _write_campaigns(connection: sqlite3.Connection, doc: int, plan: Plan) -> None:
    connection.executemany(
        "INSERT OR IGNORE INTO campaigns (name, name_key, kind, sort_key) VALUES (?, ?, ?, ?)",
        [(one.name, words_key(one.name), one.kind, sort_key(one.name)) for one in plan.campaigns],
    )
    connection.executemany(
        """INSERT INTO document_campaigns (doc, position, item, period, start_on, end_on, campaign)
        VALUES (?, ?, ?, ?, ?, ?, (SELECT campaign FROM campaigns WHERE name_key = ?))""",
        [
            (doc, position, one.id,
             None if one.period is None else one.period.label,
             None if one.period is None else _day(one.period.start),
             None if one.period is None else _day(one.period.end),
             words_key(one.name))
            for position, one in enumerate(plan.campaigns)
        ],
    )  # fmt: skip


def _write_citations(connection: sqlite3.Connection, doc: int, plan: Plan) -> None:
    connection.executemany(
        """INSERT INTO citations (doc, position, item, kind, number, number_key, issued_on, year,
          issuer, issuer_key, area_key, subject, role, as_written, span_start, span_end)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        [_citation(doc, position, one) for position, one in enumerate(plan.citations)],
    )


def _citation(doc: int, position: int, one: Citation) -> tuple[object, ...]:
    issuer = one.issuer or one.issuer_from_symbol
    return (
        doc,
        position,
        one.id,
        one.kind,
        one.number,
        number_key(one.number) if one.number else None,
        _day(one.issued_on),
        one.issued_on.year if one.issued_on else one.year,
        one.issuer.name if one.issuer else None,
        words_key(issuer.name) if issuer else "",
        words_key(issuer.area) if issuer and issuer.area else "",
        one.subject,
        one.role,
        one.as_written,
        *_span(one.span),
    )


def _next(connection: sqlite3.Connection, highest: str) -> int:
    return int(connection.execute(highest).fetchone()[0] or 0) + 1


def _day(day: dt.date | None) -> str | None:
    return None if day is None else day.isoformat()


def _span(span: Span | None) -> tuple[int | None, int | None]:
    return (None, None) if span is None else (span.start, span.end)


def _json(nouns: tuple[Noun, ...]) -> str:
    return json.dumps([noun.model_dump(mode="json") for noun in nouns], ensure_ascii=False)
