"""Anniversary outside the plan's window.

What it checks: whether the celebration that a count stands for falls into the period of the
plan.
Why: a plan can't celebrate a day that lies before or after its own time.
Example: a plan for the school year 2023-2024 that celebrates `70 năm Giải phóng Thủ đô`, which
is on 10/10/2024.
What to do: correct the count, or move the celebration to the plan of its year.
Legal source: none; consistency of the document.

Kiểm tra gì: ngày kỷ niệm ứng với số năm ghi trong kế hoạch có nằm trong thời gian của kế hoạch
hay không.
Vì sao: kế hoạch không thể tổ chức kỷ niệm một ngày ở trước hoặc sau thời gian của mình.
Ví dụ: kế hoạch năm học 2023-2024 kỷ niệm `70 năm Giải phóng Thủ đô`, tức ngày 10/10/2024.
Cần làm: sửa số năm hoặc chuyển việc kỷ niệm sang kế hoạch của năm đó.
Căn cứ: không có văn bản; tính thống nhất của văn bản.
"""

import datetime as dt
from collections.abc import Iterator

from checks.case import Case, rule_of_form
from checks.celebrations import Celebration, celebrations
from checks.fault import Fault, Passage, Text
from checks.reference.confidence import supported
from checks.rule import Rule
from schemas import Period


def _celebrated(one: Celebration) -> list[dt.date]:
    """The days that the count stands for."""
    if one.day is None:
        return []
    days = []
    for founded in one.founded:
        try:
            days.append(dt.date(founded + one.count, one.day[1], one.day[0]))
        except ValueError:
            continue
    return days


def _outside(one: Celebration, period: Period) -> dt.date | None:
    """The day, where it lies outside the period in a calendar year that the period touches."""
    assert period.start is not None
    assert period.end is not None
    days = _celebrated(one)
    if not days or any(period.start <= day <= period.end for day in days):
        return None
    near = [d for d in days if period.start.year <= d.year <= period.end.year]
    if one.year and one.year in {d.year for d in days}:
        near = [d for d in days if d.year == one.year]
    return near[0] if near else None


def _find(case: Case) -> Iterator[Fault]:
    period = case.period
    if period is None or period.start is None or period.end is None:
        return
    for one in celebrations(case):
        day = _outside(one, period)
        start, _ = case.within(one.item)
        if day is None or "đã " in case.text[max(start - 60, 0) : start]:
            continue
        subject = case.field("subject")
        window = f"{period.label}: {period.start:%d/%m/%Y}-{period.end:%d/%m/%Y}"
        fact = rule_of_form(f"{one.fact.event}: {one.fact.years[0]}", one.fact.source) if (
            one.fact) else None  # fmt: skip
        other = subject if subject.words else Passage(window, None, case.plan)
        yield Fault(
            Text(
                f"{one.count} năm là ngày {day:%d/%m/%Y}, ngoài thời gian của kế hoạch ({window}).",
                f"{one.count} years is on {day:%d/%m/%Y}, outside the plan's time ({window}).",
            ),
            Text(
                "Sửa số năm hoặc chuyển sang kế hoạch của năm đó.",
                "Correct the count, or move it to the plan of its year.",
            ),
            (case.item(one.item), other, *([fact] if fact else [])),
            severity=supported("error", one.confidence),
        )


RULE = Rule(
    "E05", "error", Text("Kỷ niệm ngoài thời gian kế hoạch", "Anniversary outside the plan"), _find
)
