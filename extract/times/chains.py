"""Chains: atoms that stand together read as one range, list or rhythm.

`từ ngày 01/3 đến 15/4/2025` is one stretch, `tháng 4, tháng 5 năm 2022` a list, `hằng năm,
trước ngày 30/11` a rhythm.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.times.atoms import Atom
from extract.times.gate import find_atoms, named_end
from extract.times.prefixes import Role, prefix_of

_TO = re.compile(r"\s?(?:[-–—]|->|→)\s?")
_AND = re.compile(r"\s?(?:,|;|và|\+|&|hoặc|, và)\s?")
# "chậm nhất ngày 20/6 (báo cáo 6 tháng) và ngày 20/12"
_AND_BEHIND_REMARK = re.compile(r"\s?\([^()\n]{1,44}\)(?:\s?[,;]\s?|,?\s(?:và|hoặc)\s)")
_BESIDE = re.compile(r"\s?[,(:–-]?\s?(?:của\s|trong\s|vào\s|cụ thể\s)?")
_CALENDAR = ("day", "month", "quarter", "half", "year", "school", "season")
_LIST_KINDS = ("day", "month", "quarter", "half", "year", "school", "rhythm", "weekday")
_LONGEST_GAP = 60  # characters between the parts of one expression
_MOST_ITEMS = 40  # of one list; more are noise
_MOST_HELD = 200  # atoms that stand in one row
_ENDS = ("until", "by", "before", "ending")


@dataclass(frozen=True, slots=True)
class Node:
    """An atom with the prefixes before it; `start` is where they begin."""

    atom: Atom
    start: int
    roles: tuple[Role, ...]

    def has(self, *roles: Role) -> bool:
        """Whether one of its prefixes has one of the roles."""
        return bool(self.roles) and any(r in self.roles for r in roles)


@dataclass(frozen=True, slots=True)
class Item:
    """One atom, or the two ends of a range."""

    first: Node
    last: Node | None = None


@dataclass(frozen=True, slots=True)
class Chain:
    """Items of one expression in order; `rhythm` is what makes them come again."""

    items: tuple[Item, ...]
    start: int
    end: int
    rhythm: Node | None = None

    @property
    def head(self) -> Node:
        """Its first atom."""
        return self.items[0].first if self.items else self._only_rhythm()

    def _only_rhythm(self) -> Node:
        assert self.rhythm is not None
        return self.rhythm


def is_pair(chain: Chain) -> bool:
    """`18/4/1992 - 18/4/2022`: the same day years apart, a commemoration and no work's time."""
    if len(chain.items) != 1 or chain.items[0].last is None:
        return False
    first, last = chain.items[0].first.atom, chain.items[0].last.atom
    if first.year is None or last.year is None or first.kind != "day":
        return False
    return first.parts == last.parts and first.year < last.year


def find_chains(text: str, start: int, end: int) -> Iterator[Chain]:
    """The expressions of `text[start:end]`, in order."""
    held: list[Node] = []
    low = start
    for atom in find_atoms(text, start, end):
        prefix = prefix_of(text, low, atom.start)
        node = Node(atom, prefix.start, prefix.roles)
        low = atom.end
        if held and (len(held) >= _MOST_HELD or not _near(text, held[-1], node)):
            yield from _chains(text, held)
            held = []
        held.append(node)
    if held:
        yield from _chains(text, held)


def _near(text: str, before: Node, after: Node) -> bool:
    gap = text[before.atom.end : min(after.start, before.atom.end + _LONGEST_GAP)]
    return after.start - before.atom.end <= _LONGEST_GAP and "\n" not in gap


def _chains(text: str, nodes: list[Node]) -> Iterator[Chain]:
    """Nodes that stand near each other cut into expressions."""
    i = 0
    while i < len(nodes):
        chain, i = _chain_at(text, nodes, i)
        yield chain


def _chain_at(text: str, nodes: list[Node], i: int) -> tuple[Chain, int]:
    first = nodes[i]
    items: list[Item] = []
    rhythm: Node | None = None
    if first.atom.kind == "rhythm":
        rhythm = first
    else:
        items.append(Item(first))
    last = first
    j = i + 1
    while j < len(nodes) and len(items) < _MOST_ITEMS:
        node = nodes[j]
        gap = text[named_end(text, last.atom) : node.start]
        if rhythm is None and node.atom.kind == "rhythm" and _comes_again(items, node, gap):
            rhythm = node
        elif rhythm is not None and not items and _is_of(rhythm, node, gap):
            items.append(Item(node))
        elif rhythm is None and _is_range(items[-1], node, gap):
            items[-1] = Item(items[-1].first, node)
        elif rhythm is None and _is_list(items[-1], node, gap):
            items.append(Item(node))
        else:
            break
        last = node
        j += 1
        if rhythm is not None and items:
            break
    end = last.atom.end
    if text.count("(", first.start, end) > text.count(")", first.start, end):
        end += text.startswith(")", end)
    end = max(end, named_end(text, last.atom))
    return Chain(tuple(items), first.start, end, rhythm), j


def _comes_again(items: list[Item], rhythm: Node, gap: str) -> bool:
    """`trước ngày 30/11` + `hằng năm`; a printed year comes only once.

    `thứ Sáu tuần thứ 2` + `và thứ Sáu tuần thứ 4 hằng tháng` share the rhythm of the last.
    """
    if all(i.first.atom.kind == "weekday" for i in items) and rhythm.atom.rules[0].weekdays:
        return bool(_AND.fullmatch(gap) or _AND_BEHIND_REMARK.fullmatch(gap))
    fits = all(
        n.atom.kind in (*_CALENDAR, "weekday") and n.atom.year is None
        for item in items
        for n in (item.first, item.last)
        if n is not None
    )
    own = rhythm.atom.rules
    plain = len(own) == 1 and not (own[0].days or own[0].weekdays)
    return fits and plain and not rhythm.roles and _BESIDE.fullmatch(gap) is not None


def _is_of(rhythm: Node, node: Node, gap: str) -> bool:
    """`hằng tháng` + `, trước ngày 20`."""
    own = rhythm.atom.rules
    if len(own) != 1 or own[0].days or own[0].weekdays or node.atom.year is not None:
        return False
    if node.atom.kind not in ("day", "month", "quarter", "weekday", "rhythm"):
        return False
    if node.has("from") and own[0].unit in ("day", "week"):
        return False  # `mỗi ngày 02 lần, từ ngày 25/3 đến ngày 30/4`: since when
    return _BESIDE.fullmatch(gap) is not None


def _is_range(item: Item, node: Node, gap: str) -> bool:
    first = item.first
    if item.last is not None or node.atom.kind not in (*_CALENDAR, "signing"):
        return False
    if first.atom.kind not in (*_CALENDAR, "now", "signing", "weekday"):
        return False
    labelled = first.roles == ("by",) and _TO.fullmatch(gap)  # "Thời hạn: 15/5 - 20/6"
    if first.has("before", "by", "until", "ending") and not (first.has("from") or labelled):
        return False
    if any(r in _ENDS for r in node.roles):
        if first.has("from") or first.atom.kind == "now":
            return gap.strip() in ("", ",", "-", "–")
        return node.has("until") and not gap.strip()
    return _TO.fullmatch(gap) is not None and not node.roles and first.atom.kind != "now"


def _is_list(item: Item, node: Node, gap: str) -> bool:
    first = item.first
    if item.last is not None or first.atom.kind != node.atom.kind:
        return False
    if first.atom.kind not in _LIST_KINDS or (first.atom.parts and first.atom.shift):
        return False
    if node.roles and node.roles != first.roles and node.roles != ("in",):
        return False
    if first.atom.label or node.atom.label or first.has("from", "after"):
        return False
    return bool(_AND.fullmatch(gap) or _AND_BEHIND_REMARK.fullmatch(gap))
