"""Years: `năm 2024`, `giai đoạn 2021 - 2025`, `05 năm (2021-2025)`, `nhiệm kỳ 2026-2031`."""

import re

from extract.letter_case import lowered
from extract.times.atoms import DASH, LIST_STOP, YEAR, Atom, Mark, Part
from extract.times.forms import Form, form

_STOP = LIST_STOP.replace(" ", r"\ ")
_TO = rf"\ ?(?:{DASH}|đến|tới)\ ?(?:hết\ )?(?:năm\ )?"
_RANGE = rf"(?P<a>{YEAR}){_TO}(?P<b>{YEAR})"
_RANGE2 = _RANGE.replace("<a>", "<a2>").replace("<b>", "<b2>")
_ORDINAL = r"(?:(?:thứ\ \w{2,4}|[IVX]{1,4}|\d|một|hai|ba)\ ?[:(,–-]{0,2}\ ?\(?)?"
_NAME = r"giai\ đ(?:o[ạa]n|ọan)|th[ờơ]i\ k[ỳì]|nhiệm\ k[ỳì]|(?:trong\ )?các\ năm|những\ năm"
_ONWARD = r"(?P<on>\ trở\ đi|\ và\ (?:những|các)\ năm\ (?:tiếp\ theo|kế\ tiếp|sau)(?:\ đó)?)?"
_LIST = rf"(?P<years>{YEAR}(?:\ ?(?:,|;|và|&)\ ?(?:năm\ )?{YEAR}{_STOP}){{0,9}})"
_SCHOOL = Part(Mark(0, 9, 1), Mark(1, 8, 31))


def _years(first: int, last: int) -> Part:
    """Whole calendar years, as marks in the first of them."""
    return Part(Mark(0, 1, 1), Mark(last - first, 12, 31))


def _range(match: "re.Match[str]") -> Atom | None:
    groups = match.groupdict()
    first = int(match["a"] or groups["a2"])
    last = int(match["b"] or groups["b2"])
    if last < first or last - first > 60:
        return None
    words = match[0].lower()
    others = (_SCHOOL,) if words.startswith("năm ") and last == first + 1 else ()
    return Atom(
        match.start(),
        match.end(),
        "year",
        "year",
        (_years(first, last),),
        first,
        others=others,
        label=True,
        weak=match[0][0].isdigit() and "năm" not in words,
    )


def _list(match: "re.Match[str]") -> Atom:
    years = [int(y) for y in re.findall(r"\d{4}", match["years"])]
    parts: list[Part] = []
    for year in years:
        shift = year - years[0]
        if parts and parts[-1].last.shift + 1 == shift:
            parts[-1] = Part(parts[-1].first, Mark(shift, 12, 31))
        else:
            parts.append(Part(Mark(shift, 1, 1), Mark(shift, 12, 31)))
    return Atom(
        match.start(),
        match.end(),
        "year",
        "year",
        tuple(parts),
        years[0],
        label=True,
        weak=match[0][0].isdigit(),
        open_end=bool(match["on"]),
    )


_PIECES = {
    "đầu": Part(Mark(0, 1, 1), Mark(0, 3, 31)),
    "giữa": Part(Mark(0, 5, 1), Mark(0, 8, 31)),
    "cuối": Part(Mark(0, 10, 1), Mark(0, 12, 31)),
}


def _piece(match: "re.Match[str]") -> Atom:
    """A third of the year has no fixed length: the quarter by convention, in doubt."""
    whole = Part(Mark(0, 1, 1), Mark(0, 12, 31))
    return Atom(
        match.start(),
        match.end(),
        "year",
        "quarter",
        (_PIECES[lowered(match["part"])],),
        int(match["y"]) if match["y"] else None,
        shift=1 if match["next"] else 0,
        others=(whole,),
        convention=True,
    )


def _own(match: "re.Match[str]") -> Atom:
    word = (match["rel"] or "").lower()
    shift = -1 if word.startswith("trước") else 0 if word in ("", "nay", "này") else 1
    whole = Part(Mark(0, 1, 1), Mark(0, 12, 31))
    return Atom(match.start(), match.end(), "year", "year", (whole,), None, shift, label=bool(word))


YEARS: tuple[Form, ...] = (
    form("years-named",
         rf"(?:{_NAME})\ ?{_ORDINAL}(?:từ\ )?(?:năm\ )?(?:\({_RANGE2}\)|{_RANGE})", _range,
         "giai đoạn 2021-2025", "giai đọan 2023-2030", "nhiệm kỳ 2026 – 2031",
         "Giai đoạn 1: 2024 - 2026", "giai đoạn từ năm 2021 đến năm 2025", "các năm 2024-2026"),
    form("years-counted",
         rf"(?:\d{{1,2}}|năm|mười)\ năm\ ?(?:từ\ )?"
         rf"(?:\((?:từ\ )?(?:năm\ )?{_RANGE2}\)|(?:năm\ )?{_RANGE})", _range,
         "05 năm (2021 - 2025)", "5 năm 2026-2030", "10 năm (2021-2030)"),
    form("years-range", rf"năm\ {_RANGE}", _range, "năm 2024-2025", "năm 2021 đến năm 2025"),
    form("year-piece",
         rf"(?P<part>đầu|giữa|cuối)\ năm(?!\ học|\w)(?:\ ?(?P<y>{YEAR})"
         r"|\ (?P<next>sau|tới|tiếp\ theo))?", _piece, "cuối năm 2025", "đầu năm", "đầu năm sau"),
    form("year", rf"(?:các\ )?năm\ ?{_LIST}{_ONWARD}", _list,
         "năm 2024", "năm 2024, 2025", "năm 2026 và những năm tiếp theo"),
    form("year-own", r"năm(?:\ (?P<rel>nay|này|sau|tới|kế\ tiếp|tiếp\ theo"
         r"|trước(?!\ (?:ngày|tháng|\d))))?(?!\w|\ học)",
         _own, "năm nay", "năm sau"),
)  # fmt: skip

BARE: tuple[Form, ...] = (
    form("bare-years", rf"{_RANGE}(?![\d/]|{DASH}\w)", _range, "2024-2025", "2024 – 2030"),
    form("bare-year", rf"{_LIST}{_ONWARD}(?![\d/]|{DASH}\w)", _list,
         "2025", "2025, 2026", "2025 và những năm tiếp theo"),
)  # fmt: skip
