"""Target below the superior's target.

What it checks: whether a target of the plan reaches that of the plan that it carries out, for
the same indicator and the same time.
Why: a lower plan may ask for more than the higher one, never for less.
Example: the province wants `≥ 95% hộ dân dùng nước sạch` in 2025, the district `90%`.
What to do: raise the target, or say why the population is another.
Legal source: the duty to carry out superiors' documents.

Kiểm tra gì: chỉ tiêu của kế hoạch có đạt chỉ tiêu cùng nội dung, cùng thời gian của kế hoạch
cấp trên hay không.
Vì sao: cấp dưới có thể đặt cao hơn, không được thấp hơn cấp trên.
Ví dụ: tỉnh đặt `≥ 95% hộ dân dùng nước sạch` năm 2025, huyện đặt `90%`.
Cần làm: nâng chỉ tiêu hoặc nêu rõ đối tượng khác.
Căn cứ: trách nhiệm thi hành văn bản cấp trên.
"""

import datetime as dt
import re
from collections.abc import Iterator

from checks.case import Case, passage_of
from checks.fault import Fault, Passage, Text
from checks.guiding import guiding, same_time
from checks.likeness import keys_likeness
from checks.rule import Rule
from checks.words import content_of, keys_of
from schemas import Plan, Span, Target
from schemas.keys import words_key

_SAME = 0.8
_SHARES = ("%", "phần trăm", "điểm", "‰")
# Words of an indicator that say whose it is rather than what is counted.
_WHOSE = frozenset(
    "tỷ tỉ lệ số các đạt trên dưới từ trở lên toàn tỉnh huyện xã phường địa bàn có được".split()
)


# `phấn đấu 100% …; tối thiểu 60% …` hopes for the first only.
_FIRM = re.compile(r"\W*(?:tối thiểu|ít nhất|không dưới|không thấp hơn)\b", re.IGNORECASE)
# Words about how much, in the whole line of a target.
_HOW_MUCH = frozenset("ít nhất tối thiểu phấn đấu bảo đảm phần trăm không dưới ngưỡng mức".split())


def _keys(words: str) -> tuple[str, ...]:
    return tuple(k for k in content_of(keys_of(words)) if k not in _WHOSE and not k.isdigit())


def _line_keys(target: Target) -> tuple[str, ...]:
    """The words of its whole line: what is counted may stand on both sides of the figure."""
    return tuple(k for k in _keys(target.as_written) if k not in _HOW_MUCH)


def _same_indicator(lower: Target, upper: Target) -> bool:
    if words_key(lower.unit or "") != words_key(upper.unit or "") or lower.unit not in _SHARES:
        return False
    one, other = _keys(lower.indicator), _keys(upper.indicator)
    if len(one) < 2 or len(other) < 2:
        return False
    alike = keys_likeness(one, other) >= _SAME
    if not (alike or keys_likeness(_line_keys(lower), _line_keys(upper)) >= _SAME):
        return False
    if not lower.population or not upper.population:
        return True
    populations = [content_of(keys_of(t.population or "")) for t in (lower, upper)]
    return keys_likeness(*populations) >= 0.6


def _same_year(case: Case, plan: Plan, lower: Target, upper: Target) -> bool:
    """Whether both are to be reached by the same time."""
    ends = [_end(case.plan, lower), _end(plan, upper)]
    if ends[0] and ends[1]:
        return ends[0].year == ends[1].year
    return same_time(case, plan)


def _end(plan: Plan, target: Target) -> dt.date | None:
    """By when it is to be reached: its own day, else the end of what the plan is for."""
    if target.time and target.time.end:
        return target.time.end
    period = plan.document.period
    return period.end if period else None


def _below(lower: Target, upper: Target) -> bool:
    """Whether the lower target asks for less; `<=` targets count the other way round."""
    if upper.aspiration and not _FIRM.match(upper.as_written):
        return False
    if upper.comparison == "<=" or lower.comparison == "<=":
        return upper.comparison == lower.comparison and lower.value > upper.value
    return lower.value < upper.value


def value_passage(plan: Plan, target: Target) -> Passage:
    """The figure with its unit and what follows, at most a dozen words."""
    if target.span is None:
        return passage_of(plan, target)
    words = plan.text[target.span.start : target.span.end]
    figure = re.search(rf"\d[\d.,]*\s*{re.escape(target.unit or '')}", words)
    start = target.span.start + (figure.start() if figure and len(words) > 160 else 0)
    end = min(target.span.end, start + 160)
    return Passage(" ".join(plan.text[start:end].split()), Span(start=start, end=end), plan)


def _find(case: Case) -> Iterator[Fault]:
    done: set[int] = set()
    for guide in guiding(case):
        for lower in case.plan.targets:
            for upper in guide.plan.targets:
                if id(lower) in done or not _below(lower, upper):
                    continue
                if not _same_indicator(lower, upper):
                    continue
                if not _same_year(case, guide.plan, lower, upper):
                    continue
                done.add(id(lower))
                yield _fault(case, guide.plan, lower, upper)


def _fault(case: Case, plan: Plan, lower: Target, upper: Target) -> Fault:
    unit = lower.unit or ""
    name = plan.document.number or plan.name
    return Fault(
        Text(
            f"Chỉ tiêu {lower.value:g}{unit} thấp hơn {upper.value:g}{unit} của {name}.",
            f"The target {lower.value:g}{unit} is below the {upper.value:g}{unit} of {name}.",
        ),
        Text("Nâng chỉ tiêu hoặc nêu rõ đối tượng khác.", "Raise it, or say who else is meant."),
        (value_passage(case.plan, lower), value_passage(plan, upper)),
    )


RULE = Rule(
    "A08", "error", Text("Chỉ tiêu thấp hơn cấp trên", "Target below the superior's"), _find,
    letters=True, plans_only=True,
)  # fmt: skip
