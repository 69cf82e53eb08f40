"""Superior's task not carried down.

What it checks: whether work that a plan above gives to the issuer is taken up anywhere in the
plan, in whatever words; for work without a day, in few words, or of which something is there
it is a note only.
Why: work that the lower plan leaves out is not done there.
Example: the department lets the offices inspect the canteens; the office's plan is silent on
canteens.
What to do: take the task up, or name the separate plan that holds it.
Legal source: the duty to carry out superiors' documents.

Kiểm tra gì: nhiệm vụ mà kế hoạch cấp trên giao cho cơ quan ban hành có được nêu trong kế hoạch
hay không, dù bằng lời khác; việc không có thời hạn, nêu quá ngắn hoặc đã nhắc một phần thì chỉ
ghi chú.
Vì sao: việc bị bỏ sót trong kế hoạch cấp dưới sẽ không được thực hiện ở đó.
Ví dụ: sở giao các phòng kiểm tra bếp ăn; kế hoạch của phòng không nhắc đến bếp ăn.
Cần làm: bổ sung nhiệm vụ hoặc nêu kế hoạch riêng.
Căn cứ: trách nhiệm thi hành văn bản cấp trên.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from checks.addressing import addressed_units, headings_of, means
from checks.case import Case
from checks.fault import Fault, Passage, Text
from checks.guiding import Guiding, guiding
from checks.matching import concerns, is_issuing_the_plan
from checks.rule import Rule
from checks.taking_up import Lines
from checks.words import content_of, keys_of
from checks.work import work_of
from schemas import Plan, Span, Unit
from schemas.keys import words_key

_COVERED = 0.33  # share of a task's weight that some line of the plan must have
_NOTHING = 0.25  # below this share, and in so many words of its object, it is clearly absent
_FULL = 5
_TWO_PAIRS = 2  # pairs of words in one line that may be the work in other words
_SPREAD = 0.75  # share of its words that the plan must have in several lines
_LEAST = 4  # words of meaning in a task that can be looked for
_NAME = 8  # characters; a shorter line says nothing
_BULLET = re.compile(r"\n\s*(?:[-+*•]|[a-zđ]\))\s+")
_LONGEST = 400  # characters of a line of work
_MOST = 60  # tasks of one superior's plan
_REPORT = re.compile(r"báo cáo(?! viên)|^\W*(?:tổng kết|sơ kết)\b")
_REPORTED = re.compile(
    r"(?<=\w{3})[,;]? (?:và )?(?:gửi |tổng hợp,? )?báo cáo(?! viên)", re.IGNORECASE
)
_SENT = re.compile(r"\W*(?:gửi|nộp|định kỳ|hằng|hàng)\b", re.IGNORECASE)
_THIS_PLAN = re.compile(r"kế hoạch này|cơ quan thường trực|là cơ quan|làm đầu mối")
_GENERAL = re.compile(
    r"^\W*(?:tổ chức (?:triển khai )?thực hiện (?:có hiệu quả |nghiêm túc )?"
    r"(?:các nội dung|kế hoạch|các nhiệm vụ)|triển khai(?: thực hiện)? kế hoạch"
    r"|căn cứ (?:kế hoạch|chức năng)|chủ động|phối hợp|thực hiện các nhiệm vụ)"
)


@dataclass(frozen=True, slots=True)
class Given:
    """A line of work that a superior's plan gives to the issuer; `dated` where it has a time."""

    words: str
    span: Span
    dated: bool


def _given(case: Case, guide: Guiding) -> Iterator[Given]:
    """Tasks and duties that the superior's plan addresses to the issuer."""
    issuer = case.plan.document.issuer
    if issuer is None:
        return
    for task in guide.plan.tasks:
        past = task.time.end and case.issued_on and task.time.end < case.issued_on
        if past or task.span is None or not concerns(task, issuer, guide.plan):
            continue
        if not task.leads or any(means(unit, issuer) for unit in task.leads):
            work = work_of(task, guide.plan)
            yield Given(_without_report(work.words), work.span or task.span, True)
    for duty in guide.plan.duties:
        if means(duty.unit, issuer):
            for text in duty.duties:
                if text.span:
                    yield Given(text.text, text.span, False)
    yield from _listed(guide.plan, issuer)


def _listed(plan: Plan, issuer: Unit) -> Iterator[Given]:
    """Bullets under a heading that names the issuer's kind of body."""
    for part in headings_of(plan, issuer):
        marks = [m.end() for m in _BULLET.finditer(plan.text, part.start, part.end)]
        for start, end in zip(marks, [*marks, part.end][1:], strict=True):
            words = re.split(r"\n\s*\n|[;.]\s*\n", plan.text[start:end], maxsplit=1)[0]
            words = re.sub(r"\n\s*(?:[-+*•]|[a-zđ]\)|\d+[.)])?\s*$", "", words)
            if len(words) <= _LONGEST:
                span = Span(start=start, end=start + len(words))
                yield Given(" ".join(words.split()), span, False)


def _once(given: Iterable[Given]) -> list[Given]:
    """Each line of work once: a duty that is also a dated task counts as the task."""
    kept: list[Given] = []
    for one in given:
        if not any(one.span.start < k.span.end and k.span.start < one.span.end for k in kept):
            kept.append(one)
    return kept


@lru_cache(maxsize=2)
def _lines(case: Case) -> tuple[str, ...]:
    """Every line of the plan in which a task may be taken up."""
    first, last = case.opening_end, case.body_end
    lines = [
        case.text[s.start : s.end]
        for s in case.folded.sentences
        if first <= s.start < last or not first
    ]
    plan = case.plan
    lines += [t.action for t in plan.tasks] + [h.title for h in plan.outline if h.title]
    named = {words_key(u.name) for u in addressed_units(plan)}
    named |= {words_key(r.name) for r in plan.document.recipients}
    return tuple(
        line
        for line in map(_without_report, lines)
        if len(line) > _NAME and _key(line) not in named and not _REPORT.search(line.lower())
    )


def _key(line: str) -> str:
    """A line's words without the number that it begins with, as units are compared."""
    return re.sub(r"^\d+(?: \d+)* ", "", words_key(line))


def _without_report(words: str) -> str:
    """Work without the report on it: `kiểm tra các vườn ươm, báo cáo kết quả`."""
    m = _REPORTED.search(words)
    return words[: m.start()] if m and not _SENT.match(words) else words


def _looked_for(words: str) -> bool:
    content = [k for k in content_of(keys_of(words)) if not k.isdigit()]
    return (
        len(content) >= _LEAST
        and not _GENERAL.match(words.lower())
        and not _REPORT.search(words.lower())  # days of reports have a rule of their own
        and not _THIS_PLAN.search(words.lower())
        and not is_issuing_the_plan(words)
    )


def _find(case: Case) -> Iterator[Fault]:
    for guide in guiding(case):
        given = [g for g in _once(_given(case, guide)) if _looked_for(g.words)][:_MOST]
        if not given:
            continue
        subject = case.plan.document.subject or ""
        lines = Lines(_lines(case), [g.words for g in given], subject)
        for one in given:
            if lines.spread(one.words) >= _SPREAD:
                continue
            share = lines.share(one.words)
            if share < _COVERED:
                clear = share < _NOTHING and lines.length(one.words) >= _FULL
                clear = clear and lines.pairs(one.words) < _TWO_PAIRS
                yield _fault(case, guide, one, clear=clear)


def _fault(case: Case, guide: Guiding, given: Given, *, clear: bool) -> Fault:
    name = guide.plan.document.number or guide.plan.name
    end = min(given.span.end, given.span.start + 160)
    upper = Passage(
        " ".join(guide.plan.text[given.span.start : end].split()),
        Span(start=given.span.start, end=end),
        guide.plan,
    )
    place = case.head()
    return Fault(
        Text(
            f"Không thấy nhiệm vụ do {name} giao: “{given.words[:120]}”.",
            f"A task of {name} is not taken up: “{given.words[:120]}”.",
        ),
        Text("Bổ sung nhiệm vụ hoặc nêu kế hoạch riêng.", "Take it up, or name the separate plan."),
        (place, upper),
        severity="warn" if given.dated and clear else "note",
    )


RULE = Rule(
    "A10", "warn", Text("Nhiệm vụ cấp trên bị bỏ sót", "Superior's task not carried down"), _find,
    plans_only=True,
)  # fmt: skip
