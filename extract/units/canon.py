"""Canonical names: known fields in one spelling and case, whatever the document printed.

`Cục công nghệ thông tin` and `Cục Công nghệ thông tin` are one unit; capitals follow NĐ 30/2020,
Phụ lục II.
"""

import re
from functools import cache

from extract.folding import fold
from extract.reference import rows
from extract.units.letters import one_tone
from schemas.keys import words_key

FIELDS = (
    "An toàn thông tin", "An toàn thực phẩm", "Bảo trợ xã hội", "Bảo vệ thực vật", "Biên tập",
    "Cải cách hành chính", "Cảnh sát hình sự", "Cảnh sát điều tra tội phạm về ma túy",
    "Cảnh sát phòng cháy, chữa cháy và cứu nạn, cứu hộ", "Chăn nuôi và Thú y",
    "Chính trị và Công tác học sinh, sinh viên", "Chuyển đổi số", "Chuyển đổi số quốc gia",
    "Công nghệ thông tin", "Công Thương", "Công an", "Công chức - Viên chức", "Công tác sinh viên",
    "Dân tộc", "Dân tộc và Tôn giáo", "Dân số", "Dân vận", "Dân chủ, Giám sát và Phản biện xã hội",
    "Du lịch", "Đào tạo", "Đào tạo với nước ngoài", "Đối ngoại", "Giáo dục Chính trị", "Giám định",
    "Giáo dục Chính trị và Công tác học sinh, sinh viên", "Giáo dục Dân tộc", "Giáo dục Đại học",
    "Giáo dục Mầm non", "Giáo dục nghề nghiệp", "Giáo dục nghề nghiệp - Giáo dục thường xuyên",
    "Giáo dục nghề nghiệp và Giáo dục thường xuyên", "Giáo dục Phổ thông", "Giáo dục Thể chất",
    "Giáo dục thường xuyên", "Giáo dục Thường xuyên", "Giáo dục Tiểu học", "Giáo dục Trung học",
    "Giáo dục và Đào tạo", "Giao thông vận tải", "Hành chính - Quản trị", "Hành chính - Tổng hợp",
    "Hợp tác quốc tế", "Hợp tác Quốc tế", "Kế hoạch - Tài chính", "Kế hoạch - Tổng hợp",
    "Kế hoạch và Đầu tư", "Khảo thí và Quản lý chất lượng", "Khoa học và Công nghệ",
    "Khoa học, Công nghệ và Thông tin", "Kiểm lâm", "Kiểm soát bệnh tật",
    "Kiểm soát thủ tục hành chính", "Kinh tế", "Kinh tế và Hạ tầng", "Kinh tế - Hạ tầng",
    "Kinh tế, Hạ tầng và Đô thị", "Lao động - Thương binh và Xã hội", "Ngoại giao", "Ngoại vụ",
    "Nghiệp vụ Y", "Nhà giáo và Cán bộ quản lý giáo dục", "Nội vụ", "Nông nghiệp và Môi trường",
    "Nông nghiệp và Phát triển nông thôn", "Pháp chế", "Phổ biến giáo dục pháp luật",
    "Quản lý Công nghiệp", "Quản lý chất lượng", "Quản lý Năng lượng", "Quản lý thị trường",
    "Quản lý Thương mại", "Quản lý đất đai", "Quản lý đô thị", "Quốc phòng",
    "Quy hoạch - Kiến trúc", "Tài chính", "Tài chính - Kế hoạch", "Tài chính - Kế toán",
    "Công tác học sinh, sinh viên", "Công tác xã hội", "Tài nguyên và Môi trường",
    "Thi đua - Khen thưởng", "Thi đua, Khen thưởng", "Thông tin và Truyền thông", "Thống kê",
    "Thủy lợi", "Thủy sản", "Tổ chức - Hành chính", "Tổ chức cán bộ", "Tổ chức Cán bộ",
    "Tổ chức hành chính", "Tôn giáo", "Truyền thông", "Tư pháp", "Tuyên giáo",
    "Tuyên giáo và Dân vận", "Văn hóa - Xã hội", "Văn hóa và Thể thao", "Văn hóa và Thông tin",
    "Văn hóa, Thể thao và Du lịch", "Văn hóa, Khoa học và Thông tin",
    "Văn thư và Lưu trữ nhà nước", "Văn xã", "Việc làm", "Xây dựng", "Y tế", "Y tế dự phòng",
    "Dược", "Trẻ em", "Gia đình", "Điều tiết điện lực", "Năng lượng", "Liên hiệp Phụ nữ",
    "Nông dân", "Cựu chiến binh", "Khuyến học", "Chữ thập đỏ", "Cựu giáo chức", "Người cao tuổi",
    "Luật gia",
)  # fmt: skip
"""What departments are named after, at every level."""

_DROPS = re.compile(r"(?:Sở|Phòng)(?!\w)")
_HEADS_BEFORE_FIELD = re.compile(
    r"(?P<head>Bộ|Sở|Phòng|Vụ|Cục|Tổng cục|Chi cục|Ban|Trung tâm|Hội đồng|Hội|Viện|"
    r"Văn phòng|Tổ|Khối thi đua|Cụm thi đua)\s+",
    re.IGNORECASE,
)
_SLIP = re.compile(r"\bỦy ban nhân thành phố", re.IGNORECASE)
# Heads of units that recognition takes for other words.
_MISREAD = (
    ("Tỏ công tác", "Tổ công tác"), ("Tố công tác", "Tổ công tác"), ("Tỏ Công tác", "Tổ Công tác"),
    ("Phong Giáo dục", "Phòng Giáo dục"), ("Trưòng ", "Trường "), ("Văn phong ", "Văn phòng "),
)  # fmt: skip
_MISREAD_HEADS = tuple(read for read, _ in _MISREAD)
_FIELD_WORDS = re.compile(r"[\w\s,\-–&]{1,70}")
_WORD = re.compile(r"[^\W_]+")
_SPACED_DASH = re.compile(r"\s*[–—]\s*|\s+-\s*|\s*-\s+")
_WHOLE = {
    words_key(name): name
    for name in (
        "Báo Giáo dục và Thời đại", "Cụm thi đua", "Khối thi đua", "Ban Giám hiệu", "Bộ Chính trị",
        "Ủy ban nhân dân", "Hội đồng nhân dân", "Ban Thường trực", "Ủy ban Mặt trận Tổ quốc",
        "Ủy ban Mặt trận Tổ quốc Việt Nam", "Bộ Chỉ huy quân sự", "Ban Chỉ huy quân sự",
        "Viện kiểm sát nhân dân", "Tòa án nhân dân", "Ban Chỉ đạo", "Thủ tướng Chính phủ",
    )
}  # fmt: skip


@cache
def _fields() -> dict[str, str]:
    known = {words_key(f): f for f in FIELDS}
    known["thủ tướng"] = "Thủ tướng Chính phủ"
    known |= {words_key(one_tone(r["name"])): r["name"] for r in rows("issuers")}
    return known | _WHOLE


def canonical(name: str) -> str:
    """One spelling of a written-out name: tone marks, dashes, the case of known fields.

    `phòng nội vụ` gives `Phòng Nội vụ`; an unknown field gets a capital after its head.
    """
    name = one_tone(name)
    if "nhân thành" in name:
        name = _SLIP.sub("Ủy ban nhân dân thành phố", name)
    if name.startswith(_MISREAD_HEADS):
        name = next(right + name[len(read) :] for read, right in _MISREAD if name.startswith(read))
    whole = _fields().get(words_key(name))
    if whole and len(whole) >= len(name) - 3:
        return whole
    head = _HEADS_BEFORE_FIELD.match(name)
    if not head:
        return name[:1].upper() + name[1:]
    title = head["head"][:1].upper() + head["head"][1:]
    field, rest = known_field(name[head.end() :])
    if field:
        return f"{title} {field}{rest}"
    tail = name[head.end() :]
    if title in ("Phòng", "Sở", "Vụ", "Cục", "Chi cục"):
        tail = tail[:1].upper() + tail[1:]
    return f"{title} {tail}"


def known_field(words: str) -> tuple[str, str]:
    """The known field that the words begin with, longest first, and what follows it."""
    found = _FIELD_WORDS.match(words)
    if not found:
        return "", words
    ends = [m.end() for m in _WORD.finditer(found[0])]
    for end in reversed(ends[:14]):
        key = words_key(words[:end])
        field = _fields().get(key)
        if field and words_key(field).count(" ") == key.count(" "):
            return field, words[end:]
    for end in reversed(ends[3:9]):  # `Giáo đục và Đào tạo`, as recognition makes it out
        field = _unmarked().get(fold(words_key(words[:end])))
        if field:
            return field, words[end:]
    return "", words


@cache
def _unmarked() -> dict[str, str]:
    """Fields of four words and more by their letters without marks."""
    return {fold(words_key(field)): field for field in FIELDS if len(field.split()) > 3}
