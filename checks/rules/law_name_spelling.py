"""Name of a law misspelt.

What it checks: whether the name of a known law is written with its commas and hyphens, as the
law has it.
Why: a register or a search finds a law by its name.
Example: `Luật Thi đua khen thưởng` for `Luật Thi đua, khen thưởng`.
What to do: write the name as the law has it.
Legal source: the laws themselves.

Kiểm tra gì: tên luật đã biết có ghi đủ dấu phẩy, gạch nối như tên gốc hay không.
Vì sao: sổ tra cứu và công cụ tìm kiếm tìm luật theo tên.
Ví dụ: `Luật Thi đua khen thưởng` thay cho `Luật Thi đua, khen thưởng`.
Cần làm: ghi đúng tên luật.
Căn cứ: chính các luật được dẫn.
"""

import re
from collections.abc import Iterator

from checks.case import Case, rule_of_form
from checks.fault import Fault, Text
from checks.reference.documents import LegalDocument
from checks.rule import Rule
from checks.words import keys_of

_LAW = re.compile(r"\b(?:Luật|Bộ luật|Pháp lệnh)\s+")
_MARKS = re.compile(r"[,;]|\s[-–]\s")


def _laws(case: Case) -> Iterator[LegalDocument]:
    """Laws whose name has a mark within, each name once."""
    seen: set[str] = set()
    for law in case.register.documents.listed:
        if law.kind in ("Luật", "Bộ luật", "Pháp lệnh") and law.name_key not in seen:
            seen.add(law.name_key)
            if _MARKS.search(law.title) and not law.title.startswith("Sửa đổi"):
                yield law


def _find(case: Case) -> Iterator[Fault]:
    starts = [m.end() for m in _LAW.finditer(case.text)]
    if not starts:
        return
    for law in _laws(case):
        wrong = []
        for start, end in case.find_key(" ".join(keys_of(law.title))):
            if start in starts and not _MARKS.search(case.text, start, end):
                wrong.append((start, end))
        if wrong:
            yield Fault(
                Text(
                    f"Tên luật thiếu dấu: “{case.text[slice(*wrong[0])]}”; tên gốc: “{law.title}”.",
                    f"The law is called “{law.title}”, with its marks.",
                ),
                Text("Ghi đúng tên luật.", "Write the name as the law has it."),
                (
                    *(case.here(*place) for place in wrong[:5]),
                    rule_of_form(law.title, f"{law.kind} {law.number}"),
                ),
                count=len(wrong),
            )


RULE = Rule("C06", "note", Text("Viết sai tên luật", "Name of a law misspelt"), _find)
