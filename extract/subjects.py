"""Subjects: the unit that a sentence of an assignment begins with, and what it is to do.

`Giao Sở Y tế chủ trì, phối hợp với Công an tỉnh kiểm tra …` names a lead, a partner and the
work; `Các xã, phường báo cáo …` a group and the work.
"""

import re
from dataclasses import dataclass

from extract.units import unit_at

_ASSIGN = re.compile(
    r"(?:Giao(?: cho)?|Đề nghị|Yêu cầu|Phân công|Trách nhiệm của|Đối với|Ủy quyền(?: cho)?)\s+"
)
_HEAD = re.compile(
    r"(?:(?:Các|Những|Toàn thể|Tập thể|Thủ trưởng|Lãnh đạo|Hiệu trưởng|Trưởng|Phó|Chủ tịch"
    r"|Giám đốc|Chánh"
    r"|Thường trực|Ban Thường trực|Ban Thường vụ|Bí thư|Cán bộ|Người đứng đầu|Đồng chí"
    r"|đồng chí)\s+)*"
    r"(?:Thủ tướng|Bộ|Sở|Ban|Phòng|Vụ|Cục|Tổng cục|Chi cục|Văn phòng|UBND|HĐND|Ủy ban|Uỷ ban|Hội"
    r"|Đoàn|Công đoàn|Công an"
    r"|Trường|Trung tâm|Trạm|Tổ|Khối|Cụm|Đơn vị|Cơ quan|Cơ sở|Viện|Học viện|Đại học|Liên đoàn"
    r"|Mặt trận|MTTQ|UBMTTQ"
    r"|Đảng [uủ][ỷy]|Huyện [uủ][ỷy]|Tỉnh [uủ][ỷy]|Thành [uủ][ỷy]|Quận [uủ][ỷy]|Chi bộ|Chi đoàn"
    r"|Liên đội|Giáo viên|GVCN|Nhà trường|BGH|Kho bạc|Ngân hàng|Bảo hiểm"
    r"|BHXH|Thanh tra|Tòa án|Toà án|Viện kiểm sát|Báo|Đài|Xã|Phường|Thôn|Bệnh viện|Công ty"
    r"|Doanh nghiệp|Bộ phận|Địa phương|Thường trực"
    r"|sở|bộ|phòng|ban|vụ|cục|xã|phường|thôn|trường|đơn vị|cơ quan|cơ sở|địa phương|tổ chức|hội"
    r"|đoàn thể|ngành|tập thể|cá nhân|cụm|khối|tổ|doanh nghiệp)(?!\w)"
)
# Words with which the work itself begins; a unit's name ends before the first of them.
_VERBS = (
    "chủ trì|chủ động|họp|là (?:cơ quan|đơn vị|đầu mối)|tuần tra|mua sắm|lắp đặt|khắc phục"
    "|trang bị|bàn giao|ghi nhận|biểu dương|"
    "phối hợp|có trách nhiệm|chịu trách nhiệm|căn cứ|tổ chức|xây dựng"
    "|triển khai|thực hiện|tham mưu"
    "|báo cáo|gửi|hướng dẫn|chỉ đạo|theo dõi|đôn đốc|kiểm tra|giám sát|tổng hợp|ban hành|rà soát"
    "|tiếp tục|tăng cường|đẩy mạnh"
    "|bố trí|cân đối|thẩm định|trình|lập|nộp|đăng ký|tuyên truyền|phổ biến|quán triệt"
    "|thường xuyên|định kỳ|kịp thời|nghiêm túc"
    "|hoàn thành|hoàn thiện|cử|mở|bảo đảm|đảm bảo|quản lý|sử dụng|vận động|huy động|hỗ trợ"
    "|cung cấp|đăng tải|đưa tin|đề xuất"
    "|đánh giá|công bố|công khai|nâng cao|phát huy|phát động|tham gia|tự kiểm tra|cụ thể hóa"
    "|cụ thể hoá|giúp|làm đầu mối|là đầu mối"
    "|được giao|tùy theo|tuỳ theo|trên cơ sở|theo chức năng|lồng ghép|bám sát|nghiên cứu|nắm bắt"
    "|duy trì|thống kê|tập trung|xem xét"
    "|phân công|chuẩn bị|tiếp nhận|ứng dụng|gắn|dựa|niêm yết|thông báo|quan tâm"
    "|chú trọng|bồi dưỡng|tập huấn|kiện toàn"
    "|trực tiếp|xác định|khẩn trương|sớm|phải|cần|đồng thời|hằng|hàng|trước ngày|chậm nhất"
    "|dự toán|tạm ứng|thanh quyết toán|lựa chọn"
    "|phê duyệt|ký|in ấn|phát hành|tư vấn|khảo sát|vận hành|giải quyết|xử lý|tích cực|chấp hành"
    "|nhân rộng|sơ kết|tổng kết|xét|kết hợp"
)
_VERB = re.compile(rf"(?<!\w)(?:{_VERBS})(?!\w)")
_LEADS = re.compile(
    r"\s*(?:là (?:cơ quan|đơn vị) )?(?:có trách nhiệm |chịu trách nhiệm )?chủ trì(?!\w)\s*,?\s*"
)
_WITH = re.compile(
    r"(?:và\s+)?(?:phối hợp(?: chặt chẽ)?|cùng)(?: với)?\s+(?:các\s+(?=\w+\s+(?:liên quan"
    r"|có liên quan)))?"
)
_ACCOUNTABLE = re.compile(r"\s*(?:có|chịu) trách nhiệm(?: trong việc)?\s+")
_RELATIVE = re.compile(
    r"(?:được giao|được phân công)[^.;:]{0,120}?(?:Kế hoạch này|kèm theo|Phụ lục|phụ trách"
    r"|quản lý)(?:\s+(?:này|của Kế hoạch này))?"
)
# What narrows a group down instead of saying what it is to do.
_QUALIFIED = re.compile(
    r" (?:được (?:giao|phân công)|có liên quan|liên quan|trực thuộc|thuộc|trên địa bàn|trong|khác"
    r"|và|hoặc|của|tại)"
)
_NEAR = 25  # characters that a place may add to a known name
_NOUN = re.compile(
    r",| (?:thành viên|chính trị|đoàn thể|cá nhân|xã hội|cơ sở đảng|Đảng|đảng|hội|tôn giáo)(?!\w)"
)
_MOST = 220  # no unit phrase is longer, in characters


@dataclass(frozen=True, slots=True)
class Subject:
    """Flat offsets: the lead's words, the partners' words if any, and where the work begins."""

    lead: tuple[int, int]
    partners: tuple[int, int] | None
    work: int
    assigned: bool


def subject_at(text: str, start: int, end: int) -> Subject | None:
    """The unit that `text[start:end]` begins with, or None if it begins with none."""
    assign = _ASSIGN.match(text, start, end)
    at = assign.end() if assign else start
    if not _HEAD.match(text, at, end):
        return None
    stop = _by_name(text, at, end, _unit_end(text, at, end))
    if stop is None or stop >= end:
        return None
    lead = _trimmed(text, at, stop)
    work, partners = stop, None
    chairs = _LEADS.match(text, stop, end)
    after = chairs.end() if chairs else stop
    joint = _WITH.match(text, after, end)
    if joint:
        partner_end = _unit_end(text, joint.end(), end, strict=False)
        partner_end = _by_name(text, joint.end(), end, partner_end)
        if partner_end is not None and partner_end > joint.end():
            partners = _trimmed(text, joint.end(), partner_end)
            work = partner_end
            if not chairs and not assign:
                work = stop  # `phối hợp với … tổ chức …`: the joint work is the duty's words
        elif chairs:
            work = after
    elif chairs:
        work = after
    duty = _ACCOUNTABLE.match(text, work, end)
    if duty:
        work = duty.end()
    while work < end and text[work] in " ,:":
        work += 1
    return Subject(lead, partners, work, bool(assign or chairs)) if work < end else None


def _unit_end(text: str, start: int, end: int, *, strict: bool = True) -> int | None:
    """Where the unit phrase that begins at start gives way to a verb or a colon."""
    limit = min(end, start + _MOST)
    at = start
    relative = _RELATIVE.search(text, start, limit)
    colon = text.find(":", start, limit)
    for verb in _VERB.finditer(text, at, limit):
        if relative and relative.start() <= verb.start() < relative.end():
            continue
        if colon != -1 and colon < verb.start():
            return colon
        if verb.start() == start:
            return None if strict else start
        if _inside_name(text, verb):
            continue
        return verb.start()
    return colon if colon != -1 else None


def _by_name(text: str, start: int, end: int, stop: int | None) -> int | None:
    """A name that is known ends before a verb that is not: `Đoàn Thanh niên trực đêm`."""
    unit = unit_at(text, start) if start < end else None
    if unit is None or unit.end >= end or (stop is not None and stop <= unit.end + _NEAR):
        return stop
    goes_on = text[unit.end : unit.end + 24]
    if goes_on[:1] != " " or not goes_on[1:2].islower() or _QUALIFIED.match(goes_on):
        return stop
    return unit.end


_NAMES = re.compile(r"(?:Ban|Tổ|Đội|Hội đồng|Đoàn|Văn phòng|Phòng|Bộ phận|Tổ công tác)\s+$")


def _inside_name(text: str, verb: re.Match[str]) -> bool:
    """`Ban chỉ đạo`, `Tổ giám sát`, `Đoàn kiểm tra`: the verb belongs to the body's name."""
    if _NAMES.search(text, max(0, verb.start() - 14), verb.start()):
        return True
    before = text[max(0, verb.start() - 12) : verb.start()]
    if verb[0] == "tổ chức" and _NOUN.match(text, verb.end()):
        return True  # `các tổ chức thành viên`, `cơ quan, tổ chức, cá nhân`
    return (
        before.endswith(("cơ quan ", "đơn vị ", "công tác ", "bộ phận "))
        and verb[0]
        in (
            "chủ trì",
            "phối hợp",
            "thực hiện",
            "quản lý",
            "chỉ đạo",
        )
        and text[verb.end() : verb.end() + 1] != ","
    )


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while end > start and text[end - 1] in " ,:;":
        end -= 1
    return start, end
