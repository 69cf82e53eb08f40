"""The days that a question is about, from the words of its options."""

import datetime as dt
import re

from kehoach.errors import BadRequest
from kehoach.i18n import _
from store.spans import Days, days_of

_QUARTER = re.compile(r"(?:q|quý|quy)?\s*(?:([1-4])|(iv|i{1,3}))", re.IGNORECASE)
_MONTH = re.compile(r"(?:(\d{4})-)?(\d{1,2})|(\d{1,2})/(\d{4})")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def window_of(
    today: dt.date,
    *,
    quarter: str | None = None,
    month: str | None = None,
    year: int | None = None,
    start: dt.date | None = None,
    end: dt.date | None = None,
) -> Days:
    """The days that all options have in common; raises `BadRequest` or `BadQuestion`."""
    number, own_year = _month(month) if month else (None, None)
    if own_year and year and own_year != year:
        raise BadRequest(
            _("--month and --year name two different years."), _("Name the year once.")
        )
    return days_of(
        quarter=_quarter(quarter) if quarter else None,
        month=number,
        year=own_year or year,
        start=start,
        end=end,
        today=today,
    )


def _quarter(words: str) -> int:
    """`Q3`, `3`, `III` and `quý III` are the third quarter."""
    found = _QUARTER.fullmatch(words.strip())
    if not found:
        raise BadRequest(
            _("{words} is no quarter.").format(words=repr(words)), _("Write Q1, Q2, Q3 or Q4.")
        )
    return int(found[1]) if found[1] else _ROMAN[found[2].lower()]


def _month(words: str) -> tuple[int, int | None]:
    """`(month, year)`; the year where it is said."""
    found = _MONTH.fullmatch(words.strip())
    if not found:
        raise BadRequest(
            _("{words} is no month.").format(words=repr(words)),
            _("Write it as 2024-09, or as 9 together with --year."),
        )
    year = found[1] or found[4]
    return int(found[2] or found[3]), int(year) if year else None
