"""Tab tables: rows of cells between tabs, whose cells may hold line breaks of their own.

Word's text export writes a row as its cells with tabs between them. A break inside a cell
looks like the end of the row, so rows are told by their running number and by how many tabs
the head of the table has.
"""

import re
from collections.abc import Iterator, Sequence

from extract.columns import Role, is_task_table, role_of
from extract.lines import BLANK, DAY
from extract.reading import Cell, Table

_HEAD = re.compile(r"^[ \u00a0]*(?:S?TT|Số TT)[ \u00a0]*\t", re.MULTILINE)
_PLAIN_HEAD = re.compile(
    r"^[ \u00a0]*(?:Thời gian|Tiến độ|Nội dung|Nhiệm vụ|Công việc|Hoạt động|Tháng|Ngày"
    r"|THỜI GIAN|NỘI DUNG)"
    r"[^\n\t]{0,40}(?:\t[^\n\t]{1,40}){2,7}$",
    re.MULTILINE,
)
_MOST_BROKEN = 3  # lines without tabs inside a row
_ROW = re.compile(r"[ \u00a0]*(?:\d{1,3}(?:\.\d{1,2})*|[IVX]{1,5}|[A-H])[.)]?[ \u00a0]*\t")
_MERGED = re.compile(r"[ \u00a0]*(?:Theo|Như)\s")  # `Theo phân công tại …` fills two merged cells
_SHORTEST = 3  # tabs of a row in which cells are merged
_MOST_HEAD_LINES = 12
_LOOKAHEAD = 12
_LONGEST_DAY = 60  # characters of a line that is the day of the rows below it
_MOST_COLUMNS = 12  # a wider table is a form to fill in


def tab_tables(text: str) -> Iterator[Table]:
    """The task tables of a text whose cells stand between tabs, in order."""
    yield from _numbered_tables(text)
    yield from _plain_tables(text)


def _plain_tables(text: str) -> Iterator[Table]:
    """Tables without a column of numbers: `Thời gian`, `Nội dung`, `Người phụ trách`."""
    at = 0
    while head := _PLAIN_HEAD.search(text, at):
        at = head.end()
        cells = _split(text, *head.span())
        roles = tuple(role_of(text[s:e]) for s, e in cells)
        if "number" in roles or not is_task_table(roles) or roles.count("other") > 1:
            continue
        rows, end = _plain_rows(text, head.end(), len(cells))
        if rows:
            header = tuple(_cell(text, s, e) for s, e in cells)
            yield Table((header, *rows), head.start(), end, roles)
            at = end


def _plain_rows(text: str, start: int, width: int) -> tuple[list[tuple[Cell, ...]], int]:
    """A line for a row; lines without tabs go on with its last cell where another row follows,
    or are the day of the rows below."""
    rows: list[tuple[Cell, ...]] = []
    end, waiting = start, 0
    for s, e in _lines(text, start, None):
        tabs = text.count("\t", s, e)
        if tabs == width - 1:
            rows.append(tuple(_cell(text, a, b) for a, b in _split(text, s, e)))
            end, waiting = e, 0
            continue
        if not tabs and e - s < _LONGEST_DAY and DAY.match(text, s):
            rows.append((_cell(text, s, e), *(Cell(()) for _ in range(width - 1))))
            continue
        waiting += 1
        if tabs or waiting > _MOST_BROKEN:
            break
    return rows, end


def _numbered_tables(text: str) -> Iterator[Table]:
    at = 0
    while head := _HEAD.search(text, at):
        lines = _lines(text, head.start(), _MOST_HEAD_LINES)
        first = next((i for i, (s, e) in enumerate(lines) if i and _ROW.match(text, s, e)), None)
        at = head.end()
        if first is None:
            continue
        cells = _split(text, head.start(), lines[first - 1][1])
        roles: tuple[Role, ...] = tuple(role_of(text[s:e]) for s, e in cells)
        if not 3 <= len(roles) <= _MOST_COLUMNS or not is_task_table(roles):
            continue
        rows, end = _rows(text, lines[first][0], len(roles))
        if rows:
            header = tuple(_cell(text, s, e) for s, e in cells)
            yield Table((header, *_merged(rows, roles)), head.start(), end, roles)
            at = end


def _merged(rows: Sequence[tuple[Cell, ...]], roles: Sequence[Role]) -> Iterator[tuple[Cell, ...]]:
    """The rows; one without a number and work of its own goes on with those of the row above."""
    above: tuple[Cell, ...] = ()
    shared = [c for c, role in enumerate(roles) if role in ("number", "action")]
    when = [c for c, role in enumerate(roles) if role == "time"]
    for row in rows:
        if above and when and row[when[0]].parts and not any(row[c].parts for c in shared):
            row = tuple(above[c] if c in shared else cell for c, cell in enumerate(row))
        yield row
        above = row


def _rows(text: str, start: int, width: int) -> tuple[list[tuple[Cell, ...]], int]:
    rows: list[tuple[Cell, ...]] = []
    end = start
    lines = _lines(text, start, None)
    i = 0
    while i < len(lines):
        row_start, row_end = lines[i]
        tabs = text.count("\t", row_start, row_end)
        if not tabs or _HEAD.match(text, row_start, row_end):
            break
        j = i + 1
        while j < len(lines):  # the breaks inside this row's cells
            line = lines[j]
            complete = tabs >= width - 1
            if _HEAD.match(text, *line):
                break
            if complete and (_ROW.match(text, *line) or not _row_follows(text, lines, i, j)):
                break
            if complete and "\t" in text[slice(*line)]:
                break
            if tabs >= max(_SHORTEST, width - 2) and _is_next(text, lines[i], line, width):
                break  # cells of this row are merged: it has fewer
            tabs += text.count("\t", *line)
            row_end = line[1]
            j += 1
        cells = _split(text, row_start, row_end)
        rows.append(tuple(_cell(text, s, e) for s, e in _fit(text, cells, width)))
        end, i = row_end, j
    return rows, end


def _row_follows(text: str, lines: Sequence[tuple[int, int]], i: int, j: int) -> bool:
    """Whether the row after row i follows soon: then what stands between belongs to row i."""
    here = _number(text, lines[i])
    for line in lines[j : j + _LOOKAHEAD]:
        if _HEAD.match(text, *line):
            return False
        if _ROW.match(text, *line):
            after = _number(text, line)
            return here is None or after is None or after == here + 1
    return False


def _is_next(text: str, row: tuple[int, int], line: tuple[int, int], width: int) -> bool:
    """Whether a line is a whole row by itself, numbered behind an unfinished one."""
    if not _ROW.match(text, *line) or text.count("\t", *line) < max(_SHORTEST, width - 2):
        return False
    here, after = _number(text, row), _number(text, line)
    return after is None or here is None or after == here + 1


def _number(text: str, line: tuple[int, int]) -> int | None:
    digits = text[line[0] : line[1]].split("\t", 1)[0].strip(" .)\u00a0")
    return int(digits) if digits.isdecimal() else None


def _fit(text: str, cells: list[tuple[int, int]], width: int) -> list[tuple[int, int]]:
    """Exactly `width` cells: missing ones are empty, surplus ones belong to the last."""
    if len(cells) > width:
        return [*cells[: width - 1], (cells[width - 1][0], cells[-1][1])]
    missing = [(cells[-1][1], cells[-1][1])] * (width - len(cells))
    # Of the cells that say `Theo …` the last is the one that was merged.
    said = [c for c, (s, e) in enumerate(cells) if c and _MERGED.match(text, s, e)]
    if missing and said:
        return [*cells[: said[-1] + 1], *missing, *cells[said[-1] + 1 :]]
    return cells + missing


def _lines(text: str, start: int, most: int | None) -> list[tuple[int, int]]:
    out = []
    for match in re.compile(r"[^\n\f]+").finditer(text, start):
        if match[0].strip(BLANK):
            out.append(match.span())
        if most is not None and len(out) >= most:
            break
    return out


def _split(text: str, start: int, end: int) -> list[tuple[int, int]]:
    cells, at = [], start
    for i in range(start, end):
        if text[i] == "\t":
            cells.append((at, i))
            at = i + 1
    cells.append((at, end))
    return cells


def _cell(text: str, start: int, end: int) -> Cell:
    words = text[start:end]
    stripped = words.strip(BLANK + "\n\f*")
    if not stripped:
        return Cell(())
    first = start + words.index(stripped)
    return Cell(((first, first + len(stripped)),))
