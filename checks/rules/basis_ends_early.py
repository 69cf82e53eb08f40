"""Basis ends before or inside the plan's period.

What it checks: whether the time in the title of a plan's basis reaches as far as the plan.
Why: when the basis has ended nothing carries the rest of the plan.
Example: a plan for the school year 2024-2025 that rests on a movement
`(15/10/2021-15/10/2024)`.
What to do: cite the document for the following time, or say what goes on.
Legal source: none; consistency of the document.

Kiểm tra gì: thời gian ghi trong tên văn bản làm căn cứ có kéo dài hết thời gian của kế hoạch
hay không.
Vì sao: khi căn cứ đã kết thúc thì phần còn lại của kế hoạch không còn chỗ dựa.
Ví dụ: kế hoạch năm học 2024-2025 dựa vào đợt thi đua `(15/10/2021-15/10/2024)`.
Cần làm: viện dẫn văn bản cho thời gian tiếp theo hoặc nói rõ việc tiếp tục.
Căn cứ: không có văn bản; tính thống nhất của văn bản.
"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from checks.case import Case
from checks.fault import Fault, Passage, Text
from checks.periods import is_school_year, printed_periods
from checks.rule import Rule
from schemas import Citation, Period

_DAYS = re.compile(
    r"\(?\d{1,2}/\d{1,2}/(?:19|20)\d\d\s?[-–]\s?(\d{1,2})/(\d{1,2})/((?:19|20)\d\d)\)?"
)
_NO_WINDOW = re.compile(
    r"tổng kết|sơ kết|kết quả|báo cáo|quy chế|quy định|khung|định hướng|tầm nhìn|nhiệm kỳ|đại hội"
    r"|quy hoạch|chiến lược|sửa đổi|dự toán",
    re.IGNORECASE,
)
_LOOKS_BACK = re.compile(r"tổng kết|sơ kết|đánh giá|báo cáo", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Window:
    """When a basis ends, and where that is printed in the folded text."""

    end: dt.date
    start_at: int
    end_at: int


def _window(case: Case, citation: Citation, period: Period) -> Window | None:
    """The end of a basis that ends too early, or `None`."""
    assert period.start is not None
    assert period.end is not None
    subject = citation.subject or ""
    if not subject or _NO_WINDOW.search(subject):
        return None
    start, end = case.within(citation)
    reach = case.text.find("\n", end)
    text = case.text[start : max(end, min(reach if reach > 0 else len(case.text), end + 260))]
    if m := _DAYS.search(text):
        last = _day(m)
        if last and last < period.end and m[0].strip("()") in subject + text[: len(subject) + 200]:
            return Window(last, start + m.start(), start + m.end())
        return None
    return _years(case, citation, period, start, text)


def _years(case: Case, citation: Citation, period: Period, start: int, text: str) -> Window | None:
    assert period.start is not None
    assert period.end is not None
    inside = printed_periods(citation.subject or "")
    if not inside:
        return None
    last = max(inside, key=lambda p: p.last)
    end = dt.date(last.last, 8, 31) if last.kind == "school-year" else dt.date(last.last, 12, 31)
    # Calendar years and school years overlap; only what is wholly over is out of date.
    both_ranges = last.kind == "range" and period.end.year - period.start.year > 1
    limit = period.end if both_ranges and not is_school_year(period) else period.start
    if end >= limit:
        return None
    for printed in printed_periods(text):
        if printed.years == last.years and printed.kind == last.kind:
            return Window(end, start + printed.start, start + printed.end)
    return None


def _day(m: re.Match[str]) -> dt.date | None:
    try:
        return dt.date(int(m[3]), int(m[2]), int(m[1]))
    except ValueError:
        return None


def _find(case: Case) -> Iterator[Fault]:
    period = case.period
    if period is None or _LOOKS_BACK.search(case.plan.document.subject or ""):
        return
    for citation in case.basis:
        window = _window(case, citation, period)
        if window is None or citation.role == "continues":
            continue
        subject = case.field("subject")
        other = subject if subject.words else Passage(period.label, None, case.plan)
        yield Fault(
            Text(
                f"Căn cứ kết thúc ngày {window.end:%d/%m/%Y}, trước khi hết {period.label}.",
                f"The basis ends on {window.end:%d/%m/%Y}, before the end of {period.label}.",
            ),
            Text("Viện dẫn văn bản cho thời gian tiếp theo.", "Cite the one for the time after."),
            (case.here(window.start_at, window.end_at), other),
        )


RULE = Rule(
    "A05",
    "warn",
    Text("Căn cứ kết thúc trước kế hoạch", "Basis ends early"),
    _find,
    plans_only=True,
)
