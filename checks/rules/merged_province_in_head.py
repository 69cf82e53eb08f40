"""Merged province in the head.

What it checks: whether the head of a document of after 30/6/2025 names a province that was
merged into another on 1/7/2025.
Why: the body in the head no longer existed when the document was issued.
Example: `ỦY BAN NHÂN DÂN TỈNH BẮC GIANG` over a plan of August 2025.
What to do: write the province of today, or look at the day of issue.
Legal source: Nghị quyết 202/2025/QH15.

Kiểm tra gì: phần đầu của văn bản ban hành sau 30/6/2025 có ghi tỉnh đã sáp nhập từ 01/7/2025
hay không.
Vì sao: cơ quan ghi ở phần đầu không còn khi ban hành văn bản.
Ví dụ: `ỦY BAN NHÂN DÂN TỈNH BẮC GIANG` trên kế hoạch ban hành tháng 8/2025.
Cần làm: ghi tên tỉnh hiện nay hoặc xem lại ngày ban hành.
Căn cứ: Nghị quyết 202/2025/QH15.
"""

import re
from collections.abc import Iterator

from checks.case import Case, rule_of_form
from checks.fault import Fault, Text
from checks.reference.provinces import MERGED_ON, province_named
from checks.rule import Rule

_PROVINCE = re.compile(r"\b(?:TỈNH|THÀNH PHỐ|Tỉnh|tỉnh)\s+([^\n\d,;:_–-]{3,22}?)(?=\s{2,}|\n|$)")
_HEAD = 600  # characters in which a letterhead stands


def _find(case: Case) -> Iterator[Fault]:
    issued = case.issued_on
    if issued is None or issued < MERGED_ON or "issued_on" in case.plan.document.assumed:
        return
    subject = case.plan.document.spans.get("kind") or case.plan.document.spans.get("subject")
    end = case.folded.at(subject.start) if subject else min(len(case.text), _HEAD)
    for m in _PROVINCE.finditer(case.text, 0, min(end, _HEAD)):
        province = province_named(m[1].strip())
        if province is None or province.valid_to is None or province.now == province.name:
            continue
        yield Fault(
            Text(
                f"{province.name} đã nhập vào {province.now}; văn bản ngày {issued:%d/%m/%Y}.",
                f"{province.name} is part of {province.now}; the document is of {issued:%d/%m/%Y}.",
            ),
            Text("Ghi tên tỉnh hiện nay hoặc xem lại ngày ban hành.",
                 "Write the province of today, or look at the day of issue."),
            (
                case.here(*m.span()),
                rule_of_form(
                    f"{province.name} → {province.now} từ {MERGED_ON:%d/%m/%Y}", "NQ 202/2025/QH15"
                ),
            ),
        )  # fmt: skip
        return


RULE = Rule(
    "B12", "error", Text("Tỉnh đã sáp nhập ở phần đầu", "Merged province in the head"), _find,
    yields_to=("A12",),
)  # fmt: skip
