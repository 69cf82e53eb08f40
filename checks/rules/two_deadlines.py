"""Two deadlines for one task.

What it checks: whether a piece of work that stands in two places, in the text and in the table
or in an annex, has one deadline.
Why: those who read the later day come too late for those who wait for the earlier one.
Example: the text asks for the report before `10/12/2025`, the table before `15/12/2025`.
What to do: choose one day and write it in both places.
Legal source: none; consistency of the document.

Kiểm tra gì: một việc ghi ở hai chỗ (trong bài và trong bảng hoặc phụ lục) có cùng một thời hạn
hay không.
Vì sao: nơi đọc ngày muộn sẽ nộp trễ so với nơi chờ ngày sớm.
Ví dụ: trong bài yêu cầu báo cáo trước `10/12/2025`, trong bảng ghi `15/12/2025`.
Cần làm: thống nhất một ngày và ghi ở cả hai chỗ.
Căn cứ: không có văn bản; tính thống nhất của văn bản.
"""

import re
from collections.abc import Iterator
from itertools import combinations

from checks.case import Case
from checks.fault import Fault, Text
from checks.likeness import keys_likeness
from checks.rule import Rule
from checks.times import time_passage
from checks.words import UPPER, content_of, keys_of
from schemas import Task

_LIKE = 0.85
_MOST = 400  # tasks; beyond that a list is compared only with its neighbours' neighbours
_STAGE = re.compile(r"\b(?:dự thảo|chính thức|đợt|vòng|lần|quý|tháng|học kỳ|giai đoạn|kỳ)\b")


# To whom a report goes says nothing of what it is about.
_RECEIVER = re.compile(
    rf"\s(?:về|cho|đến|tới|lên)\s+(?:[{UPPER}]|cơ quan|đơn vị|phòng|ban|sở|ủy ban).*$", re.DOTALL
)
_SENDING = frozenset(
    "gửi nộp báo cáo kết quả tổng hợp văn bản hồ sơ danh sách thời gian chậm nhất hạn trình".split()
)


def _says_what(task: Task) -> bool:
    """Whether the words tell one report from another."""
    keys = content_of(keys_of(_RECEIVER.sub("", task.action)))
    if not _SENDING & set(keys):
        return True
    return len([key for key in keys if key not in _SENDING]) >= 2


def _dated(task: Task) -> bool:
    time = task.time
    return bool(
        time.end and time.precision == "day" and not time.recurrence and not time.ambiguous
        and task.span and len(content_of(keys_of(task.action))) >= 4
        and _says_what(task)
    )  # fmt: skip


def _without_label(one: str, other: str) -> tuple[str, str]:
    """Two actions without the label that both have: `Chiến dịch hè: ra quân`, `…: tổng kết`."""
    label, colon, rest = one.rpartition(": ")
    if colon and other.startswith(f"{label}: "):
        return rest, other[len(label) + 2 :]
    return one, other


def _same_work(one: Task, other: Task) -> bool:
    """Whether two tasks are one piece of work for the same people, at the same stage."""
    first, second = (keys_of(words) for words in _without_label(one.action, other.action))
    if keys_likeness(content_of(first), content_of(second)) < _LIKE:
        return False
    if {k for k in first if k.isdigit()} != {k for k in second if k.isdigit()}:
        return False
    stages = [set(_STAGE.findall(t.action.lower())) for t in (one, other)]
    if stages[0] != stages[1]:
        return False
    leads = [{u.name for u in t.leads} for t in (one, other)]
    return not (leads[0] and leads[1] and leads[0] != leads[1])


def _one_place(one: Task, other: Task) -> bool:
    """Whether both were read from one sentence, which has several times for several things."""
    return bool(
        one.span and other.span and one.span.start < other.span.end
        and other.span.start < one.span.end
    )  # fmt: skip


def _find(case: Case) -> Iterator[Fault]:
    tasks = [t for t in case.plan.tasks if _dated(t)][:_MOST]
    for one, other in combinations(tasks, 2):
        first, second = one.time.end, other.time.end
        if first is None or second is None or first == second or abs((second - first).days) > 60:
            continue
        # A list that repeats a report month by month is no contradiction.
        if (one.section and one.section == other.section) or _one_place(one, other):
            continue
        if not _same_work(one, other):
            continue
        yield Fault(
            Text(
                f"Cùng một việc có hai thời hạn: {first:%d/%m/%Y} và {second:%d/%m/%Y}.",
                f"One piece of work has two deadlines: {first:%d/%m/%Y} and {second:%d/%m/%Y}.",
            ),
            Text("Thống nhất một thời hạn.", "Choose one deadline."),
            (time_passage(case, other), time_passage(case, one)),
        )


RULE = Rule(
    "D11",
    "error",
    Text("Một việc, hai thời hạn", "Two deadlines for one task"),
    _find,
    plans_only=True,
)
