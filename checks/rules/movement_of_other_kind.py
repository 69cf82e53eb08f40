"""Movement or campaign.

What it checks: whether a known campaign (`cuộc vận động`) is called an emulation movement
(`phong trào thi đua`), or the other way round.
Why: they are launched, reported and rewarded by different rules.
Example: `phong trào thi đua “Mỗi thầy cô giáo là một tấm gương đạo đức, tự học và sáng tạo”`.
What to do: write what it is.
Legal source: none; the documents that launched them.

Kiểm tra gì: cuộc vận động đã biết có bị gọi là phong trào thi đua hoặc ngược lại hay không.
Vì sao: cách phát động, báo cáo, khen thưởng khác nhau.
Ví dụ: `phong trào thi đua “Mỗi thầy cô giáo là một tấm gương đạo đức, tự học và sáng tạo”`.
Cần làm: ghi đúng loại.
Căn cứ: không có; theo văn bản phát động.
"""

import re
from collections.abc import Iterator

from checks.case import Case, rule_of_form
from checks.fault import Fault, Text
from checks.rule import Rule

_KINDS = ("phong trào thi đua", "cuộc vận động")
_BEFORE = re.compile(r"(phong trào thi đua|cuộc vận động)\s*:?\s*[“\"]?$", re.IGNORECASE)


def _find(case: Case) -> Iterator[Fault]:
    for campaign in case.plan.campaigns:
        known = case.register.movements.named(campaign.name)
        if known is None or known.kind not in _KINDS or known.confidence == "memory":
            continue
        for start, end in case.find_key(" ".join(known.keys[0].split())):
            said = _BEFORE.search(case.text[max(start - 40, 0) : start])
            if said is None or said[1].lower() == known.kind:
                continue
            first = max(start - 40, 0) + said.start(1)
            yield Fault(
                Text(
                    f"“{known.name}” là {known.kind}, không phải {said[1].lower()}.",
                    f"“{known.name}” is a {known.kind}, no {said[1].lower()}.",
                ),
                Text("Ghi đúng loại.", "Write what it is."),
                (
                    case.here(first, end),
                    rule_of_form(
                        f"{known.kind} “{known.name}”", known.launching_document or known.source
                    ),
                ),
            )
            break


RULE = Rule("F07", "note", Text("Lẫn phong trào và cuộc vận động", "Movement or campaign"), _find)
