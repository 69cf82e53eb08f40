"""When a target is due: a year in its clause, its paragraph, or the headings above it."""

import datetime as dt
import re

from extract.head.periods import period_of
from schemas import TaskTime

_CYCLES = {
    "tuần": ("FREQ=WEEKLY", "day"),
    "tháng": ("FREQ=MONTHLY", "month"),
    "quý": ("FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1", "quarter"),
    "học kỳ": ("FREQ=MONTHLY;INTERVAL=6", "half-year"),
    "năm": ("FREQ=YEARLY", "year"),
}
_CYCLE = r"(?P<unit>tuần|tháng|quý|học kỳ|năm)(?!\w|\s+20)"
_EVERY = re.compile(rf"(?:hằng|hàng|mỗi|từng)\s+{_CYCLE}", re.IGNORECASE)
_PER = re.compile(
    rf"\s*\w+(?:\s\w+)?\s?(?:/\s?(?:0?1\s|một\s)?|\s(?:mỗi|hằng|hàng|một)\s){_CYCLE}", re.IGNORECASE
)
_YEARLY = re.compile(r"(?:hằng|hàng|mỗi|từng)\s+năm|/\s?năm", re.IGNORECASE)
_UNTIL = re.compile(
    r"(?:đến|trước|tới)\s+(?:hết\s+|cuối\s+)?năm\s+(?P<y>20\d{2})(?!\d)", re.IGNORECASE
)


def cycle_of(before: str, after: str) -> TaskTime | None:
    """How often a number of times is to be reached: `mỗi quý ít nhất 2 đợt`, `2 buổi/học kỳ`."""
    every = list(_EVERY.finditer(before[-40:]))
    match = every[-1] if every else _PER.match(after[:40])
    if match is None:
        return None
    rule, precision = _CYCLES[match["unit"].lower()]
    return TaskTime(recurrence=rule, precision=precision, as_written=match[0].strip())  # type: ignore[arg-type]


def time_of(words: str, lead: str | None = None) -> TaskTime | None:
    """`đến năm 2030` ends with that year, `năm 2026` is it, `hằng năm` recurs.

    `lead` are the words up to the number; only there does `hằng năm` say when, after it says
    what (`hồ sơ tiếp nhận hằng năm`).
    """
    until = _UNTIL.search(words)
    if until:
        return TaskTime(end=dt.date(int(until["y"]), 12, 31), precision="year", as_written=until[0])
    period = period_of(words) if "20" in words else None
    if period is not None:
        school = period.label.startswith("năm học")
        return TaskTime(
            start=period.start,
            end=period.end,
            precision="school-year" if school else "year",
            as_written=period.label,
        )
    yearly = _YEARLY.search(words if lead is None else lead)
    if yearly:
        return TaskTime(recurrence="FREQ=YEARLY", precision="year", as_written=yearly[0])
    return None
