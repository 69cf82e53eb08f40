"""Flat rows: what the lines of a flattened table say before any path through them is sought.

Heads that the next page repeats and page numbers inside a row are no cells. Where an export
prints one cell a line, a row of as many lines as the head has columns tells each line's column.
"""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from extract.columns import Role
from extract.line_looks import Looks, looks_of
from extract.lines import Line

_SURE = 1.0  # of a line that looks like a time
_MOST_ROWS = 0.6  # of the rows must be told by their length, that any is
_MAY_BE_EMPTY = ("note", "product", "other")
_MAY_BE_TIMES = ("number", *_MAY_BE_EMPTY)

_OPEN_TIME = re.compile(r"(?:tháng|quý|ngày|tuần|năm|từ|đến|và|,|[-–/])\s*$", re.IGNORECASE)

Head = tuple[tuple[Role, ...], int]
"""The columns of a head, and the index of the first line after it."""


def lines_of_rows(
    text: str, lines: Sequence[Line], roles: tuple[Role, ...], head_at: Callable[[int], Head | None]
) -> list[Line]:
    """The lines of a table's body without repeated heads (`head_at` knows them by the index of
    their first line) and page numbers."""
    kept: list[Line] = []
    i = 0
    while i < len(lines):
        head = head_at(i)
        if head is not None and head[0] == roles:
            i = head[1]
            continue
        kept.append(lines[i])
        i += 1
    numbered = roles[0] == "number"
    furniture = _page_numbers(text, kept) if numbered else _stray_numbers(text, kept)
    return [line for line in kept if line not in furniture]


def _stray_numbers(text: str, lines: Sequence[Line]) -> set[Line]:
    """Lone numbers of a table without running numbers: pages', unless the line above leaves its
    time open (`Cuối tháng`, `5`)."""
    return {
        line
        for above, line in pairwise(lines)
        if text[line.start : line.end].isdecimal()
        and not _OPEN_TIME.search(text, max(above.start, above.end - 12), above.end)
    }


def _page_numbers(text: str, lines: Sequence[Line]) -> set[Line]:
    """Lone numbers that break the count of the rows where the next one takes it up again."""
    lone = [
        (line, int(words)) for line in lines if (words := text[line.start : line.end]).isdecimal()
    ]
    found: set[Line] = set()
    last = 0
    for (line, number), (_, following) in zip(lone, [*lone[1:], (None, 0)], strict=False):
        if last and number not in (last + 1, 1) and following == last + 1:
            found.add(line)
        else:
            last = number
    return found


def settled(looks: Sequence[Looks], roles: tuple[Role, ...]) -> list[int | None]:
    """For each line its column where the length of its row tells it, else `None`."""
    out: list[int | None] = [None] * len(looks)
    if roles[0] == "number" and "time" in roles:
        starts = [i for i, look in enumerate(looks) if look.number]
    elif roles[-1] == "time":  # rows without numbers end with their times
        starts = [0, *(i + 1 for i, look in enumerate(looks) if look.time >= _SURE)]
    elif roles[0] == "time":  # or begin with them
        starts = [i for i, look in enumerate(looks) if look.time >= _SURE]
    else:
        return out
    rows = [range(a, b) for a, b in zip(starts, [*starts, len(looks)][1:], strict=True)]
    rows = [row for row in rows if len(row) > 2]  # a shorter one heads a group
    whole = [row for row in rows if _is_whole(looks, row, roles)]
    if len(whole) >= max(2, _MOST_ROWS * len(rows)):
        for row in whole:
            for column, i in enumerate(row):
                out[i] = column
    return out


def _is_whole(looks: Sequence[Looks], row: range, roles: tuple[Role, ...]) -> bool:
    """Whether each line of the row is a cell: as many as columns, those at the end may lack."""
    lacking = roles[len(row) :]
    if len(row) > len(roles) or any(role not in _MAY_BE_EMPTY for role in lacking):
        return False
    cells = [looks[i] for i in row]
    if any(cell.lower for cell in cells[1:]):
        return False
    return all(
        cell.time >= _SURE if role == "time" else cell.time < _SURE or role in _MAY_BE_TIMES
        for role, cell in zip(roles, cells, strict=False)
    )


def holds_times(text: str, lines: Sequence[Line], columns: int) -> bool:
    """Whether times come again and again among the lines, as they do in the rows of a table."""
    times = sum(looks_of(text[line.start : line.end]).time >= _SURE for line in lines)
    return times >= 2 and times * 3 * columns >= len(lines)
