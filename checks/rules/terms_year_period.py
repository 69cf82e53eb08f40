"""Unusual period.

What it checks: whether a period has the years of a term of the people's councils (`2021-2026`)
where a five-year scheme is meant.
Why: five-year schemes run 2021-2025; the six years are the term of elected councils.
Example: `chương trình phát triển giai đoạn 2021-2026`.
What to do: look at the original scheme.
Legal source: none; consistency of the document.

Kiểm tra gì: giai đoạn có trùng nhiệm kỳ hội đồng nhân dân (`2021-2026`) trong khi là chương
trình 5 năm hay không.
Vì sao: chương trình 5 năm là 2021-2025; sáu năm là nhiệm kỳ hội đồng nhân dân.
Ví dụ: `chương trình phát triển giai đoạn 2021-2026`.
Cần làm: đối chiếu văn bản gốc.
Căn cứ: không có văn bản; tính thống nhất của văn bản.
"""

import re
from collections.abc import Iterator

from checks.case import Case, rule_of_form
from checks.fault import Fault, Text
from checks.rule import Rule

_TERM = re.compile(
    r"\bgiai đoạn\s+((?:2011\s?[-–]\s?2016|2016\s?[-–]\s?2021|2021\s?[-–]\s?2026))(?!\d)",
    re.IGNORECASE,
)
_COUNCILS = re.compile(r"HĐND|[Hh]ội đồng nhân dân|nhiệm kỳ|bầu cử|Quốc hội|đại biểu")


def _find(case: Case) -> Iterator[Fault]:
    for m in _TERM.finditer(case.text):
        around = case.text[max(m.start() - 120, 0) : m.end() + 60]
        if _COUNCILS.search(around):
            continue
        yield Fault(
            Text(
                f"“{m[0]}” là mốc nhiệm kỳ hội đồng nhân dân, không phải giai đoạn 5 năm.",
                f"“{m[0]}” has the years of a council's term, not of a five-year scheme.",
            ),
            Text("Đối chiếu văn bản gốc.", "Look at the original."),
            (
                case.here(*m.span()),
                rule_of_form("giai đoạn 5 năm: 2016-2020, 2021-2025, 2026-2030", "Kế hoạch 5 năm"),
            ),
        )


RULE = Rule("E04", "note", Text("Giai đoạn không thường gặp", "Unusual period"), _find)
