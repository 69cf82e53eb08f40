"""Which days a question is about: a quarter, a month, a year, or from a day to a day."""

import datetime as dt
from dataclasses import dataclass

from store.errors import BadQuestion


@dataclass(frozen=True)
class Days:
    """A span of days, both included; `None` leaves a side open. `year_assumed` is set when a
    quarter or a month was asked for without its year and got that of today."""

    start: dt.date | None = None
    end: dt.date | None = None
    year_assumed: bool = False


def days_of(
    *,
    quarter: int | None = None,
    month: int | None = None,
    year: int | None = None,
    start: dt.date | None = None,
    end: dt.date | None = None,
    today: dt.date,
) -> Days:
    """The days that all the given parts have in common; raises `BadQuestion`."""
    if quarter is not None and quarter not in range(1, 5):
        raise BadQuestion("A quarter is Q1, Q2, Q3 or Q4.", "For example: --quarter Q3")
    if month is not None and month not in range(1, 13):
        raise BadQuestion("A month is 1 to 12.", "For example: --month 2024-09")
    if year is not None and not dt.MINYEAR < year < dt.MAXYEAR:
        raise BadQuestion("A year has four digits.", "For example: --year 2024")
    months = _months(quarter, month, year)
    assumed = year is None and months is not None
    days = Days(start, end, assumed)
    if months is not None:
        first, last = _window(year or today.year, *months)
        days = Days(max(start or first, first), min(end or last, last), assumed)
    if days.start is not None and days.end is not None and days.start > days.end:
        raise BadQuestion(
            "These days have nothing in common.", "Look whether the quarter, month and days agree."
        )
    return days


def _months(quarter: int | None, month: int | None, year: int | None) -> tuple[int, int] | None:
    if month is not None:
        if quarter is not None and (month - 1) // 3 + 1 != quarter:
            return (13, 0)
        return month, month
    if quarter is not None:
        return 3 * quarter - 2, 3 * quarter
    return (1, 12) if year is not None else None


def _window(year: int, first: int, last: int) -> tuple[dt.date, dt.date]:
    if first > last:
        return dt.date(year, 12, 31), dt.date(year, 1, 1)
    after = dt.date(year + last // 12, last % 12 + 1, 1)
    return dt.date(year, first, 1), after - dt.timedelta(days=1)
