"""Subjects (trích yếu) of cited documents: where they begin and, harder, where they end.

A subject begins with `về`, `quy định`, `phê duyệt` or quotation marks and ends at `;`, at the
end of the sentence, before the next document of the list, or before the plan's own clause
(`…, Phòng Nội vụ xây dựng Kế hoạch`).
"""

import re
from dataclasses import dataclass

from extract.values import clean

_MARK = re.compile(
    r"[\s,:–-]{1,4}(?:(?P<drop>[Vv]ề\s(?:việc\s)?|VỀ\s(?:VIỆC\s)?|[Vv]/v:?\s|[Qq]uy "
    r"định\s(?:về\s)?(?!tại|của\s|này))"
    r"|(?=(?:[Pp]hê duyệt|[Bb]an hành(?! kèm)|PHÊ DUYỆT|BAN HÀNH|[Tt]riển khai|"
    r"[Tt]hực hiện|[Hh]ướng dẫn|[Pp]hát động|[Ss]ửa đổi|SỬA ĐỔI|bổ sung|"
    r"thay thế|bãi bỏ|[Cc]ông bố|[Gg]iao|thành lập|kiện toàn|tiếp tục|tăng cường|"
    r"đẩy mạnh|điều chỉnh|thông qua|tổng kết|"
    r"sơ kết|tổ chức|đổi mới|xây dựng|chấn chỉnh|nâng cao|một số|kiểm tra|tuyên "
    r"truyền|tập trung|đôn đốc|kết luận|chi tiết)[\s,]))"
    r"|[\s,:]{1,3}(?=[“\"«])"
)
_QUOTE = re.compile(
    r"(?:(?:[Pp]hê duyệt|[Bb]an hành|PHÊ DUYỆT|BAN HÀNH|công bố)\s)?(?P<open>[“\"«])"
)
_CLOSE = {"“": '”"', '"': '"”', "«": "»"}
_END = re.compile(
    r";|\n|\||,?\s(?:cụ thể|với (?:các|những) nội dung|gồm các nội dung)[^,;.]{0,"
    r"30} như sau|,?\snhư sau|(?<!TP)(?<!tp)(?<!Tp)(?<!\b\w)\.(?=\s|$|/)|…|\((?:sau "
    r"đây|gọi tắt|viết tắt|ban hành kèm|kèm theo)"
    r"|\s(?:và|cùng) các (?:văn bản|quy định|hướng dẫn)|,\s(?:và|đồng thời)\s|\sgắn "
    r"với\s|\sđảm bảo\s|\sbảo đảm kịp|,?\sthì\s|,?\stheo hướng\s|\)|”"
)
_GOES_ON = re.compile(
    r";\s(?:tổ chức|tăng cường|việc|quy định|hướng dẫn|xây dựng|nâng cao|đẩy mạnh|"
    r"chế độ|ban hành|phê duyệt|công bố)\s"
)
_HEADS = (
    "Ủy ban|Uỷ ban|UBND|Hội đồng|Công an|Sở|Bộ|Phòng|Ban|Vụ|Cục|Chi cục|Văn phòng|"
    "Trường|Trung tâm|Công đoàn|"
    "Đoàn|Hội|Liên đoàn|Viện|Tòa án|Mặt trận|Tỉnh|Huyện|Thành|Đảng|Thường trực|"
    "Bệnh viện|Học viện|Liên đội|Nhà trường|Chi bộ|Đại học|Thanh tra|Hiệu trưởng|"
    "Giám đốc|Chủ tịch"
)
PROMULGATES = re.compile(
    rf"(?:[,;.:–]|\n)[\s+*•–-]{{0,4}}(?:[Nn]ay,?\s)?(?:{_HEADS})(?!\w)[^,;.\n]{{0,110}}?,?\s"
    r"(?:xây dựng|ban hành|đề ra|lập|triển khai|tổ chức|thông báo|hướng dẫn|phát "
    r"động|yêu cầu|đề nghị|cụ thể hóa|giao)\s"
    r"[^;\n]{0,160}?(?:[Kk]ế hoạch|[Cc]hương trình|[Pp]hương án|[Hh]ướng dẫn|KẾ "
    r"HOẠCH|(?:các|những) nội dung|như sau)"
)
"""The plan's own clause: an office and the verb by which it lays the plan down."""


@dataclass(frozen=True, slots=True)
class Subject:
    """`text[start:end]` is the subject; `words` its clean form."""

    start: int
    end: int
    words: str


def subject_start(text: str, at: int) -> int | None:
    """Where a subject begins right after a citation's tail, or None where there is none."""
    mark = _MARK.match(text, at)
    return mark.end() if mark else None


def subject_end(text: str, start: int, limit: int, *, opening: bool = False) -> int:
    """Where it ends by its own words; `limit` is the end of what may belong to it.

    In the opening a `;` may stand inside a subject of two verbs (`triển khai Luật …; tổ chức
    …`); elsewhere it parts the plan's own clauses.
    """
    limit = min(limit, start + 900)
    quote = _QUOTE.match(text, start)
    if quote:
        close = min(
            (i for c in _CLOSE[quote["open"]] if (i := text.find(c, quote.end(), limit)) > 0),
            default=-1,
        )
        if close > 0:
            return close + 1
    end = limit
    at = start
    while match := _END.search(text, at, limit):
        goes_on = opening and _GOES_ON.match(text, match.start())
        if not goes_on and _closes(text, start, match):
            end = match.start()
            break
        at = match.end()
    own = PROMULGATES.search(text, start, min(limit, end + 300))
    return min(end, own.start()) if own else end


def _closes(text: str, start: int, match: re.Match[str]) -> bool:
    """A bracket or a quotation mark ends a subject only if it opened outside; others do
    unless they stand inside a quotation."""
    at = match.start()
    if match[0] == ")":
        return text.count("(", start, at) <= text.count(")", start, at)
    if match[0] == "”":
        return text.count("“", start, at) <= text.count("”", start, at)
    return match[0] == "\n" or not _inside_quotes(text, start, at)


def _inside_quotes(text: str, start: int, at: int) -> bool:
    """Whether a quotation that began after `start` is still open at `at`."""
    opened = text.count("“", start, at)
    return opened > text.count("”", start, at) and "”" in text[at : at + 300]


def subject_of(text: str, start: int, end: int) -> Subject | None:
    """The clean subject, quotation marks and a leading `Về` inside them removed."""
    words = clean(text[start:end])
    words = re.sub(r"^[Vv]ề (?:việc )?(?=\w)", "", words)
    words = re.sub(r"^(V/v|v/v):?\s", "", words)
    return Subject(start, end, words) if words else None
