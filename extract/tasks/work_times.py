"""Work times: which times in running prose say when work is done, and which only name things.

`nộp hồ sơ trước ngày 15/6` is a deadline; `chủ đề năm 2024`, `kết quả quý I`, `định hướng
đến năm 2030` belong to what is spoken of. Recall is bounded by precision here: a deadline
that a plan does not set alarms an office for nothing.
"""

import re
from dataclasses import dataclass

from extract.patterns.assignments import VERBS
from extract.subjects import begins_unit
from extract.times import TimeMatch

_NEAR = 240  # characters around a time that can speak for it; keeps long texts linear
_TAIL = 80  # characters before a time that can claim it for themselves
_FINE = ("day", "month", "quarter", "half-year")
# The time belongs to what stands before it, not to the work: figures, terms, what is past.
_REFERRED = re.compile(
    r"(?<!\w)(?:tính đến|tính từ|kể từ|hiệu lực|ngày sinh|từ thời điểm|so với|cùng kỳ)"
    r"(?!\w)[^.;,]{0,25}$"
    r"|(?:định hướng|tầm nhìn|giai đoạn)\s*$"
    r"|(?<!\w)(?:đã|được)(?:\s+\S+){1,3}(?<![,;])\s*$",
    re.IGNORECASE,
)
# Nouns that have times of their own; `đại hội nhiệm kỳ 2025 - 2030 trước ngày 30/6` is due then.
_TIMED = re.compile(
    r"(?<!\w)(?:(?<!lấy )(?<!nhập )số liệu|nhiệm kỳ|mốc|lũy kế|luỹ kế|thời kỳ|niên độ"
    r"|(?<!định )kỳ báo cáo)(?!\w)[^.;,]{0,25}$",
    re.IGNORECASE,
)
_DUE = re.compile(r"(?:trước|chậm|muộn|trễ|hạn|xong|hoàn thành|hoàn tất|kết thúc)\s", re.IGNORECASE)
# `hội nghị được tổ chức trong ngày 02/6`: what is planned, said in the passive.
_PASSIVE = re.compile(
    r"(?<!đã )(?<!\w)được\s+(?:dự kiến\s+)?"
    r"(?:tổ chức|thực hiện|tiến hành|triển khai|hoàn thành)\s*$",
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
    r"|thanh tra|khám|vệ sinh|truyền thông|bảo dưỡng|khởi công|khánh thành|nạo vét|thu hoạch"
    r"|thu gom|gieo|cấy|chung kết|sơ tuyển|tẩy độc|vẽ|triệu tập|thành lập|chấm|trao|tặng|dự"
    r"|phấn đấu)(?!\w)",
    re.IGNORECASE,
)
_YEAR_WORK = re.compile(
    r"(?:hoàn thành|xong|kết thúc|đưa vào sử dụng|ban hành|trình|tổ chức|báo cáo"
    r"|xây dựng)[^.;]{0,160}$",
    re.IGNORECASE,
)
_NO_WORK = ("label", "anniversary", "reference", "condition", "continuous")
_YEAR_BEHIND = ("trong", "vào", "trước", "chậm", "hoàn thành", "xong", "hết")
_RHYTHM = re.compile(r"(?<!\w)(?:hằng|hàng|mỗi|thứ|cuối|định kỳ)(?!\w)", re.IGNORECASE)
# Work that comes again: `báo cáo … hằng ngày`; `chế độ báo cáo hằng tháng` names a rule.
_REPEATS = re.compile(
    r"(?<!chế độ )(?<!nội dung )(?<!trong )(?<!kỳ )(?<!số liệu )(?<!mẫu )(?<!phần mềm )"
    r"(?<!\w)(?:báo cáo|gửi|họp|giao ban|cập nhật|thống kê)(?!\w)[^.;:]{0,80}$",
    re.IGNORECASE,
)
LATEST = re.compile(
    r"(?<!\w)(?:chậm nhất|muộn nhất|trễ nhất)\s(?!\d)[^.;:()]{6,}\s(?:vào\s)?$", re.IGNORECASE
)
"""`chậm nhất gửi báo cáo về Ban Thường trực ` before a day: words stand between the two."""
LATEST_REACH = 160


def latest_before(words: str) -> bool:
    """Whether `chậm nhất` and what is due stand right before a day."""
    near = words[-LATEST_REACH:]
    return "nhất " in near and LATEST.search(near) is not None


_AFTER_MARK = re.compile(r"(?:[,;]|\svà)\s*$")
_REPORTS = re.compile(
    r"(?:báo cáo|tổng hợp|gửi|họp|giao ban|sơ kết|tổng kết|cập nhật|thống kê)(?!\w)", re.IGNORECASE
)
_REPEATED = re.compile(
    r"(?:định kỳ )?(?:báo cáo|họp|giao ban|cập nhật|thống kê|tổng hợp|kiểm tra|rà soát|công khai"
    r"|đăng tải|phun|chấm điểm|điểm danh|theo dõi|tự kiểm tra|tự đánh giá|sơ kết"
    r"|tổng vệ sinh)(?!\w)[^.;:]{0,120}$",
    re.IGNORECASE,
)
_KEPT_UP = re.compile(r"(?<!\w)(?:duy trì|thực hiện|triển khai|tổ chức)\s$", re.IGNORECASE)
_OTHERWISE = re.compile(
    r"(?:(?:và|hoặc|hay)\s+)?(?:khi\s+)?"
    r"(?:đột xuất|(?:giữa|cuối|hết) (?:nhiệm kỳ|kỳ)|(?:có|theo) yêu cầu)(?!\w)",
    re.IGNORECASE,
)
_BY_UNIT = re.compile(rf"[^.;:,]{{2,50}}?\s(?:{_REPEATED.pattern})", re.IGNORECASE)
_ADDRESSED = re.compile(r"(?:về|gửi|cho|với|qua|tại|trên) ")
# `ra quân ngày 02/6`: what is held on a day, without a preposition.
_HELD = re.compile(
    r"(?:ra quân|khai mạc|bế mạc|tổng kết|sơ kết|diễn ra|khởi động|phát động|công bố|thi đấu"
    r"|chung kết|tổ chức|khởi công|khánh thành|ra mắt|họp|chấm thi|nghiệm thu)\s$"
    r"|:\s(?:\d{1,2} (?:buổi|ngày),?\s)?$",
    re.IGNORECASE,
)
_OPENED = re.compile(r"\((?:đợt \d{1,2}:\s?)?$|[,;] đợt \d{1,2}:\s?$", re.IGNORECASE)
_CLOSED = re.compile(r"(?:\)\s*(?:[.;,]|$)|[,;] đợt \d)", re.IGNORECASE)
_OPENS = re.compile(rf"(?:{VERBS})(?!\w)", re.IGNORECASE)
_IN = re.compile(
    r"(?:trong|vào|từ|đến|trước|chậm nhất|hết|hoàn thành|xong|sáng|chiều|tối)\s", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Around:
    """A time with the words before and behind it that can speak for it."""

    text: str
    start: int
    end: int
    match: TimeMatch
    before: str

    @property
    def words(self) -> str:
        return self.text[self.match.start : self.match.end]

    @property
    def leads(self) -> bool:
        """Whether the time is what the sentence begins with."""
        return not self.before.strip(" ,:;-–(")

    def works(self) -> bool:
        """Whether work is spoken of near it."""
        return bool(_WORK.search(self.text, self.start, self.end))

    def bracketed(self) -> bool:
        """`tổ chức Tháng hành động (01/6 - 30/6/2024)`: alone in brackets, behind the work."""
        if not _OPENED.search(self.before[-16:]):
            return False
        return _CLOSED.match(self.text, self.match.end, self.end + 1) is not None

    def claimed(self) -> bool:
        """`kế hoạch quý III`: the stretch belongs to the name of the thing before it."""
        return bool(_OF_THINGS.search(self.before[-_TAIL:]))


def is_own_time(text: str, start: int, end: int, match: TimeMatch) -> bool:
    """Whether a time inside `text[start:end]` is when that piece of work happens or is due."""
    if not match.times or match.modality in _NO_WORK:
        return False
    start, end = max(start, match.start - _NEAR), min(end, match.end + _NEAR)
    around = _Around(text, start, end, match, text[start : match.start])
    time = match.times[0]
    if _REFERRED.search(around.before[-_TAIL:]):
        planned = time.precision == "day" and _PASSIVE.search(around.before[-_TAIL:])
        if not planned:
            return False
    if _TIMED.search(around.before[-_TAIL:]) and not _DUE.match(around.words):
        return False
    if time.recurrence is not None:
        return _recurring(around)
    if not (time.start or time.end):
        # A day that does not exist (31/4) is a deadline all the same, with no day known.
        return match.modality == "deadline" and time.precision == "day"
    if time.end is None and not around.leads and not _begins(around):
        return False  # `từ đầu năm` says since when, not when it is due
    if match.modality == "deadline" and time.precision in _FINE:
        return around.leads or time.precision == "day" or around.works()
    return _window(around)


def _begins(around: _Around) -> bool:
    """`Treo băng rôn … từ ngày 10/4/2024.`: a day on which the work of the clause begins."""
    rest = around.text[around.match.end : around.end].strip(" .;,:)")
    if rest or around.match.times[0].precision != "day":
        return False
    return bool(_OPENS.match(around.before.lstrip(" -–+*•")))


def _window(around: _Around) -> bool:
    """A stretch of time is the work's when it opens the sentence or a preposition says so."""
    time = around.match.times[0]
    anchored = bool(_IN.match(around.words) or _IN.search(around.before[-12:] + " "))
    anchored = anchored or latest_before(around.before)
    anchored = (
        anchored or around.bracketed() or _closes(around) or bool(_HELD.search(around.before[-24:]))
    )
    if not (around.leads or anchored):
        return False
    if time.precision not in _FINE:
        return _year(around, anchored=anchored) and around.works()
    named = around.match.modality == "window" and around.claimed() and not _IN.match(around.words)
    if named and around.before[-1:] != "," and not around.bracketed():
        return False
    return (time.precision == "day" and anchored) or around.works()


def _closes(around: _Around) -> bool:
    """`Tổ chức hội thi đồng loạt ngày 26/3/2026.`: the one day with which a clause of work ends."""
    time = around.match.times[0]
    if time.precision != "day" or time.start != time.end or time.start is None:
        return False
    rest = around.text[around.match.end : around.end].strip(" .;,:)")
    if rest or not around.words.casefold().startswith("ngày "):
        return False
    return bool(_OPENS.match(around.before.lstrip(" -–+*•"))) and not around.claimed()


def _year(around: _Around, *, anchored: bool) -> bool:
    """A bare year says when only behind `trong`, `vào` or a word of finishing."""
    if around.words.casefold().startswith("cả ") and _KEPT_UP.search(around.before):
        return True  # `phong trào … duy trì cả năm học`
    if not anchored or not around.words.casefold().startswith(_YEAR_BEHIND) or around.claimed():
        return False
    rest = around.text[around.match.end : around.end].strip(" .;,:)")
    if around.leads:
        return bool(rest)
    return not rest and bool(_YEAR_WORK.search(around.before))


def _recurring(around: _Around) -> bool:
    """A rhythm with a day, or one that opens the sentence, is work; an adverb is not."""
    rule = around.match.times[0].recurrence or ""
    if "BYDAY" in rule and not _RHYTHM.search(around.words):
        return False  # `giờ chào cờ đầu tuần` names an hour, it sets no date
    if "BYMONTHDAY" in rule or "BYDAY" in rule:
        return around.works()
    rest = around.text[around.match.end : around.end].lstrip(" ,:;-–)")
    if not around.leads:
        return _told(around, rest) or _repeated(around, rest, rule)
    if _OTHERWISE.match(rest):  # `Định kỳ 6 tháng, đột xuất theo yêu cầu báo cáo …`
        return around.works()
    return bool(_WORK.match(rest) or rest[:1].isupper())


def _told(around: _Around, rest: str) -> bool:
    """Whether a bracket, a comma or a colon sets a rhythm apart as that of the work."""
    if "(" in around.words:
        return around.works()  # `báo cáo định kỳ 6 tháng (trước ngày 10/6)`
    if _AFTER_MARK.search(around.before) and _REPORTS.match(rest):
        return True  # `…, đôn đốc và định kỳ sáu tháng báo cáo Ủy ban nhân dân tỉnh`
    if around.before.rstrip().endswith(":") and not rest.strip(" ."):
        return True  # `Bảo dưỡng hệ thống báo cháy: 6 tháng/lần.`
    if not around.text.startswith(":", around.match.end):
        return False
    # `Báo cáo hằng ngày: các trạm gửi số liệu trước 16 giờ`
    return _REPEATED.match(around.before.lstrip(" -–+*•")) is not None


def _repeated(around: _Around, rest: str, rule: str) -> bool:
    """Whether work of a kind that repeats stands before a rhythm that closes its clause."""
    goes_on = around.text.startswith(",", around.match.end) and _OPENS.match(rest)
    if rest.strip(" .") and not (_ADDRESSED.match(rest) or goes_on):
        return False
    work = around.before.rpartition(": ")[2].lstrip(" -–+*•")
    repeats = bool(_REPEATED.match(work))
    if not repeats and begins_unit(work):  # `Tổ bảo vệ kiểm tra cổng rào mỗi ngày.`
        repeats = bool(_BY_UNIT.match(work))
    if not repeats and "YEARLY" not in rule:
        repeats = bool(_REPEATS.search(around.before))
    return repeats and not around.claimed()
