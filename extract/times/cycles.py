"""Cycles: further rhythms of a report, each with the day that stands behind it in brackets.

`báo cáo định kỳ 6 tháng (trước ngày 10/6), năm (trước ngày 10/12)` comes on both days of each
year; the bare `năm` is a rhythm only behind another.
"""

import re

from extract.times.atoms import Atom, Rule
from extract.times.chains import Chain
from extract.times.match import TimeMatch
from extract.times.reading import repeated, whole_item
from extract.times.rules import before, with_days
from schemas.time import Precision

_LONGEST = 24  # characters between two of them
_NEXT = re.compile(
    r"\s?\)?[\s,;]*(?:và\s)?(?P<unit>cả năm|năm|quý|quí|tháng|0?[369] tháng|một năm|0?1 năm)"
    r"\s?(?:\(\s?|:\s|,\s)?"
)
_REACH = 90  # characters of a sentence between a report's name and its day
_MONTHLY = re.compile(
    r"(?<!\w)(?:[Bb]áo cáo|[Ss]ố liệu|[Tt]hống kê)(?: định kỳ)? (?:hằng |hàng )?"
    r"tháng(?!\w|\s\d)[^.;:\n]{0,70}$"
)
_CYCLES: dict[str, tuple[Rule, Precision]] = {
    "cả năm": (Rule("year"), "year"),
    "một năm": (Rule("year"), "year"),
    "1 năm": (Rule("year"), "year"),
    "năm": (Rule("year"), "year"),
    "quý": (Rule("quarter"), "quarter"),
    "quí": (Rule("quarter"), "quarter"),
    "tháng": (Rule("month"), "month"),
    "3 tháng": (Rule("month", 3), "quarter"),
    "6 tháng": (Rule("month", 6), "half-year"),
    "9 tháng": (Rule("month", 9), "month"),
}


def next_cycle(text: str, latest: TimeMatch, chain: Chain) -> TimeMatch | None:
    """The day of a chain as that of a rhythm named between it and the rhythm before it."""
    if chain.start - latest.end > _LONGEST or not chain.items or latest.modality != "recurring":
        return None
    name = _NEXT.fullmatch(text, latest.end, chain.start)
    if name is None:
        return None
    nodes = [n for item in chain.items for n in (item.first, item.last) if n is not None]
    if any(n.atom.kind != "day" or n.atom.year or n.atom.shift for n in nodes):
        return None
    rule, precision = _CYCLES[name["unit"].lstrip("0")]
    rhythm = Atom(*name.span("unit"), "rhythm", precision, rules=(rule,))
    roles = tuple(role for node in nodes for role in node.roles)
    other = whole_item(chain.items)
    words = text[chain.start : chain.end]
    times = tuple(
        repeated(r, other.precision, words) for r in with_days(rhythm, other, roles) or ()
    )
    if not times:
        return None
    return TimeMatch(chain.start, chain.end, times, "recurring", name.span("unit"))


def of_report(text: str, chain: Chain) -> TimeMatch | None:
    """`Báo cáo tháng gửi trước ngày 18`: a bare day of the month of each report."""
    if len(chain.items) != 1 or chain.items[0].last is not None or chain.rhythm is not None:
        return None
    node = chain.items[0].first
    bare = node.atom.kind == "day" and not node.atom.parts[0].first.month
    if not bare or not text.startswith(("ngày", "Ngày"), node.atom.start):
        return None
    if _MONTHLY.search(text, max(0, chain.start - _REACH), chain.start) is None:
        return None
    rule = Rule("month", days=(node.atom.parts[0].first.day,))
    due = before(rule) if node.has("before") else rule
    words = text[chain.start : chain.end]
    return TimeMatch(chain.start, chain.end, (repeated(due, "day", words),), "recurring")
