"""A month as a calendar: weeks of days, each with its first deadlines and their number."""

import calendar
import datetime as dt
from dataclasses import dataclass, replace

from store import Store
from store.deadlines import DeadlineFilter, DeadlinePage, DeadlineRow

_SHOWN = 4  # deadlines that a day shows


@dataclass(frozen=True)
class CalendarDay:
    """`total` counts all that ends on the day, `rows` are the first of them."""

    day: dt.date
    inside: bool
    rows: tuple[DeadlineRow, ...] = ()
    total: int = 0


def month_of(store: Store, wanted: DeadlineFilter, month: dt.date) -> list[list[CalendarDay]]:
    """The weeks of a month, Monday first; days of its neighbours are empty."""
    weeks = calendar.Calendar().monthdatescalendar(month.year, month.month)
    first = month.replace(day=1)
    last = month.replace(day=calendar.monthrange(month.year, month.month)[1])
    ask = replace(wanted, start=first, end=last, overlapping=False, limit=None, offset=0)
    due = _recurring(store, ask) if wanted.include_recurring else store.deadline_days(ask, _SHOWN)
    nothing = DeadlinePage([], 0)
    return [
        [
            CalendarDay(
                day,
                day.month == month.month,
                tuple(due.get(day, nothing).rows),
                due.get(day, nothing).total,
            )
            for day in week
        ]
        for week in weeks
    ]


def _recurring(store: Store, ask: DeadlineFilter) -> dict[dt.date, DeadlinePage]:
    """With recurring work, which is asked for one unit or plan only: all of it, then by days."""
    days: dict[dt.date, list[DeadlineRow]] = {}
    for row in store.deadlines(ask).rows:
        days.setdefault(row.end, []).append(row)
    return {day: DeadlinePage(rows[:_SHOWN], len(rows)) for day, rows in days.items()}
