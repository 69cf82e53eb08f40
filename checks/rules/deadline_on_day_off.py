"""Deadline on Sunday or holiday.

What it checks: whether a deadline falls on a Sunday or a public holiday.
Why: nobody receives reports on that day; the working day before it is safer.
Example: `chậm nhất ngày 02/9/2025`.
What to do: name the working day before, if papers must be handed over.
Legal source: none; a hint only.

Kiểm tra gì: thời hạn có rơi vào Chủ nhật hoặc ngày lễ hay không.
Vì sao: ngày đó không ai tiếp nhận báo cáo; nên chọn ngày làm việc liền trước.
Ví dụ: `chậm nhất ngày 02/9/2025`.
Cần làm: nếu phải nộp trực tiếp, ghi ngày làm việc liền trước.
Căn cứ: không có văn bản; chỉ là gợi ý.
"""

from collections.abc import Iterator

from checks.case import Case, rule_of_form
from checks.fault import Fault, Text
from checks.holidays import day_off
from checks.rule import Rule
from checks.times import time_passage, time_span
from schemas import Task


def _due(task: Task) -> bool:
    """Whether it has one printed last day; `trước ngày` already names the day after."""
    time = task.time
    if time.end is None or time.precision != "day" or time.recurrence or time.start == time.end:
        return False
    words = (time.as_written or "").lower()
    return not ("trước" in words and "trước và trong" not in words)


def _find(case: Case) -> Iterator[Fault]:
    for task in case.plan.tasks:
        why = day_off(task.time.end) if task.time.end and _due(task) else None
        if why is None or task.time.end is None or "year" in task.time.assumed:
            continue
        if time_span(case.plan, task) is None:
            continue  # the end of a phase that it stands under, not a deadline of its own
        yield Fault(
            Text(
                f"Thời hạn {task.time.end:%d/%m/%Y} là {why.vi}.",
                f"The deadline {task.time.end:%d/%m/%Y} is {why.en}.",
            ),
            Text("Nên ghi ngày làm việc liền trước.", "Better name the working day before."),
            (time_passage(case, task), rule_of_form(why.vi, "Dương lịch")),
        )


RULE = Rule("D14", "note", Text("Thời hạn vào ngày nghỉ", "Deadline on a day off"), _find)
