"""Two leads for one task.

What it checks: whether a piece of work that stands in two places has one lead unit.
Why: two units wait for each other, or do the same twice.
Example: the text lets the office of culture hold the festival, the table the centre for sports.
What to do: choose one lead unit; the other takes part.
Legal source: none; consistency of the document.

Kiểm tra gì: một việc ghi ở hai chỗ có cùng một đơn vị chủ trì hay không.
Vì sao: hai đơn vị chờ nhau hoặc làm trùng.
Ví dụ: trong bài giao phòng văn hóa tổ chức ngày hội, trong bảng lại giao trung tâm thể thao.
Cần làm: thống nhất một đơn vị chủ trì, đơn vị kia phối hợp.
Căn cứ: không có văn bản; tính thống nhất của văn bản.
"""

import re
from collections.abc import Iterator
from itertools import combinations

from checks.case import Case
from checks.fault import Fault, Passage, Text
from checks.likeness import keys_likeness
from checks.rule import Rule
from checks.words import content_of, keys_of
from schemas import Task
from schemas.keys import words_key

_LIKE = 0.9
_MOST = 400
# Work that every unit does for itself.
_OWN = re.compile(
    r"^\W*(?:xây dựng kế hoạch|ban hành kế hoạch|báo cáo|tuyên truyền|quán triệt|phối hợp|tham gia"
    r"|triển khai|tổ chức thực hiện|thực hiện|cử|rà soát|đăng ký|bố trí|gửi|tăng cường)"
)


def _compared(task: Task) -> bool:
    return (
        len(task.leads) == 1
        and not task.leads[0].group
        and task.span is not None
        and len(content_of(keys_of(task.action))) >= 5
        and not _OWN.match(task.action.lower())
    )


def _passage(case: Case, task: Task) -> Passage:
    start, end = case.within(task)
    return case.here(start, min(end, start + 100))


def _find(case: Case) -> Iterator[Fault]:
    tasks = [t for t in case.plan.tasks if _compared(t)][:_MOST]
    for one, other in combinations(tasks, 2):
        first, second = one.leads[0].name, other.leads[0].name
        names = sorted((words_key(first), words_key(second)), key=len)
        if names[0] in names[1] or one.section == other.section:
            continue
        keys = [content_of(keys_of(t.action)) for t in (one, other)]
        if one.time.end != other.time.end or keys_likeness(*keys) < _LIKE:
            continue
        yield Fault(
            Text(
                f"Một việc giao hai đơn vị chủ trì: {first} và {second}.",
                f"One piece of work has two leads: {first} and {second}.",
            ),
            Text("Thống nhất một đơn vị chủ trì.", "Choose one lead unit."),
            (_passage(case, other), _passage(case, one)),
        )


RULE = Rule(
    "G07",
    "warn",
    Text("Một việc, hai đơn vị chủ trì", "Two leads for one task"),
    _find,
    plans_only=True,
)
