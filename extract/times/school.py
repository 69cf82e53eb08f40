"""The school calendar: school years, terms, summers, and the events that every school has.

Days are those of the yearly frames of the Ministry of Education and Training (QĐ
2551/QĐ-BGDĐT 2021, 2159 of 2022, 2171 of 2023, 2045 of 2024, 2269 of 2025); a whole school
year runs from 1 September to 31 August, as records hold it.
"""

import re
from dataclasses import replace
from typing import Literal

from extract.letter_case import lowered
from extract.times.atoms import DASH, DAY, MONTH, YEAR, Atom, Mark, Part
from extract.times.forms import Form, form

# first year -> day before which term I ends, day before which term II ends
_TERM_ENDS = {
    2020: ((1, 16), (5, 25)),
    2021: ((1, 16), (5, 25)),
    2022: ((1, 15), (5, 25)),
    2023: ((1, 15), (5, 25)),
    2024: ((1, 18), (5, 31)),
    2025: ((1, 18), (5, 31)),
}
_USUAL_ENDS = ((1, 18), (5, 25))
WHOLE = Part(Mark(0, 9, 1), Mark(1, 8, 31))
# teaching ends before 31 May: what `hết năm học` means to a school
TAUGHT = Part(Mark(0, 9, 5), Mark(1, 5, 31))
_PIECES = {
    "đầu": Part(Mark(0, 8, 21), Mark(0, 9, 30)),
    "giữa": Part(Mark(0, 12, 1), Mark(1, 1, 31)),
    "cuối": Part(Mark(1, 5, 1), Mark(1, 6, 15)),
}
_EVENTS = {
    "tựu trường": Part(Mark(0, 8, 22), Mark(0, 8, 29)),
    "tổng kết năm học": Part(Mark(1, 5, 15), Mark(1, 6, 30)),
    "trước thềm năm học mới": Part(Mark(0, 8, 1), Mark(0, 9, 4)),
}
# the report on term I is due before 31 January
_TERM_REPORT = Part(Mark(1, 1, 30), Mark(1, 1, 30))
_ORDER = {
    "i": 1, "1": 1, "01": 1, "một": 1, "ⅰ": 1,
    "ii": 2, "2": 2, "02": 2, "hai": 2, "ⅱ": 2, "ⅰⅰ": 2,
}  # fmt: skip
_YEARS = rf"(?P<a>{YEAR})(?:\ ?(?:{DASH}|/)\ ?(?P<b>{YEAR}|\d{{2}}(?!\d)))"
_GLUED = r"(?P<ga>20\d{2})(?P<gb>20\d{2})(?!\d)"
_SLOT = rf"(?:{_YEARS}|{_GLUED})"
_MORE = rf"(?P<more>(?:\ ?(?:,|;|và)\ ?(?:năm\ học\ )?{YEAR}\ ?{DASH}\ ?{YEAR}){{0,4}})"
_PAIR = re.compile(rf"({YEAR})\s?{DASH}\s?({YEAR})")


def term_parts(first_year: int, term: int) -> tuple[Part, tuple[Part, ...]]:
    """A term's days in the school year that begins in `first_year`, and its usual days if others.

    Term I begins on 5 September; term II on the day before which term I had to end.
    """
    ends = _TERM_ENDS.get(first_year, _USUAL_ENDS)
    found, usual = _term(ends, term), _term(_USUAL_ENDS, term)
    return found, (usual,) if usual != found else ()


def _term(ends: tuple[tuple[int, int], tuple[int, int]], term: int) -> Part:
    (month, day), (last_month, last_day) = ends
    if term == 1:
        return Part(Mark(0, 9, 5), Mark(1, month, day - 1))
    return Part(Mark(1, month, day), Mark(1, last_month, last_day - 1))


def _first_year(match: "re.Match[str]") -> int | None:
    groups = match.groupdict()
    if groups.get("a"):
        first, second = int(match["a"]), match["b"]
        return first if second and int(second) % 100 == (first + 1) % 100 else None
    if groups.get("ga"):
        return int(match["ga"]) if int(match["gb"]) == int(match["ga"]) + 1 else None
    return None


def _named(match: "re.Match[str]") -> Atom | None:
    first = _first_year(match)
    part = match["part"]
    if first is None:
        return None
    if part:
        return _school(match, _PIECES[lowered(part)], first, convention=True)
    whole = _school(match, WHOLE, first, precision="school-year", label=True)
    further = [(int(a) - first, int(b) - first) for a, b in _PAIR.findall(match["more"])]
    parts = [WHOLE] + [Part(Mark(a, 9, 1), Mark(b, 8, 31)) for a, b in further if b == a + 1]
    return replace(whole, parts=tuple(parts))


def _own(match: "re.Match[str]") -> Atom:
    part = match["part"]
    shift = {"sau": 1, "tới": 1, "trước": -1}.get((match["rel"] or "").lower(), 0)
    if part:
        return _school(match, _PIECES[lowered(part)], None, shift=shift, convention=True)
    return _school(match, WHOLE, None, precision="school-year", shift=shift)


def _school(
    match: "re.Match[str]",
    part: Part,
    year: int | None,
    *,
    precision: Literal["month", "day", "school-year"] = "month",
    shift: int = 0,
    label: bool = False,
    convention: bool = False,
) -> Atom:
    return Atom(
        match.start(),
        match.end(),
        "school",
        precision,
        (part,),
        year,
        shift,
        "school",
        label=label,
        convention=convention,
    )


def _term_atom(match: "re.Match[str]") -> Atom:
    order = _ORDER[lowered(match["term"])]
    part = (match["part"] or "").lower()
    return Atom(
        match.start(),
        match.end(),
        "school",
        "half-year",
        (_term(_USUAL_ENDS, order),),
        _first_year(match),
        base="school",
        fact=f"term-{order}" + (f"-{part}" if part else ""),
    )


def _event(match: "re.Match[str]") -> Atom:
    words = match["event"].lower()
    precision: Literal["day", "month"] = "day" if words == "tựu trường" else "month"
    label = not words.startswith("trước")
    year = _first_year(match)
    return _school(match, _EVENTS[words], year, precision=precision, label=label)


def _report(match: "re.Match[str]") -> Atom:
    return Atom(
        match.start(),
        match.end(),
        "school",
        "day",
        (_TERM_REPORT,),
        _first_year(match),
        base="school",
        label=True,
        fact="until",
    )


def _summer(match: "re.Match[str]") -> Atom:
    year = int(match["y"]) if match["y"] else None
    part = Part(Mark(0, 6, 1), Mark(0, 8, 31))
    return Atom(match.start(), match.end(), "season", "month", (part,), year)


def _greeting(match: "re.Match[str]") -> Atom:
    """`chào mừng 20/11`: the weeks of its month up to the day."""
    month, day = int(match["m"]), int(match["d"])
    part = Part(Mark(0, month, 1), Mark(0, month, day))
    year = int(match["y"]) if match["y"] else None
    return Atom(match.start(), match.end(), "festal", "month", (part,), year)


SCHOOL: tuple[Form, ...] = (
    form("school-year",
         rf"(?:(?P<part>đầu|giữa|cuối)\ )?(?:các\ )?(?:năm|và)\ học\ ?{_SLOT}{_MORE}", _named,
         "năm học 2023-2024", "năm học 2023 – 2024", "năm học 20222023", "đầu năm học 2024-2025",
         "và học 2023-2024", "năm học 2023-2024 và 2024-2025"),
    form("school-year-own",
         r"(?:(?P<part>đầu|giữa|cuối)\ )?năm\ học(?:\ (?P<rel>này|sau|tới|trước))?"
         r"(?!\w|\ ?\d{4})", _own,
         "cuối năm học", "năm học này"),
    form("term",
         r"(?:(?P<part>đầu|giữa|cuối)\ )?(?:học\ k[ỳì]|HK)\ ?(?P<term>II|I|ⅠⅠ|[ⅠⅡ]|0?[12]|một|hai)"
         rf"(?!\w)(?:,?\ ?(?:của\ )?[(/]?(?:năm\ học\ )?{_SLOT}\)?)?", _term_atom,
         "học kỳ I", "học kỳ 1", "HKI", "HK2", "học kì II năm học 2024-2025", "cuối học kỳ I"),
    form("event", rf"(?P<event>tựu\ trường|tổng\ kết\ năm\ học|trước\ thềm\ năm\ học\ mới)"
         rf"(?:\ {_SLOT})?", _event,
         "tựu trường", "tổng kết năm học", "trước thềm năm học mới"),
    form("term-report",
         rf"sơ\ kết\ (?:học\ k[ỳì]|HK)\ ?(?:1|I)(?!\w)(?:,?\ (?:năm\ học\ )?{_SLOT})?",
         _report, "sơ kết học kỳ I", "Sơ kết học kỳ 1 năm học 2024-2025"),
    form("summer", rf"hè(?!\w)(?:\ (?:năm\ )?(?P<y>{YEAR}))?", _summer, "hè 2024", "hè năm 2025"),
    form("greeting",
         rf"chào\ mừng\ (?:ngày\ )?(?P<d>{DAY})\ ?/\ ?(?P<m>{MONTH})(?:\ ?/\ ?(?P<y>{YEAR}))?(?!/)",
         _greeting, "chào mừng 20/11", "chào mừng ngày 26/3"),
)  # fmt: skip
