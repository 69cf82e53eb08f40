"""Recurring work: in which stretch of time it falls due, and on which days.

A rule that names its days (`FREQ=MONTHLY;BYMONTHDAY=15`) falls due on these. One that only
names a rhythm (`FREQ=MONTHLY`) is a window each time: the month, the quarter, the half-year,
the year or the week, of which the last day is the deadline.
"""

import datetime as dt
from functools import lru_cache
from itertools import islice

from schemas import Document, Task

Window = tuple[dt.date, dt.date]

_DAY_NAMED = ("BYDAY", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYEASTER")
_MOST = 1000  # occurrences in one question; a daily duty over two years stays below


def stretch_of(task: Task, document: Document) -> Window | None:
    """First and last day in which the task recurs: its own, else its plan's, else the year.

    `None` for work that does not recur, whose plan tells no time at all, or whose rule can't
    be understood.
    """
    if task.time.recurrence is None or not _understood(task.time.recurrence):
        return None
    period, issued = document.period, document.issued_on
    start = task.time.start or (period.start if period else None) or issued
    end = task.time.end or (period.end if period else None)
    if start is None and end is not None:
        start = dt.date(end.year, 1, 1)
    if start is not None and end is None:
        end = dt.date(start.year, 12, 31)
    return None if start is None or end is None or end < start else (start, end)


@lru_cache(maxsize=4096)
def _understood(rule: str) -> bool:
    from dateutil.rrule import rrulestr

    try:
        rrulestr(rule, dtstart=dt.datetime(2000, 1, 1), ignoretz=True)  # noqa: DTZ001 - a day
    except (ValueError, TypeError, OverflowError):
        return False
    return True


@lru_cache(maxsize=4096)
def occurrences(rule: str, stretch: Window, asked: Window) -> tuple[Window, ...]:
    """The windows of a rule within its stretch whose last day lies in the days asked for.

    A rule that can't be understood gives none: what a document says wrong is no error here.
    """
    from dateutil.rrule import rrulestr

    parts = _parts(rule)
    months = 0 if any(part in parts for part in _DAY_NAMED) else _months(parts)
    begin = _begin(parts, months, stretch)
    last = min(stretch[1], asked[1])
    if "COUNT" not in parts and "UNTIL" not in parts:
        rule = f"{rule};UNTIL={last:%Y%m%d}"
    try:
        days = rrulestr(rule, dtstart=dt.datetime.combine(begin, dt.time()), ignoretz=True)
        found = [moment.date() for moment in islice(days, _MOST)]
    except (ValueError, TypeError, OverflowError):
        return ()
    windows = ((max(day, stretch[0]), min(_end(parts, months, day), stretch[1])) for day in found)
    return tuple(
        (start, end) for start, end in windows if start <= end and asked[0] <= end <= asked[1]
    )


def _parts(rule: str) -> dict[str, str]:
    pairs = (part.partition("=") for part in rule.upper().split(";"))
    return {key.strip(): value.strip() for key, _, value in pairs}


def _months(parts: dict[str, str]) -> int:
    """Months that one occurrence lasts where no day is named, 0 for weeks and days."""
    if "BYMONTH" in parts:
        return 1
    interval = parts.get("INTERVAL", "1")
    per = {"MONTHLY": 1, "YEARLY": 12}.get(parts.get("FREQ", ""), 0)
    return per * int(interval) if interval.isdecimal() and len(interval) < 3 else per


def _begin(parts: dict[str, str], months: int, stretch: Window) -> dt.date:
    """Rhythms count from the calendar, quarters from January, weeks from Monday; one that is
    as long as the whole stretch counts from the stretch: a school year's yearly report."""
    start, end = stretch
    if parts.get("FREQ") == "WEEKLY" and "BYDAY" not in parts:
        return start - dt.timedelta(days=start.weekday())
    if months == 0 or _after(start, months) > end:
        return start
    return start.replace(day=1) if months == 1 else dt.date(start.year, 1, 1)


def _end(parts: dict[str, str], months: int, day: dt.date) -> dt.date:
    if parts.get("FREQ") == "WEEKLY" and "BYDAY" not in parts:
        return day + dt.timedelta(days=6)
    return _after(day, months) - dt.timedelta(days=1) if months else day


def _after(day: dt.date, months: int) -> dt.date:
    """The first of the month that comes so many months later, or the same day of it."""
    month = day.month - 1 + months
    year = min(day.year + month // 12, dt.MAXYEAR)
    return dt.date(year, month % 12 + 1, min(day.day, 28))
