"""End before start.

What it checks: whether the end of every window of time comes after its start.
Why: such a window cannot be kept; one of the two ends is mistyped.
Example: `từ ngày 15/6/2025 đến ngày 31/5/2025`.
What to do: write the window that was meant.
Legal source: none; consistency of the document.

Kiểm tra gì: thời điểm kết thúc của mỗi khoảng thời gian có sau thời điểm bắt đầu hay không.
Vì sao: khoảng thời gian như vậy không thực hiện được; một trong hai đầu ghi sai.
Ví dụ: `từ ngày 15/6/2025 đến ngày 31/5/2025`.
Cần làm: ghi lại khoảng thời gian đúng.
Căn cứ: không có văn bản; tính thống nhất của văn bản.
"""

import datetime as dt
import re
from collections.abc import Iterator

from checks.case import Case
from checks.fault import Fault, Text
from checks.rule import Rule

_DAY = r"(?:ngày\s+)?(\d{1,2})/(\d{1,2})(?:/((?:19|20)\d\d))?"
_DAYS = re.compile(rf"[Tt]ừ\s+{_DAY}\s*(?:đến|-|–)\s*(?:hết\s+)?{_DAY}(?![\d/])")
_WORDS = re.compile(
    r"[Tt]ừ\s+ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})(?:\s+năm\s+((?:19|20)\d\d))?\s*(?:đến|-|–)\s*"
    r"(?:hết\s+)?ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})(?:\s+năm\s+((?:19|20)\d\d))?(?!\d)"
)
_MONTHS = re.compile(
    r"[Tt]ừ\s+tháng\s+(\d{1,2})\s*(?:/|năm\s+)((?:19|20)\d\d)\s+đến\s+(?:hết\s+)?tháng\s+(\d{1,2})"
    r"\s*(?:/|năm\s+)((?:19|20)\d\d)(?!\d)"
)
_YEARS = re.compile(
    r"(?:[Gg]iai đoạn|[Nn]hiệm kỳ|[Nn]ăm học)\s+((?:19|20)\d\d)\s?[-–]\s?((?:19|20)\d\d)"
)
_LONGEST = 300  # days; a window over New Year without years may be that long, not longer


def _day(day: str, month: str, year: int) -> dt.date | None:
    try:
        return dt.date(year, int(month), int(day))
    except ValueError:
        return None


def _backwards(m: re.Match[str]) -> bool:
    """Whether a window of days runs backwards; without a first year it may cross New Year."""
    year = int(m[6]) if m[6] else 2023
    start = _day(m[1], m[2], int(m[3]) if m[3] else year)
    end = _day(m[4], m[5], year if m[6] or not m[3] else int(m[3]))
    if start is None or end is None or start <= end:
        return False
    if m[3] and m[6]:
        return True
    return (end.replace(year=end.year + 1) - start).days > _LONGEST


def _windows(text: str) -> Iterator[tuple[re.Match[str], int, int]]:
    """Windows that run backwards, with where their second end begins."""
    for pattern in (_DAYS, _WORDS):
        for m in pattern.finditer(text):
            if _backwards(m):
                yield m, m.start(1), m.start(4)
    for m in _MONTHS.finditer(text):
        if (int(m[2]), int(m[1])) > (int(m[4]), int(m[3])):
            yield m, m.start(1), m.start(3)
    for m in _YEARS.finditer(text):
        if int(m[1]) > int(m[2]):
            yield m, m.start(1), m.start(2)


def _find(case: Case) -> Iterator[Fault]:
    for m, first, second in _windows(case.text):
        start = case.text[first:second].rstrip(" -–đếnhtgày").strip()
        end = case.text[second : m.end()]
        yield Fault(
            Text(
                f"Khoảng thời gian “{m[0]}” kết thúc ({end}) trước khi bắt đầu ({start}).",
                f"The window “{m[0]}” ends ({end}) before it starts ({start}).",
            ),
            Text("Ghi lại khoảng thời gian đúng.", "Write the window that was meant."),
            (case.here(*m.span()), case.here(second, m.end())),
        )


RULE = Rule(
    "D02", "error", Text("Kết thúc trước khi bắt đầu", "End before start"), _find, letters=True
)
