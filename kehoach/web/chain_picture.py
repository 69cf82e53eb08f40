"""The chain as a picture: what a plan rests on above it, what rests on it below.

Only geometry is made here; the template draws it as SVG.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from store.links import ChainLink, CitationLink
from store.listing import DocumentRow

_BOX, _GAP, _HIGH, _STEP = 230.0, 16.0, 44.0, 78.0
_MOST_ABREAST = 4
LEVELS = 3  # above; a commune, its district, its province and a ministry


@dataclass(frozen=True)
class Box:
    """A document, or how many more there are; `href` is empty for what is not stored."""

    x: float
    y: float
    words: str
    below: str
    href: str
    kind: str


@dataclass(frozen=True)
class ChainPicture:
    """Boxes and the lines between them (x1, y1, x2, y2)."""

    width: float
    height: float
    box: tuple[float, float]
    boxes: tuple[Box, ...]
    lines: tuple[tuple[float, float, float, float], ...]


@dataclass(frozen=True)
class _Node:
    """`citing` are the ids of the documents one level lower that cite it."""

    key: str
    words: str
    below: str
    href: str
    kind: str
    citing: frozenset[str] = frozenset()


def chain_picture(
    row: DocumentRow, chain: Sequence[ChainLink], cited_by: Sequence[CitationLink]
) -> ChainPicture | None:
    """The picture; `None` where the document stands alone."""
    own = _Node(row.id, row.number or row.name, row.subject or "", "", "own")
    below = {
        link.document.id: _Node(
            link.document.id, link.document.name, "", f"/documents/{link.document.id}", "stored"
        )
        for link in cited_by
    }
    levels = [*_above(chain)[::-1], [replace(own, citing=frozenset(below))]]
    if below:
        levels.append(_few(list(below.values())))
    if len(levels) == 1:
        return None
    width = max(len(level) for level in levels) * (_BOX + _GAP) - _GAP
    drawn = [
        [
            (node, Box(x, 2 + _STEP * depth, node.words, node.below, node.href, node.kind))
            for x, node in zip(_places(len(level), width), level, strict=True)
        ]
        for depth, level in enumerate(levels)
    ]
    lines = [
        _line(upper, lower)
        for level, following in pairwise(drawn)
        for node, upper in level
        for other, lower in following
        if other.key in node.citing
    ]
    boxes = tuple(box for level in drawn for _node, box in level)
    height = _STEP * (len(levels) - 1) + _HIGH + 4
    return ChainPicture(width, height, (_BOX, _HIGH), boxes, tuple(lines))


def _above(chain: Sequence[ChainLink]) -> list[list[_Node]]:
    levels: list[list[_Node]] = []
    seen: set[str] = set()
    for depth in range(1, LEVELS + 1):
        nodes: dict[str, _Node] = {}
        for one in chain:
            link = one.link
            key = link.target.id if link.target else f"{link.kind} {link.number or link.subject}"
            if one.depth != depth or (key in seen and key not in nodes):
                continue
            seen.add(key)
            before = nodes.get(key)
            nodes[key] = _Node(
                key,
                " ".join(filter(None, (link.kind, link.number))),
                link.subject or "",
                f"/documents/{link.target.id}" if link.target else "",
                "stored" if link.target else "law",
                (before.citing if before else frozenset()) | {link.document.id},
            )
        if not nodes:
            break
        # What is stored comes first: it is what can be opened.
        levels.append(_few(sorted(nodes.values(), key=lambda node: node.kind != "stored")))
    return levels


def _few(nodes: list[_Node]) -> list[_Node]:
    if len(nodes) <= _MOST_ABREAST:
        return nodes
    rest = len(nodes) - _MOST_ABREAST + 1
    return [*nodes[: _MOST_ABREAST - 1], _Node("", f"+ {rest}", "", "", "more")]


def _places(count: int, width: float) -> list[float]:
    first = (width - (count * (_BOX + _GAP) - _GAP)) / 2
    return [first + place * (_BOX + _GAP) for place in range(count)]


def _line(upper: Box, lower: Box) -> tuple[float, float, float, float]:
    return (upper.x + _BOX / 2, upper.y + _HIGH, lower.x + _BOX / 2, lower.y)
