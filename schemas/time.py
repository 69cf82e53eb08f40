"""TaskTime (thời gian thực hiện): when a piece of work happens or is due."""

import datetime as dt
from typing import Literal

from schemas.base import Noun

Precision = Literal["day", "month", "quarter", "half-year", "year", "school-year", "none"]


class Alternative(Noun):
    """Another span of days that a careful reader could take."""

    start: dt.date | None = None
    end: dt.date | None = None


class TaskTime(Noun):
    """A span of days, both included; a deadline is a time whose `end` is set.

    `recurrence` is an RFC 5545 RRULE without its prefix. `continuous` is true for
    `Thường xuyên`: start and end are then null unless printed. What context supplied is
    named in `assumed` (`year`, `month`, `start`, `school-year`). `ambiguous` times list
    their other readings in `alternatives`.
    """

    start: dt.date | None = None
    end: dt.date | None = None
    precision: Precision = "none"
    recurrence: str | None = None
    continuous: bool = False
    assumed: tuple[str, ...] = ()
    ambiguous: bool = False
    alternatives: tuple[Alternative, ...] = ()
    as_written: str | None = None
