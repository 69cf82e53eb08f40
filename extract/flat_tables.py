"""Flat tables: task tables whose geometry was lost, read back from the order of their lines.

A plain-text export prints the cells of a row one after the other, each over several lines:
a running number, a piece of work, units, units, a time, in the cycle that the table's head
announces. `extract.flat_paths` finds which line belongs to which column.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from extract.columns import Role, is_task_table, role_of
from extract.flat_paths import path_of
from extract.flat_rows import holds_times, lines_of_rows, settled
from extract.glued_rows import unglued
from extract.line_looks import looks_of
from extract.lines import BLANK, Line, split_lines
from extract.marked_tables import find_marked_tables
from extract.markers import marker_at
from extract.reading import Cell, Reading, Table
from extract.space_tables import space_tables

_FIRST = re.compile(
    r"(?:S?TT|Số TT|Số thứ tự|Nội dung|NỘI DUNG|Nhiệm vụ|NHIỆM VỤ|Công việc|Hoạt động|Tên"
    r"|Hạng mục|Thời gian|THỜI GIAN)(?!\w)"
    r"|(?:Tháng|THÁNG|Tuần|TUẦN|Ngày|NGÀY|Quý|QUÝ)(?=[ \t]*(?:\n|$))"  # alone on its line
)
_FIRST_SOMEWHERE = re.compile(rf"[\n\f][{re.escape(BLANK)}]*{_FIRST.pattern}")
_STARTERS = re.compile(
    r"(?<!\w)(?:S?TT|Số TT|Số thứ tự|Nội dung|Nhiệm vụ|Công việc|Hoạt động|Tên|Giải pháp"
    r"|(?:Các\s+)(?:đơn vị|cơ quan|bộ phận)|Đơn vị|Cơ quan|Bộ phận|Phòng, ban|Tổ chức|Người"
    r"|Chủ trì|Phối hợp|Phân công|Phụ trách|Thực hiện|Hạng mục|Tần suất|Mốc"
    r"|Phòng(?= chủ trì| phụ trách| thực hiện| phối hợp)"
    r"|^(?:Tháng|Tuần|Ngày|Quý)(?= )|Chủ đề|Thời gian|Thời hạn|Thời điểm|Tiến độ|Lộ trình"
    r"|Hoàn thành|Sản phẩm|Kết quả|Mục tiêu|Chỉ tiêu|Ghi chú|Kinh phí|Địa điểm)(?!\w)"
)
_CAPS_STARTERS = re.compile(_STARTERS.pattern.upper().replace(r"\W", r"\w").replace(r"\S", r"\s"))
_HEAD_WORDS = frozenset(
    """tt stt số thứ tự nội dung nhiệm vụ công việc hoạt động giải pháp cụ thể đơn vị cơ quan bộ
    phận chủ trì các phối hợp thực hiện thời gian hạn điểm hoàn thành sản phẩm dự kiến kết quả đầu
    ra ghi chú tiến độ lộ trình người phụ trách chịu trách phân kinh phí địa tham mưu chính và tên
    mục tiêu chỉ trọng tâm chủ yếu cá nhân phòng ban đạt cần chức tổ của văn bản ngành bắt kết
    thúc theo hạng tần suất mốc giám sát kiểm tra bước việc làm đề""".split()
)
_TIME_WORDS = frozenset(("tháng", "tuần", "ngày", "quý"))  # of a head, and with a number of a row
_END = re.compile(r"Nơi nhận|Trên đây là|TỔ CHỨC THỰC HIỆN")
_MOST_COLUMNS = 12
_NARROW = 60
_HEAD_LINE = 90  # characters of a line of a head
_WORDS = re.compile(r"[^\W\d_]+")


def with_flat_tables(reading: Reading) -> Reading:
    """The reading with the task tables found in its lines, if its format told of none."""
    if reading.tables:
        return reading
    marked = find_marked_tables(reading)
    if marked:
        return replace(reading, tables=marked)
    spaced = tuple(space_tables(reading.text))
    if spaced:
        return replace(reading, tables=spaced)
    if not (_FIRST.match(reading.text) or _FIRST_SOMEWHERE.search(reading.text)):
        return reading
    lines = split_lines(reading, 0, len(reading.text))
    tables: list[Table] = []
    i = 0
    while i < len(lines):
        head = _head_at(reading.text, lines, i) if _may_begin(reading.text, lines[i]) else None
        if head is None:
            i += 1
            continue
        roles, body = head
        end = _end_of(reading.text, lines, body)
        if end > body and roles[0] != "number":  # such words may also be those of a heading
            numberless = "lead" in roles and "time" in roles and roles[0] in ("action", "time")
            if not numberless or not holds_times(reading.text, lines[body:end], len(roles)):
                i = body
                continue
        if end > body:
            tables.append(_table(reading.text, lines[i:end], roles, body - i))
        i = max(end, body)
    return replace(reading, tables=tuple(tables)) if tables else reading


def _may_begin(text: str, line: Line) -> bool:
    words = text[line.start : min(line.end, line.start + 40)]
    return bool(_FIRST.match(words))


def _head_at(text: str, lines: Sequence[Line], i: int) -> tuple[tuple[Role, ...], int] | None:
    """The columns of a table head that begins at line i and the first line after it."""
    parts, at = [], i
    while at < len(lines) and at - i < 16:
        start, end = lines[at].start, lines[at].end
        words = text[start : min(end, start + _HEAD_LINE + 1)]
        if not _is_head_line(words):
            break
        parts.append(words)
        at += 1
    roles = _roles(" ".join(parts))
    fits = 3 <= len(roles) <= _MOST_COLUMNS
    return (roles, at) if fits and is_task_table(roles) else None


@lru_cache(maxsize=1024)
def _is_head_line(words: str) -> bool:
    """Whether a line has nothing but words that heads of columns are made of."""
    if len(words) > _HEAD_LINE:
        return False
    letters = [word.casefold() for word in _WORDS.findall(words)]
    if not letters or any(w not in _HEAD_WORDS and w not in _TIME_WORDS for w in letters):
        return False
    if not _TIME_WORDS.isdisjoint(letters) and any(c.isdigit() for c in words):
        return False
    return not looks_of(words).number


@lru_cache(maxsize=1024)
def _roles(head: str) -> tuple[Role, ...]:
    pattern = _CAPS_STARTERS if sum(c.isupper() for c in head) > 0.6 * len(head) else _STARTERS
    starts = [m.start() for m in pattern.finditer(head)]
    roles: list[Role] = []
    for start, stop in zip(starts, [*starts, len(head)][1:], strict=True):
        role = role_of(head[start:stop])
        if not roles or roles[-1] != role:
            roles.append(role)
    return tuple(roles)


def _end_of(text: str, lines: Sequence[Line], body: int) -> int:
    """The line after the table: a Roman heading in capitals, the closing words, or the end."""
    for i in range(body, len(lines)):
        words = text[lines[i].start : min(lines[i].end, lines[i].start + 60)]
        if _END.search(words):
            return i
        marker = marker_at(text, lines[i].start, lines[i].end)
        if marker and marker.kind == "annex" and i > body:
            return i
        if marker and marker.kind in ("roman", "part", "number", "upper") and i > body:
            letters = [c for c in text[marker.end : lines[i].end] if c.isalpha()]
            if len(letters) > 5 and all(c.isupper() for c in letters):
                return i
    return len(lines)


def _table(text: str, lines: Sequence[Line], roles: tuple[Role, ...], head: int) -> Table:
    def head_at(i: int) -> tuple[tuple[Role, ...], int] | None:
        return _head_at(text, rest, i) if _may_begin(text, rest[i]) else None

    rest = lines[head:]
    body = unglued(text, lines_of_rows(text, rest, roles, head_at), roles)
    looks = [looks_of(text[ln.start : ln.end]) for ln in body]
    keys = [text[ln.start : ln.end] for ln in body]
    path = path_of(keys, looks, roles, settled(looks, roles))
    rows = _rows(text, body, path, roles)
    header = tuple(Cell(()) for _ in roles[:-1])
    # Exports that print one cell a line have long lines; columns of a page have short ones.
    lengths = sorted(look.length for look in looks)
    narrow = bool(lengths) and lengths[int(0.9 * (len(lengths) - 1))] <= _NARROW
    first = Cell(((lines[0].start, lines[head - 1].end),))
    return Table(((first, *header), *rows), lines[0].start, lines[-1].end, roles, narrow=narrow)


def _rows(
    text: str, lines: Sequence[Line], path: Sequence[tuple[int, bool]], roles: tuple[Role, ...]
) -> list[tuple[Cell, ...]]:
    grid: list[list[list[tuple[int, int]]]] = []
    for line, (column, new) in zip(lines, path, strict=True):
        if new or not grid:
            grid.append([[] for _ in roles])
        grid[-1][column].append((line.start, line.end))
    merged: list[list[list[tuple[int, int]]]] = []
    action = roles.index("action")
    for row in grid:
        filled = [c for c, parts in enumerate(row) if parts]
        starts_low = bool(row[action]) and text[row[action][0][0]].islower()
        if merged and filled == [action] and starts_low:
            merged[-1][action] += row[action]  # the rest of a cell that a page break cut
        else:
            merged.append(row)
    return [tuple(Cell(_runs(text, parts)) for parts in row) for row in merged]


def _runs(text: str, parts: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Neighbouring lines as one stretch."""
    out: list[tuple[int, int]] = []
    for start, end in parts:
        if out and not text[out[-1][1] : start].strip():
            out[-1] = (out[-1][0], end)
        else:
            out.append((start, end))
    return tuple(out)
