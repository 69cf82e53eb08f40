"""Looks of a line: how much a table line resembles a number, work, a unit or a time."""

import re
from dataclasses import dataclass
from functools import lru_cache

from extract.columns import Role
from extract.patterns.assignments import VERBS
from extract.subjects import begins_unit

_NUMBER = re.compile(r"(?:\d{1,3}(?:\.\d{1,2})*|[IVX]{1,5}|[a-zđ])[.)]?")
_WORD = re.compile(r"[\w&]+")
_TIME_WORDS = frozenset(
    """tháng quý năm ngày trước trong từ đến hết đầu cuối giữa thường xuyên hằng hàng định kỳ kì
    theo tuần giai đoạn học i ii iii iv và nay sau khi hoàn thành xong cả suốt chậm nhất khoảng
    dự kiến kế hoạch đột xuất khi có yêu cầu quy định muộn thứ hai ba tư sáu bảy liên tục mỗi
    lần giờ""".split()
)
# Alone on a line they end a piece of work as often as they begin a time.
_HALF_TIMES = frozenset(("năm", "năm học", "tháng", "quý", "ngày", "kỳ", "học kỳ", "tuần"))
_TIME_CORE = re.compile(
    r"\d|(?i:thường|xuyên|hằng|hàng|định kỳ|cả năm|quý|tháng|sau khi|đột xuất|theo kế hoạch)"
)
_UNIT_WORDS = re.compile(
    r"(?:GD&?ĐT|GDĐT|UBND|HĐND|MN|TH|THCS|THPT|TH&THCS|trực thuộc|có liên quan|liên quan|các|và"
    r"|xã|phường|huyện|tỉnh|thành phố"
    r"|VH-?XH|TDTT|LĐTBXH|KH&?CN|TN&?MT|NN&?PTNT|TT&?TT|MTTQ|LĐLĐ|CNTT|GDĐH|thuộc|Sở|Bộ|Đào tạo"
    r"|đặc khu|đơn vị)"
)
# Nouns that no name of a unit ends with: it goes on in the next line.
_HALF_NAMES = frozenset(
    (
        "Văn phòng", "Trung tâm", "Hội đồng", "Chi cục", "Ủy ban", "Uỷ ban", "Bệnh viện", "Công ty",
        "Chi nhánh", "Học viện", "Liên đoàn", "Mặt trận", "Ban Quản lý", "Ban Chỉ huy",
    )
)  # fmt: skip
_BULLET = re.compile(r"[-+*•]\s*")
_VERB = re.compile(rf"(?:{VERBS})(?!\w)", re.IGNORECASE)
_NO = -1e9


@dataclass(frozen=True, slots=True)
class Looks:
    """Scores of a line for each kind of column; `lower` and `open_end` tell of cut cells."""

    number: bool
    lower: bool
    ended: bool
    open_end: bool
    time: float
    unit: float
    action: float
    length: int
    starts_unit: bool
    lists: bool  # ends with `;`: the cell's list goes on

    def score(self, role: Role) -> float:
        """How well the line suits a column of that role; higher is better."""
        if role == "number":
            return 4.0 if self.number else _NO
        if self.number:
            return -4.0
        if role == "time":
            return self.time
        if role in ("lead", "partner"):
            return self.unit
        if role == "action":
            return self.action
        return 0.2 if role == "product" else 0.0


@lru_cache(maxsize=4096)
def looks_of(words: str) -> Looks:
    """Look at one printed line."""
    tokens = _WORD.findall(words)
    known = sum(1 for t in tokens if t.isdigit() or t.casefold() in _TIME_WORDS)
    share = known / len(tokens) if tokens else 0.0
    time = -3.0
    if share >= 0.99 and (_TIME_CORE.search(words) or len(words) < 12):
        time = 3.0
    elif share > 0.7 and words[:1].isupper() and _TIME_CORE.search(words):
        time = 1.0
    if words in _HALF_TIMES:
        time = 0.0
    bullet = _BULLET.match(words)
    content = words[bullet.end() :] if bullet else words
    starts_unit = begins_unit(content)
    inside = len(_UNIT_WORDS.findall(words))
    verb = bool(_VERB.match(content)) and content[:1].isupper()
    unit = 2.2 if starts_unit else (0.9 if inside and len(words) < 60 else -0.8)
    unit -= 0.0 if len(words) < 60 else 1.0
    action = 1.6 if verb else 0.3
    action += 0.5 if len(words) > 32 else 0.0
    action -= 1.0 if starts_unit and not verb else 0.0
    action -= 1.0 if time > 2 else 0.0
    if verb or words[:1].isdigit():
        unit -= 2.0
    last = words[-1] if words else ""
    return Looks(
        number=bool(_NUMBER.fullmatch(words)),
        lower=words[:1].islower() or words[:1] in ",;)&",
        ended=last in ".;:",
        open_end=last in ",-–"
        or words in _HALF_NAMES
        or words.rsplit(" ", 1)[-1].casefold() in ("và", "của", "các", "với"),
        time=time,
        unit=unit,
        action=action,
        length=len(words),
        starts_unit=starts_unit,
        lists=last == ";",
    )
