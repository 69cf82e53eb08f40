"""Direct superior's document not cited.

What it checks: whether the bases of a plan include a document of the body that its issuer
belongs to.
Why: the administrative superior answers for the plan and should find its own decisions in it.
Example: an office under a people's committee that cites the department of its field only.
What to do: add the superior's document where there is one; citing one of two lines is often
enough.
Legal source: NĐ 30/2020/NĐ-CP, Phụ lục I; Luật Tổ chức chính quyền địa phương.

Kiểm tra gì: căn cứ của kế hoạch có văn bản của cơ quan quản lý trực tiếp nơi ban hành hay
không.
Vì sao: cơ quan quản lý trực tiếp chịu trách nhiệm về kế hoạch và cần thấy quyết định của mình
được thực hiện.
Ví dụ: phòng thuộc ủy ban nhân dân mà chỉ viện dẫn văn bản của sở.
Cần làm: bổ sung văn bản của cơ quan quản lý trực tiếp nếu có; viện dẫn một trong hai tuyến
thường là đủ.
Căn cứ: NĐ 30/2020/NĐ-CP, Phụ lục I; Luật Tổ chức chính quyền địa phương.
"""

import datetime as dt
from collections.abc import Iterator

from checks.case import Case
from checks.citing import short_words
from checks.fault import Fault, Passage, Text
from checks.reference.bodies import DISTRICTS_END
from checks.rule import Rule
from checks.symbols import read_symbol
from schemas import Citation, Unit
from schemas.keys import words_key

# Levels whose documents are those of the direct superior, by level of the issuer.
_PARENTS: dict[str, tuple[str, ...]] = {
    "ministry": ("central",),
    "province": ("central", "ministry"),
    "province-department": ("province",),
    "district": ("province", "province-department"),
    "district-department": ("district",),
    "commune": ("district", "province"),
    "commune-department": ("commune",),
}
_NAMES = {
    "central": Text("Chính phủ, Thủ tướng Chính phủ", "the Government"),
    "province": Text("Ủy ban nhân dân cấp tỉnh", "the province's people's committee"),
    "district": Text("Ủy ban nhân dân cấp huyện", "the district's people's committee"),
    "commune": Text("Ủy ban nhân dân cấp xã", "the commune's people's committee"),
}


def _is_parents(citation: Citation, issuer: Unit, levels: tuple[str, ...]) -> bool:
    """Whether a citation is of a direct superior; a bare UBND number may be."""
    unit = citation.issuer or citation.issuer_from_symbol
    if unit and unit.level in levels:
        return True
    letters = read_symbol(citation.number or "").issuer.upper()
    if letters in ("UBND", "HĐND") and (citation.issuer is None or unit is None):
        return issuer.level not in ("ministry", "province")
    return bool(unit and unit.level is None and "ủy ban nhân dân" in words_key(unit.name))


def _now(levels: tuple[str, ...], day: dt.date | None) -> str:
    """The first level that exists on a day: there are no districts after June 2025."""
    ended = day is not None and day > DISTRICTS_END
    return next((level for level in levels if level != "district" or not ended), levels[0])


def _find(case: Case) -> Iterator[Fault]:
    issuer = case.plan.document.issuer
    levels = _PARENTS.get(issuer.level or "") if issuer else None
    if issuer is None or levels is None or not case.basis:
        return
    if any(_is_parents(c, issuer, levels) for c in case.basis):
        return
    name = _NAMES[_now(levels, case.day)]
    parent = case.plan.document.parent
    yield Fault(
        Text(
            f"Căn cứ không có văn bản của {name.vi}.",
            f"No document of {name.en} is among the bases.",
        ),
        Text("Bổ sung nếu có.", "Add one where there is one."),
        (
            case.here(*short_words(case, case.basis[0])),
            Passage(
                parent.name if parent else name.vi, source="Luật Tổ chức chính quyền địa phương"
            ),
        ),
    )


RULE = Rule(
    "A02", "note", Text("Không viện dẫn cơ quan quản lý trực tiếp", "Direct superior not cited"),
    _find, yields_to=("A00",), plans_only=True,
)  # fmt: skip
