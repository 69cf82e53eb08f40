"""Flat paths: which column each line of a flattened table belongs to.

The best path (Viterbi) through the cycle of columns that the head announces: every line scores
how well it looks like each column, every step what it costs to stay in a cell, to go on to the
next and to begin a new row.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from extract.columns import Role
from extract.line_looks import Looks

_NO = -1e9
_RECURS = 3

Path = list[tuple[int, bool]]
"""For each line its column and whether it begins a new row."""


def path_of(
    keys: Sequence[str],
    looks: Sequence[Looks],
    roles: tuple[Role, ...],
    known: Sequence[int | None],
) -> Path:
    """The path through the lines `keys`; `known` are the columns of lines that are settled.

    A first path tells how wide the columns are and where recurring lines stand, a second uses it.
    """
    nowhere: list[int | None] = [None] * len(keys)
    path = _best_path(looks, roles, (0,) * len(roles), nowhere, known)
    homes = _homes(keys, path)
    widths = _widths(looks, path, len(roles))
    return _best_path(looks, roles, widths, [homes.get(key) for key in keys], known)


def _widths(looks: Sequence[Looks], path: Path, columns: int) -> tuple[int, ...]:
    """How long a line of each column usually is: its 70th percentile, 0 where not known."""
    lengths: list[list[int]] = [[] for _ in range(columns)]
    for look, (column, _) in zip(looks, path, strict=True):
        lengths[column].append(look.length)
    return tuple(sorted(n)[int(0.7 * (len(n) - 1))] if len(n) > 5 else 0 for n in lengths)


def _homes(keys: Sequence[str], path: Path) -> dict[str, int]:
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
    known: Sequence[int | None],
) -> Path:
    n = len(roles)
    starts = {0, roles.index("action")}  # where a row may begin
    cycle = _cycle(roles)
    best = [0.0 if c in starts else _NO for c in range(n)]
    moves = [
        [(p, False) for p in range(c + 1)] + [(p, True) for p in range(n) if c in starts]
        for c in range(n)
    ]
    back: list[Path] = []
    for i, look in enumerate(looks):
        before = looks[i - 1] if i else None
        now, steps = [_NO] * n, [(0, True)] * n
        for c in range(n):
            score = look.score(roles[c]) if known[i] in (None, c) else _NO
            if known[i] == c:
                score = max(score, 0.0)
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


def _trace(best: list[float], back: list[Path]) -> Path:
    path: Path = []
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
