"""One term spelt two ways.

What it checks: whether a term that has two accepted spellings keeps one of them: `chiến sĩ` and
`chiến sỹ`, `quản lý` and `quản lí`, `COVID-19` and `Covid-19`.
Why: searching for one does not find the other.
Example: `bác sĩ` in one section, `bác sỹ` in the next.
What to do: choose one spelling, the law's where a title has one.
Legal source: none; consistency of the document.

Kiểm tra gì: thuật ngữ có hai cách viết được chấp nhận có viết thống nhất hay không: `chiến sĩ`
và `chiến sỹ`, `quản lý` và `quản lí`, `COVID-19` và `Covid-19`.
Vì sao: tìm theo cách viết này thì không thấy cách viết kia.
Ví dụ: mục này ghi `bác sĩ`, mục sau ghi `bác sỹ`.
Cần làm: chọn một cách viết; với danh hiệu, viết như trong luật.
Căn cứ: không có văn bản; tính thống nhất của văn bản.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from checks.case import Case
from checks.fault import Fault, Text
from checks.rule import Rule
from checks.words import GENRE

_TERMS = re.compile(
    r"\b(chiến|bác|nghệ|thi|liệt|tiến|thạc|hạ|y|quản|xử|vật|địa|kỷ|kỹ|tỷ|mỹ|công|thế)\s+"
    r"(sĩ|sỹ|lý|lí|niệm|lệ|thuật|ty|ti|kỷ|kỉ)\b",
    re.IGNORECASE,
)
_FIRST = re.compile(
    r"\b(kỷ|kỉ)\s+(niệm|luật|cương)|\b(tỷ|tỉ)\s+(lệ|đồng)|\b(kỹ|kĩ)\s+(thuật|năng)", re.IGNORECASE
)
# Open syllables that are written with either letter: `lí` and `lý`, `hi` and `hy`.
_EITHER = re.compile(r"^(?:h|k|l|m|s|t|v|qu)[iìíỉĩịyỳýỷỹỵ]$")
_Y = str.maketrans("iìíỉĩị", "yỳýỷỹỵ")
_VIRUS = re.compile(r"\bcovid\s?[-–]?\s?19\b", re.IGNORECASE)
_SHOWN = 4


@lru_cache(maxsize=32768)
def _is_open(word: str) -> bool:
    return _EITHER.match(word.lower()) is not None


def _either_letter(case: Case) -> Iterator[tuple[str, str, tuple[int, int]]]:
    """Pairs of words one of which may be written with either letter; no names of people."""
    for one, other in pairwise(w for w in case.folded.words if w.end <= case.body_end):
        if not (_is_open(one.text) or _is_open(other.text)):
            continue
        if one.text[:1].isupper() or other.text[:1].isupper() or {one.key, other.key} & GENRE:
            continue
        if case.text[one.end : other.start] == " ":
            printed = f"{one.text} {other.text}".lower()
            yield printed.translate(_Y), printed, (one.start, other.end)


def _variants(case: Case) -> dict[str, dict[str, list[tuple[int, int]]]]:
    """Places by term (with `y` for both letters) and by printed spelling."""
    found: dict[str, dict[str, list[tuple[int, int]]]] = {}
    for pattern in (_TERMS, _FIRST):
        for m in pattern.finditer(case.text, 0, case.body_end):
            printed = " ".join(m[0].lower().split())
            term = printed.translate(str.maketrans("íìỉĩị", "ýỳỷỹỵ")).replace(" ti", " ty")
            found.setdefault(term, {}).setdefault(printed, []).append(m.span())
    known = {place for spellings in found.values() for places in spellings.values()
             for span in places for place in range(*span)}  # fmt: skip
    for term, printed, (start, end) in _either_letter(case):
        if start not in known and end - 1 not in known:
            found.setdefault(term, {}).setdefault(printed, []).append((start, end))
    for m in _VIRUS.finditer(case.text, 0, case.body_end):
        found.setdefault("covid", {}).setdefault(m[0], []).append(m.span())
    return found


def _find(case: Case) -> Iterator[Fault]:
    told: set[int] = set()
    for spellings in _variants(case).values():
        ends = {end for places in spellings.values() for _, end in places}
        starts = {start for places in spellings.values() for start, _ in places}
        if len(spellings) < 2 or told & (ends | starts):
            continue
        told |= ends | starts
        rarest = sorted(spellings.items(), key=lambda pair: len(pair[1]))
        names = " / ".join(printed for printed, _ in rarest)
        yield Fault(
            Text(
                f"Một từ viết nhiều cách: {names}.", f"One term is spelt in several ways: {names}."
            ),
            Text("Chọn một cách viết.", "Choose one spelling."),
            tuple(case.here(*places[0]) for _, places in rarest[:_SHOWN]),
            count=len(rarest[0][1]),
        )


RULE = Rule("H04", "note", Text("Một từ viết nhiều cách", "One term spelt two ways"), _find)
