"""Days of a commemoration as printed behind its name: when it was founded, when it is celebrated.

`(20/11/1982 - 20/11/2022)`, `(1945-2025)`, or only the day or year of the founding.
"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

DAY = r"\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}"
_PAIR = re.compile(rf"(?P<a>{DAY})\s?[-–—]\s?(?P<b>{DAY})(?!\d)")
_DASHED = re.compile(r"[-–—]\s?\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}(?!\d)")
_LONGEST_DAY = 15  # characters of a day with spaces around its signs, and one before the dash
_YEARS = re.compile(r"\((?P<a>1\d{3}|20\d\d)\s?[-–—]\s?(?P<b>20\d\d)\)")
_SINGLE = re.compile(rf"\((?P<a>{DAY})\)|\((?P<ya>1\d{{3}}|20\d\d)\)")


@dataclass(frozen=True, slots=True)
class PrintedDates:
    """What stands in brackets behind a name: founded and celebrated, as ISO days or years."""

    start: int
    end: int
    founded: str
    celebrated: str | None


def printed_pairs(text: str) -> list[PrintedDates]:
    """The pairs of days or years of a text, in order."""
    printed = [d for m in _pairs(text) if (d := _pair(m)) is not None]
    printed += [d for m in _YEARS.finditer(text) if (d := _years(m)) is not None]
    return sorted(printed, key=lambda d: d.start)


def _pairs(text: str) -> "Iterator[re.Match[str]]":
    """Every pair of days, found by its dash: there are fewer of them than digits."""
    done = 0
    for dash in _DASHED.finditer(text):
        for at in range(max(done, dash.start() - _LONGEST_DAY), dash.start()):
            match = _PAIR.match(text, at) if text[at].isdigit() else None
            if match is not None:
                yield match
                done = match.end()
                break


def _pair(match: "re.Match[str]") -> PrintedDates | None:
    a, b = _iso(match["a"]), _iso(match["b"])
    if a is None or b is None or a[4:] != b[4:] or a >= b:
        return None
    closed = match.string[match.end() : match.end() + 1] == ")"
    return PrintedDates(match.start(), match.end() + closed, a, b)


def _years(match: "re.Match[str]") -> PrintedDates | None:
    first, last = match["a"], match["b"]
    start, end = match.start() + 1, match.end()
    return PrintedDates(start, end, first, last) if int(first) < int(last) else None


def single_at(text: str, end: int) -> PrintedDates | None:
    """One day or year in brackets behind the name is the founding one."""
    match = _SINGLE.match(text, end + (text[end : end + 1] == " "))
    if match is None:
        return None
    founded = match["ya"] or _iso(match["a"])
    return PrintedDates(match.start(), match.end(), founded, None) if founded else None


def _iso(words: str) -> str | None:
    day, month, year = (int(n) for n in re.findall(r"\d+", words))
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return None
