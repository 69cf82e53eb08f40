"""Again: which rhythms in prose (`hằng tháng`, `thứ Sáu hằng tuần`) are those of the work."""

import re

from extract.subjects import begins_unit
from extract.tasks.around import OPENS, WORK, Around

_RHYTHM = re.compile(r"(?<!\w)(?:hằng|hàng|mỗi|thứ|cuối|định kỳ)(?!\w)", re.IGNORECASE)
# Work that comes again: `báo cáo … hằng ngày`; `chế độ báo cáo hằng tháng` names a rule.
_REPEATS = re.compile(
    r"(?<!chế độ )(?<!nội dung )(?<!trong )(?<!kỳ )(?<!số liệu )(?<!mẫu )(?<!phần mềm )"
    r"(?<!\w)(?:báo cáo|gửi|họp|giao ban|cập nhật|thống kê)(?!\w)[^.;:]{0,80}$",
    re.IGNORECASE,
)
_AFTER_MARK = re.compile(r"(?:[,;]|\svà)\s*$")
_REPORTS = re.compile(
    r"(?:báo cáo|tổng hợp|gửi|họp|giao ban|sơ kết|tổng kết|cập nhật|thống kê)(?!\w)", re.IGNORECASE
)
_REPEATED = re.compile(
    r"(?:định kỳ )?(?:báo cáo|họp|giao ban|cập nhật|thống kê|tổng hợp|kiểm tra|rà soát|công khai"
    r"|đăng tải|phun|chấm điểm|điểm danh|theo dõi|tự kiểm tra|tự đánh giá|sơ kết|sao lưu|bảo dưỡng"
    r"|bảo trì|khử khuẩn|quét dọn|tuần tra|đối soát|kiểm kê|kiểm đếm|thu gom|lau|tưới"
    r"|tổng vệ sinh)(?!\w)[^.;:]{0,120}$",
    re.IGNORECASE,
)
_OTHERWISE = re.compile(
    r"(?:(?:và|hoặc|hay)\s+)?(?:khi\s+)?"
    r"(?:đột xuất|(?:giữa|cuối|hết) (?:nhiệm kỳ|kỳ)|(?:có|theo) yêu cầu)(?!\w)",
    re.IGNORECASE,
)
_BY_UNIT = re.compile(rf"[^.;:,]{{2,50}}?\s(?:{_REPEATED.pattern})", re.IGNORECASE)
_ADDRESSED = re.compile(r"(?:về|gửi|cho|với|qua|tại|trên) ")


def is_again(around: Around) -> bool:
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
    return bool(WORK.match(rest) or rest[:1].isupper())


def _told(around: Around, rest: str) -> bool:
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


def _repeated(around: Around, rest: str, rule: str) -> bool:
    """Whether work of a kind that repeats stands before a rhythm that closes its clause."""
    goes_on = around.text.startswith(",", around.match.end) and OPENS.match(rest)
    if rest.strip(" .") and not (_ADDRESSED.match(rest) or goes_on):
        return False
    work = around.before.rpartition(": ")[2].lstrip(" -–+*•")
    repeats = bool(_REPEATED.match(work))
    if not repeats and begins_unit(work):  # `Tổ bảo vệ kiểm tra cổng rào mỗi ngày.`
        repeats = bool(_BY_UNIT.match(work))
    if not repeats and "YEARLY" not in rule:
        repeats = bool(_REPEATS.search(around.before))
    return repeats and not around.claimed()
