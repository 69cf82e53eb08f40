"""Spelling that changes meaning or breaks a name.

What it checks: names of bodies with a syllable lost or changed, school years and years with a
digit or dash lost, school years called years, tone marks on the wrong vowel, and common
misspellings of the field.
Why: a broken name or year is not found by a search and is copied on.
Example: `Ủy ban nhân tỉnh`, `năm học 20242025`, `giai đọan`.
What to do: correct the words.
Legal source: NĐ 30/2020/NĐ-CP, Phụ lục II (names of bodies); spelling.

Kiểm tra gì: tên cơ quan bị mất hoặc sai một tiếng, năm học hoặc năm bị mất chữ số, dấu nối, năm
học ghi thành năm, dấu thanh đặt sai nguyên âm, lỗi chính tả thường gặp trong văn bản hành
chính.
Vì sao: tên hoặc năm viết hỏng thì tìm không ra và được chép lại mãi.
Ví dụ: `Ủy ban nhân tỉnh`, `năm học 20242025`, `giai đọan`.
Cần làm: sửa lại.
Căn cứ: NĐ 30/2020/NĐ-CP, Phụ lục II (tên cơ quan); chính tả.
"""

import re
from collections.abc import Iterator
from functools import cache

from checks.broken_names import broken_names
from checks.case import Case, rule_of_form
from checks.fault import Fault, Text
from checks.reference.tables import rows
from checks.rule import Rule
from schemas import Severity

_GLUED_YEARS = re.compile(r"(?<![\d/.])(20\d\d)(20\d\d)(?![\d/])")
_LONG_YEAR = re.compile(r"\bnăm (20\d{3}|20\d)(?![\d.,/]|\s?[-–])")
_NOT_A_YEAR = re.compile(r"\b(năm|học)\s+((20\d\d)\s?[-–]\s?(20\d\d))(?!\d)")
_BEFORE_YEARS = re.compile(r"(?:các|hai|những|\d|học|qua|từng|5|ba)\s*$")
# A tone mark belongs on the main vowel: `đoạn`, `lượng`, `tiến`, never `đọan`, `lựơng`, `tíên`.
_WRONG_TONE = re.compile(
    r"[òóỏõọ](?:a[nptcmiy]|ă|e[nt])|[ừứửữự]ơ|[ìíỉĩị]ê|[ùúủũụ](?:ô|â|yê)|[ỳýỷỹỵ]ê"
)
_LEFTOVER = re.compile(r"\b(?:GD&?ĐT\s+tạo|UBND\s+dân|HĐND\s+dân|TĐKT\s+thưởng|MTTQ\s+quốc)\b")


@cache
def _misspelt() -> tuple[re.Pattern[str], dict[str, str]]:
    table = {row["wrong"]: row["right"] for row in rows("misspellings")}
    return re.compile(rf"\b({'|'.join(table)})\b", re.IGNORECASE), table


_SCHOOL_YEAR = re.compile(r"\b(?:[Nn]ăm học|NĂM HỌC)\s+(20\d\d)\s?[-–]\s?(\d{3,5})(?![\d/])")
_SEVERAL = re.compile(r"(?:các|những|từ|trong|hai|ba|qua|\d)\s*$", re.IGNORECASE)

Hit = tuple[int, int, str, Severity]


def _school_years(case: Case) -> Iterator[Hit]:
    """Years glued together, years with a digit too many, school years called years."""
    for m in _GLUED_YEARS.finditer(case.text):
        if 0 < int(m[2]) - int(m[1]) <= 10:
            yield m.start(), m.end(), f"{m[1]}-{m[2]}", "warn"
    for m in _SCHOOL_YEAR.finditer(case.text):
        before = case.text[max(m.start() - 8, 0) : m.start()]
        right = str(int(m[1]) + 1)
        # A year that comes earlier is another fault (D02); several years may be meant.
        if m[2] != right and not (len(m[2]) == 4 and (m[2] < right or _SEVERAL.search(before))):
            yield m.start(), m.end(), f"năm học {m[1]}-{right}", "warn"
    for m in _LONG_YEAR.finditer(case.text):
        yield m.start(), m.end(), "năm 20xx", "warn"
    if " năm học " not in case.keys:
        return
    for m in _NOT_A_YEAR.finditer(case.text):
        before = case.text[max(m.start() - 8, 0) : m.start()]
        if int(m[4]) - int(m[3]) != 1 or _BEFORE_YEARS.search(before):
            continue
        if m[1] == "học" and before.rstrip().lower().endswith("năm"):
            continue
        yield m.start(), m.end(), f"năm học {m[2]}", "warn"


def _names(case: Case) -> Iterator[Hit]:
    for found in broken_names(case.text, case.folded.words):
        yield found.start, found.end, found.name, "error"
    for m in _LEFTOVER.finditer(case.text):
        yield m.start(), m.end(), m[0].split()[0], "warn"


def _words(case: Case) -> Iterator[Hit]:
    """Single words and pairs that no dictionary has."""
    for m in _WRONG_TONE.finditer(case.text):
        start, end = m.span()
        while start and case.text[start - 1].isalpha():
            start -= 1
        while end < len(case.text) and case.text[end].isalpha():
            end += 1
        yield start, end, "đặt lại dấu thanh", "note"
    pattern, table = _misspelt()
    for m in pattern.finditer(case.text):
        yield m.start(), m.end(), table[m[1].lower()], "note"


def _find(case: Case) -> Iterator[Fault]:
    groups: dict[tuple[str, str, Severity], list[tuple[int, int]]] = {}
    for start, end, right, severity in (*_names(case), *_school_years(case), *_words(case)):
        words = " ".join(case.text[start:end].split())
        groups.setdefault((words.lower(), right, severity), []).append((start, end))
    for (_, right, severity), places in groups.items():
        words = case.text[slice(*places[0])]
        yield Fault(
            Text(f"“{words}” viết sai: “{right}”.", f"“{words}” is misspelt: “{right}”."),
            Text("Sửa lại.", "Correct it."),
            (
                *(case.here(*place) for place in places[:10]),
                rule_of_form(right, "NĐ 30/2020/NĐ-CP, Phụ lục II; chính tả"),
            ),
            severity=severity,
            count=len(places),
        )


RULE = Rule(
    "H01", "error", Text("Viết sai tên, năm học, chính tả", "Broken spelling"), _find, letters=True
)
