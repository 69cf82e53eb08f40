"""Issued on a weekend or public holiday.

What it checks: whether the day of a cited document is a Sunday or a public holiday.
Why: offices seldom issue documents on such days, so the day may be mistyped; some true ones
exist.
Example: an official letter dated 02/9/2024.
What to do: look at the original if in doubt.
Legal source: none; a hint only.

Kiểm tra gì: ngày ban hành của văn bản được viện dẫn có rơi vào Chủ nhật hoặc ngày lễ hay không.
Vì sao: cơ quan ít khi ban hành văn bản vào những ngày đó nên có thể ghi nhầm; cũng có văn bản
đúng là như vậy.
Ví dụ: công văn đề ngày 02/9/2024.
Cần làm: nếu nghi ngờ thì đối chiếu văn bản gốc.
Căn cứ: không có văn bản; chỉ là gợi ý.
"""

from collections.abc import Iterator

from checks.case import Case, rule_of_form
from checks.citing import short_words
from checks.fault import Fault, Text
from checks.holidays import day_off
from checks.rule import Rule
from schemas import Citation

_LAWS = frozenset({"Luật", "Bộ luật", "Pháp lệnh"})


def _known_right(case: Case, citation: Citation) -> bool:
    known = case.register.documents.by_number(citation.number or "")
    return known is not None and known.issued_on == citation.issued_on


def _find(case: Case) -> Iterator[Fault]:
    seen: set[tuple[str, str]] = set()
    for citation in case.plan.citations:
        day, number = citation.issued_on, citation.number
        if day is None or number is None or citation.kind in _LAWS or _known_right(case, citation):
            continue
        why = day_off(day)
        if why is None or (number, str(day)) in seen:
            continue
        seen.add((number, str(day)))
        yield Fault(
            Text(
                f"{citation.kind} {number} đề ngày {day:%d/%m/%Y} là {why.vi}.",
                f"{citation.kind} {number} is dated {day:%d/%m/%Y}, {why.en}.",
            ),
            Text("Nếu nghi ngờ, đối chiếu văn bản gốc.", "Look at the original if in doubt."),
            (case.here(*short_words(case, citation)), rule_of_form(why.vi, "Dương lịch")),
        )


RULE = Rule("C09", "note", Text("Ban hành vào ngày nghỉ", "Issued on a day off"), _find)
