"""Matching (đối chiếu nhiệm vụ): which work of a plan answers which work of its superior.

Words are weighed by how rare they are among the work of both plans: what every line has, the
subject above all, says nothing about which line answers which. The confidence of a match is
between 0 and 1; rules say below which they keep silent.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain, pairwise
from math import fsum, log

from checks.addressing import means, opens_line, under_heading
from checks.filled import Filled
from checks.of_plan import once_for_each_plan
from checks.taking_up import Lines
from checks.words import content_of, keys_of
from checks.work import Work, is_stage, work_of
from schemas import Phase, Plan, Span, Task, Unit
from schemas.keys import words_key

# Stages of one work, which have days of their own.
_STAGES = (
    ("sơ kết", "giữa kỳ", "giữa năm", "6 tháng", "sáu tháng", "06 tháng", "học kỳ i", "học kì i"),
    ("tổng kết", "cuối năm", "cả năm", "kết thúc", "hằng năm", "hàng năm"),
    ("quý i",), ("quý ii",), ("quý iii",), ("quý iv",), ("dự thảo",), ("đột xuất",),
    ("đăng ký",), ("hằng tháng", "hàng tháng"), ("hằng quý", "hàng quý"),
    ("đợt 1", "đợt i", "đợt thứ nhất"), ("đợt 2", "đợt ii", "đợt thứ hai"),
)  # fmt: skip
_STAGE_WORDS = tuple((f" {name} ", i) for i, names in enumerate(_STAGES) for name in names)
_PLAN_ITSELF = re.compile(
    r"(?:xây dựng|ban hành|lập|trình|\bcó|cụ thể hóa|cụ thể hoá)"
    r"(?: và (?:ban hành|tổ chức)[^,;.]{0,20})?"
    r"[^,;.]{0,25}kế hoạch|\bkế hoạch (?:gửi|báo cáo)|\bgửi kế hoạch"
    r"|kế hoạch của [^,;.]{2,40}?(?:ban hành|hoàn thành|gửi|xong)"
)
_MAY_ANSWER = 0.2  # confidence, or likeness of the objects, from which one may answer another
_HARDLY = 0.1  # confidence below which the objects need not be compared
_FAR = 0.6  # of the likeness of a match: below it another pair of its tasks is no rival
_NEAR = 0.75  # above it another task may answer as well
# Words that head work of every kind; they are worth little when work is compared.
_HEADS = frozenset(
    "chỉ đạo tổ chức triển khai thực hiện hướng dẫn phối hợp tham mưu xây dựng tăng cường đẩy mạnh "
    "nâng cao hoàn thành tiếp tục đôn đốc bảo đảm đảm bảo rà soát cập nhật đơn vị cơ quan địa "
    "phương trường phòng sở ban ngành ủy ban nhân dân ubnd cấp xã phường huyện tỉnh quận năm ngày "
    "tháng quý trước theo quy định công tác kế hoạch nội dung nhiệm vụ giải pháp các về trên bàn "
    "toàn thuộc trực học sinh cán bộ công chức viên người".split()
)

Feature = str | tuple[str, str]
Weighed = tuple[frozenset[Feature], float]
"""What a line is compared by, and what it weighs."""


@dataclass(frozen=True, slots=True)
class Match:
    """A task of the superior's plan, the task that answers it, and how sure that is.

    `confidence` compares all their words, `objects` only what the work is done to. A match
    `stands_out` where neither task has another that is half as like it; `rivals` are tasks of the
    plan that may answer as well.
    """

    upper: Task
    lower: Task
    confidence: float
    upper_span: Span | None = None
    lower_span: Span | None = None
    objects: float = 0.0
    stands_out: bool = False
    rivals: tuple[Task, ...] = ()


@lru_cache(maxsize=16384)
def _features(words: str) -> frozenset[Feature]:
    keys = [k for k in content_of(keys_of(words)) if not k.isdigit()]
    return frozenset([*keys, *pairwise(keys)])


@lru_cache(maxsize=32768)
def _kind(feature: Feature) -> float:
    """What a feature counts for besides how rare it is: pairs more, heads of any work less."""
    if isinstance(feature, str):
        return 0.25 if feature in _HEADS else 1.0
    return 0.375 if feature[0] in _HEADS and feature[1] in _HEADS else 1.5


class Weights:
    """The weight of every word and pair of words: rare ones count most."""

    def __init__(self, texts: Iterable[str]) -> None:
        sets = [_features(text) for text in texts]
        counts = Counter(chain.from_iterable(sets))
        total = max(len(sets), 1)
        rare = {n: log(1 + total / n) / log(1 + total) for n in set(counts.values())}
        self._known = {feature: rare[n] * _kind(feature) for feature, n in counts.items()}
        self._sums: Filled[str] = Filled(lambda words: self.sum(_features(words)))

    def sum(self, features: Iterable[Feature]) -> float:
        """The weight of several."""
        return fsum(map(self._known.__getitem__, features))  # whatever the order of a set

    def weighed(self, words: str) -> Weighed:
        """A line for `likeness`, which is asked of each pair of lines."""
        return _features(words), self._sums[words]

    def likeness(self, one: Weighed, other: Weighed) -> float:
        """How much two lines are one piece of work: what they share, of both and of the shorter."""
        both = one[0] & other[0]
        if not both:
            return 0.0
        shared, a, b = self.sum(both), one[1], other[1]
        return 0.5 * (2 * shared / (a + b)) + 0.5 * (shared / min(a, b)) if shared else 0.0


@lru_cache(maxsize=16384)
def stages(words: str) -> frozenset[int]:
    """The stages that a line names, by their place in the list."""
    key = f" {words_key(words)} "
    return frozenset(i for name, i in _STAGE_WORDS if name in key)


def concerns(task: Task, issuer: Unit | None, upper: Plan) -> bool | None:
    """Whether a superior's task is the issuer's to do; `None` where no unit is named."""
    if issuer is None:
        return None
    units = [*task.leads, *task.partners]
    if not units:
        if task.span is None:
            return None
        named = opens_line(upper, task.span, issuer) or under_heading(upper, task.span, issuer)
        return True if named else None
    owner = upper.document.issuer
    if any(means(unit, issuer) for unit in units):
        return True
    # The superior's own internal work is nobody else's.
    own = owner and all(words_key(owner.name) == words_key(unit.name) for unit in units)
    return None if own else False


def is_issuing_the_plan(words: str) -> bool:
    """Whether the work is to issue the plan itself."""
    return bool(_PLAN_ITSELF.search(words.lower()))


@once_for_each_plan
def _own_work(plan: Plan) -> tuple[Work, ...]:
    """The tasks of a plan, each once.

    The days of a phase are compared as phases, by their names; of a task that was read with a
    season and with a day (`trong dịp hè, xong trước ngày 20/8`) the day counts.
    """
    dated = {(t.action, t.span) for t in plan.tasks if t.time.precision == "day"}
    return tuple(
        work_of(t, plan)
        for t in plan.tasks
        if (t.time.precision == "day" or (t.action, t.span) not in dated)
        and not is_stage(t)
        and not any(_is_time_of(t, phase) for phase in plan.phases)
    )


def _is_time_of(task: Task, phase: Phase) -> bool:
    """Whether a task has the phase's own time, printed in the phase's line."""
    if task.span is None or phase.span is None or not task.time.as_written:
        return False
    meet = task.span.start < phase.span.end and phase.span.start < task.span.end
    same = (task.time.start, task.time.end) == (phase.start, phase.end)
    return meet and same


def match_tasks(upper: Plan, lower: Plan) -> list[Match]:
    """For each task of the superior's plan the best answer to it, each task answering once."""
    theirs, ours = _own_work(upper), _own_work(lower)
    lines = [w.words for w in (*theirs, *ours)]
    weights = Weights(lines)
    objects = Lines(lines, (), lower.document.subject or "")
    pairs = []
    kinds = [(stages(w.words), is_issuing_the_plan(w.words)) for w in ours]
    weighed = [weights.weighed(w.words) for w in ours]
    for one in theirs:
        own = stages(one.words), is_issuing_the_plan(one.words)
        words = weights.weighed(one.words)
        for other, kind, answer in zip(ours, kinds, weighed, strict=True):
            if kind == own:
                sure = weights.likeness(words, answer)
                same = objects.likeness(one.words, other.words) if sure > _HARDLY else 0.0
                if max(sure, same) > _MAY_ANSWER:
                    pairs.append(Match(one.task, other.task, sure, one.span, other.span, same))
    pairs.sort(key=lambda match: -_best(match))
    return _one_to_one(pairs)


def _best(match: Match) -> float:
    return max(match.confidence, match.objects)


def _one_to_one(pairs: Sequence[Match]) -> list[Match]:
    taken: set[int] = set()
    kept = []
    for match in pairs:
        if id(match.upper) in taken or id(match.lower) in taken:
            continue
        taken.update((id(match.upper), id(match.lower)))
        kept.append(_among(match, pairs))
    return kept


def _among(match: Match, pairs: Sequence[Match]) -> Match:
    """A match with what the other pairs of its tasks say of it."""
    best = _best(match)
    others = [
        other
        for other in pairs
        if other is not match and (other.upper is match.upper or other.lower is match.lower)
    ]
    rivals = [
        other.lower
        for other in others
        if other.upper is match.upper and _best(other) >= _NEAR * best
    ]
    alone = all(_best(other) < _FAR * best for other in others)
    return replace(match, stands_out=alone, rivals=tuple(rivals))
