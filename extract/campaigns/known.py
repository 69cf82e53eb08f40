"""Known movements: names that are campaigns whatever noun the plan puts before them.

Launched nationally, as decisions of the Prime Minister, the ministries and the Front name them;
an office may put its own place for `Cả nước`.
"""

import re

from schemas.campaign import CampaignKind
from schemas.keys import words_key

_NAMES: dict[CampaignKind, tuple[str, ...]] = {
    "phong trào thi đua": (
        "Cả nước chung sức xây dựng nông thôn mới",
        "Vì người nghèo - Không để ai bị bỏ lại phía sau",
        "Cả nước chung tay vì người nghèo - Không để ai bị bỏ lại phía sau",
        "Cán bộ, công chức, viên chức thi đua thực hiện văn hóa công sở",
        "Doanh nghiệp Việt Nam hội nhập và phát triển",
        "Cả nước thi đua xây dựng xã hội học tập, đẩy mạnh học tập suốt đời",
        "Xây dựng xã hội học tập, đẩy mạnh học tập suốt đời",
        "Xóa nhà tạm, nhà dột nát",
        "Bình dân học vụ số",
        "Dạy tốt, học tốt",
        "Thi đua dạy tốt, học tốt",
        "Đổi mới, sáng tạo trong quản lý, giảng dạy và học tập",
        "Đổi mới, sáng tạo trong dạy và học",
        "Xây dựng trường học thân thiện, học sinh tích cực",
        "Toàn dân đoàn kết xây dựng đời sống văn hóa",
        "Toàn dân bảo vệ an ninh Tổ quốc",
        "Giỏi việc nước, đảm việc nhà",
        "Giỏi việc trường, đảm việc nhà",
        "Lao động giỏi, lao động sáng tạo",
        "Dân vận khéo",
        "Uống nước nhớ nguồn",
        "Đền ơn đáp nghĩa",
        "Người tốt, việc tốt",
        "Cựu chiến binh gương mẫu",
        "Nông dân thi đua sản xuất, kinh doanh giỏi",
    ),
    "cuộc vận động": (
        "Mỗi thầy giáo, cô giáo là một tấm gương đạo đức, tự học và sáng tạo",
        "Mỗi thầy, cô giáo là một tấm gương đạo đức, tự học và sáng tạo",
        "Toàn dân đoàn kết xây dựng nông thôn mới, đô thị văn minh",
        "Người Việt Nam ưu tiên dùng hàng Việt Nam",
        "Xây dựng gia đình 5 không, 3 sạch",
        "Dân chủ - Kỷ cương - Tình thương - Trách nhiệm",
        "Học tập và làm theo tấm gương đạo đức Hồ Chí Minh",
        "Hai không",
        "Ngày vì người nghèo",
    ),
}
_KINDS = {words_key(name): kind for kind, names in _NAMES.items() for name in names}


# Times of action that are launched under their own names, whatever the field.
_ACTIONS = re.compile(
    r"(?:Tháng (?:hành động|cao điểm|chiến dịch)|Tuần lễ|Chiến dịch|Ngày toàn dân|Tết trồng cây)\s",
    re.IGNORECASE,
)


def known_kind(name: str) -> CampaignKind | None:
    """The kind of a movement known by its name, a period at its end left aside."""
    key = words_key(name)
    if key in _KINDS:
        return _KINDS[key]
    if _ACTIONS.match(name):
        return "cuộc vận động"
    stem = key.split(" giai đoạn ")[0].split(" năm 20")[0]
    return _KINDS.get(stem)
