"""Space tables: tables whose columns are held apart by spaces, as text with a layout prints them.

The head tells where each column begins; what stands under it belongs to it. Rows are apart by
empty lines, or by their numbers, or by a time and some work on one line.
"""

import re
from collections.abc import Iterator, Sequence

from extract.columns import Role, is_task_table, role_of
from extract.lines import BLANK, DAY
from extract.reading import Cell, Table

_HEAD = re.compile(
    r"^[ \u00a0]*(?:S?TT|Số TT|Nội dung|NỘI DUNG|Nhiệm vụ|NHIỆM VỤ|Công việc|CÔNG VIỆC|Hoạt động"
    r"|Hạng mục|Thời gian|THỜI GIAN|Tên)(?!\w)[^\n\t|]{0,200}$",
    re.MULTILINE,
)
_LONGEST_HEAD = 44  # characters of one column's
_CHUNK = re.compile(r"[^\s\u00a0]+(?:[ \u00a0][^\s\u00a0]+)*")
_LINE = re.compile(r"[^\n\f]*[\n\f]?")
_ENDS = re.compile(
    r"[\s#*]*(?:[IVX]{1,5}\s?[.)/]|[IVX]{1,5}-\s|[A-HĐ][.)]|Nơi nhận|\*{3}|Trên đây là"
    r"|(?:PHỤ LỤC|Phụ lục|BIỂU|Biểu)\s+(?:[IVX\d]|SỐ|số))\s?"
)
_PAGE_MARK = re.compile(r"\s*(?:Trang\s+\d{1,4}(?:/\d{1,4})?|-?\s?\d{1,3}\s?-?)\s*")
_BEFORE = 4  # characters that a cell may begin before its column's head
_MOST_COLUMNS = 8
_MOST_BLANK = 3
_MOST_LINES = 2_000

_Chunks = list[tuple[int, int]]


def space_tables(text: str) -> Iterator[Table]:
    """The task tables of a text whose columns are held apart by spaces, in order."""
    at = 0
    while head := _HEAD.search(text, at):
        at = head.end()
        heads = [m.span() for m in _CHUNK.finditer(text, *head.span())]
        if not 3 <= len(heads) <= _MOST_COLUMNS or any(e - s > _LONGEST_HEAD for s, e in heads):
            continue
        roles = tuple(role_of(text[s:e]) for s, e in heads)
        known = sum(role != "other" for role in roles)
        if known < 3 or "time" not in roles or not is_task_table(roles):
            continue
        first = text.rfind("\n", 0, head.start()) + 1
        columns = [s - first for s, _ in heads]
        rows, end = _rows(text, head.end(), columns, roles)
        if len(rows) > 1:
            header = tuple(Cell((span,)) for span in heads)
            yield Table((header, *rows), heads[0][0], end, roles)
            at = end


def _rows(
    text: str, start: int, columns: Sequence[int], roles: Sequence[Role]
) -> tuple[list[tuple[Cell, ...]], int]:
    """The rows under a head, and where the last of them ends."""
    lines, end = _lines(text, start, columns)
    apart = sum(blank for blank, _ in lines[1:]) > 0
    rows: list[list[_Chunks]] = []
    for blank, cells in lines:
        begins = blank if apart else _begins(text, cells, roles)
        if begins or not rows:
            rows.append([[] for _ in columns])
        for column, cell in cells:
            rows[-1][column].append(cell)
    return [tuple(Cell(tuple(parts)) for parts in row) for row in rows], end


def _begins(text: str, cells: Sequence[tuple[int, tuple[int, int]]], roles: Sequence[Role]) -> bool:
    """Whether a line begins a row where no empty lines tell: a day over the hours below it
    stands alone."""
    filled = {roles[column] for column, _ in cells}
    if filled == {"time"} and DAY.match(text, cells[0][1][0]):
        return True
    return "number" in filled if "number" in roles else {"time", "action"} <= filled


def _lines(
    text: str, start: int, columns: Sequence[int]
) -> tuple[list[tuple[bool, list[tuple[int, tuple[int, int]]]]], int]:
    """Each line under a head as cells by their columns, with whether an empty one is above."""
    out: list[tuple[bool, list[tuple[int, tuple[int, int]]]]] = []
    at = text.find("\n", start) + 1
    end, blanks = start, 0
    while 0 < at < len(text) and len(out) < _MOST_LINES:
        line = _LINE.match(text, at)
        if line is None or line.end() == at:
            break
        words = line[0].strip(BLANK + "\n\f")
        if not words or _PAGE_MARK.fullmatch(words):
            blanks += 1
            if blanks > _MOST_BLANK:
                break
            at = line.end()
            continue
        cells = _cells(text, *line.span(), columns)
        if cells is None or _ENDS.match(words):
            break
        out.append((blanks > 0, cells))
        end, blanks = line.end(), 0
        at = line.end()
    return out, end


def _cells(
    text: str, start: int, end: int, columns: Sequence[int]
) -> list[tuple[int, tuple[int, int]]] | None:
    """The cells of a line, `None` where its words run over the edges of the columns."""
    out: list[tuple[int, tuple[int, int]]] = []
    for chunk in _CHUNK.finditer(text, start, end):
        offset = chunk.start() - start
        column = max((c for c, at in enumerate(columns) if at - _BEFORE <= offset), default=0)
        after = columns[column + 1] if column + 1 < len(columns) else None
        if after is not None and chunk.end() - start > after:
            return None
        out.append((column, chunk.span()))
    return out
