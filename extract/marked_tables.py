"""Marked tables: text exports that keep a mark between the cells of a table.

Word's plain text ends each cell, and once more each row, with BEL; converters write rows as
lines of cells between `|`, or with tabs (`extract.tab_tables`). The head of the table tells how
many columns to expect.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from extract.columns import Role, is_target_table, is_task_table, role_of
from extract.lines import BLANK
from extract.reading import Cell, Reading, Table
from extract.tab_tables import tab_tables

_BEL = "\x07"
_HEAD_CELL = 60  # a column's head is no longer than this
_CELL = 4_000  # characters back in which a first cell's paragraph begins
_RULE_LINE = re.compile(r"[\s|:+=-]+")
_LINE = re.compile(r"[^\n\f]+")
_PAGE_MARK = re.compile(r"##\s*Page\s+\d{1,4}\s*")


def find_marked_tables(reading: Reading) -> tuple[Table, ...]:
    """Tables whose cells are marked in the text, in order; none if there are no marks."""
    text = reading.text
    found: list[Table] = []
    if _BEL in text:
        found += _bel_tables(text)
    if "|" in text:
        found += _line_tables(text)
    if "\t" in text:
        found += tab_tables(text)
    return _apart(sorted(found, key=lambda t: t.start))


def _apart(tables: Sequence[Table]) -> tuple[Table, ...]:
    """Of tables that overlap, the one that begins first."""
    out: list[Table] = []
    for table in tables:
        if not out or table.start >= out[-1].end:
            out.append(table)
    return tuple(out)


def _bel_tables(text: str) -> Iterator[Table]:
    ends = [m.start() for m in re.finditer(_BEL, text)]
    i = 0
    while i < len(ends):
        start = _first_cell_start(text, ends[i])
        cells = [(start, ends[i])]
        j = i
        while j + 1 < len(ends) and len(cells) < 16:
            cell = (ends[j] + 1, ends[j + 1])
            j += 1
            if not text[slice(*cell)].strip(BLANK + "\n\f"):
                break
            cells.append(cell)
        roles = _roles([text[s:e] for s, e in cells])
        if roles is None:
            i += 1
            continue
        rows, j = _bel_rows(text, ends, j, len(cells))
        header = tuple(_cell(text, s, e) for s, e in cells)
        yield Table((header, *rows), start, ends[j] + 1, roles)
        i = j + 1


def _first_cell_start(text: str, end: int) -> int:
    """A first cell has no mark before it: it is the last paragraph that ends there."""
    low = max(0, end - _CELL)
    body = text[low:end].rstrip(BLANK + "\n\f")
    tail = _PAGE_MARK.search(body, max(0, body.rfind("\n") + 1))
    if tail and tail.end() == len(body):
        body = body[: tail.start()].rstrip(BLANK + "\n\f")
    return low + body.rfind("\n") + 1


def _bel_rows(
    text: str, ends: Sequence[int], j: int, width: int
) -> tuple[list[tuple[Cell, ...]], int]:
    rows = []
    while j + width + 1 < len(ends):
        marks = ends[j : j + width + 2]
        closing = text[marks[-2] + 1 : marks[-1]]
        if closing.strip(BLANK + "\n\f"):
            break
        pairs = pairwise(marks[:-1])
        rows.append(tuple(_cell(text, a + 1, b) for a, b in pairs))
        j += width + 1
    return rows, j


def _line_tables(text: str) -> Iterator[Table]:
    roles: tuple[Role, ...] | None = None
    rows: list[tuple[Cell, ...]] = []
    start = end = 0
    for match in _LINE.finditer(text):
        cells = _split_line(text, match.start(), match.end())
        if roles is not None and (len(cells) == len(roles) or _RULE_LINE.fullmatch(match[0])):
            if len(cells) == len(roles) and not _RULE_LINE.fullmatch(match[0]):
                rows.append(tuple(_cell(text, s, e) for s, e in cells))
            end = match.end()
            continue
        if roles is not None and len(rows) > 1:
            yield Table(tuple(rows), start, end, roles)
        roles = _roles([text[s:e] for s, e in cells]) if len(cells) >= 3 else None
        rows = [tuple(_cell(text, s, e) for s, e in cells)] if roles else []
        start, end = match.start(), match.end()
    if roles is not None and len(rows) > 1:
        yield Table(tuple(rows), start, end, roles)


def _split_line(text: str, start: int, end: int) -> list[tuple[int, int]]:
    line = text[start:end]
    if line.count("|") < 2:
        return []
    cells, at = [], start
    for i, c in enumerate(line):
        if c == "|":
            cells.append((at, start + i))
            at = start + i + 1
    cells.append((at, end))
    # The marks at both ends of a line hold no cells.
    if not text[slice(*cells[0])].strip(BLANK):
        cells = cells[1:]
    if cells and not text[slice(*cells[-1])].strip(BLANK):
        cells = cells[:-1]
    return cells


def _roles(heads: Sequence[str]) -> tuple[Role, ...] | None:
    """The roles of a table's head, or None if these cells are no head of a task table."""
    if len(heads) < 3 or any(len(h.strip()) > _HEAD_CELL for h in heads):
        return None
    roles = tuple(role_of(_PAGE_MARK.sub("", h).replace("*", "")) for h in heads)
    known = sum(r != "other" for r in roles)
    wanted = (known >= 3 and is_task_table(roles)) or is_target_table(heads)
    return roles if wanted else None


def _cell(text: str, start: int, end: int) -> Cell:
    words = text[start:end]
    stripped = words.strip(BLANK + "\n\f*")
    if not stripped:
        return Cell(())
    first = start + words.index(stripped)
    return Cell(((first, first + len(stripped)),))
