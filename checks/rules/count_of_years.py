"""Count of years against their span.

What it checks: whether a number of years printed before two years in brackets is theirs.
Why: of three numbers that belong together one is wrong.
Example: `07 năm thực hiện đề án (2021-2024)`.
What to do: count again; both ways of counting, with the first year or without it, are accepted.
Legal source: none; consistency of the document.

Kiểm tra gì: số năm ghi trước hai mốc năm trong ngoặc có khớp hay không.
Vì sao: ba con số phải khớp nhau mà một số sai.
Ví dụ: `07 năm thực hiện đề án (2021-2024)`.
Cần làm: tính lại; chấp nhận cả cách tính gồm năm đầu và không gồm năm đầu.
Căn cứ: không có văn bản; tính thống nhất của văn bản.
"""

import re
from collections.abc import Iterator

from checks.case import Case
from checks.fault import Fault, Text
from checks.rule import Rule

_SPAN = re.compile(
    r"(?<![\d/.,-])(\d{1,2})\s+năm\b(?!\s*\d)([^().;\n]{0,80})\(\s*"
    r"((?:giai đoạn\s+|từ\s+(?:năm\s+)?)?((?:19|20)\d\d)\s?"
    r"(?:[-–]|đến(?:\s+năm)?)\s?((?:19|20)\d\d))\s*\)"
)
# E07 counts anniversaries.
_CELEBRATES = re.compile(r"kỷ niệm|kỉ niệm|\bngày\b|thành lập|chào mừng", re.IGNORECASE)


def _find(case: Case) -> Iterator[Fault]:
    for m in _SPAN.finditer(case.text):
        before = case.text[max(m.start() - 40, 0) : m.end(2)]
        if _CELEBRATES.search(before) or re.search(r"\d\s+năm\b", m[2]):
            continue
        years = int(m[5]) - int(m[4])
        # With its first year or without it: 2021-2025 is five years, 2020-2025 too.
        if years <= 0 or int(m[1]) in (years, years + 1):
            continue
        yield Fault(
            Text(
                f"{m[1]} năm không khớp khoảng {m[4]}-{m[5]}.",
                f"{m[1]} years does not fit {m[4]}-{m[5]}.",
            ),
            Text("Tính lại số năm.", "Count again."),
            (case.here(m.start(), m.end(2)), case.here(*m.span(3))),
        )


RULE = Rule(
    "E09", "warn", Text("Số năm không khớp giai đoạn", "Count of years against their span"), _find,
    letters=True,
)  # fmt: skip
