"""Work times: which times in running prose say when work is done, and which only name things.

`nộp hồ sơ trước ngày 15/6` is a deadline; `chủ đề năm 2024`, `kết quả quý I`, `định hướng
đến năm 2030` belong to what is spoken of. Recall is bounded by precision here: a deadline
that a plan does not set alarms an office for nothing.
"""

import re

from extract.tasks.again import is_again
from extract.tasks.around import OPENS, TAIL, Around
from extract.times import TimeMatch

_NEAR = 240  # characters around a time that can speak for it; keeps long texts linear
_FINE = ("day", "month", "quarter", "half-year")
# The time belongs to what stands before it, not to the work: figures, terms, what is past.
_REFERRED = re.compile(
    r"(?<!\w)(?:tính đến|tính từ|kể từ|hiệu lực|ngày sinh|từ thời điểm|so với|cùng kỳ)"
    r"(?!\w)[^.;,]{0,25}$"
    r"|giai đoạn\s*$"
    r"|(?<!\w)(?:đã|được)(?:\s+\S+){1,3}(?<![,;])\s*$",
    re.IGNORECASE,
)
# Nouns that have times of their own; `đại hội nhiệm kỳ 2025 - 2030 trước ngày 30/6` is due then.
_TIMED = re.compile(
    r"(?<!\w)(?:(?<!lấy )(?<!nhập )số liệu|nhiệm kỳ|mốc|lũy kế|luỹ kế|thời kỳ|niên độ"
    r"|(?<!định )kỳ báo cáo)(?!\w)[^.;,]{0,25}$",
    re.IGNORECASE,
)
_DUE = re.compile(
    r"(?:trước|chậm|muộn|trễ|không|hạn|thời hạn|phải|xong|hoàn thành|hoàn tất|kết thúc)\s",
    re.IGNORECASE,
)
# `hội nghị được tổ chức trong ngày 02/6`: what is planned, said in the passive.
_PASSIVE = re.compile(
    r"(?<!đã )(?<!\w)được\s+(?:dự kiến\s+)?"
    r"(?:tổ chức|thực hiện|tiến hành|triển khai|hoàn thành)\s*$",
    re.IGNORECASE,
)
_YEAR_WORK = re.compile(
    r"(?:hoàn thành|xong|kết thúc|đưa vào sử dụng|ban hành|trình|tổ chức|báo cáo"
    r"|xây dựng)[^.;]{0,160}$",
    re.IGNORECASE,
)
_NO_WORK = ("label", "anniversary", "reference", "condition", "continuous")
_YEAR_BEHIND = ("trong", "vào", "trước", "chậm", "hoàn thành", "xong", "hết")
LATEST = re.compile(
    r"(?<!\w)(?:chậm nhất|muộn nhất|trễ nhất)\s(?!\d)[^.;:()]{6,}\s(?:vào\s)?$", re.IGNORECASE
)
"""`chậm nhất gửi báo cáo về Ban Thường trực ` before a day: words stand between the two."""
LATEST_REACH = 160


def latest_before(words: str) -> bool:
    """Whether `chậm nhất` and what is due stand right before a day."""
    near = words[-LATEST_REACH:]
    return "nhất " in near and LATEST.search(near) is not None


# `phong trào … duy trì cả năm học`: how long the work goes on.
_ALL_THROUGH = re.compile(r"(?:trong |trong suốt |suốt )?cả |(?:trong )?suốt ", re.IGNORECASE)
_CLOSING = ("", ".", ";", ",", ")")
_KEPT_UP = re.compile(
    r"(?<!kết quả )(?<!tình hình )(?<!kinh phí )(?<!chi phí )(?<!tiến độ )(?<!thời gian )"
    r"(?<!\w)(?:duy trì|thực hiện|triển khai|tổ chức)\s$",
    re.IGNORECASE,
)
# `ra quân ngày 02/6`: what is held on a day, without a preposition.
_HELD = re.compile(
    r"(?:ra quân|khai mạc|bế mạc|tổng kết|sơ kết|diễn ra|khởi động|phát động|công bố|thi đấu"
    r"|chung kết|tổ chức|khởi công|khánh thành|ra mắt|họp|chấm thi|nghiệm thu)\s$"
    r"|:\s(?:\d{1,2} (?:buổi|ngày),?\s)?$",
    re.IGNORECASE,
)
_IN = re.compile(
    r"(?:trong|vào|từ|trước|chậm nhất|hết|hoàn thành|xong|sáng|chiều|tối)\s", re.IGNORECASE
)
# `vào các ngày`, `chiều Chủ nhật, ngày`; `trước cửa`, `đến thăm`, `hết bãi` say where.
_IN_NEAR = re.compile(
    r"(?<!\w)(?:trong|vào|từ|hoàn thành|xong|sáng|chiều|tối)(?!\w)", re.IGNORECASE
)


def is_own_time(text: str, start: int, end: int, match: TimeMatch) -> bool:
    """Whether a time inside `text[start:end]` is when that piece of work happens or is due."""
    if not match.times or match.modality in _NO_WORK:
        return False
    start, end = max(start, match.start - _NEAR), min(end, match.end + _NEAR)
    around = Around(text, start, end, match, text[start : match.start])
    time = match.times[0]
    if _REFERRED.search(around.before[-TAIL:]):
        planned = time.precision == "day" and _PASSIVE.search(around.before[-TAIL:])
        if not planned:
            return False
    if _TIMED.search(around.before[-TAIL:]) and not _DUE.match(around.words):
        return False
    if time.recurrence is not None:
        return is_again(around)
    if not (time.start or time.end):
        # A day that does not exist (31/4) is a deadline all the same, with no day known.
        return match.modality == "deadline" and time.precision == "day"
    if time.end is None and not around.leads and not _begins(around):
        return False  # `từ đầu năm` says since when, not when it is due
    if match.modality == "deadline" and time.precision in _FINE:
        return around.leads or time.precision == "day" or around.works()
    return _window(around)


def _begins(around: Around) -> bool:
    """`Treo băng rôn … từ ngày 10/4/2024.`: a day on which the work of the clause begins."""
    rest = around.text[around.match.end : around.end].strip(" .;,:)")
    if rest or around.match.times[0].precision != "day":
        return False
    return bool(OPENS.match(around.before.lstrip(" -–+*•")))


def _window(around: Around) -> bool:
    """A stretch of time is the work's when it opens the sentence or a preposition says so."""
    time = around.match.times[0]
    anchored = bool(_IN.match(around.words) or _IN_NEAR.search(around.before[-12:]))
    anchored = anchored or latest_before(around.before)
    anchored = (
        anchored or around.bracketed() or _closes(around) or bool(_HELD.search(around.before[-24:]))
    )
    if _ALL_THROUGH.match(around.words) and _KEPT_UP.search(around.before):
        return around.text[around.match.end : around.end].lstrip()[:1] in _CLOSING
    if not (around.leads or anchored):
        return False
    if time.precision not in _FINE:
        return _year(around, anchored=anchored) and around.works()
    named = around.match.modality == "window" and around.claimed() and not _IN.match(around.words)
    if named and around.before[-1:] != "," and not around.bracketed():
        return False
    return (time.precision == "day" and anchored) or around.works()


def _closes(around: Around) -> bool:
    """`Tổ chức hội thi đồng loạt ngày 26/3/2026.`: the one day with which a clause of work ends."""
    time = around.match.times[0]
    if time.precision != "day" or time.start != time.end or time.start is None:
        return False
    rest = around.text[around.match.end : around.end].strip(" .;,:)")
    if rest or not around.words.casefold().startswith("ngày "):
        return False
    return bool(OPENS.match(around.before.lstrip(" -–+*•"))) and not around.claimed()


def _year(around: Around, *, anchored: bool) -> bool:
    """A bare year says when only behind `trong`, `vào` or a word of finishing."""
    if not anchored or not around.words.casefold().startswith(_YEAR_BEHIND) or around.claimed():
        return False
    rest = around.text[around.match.end : around.end].strip(" .;,:)")
    if around.leads:
        return bool(rest)
    return not rest and bool(_YEAR_WORK.search(around.before))
