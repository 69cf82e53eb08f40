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
    "hour": (*days.NAMED[:3], *rhythms.RHYTHMS, *rhythms.WEEKDAYS),
    "count": (
        *months.HALVES,
        *rhythms.RHYTHMS,
        *rhythms.CONDITIONS,
        *years.YEARS,
        *days.BARE[2:],
    ),
    "digits": (*days.BARE, *months.BARE, *years.BARE),
}
# One look at a word's letters passes most of them; what is left is told apart by `_BRANCHES`.
_GATE = re.compile(
    r"""
    [ \n(,:;"“'\[|*>→–—-](?=
      [tT](?:háng\ ?[\dHBTSCMhbtscm]|hứ\ [HBTNShbtns2-7]|hường\ xuyên
        |rong\ (?:năm|vòng|thời\ hạn\ \d)|ừ\ (?:nay|giờ|bây)|uần\ (?:\d|thứ|đầu|cuối|lễ)
        |ừng\ (?:t[hu]|q|năm)|h[ờơ]i\ k[ỳì]|hượng\ tuần|rung\ tuần|ựu\ trường
        |ổng\ kết\ năm\ học|rước\ thềm|iết\ chào|\.?\d)|THÁNG\ ?\d
      |[nN](?:gày\ ?(?:\d|m[ùồ]|cuối|thứ|ký|ban|làm|được|có\ h)
        |ăm\ ?(?:\d|học\ (?:\d|n|t|s)|nay|này|sau|tới|kế|tiếp)|hiệm\ k[ỳì]|hững\ (?:năm|ngày\ \d)
        |ửa\ (?:đầu|cuối))|NGÀY\ ?\d|NĂM\ ?[\dH]|NHIỆM\ K
      |[cC](?:uối\ (?:tháng|quý|năm|học|HK|các)|ác\ (?:năm|ngày\ \d|tháng\ \d|quý)|ả\ năm
        |hủ\ [Nn]hật|hào\ (?:mừng\ [\dn]|cờ)|hín\ tháng\ [đc]|ứ\ \d)
      |[hH](?:[ằà]ng\ [tqnh]|ọc\ k[ỳì]|ết\ năm|oàn\ thành\ năm|è(?!\w)|ạ\ tuần|ai\ (?:ngày\ \d|lần))
      |H(?:ẰNG|ÀNG)\ [TQN]|HỌC\ K|HK\ ?[I012]
      |[đĐ](?:ầu\ (?:tháng|quý|năm|học|HK|các)|ịnh\ k[ỳì])
      |[qQ](?:u[ýí]\ ?[IVⅠ-Ⅳ\dhmbtn]|úy\ [IV\d]|\.?[IV]{1,3}[/.]|\.?\d)|QU[ÝÍ]\ ?[IV\d]
      |[gG](?:iai\ đ|iữa\ (?:tháng|quý|năm|học|HK)|iờ\ chào)|GIAI\ Đ
      |[mM](?:ỗi\ [tqnh\d]|ùng\ \d|ồng\ \d|ột\ lần)
      |[sS](?:áu\ tháng\ [đc]|ơ\ kết\ (?:học|HK)|uốt\ năm)
      |[bB](?:a\ (?:tháng\ [đc]|ngày\ \d|lần)|uổi\ chào)
      |[kK](?:hi\ (?:kết\ thúc\ năm|hết\ năm|ban\ hành|ký)|ể\ từ\ nay)
      |[lL]iên\ tục|[dD]uy\ trì\ thường|và\ học\ \d
      |\d(?=\d?\ ?[/.,–-]\ ?\d|\d?\ (?:và|đến|tới)\ \d|\d?\ ?(?:giờ|h[\d\ ,]|g\d|:)
        |\d{0,2}\ (?:ngày|tháng|năm|lần|tuần|quý|giờ)(?!\w))
      |(?:19|20)\d\d(?!\d)
    )
    """,
    re.VERBOSE,
)
# A digit at the end of a group's name tells branches of one family apart.
_BRANCHES = re.compile(
    r"""
    [nN](?:(?P<day1>(?:gày\ (?=\d|mùng|mồng|cuối|thứ|ký|ban|làm|được|có\ hiệu)|gày(?=\d)))
      |(?P<day2>GÀY\ ?(?=\d))|(?P<day6>hững\ ngày\ (?=\d))
      |(?P<school1>ăm\ học(?=\ \d|\ này|\ tới|\ sau)|ĂM\ HỌC(?=\ \d))
      |(?P<year1>(?:ăm|ĂM)\ ?(?=\d)|ăm\ (?=nay|này|sau|tới|kế|tiếp))
      |(?P<year2>hiệm\ k[ỳì]\ |HIỆM\ KỲ|hững\ năm)
      |(?P<part1>ửa\ (?:đầu|cuối)))
  | [tT](?:(?P<month1>(?:háng|HÁNG)\ ?(?=[\dHBTSCM1hbtscm])|\.?(?=\d))
      |(?P<weekday1>hứ\ (?=[HBTNShbtns2-7]))
      |(?P<school2>ựu\ trường|ổng\ kết\ năm\ học|rước\ thềm)
      |(?P<year3>h[ờơ]i\ k[ỳì]\ )
      |(?P<part2>uần\ (?=\d|thứ|đầu|cuối|lễ)|(?:hượng|rung)\ tuần)
      |(?P<own1>rong\ năm(?!\ \d|\ học\ \d))
      |(?P<condition1>rong\ (?=vòng|thời\ hạn\ \d))
      |(?P<rhythm1>ừng\ (?=tháng|quý|năm|tuần)|iết\ chào\ cờ)
      |(?P<continuous1>hường\ xuyên)
      |(?P<now1>ừ\ (?:nay|giờ|bây\ giờ)(?!\w)))
  | [qQ](?:(?P<quarter1>(?:u[ýí]|úy|U[ÝÍ])\ ?(?=[IVⅠ-Ⅳ\dhmbtn])|\.?(?=[IV1-4]{1,3}[/.])))
  | [hH](?:(?P<rhythm2>[ằà]ng\ (?=[tqnh])|(?:ẰNG|ÀNG)\ (?=THÁNG|QUÝ|NĂM|TUẦN|NGÀY))
      |(?P<school3>ọc\ k[ỳì]\ |ỌC\ KỲ|K\ ?(?=[I012])|è(?!\w))
      |(?P<own2>ết\ năm(?!\ \d|\ học\ \d)|oàn\ thành\ năm(?!\ \d|\ học\ \d))
      |(?P<part3>ạ\ tuần)|(?P<day7>ai\ ngày\ (?=\d))|(?P<rhythm8>ai\ lần))
  | [cC](?:(?P<part4>uối\ (?:tháng|quý|năm|học|HK|các))|(?P<weekday2>hủ\ [Nn]hật)
      |(?P<own3>ả\ năm(?!\ \d|\ học\ \d))|(?P<year4>ác\ năm)|(?P<day3>ác\ ngày\ (?=\d))
      |(?P<month2>ác\ tháng\ (?=\d))|(?P<quarter2>ác\ quý\ (?=[IV\d]))
      |(?P<school4>hào\ mừng\ (?=\d|ngày\ \d))|(?P<rhythm3>hào\ cờ)
      |(?P<part5>hín\ tháng\ (?=đầu|cuối))|(?P<rhythm11>ứ\ (?=\d)))
  | [đĐ](?:(?P<part6>ầu\ (?:tháng|quý|năm|học|HK|các))|(?P<rhythm4>ịnh\ k[ỳì]\ ?(?=\w|,)))
  | [gG](?:(?P<year5>iai\ đ|IAI\ ĐOẠN)|(?P<part7>iữa\ (?:tháng|quý|năm|học|HK))
      |(?P<rhythm5>iờ\ chào\ cờ))
  | [mM](?:(?P<day4>(?:ùng|ồng)\ (?=\d))|(?P<rhythm10>ột\ lần)
      |(?P<rhythm6>ỗi\ (?=tháng|quý|năm|tuần|học|ngày|\d)))
  | [sS](?:(?P<school5>ơ\ kết\ (?=học\ k|HK))|(?P<part8>áu\ tháng\ (?=đầu|cuối))
      |(?P<own4>uốt\ năm(?!\ \d|\ học\ \d)))
  | [bB](?:(?P<day8>a\ ngày\ (?=\d))|(?P<rhythm9>a\ lần)
      |(?P<part9>a\ tháng\ (?=đầu|cuối))|(?P<rhythm7>uổi\ chào\ cờ))
  | [kK](?:(?P<now2>ể\ từ\ nay(?!\w))|(?P<day5>hi\ (?:ban\ hành|ký))
      |(?P<own5>hi\ (?:kết\ thúc|hết)\ năm(?!\ \d|\ học\ \d)))
  | [lL](?P<continuous2>iên\ tục)
  | [dD](?P<continuous3>uy\ trì\ thường)
  | v(?P<school6>à\ học\ (?=\d))
  | (?P<hour>\d{1,2}\ ?(?:giờ|h|g|:)(?![^\W\d]))
  | (?P<count>\d{1,3}\ (?:ngày|tháng|năm|lần|tuần|quý)(?!\w))
  | (?P<digits>\d)
    """,
    re.VERBOSE,
)
_COUNTABLE = ("digits", "count", "hour", "month")
_REVOLUTION = re.compile(r"cách mạng\s*$", re.IGNORECASE)
_NAMED = re.compile(
    r" \(\s?(?:[Tt]hứ (?:[Hh]ai|[Bb]a|[Tt]ư|[Nn]ăm|[Ss]áu|[Bb]ảy|[2-7])|[Cc]hủ [Nn]hật)\s?\)"
)
# "ngày … tháng … năm 2024" is a date left blank, "những tháng cuối năm" no third of a year
_BLANK = re.compile(r"tháng[\s.…_/]*$", re.IGNORECASE)


def find_atoms(text: str, start: int, end: int) -> Iterator[Atom]:
    """The atoms of `text[start:end]` in order; none reaches into another."""
    free = start  # nothing before it can begin an atom any more
    for at in _stops(text, start, end):
        if at < free:
            continue
        stop = _BRANCHES.match(text, at, end)
        if stop is None:
            continue
        family = (stop.lastgroup or "").rstrip("0123456789")
        if family in _COUNTABLE and _is_tail(text, start, at, free):
            continue
        atom = _atom_at(text, family, at, stop.end(), end)
        if atom is not None:
            free = named_end(text, atom)
            if not _names_no_time(text, start, atom):
                yield atom


def named_end(text: str, atom: Atom) -> int:
    """Where a day ends with its name behind it: `ngày 26/4/2026 (Chủ nhật)`."""
    if atom.kind != "day" or not text.startswith(" (", atom.end):
        return atom.end
    named = _NAMED.match(text, atom.end)
    return named.end() if named else atom.end


def _stops(text: str, start: int, end: int) -> Iterator[int]:
    """Where the words begin that may be a time's; the first one has nothing before it."""
    yield start
    for stop in _GATE.finditer(text, start, end):
        yield stop.start() + 1


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


def _is_tail(text: str, start: int, at: int, free: int) -> bool:
    """The tail of a number, a symbol or a count: `1374/KH`, `0225.3849`, `3 tháng 2 lần`."""
    if at <= start + 1 or at - 1 == free:
        return False
    before, further = text[at - 1], text[at - 2]
    if text[at].isdigit():
        return before in "/.,-–%+" and further.isalnum()
    return before == " " and further.isdigit()


def _names_no_time(text: str, start: int, atom: Atom) -> bool:
    """The rest of a date left blank, of `những tháng cuối năm`, of `Cách mạng tháng Tám`."""
    if atom.kind == "month":
        return _REVOLUTION.search(text, max(start, atom.start - 12), atom.start) is not None
    if atom.kind != "year" and not atom.convention:
        return False
    return _BLANK.search(text, max(start, atom.start - 12), atom.start) is not None
