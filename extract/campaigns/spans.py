"""Periods of campaigns: inside a name, right after it, or before a list of names."""

import re

from extract.head.periods import period_of
from schemas import Period

_YEAR = r"(?:19|20)\d{2}"
_LABEL = (
    rf"(?:giai\s+đo[ạa]n|giai\s+đọan|năm\s+học|các\s+năm|năm|từ\s+năm)\s+{_YEAR}"
    rf"(?:\s{{0,2}}(?:[-–—]|đến(?:\s+năm)?)\s{{0,2}}{_YEAR})?"
)
_AFTER = re.compile(
    rf"[\s,(]{{0,3}}(?:(?:trên\s+địa\s+bàn|ngành|tỉnh|của|quận|huyện|thành\s+phố|toàn|cấp|trong|tại|do|xã"
    rf"|phường|thị\s+xã)\s[^“”\"\n;,.:]{{0,70}}?\s)?(?:trong\s+)?"
    rf"(?P<label>{_LABEL}|(?<=\(){_YEAR}\s?[-–]\s?{_YEAR}(?=\s?\)))(?!\d)"
)
_INSIDE = re.compile(rf"{_LABEL}(?!\d)")
# What ties a theme to the year before it: `… năm 2031 của tỉnh với (chủ đề) “…”`.
_TIES = re.compile(r"(?:\s+của\s+[\w\s]{2,24})?,?\s*(?:với|có|theo|gắn với|mang|lấy)?\s*")


def period_in_name(name: str) -> Period | None:
    """`Chuyển đổi xanh giai đoạn 2031-2035` has its period inside."""
    matches = list(_INSIDE.finditer(name))
    return period_of("trong " + matches[-1][0]) if matches else None


def period_after(text: str, end: int) -> Period | None:
    """The period printed right after the closing mark, whose place and launcher may come first."""
    match = _AFTER.match(text, end, end + 160)
    return period_of("trong " + match["label"]) if match else None


def label_period(words: str, *, at_end: bool = False) -> Period | None:
    """A period among the words before a name; `at_end` only where they close with it."""
    matches = list(_INSIDE.finditer(words))
    if not matches or (at_end and not _TIES.fullmatch(words, matches[-1].end())):
        return None
    return period_of("trong " + matches[-1][0])
