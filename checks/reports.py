"""Reports (chế độ báo cáo): which report is due on which day, as a plan prints it.

One line often sets several days: `báo cáo 6 tháng trước ngày 10/6, báo cáo năm trước ngày
05/12`. Each day is read with the words that stand before it, or after it where `đối với`
says so, and with the stage that they name.
"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from checks.of_plan import once_for_each_plan
from schemas import Plan, Span, Unit

Stage = Literal["half", "final", "quarter", "month", "school-term", "registration", "none"]

_DUE = re.compile(
    r"(trước|chậm nhất|muộn nhất|xong trước|đến hết|hạn cuối)\s+(?:là\s+|vào\s+|trong\s+)?"
    r"(?:ngày\s+)?(\d{1,2})\s*(?:/|tháng\s+)\s*(\d{1,2})(?:\s*(?:/|năm\s+)\s*(\d{4}))?(?!\d)",
    re.IGNORECASE,
)
_REPORT = re.compile(r"báo cáo|sơ kết|tổng kết|tổng hợp số liệu", re.IGNORECASE)
_AFTER = re.compile(r"^\s*\(?\s*(?:đối với|cho|với)\s+([^,;.)]{3,60})")
_STAGES: tuple[tuple[Stage, re.Pattern[str]], ...] = (
    ("registration", re.compile(r"đăng ký")),
    ("quarter", re.compile(r"\bquý\b")),
    ("school-term", re.compile(r"học kỳ|học kì")),
    ("half", re.compile(r"sơ kết|(?:6|06|sáu) tháng|giữa (?:năm|kỳ)|nửa năm")),
    (
        "final",
        re.compile(r"tổng kết|cả năm|cuối năm|báo cáo năm|kết thúc|hằng năm|hàng năm|một năm"),
    ),
    ("month", re.compile(r"(?:hằng|hàng) tháng")),
)


@dataclass(frozen=True, slots=True)
class ReportDue:
    """A report, the last day on which it may come, who gives it, and where that stands."""

    stage: Stage
    day: dt.date
    words: str
    units: tuple[Unit, ...]
    span: Span
    line: Span


@once_for_each_plan
def report_days(plan: Plan) -> tuple[ReportDue, ...]:
    """Every report that a plan's tasks and duties set a day for, each day once."""
    return tuple(_report_days(plan))


def _report_days(plan: Plan) -> Iterator[ReportDue]:
    seen: set[int] = set()
    for line, units in _lines(plan):
        text = plan.text[line.start : line.end]
        if not _REPORT.search(text):
            continue
        for due in _in_line(plan, text, line, units):
            if due.span.start not in seen:
                seen.add(due.span.start)
                yield due


def _lines(plan: Plan) -> Iterator[tuple[Span, tuple[Unit, ...]]]:
    for duty in plan.duties:
        for text in duty.duties:
            if text.span:
                yield text.span, (duty.unit,)
    for task in plan.tasks:
        if task.span:
            # A task's own words may leave the day out that stands right after them.
            end = min(task.span.end + 60, len(plan.text))
            stop = re.search(r"[;\n]\s*[-+•\n]|\.\s", plan.text[task.span.end : end])
            last = task.span.end + (stop.start() if stop else 0)
            yield Span(start=task.span.start, end=last), task.leads


def _in_line(plan: Plan, text: str, line: Span, units: tuple[Unit, ...]) -> Iterator[ReportDue]:
    before = 0
    for m in _DUE.finditer(text):
        object_before = text[before : m.start()]
        after = _AFTER.match(text[m.end() : m.end() + 90])
        words = after[1] if after else object_before
        if not after and not object_before.strip(" -+*•,"):  # `Trước ngày 05/6, gửi báo cáo …`
            words = re.split(r"[.;\n]", text[m.end() :], maxsplit=1)[0]
        before = m.end() + (after.end() if after else 0)
        day = _day(m, plan)
        if day is None or not (_REPORT.search(words) or _REPORT.search(text[: m.start()])):
            continue
        span = Span(start=line.start + m.start(), end=line.start + m.end())
        yield ReportDue(stage_of(words), day, words, units, span, line)


def stage_of(words: str) -> Stage:
    """The stage that words about a report name."""
    lower = " ".join(words.lower().split())
    return next((stage for stage, pattern in _STAGES if pattern.search(lower)), "none")


def _day(m: re.Match[str], plan: Plan) -> dt.date | None:
    period, issued = plan.document.period, plan.document.issued_on
    start = period.start if period else None
    year = int(m[4]) if m[4] else start.year if start else issued.year if issued else None
    if year is None:
        return None
    try:
        day = dt.date(year, int(m[3]), int(m[2]))
    except ValueError:
        return None
    excluded = m[1].lower() in ("trước", "xong trước")
    return day - dt.timedelta(days=1) if excluded else day
