"""Statement of fact among tasks.

What it checks: whether a part on tasks holds a sentence that says what there is now.
Why: facts belong to the part on the situation; among tasks they are read as work to do.
Example: `Hiện tại Phòng đang có 01 huân chương` under `III. NHIỆM VỤ`.
What to do: move it to the part on the situation.
Legal source: none; consistency of the document.

Kiểm tra gì: phần nhiệm vụ có câu nêu hiện trạng hay không.
Vì sao: hiện trạng thuộc phần đặc điểm tình hình; nằm trong nhiệm vụ dễ bị hiểu là việc phải
làm.
Ví dụ: `Hiện tại Phòng đang có 01 huân chương` dưới đề mục `III. NHIỆM VỤ`.
Cần làm: chuyển về phần đặc điểm tình hình.
Căn cứ: không có văn bản; tính thống nhất của văn bản.
"""

import re
from collections.abc import Iterator

from checks.case import Case, rule_of_form
from checks.fault import Fault, Text
from checks.rule import Rule

_FACT = re.compile(
    r"(?:(?<=\n)|(?<=\. )|(?<=[-+] ))"
    r"(?:Hiện tại|Hiện nay),?\s[^.;\n]{3,80}?\b(?:đang có"
    r"|hiện có|có tổng số)\s+\d+"
)
_TASKS = re.compile(r"nhiệm vụ|giải pháp|tổ chức thực hiện|nội dung thực hiện", re.IGNORECASE)
_PAST = re.compile(r"đánh giá|thực trạng|tình hình|kết quả|đặc điểm", re.IGNORECASE)


def _title(case: Case, at: int) -> str:
    """The first-level heading over a place."""
    above = [h for h in case.plan.outline if h.level == 1 and h.span and case.within(h)[0] <= at]
    return (above[-1].title or "") if above else ""


def _find(case: Case) -> Iterator[Fault]:
    for m in _FACT.finditer(case.text, case.opening_end, case.body_end):
        title = _title(case, m.start())
        if not _TASKS.search(title) or _PAST.search(title):
            continue
        yield Fault(
            Text(
                "Câu nêu hiện trạng nằm trong phần nhiệm vụ.",
                "A statement of fact stands among the tasks.",
            ),
            Text("Chuyển về phần đặc điểm tình hình.", "Move it to the part on the situation."),
            (case.here(*m.span()), rule_of_form(_title(case, m.start()), "Đề mục chứa câu này")),
        )


RULE = Rule(
    "J01",
    "note",
    Text("Số liệu hiện trạng nằm trong phần nhiệm vụ", "Statement of fact among tasks"),
    _find,
    plans_only=True,
)
