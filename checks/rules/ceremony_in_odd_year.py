"""Ceremony for a year that is not round.

What it checks: whether a ceremony (`lễ kỷ niệm`) is planned for a count of years that does not
end in 0 or 5.
Why: in other years there are activities, not a ceremony.
Example: `tổ chức Lễ kỷ niệm 43 năm Ngày Nhà giáo Việt Nam`.
What to do: plan activities (`các hoạt động chào mừng`), or look at the count.
Legal source: NĐ 111/2018/NĐ-CP.

Kiểm tra gì: `lễ kỷ niệm` có đặt vào năm không tròn (không tận cùng 0 hoặc 5) hay không.
Vì sao: năm khác chỉ tổ chức hoạt động, không tổ chức lễ kỷ niệm.
Ví dụ: `tổ chức Lễ kỷ niệm 43 năm Ngày Nhà giáo Việt Nam`.
Cần làm: ghi các hoạt động chào mừng hoặc tính lại số năm.
Căn cứ: NĐ 111/2018/NĐ-CP.
"""

import re
from collections.abc import Iterator

from checks.case import Case, rule_of_form
from checks.fault import Fault, Text
from checks.rule import Rule

_CEREMONY = re.compile(
    r"\b(?:tổ chức|long trọng)\s+(?:trọng thể\s+)?lễ kỷ niệm\s+(?:lần thứ\s+)?(\d{1,3})\s+năm\b",
    re.IGNORECASE,
)


def _find(case: Case) -> Iterator[Fault]:
    for m in _CEREMONY.finditer(case.text, 0, case.body_end):
        if int(m[1]) % 5 == 0 or int(m[1]) < 2:
            continue
        yield Fault(
            Text(
                f"Lễ kỷ niệm {m[1]} năm: không phải năm tròn.",
                f"A ceremony for {m[1]} years, which is not round.",
            ),
            Text(
                "Ghi các hoạt động chào mừng hoặc tính lại số năm.",
                "Plan activities, or count again.",
            ),
            (
                case.here(*m.span()),
                rule_of_form(
                    "năm tròn: số năm tận cùng là 0; năm lẻ 5: tận cùng là 5", "NĐ 111/2018/NĐ-CP"
                ),
            ),
        )


RULE = Rule(
    "E08",
    "note",
    Text("Lễ kỷ niệm vào năm không tròn", "Ceremony for a year that is not round"),
    _find,
    plans_only=True,
)
