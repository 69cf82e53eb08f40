"""Around: a time in prose with the words before and behind it that can speak for it."""

import re
from dataclasses import dataclass

from extract.patterns.assignments import OPENING_VERBS, VERBS
from extract.times import TimeMatch

TAIL = 80
"""Characters before a time that can claim it for themselves."""
_OF_THINGS = re.compile(
    r"(?:kết quả|kế hoạch|chương trình|chiến lược|đề án|dự án|phong trào|chủ đề|nhiệm vụ|chỉ tiêu"
    r"|dự toán|ngân sách|hội nghị|văn bản"
    r"|(?<!định )kỳ họp|đợt|phiên|quy hoạch|mục tiêu)(?:\s+\S+){0,4}\s*$",
    re.IGNORECASE,
)
WORK = re.compile(
    rf"(?<!\w)(?:{VERBS}|diễn ra|khai mạc|bế mạc|hướng tới|đưa vào|nghiệm thu|kết thúc"
    r"|thanh tra|khám|vệ sinh|truyền thông|bảo dưỡng|khởi công|khánh thành|nạo vét|thu hoạch"
    r"|thu gom|gieo|cấy|chung kết|sơ tuyển|tẩy độc|vẽ|triệu tập|chấm|dự"
    r"|phấn đấu)(?!\w)",
    re.IGNORECASE,
)
OPENS = re.compile(rf"(?:{VERBS}|{OPENING_VERBS})(?!\w)", re.IGNORECASE)
"""Work that a sentence begins with."""
_OPENED = re.compile(r"\((?:đợt \d{1,2}:\s?)?$|[,;] đợt \d{1,2}:\s?$", re.IGNORECASE)
_CLOSED = re.compile(r"(?:\)\s*(?:[.;,]|$)|[,;] đợt \d)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Around:
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
        if WORK.search(self.text, self.start, self.end):
            return True
        return OPENS.match(self.before.lstrip(" -–+*•")) is not None

    def bracketed(self) -> bool:
        """`tổ chức Tháng hành động (01/6 - 30/6/2024)`: alone in brackets, behind the work."""
        if not _OPENED.search(self.before[-16:]):
            return False
        return _CLOSED.match(self.text, self.match.end, self.end + 1) is not None

    def claimed(self) -> bool:
        """`kế hoạch quý III`: the stretch belongs to the name of the thing before it."""
        return bool(_OF_THINGS.search(self.before[-TAIL:]))
