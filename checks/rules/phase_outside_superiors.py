"""Phase outside the superior's phase.

What it checks: whether the phases of a plan lie within those of the plan that it carries out,
phase by phase.
Why: work that is done before or after the superior's phase is missing from its results.
Example: the province's first wave is in March and April, the district's runs to 15 May.
What to do: bring the phase within the superior's days.
Legal source: the duty to carry out superiors' documents.

Kiểm tra gì: các đợt, giai đoạn của kế hoạch có nằm trong đợt, giai đoạn tương ứng của kế hoạch
cấp trên hay không.
Vì sao: việc làm trước hoặc sau đợt của cấp trên sẽ không được tính vào kết quả.
Ví dụ: đợt một của tỉnh trong tháng 3 và tháng 4, đợt một của huyện kéo đến 15/5.
Cần làm: đưa về trong thời gian của cấp trên.
Căn cứ: trách nhiệm thi hành văn bản cấp trên.
"""

from collections.abc import Iterator

from checks.case import Case
from checks.fault import Fault, Passage, Text
from checks.guiding import guiding
from checks.likeness import keys_likeness
from checks.rule import Rule
from checks.rules.waves import wave_of
from checks.times import time_span
from checks.words import content_of, keys_of
from checks.work import is_stage
from schemas import Phase, Plan, Span

_ALIKE = 0.75
_LABEL = 40  # characters of a row that may name a phase
_CALENDAR = ("quý", "tháng", "tuần", "năm", "học kỳ")


def _waves(plan: Plan) -> dict[tuple[str, int], Phase]:
    found: dict[tuple[str, int], Phase] = {}
    for phase in (*plan.phases, *_rows(plan)):
        wave = wave_of(phase.label)
        if wave:
            found.setdefault(wave, phase)
    return found


def _rows(plan: Plan) -> Iterator[Phase]:
    """Phases read as work: `Giai đoạn 2: ôn tập` in a table, `giai đoạn gieo hạt từ …`."""
    known = [phase.span for phase in plan.phases if phase.span]
    for task in plan.tasks:
        if is_stage(task) and not any(_meet(task.span, span) for span in known):
            label = task.action.split(":")[0][:_LABEL]
            when = time_span(plan, task)
            last = max(task.span.end, when.end) if task.span and when else None
            span = task.span and Span(start=task.span.start, end=last or task.span.end)
            yield Phase(
                label=label, start=task.time.start, end=task.time.end, span=span, id=task.id
            )


def _meet(one: Span | None, other: Span) -> bool:
    return one is not None and one.start < other.end and other.start < one.end


def _named(phase: Phase) -> tuple[str, ...]:
    return tuple(k for k in content_of(keys_of(phase.label)) if not k.isdigit())


def _pairs(lower: Plan, upper: Plan) -> Iterator[tuple[Phase, Phase]]:
    """Phases that answer each other: counted alike in lists of one length, or named alike."""
    mine, theirs = _waves(lower), _waves(upper)
    families = {family for family, _ in mine} & {family for family, _ in theirs}
    for family in families:
        own = {n: p for (f, n), p in mine.items() if f == family}
        other = {n: p for (f, n), p in theirs.items() if f == family}
        if own.keys() == other.keys():
            yield from ((own[n], other[n]) for n in own)
    for one in (*lower.phases, *_rows(lower)):
        for two in (*upper.phases, *_rows(upper)):
            if wave_of(one.label) or wave_of(two.label):
                continue
            if one.label.lower().startswith(_CALENDAR) or len(_named(one)) < 2:
                continue
            if keys_likeness(_named(one), _named(two)) >= _ALIKE:
                yield one, two


def _outside(lower: Phase, upper: Phase) -> Text | None:
    """How a phase leaves its superior's, or `None`; an end that is not printed does not count."""
    if lower.end and upper.end and lower.end > upper.end:
        return Text(
            f"kết thúc {lower.end:%d/%m/%Y}, sau {upper.end:%d/%m/%Y}",
            f"ends on {lower.end:%d/%m/%Y}, after {upper.end:%d/%m/%Y}",
        )
    printed = "start" not in lower.assumed and "start" not in upper.assumed
    if lower.start and upper.start and printed and lower.start < upper.start:
        return Text(
            f"bắt đầu {lower.start:%d/%m/%Y}, trước {upper.start:%d/%m/%Y}",
            f"starts on {lower.start:%d/%m/%Y}, before {upper.start:%d/%m/%Y}",
        )
    return None


def _passage(plan: Plan, phase: Phase) -> Passage:
    if phase.span is None:
        return Passage(phase.label, None, plan)
    end = min(phase.span.end, phase.span.start + 110)
    words = " ".join(plan.text[phase.span.start : end].split())
    return Passage(words, Span(start=phase.span.start, end=end), plan)


def _find(case: Case) -> Iterator[Fault]:
    done: set[int] = set()
    for guide in guiding(case):
        for lower, upper in _pairs(case.plan, guide.plan):
            trouble = _outside(lower, upper)
            if trouble is None or id(lower) in done:
                continue
            done.add(id(lower))
            name = guide.plan.document.number or guide.plan.name
            yield Fault(
                Text(
                    f"{lower.label} {trouble.vi} của {upper.label} trong {name}.",
                    f"{lower.label} {trouble.en} of {upper.label} in {name}.",
                ),
                Text("Đưa về trong thời gian của cấp trên.", "Bring it within those days."),
                (_passage(case.plan, lower), _passage(guide.plan, upper)),
            )


RULE = Rule(
    "P01", "error", Text("Đợt ngoài đợt của cấp trên", "Phase outside the superior's"), _find,
    letters=True, plans_only=True,
)  # fmt: skip
