"""Whether one plan may be for another's time: what rows tell of two documents' days."""

import datetime as dt
import sqlite3
from dataclasses import dataclass

from schemas import Plan


@dataclass(frozen=True, slots=True)
class Times:
    """The day of issue, and the first and the last day that a plan is for, as far as known."""

    issued: dt.date | None
    start: dt.date | None
    end: dt.date | None


def times_of(plan: Plan) -> Times:
    """The times of a record."""
    period, issued = plan.document.period, plan.document.issued_on
    return _times(issued, period.start if period else None, period.end if period else None)


def times_of_row(row: sqlite3.Row) -> Times:
    """Those of a row with `issued_on`, `period_start` and `period_end`."""
    days = (row["issued_on"], row["period_start"], row["period_end"])
    return _times(*(dt.date.fromisoformat(day) if day else None for day in days))


def _times(issued: dt.date | None, start: dt.date | None, end: dt.date | None) -> Times:
    if start is not None and end is not None:
        return Times(issued, start, end)
    if issued is not None:
        return Times(issued, dt.date(issued.year, 1, 1), dt.date(issued.year, 12, 31))
    return Times(None, None, None)


def in_time(upper: Times, lower: Times) -> bool:
    """Whether the upper plan was there when the lower one was issued, and holds at least half of
    its time; what is not known rules nothing out."""
    if upper.issued and lower.issued and upper.issued > lower.issued:
        return False
    if not (upper.start and upper.end and lower.start and lower.end):
        return True
    shared = min(upper.end, lower.end) - max(upper.start, lower.start)
    return shared >= (lower.end - lower.start) / 2
