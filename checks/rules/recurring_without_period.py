"""Recurring duty without period.

What it checks: whether a duty to report `định kỳ` says how often.
Why: nobody knows when the report is due.
Example: `định kỳ báo cáo về phòng`.
What to do: write every month, quarter, half-year or year.
Legal source: NĐ 09/2019/NĐ-CP (a report's period).

Kiểm tra gì: việc báo cáo `định kỳ` có nói rõ bao lâu một lần hay không.
Vì sao: không ai biết hạn báo cáo.
Ví dụ: `định kỳ báo cáo về phòng`.
Cần làm: ghi rõ hằng tháng, quý, 6 tháng hay năm.
Căn cứ: NĐ 09/2019/NĐ-CP (chế độ báo cáo).
"""

import re
from collections.abc import Iterator

from checks.case import Case, rule_of_form
from checks.fault import Fault, Text
from checks.rule import Rule

_DUTY = re.compile(r"\b(?:định kỳ|thường kỳ)\s+(?:tổng hợp,?\s+|gửi\s+)?báo cáo\b", re.IGNORECASE)
_PERIOD = re.compile(
    r"tháng|quý|quí|tuần|ngày|\bnăm\b|học kỳ|6 tháng|theo quy định|theo chế độ|theo yêu cầu"
    r"|sáu tháng"
    r"|Quyết định|Thông tư|Nghị định|hướng dẫn|đột xuất",
    re.IGNORECASE,
)


def _find(case: Case) -> Iterator[Fault]:
    for m in _DUTY.finditer(case.text, case.opening_end, case.body_end):
        line = case.text.rfind("\n", 0, m.start()) + 1
        end = case.text.find("\n", m.end())
        if _PERIOD.search(case.text, line, end if end > 0 else len(case.text)):
            continue
        yield Fault(
            Text(
                "Báo cáo định kỳ nhưng không nói bao lâu một lần.",
                "A recurring report without its period.",
            ),
            Text("Ghi rõ hằng tháng, quý, 6 tháng hay năm.", "Write how often."),
            (case.here(*m.span()), rule_of_form("tháng, quý, 6 tháng, năm", "NĐ 09/2019/NĐ-CP")),
        )


RULE = Rule(
    "D10",
    "note",
    Text("Định kỳ mà không có kỳ hạn", "Recurring duty without period"),
    _find,
    plans_only=True,
)
