"""Term of a repealed law.

What it checks: whether a plan of 2024 or later still speaks of emulation `theo đợt` as a form.
Why: since 1/1/2024 the law knows two forms, `thường xuyên` and `theo chuyên đề`.
Example: `tổ chức thi đua thường xuyên và thi đua theo đợt`.
What to do: write `theo chuyên đề`.
Legal source: Luật Thi đua, khen thưởng 06/2022/QH15, Điều 16.

Kiểm tra gì: kế hoạch từ năm 2024 còn ghi hình thức thi đua `theo đợt` hay không.
Vì sao: từ 01/01/2024 luật chỉ còn hai hình thức: thường xuyên và theo chuyên đề.
Ví dụ: `tổ chức thi đua thường xuyên và thi đua theo đợt`.
Cần làm: ghi `theo chuyên đề`.
Căn cứ: Luật Thi đua, khen thưởng 06/2022/QH15, Điều 16.
"""

import re
from collections.abc import Iterator

from checks.case import Case, rule_of_form
from checks.fault import Fault, Text
from checks.rule import Rule

_FORM = re.compile(
    r"\bthi đua\b[^.;:\n]{0,40}?\btheo đợt\b(?!\s*(?:\d|[IVX]+\b|một|hai|ba))", re.IGNORECASE
)


def _find(case: Case) -> Iterator[Fault]:
    if case.day is None or case.day.year < 2024:
        return
    m = _FORM.search(case.text, case.opening_end, case.body_end)
    if m:
        yield Fault(
            Text(
                "Hình thức thi đua “theo đợt” không còn trong luật từ 01/01/2024.",
                "The law has no emulation “theo đợt” since 1/1/2024.",
            ),
            Text("Ghi “theo chuyên đề”.", "Write “theo chuyên đề”."),
            (
                case.here(*m.span()),
                rule_of_form("thường xuyên; theo chuyên đề", "Luật 06/2022/QH15, Điều 16"),
            ),
        )


RULE = Rule(
    "A07", "note", Text("Thuật ngữ của luật đã hết hiệu lực", "Term of a repealed law"), _find
)
