"""Plan issued after the day by which the superior asked for it.

What it checks: whether a plan was issued by the day that the plan above it sets for its
issuer's own plan.
Why: a plan that comes after that day has missed the superior's list, and the work begins late.
Example: the province asks the districts to issue their plans before 15/3/2025; the district's
is of 28/3/2025.
What to do: tell the superior; next time issue in time.
Legal source: the duty to carry out superiors' documents.

Kiểm tra gì: kế hoạch có được ban hành trong thời hạn mà kế hoạch cấp trên yêu cầu cơ quan ban
hành xây dựng kế hoạch hay không.
Vì sao: ban hành sau thời hạn là chậm so với yêu cầu, công việc bắt đầu muộn.
Ví dụ: tỉnh yêu cầu các huyện ban hành kế hoạch trước 15/3/2025; kế hoạch của huyện ban hành
ngày 28/3/2025.
Cần làm: báo cáo cấp trên; lần sau ban hành đúng hạn.
Căn cứ: trách nhiệm thi hành văn bản cấp trên.
"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from checks.addressing import means, opens_line
from checks.case import Case
from checks.fault import Fault, Passage, Text
from checks.guiding import Guiding, guiding
from checks.likeness import containment, subject_keys
from checks.matching import concerns, is_issuing_the_plan
from checks.meant import is_meant
from checks.of_plan import once_for_each_plan
from checks.rule import Rule
from schemas import Plan, Span, Task
from schemas.keys import words_key

_BY = re.compile(
    r"(?:trước|chậm nhất|xong trước|muộn nhất|đến hết|trong)\s+(?:là\s+|vào\s+)?(?:ngày\s+)?"
    r"(\d{1,2})\s*(?:/|tháng\s+)\s*(\d{1,2})(?:\s*(?:/|năm\s+)\s*(\d{4}))?(?!\d)",
    re.IGNORECASE,
)
_HALF = 0.5  # share of what the plan asked for is about that the superior's plan is about
_SENTENCE = 160  # characters of a sentence that asks for a plan
_DAY_FIRST = 3  # characters before a day that opens its line
_NOT_ITSELF = re.compile(
    r"tham mưu|trình |đề xuất"
    r"|kế hoạch (?:kiểm tra|giám sát|tập huấn|kinh phí|tài chính|bài|vốn|dạy học)"
)
_AFTER_PLAN = re.compile(r"kế hoạch\s+([^,;.()]{0,90})")
# What may stand behind `kế hoạch` where the plan that is asked for is meant.
_GENERIC = re.compile(
    r"^(?:triển khai|thực hiện|tổ chức|cụ thể|chi tiết|hành động|của|tại|này|và|gửi|báo cáo|để|ở"
    r"|đơn vị|năm|hằng năm|hàng năm|xong|hoàn thành|trước|chậm|muộn|bằng|phù hợp|theo|trong|với"
    r"|trình|cấp (?:tỉnh|thành phố|huyện|quận|xã|phường|mình|cơ sở|trường)|ngành|địa phương|riêng"
    r"|ban hành|phối hợp thực hiện)\b"
)


def _of_this_subject(words: str, plan: Plan) -> bool:
    """Whether the plan asked for is one that carries this one out, and not one on other work."""
    subject = subject_keys(plan.document.subject or "")
    for m in _AFTER_PLAN.finditer(words.lower()):
        behind = m[1].strip()
        if not behind or _GENERIC.match(behind):
            return True
        keys = subject_keys(behind)
        if subject and keys and containment(keys, subject) >= _HALF:
            return True
    return words.lower().rstrip(" ,;.:").endswith("kế hoạch")


@dataclass(frozen=True, slots=True)
class Asked:
    """The last day for the plan, and the words that ask for it."""

    day: dt.date
    span: Span


def _of_task(case: Case, guide: Guiding, task: Task) -> Asked | None:
    words = task.action.lower()
    if not is_issuing_the_plan(words) or _NOT_ITSELF.search(words) or task.time.end is None:
        return None
    concerned = concerns(task, case.plan.document.issuer, guide.plan)
    if concerned is False or (concerned is None and not _to_all(case, words)) or not task.span:
        return None
    if not _of_this_subject(words, guide.plan):
        return None
    if task.time.recurrence or task.time.precision not in ("day", "month"):
        return None
    return Asked(task.time.end, task.span)


def _to_all(case: Case, words: str) -> bool:
    """Whether words without a lead unit speak to the issuer's kind of body."""
    issuer = case.plan.document.issuer
    return issuer is not None and is_meant(words_key(words), issuer)


def _of_duties(case: Case, plan: Plan) -> Iterator[Asked]:
    """Days that a duty of the issuer's kind of body sets for its plan."""
    issuer = case.plan.document.issuer
    if issuer is None:
        return
    for duty in plan.duties:
        if not means(duty.unit, issuer):
            continue
        for text in duty.duties:
            words = text.text
            m = _BY.search(words)
            if text.span is None or m is None:
                continue
            # `Trước ngày 20/02, ban hành kế hoạch …` has the day first.
            asked = words[: m.start()] if m.start() > _DAY_FIRST else words[m.end() :]
            if not is_issuing_the_plan(asked) or not _of_this_subject(asked, plan):
                continue
            day = _day(m, plan)
            if day and not _NOT_ITSELF.search(words.lower()):
                yield Asked(day, text.span)


def _of_lines(case: Case, plan: Plan) -> Iterator[Asked]:
    """Days for a plan in sentences that begin with the issuer's kind of body."""
    issuer = case.plan.document.issuer
    if issuer is not None:
        yield from (one for one in _in_sentences(plan) if opens_line(plan, one.span, issuer))


@once_for_each_plan
def _in_sentences(plan: Plan) -> tuple[Asked, ...]:
    """Days that sentences set for a plan, whoever it is that has to make it."""
    return tuple(_each_sentence(plan))


def _each_sentence(plan: Plan) -> Iterator[Asked]:
    for m in _BY.finditer(plan.text):
        start = max(plan.text.rfind(mark, 0, m.start()) for mark in ".;\n") + 1
        words = " ".join(plan.text[start : m.start()].split())
        if len(words) > _SENTENCE or not is_issuing_the_plan(words):
            continue
        day = _day(m, plan)
        if day and _of_this_subject(words, plan) and not _NOT_ITSELF.search(words.lower()):
            yield Asked(day, Span(start=start, end=m.end()))


def _day(m: re.Match[str], plan: Plan) -> dt.date | None:
    issued = plan.document.issued_on
    year = int(m[3]) if m[3] else issued.year if issued else None
    if year is None:
        return None
    try:
        day = dt.date(year, int(m[2]), int(m[1]))
    except ValueError:
        return None
    return day - dt.timedelta(days=1) if m[0].lower().startswith("trước") else day


def _asked(case: Case, guide: Guiding) -> Asked | None:
    """The earliest day for the plan that its superior set."""
    found = [a for t in guide.plan.tasks if (a := _of_task(case, guide, t))]
    found += [*_of_duties(case, guide.plan), *_of_lines(case, guide.plan)]
    return min(found, key=lambda a: a.day, default=None)


def _find(case: Case) -> Iterator[Fault]:
    issued = case.issued_on
    if issued is None:
        return
    for guide in guiding(case):
        asked = _asked(case, guide)
        if asked is None or issued <= asked.day:
            continue
        upper = guide.plan.document.issued_on
        if upper and asked.day < upper:
            continue
        end = min(asked.span.end, asked.span.start + 200)
        words = " ".join(guide.plan.text[asked.span.start : end].split())
        own = case.field("issued_on")
        head = own if own.words else Passage(f"{issued:%d/%m/%Y}", None, case.plan)
        name = guide.plan.document.number or guide.plan.name
        yield Fault(
            Text(
                f"Kế hoạch ban hành {issued:%d/%m/%Y}, sau ngày {asked.day:%d/%m/%Y} mà {name} "
                "yêu cầu.",
                f"The plan is of {issued:%d/%m/%Y}, after {asked.day:%d/%m/%Y}, which {name} "
                "asked for.",
            ),
            Text("Báo cáo cấp trên về việc ban hành chậm.", "Tell the superior."),
            (head, Passage(words, Span(start=asked.span.start, end=end), guide.plan)),
        )


RULE = Rule(
    "P02", "error", Text("Ban hành sau hạn cấp trên yêu cầu", "Issued after it was asked for"),
    _find, letters=True, plans_only=True,
)  # fmt: skip
