"""Task outside the plan's period.

What it checks: whether work with a day, a month or a quarter lies in the time that the plan is
for.
Why: a year that was mistyped or copied from last year's plan moves the work where nobody looks
for it.
Example: a plan for 2025 that lets a competition take place in `tháng 3/2027`.
What to do: correct the year, or the period in the title.
Legal source: none; consistency of the document.

Kiểm tra gì: việc có ngày, tháng hoặc quý cụ thể có nằm trong thời gian của kế hoạch hay không.
Vì sao: năm ghi nhầm hoặc chép từ kế hoạch năm trước thì không ai tìm thấy việc ở đó.
Ví dụ: kế hoạch năm 2025 mà hội thi tổ chức `tháng 3/2027`.
Cần làm: sửa năm của việc hoặc thời gian trong tên kế hoạch.
Căn cứ: không có văn bản; tính thống nhất của văn bản.
"""

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from checks.case import Case
from checks.fault import Fault, Text
from checks.rule import Rule
from checks.times import time_passage
from schemas import Task

# Work about a year is finished, reported and counted after it; the next is prepared in it.
_AFTER = dt.timedelta(days=120)
_LATE = re.compile(
    r"báo cáo|tổng kết|sơ kết|quyết toán|đánh giá|khen thưởng|tổng hợp|nghiệm thu|công bố"
    r"|thanh toán"
    r"|tổng duyệt|năm học|giai đoạn|tiếp theo|định hướng|đến năm|lộ trình|kỷ niệm|đại hội|bầu cử"
)
_MANY = 3  # pieces of work behind the year, and the share of all, that are no slip
_SHARE = 1 / 3
_FAR = dt.timedelta(days=330)


def _outside(task: Task, start: dt.date, end: dt.date) -> bool:
    time = task.time
    if time.start is None and time.end is None:
        return False
    if time.precision not in ("day", "month", "quarter") or time.assumed or time.ambiguous:
        return False
    if time.recurrence or time.continuous:
        return False
    first = time.start or time.end
    last = time.end or time.start
    assert first is not None
    assert last is not None
    late = first - end
    # A report on the year may be due in the year behind it; nothing is due a year later.
    return late > (_FAR if _LATE.search(task.action.lower()) else _AFTER) or start - last > _FAR


def _goes_on(tasks: Sequence[Task], end: dt.date) -> bool:
    """Whether the year is a survey's or a budget's, and the plan's work takes longer."""
    ends = [task.time.end for task in tasks if task.time.end]
    after = sum(day > end for day in ends)
    return after >= _MANY and after > _SHARE * len(ends)


def _find(case: Case) -> Iterator[Fault]:
    period = case.period
    if period is None or not re.search(r"\d{4}", period.label or ""):
        return
    assert period.start is not None
    assert period.end is not None
    if "period" in case.plan.document.assumed or (period.end - period.start).days > 400:
        return
    issued = case.issued_on
    if _goes_on(case.plan.tasks, period.end):
        return
    for task in case.plan.tasks:
        own = time_passage(case, task)
        if not _outside(task, period.start, period.end) or not re.search(r"\d{4}", own.words):
            continue
        if issued and task.time.end and task.time.end < issued:
            continue  # that is another fault: a deadline before the plan was issued
        when = task.time.end or task.time.start
        yield Fault(
            Text(
                f"Việc vào {when:%m/%Y} nằm ngoài thời gian của kế hoạch ({period.label}).",
                f"The work of {when:%m/%Y} lies outside the plan's time ({period.label}).",
            ),
            Text("Sửa năm của việc hoặc thời gian của kế hoạch.",
                 "Correct the year of the work or the plan's period."),
            (own, case.head()),
        )  # fmt: skip


RULE = Rule(
    "D06", "warn", Text("Việc ngoài thời gian của kế hoạch", "Task outside the plan's period"),
    _find, yields_to=("D09", "D11"), letters=True, plans_only=True,
)  # fmt: skip
