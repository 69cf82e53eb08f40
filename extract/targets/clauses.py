"""Clauses: what a quantity is of, read from the words before and after it.

`Tỷ lệ hộ nghèo giảm còn dưới 2%` measures the rate; `100% hồ sơ được số hóa` says it of the
files; `số hóa 100% hồ sơ` does it to them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.targets.quantities import Quantity
from extract.units.letters import UPPER
from extract.values import clean

_BREAK = re.compile(rf"[;\n]|\.\s+(?=[{UPPER}]|\d)|\.$|(?<=[^\d\s])\.{{3}}|…")
# Words that only lead in: an aim, a time, a bullet.
_LEAD = re.compile(
    r"""(?:[-–+*•\s]+|\(?[a-zđ\d]{1,2}[.)](?:\s+|$)|
    (?:phấn\s+đấu|góp\s+phần|nhằm|bảo\s+đảm|đảm\s+bảo|mục\s+tiêu|chỉ\s+tiêu|hướng\s+đến|tiếp\s+tục|duy\s+trì|giữ\s+vững
      |có|đạt|để|và|với|trong\s+đó|riêng|cụ\s+thể|ngay|yêu\s+cầu|nguyên\s+tắc|là|cơ\s+bản
      |(?:hằng|hàng)\s+(?:năm|quý|tháng)|mỗi\s+(?:năm|quý|tháng|học\s+kỳ)
      |(?:đến\s+|trong\s+|hết\s+|cuối\s+)*(?:năm\s+học|năm|giai\s+đoạn|quý|tháng)\s+[\d/IVX]+(?:\s?[-–]\s?\d{4})?)
    (?=[\s,:]|$)[\s,:]*)""",
    re.VERBOSE | re.IGNORECASE,
)
_MEASURED = re.compile(
    r"\s*(?:,?\s*(?:phấn\s+đấu|hằng\s+năm|hàng\s+năm))?\s*"
    r"(?:đạt(?:\s+tỷ\s+lệ|\s+được|\s+mức)?|ở\s+mức|chiếm|bằng|là|còn|xuống\s+còn|:)\s*$",
    re.IGNORECASE,
)
_CHANGES = re.compile(
    r"(?:tăng|giảm|nâng|lên|xuống|cắt\s+giảm|rút\s+ngắn)(?:\s+[\w]+){0,4}\s*$", re.IGNORECASE
)
# A noun that is measured: the indicator begins with it.
_MEASURE = re.compile(
    r"(?:(?<=^)|(?<=^nâng\s)|(?<=\svới\s)|(?<=,\s)|(?<=\sđạt\s)|(?<=\scó\s)|(?<=\svà\s)|(?<=\snâng\s)|(?<=\sđưa\s)|(?<=:\s))"
    r"(?:tỷ\s+lệ|tỉ\s+lệ|số\s+lượng|số\s+lượt|số\s+vụ|số|mức\s+độ|mức|chỉ\s+số|tỷ\s+trọng|tỉ\s+trọng|tốc\s+độ"
    r"|quy\s+mô|diện\s+tích|giá\s+trị|thu\s+nhập|doanh\s+thu|tổng|năng\s+suất|sản\s+lượng|công\s+suất|mật\s+độ"
    r"|tăng\s+trưởng|độ\s+che\s+phủ|tuổi\s+thọ)(?!\w)",
    re.IGNORECASE,
)
# After a comma: a new statement with a number of its own, not more of this one's noun.
TURNS = re.compile(
    r"[,(]\s*(?:riêng|phấn\s+đấu|nâng|trong\s+đó|tỷ\s+lệ|tỉ\s+lệ|đến\s+năm|số|mức\s+độ|giảm|tăng|đạt|còn"
    r"|đảm\s+bảo|bảo\s+đảm|gồm|bao\s+gồm|tối\s+thiểu|ít\s+nhất|hoàn\s+thành|xây\s+dựng)(?!\w)",
    re.IGNORECASE,
)
# `tăng 8% so với năm trước, nợ quá hạn dưới 2%`: behind a comma another noun is measured
_NEW_NOUN = re.compile(r",(?=\s(?!và\s)[^\d,]{8,80}$)(?![^\d,]*\s(?:và|hoặc|với|từ)\s*$)")
_WHEN_TAIL = re.compile(
    r"\s+(?:(?:đến|trong|vào)\s+(?:hết\s+|cuối\s+)?)?(?:năm|giai\s+đoạn)\s+20\d\d(?:\s?[-–]\s?20\d\d)?$",
    re.IGNORECASE,
)
# `… trong năm 2026 và xây dựng lộ trình …`: behind its time a clause says something else.
_HOW_OFTEN = re.compile(
    r"\s+(?:mỗi|hằng|hàng|từng)\s+(?:năm|quý|tháng|tuần|học\s+kỳ)\s*$", re.IGNORECASE
)
_NOUN_WORDS = 12  # of what is measured, before an aim
_RATE_ALONE = re.compile(r"\s*\w+\s?/\s?\w+(?:\s\w+)?[\s.;,]*")
_WHEN_INSIDE = re.compile(
    r",?\s+(?:ngay\s+)?(?:đến|trong|vào)\s+(?:hết\s+|cuối\s+)?năm\s+20\d\d(?=\s+(?:và|,)|,|$)",
    re.IGNORECASE,
)
_TO_WHOM = re.compile(r"(?:^|\s)(?:tại|ở|cho|với|của|trong|đối\s+với|đến)\s*$", re.IGNORECASE)
# Where a noun phrase ends and what is said of it begins; the weak ones may belong to the noun.
_PREDICATE = re.compile(
    r"(?<!người)(?<!đang)\s(?:được|đạt|(?:có\s+)?đủ|bảo\s+đảm|đảm\s+bảo|hoàn\s+thành|hoàn\s+thiện|chấp\s+hành|phải|bố\s+trí|tham\s+gia"
    r"|ký|đáp\s+ứng|nắm|biết|hưởng\s+ứng|cam\s+kết)\s",
    re.IGNORECASE,
)
_WEAK_PREDICATE = re.compile(
    r"(?<!người)(?<!đang)\s(?:có(?!\s+(?:thẩm|liên|nguy|nhu|chứa|tính|đủ))|không|thực\s+hiện|triển\s+khai|sử\s+dụng|xây\s+dựng"
    r"|tổ\s+chức(?!\s+hành)|kết\s+nối)\s",
    re.IGNORECASE,
)
_SCALES = re.compile(
    r"\s*(?:phút|giờ|ngày(?:\s+làm\s+việc)?|ha|km|kg|m2|m³|MW|kW|MWp|tấn|(?:tỷ|triệu|nghìn)\s+(?:đồng|USD))(?:/\w+)?\s*$",
    re.IGNORECASE,
)
_COMPARED = re.compile(r"\s*(?:so\s+với|/|mỗi|hằng|hàng|trở|mức|trong|đến|vào|$)", re.IGNORECASE)
_AIM = re.compile(r"(?:phấn\s+đấu|(?:^|,\s)(?:bảo\s+đảm|đảm\s+bảo))(?:\s+|$)", re.IGNORECASE)
_UNIT = re.compile(
    r"\s*(?P<unit>(?:tỷ|triệu|nghìn|ngàn)\s+(?:đồng|USD)|(?:lượt|cuộc|buổi|lớp|bài|tin|mô\s+hình|hội\s+nghị"
    r"|đơn\s+vị|doanh\s+nghiệp|học\s+sinh|học\s+viên|giáo\s+viên|sản\s+phẩm|dự\s+án|hợp\s+tác\s+xã"
    r"|trường|người|hộ|xã|phường|thôn|km|ha|m2|m³|tấn|điểm|giường|cơ\s+sở|văn\s+bản|thủ\s+tục|đợt|chuyên\s+mục"
    r"|chương\s+trình|phóng\s+sự|sáng\s+kiến|đề\s+tài|tổ|câu\s+lạc\s+bộ|nhà|căn|công\s+trình|địa\s+bàn|bộ"
    r"|máy|tài\s+liệu|giải\s+pháp|khu\s+công\s+nghiệp|cụm\s+công\s+nghiệp|KCN|CCN)(?:\s+người)?)(?!\w)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a quantity is of; offsets bound the clause that it was read from."""

    indicator: str
    population: str | None
    unit: str | None
    start: int
    end: int


def clauses(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The clauses of a paragraph: cut at `;`, at the end of a sentence and at line ends."""
    at = start
    for match in _BREAK.finditer(text, start, end):
        if match.start() > at:
            yield at, match.start()
        at = match.end()
    if at < end:
        yield at, end


def read_clause(
    text: str, start: int, end: int, quantities: Sequence[Quantity]
) -> list[tuple[Quantity, Reading]]:
    """Each quantity of one clause with what it is of."""
    out: list[tuple[Quantity, Reading]] = []
    left = start
    for i, quantity in enumerate(quantities):
        right = quantities[i + 1].start if i + 1 < len(quantities) else end
        before, after = text[left : quantity.start], text[quantity.end : right]
        turn = TURNS.search(after) or (_NEW_NOUN.search(after) if right < end else None)
        joined = after.rstrip().endswith(" và")
        predicate = None
        if joined and not turn:
            predicate = _predicate(text[quantities[-1].end : end])
        tail = after[: turn.start()] if turn else after
        tail = re.sub(r"\s+trở\s+(?:lên|xuống)(?=\s)", "", tail + " ", count=1)
        tail = re.sub(r"(?:\s*,)?\s+(?:và|với|cùng|hoặc|trên|từ|có)\s*$", "", tail.rstrip(" ,.:;"))
        when = _WHEN_INSIDE.search(tail)
        tail = tail[: when.start()] if when else tail
        if predicate:
            tail += text[quantities[-1].end : end][predicate.start() :].rstrip(" .;,")
        reading = _read(before, tail, quantity, left, right)
        if reading is not None:
            out.append((quantity, reading))
        left = quantity.end + turn.start() + 1 if turn else right
    return out


def _read(before: str, tail: str, quantity: Quantity, left: int, right: int) -> Reading | None:
    labelled = before.rstrip().endswith(":") and len(tail.partition("(")[0].split()) <= 3
    before = _HOW_OFTEN.sub("", _without_lead(before))
    unit = "%" if quantity.percent else quantity.per or _unit_of(tail)
    measured = _MEASURED.search(before)
    changes = _CHANGES.search(before)
    scaled = _SCALES.match(tail) and _MEASURE.search(before)
    if measured or changes or labelled or scaled:
        subject = before[: measured.start()] if measured else before
        nouns = list(_MEASURE.finditer(subject))
        subject = subject[nouns[-1].start() :] if nouns else subject
        whole = measured or labelled or _COMPARED.match(tail) or _SCALES.match(tail)
        if len(subject.split()) >= 2:
            bare = re.sub(r"\s+(?:lên|khoảng|đạt|xuống)$", "", subject)
            words = bare if whole else f"{bare} {tail}"
            return _made(_WHEN_TAIL.sub("", words), None, unit, left, right)
        before = subject
    if before and unit in ("phút", "giờ", "ngày") and tail.strip() == unit:
        return _made(before, None, unit, left, right)
    population = _population(tail)
    if not before:
        return _made(tail, population, unit, left, right)
    if len(before.split()) > 14 and not _TO_WHOM.search(before):
        if _RATE_ALONE.fullmatch(tail):
            return None  # `… dự sinh hoạt ít nhất 01 lần/quý` far behind what it is of
        return _made(tail or before, population, unit, left, right)
    return _made(f"{before} {tail}", population, unit, left, right)


def _without_lead(words: str) -> str:
    text = words.strip(" ,:")
    for _ in range(8):
        match = _LEAD.match(text)
        if not match or not match.end():
            break
        text = text[match.end() :]
    # A long sentence before an aim says what is done, not what is counted.
    aims = list(_AIM.finditer(text))
    if not aims:
        return text.strip(" ,")
    rest = _without_lead(text[aims[-1].end() :])
    noun = text[: aims[-1].start()].strip(" ,")
    if len(rest.split()) < 2 and "phấn" in aims[-1][0] and 1 < len(noun.split()) <= _NOUN_WORDS:
        return f"{noun} đạt"  # `mức độ hài lòng phấn đấu đạt 92%`
    return rest


def _predicate(words: str) -> re.Match[str] | None:
    return _PREDICATE.search(words) or _WEAK_PREDICATE.search(words)


def _population(tail: str) -> str | None:
    match = _predicate(tail)
    words = clean(tail[: match.start()] if match else "")
    return words if 3 <= len(words) <= 200 else None


def _unit_of(after: str) -> str | None:
    match = _UNIT.match(after)
    if match:
        return " ".join(match["unit"].split())
    words = re.match(r"\s*([^\W\d_]+(?:\s[^\W\d_]+)?)", after)
    return words[1] if words else None


def _made(
    indicator: str, population: str | None, unit: str | None, left: int, right: int
) -> Reading | None:
    words = clean(indicator.lstrip("\\-–+*• "))
    if words.count(")") > words.count("("):
        words = words.rstrip(") ")
    if len(words) < 4 or not any(c.isalpha() for c in words):
        return None
    return Reading(words[:400], population, unit, left, right)
