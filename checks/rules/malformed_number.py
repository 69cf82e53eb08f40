"""Malformed number.

What it checks: whether the number of a cited document is built the way its system writes it:
`number/year/type-issuer` for legal normative documents, `number/type-issuer` for administrative
ones, `number-type/body` for the Party's.
Why: a number that cannot be looked up leaves the reader without the document, and two spellings
of one number hide that two plans rest on the same text.
Example: `Nghị định số 24/2021NĐ-CP` has no slash between the year and the type.
What to do: write the number as the document itself carries it.
Legal source: NĐ 30/2020/NĐ-CP, Phụ lục I, II.3; Luật Ban hành văn bản quy phạm pháp luật; Quy
định 399-QĐ/TW for the Party.

Kiểm tra gì: số và ký hiệu của văn bản được viện dẫn có viết đúng thể thức của hệ thống ban hành
hay không: `số/năm/loại-cơ quan` với văn bản quy phạm pháp luật, `số/loại-cơ quan` với văn bản
hành chính, `số-loại/cơ quan` với văn bản của Đảng.
Vì sao: số viết sai thì không tra cứu được, và hai cách viết của một số che mất việc hai kế
hoạch cùng dựa vào một văn bản.
Ví dụ: `Nghị định số 24/2021NĐ-CP` thiếu dấu gạch chéo giữa năm và tên loại.
Cần làm: ghi số và ký hiệu đúng như trên văn bản gốc.
Căn cứ: NĐ 30/2020/NĐ-CP, Phụ lục I, II.3; Luật Ban hành văn bản quy phạm pháp luật; Quy định
399-QĐ/TW đối với văn bản của Đảng.
"""

import re
from collections.abc import Iterator

from checks.case import Case, rule_of_form
from checks.citing import kind_before, printed_number
from checks.fault import Fault, Text
from checks.rule import Rule
from checks.symbols import read_symbol
from schemas import Citation

_SOURCE = "NĐ 30/2020/NĐ-CP, Phụ lục I, II.3"
_GLUED = re.compile(r"\d(?:NĐ|TT|QĐ|NQ|CT|KH|HD|TB|QH|UBTVQH)", re.IGNORECASE)
_STATE_BODY = re.compile(r"(?:UBND|HĐND|TTg|CP|QH\d*|B[A-ZĐ]{2,}|S[A-ZĐ]{2,}|TW|TU)$")
# Kinds that have carried the year in their number since the law on normative documents of 2002.
_WITH_YEAR = {"Nghị định": "NĐ", "Thông tư": "TT"}


def _right_form(case: Case, citation: Citation) -> str | None:
    """How the number should look, or `None` where it is well built or nobody can say."""
    number = citation.number or ""
    symbol = read_symbol(number)
    place = printed_number(case, citation)
    printed = case.text[slice(*place)] if place else number
    if "separator" in citation.repairs and _GLUED.search(printed):
        return number
    new = citation.issued_on is not None and citation.issued_on.year >= 2004
    if symbol.system == "broken" and _STATE_BODY.search(number) and new:
        return "số/ký hiệu loại-cơ quan; Đảng: số-ký hiệu loại/cơ quan"
    letters = _WITH_YEAR.get(citation.kind)
    if letters and new and symbol.kind == letters and symbol.year is None:
        return f"{symbol.serial:02d}/{citation.issued_on:%Y}/{letters}-{symbol.body}"
    return None


def _find(case: Case) -> Iterator[Fault]:
    seen: set[str] = set()
    for citation in case.plan.citations:
        if citation.number is None or citation.number in seen:
            continue
        right = _right_form(case, citation)
        place = printed_number(case, citation)
        if right is None or place is None:
            continue
        seen.add(citation.number)
        kind = kind_before(case, citation)
        passage = case.here(kind.start() if kind else place[0], place[1])
        printed = case.text[slice(*place)]
        yield Fault(
            Text(
                f"Số, ký hiệu “{printed}” viết sai thể thức; dạng đúng: {right}.",
                f"The number “{printed}” is malformed; the right form is {right}.",
            ),
            Text(
                "Đối chiếu văn bản gốc và ghi lại đúng số, ký hiệu.",
                "Look at the original and write its number as it stands there.",
            ),
            (passage, rule_of_form(right, _SOURCE)),
        )


RULE = Rule(
    "C01", "error", Text("Số, ký hiệu sai thể thức", "Malformed number"), _find, letters=True
)
