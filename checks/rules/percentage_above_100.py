"""Percentage above 100.

What it checks: whether a share of people, schools or households is above 100 per cent.
Why: a share of a whole cannot be more than the whole.
Example: `105% hộ dân được tuyên truyền`.
What to do: correct the figure; growth and overfulfilment may be above 100.
Legal source: none; arithmetic.

Kiểm tra gì: tỷ lệ người, trường, hộ… có vượt quá 100% hay không.
Vì sao: phần của tổng không thể lớn hơn tổng.
Ví dụ: `105% hộ dân được tuyên truyền`.
Cần làm: sửa số liệu; tăng trưởng và vượt kế hoạch có thể trên 100%.
Căn cứ: không có văn bản; số học.
"""

import re
from collections.abc import Iterator

from checks.case import Case, rule_of_form
from checks.fault import Fault, Text
from checks.rule import Rule

_PERCENT = re.compile(r"(?<![\d.,])(\d{3})(?:[.,]\d{1,2})?\s?%")
_WHOLE = re.compile(
    r"^\s*(?:số\s|các\s|tổng số\s)?(?:hộ|trường|học sinh|giáo viên|cán bộ|công chức|viên chức|người"
    r"|đảng viên|đoàn viên|hội viên|trẻ|xã|phường|thôn|cơ quan|đơn vị|doanh nghiệp|hồ sơ|cơ sở)\b"
)
_MAY_EXCEED = re.compile(
    r"vượt|tăng|so với|kế hoạch|chỉ tiêu|dự toán|bằng|gấp|cùng kỳ|thu ngân sách|doanh thu|tốc độ"
    r"|hoàn thành|đạt trên|năng suất|sản lượng|giá trị"
)


def _find(case: Case) -> Iterator[Fault]:
    for m in _PERCENT.finditer(case.text):
        if int(m[1]) <= 100:
            continue
        after = case.text[m.end() : m.end() + 40]
        clause = case.text[max(m.start() - 60, 0) : m.end() + 50]
        whole = _WHOLE.match(after)
        if whole is None or _MAY_EXCEED.search(clause):
            continue
        yield Fault(
            Text(
                f"Tỷ lệ {m[0]} lớn hơn 100%.",
                f"The share {m[0]} is above 100 per cent.",
            ),
            Text("Sửa số liệu.", "Correct the figure."),
            (
                case.here(m.start(), m.end() + whole.end()),
                rule_of_form("tỷ lệ ≤ 100%", "Số học"),
            ),
        )


RULE = Rule("K02", "error", Text("Tỷ lệ trên 100%", "Percentage above 100"), _find, letters=True)
