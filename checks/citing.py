"""Citing (viện dẫn): where the number and the day of a citation are printed.

A record holds a citation's values; findings quote the words. The number is looked for in the
citation's own stretch of the folded text, forgiving the spaces and dashes that reading mends.
"""

import re
from functools import lru_cache

from checks.case import Case
from schemas import Citation, Unit
from schemas.keys import words_key

Stretch = tuple[int, int]

DATE = re.compile(
    r"(?:ngày\s*)?(\d{1,2})\s*(?:[/.-]\s*(\d{1,2})\s*[/.-]|tháng\s*(\d{1,2})\s*,?\s*năm)\s*(\d{4})"
)
_AFTER_NUMBER = re.compile(r"[\s,(;:.]{0,4}(?:(?:ra|ký|ban hành)\s)?(?:ngày)?\s*(?=\d)")


@lru_cache(maxsize=4096)
def _number_pattern(number: str) -> re.Pattern[str]:
    """The number as anybody may have printed it: spaces, dashes, a separator left out."""
    out = []
    for char in number:
        if char in "/-":
            out.append(r"\s?[/\-–—‑]?\s?")
        elif char == "&":
            out.append("&?")
        else:
            out.append(re.escape(char))
    return re.compile("".join(out), re.IGNORECASE)


def printed_number(case: Case, citation: Citation) -> Stretch | None:
    """Where its number stands, in offsets of the folded text."""
    if citation.number is None or citation.span is None:
        return None
    start, end = case.within(citation)
    first, last = max(start - 2, 0), end + 40
    at = case.text.find(citation.number, first, last)  # as most print it: no pattern to make
    if at >= 0:
        return at, at + len(citation.number)
    m = _number_pattern(citation.number).search(case.text, first, last)
    return m.span() if m else None


def printed_date(case: Case, citation: Citation) -> Stretch | None:
    """Where the day stands that follows its number, `ngày 05/3/2024`, or `None`."""
    number = printed_number(case, citation)
    if number is None or citation.issued_on is None:
        return None
    gap = _AFTER_NUMBER.match(case.text, number[1])
    if gap is None:
        return None
    m = DATE.match(case.text, gap.end())
    if m is None or _day(m) != (citation.issued_on.day, citation.issued_on.month):
        return None
    start = case.text.rfind("ngày", number[1], m.start() + 4)
    return (start if start >= 0 else m.start(), m.end())


def _day(m: re.Match[str]) -> tuple[int, int]:
    return int(m[1]), int(m[2] or m[3])


def short_words(case: Case, citation: Citation) -> Stretch:
    """The shortest words that name it: its number and day, else the start of its words."""
    start, end = case.within(citation)
    number = printed_number(case, citation)
    if number is None:
        return start, min(end, start + 80)
    date = printed_date(case, citation)
    return number[0], (date or number)[1]


KIND_WORDS = (
    "Thông tư liên tịch|Nghị quyết liên tịch|Bộ luật|Luật|Pháp lệnh|Lệnh|Nghị quyết|Nghị định"
    "|Quyết định|Chỉ thị|Thông tư|Thông báo|Thông tri|Hướng dẫn|Chương trình|Kế hoạch|Phương án"
    "|Đề án|Báo cáo|Tờ trình|Công điện|Công văn|Kết luận|Quy định|Quy chế"
)
_KIND_BEFORE = re.compile(rf"({KIND_WORDS})(?:\s+(?:số|liên tịch số))?\s*:?\s*$", re.IGNORECASE)


def kind_before(case: Case, citation: Citation) -> re.Match[str] | None:
    """The kind of document printed right before its number, `Kế hoạch số `."""
    number = printed_number(case, citation)
    if number is None:
        return None
    return _KIND_BEFORE.search(case.text, max(number[0] - 40, 0), number[0])


_GENERIC = re.compile(r"\b(tỉnh|thành phố|huyện|quận|thị xã|xã|phường|đặc khu|việt nam)\b")


def issuer_key(unit: Unit | None) -> str:
    """A key under which a body named by its kind and one named with its place meet."""
    if unit is None:
        return ""
    return " ".join(_GENERIC.sub(" ", words_key(unit.name)).split())


_COMMITTEE = frozenset("ban chấp hành thường vụ trực".split())


def one_body(one: str, other: str) -> bool:
    """Whether two issuer keys name one body: its standing committee and its office are it too.

    `Ban Thường vụ Tỉnh ủy` issues what is numbered for the `Tỉnh ủy`, `Bộ trưởng Bộ Y tế` what
    is the ministry's.
    """
    first, second = set(one.split()), set(other.split())
    # `BAN CHẤP HÀNH TỈNH …` under the head of the youth union does not say whose it is.
    unnamed = first <= _COMMITTEE or second <= _COMMITTEE
    return unnamed or first <= second or second <= first


def same_issuer(one: Unit | None, other: Unit | None) -> bool | None:
    """Whether two units are one body; `None` where either is not named."""
    if one is None or other is None:
        return None
    if not one_body(issuer_key(one), issuer_key(other)):
        return False
    if one.level and other.level and one.level != other.level:
        return False
    return not (one.area and other.area and words_key(one.area) != words_key(other.area))
