"""Work times: which times in running prose say when work is done, and which only name things.

`nộp hồ sơ trước ngày 15/6` is a deadline; `chủ đề năm 2024`, `kết quả quý I`, `định hướng
đến năm 2030` belong to what is spoken of. Recall is bounded by precision here: a deadline
that a plan does not set alarms an office for nothing.
"""

import re

from extract.patterns.assignments import VERBS
from extract.times import TimeMatch

_NEAR = 240  # characters around a time that can speak for it; keeps long texts linear
_TAIL = 80  # characters before a time that can claim it for themselves
_FINE = ("day", "month", "quarter", "half-year")
# The time belongs to what stands before it, not to the work: figures, terms, what is past.
_REFERRED = re.compile(
    r"(?<!\w)(?:số liệu|tính đến|tính từ|kể từ|hiệu lực|ngày sinh|từ thời điểm|nhiệm kỳ|mốc|lũy kế"
    r"|so với|cùng kỳ)(?!\w)[^.;,]{0,25}$"
    r"|(?:định hướng|tầm nhìn|giai đoạn)\s*$"
    r"|(?<!\w)(?:đã|được)(?:\s+\S+){1,3}\s*$",
    re.IGNORECASE,
)
_OF_THINGS = re.compile(
    r"(?:kết quả|kế hoạch|chương trình|chiến lược|đề án|dự án|phong trào|chủ đề|nhiệm vụ|chỉ tiêu"
    r"|dự toán|ngân sách|hội nghị|văn bản"
    r"|kỳ họp|đợt|phiên|quy hoạch|mục tiêu)(?:\s+\S+){0,4}\s*$",
    re.IGNORECASE,
)
_WORK = re.compile(
    rf"(?<!\w)(?:{VERBS}|diễn ra|tiến hành|khai mạc|bế mạc|hướng tới|đưa vào|nghiệm thu|kết thúc"
    r"|triệu tập|thành lập|chấm|trao|tặng|dự|phấn đấu)(?!\w)",
    re.IGNORECASE,
)
_YEAR_WORK = re.compile(
    r"(?:hoàn thành|xong|kết thúc|đưa vào sử dụng|ban hành|trình|tổ chức|báo cáo"
    r"|xây dựng)[^.;]{0,160}$",
    re.IGNORECASE,
)
_RHYTHM = re.compile(r"(?<!\w)(?:hằng|hàng|mỗi|thứ|cuối|định kỳ)(?!\w)", re.IGNORECASE)
_IN = re.compile(r"(?:trong|vào|từ|đến|trước|chậm nhất|hết|hoàn thành|xong)\s", re.IGNORECASE)


def is_own_time(text: str, start: int, end: int, match: TimeMatch) -> bool:
    """Whether a time inside `text[start:end]` is when that piece of work happens or is due."""
    if not match.times or match.modality in (
        "label",
        "anniversary",
        "reference",
        "condition",
        "continuous",
    ):
        return False
    start, end = max(start, match.start - _NEAR), min(end, match.end + _NEAR)
    before = text[start : match.start]
    if _REFERRED.search(before[-_TAIL:]):
        return False
    time = match.times[0]
    if time.recurrence is not None:
        return _recurring(text, start, end, match, before)
    if not (time.start or time.end):
        # A day that does not exist (31/4) is a deadline all the same, with no day known.
        return match.modality == "deadline" and time.precision == "day"
    first = not before.strip(" ,:;-–(")
    if time.end is None and not first:
        return False  # `từ đầu năm` says since when, not when it is due
    words = text[match.start : match.end]
    anchored = bool(_IN.match(words)) or bool(_IN.search(before[-12:] + " "))
    if match.modality == "deadline" and time.precision in _FINE:
        return first or time.precision == "day" or bool(_WORK.search(text, start, end))
    if not (first or anchored):
        return False
    if time.precision in _FINE:
        spanned = bool(time.start and time.end and time.precision == "day" and anchored)
        if _named(before, match):
            return False
        return spanned or bool(_WORK.search(text, start, end))
    if not _year(text, start, end, match, before, anchored):
        return False
    return bool(_WORK.search(text, start, end))


def _named(before: str, match: TimeMatch) -> bool:
    """`kế hoạch quý III`: the stretch belongs to the name of the thing before it."""
    return (
        match.modality == "window" and bool(_OF_THINGS.search(before[-_TAIL:])) and not before.endswith(",")
    )


def _year(text: str, start: int, end: int, match: TimeMatch, before: str, anchored: bool) -> bool:
    """A bare year says when only behind `trong`, `vào` or a word of finishing."""
    words = text[match.start : match.end].casefold()
    if not (
        anchored
        and words.startswith(("trong", "vào", "trước", "chậm", "hoàn thành", "xong", "hết"))
    ):
        return False
    if _OF_THINGS.search(before[-_TAIL:]):
        return False
    rest = text[match.end : end].strip(" .;,:)")
    leads = not before.strip(" ,:;-–(")
    return (leads and bool(rest)) or (not rest and bool(_YEAR_WORK.search(before)))


def _recurring(text: str, start: int, end: int, match: TimeMatch, before: str) -> bool:
    """A rhythm with a day, or one that opens the sentence, is work; an adverb is not."""
    rule = match.times[0].recurrence or ""
    if "BYDAY" in rule and not _RHYTHM.search(text, match.start, match.end):
        return False  # `giờ chào cờ đầu tuần` names an hour, it sets no date
    if "BYMONTHDAY" in rule or "BYDAY" in rule:
        return bool(_WORK.search(text, start, end))
    rest = text[match.end : end].lstrip(" ,:;-–)")
    return not before.strip(" ,:;-–(") and bool(_WORK.match(rest) or rest[:1].isupper())
