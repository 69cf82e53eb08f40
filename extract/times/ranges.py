"""Ranges: two ends read as one stretch, each lending the other what it leaves out."""

import datetime as dt
from dataclasses import replace

from extract.context import Context
from extract.times.atoms import Mark
from extract.times.chains import Node
from extract.times.deadlines import DAY, closing_day, counts_itself, task_time
from extract.times.resolving import Stretches, resolve
from schemas import TaskTime
from schemas.time import Precision

_FINER: tuple[Precision, ...] = (
    "day", "month", "quarter", "half-year", "school-year", "year", "none",
)  # fmt: skip


def range_times(first: Node, last: Node, context: Context, words: str) -> tuple[TaskTime, ...]:
    start, assumed_start, left = _begin(first, last, context)
    right = _end(first, last, context, start)
    if last.atom.kind == "signing" or not right.spans:
        if start is None:
            return (TaskTime(as_written=words),)
        return (task_time(start, None, left, assumed_start, (), words),)
    end = closing_day(last.atom, right)
    if last.has("before") and not counts_itself(last.atom):
        end = right.spans[0][0] - DAY
    if last.has("ending"):
        end -= DAY
    others = [(start, e) for _, e in right.others if e != end]
    if end != right.spans[-1][1] and last.atom.base == "school":
        others.append((start, right.spans[-1][1]))
    precision = min(left, right.precision, key=_FINER.index)
    assumed = tuple(dict.fromkeys((*assumed_start, *right.assumed)))
    return (task_time(start, end, precision, assumed, others, words),)


def _begin(
    first: Node, last: Node, context: Context
) -> tuple[dt.date | None, tuple[str, ...], Precision]:
    """The first day of a range; its year is that of the end unless it prints one."""
    atom = first.atom
    if atom.kind in ("now", "signing"):
        issued = context.issued_on
        return issued, ("start",) if issued else (), "day"
    year, month = last.atom.year, None
    marks = last.atom.parts
    if atom.year is None and year is not None and atom.parts and marks:
        opening, closing = atom.parts[0].first, marks[-1].last
        year += closing.shift if last.atom.base == atom.base else 0
        if _later(opening, closing):
            year -= 1
    if marks and not (atom.parts and atom.parts[0].first.month):
        month = marks[0].first.month
        if month and atom.parts and atom.parts[0].first.day > (marks[-1].last.day or 31):
            month = month - 1 or 12
    usable = year if atom.base == last.atom.base else None
    found = resolve(atom, context, year=usable if atom.year is None else None, month=month)
    if not found.spans:
        return None, (), found.precision
    assumed = () if usable is not None and atom.year is None else found.assumed
    return found.spans[0][0], assumed, found.precision


def _end(first: Node, last: Node, context: Context, start: dt.date | None) -> Stretches:
    """The last days of a range; bare, they follow the first day within a year."""
    atom = last.atom
    if atom.kind == "signing":
        return Stretches((), "day")
    if atom.year is not None or start is None:
        return resolve(atom, context)
    month = start.month if atom.parts and not atom.parts[-1].last.month else None
    explicit = first.atom.year is not None or first.atom.kind in ("now", "signing")
    own = resolve(atom, context, month=month)
    if atom.base == "school" and not explicit:
        return own
    if context.school_year is not None and not explicit and own.spans:
        return own
    year = start.year - (1 if atom.base == "school" else 0)
    found = resolve(atom, context, year=year, month=month)
    if found.spans and found.spans[-1][1] < start:
        found = resolve(atom, context, year=year + 1, month=month)
    printed = first.atom.year is not None
    return replace(found, assumed=() if printed else own.assumed or ("year",))


def _later(first: Mark, last: Mark) -> bool:
    """Whether a mark without a year stands later in the calendar than another."""
    if not first.month or not last.month:
        return False
    return (first.month, first.day) > (last.month, last.day or 31)
