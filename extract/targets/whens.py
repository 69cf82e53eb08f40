"""When a target is due: a year in its clause, its paragraph, or the headings above it."""

import datetime as dt
import re

from extract.head.periods import period_of
from schemas import TaskTime

_YEARLY = re.compile(r"(?:hằng|hàng|mỗi|từng)\s+năm|/\s?năm", re.IGNORECASE)
_UNTIL = re.compile(
    r"(?:đến|trước|tới)\s+(?:hết\s+|cuối\s+)?năm\s+(?P<y>20\d{2})(?!\d)", re.IGNORECASE
)


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
