"""Days as people write them in questions, without marks."""

import datetime as dt
import re

from kehoach.ask.calendar_words import ENGLISH_MONTHS, YEAR

_DAY_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"(?P<y>{YEAR})-(?P<m>\d\d)-(?P<d>\d\d)",
        rf"(?P<d>\d{{1,2}})[/.-](?P<m>\d{{1,2}})(?:[/.-](?P<y>{YEAR}))?",
        rf"(?P<d>\d{{1,2}}) thang (?P<m>\d{{1,2}})(?:(?:(?: nam)? |/)(?P<y>{YEAR}))?",
        rf"(?P<d>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<m>[a-z]+)(?:,? (?P<y>{YEAR}))?",
        rf"(?P<m>[a-z]+) (?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?:,? (?P<y>{YEAR}))?",
    )
)


class NoSuchDay(ValueError):
    """A day that no calendar has, such as 31/2."""


def day_of(words: str, today: dt.date) -> dt.date:
    """A day as people write it, of today's year where none is said; raises `NoSuchDay`."""
    bare = re.sub(r"^(?:ngay|mong|day) ", "", words)
    for form in _DAY_FORMS:
        found = form.fullmatch(bare)
        if found:
            month = found["m"]
            number = int(month) if month.isdecimal() else ENGLISH_MONTHS.get(month, 0)
            try:
                return dt.date(int(found["y"] or today.year), number, int(found["d"]))
            except ValueError:
                break
    raise NoSuchDay(words)


def days_of(match: "re.Match[str]", today: dt.date) -> tuple[dt.date, dt.date]:
    """Two days, `a` and `b` of a match; where only one names its year, the other has it too."""
    first, last = match["a"], match["b"]
    years = [re.search(rf"(?<!\d){YEAR}(?!\d)", words) for words in (first, last)]
    if years[1] and not years[0]:
        today = today.replace(year=int(years[1][0]), month=1, day=1)
    if years[0] and not years[1]:
        today = today.replace(year=int(years[0][0]), month=1, day=1)
    start, end = day_of(first, today), day_of(last, today)
    if start > end:
        raise NoSuchDay(match[0])
    return start, end
