"""Rhythms: `hằng tháng`, `định kỳ 6 tháng`, `ngày 20 tháng cuối quý`, `thứ Hai tuần đầu tháng`."""

import re

from extract.letter_case import lowered
from extract.times.atoms import DASH, DAY, Atom, Kind, Rule, numbers
from extract.times.days import HOURS
from extract.times.forms import Form, form
from schemas.time import Precision

_EVERY = r"(?:h[ằà]ng|mỗi|từng)"
_UNIT = r"(?:ngày|tuần|tháng|qu[ýí]|qúy|năm\ học|n[ăẳ]m|học\ k[ỳì])"
_MORE = r"(?:\d{1,2}\ tháng|(?:0?1\ )?(?:tuần|tháng|quý|năm))(?!\w)"
_COUNT = r"(?:\d{1,2}|một|hai|ba|sáu)"
_ONCE = rf"(?:\ ?(?:/|,)?\ ?(?P<times>{_COUNT}|ít\ nhất\ {_COUNT})\ (?:lần|kỳ|buổi)(?!\w))?"
_NEXT = r"(?:sau|tới|kế\ tiếp|tiếp\ theo|liền\ kề|liền\ sau|kế\ sau)"
_UNITS: dict[str, tuple[str, Precision]] = {
    "ngày": ("day", "day"),
    "tuần": ("week", "day"),
    "tháng": ("month", "month"),
    "quý": ("quarter", "quarter"),
    "quí": ("quarter", "quarter"),
    "năm": ("year", "year"),
    "năm học": ("year", "school-year"),
    "học kỳ": ("half", "half-year"),
    "học kì": ("half", "half-year"),
}
_WORDS = {"một": 1, "hai": 2, "ba": 3, "sáu": 6}
_WEEKDAYS = {
    "hai": "MO", "2": "MO", "ba": "TU", "3": "TU", "tư": "WE", "4": "WE", "năm": "TH", "5": "TH",
    "sáu": "FR", "6": "FR", "bảy": "SA", "7": "SA", "nhật": "SU",
}  # fmt: skip
WEEK = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_WEEKDAY = r"(?:thứ\ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\ nhật)(?!\w)"
_FIRST_MONTHS, _LAST_MONTHS = (1, 4, 7, 10), (3, 6, 9, 12)
_ITEM = re.compile(
    rf"(?:{_EVERY}\ )?(?:(?P<n>\d{{1,2}})\ )?(?P<unit>{_UNIT})", re.IGNORECASE | re.VERBOSE
)
_THROUGH = re.compile(rf"{DASH}|đến", re.IGNORECASE)
_WEEKDAY_NAME = re.compile(_WEEKDAY, re.IGNORECASE | re.VERBOSE)


def _count(words: str) -> int:
    return int(words) if words.isdecimal() else _WORDS[lowered(words)]


def _rule(unit: str, every: int = 1) -> tuple[Rule, Precision]:
    name, precision = _UNITS[lowered(unit).replace("nẳm", "năm").replace("qúy", "quý")]
    if name == "month" and every > 1:
        precision = {3: "quarter", 6: "half-year", 12: "year"}.get(every, "month")  # type: ignore[assignment]
        return Rule("month", every), precision
    if name == "half":
        return Rule("month", 6), precision
    return Rule(name, every), precision  # type: ignore[arg-type]


def _atom(match: "re.Match[str]", rules: tuple[Rule, ...], precision: Precision) -> Atom:
    return Atom(match.start(), match.end(), "rhythm", precision, rules=rules)


def _every(match: "re.Match[str]") -> Atom:
    """`hằng tháng, quý, năm` is three rhythms; `02 lần` in one of them leaves its days open."""
    rules: list[Rule] = []
    precision: Precision = "none"
    for item in _ITEM.finditer(match["units"]):
        rule, own = _rule(item["unit"], int(item["n"] or 1))
        precision = own if not rules else precision
        rules.append(rule)
    return _atom(match, tuple(rules), precision)


def _several(match: "re.Match[str]") -> Atom | None:
    every = _count(match["n"])
    if every < 1:
        return None
    rule, precision = _rule(match["unit"], every)
    return _atom(match, (rule,), precision)


def _per(match: "re.Match[str]") -> Atom:
    rule, precision = _rule(match["unit"])
    return _atom(match, (rule,), precision)


def _daily(match: "re.Match[str]") -> Atom:
    return Atom(match.start(), match.end(), "rhythm", "day", rules=(Rule("day"),), hour=True)


def _quarter_day(match: "re.Match[str]") -> Atom:
    months = _LAST_MONTHS if match["which"].lower() == "cuối" else _FIRST_MONTHS
    rule = Rule("year", months=months, days=tuple(numbers(match["days"])))
    return _atom(match, (rule,), "day")


def _month_day(match: "re.Match[str]") -> Atom:
    days = numbers(match["days"])
    if re.search(DASH, match["days"]) and len(days) == 2 and days[0] < days[1]:
        days = list(range(days[0], days[1] + 1))
    return _atom(match, (Rule("month", days=tuple(days)),), "day")


def _last_day(match: "re.Match[str]") -> Atom:
    unit = match["unit"].lower()
    if match["working"]:
        rule = Rule("month", days=(), weekdays=(*WEEK[:5], "-1"))
    elif unit.startswith("qu"):
        rule = Rule("year", months=_LAST_MONTHS, days=(-1,))
    elif unit == "tháng":
        rule = Rule("month", days=(-1,))
    else:
        rule = Rule("year", months=(12,), days=(31,))
    return _atom(match, (rule,), "day")


def _weekday(match: "re.Match[str]") -> Atom:
    """A weekday of each week, or of one week of the month (`2FR`); alone it is no time yet."""
    names = _days_of_week(match["days"])
    nth, unit = match["nth"], (match["unit"] or "").lower()
    if nth:
        word = nth.lower().split()[-1]
        order = -1 if "cuối" in nth.lower() else 1 if "đầu" in nth.lower() else _order(word)
        rule = Rule("month", weekdays=tuple(f"{order}{name}" for name in names))
        if unit == "tuần" or (match["week"] is None and not unit):
            rule = Rule("week", weekdays=tuple(names))
        weak = not unit
    else:
        rule = Rule("week", weekdays=tuple(names))
        weak = unit != "tuần"
    kind: Kind = "weekday" if weak else "rhythm"
    return Atom(
        match.start(), match.end(), kind, "day", rules=(rule,), weak=weak, hour=bool(match["hours"])
    )


def _days_of_week(words: str) -> list[str]:
    """`thứ hai, thứ tư` are two days, `thứ hai - thứ sáu` five."""
    out: list[str] = []
    stop = 0
    for name in _WEEKDAY_NAME.finditer(words):
        day = _WEEKDAYS[lowered(name[0]).split()[-1]]
        between = words[stop : name.start()]
        stop = name.end()
        first = WEEK.index(out[-1]) if out else 7
        if first < WEEK.index(day) and _THROUGH.search(between):
            out += WEEK[first + 1 : WEEK.index(day)]
        out.append(day)
    return out


def _order(word: str) -> int:
    return int(word) if word.isdecimal() else {"nhất": 1, "hai": 2, "ba": 3, "tư": 4}.get(word, 1)


def _assembly(match: "re.Match[str]") -> Atom:
    return _atom(match, (Rule("week", weekdays=("MO",)),), "day")


def _continuous(match: "re.Match[str]") -> Atom:
    return Atom(match.start(), match.end(), "continuous")


def _condition(match: "re.Match[str]") -> Atom:
    return Atom(match.start(), match.end(), "condition")


RHYTHMS: tuple[Form, ...] = (
    form("every",
         rf"(?:theo\ )?(?:định\ k[ỳì],?\ )?(?:vào\ )?(?P<units>{_EVERY}\ {_UNIT}(?!\w)"
         rf"(?:(?:,|\ và|;|/)\ ?(?:{_EVERY}\ )?{_MORE}){{0,4}})"
         rf"{_ONCE}", _every,
         "hằng tháng", "Hàng năm", "mỗi tháng một lần", "định kỳ hằng quý", "hằng tháng, quý, năm",
         "mỗi học kỳ 01 lần"),
    form("daily-hour", rf"{HOURS}(?:vào\ )?(?P<unit>{_EVERY}\ ngày)(?!\w)", _daily,
         "15 giờ 00 hằng ngày", "17h hàng ngày"),
    form("period",
         rf"định\ k[ỳì],?\ (?:theo\ )?(?P<units>(?:{_MORE}(?:,|\ và|;|/)\ ?){{1,4}}"
         rf"(?:{_EVERY}\ )?{_MORE})", _every,
         "định kỳ tháng, quý, năm", "Định kỳ 6 tháng, 1 năm"),
    form("several",
         rf"(?:định\ k[ỳì],?\ )(?:mỗi\ |cứ\ )?(?P<n>{_COUNT})\ (?P<unit>{_UNIT})(?!\w)"
         r"(?:\ ?(?:/|\ một|\ 0?1)\ ?lần)?", _several,
         "định kỳ 6 tháng", "định kỳ 03 tháng một lần", "định kỳ 6 tháng/lần"),
    form("period-one", r"định\ k[ỳì]\ (?P<unit>tuần|tháng|quý|năm)(?!\w)", _per, "định kỳ quý"),
    form("each-several",
         rf"(?:mỗi\ |cứ\ )?(?P<n>{_COUNT})\ (?P<unit>{_UNIT})(?:\ ?/|\ một|\ 0?1)\ ?lần(?!\w)",
         _several, "6 tháng một lần", "02 tuần/lần", "03 tháng 01 lần"),
    form("times-per",
         rf"(?:{_COUNT})\ lần\ ?(?:/|mỗi|trong|trên|một)\ ?(?:0?1\ |một\ )?(?P<unit>{_UNIT})(?!\w)",
         _per, "02 lần/năm", "1 lần/tháng", "01 lần mỗi quý"),
    form("assembly", r"(?:giờ|tiết|buổi)?\ ?chào\ cờ(?:\ (?:đầu\ tuần|thứ\ (?:hai|2)))?(?!\w)"
         r"(?:\ h[ằà]ng\ tuần)?", _assembly, "giờ chào cờ đầu tuần", "tiết chào cờ"),
)  # fmt: skip

CYCLE_DAYS: tuple[Form, ...] = (
    form("quarter-day",
         rf"(?:ngày\ )(?P<days>{DAY}(?:\ ?(?:,|và)\ ?{DAY}){{0,3}})\ (?:của\ )?(?:các\ )?tháng\ "
         rf"(?P<which>đầu|cuối)(?:\ (?:tiên|cùng))?(?:\ của)?\ (?:{_EVERY}\ |các\ )?qu[ýí]"
         rf"(?:\ {_NEXT})?(?!\w)", _quarter_day,
         "ngày 20 tháng cuối quý", "ngày 15 của tháng cuối quý", "ngày 05 tháng đầu quý sau",
         "ngày 10 tháng đầu của quý tiếp theo"),
    form("month-day",
         rf"(?:các\ )?(?:ngày\ )(?P<days>{DAY}(?:\ ?(?:,|và|{DASH})\ ?{DAY}){{0,5}})\ "
         rf"(?:(?:của\ )?(?:{_EVERY}\ tháng|tháng\ {_NEXT}|tháng\ báo\ cáo)|của\ tháng)(?!\w|\ \d)",
         _month_day,
         "Ngày 15 hàng tháng", "ngày 05 của tháng liền kề", "ngày 10 và 25 hằng tháng",
         "ngày 03 tháng sau"),
    form("last-day",
         rf"ngày\ (?P<working>làm\ việc\ )?cuối(?:\ cùng)?\ (?:của\ )?(?:{_EVERY}\ )?"
         r"(?P<unit>tháng|qu[ýí]|năm)(?!\w)(?!\ (?:\d|[IV]))", _last_day,
         "ngày cuối cùng của tháng", "ngày làm việc cuối cùng của tháng", "ngày cuối quý"),
)  # fmt: skip

WEEKDAYS: tuple[Form, ...] = (
    form("weekday",
         rf"(?:{HOURS})?(?:ngày\ )?"
         rf"(?P<days>{_WEEKDAY}(?:(?:,|\ và|\ ?{DASH}|\ đến)\ ?{_WEEKDAY}){{0,5}})"
         r"(?:\ (?:của\ )?(?P<nth>(?P<week>tuần\ )?(?:thứ\ (?:[1-5]|nhất|hai|ba|tư)"
         r"|đầu(?:\ tiên)?|cuối(?:\ cùng)?)))?"
         rf"(?:,?\ ?(?:của\ |trong\ )?(?:{_EVERY}\ |các\ )?(?P<unit>tuần|tháng)(?!\w))?", _weekday,
         "thứ Hai tuần đầu tháng", "thứ Sáu hằng tuần", "thứ 2 đầu tuần",
         "thứ Hai, thứ Năm hằng tuần", "thứ Sáu tuần thứ 2 hằng tháng", "thứ Sáu"),
)  # fmt: skip

CONTINUOUS: tuple[Form, ...] = (
    form("continuous",
         r"(?:duy\ trì\ )?(?:thường\ xuyên(?:,?\ (?:và\ )?liên\ tục)?|liên\ tục)(?!\w)",
         _continuous,
         "Thường xuyên", "thường xuyên, liên tục", "Duy trì thường xuyên"),
)  # fmt: skip

CONDITIONS: tuple[Form, ...] = (
    form("days-from",
         r"(?:trong\ (?:vòng|thời\ (?:hạn|gian))\ )?(?:\d{1,3}|một|hai|ba)\ "
         r"(?:giờ|ngày|tuần|tháng)(?:\ làm\ việc)?,?\ "
         r"(?:kể\ từ|tính\ từ|sau|trước|so\ với)(?!\ (?:ngày\ ?)?\d)(?:\ (?:khi|ngày|thời\ điểm)"
         r"(?:\ (?:ký|ban\ hành|nhận|có\ hiệu\ lực|kết\ thúc)(?:\ ban\ hành)?)?)?(?!\w)(?!\ \d)",
         _condition, "05 ngày làm việc kể từ ngày nhận", "20 ngày sau khi", "3 ngày trước khi"),
    form("within",
         r"trong\ (?:vòng|thời\ hạn)\ \d{1,3}\ (?:giờ|ngày|tuần|tháng)(?:\ làm\ việc)?(?!\w)",
         _condition, "trong vòng 15 ngày", "trong thời hạn 05 ngày làm việc"),
    form("after-days", r"\d{1,3}\ ngày(?:\ làm\ việc)?(?!\w)(?=\ ?(?:[,.;)]|$|kể|tính|so))",
         _condition, "10 ngày làm việc"),
)  # fmt: skip
