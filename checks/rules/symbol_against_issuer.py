"""Symbol against issuer.

What it checks: whether the letters after the type in the document's own number are those of the
body in its head.
Why: one of the two is left over from another document.
Example: the head says `PHÒNG Y TẾ`, the number `…/KH-SYT`.
What to do: mend the symbol or the head.
Legal source: NĐ 30/2020/NĐ-CP, Phụ lục I, II.3.

Kiểm tra gì: chữ viết tắt tên cơ quan trong số, ký hiệu của chính văn bản có đúng là cơ quan ở
phần đầu hay không.
Vì sao: một trong hai chỗ còn sót từ văn bản khác.
Ví dụ: phần đầu là `PHÒNG Y TẾ`, số ghi `…/KH-SYT`.
Cần làm: sửa ký hiệu hoặc tên cơ quan.
Căn cứ: NĐ 30/2020/NĐ-CP, Phụ lục I, II.3.
"""

import re
from collections.abc import Iterator

from checks.case import Case
from checks.fault import Fault, Passage, Text
from checks.reference.bodies import Body
from checks.rule import Rule
from checks.symbols import read_symbol
from schemas import Unit
from schemas.keys import words_key

_GOVERNMENTS = ("province", "district", "commune")
_LEVELS = {
    "ministry", "province", "province-department", "district", "district-department", "commune",
    "commune-department",
}  # fmt: skip


def _contradicts(case: Case, body: Body, issuer: Unit) -> bool:
    """Whether known letters are those of another level of body, or of another known body."""
    if body.line != "state" or issuer.level not in _LEVELS:
        return False
    if words_key(body.name) == words_key(issuer.name):
        return False
    if body.level == "government":
        return issuer.level not in _GOVERNMENTS
    own = case.register.bodies.by_name(issuer.name)
    if own is not None and own.level == body.level and own.line == body.line:
        # A body may go on using the letters of the one that it took over.
        return body.successor != own.name and own.successor != body.name
    return body.level != issuer.level


def _find(case: Case) -> Iterator[Fault]:
    document = case.plan.document
    issuer, number = document.issuer, document.number or f"1/{document.symbol or ''}"
    if issuer is None or {"issuer", "number"} & set(document.assumed):
        return
    letters = read_symbol(number).issuer
    body = case.register.bodies.by_code(letters) if letters else None
    if body is None or not _contradicts(case, body, issuer):
        return
    # A joint or an office symbol (`UBND-VP`, `BCĐ-UBND`) names more than one body.
    if re.search(r"[-/]", read_symbol(number).body):
        return
    head = case.field("issuer")
    yield Fault(
        Text(
            f"Ký hiệu {letters} ({body.name}) không phải của {issuer.name}.",
            f"The letters {letters} ({body.name}) are not those of {issuer.name}.",
        ),
        Text("Sửa ký hiệu hoặc tên cơ quan.", "Mend the symbol or the head."),
        (
            case.field("number" if document.number else "symbol"),
            head if head.words else Passage(issuer.name, None, case.plan),
        ),
    )


RULE = Rule(
    "B11", "error", Text("Ký hiệu không khớp cơ quan", "Symbol against issuer"), _find, letters=True
)
