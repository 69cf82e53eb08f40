"""Count against the span in brackets.

What it checks: whether the count of an anniversary is the difference of the two years printed
beside it.
Why: of three numbers that belong together one is wrong.
Example: `45 năm thành lập trường (20/8/1979 - 20/8/2025)`.
What to do: count again.
Legal source: none; consistency of the document.

Kiểm tra gì: số năm kỷ niệm có bằng hiệu của hai năm ghi trong ngoặc hay không.
Vì sao: ba con số phải khớp nhau mà một số sai.
Ví dụ: `45 năm thành lập trường (20/8/1979 - 20/8/2025)`.
Cần làm: tính lại.
Căn cứ: không có văn bản; tính thống nhất của văn bản.
"""

import re
from collections.abc import Iterator

from checks.case import Case
from checks.fault import Fault, Text
from checks.rule import Rule

_SPAN = re.compile(
    r"\b(\d{1,3})\s+năm\b([^().;\n]{0,120})\(\s*((?:\d{1,2}\s?/\s?\d{1,2}\s?/\s?)?(\d{4})\s?[-–—]\s?"
    r"(?:\d{1,2}\s?/\s?\d{1,2}\s?/\s?)?(\d{4}))\s*\)"
)
_CELEBRATES = re.compile(r"kỷ niệm|kỉ niệm|ngày|thành lập|chào mừng", re.IGNORECASE)


def _find(case: Case) -> Iterator[Fault]:
    for m in _SPAN.finditer(case.text):
        before = case.text[max(m.start() - 40, 0) : m.end(2)]
        if not _CELEBRATES.search(before) or re.search(r"\d\s+năm\b", m[2]):
            continue
        years = int(m[5]) - int(m[4])
        if years == int(m[1]) or years <= 0:
            continue
        yield Fault(
            Text(
                f"{m[1]} năm không khớp khoảng {m[4]}-{m[5]} ({years} năm).",
                f"{m[1]} years does not fit {m[4]}-{m[5]}, which is {years}.",
            ),
            Text("Tính lại số năm.", "Count again."),
            (case.here(m.start(), m.end()), case.here(*m.span(3))),
        )


RULE = Rule(
    "E07",
    "error",
    Text("Số năm không khớp mốc thời gian", "Count against its span"),
    _find,
    letters=True,
)
