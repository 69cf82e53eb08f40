"""Counts against lists.

What it checks: whether a printed number of tasks, phases or places is the number of the items
that follow.
Why: one of them was added or taken out, and the count was not.
Example: `05 nhiệm vụ sau:` before a list that goes from 1 to 6.
What to do: correct the count or the list.
Legal source: none; consistency of the document.

Kiểm tra gì: số lượng nhiệm vụ, đợt, địa bàn ghi trong văn bản có bằng số mục liệt kê ngay sau
đó hay không.
Vì sao: đã thêm hoặc bớt một mục mà không sửa con số.
Ví dụ: `05 nhiệm vụ sau:` nhưng danh sách đánh số từ 1 đến 6.
Cần làm: sửa con số hoặc danh sách.
Căn cứ: không có văn bản; tính thống nhất của văn bản.
"""

import re
from collections.abc import Iterator

from checks.case import Case
from checks.fault import Fault, Text
from checks.rule import Rule
from checks.words import UPPER

_NOUN = (
    r"(?:nhiệm vụ|nội dung|nhóm nhiệm vụ|giải pháp|mục tiêu|chỉ tiêu|đợt|giai đoạn|bước|yêu cầu)"
)
_ANNOUNCED = re.compile(
    rf"(?<![\d/,.])(?<!Điều )(0?[2-9]|1\d)\s+({_NOUN})[^.;:\n\d]{{0,40}}?"
    r"(?:sau đây|sau|như sau|gồm)?\s*:\s*\n"
)
_ITEM = re.compile(r"\s*(\d{1,2})[.)]\s|\s*([a-zđ])\)\s|\s*(-)\s|\s*[Đđ]ợt (?:thứ )?(\d)\b")
_LETTERS = "abcdđeghiklmnopq"
_PLACES = re.compile(
    r"(?<![\d/,.])(0?[2-9]|1\d)\s+(xã|phường|thị trấn|huyện|quận|tỉnh|trường|sở)\b[^:(;.,\n]{0,25}?"
    rf"[:(]\s*(?:gồm\s*:?\s*)?([{UPPER}][^:().;\n]{{3,200}})(?=[).;\n])"
)
_INLINE = re.compile(
    r"\b[Gg]ồm\s+(?:có\s+)?(0?[2-9]|1\d)\s+(môn|nội dung|phần|hạng mục"
    r"|bước|vòng|bảng|tiểu ban|nhóm)"
    r"(?:\s+\w+){0,3}?\s*:\s*([^.;:()\n]{5,200})(?=[.\n]|$)"
)
_SEPARATOR = re.compile(r",\s*|\s+và\s+|\s*;\s*")


def _ordinal(m: re.Match[str]) -> tuple[str, int] | None:
    if m[1]:
        return "1", int(m[1])
    if m[2]:
        return "a", _LETTERS.find(m[2]) + 1
    return ("đợt", int(m[4])) if m[4] else ("-", 0)


def _listed(text: str, start: int) -> tuple[int, int] | None:
    """How many items follow, and where the last begins; `None` where that is not certain."""
    family, count, last = "", 0, start
    for line in re.finditer(r"[^\n]+", text[start : start + 20_000]):
        m = _ITEM.match(line[0])
        place = _ordinal(m) if m else None
        if not family:
            if place is None or place[1] > 1:
                return None
            family = place[0]
        if place and place[0] == family:
            if place[1] not in (0, count + 1):
                break
            count, last = count + 1, start + line.start()
        elif family == "-" or (place is None and count == 0):
            break
    return (count, last) if count else None


def _lists(case: Case) -> Iterator[Fault]:
    for m in _ANNOUNCED.finditer(case.text, 0, case.body_end):
        found = _listed(case.text, m.end())
        if found is None or found[0] == int(m[1]) or found[0] < 2:
            continue
        count, last = found
        end = case.text.find("\n", last)
        yield _fault(case, m, count, (last, min(end if end > 0 else last + 60, last + 60)))


def _fault(case: Case, m: re.Match[str], count: int, other: tuple[int, int]) -> Fault:
    return Fault(
        Text(
            f"Ghi {m[1]} {m[2]} nhưng liệt kê {count}.",
            f"{m[1]} {m[2]} are announced, {count} are listed.",
        ),
        Text("Sửa con số hoặc danh sách.", "Correct the count or the list."),
        (case.here(m.start(1), m.end(2)), case.here(*other)),
    )


def _places(case: Case) -> Iterator[Fault]:
    for m in _PLACES.finditer(case.text, 0, case.body_end):
        parts = [p for p in _SEPARATOR.split(m[3]) if p.strip()]
        named = all(p.strip()[:1].isupper() and len(p.split()) <= 6 for p in parts)
        if named and len(parts) >= 2 and len(parts) != int(m[1]) and "…" not in m[3]:
            yield _fault(case, m, len(parts), m.span(3))


def _inline(case: Case) -> Iterator[Fault]:
    """Lists within a sentence that are shorter than announced, however `và` is read."""
    for m in _INLINE.finditer(case.text, 0, case.body_end):
        most = m[3].count(",") + len(re.findall(r"\svà\s", m[3])) + 1
        if 1 < most < int(m[1]) and not re.search(r"…|\.\.|v\.v", m[3]):
            yield _fault(case, m, most, m.span(3))


def _find(case: Case) -> Iterator[Fault]:
    yield from _lists(case)
    yield from _inline(case)
    yield from _places(case)


RULE = Rule(
    "G11", "error", Text("Số lượng khác danh sách", "Counts against lists"), _find, plans_only=True
)
