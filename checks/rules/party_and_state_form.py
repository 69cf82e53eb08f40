"""Party form and state form mixed.

What it checks: whether a number of the Party is written the Party's way (`34-CT/TW`) and one of
the state the state's way (`19/CT-TTg`).
Why: the order of hyphen and slash tells the two systems apart; mixed, the number is nobody's.
Example: `Nghị quyết số 12/NQ-TU`, `Chỉ thị số 16-CT/TTg`.
What to do: write the number as the document carries it.
Legal source: Quy định 399-QĐ/TW (before 2026: 66-QĐ/TW); NĐ 30/2020/NĐ-CP, Phụ lục I, II.3.

Kiểm tra gì: số văn bản của Đảng có viết theo thể thức của Đảng (`34-CT/TW`) và số văn bản nhà
nước có viết theo thể thức nhà nước (`19/CT-TTg`) hay không.
Vì sao: thứ tự gạch nối và gạch chéo phân biệt hai hệ thống; viết lẫn thì không thuộc hệ thống
nào.
Ví dụ: `Nghị quyết số 12/NQ-TU`, `Chỉ thị số 16-CT/TTg`.
Cần làm: ghi số đúng như văn bản gốc.
Căn cứ: Quy định 399-QĐ/TW (trước 2026: 66-QĐ/TW); NĐ 30/2020/NĐ-CP, Phụ lục I, II.3.
"""

from collections.abc import Iterator

from checks.case import Case, rule_of_form
from checks.citing import printed_number
from checks.fault import Fault, Passage, Text
from checks.rule import Rule
from checks.symbols import Symbol, read_symbol


def _right_form(case: Case, symbol: Symbol, number: str) -> str | None:
    """The number in the form of its own system, or `None` where it is in it."""
    body = case.register.bodies.by_code(symbol.issuer) if symbol.issuer else None
    serial = number.split("-")[0].split("/")[0]
    if body is None or not symbol.kind or symbol.year:
        return None
    if symbol.system == "state" and body.line == "party":
        return f"{serial}-{symbol.kind}/{symbol.body}"
    if symbol.system == "party" and body.line == "state":
        return f"{serial}/{symbol.kind}-{symbol.body}"
    return None


def _own_number(case: Case) -> Iterator[Fault]:
    """The document's own number: a committee of the Party writes the Party's way."""
    document = case.plan.document
    issuer, number = document.issuer, document.number
    if issuer is None or number is None or "number" in document.assumed:
        return
    symbol = read_symbol(number)
    if issuer.level != "party" or symbol.system != "state" or not symbol.kind or symbol.year:
        return
    place = case.field("number")
    if place.words:
        right = f"{number.split('/')[0]}-{symbol.kind}/{symbol.body}"
        yield _fault(number, right, place)


def _find(case: Case) -> Iterator[Fault]:
    yield from _own_number(case)
    seen: set[str] = set()
    for citation in case.plan.citations:
        number = citation.number
        place = printed_number(case, citation)
        if number is None or place is None or number in seen:
            continue
        right = _right_form(case, read_symbol(number), number)
        if right is None:
            continue
        seen.add(number)
        yield _fault(number, right, case.here(*place))


def _fault(number: str, right: str, place: Passage) -> Fault:
    return Fault(
        Text(
            f"Số {number} viết lẫn thể thức Đảng và nhà nước; dạng đúng: {right}.",
            f"{number} mixes the Party's form with the state's; the right form is {right}.",
        ),
        Text("Ghi số đúng như văn bản gốc.", "Write the number as the original has it."),
        (
            place,
            rule_of_form(right, "Quy định 399-QĐ/TW; NĐ 30/2020/NĐ-CP, Phụ lục I, II.3"),
        ),
    )


RULE = Rule(
    "C14", "error", Text("Lẫn thể thức Đảng và nhà nước", "Party and state form mixed"), _find,
    letters=True,
)  # fmt: skip
