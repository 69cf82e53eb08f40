"""Lead that is its own partner.

What it checks: whether a unit that leads a piece of work is also named as one that takes part
in it.
Why: the column was copied down; who really takes part is not told.
Example: a table with `Phòng Kinh tế` both under `Chủ trì` and under `Phối hợp`.
What to do: write the units that take part, or leave the cell empty.
Legal source: none; consistency of the document.

Kiểm tra gì: đơn vị chủ trì một việc có đồng thời ghi ở cột phối hợp hay không.
Vì sao: chép nhầm ô; không rõ ai thật sự phối hợp.
Ví dụ: bảng ghi `Phòng Kinh tế` ở cả cột chủ trì và cột phối hợp.
Cần làm: ghi đúng đơn vị phối hợp hoặc để trống.
Căn cứ: không có văn bản; tính thống nhất của văn bản.
"""

from collections.abc import Iterator

from checks.case import Case
from checks.fault import Fault, Passage, Text
from checks.rule import Rule
from schemas import Task, Unit
from schemas.keys import words_key

_MOST = 200  # characters of a row that are quoted


def _shared(task: Task) -> Unit | None:
    """The one unit that leads and is the one that takes part.

    Among several partners a lead may come back through a group that holds it; only where the
    two columns say the same is it a slip of the pen.
    """
    leads = {words_key(unit.name) for unit in task.leads}
    partners = [unit for unit in task.partners if words_key(unit.name) in leads]
    if len(task.leads) != 1 or len(task.partners) != 1 or not partners:
        return None
    return partners[0]


def _places(case: Case, task: Task, unit: Unit) -> list[tuple[int, int]]:
    start, end = case.within(task)
    key = words_key(unit.name)
    return [place for place in case.find_key(key) if start <= place[0] < end + _MOST][:2]


def _find(case: Case) -> Iterator[Fault]:
    for task in case.plan.tasks:
        unit = _shared(task)
        if unit is None or task.leads[0].office or unit.office:
            continue
        places = _places(case, task, unit)
        if len(places) < 2:
            start, end = case.within(task)
            own = case.here(start, min(end, start + _MOST)) if task.span else case.item(task)
            named = case.here(*places[0]) if places else Passage(unit.name, None, case.plan)
            shown = own, named
        else:
            shown = case.here(*places[0]), case.here(*places[1])
        yield Fault(
            Text(
                f"{unit.name} vừa chủ trì vừa phối hợp cùng một việc.",
                f"{unit.name} leads a piece of work and takes part in it too.",
            ),
            Text("Ghi đúng đơn vị phối hợp.", "Write the units that take part."),
            shown,
        )


RULE = Rule(
    "G12", "note", Text("Đơn vị vừa chủ trì vừa phối hợp", "Lead that is its own partner"), _find,
    plans_only=True,
)  # fmt: skip
