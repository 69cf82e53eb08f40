"""Atoms: one printed day, month, quarter, year or rhythm, before anything is known of its year."""

import re
from dataclasses import dataclass
from typing import Literal, NamedTuple

from schemas.time import Precision

Kind = Literal[
    "day",
    "month",
    "quarter",
    "half",
    "year",
    "school",
    "season",
    "now",
    "rhythm",
    "weekday",
    "continuous",
    "condition",
    "signing",
    "festal",
]


class Mark(NamedTuple):
    """A day in a year still unknown: `shift` years after it; month 0 is unknown, day 0 the last."""

    shift: int
    month: int
    day: int


class Part(NamedTuple):
    """A stretch of days between two marks, both included."""

    first: Mark
    last: Mark


class Rule(NamedTuple):
    """An RRULE in the making: how often, and on which days of its cycle."""

    unit: Literal["day", "week", "month", "quarter", "half", "year"]
    every: int = 1
    months: tuple[int, ...] = ()
    days: tuple[int, ...] = ()
    weekdays: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Atom:
    """`text[start:end]`: stretches `parts` of the year `year` (of a school year: its first).

    - `weak`: only digits; in running prose it needs a word of time beside it (`đến 15/6`).
    - `open_end`: `2025 và những năm tiếp theo`.
    - `others`: what a careful reader could take instead of `parts`.
    - `hour`: an hour is printed, so the day itself still counts behind `trước`.
    - `fact`: a stretch of the school calendar that depends on its year (`term-1`).
    - `convention`: a length that no rule fixes, such as the ten days of `cuối quý I`.
    - `label`: names a period unless a word says that something happens in it.
    """

    start: int
    end: int
    kind: Kind
    precision: Precision = "none"
    parts: tuple[Part, ...] = ()
    year: int | None = None
    shift: int = 0
    base: Literal["year", "school"] = "year"
    others: tuple[Part, ...] = ()
    rules: tuple[Rule, ...] = ()
    fact: str | None = None
    weak: bool = False
    label: bool = False
    hour: bool = False
    midnight: bool = False
    open_end: bool = False
    convention: bool = False


YEAR = r"(?:19|20)\d{2}(?!\d)"
DAY = r"(?:0?[1-9]|[12]\d|3[01])(?!\d)"
MONTH = r"(?:0?[1-9]|1[0-2])(?!\d)"
DASH = r"[-–—‑]"
# what may stand after the last number of a list: no word that the number could count
LIST_STOP = r"(?= ?(?:[.,;:)\]/&+\-–—]|$|\n|và |năm |hoặc |đến |tới |hằng |hàng |của |mỗi ))"
YEAR_SLOT = (
    rf"(?:,? ?(?:của )?năm ?(?P<y>{YEAR})| ?(?:/|\.|,|{DASH}) ?(?P<y_>{YEAR})"
    r"| (?:của )?năm (?P<rel>nay|này|sau|tới|kế tiếp|tiếp theo|liền kề|liền sau"
    r"|trước liền kề|trước)(?!\w))"
)
_RELATIVE = {"nay": 0, "này": 0, "trước": -1, "trước liền kề": -1}


def year_of(match: "re.Match[str]") -> tuple[int | None, int]:
    """The year that `YEAR_SLOT` printed, and how far from the plan's own it is if named so."""
    year = match["y"] or match["y_"]
    if year:
        return int(year), 0
    relative = match["rel"]
    return None, _RELATIVE.get(relative.lower(), 1) if relative else 0


def numbers(words: str) -> list[int]:
    """The numbers printed in words."""
    return [int(n) for n in re.findall(r"\d+", words)]


def month_part(first: int, last: int | None = None) -> Part:
    """Whole months; a last month before the first belongs to the next year."""
    last = first if last is None else last
    return Part(Mark(0, first, 1), Mark(1 if last < first else 0, last, 0))


def joined(parts: list[Part]) -> tuple[Part, ...]:
    """Stretches of whole months with those that touch made one: months 4, 5 are one stretch."""
    out: list[Part] = []
    for part in parts:
        if out and out[-1].last.day == 0 and part.first.day == 1:
            last = out[-1].last
            if part.first.month == last.month % 12 + 1:
                shift = last.shift + (1 if last.month == 12 else 0)
                moved = Mark(shift, part.last.month, part.last.day)
                out[-1] = Part(out[-1].first, moved)
                continue
        out.append(part)
    return tuple(out)
