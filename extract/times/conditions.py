"""Conditions that the document itself answers: days counted from when it was issued."""

import datetime as dt
import re

from extract.context import Context
from extract.times.chains import Chain
from extract.times.match import TimeMatch
from schemas import TaskTime

_LONGEST = 160
_AFTER_ISSUE = re.compile(
    r"(?:trong )?(?:(?:vòng|thời hạn) )?(?P<days>\d{1,3}) ngày (?:kể từ|tính từ|sau)(?: khi| ngày)?"
    r"(?: (?:ký|ban hành|phát hành)(?: ban hành)? (?:[Kk]ế hoạch|[Qq]uyết định|[Vv]ăn bản) này"
    r"| (?:(?:[Qq]uyết định )?(?:ban hành )?)(?:[Kk]ế hoạch|[Qq]uyết định|[Vv]ăn bản) này"
    r" (?:được (?:ký|ban hành|phê duyệt)|có hiệu lực|ban hành))",
    re.IGNORECASE,
)


def days_after_issue(text: str, chain: Chain, context: Context) -> TimeMatch | None:
    """`trong vòng 20 ngày kể từ ngày ban hành Kế hoạch này` where the day of issue is known.

    Working days are left open: holidays are not in the document.
    """
    if context.issued_on is None:
        return None
    match = _AFTER_ISSUE.match(text, chain.start, chain.start + _LONGEST)
    if match is None:
        return None
    end = context.issued_on + dt.timedelta(days=int(match["days"]))
    time = TaskTime(end=end, precision="day", assumed=("end",), as_written=match[0])
    return TimeMatch(match.start(), match.end(), (time,), "deadline")
