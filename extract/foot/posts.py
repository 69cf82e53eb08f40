"""Posts (chức vụ): what a person signs as, and the bodies that one signs on behalf of."""

import re

from extract.folding import fold

HEADS = (
    "Giám đốc", "Tổng giám đốc", "Chủ tịch", "Chủ tịch nước", "Chủ tịch Quốc hội", "Bộ trưởng",
    "Trưởng phòng", "Trưởng ban", "Trưởng đoàn", "Trưởng khoa", "Trưởng bộ môn", "Trưởng thôn",
    "Trưởng Công an", "Trưởng tiểu ban", "Trưởng trung tâm", "Trưởng trạm", "Trưởng văn phòng",
    "Hiệu trưởng", "Bí thư", "Chánh Văn phòng", "Chánh Thanh tra", "Chánh án", "Viện trưởng",
    "Cục trưởng", "Chi cục trưởng", "Tổng cục trưởng", "Vụ trưởng", "Chủ nhiệm", "Thủ tướng",
    "Chỉ huy trưởng", "Tư lệnh", "Tổng Thanh tra", "Tổng Kiểm toán", "Tổng biên tập", "Thống đốc",
    "Thủ trưởng cơ quan", "Đội trưởng", "Đoàn trưởng", "Tổ trưởng", "Trạm trưởng", "Giám thị",
    "Quản đốc", "Chính ủy", "Chính trị viên", "Tổng phụ trách", "Ban trưởng",
    "Tổ phó",
)  # fmt: skip
"""Posts that have a deputy: `Phó Giám đốc`, `P. Hiệu trưởng`."""

OTHERS = (
    "Thứ trưởng", "Tổng Bí thư", "Thường trực Ban Bí thư", "Viện phó", "Ủy viên thường trực",
    "Ủy viên", "Thường trực", "Người lập", "Người lập kế hoạch", "HT", "PHT", "GĐ", "PGĐ",
)  # fmt: skip
"""Posts without a deputy, and their shortenings."""

COLLECTIVES = (
    "Ủy ban", "Hội đồng", "Ban", "BCH", "BTV", "BTT", "Bộ Chính trị", "Đoàn Chủ tịch", "Chính phủ",
    "Tỉnh ủy", "Thành ủy", "Huyện ủy", "Đảng ủy", "Chi bộ", "Quốc hội",
)  # fmt: skip
"""Bodies that somebody signs on behalf of (`TM. ỦY BAN NHÂN DÂN`)."""


def _words(names: tuple[str, ...]) -> str:
    folded = sorted((fold(n).lower() for n in names), key=len, reverse=True)
    return "|".join(re.escape(n).replace(r"\ ", " ") for n in folded)


CANONICAL = {fold(name).lower(): name for name in (*HEADS, *OTHERS)}
"""Posts in their usual capitals, by their folded words."""

POST = re.compile(rf"(?:(?:(?:pho|p\.?)\s*)?(?:{_words(HEADS)})|{_words(OTHERS)})(?!\w)")
"""A post at the start of folded words in lower case."""

COLLECTIVE = re.compile(rf"(?:{_words(COLLECTIVES)})(?!\w)")
