"""Uses: what an expression is in running prose, where digits and days also name other things.

The day of a cited document (`số 12/KH-UBND ngày 05/3/2024`) is a reference, a day's name
(`Ngày Nhà giáo Việt Nam 20/11`) and a pair of days years apart an anniversary; `06/06 nhiệm
vụ`, `đạt từ 2/3 trở lên` are no time at all.
"""

import re

from extract.times.chains import Chain, Node, is_pair
from extract.times.match import Modality
from extract.times.modalities import modality_of
from extract.units.letters import UPPER

# national and international days that plans name by day and month
FESTAL_DAYS = frozenset(
    (int(d), int(m))
    for d, m in (
        day.split("/")
        for day in (
            "3/2 9/1 27/2 3/3 8/3 20/3 22/3 26/3 28/3 7/4 18/4 19/4 21/4 30/4 1/5 7/5 15/5 19/5 "
            "1/6 5/6 11/6 21/6 26/6 28/6 27/7 28/7 19/8 2/9 5/9 8/9 1/10 2/10 10/10 13/10 14/10 "
            "15/10 20/10 9/11 18/11 20/11 23/11 25/11 1/12 3/12 10/12 19/12 22/12 26/12 4/10"
        ).split()
    )
)
_LOOK_BACK = 90
_KIND = (
    r"(?:Luật|Bộ luật|Nghị quyết|Nghị định|Quyết định|Chỉ thị|Thông tư(?: liên tịch)?|Công văn"
    r"|Kế hoạch|Thông tri|Tờ trình|Công điện|Quy định|Quy chế|Chương trình|Đề án|Hướng dẫn"
    r"|Thông báo|Kết luận|Báo cáo|Biên bản|Văn bản|Phương án|Pháp lệnh|Giấy mời)"
)
_SYMBOL = r"\d{1,5}[A-Z]?\s?[/-]\s?(?:\d{4}\s?/\s?)?[A-ZĐ][\w&Đđ/.‑–-]*"
_CITED = re.compile(
    rf"(?:{_SYMBOL}|{_KIND}(?:\s+số:?\s?[\w/.‑-]*|[^.;:\n]{{0,60}}))"
    r"(?:\s+của\s+[^.;:\n\d]{2,60})?,?\s*\(?$"
)
_BEHIND_SYMBOL = re.compile(rf"{_SYMBOL}(?:\s+của\s+[^.;:\n\d]{{2,60}})?,?\s*\(?$")
_BLANK_DAY = re.compile(r"(?:ngày|ngày\s*[….]+)\s*$", re.IGNORECASE)
_BORN = re.compile(r"(?:sinh|ban hành|ký|công bố|thông qua)\s*$", re.IGNORECASE)
_DATELINE = re.compile(rf"[{UPPER}][\w .-]{{1,40}},\s*$")
_CELEBRATES = re.compile(
    r"(?:kỷ niệm|kỉ niệm|chào mừng|mừng|lễ|hưởng ứng|nhân|truyền thống|thành lập|giải phóng"
    r"|quốc khánh|quốc tế|việt nam|thống nhất|khởi nghĩa|cách mạng|tháng tám|chiến thắng"
    r"|phụ nữ|nhà giáo|thiếu nhi|lao động|công đoàn|đoàn|đảng|chủ tịch|hồ chí minh)"
    r"\W*(?:ngày\s*)?$",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r" ?(?:tổng|số|trở lên|thành viên|đại biểu|nhiệm vụ|chỉ tiêu|tiêu chí|xã|phường|thị trấn"
    r"|huyện|tỉnh|trường|đơn vị|cơ quan|người|hộ|thôn|bản|tổ|giờ|tỷ|triệu|học sinh|cán bộ|đảng"
    r"|ý kiến|mục tiêu|phiếu|ngày|buổi|văn bản|sở|ban|lớp|giáo viên|cử tri|hồ sơ|thủ tục|%"
    r"|diện tích|dân số|chi bộ|mô hình|sản phẩm|dự án|công trình|km|ha|kg)"
)
_NUMBERED = re.compile(
    r"(?:số|điều|khoản|mục|(?<!thời )điểm|luật|nghị|thông tư|(?:nghị|quyết) định|quyết|trang|mẫu)"
    r"\s*:?\s*$",
    re.IGNORECASE,
)
_DAY_NAME = re.compile(rf"[Nn]gày [{UPPER}][^.;:,\n]{{2,60}}$")
_LABELLED = re.compile(r"(?:Thời gian|Thời hạn|Thời điểm|Tiến độ|Hạn)[^:\n]{0,24}:$")
_STEM = r"(?:Giáp|Ất|Bính|Đinh|Mậu|Kỷ|Kỉ|Canh|Tân|Nhâm|Quý)"
_BRANCH = r"(?:Tý|Tí|Sửu|Dần|Mão|Mẹo|Thìn|Tỵ|Tị|Ngọ|Mùi|Thân|Dậu|Tuất|Hợi)"
_LUNAR = re.compile(
    rf"\s?(?:[(,]\s?)?(?:(?i:âm\s?lịch)|ÂL|AL(?!\w)|tháng (?:[Gg]iêng|[Cc]hạp)"
    rf"|(?:năm )?{_STEM} {_BRANCH}(?!\w))"
)
_LUNAR_BEFORE = re.compile(r"(?:\((?:tức|nhằm)(?: là)?(?: ngày)?:?|[ÂâAa]m lịch:?)\s*(?:ngày\s*)?$")
_TET = re.compile(
    rf"(?:T[ếê]t(?: Nguyên đán| cổ truyền)?|Xuân)(?: {_STEM} {_BRANCH})?\s*-?\s*(?:năm )?$"
)
_MARKS = ("", "\n", ",", ";", ":", ".", "(", ")", "-", "–", "|")


def use_of(text: str, chain: Chain, *, in_month: bool = False) -> Modality | None:
    """What a chain is in running prose; `None` where its digits are no time.

    `in_month` tells that the heading above is a month, so that `ngày 15` is a day of it.
    """
    head = chain.head
    if head.atom.weak and chain.rhythm is None:
        named = in_month and text[head.atom.start : head.atom.start + 4].lower() == "ngày"
        if not named and not _is_time(text, chain):
            return None
    modality = modality_of(chain)
    if modality == "continuous" and not _stands_alone(text, chain):
        return None  # an adverb: "thường xuyên rà soát", "chi thường xuyên"
    if is_lunar(text, chain):
        return None
    if modality in ("recurring", "continuous", "condition", "label"):
        return modality
    if head.atom.kind == "day":
        return _of_day(text, chain, modality)
    if head.atom.kind == "month" and _BLANK_DAY.search(text, max(0, head.start - 12), head.start):
        return "reference"
    return modality


def _of_day(text: str, chain: Chain, modality: Modality) -> Modality:
    head = chain.head
    if is_pair(chain):
        return "anniversary"
    if head.roles and not set(head.roles) <= {"in"}:
        return modality
    before = text[max(0, head.start - _LOOK_BACK) : head.start]
    before = before[before.rfind("\n") + 1 :]
    if not head.roles and (_cited(before, text, head) or _BORN.search(before)):
        return "reference"
    if not head.roles and _is_dateline(text, chain, before):
        return "reference"
    if head.atom.year is None and chain.items[0].last is None and _is_festal(head):
        named = text[head.atom.start] == "N" and before.rstrip()[-1:].isalpha()
        if head.atom.weak or named or _is_named(before):
            return "anniversary"
    return modality


def _cited(before: str, text: str, head: Node) -> bool:
    if before.islower():
        return False  # a symbol and the name of a kind have capitals
    if _BEHIND_SYMBOL.search(before):
        return True
    return text[head.atom.start : head.atom.start + 4].lower() == "ngày" and bool(
        _CITED.search(before)
    )


def _is_dateline(text: str, chain: Chain, before: str) -> bool:
    """`Hà Nội, ngày 27 tháng 12 năm 2024`: a place, a day, and the end of the paragraph."""
    ends = text[chain.end : chain.end + 2].strip("*_ ")[:1] in ("", "\n", "|")
    return ends and chain.head.atom.year is not None and _DATELINE.search(before) is not None


def _is_festal(node: Node) -> bool:
    mark = node.atom.parts[0].first
    return (mark.day, mark.month) in FESTAL_DAYS


def _is_time(text: str, chain: Chain) -> bool:
    """Whether bare digits are a time: a range, behind a word of time, or alone in brackets."""
    head = chain.head
    atom = head.atom
    if atom.kind == "weekday":
        return False
    if atom.kind == "day" and not atom.parts[0].first.month:
        return chain.items[0].last is not None and head.has("from")
    if is_counted(text, chain):
        return False
    before = text[max(0, head.start - 60) : head.start].rstrip(" ")
    after = text[chain.end : chain.end + 2].strip(" ")[:1]
    if chain.items[0].last is not None:
        return head.has("from") or before[-1:] in ("(", ":", "")
    if head.roles or _LABELLED.search(before):
        return True
    if atom.kind == "month":
        return _stands_alone(text, chain)
    first = before[-1:] in ("", "\n", "-", "+", "–") and after == ":"
    return first or (_is_festal(head) and _is_named(before))


def _stands_alone(text: str, chain: Chain) -> bool:
    """Between punctuation marks or the ends of the paragraph."""
    before = text[max(0, chain.start - 2) : chain.start].rstrip(" ")[-1:]
    return before in _MARKS and text[chain.end : chain.end + 2].lstrip(" ")[:1] in _MARKS


def _is_named(before: str) -> bool:
    """Whether the words before a day are what it is called or celebrated for."""
    return bool(_CELEBRATES.search(before) or _DAY_NAME.search(before))


def is_lunar(text: str, chain: Chain) -> bool:
    """`10/3 âm lịch`, `ngày 23 tháng Chạp`, `Tết Nguyên đán Bính Ngọ 2026`: no day of ours."""
    if chain.head.atom.kind == "year":
        return bool(_TET.search(text, max(0, chain.head.start - 40), chain.head.start))
    if chain.head.atom.kind not in ("day", "month"):
        return False
    if _LUNAR.match(text, chain.end, chain.end + 32):
        return True
    return bool(_LUNAR_BEFORE.search(text, max(0, chain.start - 24), chain.start))


def is_counted(text: str, chain: Chain) -> bool:
    """`06/06 nhiệm vụ`, `2/3 trở lên`, `số 05/2023`: bare digits that count or number things."""
    start = chain.head.start
    if not chain.head.atom.weak:
        return False
    return bool(
        _COUNTED.match(text, chain.end) or _NUMBERED.search(text, max(0, start - 12), start)
    )
