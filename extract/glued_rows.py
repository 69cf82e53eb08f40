"""Glued rows: rows of a table that a text prints on one line each, cell behind cell.

`2 16-18/9/2024 Tập huấn nghiệp vụ cho cán bộ xã Ban Chỉ huy huyện Công an huyện, Phòng Y tế`:
the number and the time tell themselves; the doers are the units at the end, as many as the head
has columns for.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from extract.columns import Role
from extract.lines import Line
from extract.subjects import begins_unit
from extract.times.chains import find_chains
from extract.units.letters import UPPER

_NUMBERED = re.compile(r"(?P<n>\d{1,3})[.)]?\s+(?=\S)")
_CAPITAL = re.compile(rf"(?<=\s)(?=[{UPPER}])")
# Behind these a unit is part of the work, or of a longer name.
_HOLDS = re.compile(
    r"(?:[,;:/(–-]|(?<!\w)(?:và|của|cho|tại|về|với|gửi|từ|do|thuộc|trình|cùng|hoặc|các|những|toàn"
    r"|kiện toàn|thành lập|văn phòng|đảng ủy|thường trực|lãnh đạo|chủ tịch|giám đốc|thủ trưởng"
    r"|công đoàn|ban chấp hành|ban thường vụ|phó|trưởng|viên|ngày|cấp|tỉnh|thành|ban))\s*$",
    re.IGNORECASE,
)
_HOLDS_BACK = 20
_LEAST_ROWS = 2
_DOERS = ("lead", "partner")


def unglued(text: str, lines: Sequence[Line], roles: Sequence[Role]) -> list[Line]:
    """The lines of a table's body, those of glued rows cut into cells; the same lines where
    rows are printed otherwise."""
    if not roles or roles[0] != "number" or not _is_glued(text, lines):
        return list(lines)
    out: list[Line] = []
    expected = 1
    for line in lines:
        number = _NUMBERED.match(text, line.start, line.end)
        cuts = []
        if number is not None and int(number["n"]) == expected:
            expected += 1
            cuts = [number.end(), *_cuts(text, number.end(), line.end, roles)]
        elif expected > 1:
            cuts = list(_doers(text, line.start, line.end, roles))
        out += _split(text, line, cuts)
    return out


def _is_glued(text: str, lines: Sequence[Line]) -> bool:
    """Whether lines begin with 1, 2, 3 … and words behind each."""
    expected = 1
    for line in lines:
        number = _NUMBERED.match(text, line.start, line.end)
        if number is not None and int(number["n"]) == expected:
            expected += 1
            if expected > _LEAST_ROWS:
                return True
        elif text[line.start : line.end].isdecimal():
            return False  # a number alone on its line: cells have lines of their own
    return False


def _cuts(text: str, start: int, end: int, roles: Sequence[Role]) -> Iterator[int]:
    """Where the cells of a row begin behind its number."""
    when = roles.index("time") if "time" in roles else -1
    action = roles.index("action")
    times = list(find_chains(text, start, end)) if when > 0 else []
    if 0 < when < action and times and times[0].start == start:
        start = times[0].end
        yield start
    if when > action and times and not text[times[-1].end : end].strip(" ."):
        end = times[-1].start
    yield from _doers(text, start, end, roles)
    if when > action and times and end == times[-1].start:
        yield end


def _doers(text: str, start: int, end: int, roles: Sequence[Role]) -> Iterator[int]:
    """Where the last units of a line begin, as many as there are columns of doers."""
    found = [
        at.start()
        for at in _CAPITAL.finditer(text, start, end)
        if begins_unit(text[at.start() : min(end, at.start() + 60)])
        and not _HOLDS.search(text, max(start, at.start() - _HOLDS_BACK), at.start())
    ]
    yield from found[-sum(role in _DOERS for role in roles) :]


def _split(text: str, line: Line, cuts: Sequence[int]) -> Iterator[Line]:
    edges = [line.start, *(c for c in cuts if line.start < c < line.end), line.end]
    for start, stop in pairwise(edges):
        words = text[start:stop]
        kept = words.strip()
        if kept:
            begin = start + words.index(kept)
            yield line._replace(start=begin, end=begin + len(kept))
