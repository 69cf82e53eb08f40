"""Number below ten without its zero.

What it checks: whether the number of a cited document below ten is written with two digits.
Why: the rule is there so that nobody can add a digit; a number is the same with and without the
zero, so this is a matter of form alone.
Example: `Luật số 7/2021/QH15` for `07/2021/QH15`.
What to do: write the zero.
Legal source: NĐ 30/2020/NĐ-CP, Phụ lục I, II.3.

Kiểm tra gì: số của văn bản được viện dẫn nhỏ hơn 10 có ghi thêm số 0 ở trước hay không.
Vì sao: quy định này để không ai thêm được chữ số; có hay không có số 0 vẫn là một văn bản nên
đây chỉ là lỗi thể thức.
Ví dụ: `Luật số 7/2021/QH15` thay vì `07/2021/QH15`.
Cần làm: ghi thêm số 0.
Căn cứ: NĐ 30/2020/NĐ-CP, Phụ lục I, II.3.
"""

import re
from collections.abc import Iterator

from checks.case import Case, rule_of_form
from checks.citing import printed_number
from checks.fault import Fault, Text
from checks.rule import Rule

_ONE_DIGIT = re.compile(r"[1-9]\s?[/\-–]")


def _find(case: Case) -> Iterator[Fault]:
    seen: set[str] = set()
    for citation in case.plan.citations:
        place = printed_number(case, citation)
        if place is None or citation.number is None or citation.number in seen:
            continue
        if not _ONE_DIGIT.match(case.text, place[0]):
            continue
        seen.add(citation.number)
        printed = case.text[slice(*place)]
        yield Fault(
            Text(
                f"Số văn bản nhỏ hơn 10 phải có số 0 ở trước: “{printed}” ghi là “0{printed}”.",
                f"A number below ten is written with a zero: “0{printed}”, not “{printed}”.",
            ),
            Text("Thêm số 0 vào trước số văn bản.", "Put the zero before the number."),
            (case.here(*place), rule_of_form(f"0{printed}", "NĐ 30/2020/NĐ-CP, Phụ lục I, II.3")),
        )


RULE = Rule(
    "C04", "note", Text("Số nhỏ hơn 10 thiếu số 0", "Number below ten without its zero"), _find
)
