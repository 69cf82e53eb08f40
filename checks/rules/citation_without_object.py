"""Citation with no object.

What it checks: whether words that announce a document (`theo Kế hoạch`, `theo Hướng dẫn số`)
are followed by one.
Why: the reader is sent to a document that nobody named.
Example: the last words of a section are `tổ chức hội thi năm 2025 theo Kế hoạch`, and the next
heading follows.
What to do: name the document.
Legal source: none; consistency of the document.

Kiểm tra gì: sau các chữ dẫn chiếu (`theo Kế hoạch`, `theo Hướng dẫn số`) có nêu văn bản hay
không.
Vì sao: người đọc được dẫn đến một văn bản không ai nêu tên.
Ví dụ: cuối mục ghi `tổ chức hội thi năm 2025 theo Kế hoạch` rồi sang đề mục khác.
Cần làm: nêu rõ văn bản.
Căn cứ: không có văn bản; tính thống nhất của văn bản.
"""

import re
from collections.abc import Iterator

from checks.case import Case
from checks.fault import Fault, Text
from checks.rule import Rule

_KIND = (
    r"(Kế hoạch|Hướng dẫn|Quyết định|Công văn|Chỉ thị|Nghị quyết|Thông tư|Nghị định"
    r"|Chương trình|Đề án)"
)
_AT_END = re.compile(rf"(?:theo|tại)\s+{_KIND}(?:\s+số)?(?=\n)")
_NO_NUMBER = re.compile(rf"(?:theo|tại|thực hiện|[Cc]ăn cứ)\s+{_KIND}\s+số\s*(?=ngày|của|về|[,;])")


def _find(case: Case) -> Iterator[Fault]:
    headings = {case.within(h)[0] for h in case.plan.outline if h.span and h.number}
    for m in _AT_END.finditer(case.text, 0, case.body_end):
        if m.end() + 1 not in headings or _has_short_name(case, m[1]):
            continue
        yield _fault(case, m, m.end() + 1)
    for m in _NO_NUMBER.finditer(case.text, 0, case.body_end):
        yield _fault(case, m, m.end())


def _has_short_name(case: Case, kind: str) -> bool:
    """Whether the plan says that it calls a document by its kind alone."""
    return bool(
        re.search(rf"(?:gọi tắt|gọi chung|viết tắt|sau đây)[^)\n]{{0,40}}{kind}\b", case.text)
    )


def _fault(case: Case, m: re.Match[str], following: int) -> Fault:
    start = max(case.text.rfind("\n", 0, m.start()) + 1, m.start() - 12)
    start = case.text.find(" ", start, m.start()) + 1 if start < m.start() else start
    end = case.text.find("\n", following)
    return Fault(
        Text(
            f"“{m[0].strip()}” không nêu văn bản nào.",
            f"“{m[0].strip()}” names no document.",
        ),
        Text("Nêu rõ số, ngày của văn bản.", "Name the document with its number and day."),
        (
            case.here(start, m.end()),
            case.here(following, min(end if end > 0 else len(case.text), following + 60)),
        ),
    )


RULE = Rule("C07", "warn", Text("Dẫn chiếu thiếu văn bản", "Citation with no object"), _find)
