"""Spaces or dashes inside the symbol.

What it checks: whether the number of a cited document is written without spaces and with
hyphens, not dashes.
Why: a number broken by spaces is not found by a search; the matter is one of form.
Example: `Kế hoạch số 88/KH – UBND`.
What to do: write `88/KH-UBND`.
Legal source: NĐ 30/2020/NĐ-CP, Phụ lục I, II.3.

Kiểm tra gì: số, ký hiệu của văn bản được viện dẫn có viết liền, dùng dấu gạch nối (không phải
gạch ngang) hay không.
Vì sao: số bị tách bởi khoảng trắng thì tìm không ra; chỉ là lỗi thể thức.
Ví dụ: `Kế hoạch số 88/KH – UBND`.
Cần làm: ghi `88/KH-UBND`.
Căn cứ: NĐ 30/2020/NĐ-CP, Phụ lục I, II.3.
"""

import re
from collections.abc import Iterator

from checks.case import Case, rule_of_form
from checks.citing import printed_number
from checks.fault import Fault, Text
from checks.rule import Rule

_LOOSE = re.compile(r"[–—‑−]|\S [/-]|[/-] \S")


def _find(case: Case) -> Iterator[Fault]:
    seen: set[str] = set()
    for citation in case.plan.citations:
        place = printed_number(case, citation)
        if place is None or citation.number is None or citation.number in seen:
            continue
        span = case.folded.span(*place)
        printed = case.plan.text[span.start : span.end]
        # A space that a line's end brought in is the reader's, not the author's.
        if "\n" in printed or "\t" in printed or not _LOOSE.search(printed):
            continue
        seen.add(citation.number)
        yield Fault(
            Text(
                f"Ký hiệu “{printed}” có khoảng trắng hoặc gạch ngang; ghi “{citation.number}”.",
                f"The symbol “{printed}” has spaces or dashes; write “{citation.number}”.",
            ),
            Text("Viết liền, dùng dấu gạch nối.", "Write it without spaces, with hyphens."),
            (
                case.here(*place),
                rule_of_form(citation.number, "NĐ 30/2020/NĐ-CP, Phụ lục I, II.3"),
            ),
        )


RULE = Rule(
    "C02", "note", Text("Khoảng trắng trong ký hiệu", "Spaces or dashes in the symbol"), _find
)
