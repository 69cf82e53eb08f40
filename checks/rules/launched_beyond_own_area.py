"""Launching beyond the own area.

What it checks: whether a body below the province launches a movement for a whole province or
the whole country.
Why: a movement is launched by the head of the body whose area it is for.
Example: a school that plans to `phát động trong toàn tỉnh`.
What to do: write `hưởng ứng`, or the own area.
Legal source: Luật Thi đua, khen thưởng 06/2022/QH15, Điều 18.

Kiểm tra gì: cơ quan dưới cấp tỉnh có phát động phong trào trong toàn tỉnh hoặc toàn quốc hay
không.
Vì sao: người đứng đầu phát động phong trào trong phạm vi mình quản lý.
Ví dụ: trường học ghi `phát động trong toàn tỉnh`.
Cần làm: ghi `hưởng ứng` hoặc đúng phạm vi của mình.
Căn cứ: Luật Thi đua, khen thưởng 06/2022/QH15, Điều 18.
"""

import re
from collections.abc import Iterator

from checks.case import Case, rule_of_form
from checks.fault import Fault, Text
from checks.rule import Rule

_LAUNCHES = re.compile(
    r"\bphát động\b([^.;\n]{0,80}?)\b((?:trong |trên )?(?:phạm vi )?(?:toàn tỉnh|toàn quốc|cả nước"
    r"|toàn thành phố))\b",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"hưởng ứng|\bdo\b|của Thủ tướng|của (?:UBND|Ủy ban nhân dân|Chủ tịch|Bộ|Sở|Tỉnh)|được"
    r"|Thủ tướng"
    r"|tham dự|tham gia|theo dõi|đã|“|lễ phát động|Cả nước (?:thi đua|chung|đoàn kết)",
    re.IGNORECASE,
)
_LOW = ("district-department", "commune", "commune-department", "institution", "district")


def _find(case: Case) -> Iterator[Fault]:
    issuer = case.plan.document.issuer
    if issuer is None or issuer.level not in _LOW:
        return
    for m in _LAUNCHES.finditer(case.text, case.opening_end, case.body_end):
        line = case.text[case.text.rfind("\n", 0, m.start()) + 1 : m.end()]
        if _OTHERS.search(line):
            continue
        yield Fault(
            Text(
                f"{issuer.name} không phát động phong trào trong {m[2].split(' ', 1)[-1]}.",
                f"{issuer.name} does not launch movements beyond its own area.",
            ),
            Text("Ghi “hưởng ứng” hoặc đúng phạm vi.", "Write “hưởng ứng”, or the own area."),
            (
                case.here(*m.span()),
                rule_of_form("phát động trong phạm vi quản lý", "Luật 06/2022/QH15, Điều 18"),
            ),
        )


RULE = Rule(
    "A14", "warn", Text("Phát động vượt phạm vi", "Launching beyond the own area"), _find,
    plans_only=True,
)  # fmt: skip
