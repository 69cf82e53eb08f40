"""Periods (giai đoạn, năm, năm học) as printed in names and subjects of documents."""

import re
from dataclasses import dataclass
from typing import Literal

from schemas import Period

PeriodKind = Literal["range", "school-year", "year", "day-span"]

_RANGE = re.compile(r"((?:19|20)\d\d)\s?[-–—]\s?((?:19|20)\d\d)")
_LABELLED = re.compile(
    r"(?P<label>giai\s+đo[ạa]n|giai\s+đọan|năm\s+học|nhiệm\s+kỳ|các\s+năm|thời\s+kỳ|\d{1,2}\s+năm"
    r"|năm)?\s*[,(]?\s*(?:từ\s+(?:năm\s+)?)?"
    r"(?:(?P<from>(?:19|20)\d\d)\s?(?:[-–—]|đến(?:\s+năm)?)\s?(?P<to>(?:19|20)\d\d)\)?|(?P<year>(?:19|20)\d\d))"
    r"(?![\d/])",
    re.IGNORECASE,
)
_DAY_SPAN = re.compile(
    r"(\d{1,2})/(\d{1,2})/((?:19|20)\d\d)\s?[-–—]\s?(\d{1,2})/(\d{1,2})/((?:19|20)\d\d)"
)


@dataclass(frozen=True, slots=True)
class PrintedPeriod:
    """Years of a period with its place in the words that it was found in."""

    kind: PeriodKind
    first: int
    last: int
    start: int
    end: int

    @property
    def years(self) -> tuple[int, int]:
        """First and last year, which is what two mentions are compared by."""
        return self.first, self.last


def printed_periods(words: str) -> list[PrintedPeriod]:
    """The periods in `words`, in order; a term of office (nhiệm kỳ) is not one."""
    found = []
    for m in _LABELLED.finditer(words):
        label = " ".join((m["label"] or "").lower().split())
        if label.startswith("nhiệm"):
            continue
        start, end = m.span()
        while start < end and not words[start].isalnum():
            start += 1
        if m["year"]:
            if label == "năm":
                year = int(m["year"])
                found.append(PrintedPeriod("year", year, year, start, end))
            continue
        kind: PeriodKind = "school-year" if label == "năm học" else "range"
        found.append(PrintedPeriod(kind, int(m["from"]), int(m["to"]), start, end))
    return found


def years_of(period: Period | None) -> tuple[int, int] | None:
    """First and last year of a range of years; `None` for single years and school years."""
    if period is None or period.start is None or period.end is None:
        return None
    if "năm học" in period.label.lower() or period.end.year == period.start.year:
        return None
    if (period.start.month, period.start.day) != (1, 1):
        return None
    return period.start.year, period.end.year


def is_school_year(period: Period | None) -> bool:
    """Whether a period is a school year."""
    return (
        period is not None
        and period.start is not None
        and period.end is not None
        and period.start.month in (8, 9)
        and period.end.year == period.start.year + 1
    )


def without_periods(words: str) -> str:
    """`words` without the years and the words that introduce them."""
    words = _DAY_SPAN.sub(" ", words)
    return " ".join(_LABELLED.sub(" ", words).split())
