"""Task without deadline or reporting date.

What it checks: whether the plan has any dated work at all, and whether the duty to report has a
day.
Why: a plan without a single date cannot be followed up.
Example: every task says `kịp thời`, `thường xuyên`, `đúng tiến độ`, and the report is due `theo
quy định`.
What to do: give the tasks a time and the report a day.
Legal source: NĐ 30/2020/NĐ-CP (clear content); for launching plans Luật Thi đua, khen thưởng
2022, Điều 17.

Kiểm tra gì: kế hoạch có việc nào ghi thời gian hay không, và chế độ báo cáo có ngày cụ thể hay
không.
Vì sao: kế hoạch không có mốc thời gian nào thì không theo dõi, đôn đốc được.
Ví dụ: việc nào cũng ghi `kịp thời`, `thường xuyên`, `đúng tiến độ`, còn báo cáo thì `theo quy
định`.
Cần làm: ghi thời gian cho nhiệm vụ và ngày gửi báo cáo.
Căn cứ: NĐ 30/2020/NĐ-CP (nội dung rõ ràng); với kế hoạch phát động thi đua: Luật Thi đua, khen
thưởng 2022, Điều 17.
"""

import re
from collections.abc import Iterator

from checks.case import Case
from checks.fault import Fault, Text
from checks.rule import Rule

_WHEN = re.compile(
    r"trước ngày|chậm nhất|(?:từ|đến|trong|vào|hết) (?:hết )?(?:ngày|tháng|quý|tuần)"
    r"|hoàn thành trong"
    r"|\b[Qq]uý (?:I|II|III|IV|[1-4])\b|\b[Tt]háng \d{1,2}\b|[Hh][àằ]ng (?:ngày|tuần|tháng|quý|năm)"
    r"|ngày \d{1,2}/\d{1,2}|định kỳ|\b[Tt]uần \d|[Tt]hời gian (?:thực hiện|hoàn thành)"
)
_DUTY = re.compile(r"đúng tiến độ|kịp thời|theo quy định|tổ chức (?:triển khai )?thực hiện")
_REPORT = re.compile(
    r"(?:báo cáo|gửi)[^.;\n]{0,160}?(?:theo (?:đúng )?(?:thời gian )?quy định|kịp thời)"
    r"(?=[.;/\n]|$)"
)


def _dated_elsewhere(case: Case) -> bool:
    """Whether the body speaks of times although no task was read."""
    taken = [case.within(c) for c in case.plan.citations]
    return any(
        not any(a <= m.start() < b + 30 for a, b in taken)
        for m in _WHEN.finditer(case.text, case.opening_end, case.body_end)
    )


def _undated(case: Case) -> Iterator[Fault]:
    places = [m.span() for m in _DUTY.finditer(case.text, case.opening_end, case.body_end)]
    shown = [_around(case, *place) for place in places[-3:]]
    passages = [case.here(*stretch) for stretch in dict.fromkeys(shown)]
    head = case.head()
    if not passages or not head.words:
        return
    yield Fault(
        Text(
            "Không nhiệm vụ nào có thời hạn hoặc ngày báo cáo.",
            "No task has a deadline, no report a day.",
        ),
        Text("Ghi thời gian cho nhiệm vụ, ngày gửi báo cáo.", "Give tasks a time, reports a day."),
        (*passages, head),
        severity="warn",
    )


def _around(case: Case, start: int, end: int) -> tuple[int, int]:
    """The clause that a vague phrase stands in, at most 120 characters."""
    first = max(case.text.rfind(mark, max(start - 90, 0), start) for mark in ("\n", ";", ",", "."))
    first = first + 1 if first >= 0 else max(start - 60, 0)
    while first < start and not case.text[first].isalnum():
        first += 1
    stop = re.search(r"[.;\n]", case.text[end : end + 60])
    return first, end + (stop.start() if stop else 0)


def _find(case: Case) -> Iterator[Fault]:
    plan = case.plan
    dated = any(t.time.start or t.time.end or t.time.recurrence for t in plan.tasks)
    long = case.body_end - case.opening_end > 1500
    if not plan.tasks and not plan.phases and long and plan.outline and not _dated_elsewhere(case):
        yield from _undated(case)
        return
    reports = list(_REPORT.finditer(case.text, case.opening_end, case.body_end))
    has_day = any(
        (t.time.end or t.time.recurrence) and "báo cáo" in t.action.lower() for t in plan.tasks
    )
    if reports and not has_day and (dated or plan.phases):
        m = reports[-1]
        head = case.head()
        yield Fault(
            Text(
                "Chế độ báo cáo không ghi ngày cụ thể.",
                "The duty to report has no day.",
            ),
            Text("Ghi ngày gửi báo cáo.", "Write the day of the report."),
            (case.here(max(m.start(), m.end() - 90), m.end()), head),
            severity="note",
        )


RULE = Rule(
    "G01", "warn", Text("Nhiệm vụ không có thời hạn", "No deadlines"), _find, plans_only=True
)
