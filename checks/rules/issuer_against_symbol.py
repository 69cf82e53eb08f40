"""Issuer word against symbol.

What it checks: whether the issuer named beside a citation is the body that the letters of its
number stand for.
Why: either the name or the number is wrong, and the reader asks the wrong office.
Example: `Kế hoạch số 60/KH-UBND ngày 10/01/2025 của Sở Y tế`.
What to do: look at the original and mend the name or the number.
Legal source: NĐ 30/2020/NĐ-CP, Phụ lục I, II.3.

Kiểm tra gì: cơ quan ban hành ghi cạnh viện dẫn có đúng là cơ quan viết tắt trong ký hiệu hay
không.
Vì sao: tên cơ quan hoặc số sai, người đọc sẽ hỏi nhầm nơi.
Ví dụ: `Kế hoạch số 60/KH-UBND ngày 10/01/2025 của Sở Y tế`.
Cần làm: đối chiếu văn bản gốc, sửa tên cơ quan hoặc số.
Căn cứ: NĐ 30/2020/NĐ-CP, Phụ lục I, II.3.
"""

import re
from collections.abc import Iterator

from checks.case import Case
from checks.citing import printed_date, printed_number
from checks.fault import Fault, Text
from checks.reference.bodies import Body
from checks.rule import Rule
from checks.symbols import read_symbol
from schemas import Citation, Unit
from schemas.keys import words_key

# Right after the number and the day: only then does `của …` name the issuer.
_OF = re.compile(r"[\s,(]{0,3}của\s+")
_CENTRAL = frozenset({"thủ tướng chính phủ", "chính phủ", "thủ tướng", "văn phòng chính phủ"})
_OFFICES = frozenset({"VPCP", "VPUBND", "VPTU", "VPTW"})  # they write in their principals' names


def _adjacent(case: Case, citation: Citation) -> tuple[int, int] | None:
    """Where the words of the issuer follow the number and its day."""
    place = printed_date(case, citation) or printed_number(case, citation)
    gap = _OF.match(case.text, place[1]) if place else None
    if place is None or gap is None:
        return None
    end = case.text.find("\n", gap.end())
    end = end if end >= 0 else len(case.text)
    stop = re.search(r"[,;.)“\"]| về | quy định | ban hành ", case.text[gap.end() : end])
    length = min(stop.start() if stop else end - gap.end(), 60)
    return gap.end(), gap.end() + length


def _plain(key: str) -> frozenset[str]:
    """The words of a name without those that people leave out."""
    return frozenset(key.split()) - {"và", "bộ", "trưởng", "giám", "đốc", "chủ", "nhiệm"}


def _same_body(body: Body, named: Unit) -> bool:
    name, known = words_key(named.name), words_key(body.name)
    if body.level == "central":
        # The Prime Minister and the Government are two authorities.
        return name == known or (known not in name and named.level == "central" and (
            not {name, known} <= _CENTRAL
        ))  # fmt: skip
    if known in name or name in known or _plain(name) == _plain(known):
        return True
    if body.line == "party":
        return named.level == "party"
    if body.line == "front":
        return named.level in ("organisation", "party")
    if body.level == "government":
        return named.level in ("province", "district", "commune", "council", None)
    return False


def _find(case: Case) -> Iterator[Fault]:
    seen: set[str] = set()
    for citation in case.plan.citations:
        number, named = citation.number, citation.issuer
        if number is None or named is None or number in seen or named.group:
            continue
        letters = read_symbol(number).issuer
        body = case.register.bodies.by_code(letters) if letters else None
        if body is None or body.code in _OFFICES or named.level is None:
            continue
        words, place = _adjacent(case, citation), printed_number(case, citation)
        if words is None or place is None or _same_body(body, named):
            continue
        seen.add(number)
        central = {words_key(named.name), words_key(body.name)} <= _CENTRAL
        yield Fault(
            Text(
                f"{named.name} không phải cơ quan trong ký hiệu {letters} ({body.name}).",
                f"{named.name} is not the body of the letters {letters} ({body.name}).",
            ),
            Text("Đối chiếu văn bản gốc, sửa tên cơ quan hoặc số.", "Look at the original."),
            (case.here(*words), case.here(*place)),
            severity="warn" if central else "error",
        )


RULE = Rule(
    "C13", "error", Text("Cơ quan không khớp ký hiệu", "Issuer word against symbol"), _find,
    letters=True,
)  # fmt: skip
