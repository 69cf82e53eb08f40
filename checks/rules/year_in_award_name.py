"""Award misnamed.

What it checks: whether a year stands within the quoted name of an award.
Why: the name of an award has no year; the year is when it is given.
Example: `Kỷ niệm chương “Vì sự nghiệp giáo dục năm 2024”`.
What to do: put the year behind the closing mark.
Legal source: Luật Thi đua, khen thưởng 06/2022/QH15; the rules of each award.

Kiểm tra gì: trong ngoặc kép tên khen thưởng có lẫn năm hay không.
Vì sao: tên khen thưởng không có năm; năm là thời điểm xét tặng.
Ví dụ: `Kỷ niệm chương “Vì sự nghiệp giáo dục năm 2024”`.
Cần làm: đưa năm ra ngoài ngoặc kép.
Căn cứ: Luật Thi đua, khen thưởng 06/2022/QH15; quy định từng loại khen thưởng.
"""

import re
from collections.abc import Iterator

from checks.case import Case, rule_of_form
from checks.fault import Fault, Text
from checks.rule import Rule

_AWARD = re.compile(
    r"\b(?:Kỷ niệm chương|Huy hiệu|Huy chương|Danh hiệu)\s+[“\"](Vì [^”\"\n]{4,60}?)\s+năm"
    r"\s+(?:học\s+)?20\d\d[^”\"\n]{0,8}[”\"]",
    re.IGNORECASE,
)


def _find(case: Case) -> Iterator[Fault]:
    seen: set[str] = set()
    for m in _AWARD.finditer(case.text):
        if m[1].lower() in seen:
            continue
        seen.add(m[1].lower())
        yield Fault(
            Text(
                f"Năm nằm trong tên khen thưởng “{m[1]}”.",
                f"A year stands within the award's name “{m[1]}”.",
            ),
            Text("Đưa năm ra ngoài ngoặc kép.", "Put the year behind the closing mark."),
            (case.here(*m.span()), rule_of_form(f"“{m[1]}”", "Quy định xét tặng")),
        )


RULE = Rule("F05", "note", Text("Tên khen thưởng bị thêm năm", "Award misnamed"), _find)
