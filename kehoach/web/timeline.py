"""The timeline: deadlines and phases as bars over months, in rows by plan or by unit.

Only geometry is made here, in the picture's own units; the template draws it as SVG.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from kehoach.i18n import _
from schemas import Plan
from store.deadlines import DeadlineRow

By = Literal["plan", "unit"]
BYS: tuple[By, ...] = ("plan", "unit")

WIDTH = 1000.0
LEFT = 250.0  # for the words of a row
ROW = 22.0
HEAD = 34.0
_LEAST = 5.0  # width of a bar of one day
_MOST_MONTHS = 36


@dataclass(frozen=True)
class Bar:
    """A bar with its title for the pointer and screen readers, and where it leads."""

    x: float
    width: float
    kind: str
    title: str
    href: str


@dataclass(frozen=True)
class Row:
    """A line of the picture; a heading has no bar."""

    y: float
    words: str
    bar: Bar | None = None
    href: str = ""


@dataclass(frozen=True)
class Tick:
    """The first of a month."""

    x: float
    words: str
    year: bool


@dataclass(frozen=True)
class Timeline:
    """Everything that is drawn; `now` is where the present day is, if it is inside."""

    width: float
    height: float
    rows: tuple[Row, ...]
    ticks: tuple[Tick, ...]
    now: float | None


def timeline_of(
    rows: Sequence[DeadlineRow], plan: Plan | None, by: By, today: dt.date
) -> Timeline | None:
    """The picture of some deadlines, and of a plan's phases where one plan is asked for;
    `None` where there is nothing to draw."""
    phases = [p for p in plan.phases if p.start and p.end] if plan else []
    firsts = [row.start or row.end for row in rows] + [p.start for p in phases if p.start]
    lasts = [row.end for row in rows] + [p.end for p in phases if p.end]
    if not lasts:
        return None
    last = max(lasts)
    scale = _Scale(max(min(firsts), _months_before(last)), last)
    drawn: list[Row] = []
    for phase in phases:
        assert phase.start
        assert phase.end
        _add(drawn, phase.label, scale.bar(phase.start, phase.end, "phase", phase.label, ""))
    for name, several in _grouped(rows, by):
        drawn.append(Row(HEAD + ROW * len(drawn), name))
        for row in several:
            href = f"/documents/{row.document.id}#r-{row.item}"
            title = f"{row.end:%d/%m/%Y} {row.action}"
            bar = scale.bar(row.start or row.end, row.end, _kind(row, today), title, href)
            _add(drawn, row.action, bar)
    inside = scale.first <= today <= scale.last
    height = HEAD + ROW * len(drawn) + 8
    now = scale.x(today) if inside else None
    return Timeline(WIDTH, height, tuple(drawn), tuple(scale.ticks()), now)


def _add(drawn: list[Row], words: str, bar: Bar) -> None:
    drawn.append(Row(HEAD + ROW * len(drawn), _short(words), bar, bar.href))


def _kind(row: DeadlineRow, today: dt.date) -> str:
    if row.ambiguous:
        return "doubtful"
    return "past" if row.end < today else "coming"


def _grouped(rows: Sequence[DeadlineRow], by: By) -> Iterable[tuple[str, list[DeadlineRow]]]:
    groups: dict[str, list[DeadlineRow]] = {}
    for row in rows:
        if by == "unit":
            names = row.leads[:1] or (_("no unit named"),)
        else:
            names = (row.document.number or row.document.name,)
        groups.setdefault(names[0], []).append(row)
    return groups.items()


def _short(words: str, most: int = 31) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= most else flat[: most - 1].rstrip() + "…"


def _months_before(last: dt.date) -> dt.date:
    """A plan to 2045 must not make this year a hair's breadth."""
    months = last.year * 12 + last.month - 1 - _MOST_MONTHS
    return dt.date(months // 12, months % 12 + 1, 1)


class _Scale:
    """Days to places, from the first of a month to the last of one."""

    def __init__(self, first: dt.date, last: dt.date) -> None:
        self.first = first.replace(day=1)
        after = dt.date(last.year + last.month // 12, last.month % 12 + 1, 1)
        self.last = after - dt.timedelta(days=1)
        self._days = (after - self.first).days

    def x(self, day: dt.date) -> float:
        kept = min(max((day - self.first).days, 0), self._days)
        return round(LEFT + (WIDTH - LEFT) * kept / self._days, 1)

    def bar(self, start: dt.date, end: dt.date, kind: str, title: str, href: str) -> Bar:
        x = self.x(min(start, end))
        width = max(self.x(end + dt.timedelta(days=1)) - x, _LEAST)
        return Bar(min(x, WIDTH - _LEAST), round(width, 1), kind, title, href)

    def ticks(self) -> Iterable[Tick]:
        step = max(1, self._days // 30 // 14)
        month = self.first
        number = 0
        while month <= self.last:
            if number % step == 0 or month.month == 1:
                new_year = number == 0 or month.month == 1
                words = f"{month:%m/%Y}" if new_year else f"{month:%m}"
                yield Tick(self.x(month), words, new_year)
            month = dt.date(month.year + month.month // 12, month.month % 12 + 1, 1)
            number += 1
