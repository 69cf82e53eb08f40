"""Columns: what the head of a task table says that each of its columns holds."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

Role = Literal["number", "action", "lead", "partner", "time", "product", "note", "other"]

# The first rule that matches names the column: `Thời gian thực hiện` is a time, not a doer.
_RULES: tuple[tuple[Role, str], ...] = (
    ("number", r"^(?:s?tt|số tt|số thứ tự|mã|stt/mã)$"),
    ("note", r"ghi chú"),
    (
        "time",
        r"thời gian|thời hạn|thời điểm|tiến độ|lộ trình|hoàn thành|tháng|ngày|quý|^hạn\b|hạn chót",
    ),
    ("time", r"tần suất|^mốc\b|^tuần\b"),
    ("product", r"sản phẩm|kết quả|đầu ra|minh chứng"),
    (
        "other",
        r"kinh phí|dự toán|địa điểm|đơn vị tính|đvt|số lượng|mục tiêu|chỉ tiêu|căn cứ|hình thức",
    ),
    ("lead", r"chủ trì|tham mưu|đầu mối"),
    ("partner", r"phối hợp|cùng thực hiện|tham gia"),
    (
        "action",
        r"nội dung|nhiệm vụ|công việc|hạng mục|hoạt động|giải pháp|tên |đầu việc|phần việc|^việc\b",
    ),
    ("lead", r"thực hiện|phụ trách|chịu trách nhiệm|phân công|đơn vị|cơ quan|người|bộ phận"),
)
_COMPILED = tuple((role, re.compile(pattern)) for role, pattern in _RULES)

HEADING_EXAMPLES: tuple[tuple[str, Role], ...] = (
    ("TT", "number"),
    ("STT", "number"),
    ("Nội dung công việc", "action"),
    ("Nhiệm vụ, giải pháp", "action"),
    ("Hoạt động", "action"),
    ("Đơn vị chủ trì", "lead"),
    ("Cơ quan chủ trì tham mưu", "lead"),
    ("Đơn vị thực hiện", "lead"),
    ("Người phụ trách", "lead"),
    ("Các đơn vị phối hợp thực hiện", "partner"),
    ("Thời gian thực hiện", "time"),
    ("Thời hạn hoàn thành", "time"),
    ("Tiến độ", "time"),
    ("Hạn", "time"),
    ("Tần suất", "time"),
    ("Tuần", "time"),
    ("Tháng", "time"),
    ("Chủ đề, nội dung", "action"),
    ("Mốc kiểm tra", "time"),
    ("Hạng mục thi công", "action"),
    ("Việc phải làm", "action"),
    ("Sản phẩm dự kiến", "product"),
    ("Kết quả đầu ra", "product"),
    ("Kinh phí thực hiện", "other"),
    ("Ghi chú", "note"),
)
"""Heads of columns with their roles, as printed in the genre; each rule has one."""


@lru_cache(maxsize=1024)  # the head of a table is printed on every page
def role_of(heading: str) -> Role:
    """The role of a column by its printed head; `other` where no rule knows it."""
    words = " ".join(heading.split()).casefold().strip(" .:")
    for role, pattern in _COMPILED:
        if pattern.search(words):
            return role
    return "other"


def is_task_table(roles: tuple[Role, ...]) -> bool:
    """Whether rows under such heads are work: an action with a time or a doer."""
    return "action" in roles and ("time" in roles or "lead" in roles)


_INDICATORS = re.compile(r"(?:tên |nội dung |các )?(?:chỉ tiêu|mục tiêu|chỉ số|tiêu chí)")
_PLANNED = re.compile(r"đơn vị tính|đvt|kế hoạch|năm 20\d\d|^20\d\d$|giao|phấn đấu")


def is_target_table(heads: Sequence[str]) -> bool:
    """Whether a table's head sets indicators beside what is to be reached of them."""
    words = [" ".join(head.split()).casefold().strip(" .:*") for head in heads]
    first = next((i for i, w in enumerate(words) if _INDICATORS.match(w)), None)
    return first is not None and any(_PLANNED.search(w) for w in words[first + 1 :])
