"""Flat tables: task tables whose geometry was lost, read back from the order of their lines.

A plain-text export prints the cells of a row one after the other, each over several lines:
a running number, a piece of work, units, units, a time, in the cycle that the table's head
announces. Which line belongs to which column is found by the best path through that cycle
(Viterbi): every line scores how well it looks like each column, every step what it costs to
stay in a cell, to go on to the next and to begin a new row.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.columns import Role, is_task_table, role_of
from extract.line_looks import Looks, looks_of
from extract.lines import BLANK, Line, split_lines
from extract.marked_tables import find_marked_tables
from extract.markers import marker_at
from extract.reading import Cell, Reading, Table

_FIRST = re.compile(r"(?:S?TT|Số TT|Số thứ tự)(?!\w)")
_FIRST_SOMEWHERE = re.compile(rf"[\n\f][{re.escape(BLANK)}]*{_FIRST.pattern}")
_STARTERS = re.compile(
    r"(?<!\w)(?:S?TT|Số TT|Số thứ tự|Nội dung|Nhiệm vụ|Công việc|Hoạt động|Tên|Giải pháp"
    r"|(?:Các\s+)(?:đơn vị|cơ quan|bộ phận)|Đơn vị|Cơ quan|Bộ phận|Phòng, ban|Tổ chức|Người"
    r"|Chủ trì|Phối hợp|Phân công"
    r"|Thời gian|Thời hạn|Thời điểm|Tiến độ|Lộ trình|Hoàn thành|Sản phẩm|Kết quả|Mục tiêu"
    r"|Chỉ tiêu|Ghi chú|Kinh phí|Địa điểm)(?!\w)"
)
_CAPS_STARTERS = re.compile(_STARTERS.pattern.upper().replace(r"\W", r"\w").replace(r"\S", r"\s"))
_HEAD_WORDS = frozenset(
    """tt stt số thứ tự nội dung nhiệm vụ công việc hoạt động giải pháp cụ thể đơn vị cơ quan bộ
    phận chủ trì các phối hợp thực hiện thời gian hạn điểm hoàn thành sản phẩm dự kiến kết quả đầu
    ra ghi chú tiến độ lộ trình người phụ trách chịu trách phân kinh phí địa tham mưu chính và tên
    mục tiêu chỉ trọng tâm chủ yếu cá nhân phòng ban đạt cần chức tổ của văn bản ngành bắt kết
    thúc theo""".split()
)
_END = re.compile(r"Nơi nhận|Trên đây là|TỔ CHỨC THỰC HIỆN")
_NO = -1e9
_RECURS = 3
_MOST_COLUMNS = 12
_NARROW = 60


def with_flat_tables(reading: Reading) -> Reading:
    """The reading with the task tables found in its lines, if its format told of none."""
    if reading.tables:
        return reading
    marked = find_marked_tables(reading)
    if marked:
        return replace(reading, tables=marked)
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
        words = text[lines[at].start : lines[at].end]
        if len(words) > 90 or not all(
            w.casefold() in _HEAD_WORDS for w in re.findall(r"[^\W\d_]+", words)
        ):
            break
        if not re.search(r"[^\W\d_]", words) or looks_of(words).number:
            break
        parts.append(words)
        at += 1
    roles = _roles(" ".join(parts))
    fits = 3 <= len(roles) <= _MOST_COLUMNS
    return (roles, at) if fits and is_task_table(roles) else None


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
        if marker and marker.kind in ("roman", "part") and i > body:
            letters = [c for c in text[marker.end : lines[i].end] if c.isalpha()]
            if len(letters) > 5 and all(c.isupper() for c in letters):
                return i
    return len(lines)


def _table(text: str, lines: Sequence[Line], roles: tuple[Role, ...], head: int) -> Table:
    body = lines[head:]
    looks = [looks_of(text[ln.start : ln.end]) for ln in body]
    keys = [text[ln.start : ln.end] for ln in body]
    path = _best_path(looks, roles, (0,) * len(roles), [None] * len(body))
    homes = _homes(keys, path)
    path = _best_path(looks, roles, _widths(looks, path, len(roles)), [homes.get(k) for k in keys])
    rows = _rows(text, body, path, roles)
    header = tuple(Cell(()) for _ in roles[:-1])
    # Exports that print one cell a line have long lines; columns of a page have short ones.
    lengths = sorted(look.length for look in looks)
    narrow = bool(lengths) and lengths[int(0.9 * (len(lengths) - 1))] <= _NARROW
    first = Cell(((lines[0].start, lines[head - 1].end),))
    return Table(((first, *header), *rows), lines[0].start, lines[-1].end, roles, narrow=narrow)


def _widths(
    looks: Sequence[Looks], path: Sequence[tuple[int, bool]], columns: int
) -> tuple[int, ...]:
    """How long a line of each column usually is: its 70th percentile, 0 where not known."""
    lengths: list[list[int]] = [[] for _ in range(columns)]
    for look, (column, _) in zip(looks, path, strict=True):
        lengths[column].append(look.length)
    return tuple(sorted(n)[int(0.7 * (len(n) - 1))] if len(n) > 5 else 0 for n in lengths)


def _homes(keys: Sequence[str], path: Sequence[tuple[int, bool]]) -> dict[str, int]:
    """The column in which a line that recurs (a unit named in every row) mostly stands."""
    seen: dict[str, Counter[int]] = {}
    for key, (column, _) in zip(keys, path, strict=True):
        seen.setdefault(key, Counter())[column] += 1
    return {k: c.most_common(1)[0][0] for k, c in seen.items() if c.total() >= _RECURS}


def _best_path(
    looks: Sequence[Looks],
    roles: tuple[Role, ...],
    widths: tuple[int, ...],
    homes: Sequence[int | None],
) -> list[tuple[int, bool]]:
    """For each line its column and whether it begins a new row."""
    n = len(roles)
    starts = {0, roles.index("action")}  # where a row may begin
    cycle = _cycle(roles)
    best = [0.0 if c in starts else _NO for c in range(n)]
    moves = [
        [(p, False) for p in range(c + 1)] + [(p, True) for p in range(n) if c in starts]
        for c in range(n)
    ]
    back: list[list[tuple[int, bool]]] = []
    for i, look in enumerate(looks):
        before = looks[i - 1] if i else None
        now, steps = [_NO] * n, [(0, True)] * n
        for c in range(n):
            score = look.score(roles[c])
            if score <= _NO:
                continue
            if widths[c] and look.length > 1.3 * widths[c] + 4 and look.time < 3.0:
                score -= 2.0  # the line would not have fitted into the column
            score += _at_home(homes[i], c, roles, look)
            for p, new in moves[c]:
                if best[p] <= _NO:
                    continue
                value = best[p] + score + _step(p, c, new, cycle, before, look)
                if value > now[c]:
                    now[c], steps[c] = value, (p, new or i == 0)
        best = now
        back.append(steps)
    return _trace(best, back)


def _at_home(home: int | None, c: int, roles: tuple[Role, ...], look: Looks) -> float:
    """What a line that recurs gains in its usual column; the lead of most rows may be the
    partner of one, and the rest of its name goes where the name went."""
    if home is None:
        return 0.0
    both = {roles[home], roles[c]} <= {"lead", "partner"}
    if both and look.lower:
        return 0.0
    return 1.5 if home == c else 0.0 if both else -1.5


def _trace(best: list[float], back: list[list[tuple[int, bool]]]) -> list[tuple[int, bool]]:
    path: list[tuple[int, bool]] = []
    column = max(range(len(best)), key=lambda c: best[c]) if best else 0
    for steps in reversed(back):
        previous, new = steps[column]
        path.append((column, new))
        column = previous
    return path[::-1]


@dataclass(frozen=True, slots=True)
class _Cycle:
    """The columns, what it costs to leave out those between p and c, and whether a row that
    ends after p lacks its time."""

    roles: tuple[Role, ...]
    skipped: tuple[tuple[float, ...], ...]
    unfinished: tuple[bool, ...]


def _cycle(roles: tuple[Role, ...]) -> _Cycle:
    n = len(roles)
    told = ("lead", "partner", "time", "action")
    return _Cycle(
        roles,
        tuple(
            tuple(2.0 * sum(r in told for r in roles[p + 1 : c]) for c in range(n))
            for p in range(n)
        ),
        tuple("time" in roles[p + 1 :] for p in range(n)),
    )


def _step(p: int, c: int, new: bool, cycle: _Cycle, before: Looks | None, look: Looks) -> float:
    """What it costs to go from column p to column c, in the same row or into a new one."""
    roles = cycle.roles
    if new:
        cost = 0.0 if look.number and c == 0 else -2.5
        unfinished = cycle.unfinished[p]
        if unfinished:
            cost -= 2.0
        return cost - (3.0 if look.lower and unfinished else 0.0)
    if before is None:
        return 0.0
    if c == p:
        if roles[c] == "number":
            return _NO
        units = roles[c] in ("lead", "partner")
        goes_on = 0.6 if look.lower or not before.ended or (units and before.lists) else -0.3
        again = units and look.starts_unit and not (before.open_end or before.lists)
        return goes_on - (1.2 if again else 0.0)
    skipped = cycle.skipped[p][c]
    opens = -2.5 if look.lower and roles[c] != "time" else 0.0
    breaks = -1.2 if before.open_end and roles[p] != "number" else 0.0
    named = 0.0 if roles[c] not in ("lead", "partner") else 0.4 if look.starts_unit else -0.8
    return -0.2 - skipped + opens + breaks + named


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
