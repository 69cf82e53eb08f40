"""Periods and single dates that are printed in full."""

import datetime as dt

from extract.context import Context
from extract.times.chains import Chain, Item, Node, find_chains
from extract.times.reading import times_of
from schemas import Period

_NOTHING_KNOWN = Context()
_LONGEST = 2_000  # characters that are read
_NAMED = ("year", "school", "quarter", "half", "month")


def read_period(words: str) -> Period | None:
    """The first period that words name in full: `giai đoạn 2021-2025`, `năm học 2023-2024`.

    `đến năm 2030` has no start. Nothing is taken from context: without a year there is none.
    """
    for chain in find_chains(words, 0, min(len(words), _LONGEST)):
        if not chain.items or chain.rhythm or chain.head.atom.kind not in _NAMED:
            continue
        if len(chain.items) > 1 or not _has_year(chain):
            continue
        times = times_of(chain, _NOTHING_KNOWN, words[chain.start : chain.end])
        if len(times) == 1 and (times[0].start or times[0].end):
            label = " ".join(words[chain.start : chain.end].split())
            return Period(label=_lower_first(label), start=times[0].start, end=times[0].end)
    return None


def read_date(words: str) -> dt.date | None:
    """The one day that words print in full, with its year; `None` for none or several."""
    days: set[dt.date] = set()
    for chain in find_chains(words, 0, min(len(words), _LONGEST)):
        if chain.head.atom.kind != "day" or chain.rhythm:
            continue
        for item in chain.items:
            for node in (item.first, item.last):
                if node is None or node.atom.year is None:
                    continue
                bare = Node(node.atom, node.atom.start, ())
                single = Chain((Item(bare),), node.atom.start, node.atom.end)
                for time in times_of(single, _NOTHING_KNOWN, ""):
                    if time.start and time.start == time.end:
                        days.add(time.start)
    return days.pop() if len(days) == 1 else None


def _has_year(chain: Chain) -> bool:
    item = chain.items[0]
    return item.first.atom.year is not None or (
        item.last is not None and item.last.atom.year is not None
    )


def _lower_first(label: str) -> str:
    return label.lower() if label.isupper() else label[0].lower() + label[1:]
