"""Days: `ngày 15/6/2024`, `15 tháng 6`, `các ngày 26, 27/12`, `8h00 ngày 28/12/2011`."""

import re

from extract.letter_case import lowered
from extract.times.atoms import DASH, DAY, MONTH, YEAR, Atom, Mark, Part, year_of
from extract.times.atoms import YEAR_SLOT as _YEAR_SLOT
from extract.times.forms import Form, form

_S = r"\ ?"  # one space or none
_WORDS = {
    "một": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "sáu": 6, "bảy": 7, "bẩy": 7,
    "tám": 8, "chín": 9, "mười": 10, "mười một": 11, "mười hai": 12,
}  # fmt: skip
WORD_MONTH = r"(?:mười\ (?:một|hai)|mười|một|hai|ba|tư|bốn|sáu|b[ảẩ]y|tám|chín)(?!\w)"
_HOUR = r"\d{1,2}\ ?(?:giờ|h|g|:)(?:\ ?[0-5]\d)?(?:\ ?(?:phút|ph|['’′]))?"
HOURS = (
    rf"(?P<hours>(?:{_HOUR})(?:\ ?(?:-|–|đến|tới|và)\ ?{_HOUR})?)(?:,|\ của|\ vào)?{_S}"
    r"(?:(?:sáng|trưa|chiều|tối|đêm)\ )?"
)
WEEKDAY = r"(?:thứ\ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\ nhật)(?!\w)"
_LEAD = (
    rf"(?:{HOURS})?(?:\(?{WEEKDAY}\)?,?{_S}(?:\(\ ?)?)?"
    r"(?:(?:các|những|cả|hai|ba)\ )?(?:ngày(?:\ m[ùồ]ng)?|m[ùồ]ng)\ ?"
)
_JOIN = rf"\ ?(?:,|;|và|&|{DASH}|đến(?:\ hết)?|tới)\ ?(?:ngày\ )?"
_DAYS = rf"(?P<days>{DAY}(?:{_JOIN}{DAY}){{0,6}})"
_SLOT = _YEAR_SLOT.replace(" ", r"\ ")
_NOT_NUMBER = rf"(?!\d|\ ?/|{DASH}(?-i:[A-ZĐ]))"
_MONTH_SLASH = rf"\ ?/\ ?(?P<m>{MONTH})(?:\ ?/\ ?(?P<yy>[2-4]\d)(?!\d)|{_SLOT})?{_NOT_NUMBER}"
_MONTH_WORD = rf",?\ ?(?:của\ )?tháng\ ?(?P<m>{MONTH}|{WORD_MONTH})(?:{_SLOT})?"
_TIGHT = rf"(?P<d>{DAY})(?P<sep>[.]|{DASH})(?P<m>{MONTH})(?P=sep)(?P<y>{YEAR})(?!\d|/|[.-]\w)"
_SPAN = re.compile(rf" ?(?:{DASH}|đến|tới)", re.IGNORECASE)
_CUT = re.compile(r" ?(?:,|;|và|&) ?(?:ngày )?", re.IGNORECASE)


def day_parts(words: str, month: int) -> tuple[Part, ...]:
    """The stretches of `26, 27` or `05 - 07` of a month (0 where it is unknown)."""
    if words.isdecimal():
        mark = Mark(0, month, int(words))
        return (Part(mark, mark),)
    parts: list[Part] = []
    for piece in _CUT.split(words):
        days = [int(n) for n in re.findall(r"\d+", piece)]
        if not days:
            continue
        first, last = days[0], days[-1] if _SPAN.search(piece) else days[0]
        start = Mark(0, month, first)
        if last < first and month:
            start = Mark(-1, 12, first) if month == 1 else Mark(0, month - 1, first)
        parts.append(Part(start, Mark(0, month, last)))
    return _touching(parts)


def _touching(parts: list[Part]) -> tuple[Part, ...]:
    """Days that follow each other are one stretch."""
    out: list[Part] = []
    for part in parts:
        if out and part.first == out[-1].last._replace(day=out[-1].last.day + 1):
            out[-1] = Part(out[-1].first, part.last)
        else:
            out.append(part)
    return tuple(out)


def month_number(words: str) -> int:
    """`6`, `06` or `sáu`."""
    return int(words) if words.isdecimal() else _WORDS[lowered(words)]


def _atom(match: "re.Match[str]", month: int, *, weak: bool = False) -> Atom:
    groups = match.groupdict()
    short = groups.get("yy")
    year, shift = year_of(match) if "rel" in groups else (None, 0)
    year = 2000 + int(short) if short else year
    hours = groups.get("hours") or ""
    return Atom(
        match.start(),
        match.end(),
        "day",
        "day",
        day_parts(match["days"], month),
        year=year,
        shift=shift,
        weak=weak,
        hour=bool(hours),
        midnight=bool(re.match(r"0{1,2} ?(?:giờ|h|:)(?: ?00)?$", hours)),
    )


def _named(match: "re.Match[str]") -> Atom:
    return _atom(match, month_number(match["m"]))


def _bare(match: "re.Match[str]") -> Atom:
    return _atom(match, month_number(match["m"]), weak=not (match["y_"] or match["y"]))


def _lone(match: "re.Match[str]") -> Atom:
    return _atom(match, 0, weak=True)


def _tight(match: "re.Match[str]") -> Atom:
    mark = Mark(0, int(match["m"]), int(match["d"]))
    year = int(match["y"])
    return Atom(match.start(), match.end(), "day", "day", (Part(mark, mark),), year=year)


def _signing(match: "re.Match[str]") -> Atom:
    return Atom(match.start(), match.end(), "signing", "day")


NAMED: tuple[Form, ...] = (
    form("day-slash", _LEAD + _DAYS + _MONTH_SLASH, _named,
         "ngày 15/6/2024", "Ngày 05 /3/2025", "các ngày 26, 27/12/2011", "ngày 05 - 07/3/2025",
         "16 giờ ngày 30/6", "8h00-10h00 ngày 28/12/2011", "thứ Sáu, ngày 15/6/2025",
         "ngày 28 đến ngày 05/6", "ngày 01/7/25", "ngày 31/01 năm liền kề", "NGÀY 01/9/2025"),
    form("day-tight", r"(?:ngày\ )?" + _TIGHT, _tight, "ngày 15.6.2024", "15-06-2024"),
    form("day-month-word", _LEAD + _DAYS + _MONTH_WORD, _named,
         "ngày 15 tháng 6 năm 2024", "mùng 2 tháng 9", "ngày 31 tháng 07năm 2020",
         "ngày 15 và ngày 30 tháng 4", "17 giờ 00 ngày 01 tháng 02 năm 2026",
         "ngày 03 tháng Hai năm 2025", "ngày 10 tháng 01 năm sau"),
    form("signing-day",
         r"(?:ngày|khi)\ (?:được\ )?(?:ký(?:\ (?:ban\ hành|quyết\ định))?|ban\ hành"
         r"|có\ hiệu\ lực(?:\ thi\ hành)?)(?!\w)"
         r"(?:\ (?:(?:kế\ hoạch|văn\ bản|quyết\ định|hướng\ dẫn)(?:\ này)?)(?!\w))?",
         _signing, "ngày ký", "ngày ký ban hành", "ngày ban hành Kế hoạch", "khi ban hành"),
    form("day-alone", _LEAD + _DAYS + r"(?!\d|\ ?[/.]\ ?\d|\ ?%)", _lone,
         "ngày 15", "các ngày 10, 20", "ngày 01 đến ngày 05"),
)  # fmt: skip

BARE: tuple[Form, ...] = (
    form("bare-tight", _TIGHT, _tight, "15.6.2024"),
    form("bare-slash",
         rf"(?P<days>{DAY}(?:\ ?(?:,|và|{DASH}|đến|tới)\ ?{DAY}){{0,4}})" + _MONTH_SLASH, _bare,
         "15/6/2024", "15/6", "26, 27/12/2011", "05-07/3", "28 đến 30/4"),
    form("bare-month-word",
         rf"(?P<days>{DAY}(?:\ ?(?:,|và|{DASH}|đến|tới)\ ?{DAY}){{0,4}})" + _MONTH_WORD
         + r"(?!\ lần)", _named, "15 tháng 6 năm 2024", "15 tháng 6", "5-7 tháng 6"),
)  # fmt: skip
