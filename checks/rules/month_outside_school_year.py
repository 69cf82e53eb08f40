"""Month cannot fit the school year.

What it checks: whether events of the school year stand in months in which they can be: the
closing in spring and summer, the review of term one in winter, the opening in autumn.
Why: the wrong month is kept by everybody who copies the list.
Example: `Tháng 11: Tổng kết năm học 2025-2026`.
What to do: move the event to its month.
Legal source: the ministry's yearly frame of the school year (khung kế hoạch thời gian năm học).

Kiểm tra gì: việc của năm học có đặt vào tháng phù hợp hay không: tổng kết vào cuối năm học, sơ
kết học kỳ I vào mùa đông, khai giảng vào mùa thu.
Vì sao: tháng sai sẽ được mọi nơi chép lại theo.
Ví dụ: `Tháng 11: Tổng kết năm học 2025-2026`.
Cần làm: chuyển về đúng tháng.
Căn cứ: khung kế hoạch thời gian năm học của Bộ Giáo dục và Đào tạo.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checks.case import Case, rule_of_form
from checks.fault import Fault, Text
from checks.periods import is_school_year
from checks.rule import Rule
from schemas import Task


@dataclass(frozen=True, slots=True)
class Event:
    """An event of the school year and the months that it can be in."""

    words: re.Pattern[str]
    months: frozenset[int]
    name: Text


_YEAR = r"năm học\s*(20\d\d)?"
_EVENTS = (
    Event(
        re.compile(
            rf"^(?:[-+*•\s]|tổ chức|họp|hội nghị)*tổng kết[^.;]{{0,60}}?\b{_YEAR}"
            r"|^(?!.*(?:chuẩn bị|hướng dẫn))[^.;]{0,60}\btổng kết năm học\s*20\d\d"
        ),
        frozenset({4, 5, 6, 7, 8, 9}),
        Text("tổng kết năm học", "the closing of the school year"),
    ),
    Event(
        re.compile(r"^(?:[-+*•\s]|tổ chức|họp|hội nghị)*sơ kết (?:học kỳ|học kì|hk) ?(?:i|1)\b"),
        frozenset({12, 1, 2, 3}),
        Text("sơ kết học kỳ I", "the review of term one"),
    ),
    Event(
        re.compile(r"^(?:[-+*•\s]|tổ chức|lễ)*khai giảng"),
        frozenset({8, 9}),
        Text("khai giảng", "the opening of the school year"),
    ),
)


def _event(task: Task) -> Event | None:
    action = task.action.lower()
    return next((event for event in _EVENTS if event.words.search(action)), None)


def _months(task: Task) -> set[int]:
    start, end = task.time.start, task.time.end
    if start is None or end is None or task.time.precision not in ("month", "day"):
        return set()
    count = (end.year - start.year) * 12 + end.month - start.month
    return {(start.month - 1 + n) % 12 + 1 for n in range(count + 1)} if count < 6 else set()


def _of_another_year(task: Task, case: Case) -> bool:
    """Whether a calendar-year plan sums up a school year late: conferences may be in autumn."""
    if is_school_year(case.period):
        return False
    m = re.search(r"năm học\s*20\d\d\s?[-–]\s?(20\d\d)", task.action)
    return bool(m and task.time.start and task.time.start.year >= int(m[1]))


def _find(case: Case) -> Iterator[Fault]:
    for task in case.plan.tasks:
        event, months = _event(task), _months(task)
        if event is None or not months or months & event.months or task.span is None:
            continue
        if _of_another_year(task, case):
            continue
        start, end = case.within(task)
        before = case.text.rfind("Tháng", max(start - 30, 0), start)
        listed = ", ".join(str(m) for m in sorted(event.months))
        yield Fault(
            Text(
                f"Tháng {min(months)} không phù hợp với việc {event.name.vi}.",
                f"Month {min(months)} does not fit {event.name.en}.",
            ),
            Text("Chuyển về đúng tháng.", "Move the event to its month."),
            (
                case.here(before if before >= 0 else start, min(end, start + 90)),
                rule_of_form(f"{event.name.vi}: tháng {listed}", "Khung kế hoạch năm học"),
            ),
        )


RULE = Rule(
    "D04",
    "error",
    Text("Tháng không hợp năm học", "Month cannot fit the school year"),
    _find,
    plans_only=True,
)
