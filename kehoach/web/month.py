"""A month as a calendar: weeks of days, each with its first deadlines and their number."""

import calendar
import datetime as dt
from dataclasses import dataclass, replace

from store import Store
from store.deadlines import DeadlineFilter, DeadlineRow

_SHOWN = 4  # deadlines that a day shows
_AT_ONCE = 300  # a month with no more deadlines is asked for as a whole


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
    ask = replace(wanted, start=first, end=last, overlapping=False, limit=_AT_ONCE, offset=0)
    page = store.deadlines(ask)
    due: dict[dt.date, tuple[tuple[DeadlineRow, ...], int]] = {}
    if page.total <= _AT_ONCE:
        for row in page.rows:
            rows, total = due.get(row.end, ((), 0))
            due[row.end] = ((*rows, row) if total < _SHOWN else rows, total + 1)
    else:
        for number in range((last - first).days + 1):
            day = first + dt.timedelta(days=number)
            part = store.deadlines(replace(ask, start=day, end=day, limit=_SHOWN))
            due[day] = (tuple(part.rows), part.total)
    return [
        [
            CalendarDay(day, True, *due.get(day, ((), 0)))
            if day.month == month.month
            else CalendarDay(day, False)
            for day in week
        ]
        for week in weeks
    ]
