"""Deadline later than the superior's deadline.

What it checks: whether work that a plan above gives to the issuer, or reports that it asks for,
are due in the plan by the superior's day.
Why: who collects from below after the day of the superior delivers too late.
Example: the department wants the reports by 20/6, its office asks the clinics for theirs by
30/6.
What to do: set an earlier day.
Legal source: the duty to carry out superiors' documents; consistency of the documents.

Kiểm tra gì: việc cấp trên giao hoặc báo cáo cấp trên yêu cầu có được đặt thời hạn trong kế
hoạch không muộn hơn thời hạn của cấp trên hay không.
Vì sao: thu từ cấp dưới sau ngày cấp trên yêu cầu thì nộp trễ.
Ví dụ: sở yêu cầu nhận báo cáo trước 20/6, phòng lại yêu cầu các trạm gửi trước 30/6.
Cần làm: đặt ngày sớm hơn.
Căn cứ: trách nhiệm thi hành văn bản cấp trên; tính thống nhất giữa các văn bản.
"""

import datetime as dt
import re
from collections.abc import Iterator

from checks.case import Case
from checks.fault import Fault, Passage, Text
from checks.guiding import Guiding, guiding
from checks.holidays import is_next_working_day
from checks.late_reports import late_reports
from checks.matching import Match, concerns, is_issuing_the_plan, match_tasks
from checks.rule import Rule
from checks.times import time_passage
from schemas import Severity, Span, TaskTime
from schemas.keys import words_key

_SURE = 0.62  # confidence of a match for an error
_SAME_OBJECT = 0.42  # likeness of the objects for a warning
_SAME_STRETCH = 0.55  # the same for work that goes on `từ tháng 6 đến tháng 8`
_ONLY_ONE = 0.36  # the same where nothing else in either plan comes near
_SURE_UNNAMED = 0.75  # where the superior's task names no unit
_LIKELY_UNNAMED = 0.5  # for a warning there
_LIKELY_OBJECT = 0.6
_FINER = {"day": 0, "month": 1, "quarter": 2, "half-year": 3, "year": 4, "school-year": 4}
_REPORT = re.compile(r"\bbáo cáo\b(?! viên)")
_DAY_OF = re.compile(r"BYMONTHDAY=(\d+)")


def _later(lower: TaskTime, upper: TaskTime) -> bool:
    """Whether the lower time certainly ends after the upper one, working days considered."""
    if lower.end is None or upper.end is None or lower.end <= upper.end:
        return False
    coarser = _FINER.get(lower.precision, 9) > _FINER.get(upper.precision, 9)
    if coarser and lower.start is not None and lower.start <= upper.end:
        return False  # `tháng 6` may be before the 25th
    return not is_next_working_day(upper.end, lower.end)


def _in_time(lower: TaskTime, upper: TaskTime) -> bool:
    """Whether the lower time ends by the upper one."""
    return bool(lower.end and upper.end and lower.end <= upper.end)


def _later_each_time(lower: TaskTime, upper: TaskTime) -> bool:
    """Whether a recurring day of the month comes after the superior's."""
    one, other = lower.recurrence or "", upper.recurrence or ""
    mine, theirs = _DAY_OF.search(one), _DAY_OF.search(other)
    if mine is None or theirs is None or _DAY_OF.sub("", one) != _DAY_OF.sub("", other):
        return False
    return int(mine[1]) > int(theirs[1])


def _weight(case: Case, guide: Guiding, match: Match) -> Severity | None:
    """How loudly a match may be spoken of: an error where all the words agree, a warning where
    only the object does, in work that is given to the issuer."""
    concerned = concerns(match.upper, case.plan.document.issuer, guide.plan)
    concerned = concerned or _same_lead(match) or concerned
    if concerned is False:
        return None
    if match.confidence >= (_SURE if concerned else _SURE_UNNAMED):
        return "error"
    if match.stands_out and concerned is None and _likely(match):
        return "warn"
    if _REPORT.search(match.lower.action.lower()):
        return None  # reports are told apart by their stages
    least = _ONLY_ONE if match.stands_out else _SAME_OBJECT
    if _goes_on(match.lower.time):
        least = _SAME_STRETCH
    return "warn" if concerned and match.objects >= least else None


def _likely(match: Match) -> bool:
    """Whether work that the superior gives to nobody by name is likely to be the plan's."""
    return match.confidence >= _LIKELY_UNNAMED and match.objects >= _LIKELY_OBJECT


def _goes_on(time: TaskTime) -> bool:
    """Whether it is a stretch in which work goes on: `từ tháng 6 đến tháng 8`."""
    return time.precision != "day" and (time.as_written or "").lower().startswith("từ")


def _same_lead(match: Match) -> bool:
    """Whether both give the work to one body: the ministry to the communes, and the province
    too."""
    theirs = {words_key(unit.name) for unit in match.upper.leads}
    return any(words_key(unit.name) in theirs for unit in match.lower.leads)


def _same_span(lower: TaskTime, upper: TaskTime) -> bool:
    """Whether both are of one year; the same work of next year has its own day."""
    ends = lower.end, upper.end
    return not (ends[0] and ends[1]) or abs((ends[0] - ends[1]).days) <= 200


def _may_be_late(case: Case, guide: Guiding) -> bool:
    """Whether any task of the plan ends after one that its superior gives to its issuer, as far
    as days tell: only then is it worth asking which task answers which."""
    issuer, ours = case.plan.document.issuer, case.plan.tasks
    leads = {words_key(unit.name) for task in ours for unit in task.leads}
    for upper in guide.plan.tasks:
        if not any(_is_late(lower.time, upper.time) for lower in ours):
            continue
        shared = any(words_key(unit.name) in leads for unit in upper.leads)
        if shared or concerns(upper, issuer, guide.plan) is not False:
            return True
    return False


def _is_late(lower: TaskTime, upper: TaskTime) -> bool:
    late = _later(lower, upper) or _later_each_time(lower, upper)
    return late and _same_span(lower, upper)


def _find(case: Case) -> Iterator[Fault]:
    done: set[int] = set()
    taken: list[Span] = []
    for guide in guiding(case):
        for fault, span in late_reports(case, guide):
            if not any(span.start < t.end and t.start < span.end for t in taken):
                taken.append(span)
                yield fault
        matches = match_tasks(guide.plan, case.plan) if _may_be_late(case, guide) else ()
        for match in matches:
            lower, upper = match.lower, match.upper
            late = _is_late(lower.time, upper.time)
            weight = _weight(case, guide, match) if late and id(lower) not in done else None
            if weight is None:
                continue
            if lower.span and any(
                lower.span.start < t.end and t.start < lower.span.end for t in taken
            ):
                continue
            if is_issuing_the_plan(upper.action):
                continue
            if any(_in_time(rival.time, upper.time) for rival in match.rivals):
                continue  # that may be the answer
            done.add(id(lower))
            yield _fault(case, guide, match, weight)


def _when(time: TaskTime) -> str:
    if time.end:
        return f"{time.end:%d/%m/%Y}"
    return time.as_written or time.recurrence or "?"


def _fault(case: Case, guide: Guiding, match: Match, weight: Severity) -> Fault:
    lower, upper = match.lower, match.upper
    assumed = "year" in lower.time.assumed and "year" in upper.time.assumed
    severity: Severity = "warn" if lower.time.ambiguous or upper.time.ambiguous else weight
    if assumed and abs((lower.time.end or dt.date.max).year - (upper.time.end or dt.date.max).year):
        severity = "warn"
    name = guide.plan.document.number or guide.plan.name
    sure = round(max(match.confidence, match.objects) * 100)
    return Fault(
        Text(
            f"Thời hạn {_when(lower.time)} muộn hơn {_when(upper.time)} của {name} "
            f"(mức khớp nhiệm vụ {sure}%).",
            f"The deadline {_when(lower.time)} is later than {_when(upper.time)} of {name} "
            f"(the tasks match to {sure}%).",
        ),
        Text("Đặt thời hạn sớm hơn.", "Set an earlier day."),
        (
            time_passage(case, lower),
            time_passage(case, upper, guide.plan),
            *_actions(case, guide, match),
        ),
        severity=severity,
    )


def _actions(case: Case, guide: Guiding, match: Match) -> list[Passage]:
    """What the two days are for."""
    out = []
    for plan, span in ((case.plan, match.lower_span), (guide.plan, match.upper_span)):
        if span:
            end = min(span.end, span.start + 120)
            words = " ".join(plan.text[span.start : end].split())
            out.append(Passage(words, Span(start=span.start, end=end), plan))
    return out


RULE = Rule(
    "A09", "error", Text("Thời hạn muộn hơn cấp trên", "Deadline after the superior's"), _find,
    letters=True, plans_only=True,
)  # fmt: skip
