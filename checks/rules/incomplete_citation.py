"""First citation incomplete.

What it checks: whether a document is cited with kind, number, day and issuer where it is first
named; a basis without its number or its day is the worst case.
Why: without them nobody can say which document the plan rests on.
Example: `Căn cứ Quyết định số 812/QĐ-UBND về quy chế phối hợp`, without a day and without its
issuer.
What to do: complete the citation.
Legal source: NĐ 30/2020/NĐ-CP, Phụ lục I, II.6; for laws and ordinances kind and name are
enough.

Kiểm tra gì: văn bản được viện dẫn lần đầu có đủ tên loại, số, ngày ban hành và cơ quan ban hành
hay không; nặng nhất là căn cứ thiếu số hoặc ngày.
Vì sao: thiếu các yếu tố này thì không xác định được kế hoạch dựa vào văn bản nào.
Ví dụ: `Căn cứ Quyết định số 812/QĐ-UBND về quy chế phối hợp`, không có ngày và cơ quan ban
hành.
Cần làm: bổ sung cho đủ.
Căn cứ: NĐ 30/2020/NĐ-CP, Phụ lục I, II.6; với luật, pháp lệnh chỉ cần tên loại và tên.
"""

import re
from collections.abc import Iterator

from checks.case import OPENING, Case, rule_of_form
from checks.citing import printed_number, short_words
from checks.fault import Fault, Text
from checks.rule import Rule
from checks.symbols import read_symbol
from schemas import Citation, Severity
from schemas.keys import number_key

_BY_NAME = frozenset({"Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp", "Điều lệ"})
# A day that the reader may have missed stands within a few words of the number.
_SOME_DAY = re.compile(r"^.{0,60}?(?:ngày|\d{1,2}\s?[/.]\s?\d{1,2}\s?[/.]\s?\d{4})", re.DOTALL)
_BLANK_NUMBER = re.compile(
    r"\b(?:[Kk]ế hoạch|[Qq]uyết định|[Cc]hỉ thị|[Hh]ướng dẫn|[Cc]ông văn|[Nn]ghị quyết|[Tt]hông tư)"
    r"\s+số\s?:?\s*[.…_]*\s*/\s?[A-ZĐ]{2,6}-[A-ZĐ&]{2,12}"
)


def _complete_elsewhere(case: Case, citation: Citation) -> bool:
    key = number_key(citation.number or "")
    return any(
        c.issued_on is not None and c.number is not None and number_key(c.number) == key
        for c in case.plan.citations
    )


def _lacks_day(case: Case, citation: Citation) -> bool:
    place = printed_number(case, citation)
    if citation.issued_on is not None or place is None or citation.kind in _BY_NAME:
        return False
    if read_symbol(citation.number or "").system in ("law", "broken"):
        return False
    return not _SOME_DAY.match(case.text[place[1] : place[1] + 80])


def _severity(case: Case, citation: Citation) -> Severity:
    if citation.role not in OPENING:
        return "note"
    # The year in the number of a legal normative document tells most of what the day would.
    return "warn" if read_symbol(citation.number or "").year or citation.year else "error"


def _find(case: Case) -> Iterator[Fault]:
    seen: set[str] = set()
    for citation in case.plan.citations:
        key = number_key(citation.number or "")
        if not key or key in seen:
            continue
        seen.add(key)
        if _complete_elsewhere(case, citation) or not _lacks_day(case, citation):
            continue
        yield _fault(case, citation)
    yield from _blank_numbers(case)


def _fault(case: Case, citation: Citation) -> Fault:
    start, end = short_words(case, citation)
    before = case.text.rfind(citation.kind, max(start - 40, 0), start)
    name = f"{citation.kind} {citation.number}"
    return Fault(
        Text(
            f"{name} được viện dẫn lần đầu mà không có ngày ban hành.",
            f"{name} is first cited without its day.",
        ),
        Text("Bổ sung ngày ban hành và cơ quan ban hành.", "Add the day and the issuer."),
        (
            case.here(before if before >= 0 else start, end),
            rule_of_form("tên loại, số, ngày, cơ quan, trích yếu",
                         "NĐ 30/2020/NĐ-CP, Phụ lục I, II.6"),
        ),
        severity=_severity(case, citation),
    )  # fmt: skip


def _blank_numbers(case: Case) -> Iterator[Fault]:
    """Documents of the opening whose number was left blank."""
    for m in _BLANK_NUMBER.finditer(case.text, 0, case.opening_end):
        yield Fault(
            Text(f"Viện dẫn bỏ trống số: “{m[0]}”.", f"A citation without its number: “{m[0]}”."),
            Text("Bổ sung số văn bản.", "Add the number."),
            (
                case.here(*m.span()),
                rule_of_form("tên loại, số, ngày, cơ quan, trích yếu",
                             "NĐ 30/2020/NĐ-CP, Phụ lục I, II.6"),
            ),
        )  # fmt: skip


RULE = Rule(
    "C05", "error", Text("Viện dẫn lần đầu chưa đủ", "First citation incomplete"), _find,
)  # fmt: skip
