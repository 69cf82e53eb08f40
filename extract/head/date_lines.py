"""The date line: place and day (địa danh, ngày, tháng, năm) above the title or the signature."""

import datetime as dt
import re

_GAP = r"[\s.…_\-/]{0,40}"
DATE = re.compile(
    rf"""
      (?:(?P<place>[^\W\d_][\w.'’\-–]{{0,20}}
         (?:(?:[ ]{{1,2}}|[ ]?\n[ ]?)[^\W_][\w.'’\-–]{{0,20}}){{0,5}})
      (?:[ ]{{0,20}}[,;.][\s.]{{0,40}}|\s{{1,2}}(?=[Nn]gày)))?
      (?:ng[àa]y{_GAP}(?P<day>\d{{1,2}})?{_GAP}th[áa]ng{_GAP}(?P<month>\d{{1,2}})?
         {_GAP}n[ăa]m{_GAP}(?P<year>\d{{4}})?
       | ng[àa]y\s{{0,3}}(?P<d>\d{{1,2}})\s?[/.\-]\s?(?P<m>\d{{1,2}})\s?[/.\-]\s?(?P<y>\d{{4}}))
    """,
    re.VERBOSE | re.IGNORECASE,
)
# A day that nobody can make out, on a line that is nothing else: its place and year stand.
SCRAWLED_DATE = re.compile(
    r"(?P<place>[^\W\d_][^\W\d_.]{0,12}(?:[ -][^\W\d_]{1,12}){1,3})\s?[,.]\s?ng[àa]y"
    r"(?P<day>(?!))?[^\n]{0,10}?(?:th[áa]ng|n[ăa]m)[^\n]{0,10}?(?P<month>(?!))?(?P<year>20\d\d)"
    r"(?P<d>(?!))?(?P<m>(?!))?(?P<y>(?!))?"
)


def date_line(words: str) -> "re.Match[str] | None":
    """A line that is nothing but place and day; group `place` may be missing."""
    return DATE.fullmatch(words.strip()) if "gày" in words or "gay" in words.lower() else None


def day_of(match: "re.Match[str]") -> dt.date | None:
    """The day of a date line, None where day, month or year is blank or impossible."""
    day, month, year = match.group("day", "month", "year")
    if day is None:
        day, month, year = match.group("d", "m", "y")
    if not (day and month and year):
        return None
    try:
        when = dt.date(int(year), int(month), int(day))
    except ValueError:
        return None
    return when if 1945 <= when.year <= 2100 else None
