"""Celebrations (kỷ niệm): what a printed count can be compared with."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from checks.case import Case
from checks.reference.confidence import Confidence
from checks.reference.days import CelebratedDay
from schemas import Anniversary

_YEAR = re.compile(r"\d{4}")
_LATER = re.compile(r"(?:hướng tới|tiến tới|chuẩn bị|hướng đến)[^.;\n]{0,60}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Celebration:
    """A mention with a count; `founded` are the years it may be counted from.

    `fact` is the row of the reference data, `None` where the plan prints the founding year
    itself. `year` is the printed year of celebration, `day` its day and month where known.
    """

    item: Anniversary
    count: int
    founded: tuple[int, ...]
    fact: CelebratedDay | None
    year: int | None
    day: tuple[int, int] | None

    @property
    def confidence(self) -> Confidence:
        """How sure the founding year is."""
        return self.fact.year_confidence if self.fact else "confirmed"


def celebrations(case: Case) -> Iterator[Celebration]:
    """Those of the record that have a count and a founding year, printed or known."""
    for item in case.plan.anniversaries:
        if item.count is None or item.span is None or announces_later(case, item):
            continue
        facts = case.register.days.named(item.name)
        fact = facts[0] if facts else None
        founded = _years(item.founded) or (fact.years if fact else ())
        if not founded:
            continue
        printed = _years(item.celebrated)
        yield Celebration(
            item,
            item.count,
            founded,
            None if _years(item.founded) else fact,
            printed[0] if printed and str(printed[0]) in item.as_written else None,
            _day_month(item.celebrated) or ((fact.day, fact.month) if fact else None),
        )


def announces_later(case: Case, item: Anniversary) -> bool:
    """Whether the words before it speak of a celebration still to come."""
    start, _ = case.within(item)
    return bool(_LATER.search(case.text, max(start - 100, 0), start))


def occurrences(case: Case, day: tuple[int, int] | None) -> tuple[int, ...]:
    """The years in which a day falls into the plan's period; all its years for no day."""
    period = case.period
    if period is None or period.start is None or period.end is None:
        year = case.issued_on.year if case.issued_on else None
        return (year, year + 1) if year else ()
    years = range(period.start.year, period.end.year + 1)
    if day is None:
        return tuple(years)
    inside = [y for y in years if _falls(y, day, period.start, period.end)]
    return tuple(inside)


def _falls(year: int, day: tuple[int, int], start: dt.date, end: dt.date) -> bool:
    try:
        return start <= dt.date(year, day[1], day[0]) <= end
    except ValueError:
        return False


def _years(value: str | None) -> tuple[int, ...]:
    m = _YEAR.search(value or "")
    return (int(m[0]),) if m else ()


def _day_month(value: str | None) -> tuple[int, int] | None:
    try:
        day = dt.date.fromisoformat(value or "")
    except ValueError:
        return None
    return day.day, day.month
