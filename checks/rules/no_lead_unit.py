"""Task without lead unit.

What it checks: whether the dated tasks of a plan that speaks to several units say which of them
is in charge.
Why: what nobody leads nobody does.
Example: a list of tasks by quarter, none of which names a unit, in a plan for a department, its
offices and the schools.
What to do: name the lead unit of each task.
Legal source: none; consistency of the document.

Kiểm tra gì: nhiệm vụ có thời gian trong kế hoạch giao cho nhiều đơn vị có ghi đơn vị chủ trì
hay không.
Vì sao: việc không có đơn vị chủ trì thì không ai làm.
Ví dụ: danh sách nhiệm vụ theo quý không ghi đơn vị nào, trong khi kế hoạch giao cho sở, các
phòng và các trường.
Cần làm: ghi đơn vị chủ trì của từng nhiệm vụ.
Căn cứ: không có văn bản; tính thống nhất của văn bản.
"""

from collections.abc import Iterator

from checks.case import Case
from checks.fault import Fault, Text
from checks.rule import Rule
from schemas import Task

_LEAST = 6
_MOSTLY = 0.85
_SINGLE = ("institution", "commune", "commune-department", "organisation", "party")


def _tasks(case: Case) -> list[Task]:
    """Dated tasks that are not just a wave or a quarter described."""
    phases = [p.span for p in case.plan.phases if p.span]
    return [
        t
        for t in case.plan.tasks
        if t.span and not any(p.start <= t.span.start < p.end for p in phases)
        and (t.time.start or t.time.end)
        and t.time.precision not in ("school-year", "year", "none")
    ]  # fmt: skip


def _several_units(case: Case) -> bool:
    """Whether the plan speaks to more than its own issuer."""
    issuer = case.plan.document.issuer
    if issuer is None or issuer.level in _SINGLE:
        return False
    units = {d.unit.name for d in case.plan.duties if d.unit.name != issuer.name}
    return len(units) >= 2


def _find(case: Case) -> Iterator[Fault]:
    tasks = _tasks(case)
    bare = [t for t in tasks if not t.leads]
    if len(bare) < _LEAST or len(bare) < _MOSTLY * len(tasks) or not _several_units(case):
        return
    duties = [d for d in case.plan.duties if d.span]
    other = case.item(duties[0]) if duties else case.head()
    shown = []
    for task in bare[:8]:
        start, end = case.within(task)
        shown.append(case.here(start, min(end, start + 100)))
    yield Fault(
        Text(
            f"{len(bare)} trong {len(tasks)} nhiệm vụ có thời gian không ghi đơn vị chủ trì.",
            f"{len(bare)} of {len(tasks)} dated tasks name no lead unit.",
        ),
        Text("Ghi đơn vị chủ trì của từng nhiệm vụ.", "Name the lead unit of each task."),
        (*shown, other),
        count=len(bare),
    )


RULE = Rule(
    "G02", "warn", Text("Nhiệm vụ không có đơn vị chủ trì", "No lead unit"), _find, plans_only=True
)
