"""Sequence: a stretch without a year that stands behind another one follows it.

`Bước 2 (từ 16/10 đến 31/10/2024)`, `Bước 3 (từ 01/11 đến 20/12)` in a plan for 2025: the third
step is of 2024 too.
"""

import datetime as dt

from schemas import TaskTime

_NEAR = 92  # days between one stretch and the next of a sequence


def in_sequence(time: TaskTime, before: TaskTime | None) -> TaskTime:
    """A stretch whose year is assumed, in the year of the one before it where it follows that."""
    if before is None or "year" not in time.assumed or not (time.start and time.end):
        return time
    last = before.end or before.start
    if last is None or time.start.year <= last.year:
        return time
    back = time.start.year - last.year
    try:
        start = time.start.replace(year=last.year)
        end = time.end.replace(year=time.end.year - back)
    except ValueError:  # 29 February
        return time
    if start <= last or start - last > dt.timedelta(days=_NEAR):
        return time
    return time.model_copy(update={"start": start, "end": end})
