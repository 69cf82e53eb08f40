"""Period of a plan: the stretch of time that its title names as its own."""

import datetime as dt
import re

from schemas import Period

_YEAR = r"(?:19|20)\d{2}"
_DASH = r"\s{0,2}[-–—]\s{0,2}"
_PERIOD = re.compile(
    rf"""
    (?P<label>
      (?P<school>năm\s+học\s+(?P<s1>{_YEAR}){_DASH}(?P<s2>{_YEAR}|\d{{2}}(?!\d)))
    | (?:(?:giai\s+đo(?:ạn|an|ạ̣n)|giai\s+đọan|các\s+năm|thời\s+kỳ|trong\s+các\s+năm|năm
        |nhiệm\s+kỳ|kế\s+hoạch\s+5\s+năm|0?5\s+năm\s*\(?)\s*)
      (?:từ\s+(?:năm\s+)?)?(?P<y1>{_YEAR})(?:{_DASH}|\s+đến\s+(?:năm\s+)?)(?P<y2>{_YEAR})\)?
    | (?P<half>(?:6|06|sáu)\s+tháng\s+(?P<which>đầu|cuối)\s+năm\s+(?P<hy>{_YEAR}))
    | (?:quý|Quý)\s+(?P<quarter>IV|I{{1,3}}|[1-4])(?:\s*/\s*|\s+năm\s+)(?P<qy>{_YEAR})
    | tháng\s+(?P<month>\d{{1,2}})(?:\s*/\s*|\s+năm\s+)(?P<my>{_YEAR})
    | (?P<until>đến\s+(?:hết\s+)?năm\s+(?P<uy>{_YEAR}))
    | năm\s+(?P<y>{_YEAR})
    | (?-i:Năm)\s+(?P<named>[^\W\d_]+(?:\s[^\W\d_]+){{1,6}})\s+(?P<ny>{_YEAR})
    | (?<![\d/.\-–])(?P<bare>{_YEAR})(?=[\s.,;”)]*$)
    | (?P<b1>{_YEAR}){_DASH}(?P<b2>{_YEAR})
    )(?!\d)
    """,
    re.VERBOSE | re.IGNORECASE,
)
# Summing up (tổng kết, sơ kết) names the time of what is summed up; an election its term.
_SUMS_UP = re.compile(r"(?:tổng|sơ)\s+kết|đánh\s+giá\s+(?:kết\s+quả|\d+\s+năm)", re.IGNORECASE)
_ELECTION = re.compile(
    r"bầu\s+cử|ứng\s+cử|đại\s+biểu\s+(?:quốc\s+hội|hội\s+đồng|HĐND)", re.IGNORECASE
)
_LAW_YEAR = re.compile(
    r"(?:(?<!kỷ\s)(?<!kỉ\s)(?<!pháp\s)luật|hiến pháp|pháp lệnh)(?:\s+(?!năm\b)[\w,]+){1,12}\s+$",
    re.IGNORECASE,
)
_OUTLOOK = re.compile(
    r"(?:định\s+hướng|tầm\s+nhìn|hướng\s+tới|và\s+định\s+hướng)\W+$", re.IGNORECASE
)
_DAY = re.compile(r"ngày\s+\d{1,2}\s+$", re.IGNORECASE)
_BASE = re.compile(r"(?:so\s+với|kết\s+quả|từ\s+sau|ban\s+hành)\s+$", re.IGNORECASE)


def period_of(words: str) -> Period | None:
    """The plan's own time as a title or a promulgating sentence names it.

    The last one that is not an outlook (`định hướng đến năm …`), the year of a law, or the
    time of something summed up; `None` where nothing of the kind is printed.
    """
    if _SUMS_UP.search(words[:60]):
        return None
    best: tuple[int, re.Match[str]] | None = None
    for match in _PERIOD.finditer(words):
        before = words[: match.start()]
        if _OUTLOOK.search(before[-24:]) or _BASE.search(before[-16:]):
            continue
        if match["month"] and _DAY.search(before[-12:]):
            continue
        label = match["label"].lower()
        if label.startswith("nhiệm") and _ELECTION.search(before):
            continue
        if match["b1"] and not before.rstrip().endswith(("(", ",")) and len(before) < 3:
            continue
        if match["y"] and _LAW_YEAR.search(before[-120:]):
            continue
        rank = 0 if match["until"] else 1
        if match["b1"] or match["bare"]:
            rank = 0
        if best is None or rank >= best[0]:
            best = (rank, match)
    return _period(best[1]) if best else None


def _period(match: re.Match[str]) -> Period | None:
    label = " ".join(match["label"].split())
    if "(" not in label:
        label = label.rstrip(")")
    days = _days(match)
    if days is None:
        return None
    start, end = days
    if start and start > end:
        return None
    return Period(label=_lower_first(label), start=start, end=end)


def _lower_first(label: str) -> str:
    return label.lower() if label.isupper() else label[0].lower() + label[1:]


def _days(match: re.Match[str]) -> tuple[dt.date | None, dt.date] | None:
    if match["school"]:
        first = int(match["s1"])
        return dt.date(first, 9, 1), dt.date(first + 1, 8, 31)
    if match["half"]:
        year = int(match["hy"])
        if match["which"].lower() == "đầu":
            return dt.date(year, 1, 1), dt.date(year, 6, 30)
        return dt.date(year, 7, 1), dt.date(year, 12, 31)
    if match["quarter"]:
        quarter = {"i": 1, "ii": 2, "iii": 3, "iv": 4}.get(match["quarter"].lower())
        number = quarter or int(match["quarter"])
        return _months(int(match["qy"]), 3 * number - 2, 3 * number)
    if match["month"]:
        month = int(match["month"])
        return _months(int(match["my"]), month, month) if 1 <= month <= 12 else None
    if match["until"]:
        return None, dt.date(int(match["uy"]), 12, 31)
    alone = match["y"] or match["ny"] or match["bare"]
    first = int(match["y1"] or alone or match["b1"])
    last = int(match["y2"] or alone or match["b2"])
    return dt.date(first, 1, 1), dt.date(last, 12, 31)


def _months(year: int, first: int, last: int) -> tuple[dt.date, dt.date]:
    after = dt.date(year + last // 12, last % 12 + 1, 1)
    return dt.date(year, first, 1), after - dt.timedelta(days=1)
