"""Impossible date.

What it checks: whether every date in the text exists in the calendar, and whether the day of
the week printed beside a full date is its own.
Why: a deadline or a document's day that does not exist cannot be kept or looked up.
Example: `hoàn thành trước ngày 31/6/2025`: June has thirty days.
What to do: write the day that was meant.
Legal source: none; the calendar.

Kiểm tra gì: mọi ngày tháng trong văn bản có tồn tại trong lịch hay không; thứ trong tuần ghi
cạnh ngày đầy đủ có đúng hay không.
Vì sao: thời hạn hoặc ngày ban hành không có thật thì không thực hiện, không tra cứu được.
Ví dụ: `hoàn thành trước ngày 31/6/2025`: tháng 6 chỉ có 30 ngày.
Cần làm: ghi lại ngày đúng.
Căn cứ: không có; theo lịch.
"""

import calendar
import datetime as dt
import re
from collections.abc import Iterator

from checks.case import Case, rule_of_form
from checks.fault import Fault, Text
from checks.rule import Rule

_FULL = re.compile(
    r"(?:ngày\s+)?(?<![\d/.\-–])(\d{1,2})\s?([/-])\s?(\d{1,2})\s?\2\s?((?:19|20)\d\d)(?![\d/])"
)
_WORDS = re.compile(
    r"ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})(?:\s*,?\s*năm\s+((?:19|20)\d\d))?(?!\d)", re.IGNORECASE
)
_DAY_MONTH = re.compile(r"ngày\s+(\d{1,2})/(\d{1,2})(?![\d/]|\s*[/-]\s*\d)", re.IGNORECASE)
_IN_NUMBER = re.compile(r"[\w&]+-[\w&]+|[A-ZĐ]{2,}")


_WEEKDAYS = ("hai", "ba", "tư", "năm", "sáu", "bảy")
_IN_WORDS = {"2": "hai", "3": "ba", "4": "tư", "5": "năm", "6": "sáu", "7": "bảy"}
_WEEKDAY = r"(chủ nhật|thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7]))"
_DATE = r"(?:ngày\s+)?(\d{1,2})(?:/|\s+tháng\s+)(\d{1,2})(?:/|\s+năm\s+)((?:19|20)\d\d)(?!\d)"
_BEFORE = re.compile(rf"\b{_WEEKDAY}\s*[,(]?\s*{_DATE}", re.IGNORECASE)
_BEHIND = re.compile(
    rf"(?<!\d){_DATE}\s*[,(]\s*{_WEEKDAY}\b(?!\s*[,(]?\s*(?:ngày|\d))", re.IGNORECASE
)


def _weekday(day: dt.date) -> str:
    return "chủ nhật" if day.weekday() == 6 else f"thứ {_WEEKDAYS[day.weekday()]}"


def _weekdays(text: str) -> Iterator[tuple[re.Match[str], dt.date]]:
    """Dates beside a day of the week that is not theirs."""
    for pattern, name, first in ((_BEFORE, 1, 2), (_BEHIND, 4, 1)):
        for m in pattern.finditer(text):
            try:
                day = dt.date(int(m[first + 2]), int(m[first + 1]), int(m[first]))
            except ValueError:
                continue  # told as a date that does not exist
            printed = " ".join(m[name].lower().split())
            if printed[-1].isdigit():
                printed = f"thứ {_IN_WORDS[printed[-1]]}"
            if printed != _weekday(day):
                yield m, day


def _dates(text: str) -> Iterator[tuple[re.Match[str], int, int, int | None]]:
    """Every printed date as day, month and year; a leap year stands in for a missing one."""
    for m in _FULL.finditer(text):
        if not _IN_NUMBER.match(text, m.end() + 1):
            yield m, int(m[1]), int(m[3]), int(m[4])
    for m in _WORDS.finditer(text):
        yield m, int(m[1]), int(m[2]), int(m[3]) if m[3] else None
    for m in _DAY_MONTH.finditer(text):
        yield m, int(m[1]), int(m[2]), None


def _why(day: int, month: int, year: int | None) -> Text | None:
    """What is wrong with a date, or `None`."""
    if not 1 <= month <= 12:
        return Text("một năm chỉ có 12 tháng", "a year has twelve months")
    days = calendar.monthrange(year or 2024, month)[1]
    if 1 <= day <= days:
        return None
    of = f"tháng {month}/{year}" if year else f"tháng {month}"
    return Text(f"{of} chỉ có {days} ngày", f"month {month} has {days} days")


def _find(case: Case) -> Iterator[Fault]:
    for m, day, month, year in _dates(case.text):
        why = _why(day, month, year)
        if why is None:
            continue
        yield Fault(
            Text(f"Ngày “{m[0]}” không có trong lịch: {why.vi}.",
                 f"The date “{m[0]}” does not exist: {why.en}."),
            Text("Ghi lại ngày đúng.", "Write the day that was meant."),
            (case.here(*m.span()), rule_of_form(why.vi, "Dương lịch")),
        )  # fmt: skip
    for m, date in _weekdays(case.text):
        right = f"{date:%d/%m/%Y} là {_weekday(date)}"
        yield Fault(
            Text(f"“{m[0]}”: {right}.", f"“{m[0]}”: {date:%d/%m/%Y} is a {date:%A}."),
            Text("Ghi lại ngày hoặc thứ cho đúng.", "Correct the day or the weekday."),
            (case.here(*m.span()), rule_of_form(right, "Dương lịch")),
        )


RULE = Rule("D01", "error", Text("Ngày không có thật", "Impossible date"), _find, letters=True)
