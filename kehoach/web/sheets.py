"""Sheets: a document's pages as pictures, with a frame around everything that was read."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from extract.painter import Size
from kehoach.web.record_items import Group
from schemas import Box, Plan

MOST_SHEETS = 400  # of one page of ours; a browser loads a picture when it is scrolled to
_MARGIN = 1.5  # points around the letters


@dataclass(frozen=True)
class Frame:
    """A rectangle on a page; `first` is true for the first of its item, which has the anchor."""

    x: float
    y: float
    width: float
    height: float
    item: str
    kind: str
    label: str
    first: bool


@dataclass(frozen=True)
class Sheet:
    """A page from 1, its size in points, and the frames on it."""

    number: int
    width: float
    height: float
    frames: tuple[Frame, ...]


def sheets_of(plan: Plan, groups: Sequence[Group], sizes: Sequence[Size]) -> list[Sheet]:
    """The pages of the document with their frames, large ones under small ones; none without
    sizes."""
    if not sizes:
        return []
    frames: dict[int, list[Frame]] = {}
    seen: set[str] = set()
    for item, kind, label, box in _boxes(groups):
        page, x0, top, x1, bottom = box
        if 1 <= page <= len(sizes):
            found = Frame(
                round(x0 - _MARGIN, 1),
                round(top - _MARGIN, 1),
                round(x1 - x0 + 2 * _MARGIN, 1),
                round(bottom - top + 2 * _MARGIN, 1),
                item,
                kind,
                label,
                item not in seen,
            )
            frames.setdefault(page, []).append(found)
            seen.add(item)
    first, last = _stretch(plan, frames, len(sizes))
    return [
        Sheet(number, *sizes[number - 1], _fitting(frames.get(number, []), sizes[number - 1]))
        for number in range(first, min(last, first + MOST_SHEETS - 1) + 1)
    ]


def _boxes(groups: Iterable[Group]) -> Iterator[tuple[str, str, str, Box]]:
    for group in groups:
        for item in group.items:
            for one in (item, *item.parts):
                label = f"{group.title}: {one.title[:80]}"
                for box in one.boxes:
                    yield one.id, one.kind, label, box


def _stretch(plan: Plan, frames: dict[int, list[Frame]], count: int) -> tuple[int, int]:
    """The pages of this document: all, or its own where the file holds several."""
    if plan.source.pages == count:
        return 1, count
    if plan.source.part > 1:
        return (min(frames), max(frames)) if frames else (1, count)
    return 1, min(plan.source.pages or count, count)


def _fitting(found: list[Frame], size: Size) -> tuple[Frame, ...]:
    """None for a page that was read turned: there nothing lies where it was read."""
    width, height = size
    if any(one.x > width or one.y > height for one in found):
        return ()
    return tuple(sorted(found, key=lambda one: one.width * one.height, reverse=True))
