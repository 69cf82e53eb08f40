"""Broken heading sequence.

What it checks: whether numbered headings under one heading follow each other without a gap: I,
II, III; 1, 2, 3; a, b, c, d, đ, e.
Why: a gap means that a part was cut out or misnumbered, and references to it lead nowhere.
Example: `II.` followed by `IV.`
What to do: number the parts again, or put the missing one back.
Legal source: NĐ 30/2020/NĐ-CP, Phụ lục I (layout).

Kiểm tra gì: đề mục đánh số trong cùng một mục có liên tục hay không: I, II, III; 1, 2, 3; a, b,
c, d, đ, e.
Vì sao: thiếu một số là mất một phần hoặc đánh số sai, dẫn chiếu sẽ không đúng.
Ví dụ: sau `II.` là `IV.`
Cần làm: đánh số lại hoặc bổ sung phần bị thiếu.
Căn cứ: NĐ 30/2020/NĐ-CP, Phụ lục I (bố cục).
"""

import re
from collections.abc import Iterator

from checks.case import Case
from checks.fault import Fault, Text
from checks.rule import Rule
from schemas import Heading

_NUMERALS = "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX"
_ROMAN = {numeral: n for n, numeral in enumerate(_NUMERALS.split(), 1)}
_LETTERS = "abcdđeghiklmnopqrstuvxy"


def _ordinal(number: str) -> tuple[str, int] | None:
    """The family of a number and its place in it: `("1.", 3)` for `1.3`."""
    if number in _ROMAN:
        return "I", _ROMAN[number]
    if len(number) == 1 and number in _LETTERS:
        return "a", _LETTERS.index(number) + 1
    m = re.fullmatch(r"((?:\d{1,2}\.)*)(\d{1,2})", number)
    return (f"1{m[1]}", int(m[2])) if m else None


def _siblings(case: Case) -> Iterator[tuple[Heading, Heading, str, int, int]]:
    """Pairs of numbered headings of one family with no higher heading between them."""
    last: dict[tuple[int, str], tuple[Heading, int]] = {}
    for heading in case.plan.outline:
        place = _ordinal(heading.number or "")
        for key in [k for k in last if k[0] > heading.level]:
            del last[key]
        if place is None or heading.span is None:
            continue
        key = (heading.level, place[0])
        if key in last:
            before, count = last[key]
            yield before, heading, place[0], count, place[1]
        last[key] = (heading, place[1])


def _written(family: str, count: int) -> str:
    """How the missing number would be printed."""
    if family == "I":
        return next(r for r, n in _ROMAN.items() if n == count)
    return _LETTERS[count - 1] if family == "a" else f"{family[1:]}{count}"


def _find(case: Case) -> Iterator[Fault]:
    for before, after, family, first, second in _siblings(case):
        if second != first + 2:
            continue
        missing = _written(family, first + 1)
        if missing == "đ":
            continue  # many count a, b, c, d, e
        # The reader may have taken the missing heading for an ordinary line.
        between = case.text[case.within(before)[1] : case.within(after)[0]]
        if re.search(rf"(?:^|[\s(]){re.escape(missing)}\s?[.):/-]", between):
            continue
        yield Fault(
            Text(
                f"Thiếu đề mục {missing} giữa {before.number} và {after.number}.",
                f"Heading {missing} is missing between {before.number} and {after.number}.",
            ),
            Text(
                "Đánh số lại hoặc bổ sung phần bị thiếu.",
                "Number the parts again, or put the missing one back.",
            ),
            tuple(
                case.here(start, min(end, start + 60))
                for start, end in (case.within(after), case.within(before))
            ),
        )


RULE = Rule(
    "B07", "warn", Text("Đề mục bị nhảy số", "Broken heading sequence"), _find, plans_only=True
)
