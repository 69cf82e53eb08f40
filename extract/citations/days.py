"""Days of issue as citations print them: `05/3/2024`, `31 tháng 12 năm 2023`, `15 - 5 - 2016`."""

import datetime as dt
import re
from dataclasses import dataclass

_DASH = r"\s{0,2}[/.\-–]\s{0,2}"
_DAY = re.compile(
    r"[\s,]{0,3}(?:\(?(?:ký|ban hành|được ban hành)\s)?"
    r"(?:(?:hồi|lúc)\s\d{1,2}\s?(?:giờ|h|g)\s?(?:\d{1,2}\s?(?:phút|')?)?,?\s)?"
    rf"(?:(?P<open>\((?=ngày\s))?(?i:ngày)\s{{0,2}}(?:(?P<d1>\d{{1,2}}){_DASH}(?P<m1>\d{{1,2}}){_DASH}(?P<y1>\d{{4}})"
    r"|(?P<d2>\d{1,2})\s{0,2}(?i:tháng)\s{0,2}(?P<m2>\d{1,2})\s{0,2}(?i:năm|/)\s{0,2}(?P<y2>\d{4}))(?(open)\))"
    rf"|\((?P<d3>\d{{1,2}})/(?P<m3>\d{{1,2}})/(?P<y3>\d{{4}})\)"
    r"|(?P<d4>\d{1,2})/(?P<m4>\d{1,2})/(?P<y4>\d{4}))(?!\w)"
)
_YEAR = re.compile(
    r"[\s,]{0,2}(?:(?i:năm)\s{1,2}|\(|(?=(?:19|20)\d\d(?![\d/\-–]|[.,"
    r"]\d)))(?P<year>(?:19|20)\d{2})\)?(?![\w/]|\s?[-–]\s?\d|\.\d)"
)


@dataclass(frozen=True, slots=True)
class Day:
    """A printed day and where it ends; `day` is None for one that no calendar has."""

    day: dt.date | None
    end: int


def day_at(text: str, at: int) -> Day | None:
    """The day of issue printed at `at` (after spaces, a comma, `ký`, `ban hành`), if any."""
    match = _DAY.match(text, at)
    if not match:
        return None
    for i in "1234":
        if match[f"d{i}"]:
            parts = (int(match[f"y{i}"]), int(match[f"m{i}"]), int(match[f"d{i}"]))
            try:
                return Day(dt.date(*parts), match.end())
            except ValueError:
                return Day(None, match.end())
    return None


def year_at(text: str, at: int) -> tuple[int, int] | None:
    """A bare year printed at `at` (`năm 2022`, `(2013)`, `2015`) and its end."""
    match = _YEAR.match(text, at)
    return (int(match["year"]), match.end()) if match else None
