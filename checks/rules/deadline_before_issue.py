"""Deadline before the plan was issued.

What it checks: whether every dated deadline comes after the day on which the plan was issued.
Why: nobody can keep a deadline that was past when the plan arrived.
Example: a plan of 28/02/2025 that asks for registration `trước ngày 15/02/2025`.
What to do: set a later day, or say that the work is done.
Legal source: none; consistency of the document.

Kiểm tra gì: thời hạn ghi ngày cụ thể có sau ngày ban hành kế hoạch hay không.
Vì sao: thời hạn đã qua khi kế hoạch đến nơi thì không ai thực hiện được.
Ví dụ: kế hoạch ban hành 28/02/2025 mà yêu cầu đăng ký `trước ngày 15/02/2025`.
Cần làm: đặt ngày muộn hơn hoặc ghi rõ việc đã làm xong.
Căn cứ: không có văn bản; tính thống nhất của văn bản.
"""

import datetime as dt
import re
from collections.abc import Iterator

from checks.case import Case
from checks.fault import Fault, Passage, Text
from checks.rule import Rule
from checks.times import time_passage
from schemas import Task

_DONE = re.compile(r"^\W*(?:đã|kết quả)|tính đến|số liệu|thời điểm chốt|đã (?:ban hành|thực hiện)")


def _too_early(task: Task, issued: dt.date) -> bool:
    time = task.time
    if time.end is None or time.recurrence or time.continuous or time.ambiguous:
        return False
    if time.precision not in ("day", "month", "quarter") or time.end >= issued:
        return False
    # Work of the month of issue may be written down after it was done.
    return (time.end.year, time.end.month) != (issued.year, issued.month) or (
        time.precision == "day"
    )


def _find(case: Case) -> Iterator[Fault]:
    issued = case.issued_on
    if issued is None:
        return
    for task in case.plan.tasks:
        if not _too_early(task, issued) or _DONE.search(task.action.lower()):
            continue
        end = task.time.end
        assert end is not None
        own = case.field("issued_on")
        head = own if own.words else Passage(f"{issued:%d/%m/%Y}", None, case.plan)
        yield Fault(
            Text(
                f"Thời hạn {end:%d/%m/%Y} trước ngày ban hành {issued:%d/%m/%Y}.",
                f"The deadline {end:%d/%m/%Y} is before the day of issue, {issued:%d/%m/%Y}.",
            ),
            Text("Đặt lại thời hạn.", "Set another deadline."),
            (time_passage(case, task), head),
            severity="warn" if "year" in task.time.assumed else "error",
        )


RULE = Rule(
    "D09", "error", Text("Thời hạn trước ngày ban hành", "Deadline before issue"), _find,
    letters=True, plans_only=True,
)  # fmt: skip
