"""Residue of another place.

What it checks: whether work `trên địa bàn` a province is in the province of the body that
issued the plan.
Why: a plan that was copied from another province still sends people there.
Example: a plan of Nghệ An with work `trên địa bàn tỉnh Hà Nam`.
What to do: write the own province, or say why the other is meant.
Legal source: none; consistency of the document.

Kiểm tra gì: việc ghi `trên địa bàn` một tỉnh có đúng là tỉnh của cơ quan ban hành hay không.
Vì sao: kế hoạch chép từ tỉnh khác còn sót tên tỉnh đó.
Ví dụ: kế hoạch của Nghệ An mà ghi việc `trên địa bàn tỉnh Hà Nam`.
Cần làm: ghi đúng tỉnh mình hoặc nói rõ vì sao là tỉnh khác.
Căn cứ: không có văn bản; tính thống nhất của văn bản.
"""

import re
from collections.abc import Iterator

from checks.case import Case
from checks.fault import Fault, Passage, Text
from checks.reference.provinces import MERGED_ON, Province, province_named
from checks.rule import Rule
from checks.words import UPPER

_WORD = rf"[{UPPER}][\w]*"
_ON = re.compile(rf"trên địa bàn (?:toàn )?(?:tỉnh|thành phố)\s+({_WORD}(?:[\s-]+{_WORD}){{0,3}})")
_ABOUT = re.compile(
    r"phối hợp|kinh nghiệm|học tập|trao đổi|giáp ranh|với tỉnh|và tỉnh|Quyết định|Kế hoạch số"
    r"|quy chế"
    r"|Nghị quyết|vừa qua|xảy ra"
)


def _home(case: Case) -> Province | None:
    """The province that the head names, told by its issuer, its parent or its place."""
    document = case.plan.document
    for unit in (document.issuer, document.parent):
        for words in (unit.area, unit.name) if unit else ():
            if words and (found := province_named(words)):
                return found
    return None


def _foreign(home: Province, other: Province) -> bool:
    return home.name != other.name and home.now != other.now


def _find(case: Case) -> Iterator[Fault]:
    home = _home(case)
    issued = case.issued_on
    if home is None:
        return
    spans = [case.within(c) for c in case.plan.citations]
    for m in _ON.finditer(case.text, case.opening_end, case.body_end):
        other = _named(m[1])
        if other is None or not _foreign(home, other):
            continue
        line = case.text[case.text.rfind("\n", 0, m.start()) + 1 : m.start()]
        if _ABOUT.search(line) or any(a <= m.start() < b for a, b in spans):
            continue
        old = issued is not None and issued < MERGED_ON
        label = home.name if old else home.now
        head = case.field("issuer")
        yield Fault(
            Text(
                f"“{m[0]}” là tỉnh khác; kế hoạch của {label}.",
                f"“{m[0]}” is another province; the plan is of {label}.",
            ),
            Text("Ghi đúng tỉnh mình.", "Write the own province."),
            (case.here(*m.span()), head if head.words else Passage(label, None, case.plan)),
        )


def _named(words: str) -> Province | None:
    """The province at the beginning of capitalised words: `Hà Nam Năm` is Hà Nam."""
    syllables = words.split()
    for count in range(min(len(syllables), 4), 0, -1):
        if found := province_named(" ".join(syllables[:count])):
            return found
    return None


RULE = Rule(
    "J04", "warn", Text("Sót tên địa phương khác", "Residue of another place"), _find,
    plans_only=True,
)  # fmt: skip
