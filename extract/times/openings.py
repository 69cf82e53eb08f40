"""Openings: a rhythm that opens a sentence and holds for the days named later in it.

`Hằng năm, các xã tổng hợp và báo cáo trước ngày 30/11` comes again every year.
"""

import re

from extract.times.chains import Chain, Node
from extract.times.reading import repeated, whole_item
from extract.times.rules import before, with_days
from schemas import TaskTime

_LONGEST = 220  # characters of a sentence between the rhythm and its days
_TURN = re.compile(r"[;\n]|\.\s")
_KINDS = ("day", "month", "quarter", "weekday")


def opens_sentence(text: str, chain: Chain) -> bool:
    """Whether a chain is a plain rhythm (`Hằng năm`) with which a sentence begins."""
    if chain.rhythm is None or chain.items or chain.rhythm.roles:
        return False
    rules = chain.rhythm.atom.rules
    if len(rules) != 1 or rules[0].days or rules[0].weekdays or rules[0].months:
        return False
    above = text[max(0, chain.start - 4) : chain.start].rstrip(" ")
    return above[-1:] in ("", "\n", ".", ";", ":", ")", "-", "–", "+", "*", "•")


def carried(text: str, opening: Chain, chain: Chain) -> tuple[TaskTime, ...]:
    """The times of days named later in the sentence; none where they do not fit the rhythm."""
    if chain.start - opening.end > _LONGEST or opening.rhythm is None:
        return ()
    if _TURN.search(text, opening.end, chain.start):
        return ()
    if chain.rhythm is not None:
        return _finer(text, opening.rhythm, chain)
    if not chain.items:
        return ()
    nodes = [n for item in chain.items for n in (item.first, item.last) if n is not None]
    if any(n.atom.kind not in _KINDS or n.atom.year or n.atom.shift for n in nodes):
        return ()
    if nodes[0].atom.weak and not nodes[0].roles:
        return ()
    roles = tuple(role for node in nodes for role in node.roles)
    if {"data", "about", "event", "outlook"} & set(roles):
        return ()
    other = whole_item(chain.items)
    rules = with_days(opening.rhythm.atom, other, roles)
    words = text[chain.start : chain.end]
    return tuple(repeated(rule, other.precision, words) for rule in rules or ())


def _finer(text: str, opening: Node, chain: Chain) -> tuple[TaskTime, ...]:
    """`Mỗi tháng mở một buổi vào thứ Bảy tuần đầu tháng`: the day of the same cycle."""
    rhythm = chain.rhythm
    if rhythm is None or chain.items or len(rhythm.atom.rules) != 1:
        return ()
    rule, cycle = rhythm.atom.rules[0], opening.atom.rules[0]
    if rule.unit != cycle.unit or cycle.every != rule.every or not (rule.days or rule.weekdays):
        return ()
    due = before(rule) if rhythm.has("before") else rule
    return (repeated(due, rhythm.atom.precision, text[chain.start : chain.end]),)
