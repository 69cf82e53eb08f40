"""Same quantity, two values.

What it checks: whether a target that stands in two places has one value.
Why: units aim at the lower of two.
Example: `100% trường học có phòng y tế` in the aims, `95% trường học có phòng y tế` in the
tasks.
What to do: choose one value.
Legal source: none; consistency of the document.

Kiểm tra gì: một chỉ tiêu nêu ở hai chỗ có cùng một giá trị hay không.
Vì sao: các đơn vị sẽ chọn mức thấp hơn.
Ví dụ: phần mục tiêu ghi `100% trường học có phòng y tế`, phần nhiệm vụ ghi `95% trường học có
phòng y tế`.
Cần làm: thống nhất một giá trị.
Căn cứ: không có văn bản; tính thống nhất của văn bản.
"""

import re
from collections.abc import Iterator
from itertools import combinations

from checks.case import Case
from checks.fault import Fault, Passage, Text
from checks.rule import Rule
from checks.words import content_of, keys_of
from schemas import Target
from schemas.keys import words_key

_LEAST = 3  # words of meaning in an indicator that can be told from others
_MOST = 300


def _keys(target: Target) -> frozenset[str]:
    words = f"{target.indicator} {target.population or ''}"
    return frozenset(k for k in content_of(keys_of(words)) if not k.isdigit())


def _numbers(target: Target) -> list[str]:
    return re.findall(r"\d+", f"{target.indicator} {target.population or ''}")


def _same_quantity(one: Target, other: Target) -> bool:
    if words_key(one.unit or "") != words_key(other.unit or ""):
        return False
    if one.aspiration or other.aspiration or one.comparison != other.comparison:
        return False
    if _numbers(one) != _numbers(other):
        return False  # two steps of one scale: from 12 to 24 months, from 24 to 36
    times = [(t.time.start, t.time.end) if t.time else None for t in (one, other)]
    return times[0] == times[1] and _keys(one) == _keys(other)


def _passage(case: Case, target: Target) -> Passage:
    start, end = case.within(target)
    return case.here(start, min(end, start + 140))


def _find(case: Case) -> Iterator[Fault]:
    targets = [t for t in case.plan.targets if t.span and len(_keys(t)) >= _LEAST][:_MOST]
    for one, other in combinations(targets, 2):
        if one.value == other.value or not _same_quantity(one, other):
            continue
        yield Fault(
            Text(
                f"Một chỉ tiêu ghi hai giá trị: {one.value:g} và {other.value:g} {one.unit or ''}.",
                f"One target has two values: {one.value:g} and {other.value:g} {one.unit or ''}.",
            ),
            Text("Thống nhất một giá trị.", "Choose one value."),
            (_passage(case, other), _passage(case, one)),
        )


RULE = Rule(
    "J02",
    "error",
    Text("Một chỉ tiêu, hai giá trị", "Same quantity, two values"),
    _find,
    letters=True,
    plans_only=True,
)
