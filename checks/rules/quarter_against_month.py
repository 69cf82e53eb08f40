"""Quarter, month and date disagree.

What it checks: whether a quarter and the month or day printed beside it in brackets fit.
Why: one of the two is wrong; the other is copied into the calendar.
Example: `Quý II (tháng 7/2025)`.
What to do: mend the quarter or the month.
Legal source: none; the calendar.

Kiểm tra gì: quý và tháng hoặc ngày ghi trong ngoặc bên cạnh có khớp nhau hay không.
Vì sao: một trong hai sai; chỗ còn lại sẽ được ghi vào lịch.
Ví dụ: `Quý II (tháng 7/2025)`.
Cần làm: sửa quý hoặc tháng.
Căn cứ: không có văn bản; theo lịch.
"""

import re
from collections.abc import Iterator

from checks.case import Case
from checks.fault import Fault, Text
from checks.rule import Rule

_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_BESIDE = re.compile(
    r"\b[Qq]uý\s+(IV|III|II|I|[1-4])(?:\s*(?:/|năm\s+)\d{4})?\s*[(,]\s*"
    r"(?:(?:trong |hoàn thành |từ |khoảng |trước |vào |đến )*"
    r"(?:tháng\s+(\d{1,2})|ngày\s+\d{1,2}\s?(?:/|tháng)\s?(\d{1,2})))(?!\d)"
)
_MONTH_FIRST = re.compile(
    r"\b[Tt]háng\s+(\d{1,2})(?:/\d{4})?\s*\(\s*[Qq]uý\s+(IV|III|II|I|[1-4])\b"
)
_REPORT = re.compile(r"báo cáo[^.;\n]{0,40}$", re.IGNORECASE)


def _pairs(text: str) -> Iterator[tuple[re.Match[str], int, int, int]]:
    """Matches with quarter, month, and where the second of the two begins."""
    for m in _BESIDE.finditer(text):
        group = 2 if m[2] else 3
        yield m, _QUARTERS[m[1].lower()], int(m[group]), m.start(group)
    for m in _MONTH_FIRST.finditer(text):
        yield m, _QUARTERS[m[2].lower()], int(m[1]), m.start(2)


def _find(case: Case) -> Iterator[Fault]:
    for m, quarter, month, second in _pairs(case.text):
        # A report on a quarter is due after it.
        if (month + 2) // 3 == quarter or not 1 <= month <= 12:
            continue
        if _REPORT.search(case.text, max(m.start() - 60, 0), m.start()):
            continue
        right = (month + 2) // 3
        yield Fault(
            Text(
                f"Quý {quarter} không khớp tháng {month} (tháng {month} thuộc quý {right}).",
                f"Quarter {quarter} does not fit month {month}, which is in quarter {right}.",
            ),
            Text("Sửa quý hoặc tháng.", "Mend the quarter or the month."),
            (case.here(*m.span()), case.here(second, m.end())),
        )


RULE = Rule("D13", "error", Text("Quý và tháng không khớp", "Quarter against month"), _find)
