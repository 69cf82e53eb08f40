"""The stretch of days that a question is about, from the words of its options."""

import datetime as dt
import re
from dataclasses import dataclass

from kehoach.errors import BadRequest
from kehoach.i18n import _

_QUARTER = re.compile(r"(?:q|quý|quy)?\s*(?:([1-4])|(iv|i{1,3}))", re.IGNORECASE)
_MONTH = re.compile(r"(?:(\d{4})-)?(\d{1,2})|(\d{1,2})/(\d{4})")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


@dataclass(frozen=True)
class Window:
    """Days from `start` to `end`, both included, either open; `assumed_year` was not said."""

    start: dt.date | None = None
    end: dt.date | None = None
    assumed_year: int | None = None


def window_of(
    today: dt.date,
    *,
    quarter: str | None = None,
    month: str | None = None,
    year: int | None = None,
    start: dt.date | None = None,
    end: dt.date | None = None,
) -> Window:
    """The days meant; raises `BadRequest` where the options contradict each other."""
    if (start or end) and (quarter or month or year):
        raise BadRequest(
            _("--from and --to don't go together with --quarter, --month or --year."),
            _("Use the one or the other."),
        )
    if quarter and month:
        raise BadRequest(_("--quarter and --month don't go together."), _("Use one of them."))
    if quarter:
        return _months(3 * _quarter_number(quarter) - 2, 3, year, today)
    if month:
        return _one_month(month, year, today)
    if year:
        return Window(dt.date(year, 1, 1), dt.date(year, 12, 31))
    if start and end and end < start:
        raise BadRequest(_("--to lies before --from."), _("Swap the two days."))
    return Window(start, end)


def _quarter_number(words: str) -> int:
    found = _QUARTER.fullmatch(words.strip())
    if not found:
        raise BadRequest(
            _("{words} is no quarter.").format(words=repr(words)), _("Write Q1, Q2, Q3 or Q4.")
        )
    return int(found[1]) if found[1] else _ROMAN[found[2].lower()]


def _one_month(words: str, year: int | None, today: dt.date) -> Window:
    found = _MONTH.fullmatch(words.strip())
    number = int(found[2] or found[3]) if found else 0
    if not found or not 1 <= number <= 12:
        raise BadRequest(
            _("{words} is no month.").format(words=repr(words)),
            _("Write it as 2024-09, or as 9 together with --year."),
        )
    own = int(found[1] or found[4] or 0)
    if own and year and own != year:
        raise BadRequest(
            _("--month and --year name two different years."), _("Name the year once.")
        )
    return _months(number, 1, own or year, today)


def _months(first: int, count: int, year: int | None, today: dt.date) -> Window:
    """`count` months from the month `first`, in the year said or in that of today."""
    chosen = year or today.year
    last = first + count - 1
    after = dt.date(chosen + last // 12, last % 12 + 1, 1)
    return Window(
        dt.date(chosen, first, 1),
        after - dt.timedelta(days=1),
        assumed_year=None if year else chosen,
    )
