"""Head words: the noun before a quotation tells whether it names a movement or something else."""

import re
from dataclasses import dataclass

from schemas.campaign import CampaignKind


@dataclass(frozen=True, slots=True)
class HeadWord:
    """A noun that names follow; `kind` is None for what is quoted and is no campaign.

    `reach` is how many characters may stand between such a noun and the quotation.
    """

    pattern: str
    kind: CampaignKind | None
    example: str
    reach: int = 30


HEAD_WORDS: tuple[HeadWord, ...] = (
    HeadWord(
        r"(?:các |những )?phong trào(?: thi đua)?(?: yêu nước| chuyên đề| đặc biệt"
        r"| thường xuyên| lớn){0,2}",
        "phong trào thi đua",
        "phát động phong trào thi đua “Xanh - sạch - đẹp”",
    ),
    HeadWord(
        r"(?:các |những )?(?:đợt|phát động|hưởng ứng|chuyên đề|tháng) thi đua(?: cao điểm"
        r"| đặc biệt| nước rút| chuyên đề)?",
        "phong trào thi đua",
        "mở đợt thi đua cao điểm “90 ngày về đích”",
    ),
    HeadWord(
        r"(?:các )?cuộc vận động|(?:các )?chiến dịch|đợt vận động",
        "cuộc vận động",
        "hưởng ứng cuộc vận động “Mỗi nhà một cây xanh”",
    ),
    HeadWord(
        r"(?:các )?(?:cuộc|hội) thi|hội diễn",
        "cuộc thi",
        "tham gia cuộc thi “Tìm hiểu an toàn giao thông”",
    ),
    HeadWord(
        r"chủ đề|khẩu hiệu|thông điệp|chủ điểm",
        "chủ đề",
        "thực hiện chủ đề năm 2031 “Kỷ cương, gần dân”",
    ),
    HeadWord(
        r"(?i:kỷ niệm chương|huy hiệu|huy chương|danh hiệu(?: thi đua)?|cờ thi đua"
        r"|giải thưởng|bằng khen|tước hiệu|giấy khen)",
        None,
        "xét tặng Kỷ niệm chương “Vì sự nghiệp thủy lợi”",
    ),
    HeadWord(
        r"(?i:chương trình|đề án|dự án|tiểu dự án|chiến lược|kế hoạch|nghị quyết|chỉ thị|quyết định"
        r"|kết luận|hướng dẫn|công văn|luật|nghị định|thông tư|văn bản|chuyên đề|báo cáo|quy chế"
        r"|bộ tiêu chí|bộ chỉ số|tài liệu|phương án|thông báo|đề tài)",
        None,
        "theo Đề án “Dạy nghề cho lao động vùng cao”",
        130,
    ),
    HeadWord(
        r"(?i:phần mềm|mô hình|ứng dụng|nền tảng|hệ thống|câu lạc bộ|chuyên mục"
        r"|chuyên trang|bản tin"
        r"|chương trình truyền hình|vở|bài hát|bài thơ|tác phẩm|cuốn sách|tiết mục)",
        None,
        "cập nhật lên phần mềm “Một cửa”",
    ),
    HeadWord(
        r"(?i:phương châm|nguyên tắc|quan điểm|định hướng|mục tiêu|tình trạng|biểu hiện|tư tưởng"
        r"|tinh thần|tiêu chí|nội dung|khái niệm|cụm từ|hội nghị|hội thảo|lễ|tọa đàm"
        r"|hạng mục)",
        None,
        "theo phương châm “bốn tại chỗ”",
    ),
)

_ALL = re.compile(
    r"(?<!\w)(?=\w)(?:"
    + "|".join(f"(?P<h{i}>(?:{h.pattern})(?!\\w))" for i, h in enumerate(HEAD_WORDS))
    + ")",
    re.IGNORECASE,
)
# What may stand between the noun and the name: whose it is, when, who launched it.
_BRIDGE = re.compile(
    r"""[\s:–-]*(?:
        (?:[^“”"„«»\n:.;]{0,45})
      | (?:[^“”"„«»\n.]{0,160}(?::|như|như\s*:|phát\s+động|gồm|là|sau|trọng\s+tâm|chủ\s+đề)\s*[:,]?)
    )\s*[:,]?\s*""",
    re.VERBOSE,
)


_BOTH = re.compile(
    r"phong trào(?: thi đua)?(?: yêu nước)?\s?(?:,|và|/)\s*(?:các\s*)?$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Found:
    """The nearest head word left of a quotation and the words between the two."""

    kind: CampaignKind | None
    words: str
    bridge: str
    before: str


def head_before(left: str) -> Found | None:
    """The head word that governs a quotation, `left` being the sentence up to it."""
    for match in reversed(list(_ALL.finditer(left))):
        head = HEAD_WORDS[int((match.lastgroup or "h0")[1:])]
        bridge = left[match.end() :]
        if head.kind is None:
            if len(bridge) > head.reach or bridge.rstrip().endswith((":", "như")):
                continue  # too far off to govern the name: `theo kế hoạch của tỉnh như: “…”`
            return Found(None, match[0], bridge, left[: match.start()])
        if not _BRIDGE.fullmatch(bridge):
            return None
        before = left[: match.start()]
        kind: CampaignKind = head.kind
        if kind == "cuộc vận động" and _BOTH.search(before):
            kind = "phong trào thi đua"  # `các phong trào thi đua, cuộc vận động: …` lists either
        return Found(kind, match[0], bridge, before)
    return None
