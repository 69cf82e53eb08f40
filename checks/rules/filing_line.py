"""Filing line.

What it checks: whether the list of recipients ends with the filing line and whether that names
the registry (VT).
Why: one copy is kept by the registry; without it the document cannot be found later.
Example: `- Lưu: HC.`
What to do: write `- Lưu: VT, …`.
Legal source: NĐ 30/2020/NĐ-CP, Phụ lục I, II.9. The Party's bodies and small offices file
otherwise.

Kiểm tra gì: cuối nơi nhận có dòng lưu và dòng đó có ghi văn thư (VT) hay không.
Vì sao: một bản lưu ở văn thư; không có thì sau này không tìm được.
Ví dụ: `- Lưu: HC.`
Cần làm: ghi `- Lưu: VT, …`.
Căn cứ: NĐ 30/2020/NĐ-CP, Phụ lục I, II.9. Cơ quan đảng và đơn vị nhỏ lưu theo cách khác.
"""

import re
from collections.abc import Iterator

from checks.case import Case, rule_of_form
from checks.fault import Fault, Text
from checks.rule import Rule

_REGISTRY = re.compile(r"\bVT\b|văn thư|\bVP\b.*\bVT\b", re.IGNORECASE)
_STATE = ("ministry", "province", "province-department", "district", "district-department",
          "commune", "commune-department", "institution")  # fmt: skip
_SOURCE = "NĐ 30/2020/NĐ-CP, Phụ lục I, II.9"


def _find(case: Case) -> Iterator[Fault]:
    document = case.plan.document
    recipients = document.recipients
    if document.issuer is None or document.issuer.level not in _STATE or len(recipients) < 2:
        return
    filed = [r for r in recipients if r.purpose == "lưu"]
    if filed and any(_REGISTRY.search(r.name) for r in filed):
        return
    place = case.item(filed[0] if filed else recipients[-1])
    yield Fault(
        Text(
            "Dòng lưu không có văn thư (VT)." if filed else "Nơi nhận không có dòng lưu.",
            "The filing line lacks the registry (VT)." if filed else "There is no filing line.",
        ),
        Text("Ghi “Lưu: VT, …”.", "Write “Lưu: VT, …”."),
        (place, rule_of_form("Lưu: VT, …", _SOURCE)),
    )


RULE = Rule("I03", "note", Text("Dòng lưu", "Filing line"), _find)
