"""Months, quarters and halves: `Tháng 4,5/2022`, `quý III, IV`, `cuối quý I`, `6 tháng đầu năm`."""

import re
from typing import Literal

from extract.letter_case import lowered
from extract.times.atoms import (
    DASH,
    LIST_STOP,
    MONTH,
    YEAR,
    YEAR_SLOT,
    Atom,
    Mark,
    Part,
    joined,
    month_part,
    numbers,
    year_of,
)
from extract.times.days import WORD_MONTH, month_number
from extract.times.forms import Form, form

_SLOT = YEAR_SLOT.replace(" ", r"\ ")
_STOP = LIST_STOP.replace(" ", r"\ ")
PART = (
    r"(?:(?P<part>nửa\ đầu|nửa\ cuối|thượng\ tuần|trung\ tuần|hạ\ tuần|đầu|giữa|cuối"
    r"|tuần\ (?:lễ\ )?(?:(?:thứ\ )?(?:0?[1-5](?:\ ?(?:,|và|-|–|—)\ ?0?[1-5]){0,3}|nhất|hai|ba|tư)"
    r"|đầu(?:\ tiên)?|cuối(?:\ cùng)?))\ (?:của\ )?)?"
)
_AND = r"\ ?(?:,|;|và|\+|&|hoặc)\ ?"
_MONTHS = (
    rf"(?P<months>{MONTH}(?:\ ?{DASH}\ ?(?:tháng\ )?{MONTH}"
    rf"|{_AND}tháng\ {MONTH}|{_AND}{MONTH}{_STOP}){{0,11}})"
)
_ROMAN = r"(?:IV|I{1,3}|Ⅳ|[ⅠⅡⅢ]|0?[1-4]|một|hai|ba|tư|bốn|nhất)(?![\w])"
_FIGURE = r"(?:IV|I{1,3}|Ⅳ|[ⅠⅡⅢ]|0?[1-4])(?![\w])"
_QUARTERS = (
    rf"(?P<quarters>{_ROMAN}(?:\ ?{DASH}\ ?(?:qu[ýí]\ )?{_ROMAN}"
    rf"|{_AND}qu[ýí]\ {_ROMAN}|{_AND}{_FIGURE}){{0,3}})"
)
_QUARTER = {
    "i": 1, "ii": 2, "iii": 3, "iv": 4, "ⅰ": 1, "ⅱ": 2, "ⅲ": 3, "ⅳ": 4,
    "1": 1, "2": 2, "3": 3, "4": 4, "một": 1, "nhất": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4,
}  # fmt: skip
_TOKEN = re.compile(
    rf"(?P<dash>{DASH})|(?P<one>\d+|[IVⅠ-Ⅳⅰ-ⅳ]+|một|nhất|hai|ba|tư|bốn)(?!\w)", re.IGNORECASE
)
_COUNT = {"ba": 3, "sáu": 6, "chín": 9}


def _runs(words: str) -> list[tuple[int, int]]:
    """`4,5` as (4, 4), (5, 5); `4 - 6` as (4, 6)."""
    out: list[tuple[int, int]] = []
    dash = False
    for token in _TOKEN.finditer(words):
        if token["dash"]:
            dash = True
            continue
        one = lowered(token["one"])
        value = int(one) if one.isdecimal() else _QUARTER[one.lstrip("0")]
        if dash and out:
            out[-1] = (out[-1][0], value)
        else:
            out.append((value, value))
        dash = False
    return out


def _month_pieces(part: str, month: int) -> list[Part]:
    """`đầu`, `giữa`, `cuối`, `tuần 2` of a month; thirds of ten days by convention."""
    word = part.lower()
    if word in ("đầu", "thượng tuần"):
        return [Part(Mark(0, month, 1), Mark(0, month, 10))]
    if word in ("giữa", "trung tuần"):
        return [Part(Mark(0, month, 11), Mark(0, month, 20))]
    if word in ("cuối", "hạ tuần"):
        return [Part(Mark(0, month, 21), Mark(0, month, 0))]
    if word == "nửa đầu":
        return [Part(Mark(0, month, 1), Mark(0, month, 15))]
    if word == "nửa cuối":
        return [Part(Mark(0, month, 16), Mark(0, month, 0))]
    if "cuối" in word:
        return [Part(Mark(0, month, -6), Mark(0, month, 0))]
    weeks = [(1, 1)] if "đầu" in word else _runs(word.rsplit("tuần", 1)[1])
    return [
        Part(Mark(0, month, 7 * a - 6), Mark(0, month, 7 * b if b < 5 else 0)) for a, b in weeks
    ]


def _quarter_pieces(part: str, quarter: int) -> list[Part]:
    first, last = 3 * quarter - 2, 3 * quarter
    word = part.lower()
    if "đầu" in word or word == "thượng tuần":
        return [Part(Mark(0, first, 1), Mark(0, first, 10))]
    if "cuối" in word or word == "hạ tuần":
        return [Part(Mark(0, last, 21), Mark(0, last, 0))]
    return [month_part(first + 1)]


def _month(match: "re.Match[str]") -> Atom | None:
    year, shift = year_of(match)
    months = match.groupdict().get("months")
    runs = _runs(months) if months else [(month_number(match["word"]),) * 2]
    part = match["part"]
    whole = joined([month_part(a, b) for a, b in runs])
    if part is None:
        return Atom(match.start(), match.end(), "month", "month", whole, year, shift)
    if len(runs) > 1 or runs[0][0] != runs[0][1]:
        if "tuần" in part.lower():
            return None
        first, last = _month_pieces(part, runs[0][0]), _month_pieces(part, runs[-1][-1])
        parts = (first[0],) if len(runs) == 1 else (*first, *last)
    else:
        parts = tuple(_month_pieces(part, runs[0][0]))
    where = (match.start(), match.end())
    return Atom(*where, "month", "day", parts, year, shift, others=whole, convention=True)


def _week(match: "re.Match[str]") -> Atom:
    """`tuần 3/9`: the third week of September, or the week of that day."""
    month, year = int(match["m"]), match["y"]
    parts = tuple(_month_pieces(match["part"], month))
    return Atom(
        match.start(),
        match.end(),
        "month",
        "day",
        parts,
        int(year) if year else None,
        others=(month_part(month),),
        convention=True,
    )


def _quarter(match: "re.Match[str]") -> Atom:
    year, shift = year_of(match)
    runs = _runs(match["quarters"])
    whole = joined([month_part(3 * a - 2, 3 * b) for a, b in runs])
    part = match.groupdict().get("part")
    if part is None or len(runs) > 1:
        return Atom(match.start(), match.end(), "quarter", "quarter", whole, year, shift)
    return Atom(
        match.start(),
        match.end(),
        "quarter",
        "day",
        tuple(_quarter_pieces(part, runs[0][0])),
        year,
        shift,
        others=whole,
        convention=True,
    )


def _half(match: "re.Match[str]") -> Atom | None:
    year, shift = year_of(match)
    words = lowered(match["count"])
    count = int(words) if words.isdecimal() else _COUNT[words]
    if not 1 <= count <= 11:
        return None
    first, last = (1, count) if match["which"].lower() == "đầu" else (13 - count, 12)
    precision: Literal["half-year", "quarter"] = "half-year" if count == 6 else "quarter"
    return Atom(
        match.start(), match.end(), "half", precision, (month_part(first, last),), year, shift
    )


def _half_of_year(match: "re.Match[str]") -> Atom:
    year, shift = year_of(match)
    first = 1 if match["which"].lower() == "đầu" else 7
    part = month_part(first, first + 5)
    return Atom(match.start(), match.end(), "half", "half-year", (part,), year, shift)


def _bare(match: "re.Match[str]") -> Atom:
    parts = joined([month_part(a, b) for a, b in _runs(match["months"])])
    return Atom(
        match.start(), match.end(), "month", "month", parts, numbers(match["y"])[0], weak=True
    )


MONTHS: tuple[Form, ...] = (
    form("month", rf"{PART}(?:các\ )?tháng\ ?{_MONTHS}(?:{_SLOT})?(?!\d|\ ?/\ ?\w)", _month,
         "Tháng 3", "tháng 03/2022", "Tháng 4,5/2022", "tháng 4, tháng 5 năm 2022",
         "tháng 3-5/2024", "đầu tháng 9", "tuần cuối tháng 5", "tuần 1 tháng 11",
         "tuần thứ 2 của tháng 9", "tháng 12 năm sau", "THÁNG 12/2025", "tháng 6.2025",
         "các tháng 3, 6, 9 và 12"),
    form("month-word", rf"{PART}tháng\ (?P<word>{WORD_MONTH})(?:{_SLOT})?", _month,
         "tháng Ba", "tháng Mười hai năm 2025"),
    form("week-slash",
         rf"(?P<part>tuần\ (?:thứ\ )?[1-5])\ ?/\ ?(?P<m>{MONTH})(?:\ ?/\ ?(?P<y>{YEAR}))?(?!\ ?/)",
         _week, "tuần 3/9", "Tuần 2/10/2025"),
    form("T-month", rf"{PART}T\.?{_MONTHS}(?:{_SLOT})(?!\d|\ ?/)", _month,
         "T3/2024", "T4-6/2025"),
)  # fmt: skip

QUARTERS: tuple[Form, ...] = (
    form("quarter", rf"{PART}(?:các\ )?(?:qu[ýí]|q[úu]y)\ ?{_QUARTERS}(?:{_SLOT})?", _quarter,
         "Quý I", "quý 3/2024", "Quý III, IV", "cuối quý I", "quý I, II và III năm 2025",
         "Quý I - II/2024", "QUÝ IV NĂM 2025", "quí II", "quý II và quý III/2026"),
    form("Q-quarter", rf"Q\.?{_QUARTERS}(?:{_SLOT})(?!\d)", _quarter, "Q1/2025", "QIV/2024"),
)  # fmt: skip

HALVES: tuple[Form, ...] = (
    form("months-of-year",
         rf"(?P<count>\d{{1,2}}|ba|sáu|chín)\ tháng\ (?P<which>đầu|cuối)"
         rf"(?:{_SLOT}|\ (?:của\ )?năm(?!\w|\ học))", _half,
         "6 tháng đầu năm", "06 tháng cuối năm 2025", "sáu tháng đầu năm", "9 tháng đầu năm"),
    form("half-of-year", rf"nửa\ (?P<which>đầu|cuối)(?:{_SLOT}|\ năm(?!\w|\ học))", _half_of_year,
         "nửa đầu năm 2025", "nửa cuối năm"),
)  # fmt: skip

BARE: tuple[Form, ...] = (
    form("bare-month",
         rf"(?P<months>{MONTH}(?:\ ?(?:,|và|{DASH})\ ?{MONTH}){{0,11}})"
         rf"\ ?/\ ?(?P<y>{YEAR})(?!\d|\ ?/|{DASH}(?-i:[A-ZĐ]))", _bare,
         "6/2025", "09-10/2022", "4,5/2022"),
)  # fmt: skip
