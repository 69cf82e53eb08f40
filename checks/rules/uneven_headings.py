"""Uneven heading style.

What it checks: whether headings of one level are punctuated alike: all numbers with their dot
or none, all titles with a colon or none.
Why: uneven headings are a trace of pasted parts; the matter is one of looks.
Example: `1.1 Mục tiêu` beside `2.1. Nhiệm vụ`.
What to do: choose one style for the level.
Legal source: NĐ 30/2020/NĐ-CP, Phụ lục I (layout).

Kiểm tra gì: đề mục cùng cấp có trình bày thống nhất hay không: số có dấu chấm hay không, tên có
dấu hai chấm hay không.
Vì sao: đề mục không đều là dấu vết của việc ghép văn bản; chỉ là lỗi trình bày.
Ví dụ: `1.1 Mục tiêu` bên cạnh `2.1. Nhiệm vụ`.
Cần làm: chọn một cách trình bày cho mỗi cấp.
Căn cứ: NĐ 30/2020/NĐ-CP, Phụ lục I (bố cục).
"""

from collections.abc import Iterator

from checks.case import Case
from checks.fault import Fault, Passage, Text
from checks.rule import Rule
from schemas import Heading

_LEAST = 3


def _style(case: Case, heading: Heading) -> str | None:
    """What follows its number: `.`, `)` or nothing."""
    start, _ = case.within(heading)
    number = heading.number or ""
    if heading.span is None or not case.text.startswith(number, start):
        return None
    if start and case.text[start - 1] != "\n":
        return None
    after = case.text[start + len(number) : start + len(number) + 1]
    return after if after in ".)/-" else ""


def _odd(case: Case, headings: list[Heading]) -> tuple[Heading, Heading] | None:
    """A heading of the rarer style and one of the commoner, or `None`."""
    styled = [(h, s) for h in headings if (s := _style(case, h)) is not None]
    counts: dict[str, list[Heading]] = {}
    for heading, style in styled:
        counts.setdefault(style, []).append(heading)
    if len(styled) < _LEAST or len(counts) != 2:
        return None
    rare, common = sorted(counts.values(), key=len)
    return rare[0], common[0]


def _groups(case: Case) -> Iterator[list[Heading]]:
    """Headings that should look alike: of one level and one way of counting."""
    groups: dict[tuple[int, int, bool], list[Heading]] = {}
    for heading in case.plan.outline:
        number = heading.number or ""
        if number and heading.span and not number.lower().startswith("phụ lục"):
            key = (heading.level, number.count("."), number[0].isdigit())
            groups.setdefault(key, []).append(heading)
    yield from groups.values()


def _short(case: Case, heading: Heading) -> Passage:
    start, end = case.within(heading)
    return case.here(start, min(end, start + 60))


def _find(case: Case) -> Iterator[Fault]:
    for headings in _groups(case):
        odd = _odd(case, headings)
        if odd is None:
            continue
        yield Fault(
            Text(
                f"Đề mục cùng cấp đánh số không thống nhất: “{odd[0].number}” và "
                f"“{odd[1].number}”.",
                f"Headings of one level are numbered unevenly: “{odd[0].number}” and "
                f"“{odd[1].number}”.",
            ),
            Text("Chọn một cách trình bày cho mỗi cấp.", "Choose one style for the level."),
            (_short(case, odd[0]), _short(case, odd[1])),
        )
        return


RULE = Rule("B06", "note", Text("Đề mục không đều", "Uneven heading style"), _find, plans_only=True)
