"""Gate: where in a text an expression of time may begin, and which atom stands there.

One regular expression passes over the text; only where it stops are the forms of a family
tried. Every branch begins with its own letters, so that most characters are passed at once.
"""

import re
from collections.abc import Iterator

from extract.times import days, months, rhythms, school, years
from extract.times.atoms import Atom
from extract.times.forms import Form

FAMILIES: dict[str, tuple[Form, ...]] = {
    "day": (*rhythms.CYCLE_DAYS, *days.NAMED, *rhythms.WEEKDAYS),
    "weekday": (*days.NAMED[:3], *rhythms.WEEKDAYS),
    "month": months.MONTHS,
    "quarter": months.QUARTERS,
    "school": school.SCHOOL,
    "year": years.YEARS,
    "part": (*months.HALVES, *months.MONTHS, *months.QUARTERS, *years.YEARS, *school.SCHOOL),
    "rhythm": rhythms.RHYTHMS,
    "continuous": rhythms.CONTINUOUS,
    "condition": rhythms.CONDITIONS,
    "now": (),
    "digits": (
        *days.NAMED[:3],
        *months.HALVES,
        *rhythms.RHYTHMS,
        *rhythms.CONDITIONS,
        *years.YEARS,
        *days.BARE,
        *months.BARE,
        *years.BARE,
        *rhythms.WEEKDAYS,
    ),
}
_GATE = re.compile(
    r"""
    (?P<digits>\d(?=\d?\ ?[/.,–-]\ ?\d|\d?\ (?:và|đến)\ \d|\d?\ ?(?:giờ|h\d|h\ |g\d|:)
      |\d{0,2}\ (?:ngày|tháng|năm|lần|tuần|quý|giờ)(?!\w)|\d{3}(?!\d)))
  | (?P<day>[Nn]gày\ (?=\d|mùng|mồng|cuối|thứ|ký|ban|làm|được|có\ hiệu)|[Nn]gày(?=\d)
      |NGÀY\ ?(?=\d)|[Mm](?:ùng|ồng)\ (?=\d))
  | (?P<weekday>[Tt]hứ\ (?=[HBTNShbtns2-7])|[Cc]hủ\ [Nn]hật)
  | (?P<month>(?:[Tt]háng|THÁNG)\ ?(?=[\dHBTSCM1hbtscm])|T\.?(?=\d))
  | (?P<quarter>(?:[Qq](?:u[ýí]|úy)|QU[ÝÍ])\ ?(?=[IVⅠ-Ⅳ\dhmbtn])|Q\.?(?=[IV1-4]{1,3}[/.]))
  | (?P<school>[Nn]ăm\ học(?=\ \d|\ này|\ tới|\ sau)|NĂM\ HỌC(?=\ \d)|và\ học\ (?=\d)
      |[Hh]ọc\ k[ỳì]\ |HỌC\ KỲ|HK\ ?(?=[I12])|[Hh]è(?!\w)|[Tt]ựu\ trường|[Tt]ổng\ kết\ năm\ học
      |[Ss]ơ\ kết\ (?=học\ k|HK)|[Tt]rước\ thềm|[Cc]hào\ mừng\ (?=\d|ngày\ \d))
  | (?P<year>(?:[Nn]ăm|NĂM)\ ?(?=\d)|[Nn]ăm\ (?=nay|này|sau|tới|kế|tiếp)
      |[Gg]iai\ đ|GIAI\ ĐOẠN|[Tt]h[ờơ]i\ k[ỳì]\ |[Nn]hiệm\ k[ỳì]\ |NHIỆM\ KỲ
      |các\ năm|Các\ năm|những\ năm)
  | (?P<part>(?:[Đđ]ầu|[Gg]iữa|[Cc]uối)\ (?:tháng|quý|năm|học|HK|các)
      |[Nn]ửa\ (?:đầu|cuối)|[Tt]uần\ (?=\d|thứ|đầu|cuối|lễ)
      |(?:[Tt]hượng|[Tt]rung|[Hh]ạ)\ tuần|(?:[Ss]áu|[Bb]a|[Cc]hín)\ tháng\ (?=đầu|cuối))
  | (?P<own>(?:[Tt]rong|[Cc]ả|[Hh]ết|[Ss]uốt|[Hh]oàn\ thành|khi\ kết\ thúc)\ năm(?!\ \d|\ học\ \d))
  | (?P<rhythm>[Hh][ằà]ng\ (?=[tqnh])|HẰNG\ |HÀNG\ (?=THÁNG|QUÝ|NĂM|TUẦN)
      |[Mm]ỗi\ (?=tháng|quý|năm|tuần|học)|[Tt]ừng\ (?=tháng|quý|năm|tuần)|[Đđ]ịnh\ k[ỳì]\ ?(?=\w|,)
      |(?:giờ\ |tiết\ |buổi\ )?chào\ cờ|(?:Giờ|Tiết|Chào\ cờ))
  | (?P<continuous>[Tt]hường\ xuyên|[Ll]iên\ tục|[Dd]uy\ trì\ thường)
  | (?P<condition>[Tt]rong\ (?=vòng|thời\ hạn\ \d))
  | (?P<now>(?:[Kk]ể\ )?[Tt]ừ\ (?:nay|giờ|bây\ giờ)(?!\w))
    """,
    re.VERBOSE,
)


def find_atoms(text: str, start: int, end: int) -> Iterator[Atom]:
    """The atoms of `text[start:end]` in order; none reaches into another."""
    free = start  # nothing before it can begin an atom any more
    for stop in _GATE.finditer(text, start, end):
        at = stop.start()
        if at < free or (at > start and text[at - 1].isalnum()):
            continue
        atom = _atom_at(text, stop.lastgroup or "", at, stop.end(), end)
        if atom is not None and _stands_free(text, start, atom):
            yield atom
            free = atom.end


def _atom_at(text: str, family: str, at: int, gate_end: int, end: int) -> Atom | None:
    if family == "now":
        return Atom(at, gate_end, "now", "day")
    if family == "own":  # "trong năm", "cả năm học": the words before are its prefix
        at = text.rindex("năm", at, gate_end)
        forms: tuple[Form, ...] = (school.SCHOOL[1], years.YEARS[-1])
    else:
        forms = FAMILIES[family]
    for form in forms:
        match = form.pattern.match(text, at, end)
        if match and match.end() > match.start():
            atom = form.read(match)
            if atom is not None:
                return atom
    return None


def _stands_free(text: str, start: int, atom: Atom) -> bool:
    """Not the tail of a number, a symbol or a count: `1374/KH`, `0225.3849`, `3 tháng 2 lần`."""
    if atom.start == start or not (text[atom.start].isdigit() or atom.kind == "month"):
        return True
    before = text[atom.start - 1]
    if text[atom.start].isdigit():
        return not (before in "/.,-–%+" and atom.start - 1 > start and (
            text[atom.start - 2].isalnum()
        ))
    return not (before == " " and atom.start - 1 > start and text[atom.start - 2].isdigit())
