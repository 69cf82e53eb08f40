"""Unbalanced quotation marks or brackets.

What it checks: whether quotation marks and brackets come in pairs within a paragraph.
Why: an open mark leaves unclear where a name or a title ends.
Example: `phong trào “Sạch làng, tốt ruộng của xã`.
What to do: put the missing mark.
Legal source: none; typesetting.

Kiểm tra gì: dấu ngoặc kép, ngoặc đơn trong mỗi đoạn có đủ cặp hay không.
Vì sao: thiếu dấu thì không rõ tên gọi kết thúc ở đâu.
Ví dụ: `phong trào “Sạch làng, tốt ruộng của xã`.
Cần làm: bổ sung dấu còn thiếu.
Căn cứ: không có văn bản; trình bày.
"""

import re
from collections.abc import Iterator

from checks.case import Case, rule_of_form
from checks.fault import Fault, Text
from checks.rule import Rule

_MARK = re.compile(r"[“”\"()]")
_LIST_LETTER = re.compile(r"(?:^|\s)(?:[a-zđ]|\d{1,2}|[ivx]{1,4})$")
_SHOWN = 5


def _odd(text: str, start: int, end: int) -> int | None:
    """Where the first unpaired mark of a paragraph stands; straight quotes pair with any."""
    quote: int | None = None
    brackets: list[int] = []
    for m in _MARK.finditer(text, start, end):
        mark, at = m[0], m.start()
        if mark == "(":
            brackets.append(at)
        elif mark == ")":
            if brackets:
                brackets.pop()
            elif not _LIST_LETTER.search(text[max(start, at - 4) : at]):
                return at
        elif quote is None:
            if mark == "”":
                return at
            quote = at
        elif mark == "“":
            return at
        else:
            quote = None
    return quote if quote is not None else (brackets[0] if brackets else None)


def _find(case: Case) -> Iterator[Fault]:
    places = []
    at = 0
    for line in case.text.split("\n"):
        odd = _odd(case.text, at, at + len(line))
        # A pair may be cut by a page or a cell: then the next paragraph closes it.
        following = case.text.find("\n", at + len(line) + 1)
        both = _odd(case.text, at, following if following > 0 else len(case.text))
        if odd is not None and both is not None and line.count("\t") == 0:
            places.append(odd)
        at += len(line) + 1
    if not places:
        return
    stretches = [(max(p - 25, case.text.rfind("\n", 0, p) + 1), p + 20) for p in places[:_SHOWN]]
    yield Fault(
        Text(
            f"Dấu ngoặc không đủ cặp ({len(places)} chỗ).",
            f"Marks without their pair ({len(places)} places).",
        ),
        Text("Bổ sung dấu còn thiếu.", "Put the missing mark."),
        (
            *(case.here(a, min(b, len(case.text))) for a, b in stretches),
            rule_of_form("“…”; (…)", "Quy tắc trình bày"),
        ),
        count=len(places),
    )


RULE = Rule("H03", "note", Text("Dấu ngoặc không đủ cặp", "Unbalanced marks"), _find)
