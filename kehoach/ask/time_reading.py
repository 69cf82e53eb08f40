"""From a pattern's match to the days that it means."""

import datetime as dt
import re
from collections.abc import Callable, Mapping

from kehoach.ask.calendar_words import (
    ENGLISH_MONTHS,
    ENGLISH_QUARTERS,
    VIETNAMESE_MONTHS,
    VIETNAMESE_QUARTERS,
    number_of,
)
from kehoach.ask.days import NoSuchDay, day_of, days_of
from kehoach.ask.meaning import When
from kehoach.ask.patterns import Pattern
from kehoach.window import window_of
from store.spans import Days

Maker = Callable[["re.Match[str]", dt.date], When]

_ORDINALS = {"first": 0, "1st": 0, "dau": 0, "second": 1, "2nd": 1, "last": 1, "cuoi": 1,
             "1": 0, "2": 1}  # fmt: skip
_ONE_DAY = dt.timedelta(days=1)
_SHIFT = {
    "nay": 0, "this": 0, "sau": 1, "toi": 1, "next": 1, "the coming": 1, "truoc": -1, "ngoai": -1,
    "vua qua": -1, "vua roi": -1, "last": -1,
    "nam nay": 0, "nam sau": 1, "nam toi": 1, "nam ngoai": -1,
    "this year": 0, "next year": 1, "last year": -1,
}  # fmt: skip


def read_time(pattern: Pattern, match: "re.Match[str]", today: dt.date) -> When:
    """The days of a match; raises `NoSuchDay` and what `window_of` raises."""
    return _MAKERS[pattern.means](match, today)


def edged(edge: str, when: When) -> When:
    """`trước quý 4`, `đến hết tháng 9`, `từ tháng 10`, `sau quý 3`."""
    start, end = when.days.start, when.days.end
    if start is None or end is None:
        raise NoSuchDay(edge)
    days = {
        "before": (None, start - _ONE_DAY),
        "until": (None, end),
        "since": (start, None),
        "after": (end + _ONE_DAY, None),
    }
    return _between(*days[edge])


def overdue(today: dt.date) -> When:
    """Everything that ended before today."""
    return _between(None, today - _ONE_DAY)


def _between(start: dt.date | None, end: dt.date | None) -> When:
    options: tuple[str, ...] = ("--from", start.isoformat()) if start else ()
    options += ("--to", end.isoformat()) if end else ()
    return When(Days(start, end), options)


def _of(today: dt.date, year: int | None, *, quarter: int = 0, month: int = 0) -> When:
    """A quarter, month or year by its own options; without a year that of today."""
    named = f"Q{quarter}" if quarter else None
    written = f"{year or today.year:04}-{month:02}" if month else None
    days = window_of(
        today, quarter=named, month=written, year=None if month else year or today.year
    )
    if written:
        options: tuple[str, ...] = ("--month", written)
    else:
        options = (*(("--quarter", named) if named else ()), "--year", str(year or today.year))
    return When(Days(days.start, days.end, year is None), options)


def _year(words: str | None, today: dt.date) -> int | None:
    if not words:
        return None
    return int(words) if words.isdecimal() else today.year + _SHIFT[words]


def _last(match: "re.Match[str]") -> str | None:
    """The last unnamed group that took part: the year where one is said."""
    named = set(match.re.groupindex.values())
    said = [match[n] for n in range(1, match.re.groups + 1) if n not in named and match[n]]
    return said[-1] if said else None


def _shift(match: "re.Match[str]") -> int:
    return _SHIFT[match["vi"] or match["en"]]


def _month_number(words: str) -> int:
    return int(words) if words.isdecimal() else ENGLISH_MONTHS[words]


def _month_to_month(match: "re.Match[str]", today: dt.date) -> When:
    year = int(match["y"] or today.year)
    first = window_of(today, month=f"{year}-{_month_number(match['a']):02}").start
    last = window_of(today, month=f"{year}-{_month_number(match['b']):02}").end
    if first is None or last is None or first > last:
        raise NoSuchDay(match[0])
    return _between(first, last)


_STRETCHES = {"nam": "year", "quy": "quarter", "thang": "month", "tuan": "week"}


def _from_now(match: "re.Match[str]", today: dt.date) -> When:
    """From today to the end of this year, quarter, month or week, or of a month or day named."""
    if match["a"] or match["b"]:
        end: dt.date | None = day_of(match["a"] or match["b"], today)
    elif match["m"] or match["name"]:
        month = _month_number(match["m"] or match["name"])
        end = window_of(today, month=f"{today.year}-{month:02}").end
    else:
        stretch = match["en"] or _STRETCHES[match["vi"]]
        if stretch == "week":
            end = today + dt.timedelta(days=6 - today.weekday())
        else:
            quarter = f"Q{(today.month - 1) // 3 + 1}" if stretch == "quarter" else None
            named = f"{today.year}-{today.month:02}" if stretch == "month" else None
            year = None if named else today.year
            end = window_of(today, quarter=quarter, month=named, year=year).end
    if end is None or end < today:
        raise NoSuchDay(match[0])
    return _between(today, end)


def _half_year(match: "re.Match[str]", today: dt.date) -> When:
    second = _ORDINALS[match["vi"] or match["en"] or match["h"]]
    year = _year(_last(match), today) or today.year
    if second:
        return _between(dt.date(year, 7, 1), dt.date(year, 12, 31))
    return _between(dt.date(year, 1, 1), dt.date(year, 6, 30))


def _stretch(match: "re.Match[str]", today: dt.date, sign: int) -> dt.date:
    """The day that lies as many days, weeks or months from today as the match says."""
    count = number_of(_last(match) or "0") * sign
    groups = match.groupdict()
    unit = groups.get("unit") or groups.get("en") or groups.get("within") or ""
    if unit.startswith(("ngay", "day")):
        return today + dt.timedelta(days=count)
    if unit.startswith(("tuan", "week")):
        return today + dt.timedelta(weeks=count)
    from dateutil.relativedelta import relativedelta

    moved: dt.date = today + relativedelta(months=count)
    return moved


def _quarter(match: "re.Match[str]", today: dt.date) -> When:
    words = match["vi"] or match["en"] or match["no"]
    number = (VIETNAMESE_QUARTERS | ENGLISH_QUARTERS)[words]
    return _of(today, _year(_last(match), today), quarter=number)


def _this_quarter(match: "re.Match[str]", today: dt.date) -> When:
    at = today.year * 4 + (today.month - 1) // 3 + _shift(match)
    return _of(today, at // 4, quarter=at % 4 + 1)


def _month(match: "re.Match[str]", today: dt.date) -> When:
    words = match["vi"] or match["en"]
    number = int(words) if words.isdecimal() else (VIETNAMESE_MONTHS | ENGLISH_MONTHS)[words]
    return _of(today, _year(_last(match), today), month=number)


def _this_month(match: "re.Match[str]", today: dt.date) -> When:
    at = today.year * 12 + today.month - 1 + _shift(match)
    return _of(today, at // 12, month=at % 12 + 1)


def _this_week(match: "re.Match[str]", today: dt.date) -> When:
    monday = today - dt.timedelta(days=today.weekday()) + dt.timedelta(weeks=_shift(match))
    return _between(monday, monday + dt.timedelta(days=6))


_DAYS_FROM_TODAY = {
    "hom nay": 0, "ngay hom nay": 0, "bua nay": 0, "today": 0, "ngay mai": 1,
    "tomorrow": 1, "mot ngay nua": 1, "hom qua": -1, "yesterday": -1, "ngay kia": 2,
    "the day after tomorrow": 2,
}  # fmt: skip


def _this_day(match: "re.Match[str]", today: dt.date) -> When:
    day = today + dt.timedelta(days=_DAYS_FROM_TODAY[match["vi"] or match["en"]])
    return _between(day, day)


def _school_year(match: "re.Match[str]", today: dt.date) -> When:
    first, last = int(match[1]), int(match[2])
    if last != first + 1:
        raise NoSuchDay(match[0])
    return _between(dt.date(first, 9, 1), dt.date(last, 8, 31))


def _years(match: "re.Match[str]", today: dt.date) -> When:
    if int(match[1]) > int(match[2]):
        raise NoSuchDay(match[0])
    return _between(dt.date(int(match[1]), 1, 1), dt.date(int(match[2]), 12, 31))


def _iso_month(match: "re.Match[str]", today: dt.date) -> When:
    year, month = int(match["y"] or match["y2"]), int(match["m"] or match["m2"])
    return _of(today, year, month=month)


_MAKERS: Mapping[str, Maker] = {
    "school_year": _school_year,
    "years": _years,
    "from_to": lambda match, today: _between(*days_of(match, today)),
    "month_to_month": _month_to_month,
    "before": lambda match, today: _between(None, day_of(match["a"], today) - _ONE_DAY),
    "until": lambda match, today: _between(None, day_of(match["a"], today)),
    "since": lambda match, today: _between(day_of(match["a"], today), None),
    "after": lambda match, today: _between(day_of(match["a"], today) + _ONE_DAY, None),
    "on_day": lambda match, today: _between(*[day_of(match["a"], today)] * 2),
    "half_year": _half_year,
    "from_now": _from_now,
    "days_ahead": lambda match, today: _between(today, _stretch(match, today, 1)),
    "days_back": lambda match, today: _between(_stretch(match, today, -1), today - _ONE_DAY),
    "coming": lambda match, today: _between(today, today + dt.timedelta(days=30)),
    "quarter": _quarter,
    "this_quarter": _this_quarter,
    "iso_month": _iso_month,
    "month": _month,
    "this_month": _this_month,
    "this_week": _this_week,
    "this_day": _this_day,
    "this_year": lambda match, today: _of(today, today.year + _shift(match)),
    "year": lambda match, today: _of(today, int(match[1])),
}
