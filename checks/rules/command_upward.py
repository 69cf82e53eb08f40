"""Command addressed upward or sideways.

What it checks: whether `giao` and `yêu cầu` at the head of a sentence are addressed to a body
that the issuer may command.
Why: a department cannot give orders to a people's committee or to another department; it asks
them.
Example: a plan of Sở Y tế that says `Yêu cầu Ủy ban nhân dân các huyện bố trí kinh phí`.
What to do: write `đề nghị`, or let the people's committee issue the plan.
Legal source: Luật Tổ chức chính quyền địa phương.

Kiểm tra gì: các chữ `giao`, `yêu cầu` ở đầu câu có hướng đến cơ quan mà nơi ban hành được quyền
chỉ đạo hay không.
Vì sao: sở không ra lệnh được cho ủy ban nhân dân hoặc sở khác mà chỉ đề nghị.
Ví dụ: kế hoạch của Sở Y tế ghi `Yêu cầu Ủy ban nhân dân các huyện bố trí kinh phí`.
Cần làm: ghi `đề nghị` hoặc trình ủy ban nhân dân ban hành.
Căn cứ: Luật Tổ chức chính quyền địa phương.
"""

import re
from collections.abc import Iterator

from checks.case import Case, rule_of_form
from checks.fault import Fault, Text
from checks.rule import Rule
from checks.words import UPPER
from schemas import Unit
from schemas.keys import words_key

_GOVERNMENT = r"(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân)"
_COMMAND = re.compile(
    r"(?:(?:^|\n|[.;:]\s)(?:\s*(?:[-+*•–]|\d{1,2}[.)]|[a-zđ]\)))?\s*(Giao|Yêu cầu|giao|yêu cầu)"
    r"|\b(?:Sở|Phòng|Nhà trường|Trường)[^.;,\n]{0,50}\s(yêu cầu))\s+"
    rf"(?:lãnh đạo |Chủ tịch |các )?({_GOVERNMENT}|[Ss]ở\s[{UPPER}]\w*"
    rf"|Bộ\s(?!phận|Chỉ huy)[{UPPER}]\w*|[Tt]ỉnh ủy|[Tt]hành ủy|[Hh]uyện ủy|HĐND"
    rf"|Hội đồng nhân dân|[Pp]hòng\s[{UPPER}]\w*)([^.;,\n]{{0,40}})"
)


def _may_command(issuer: Unit, named: str, rest: str) -> bool:
    """Whether an issuer may order the body that the words begin to name."""
    key = words_key(named)
    if issuer.level in ("central", "ministry", "party", "council", None):
        return True
    if issuer.level in ("province", "district", "commune"):
        return not key.startswith(("bộ", "tỉnh ủy", "thành ủy", "huyện ủy", "hđnd", "hội đồng"))
    if key.startswith("phòng"):
        # A department's own divisions, or the district's offices of its field.
        return issuer.level == "province-department"
    own = words_key(issuer.name)
    return key.startswith("sở") and own.startswith(words_key(f"{named}{rest}")[: len(own)])


def _find(case: Case) -> Iterator[Fault]:
    issuer = case.plan.document.issuer
    if issuer is None:
        return
    for m in _COMMAND.finditer(case.text, case.opening_end, case.body_end):
        if _may_command(issuer, m[3], m[4]):
            continue
        verb = (m[1] or m[2]).lower()
        start = m.start(1) if m[1] else m.start(2)
        yield Fault(
            Text(
                f"{issuer.name} không có thẩm quyền “{verb}” {m[3]}.",
                f"{issuer.name} has no power to order ({verb}) {m[3]}.",
            ),
            Text("Ghi “đề nghị” thay cho mệnh lệnh.", "Ask (đề nghị) instead of ordering."),
            (
                case.here(start, m.end(3)),
                rule_of_form(f"{issuer.name}: đề nghị", "Luật Tổ chức chính quyền địa phương"),
            ),
        )


RULE = Rule(
    "G08", "error", Text("Ra lệnh cho cấp trên, ngang cấp", "Command addressed upward"), _find
)
