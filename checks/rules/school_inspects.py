"""Inspection by a school.

What it checks: whether a school plans inspections (`thanh tra`) of its own.
Why: inspection is a power of the state's bodies; a school checks (`kiểm tra nội bộ`).
Example: `Hiệu trưởng tổ chức thanh tra hồ sơ các tổ chuyên môn`.
What to do: write `kiểm tra`.
Legal source: Luật Thanh tra 2022 (from 1/7/2025 Luật Thanh tra 2025): a school has no
inspectorate.

Kiểm tra gì: trường học có tự đặt ra việc `thanh tra` hay không.
Vì sao: thanh tra là thẩm quyền của cơ quan nhà nước; trường học chỉ kiểm tra nội bộ.
Ví dụ: `Hiệu trưởng tổ chức thanh tra hồ sơ các tổ chuyên môn`.
Cần làm: ghi `kiểm tra`.
Căn cứ: Luật Thanh tra 2022 (từ 01/7/2025: Luật Thanh tra 2025): trường học không có chức năng
thanh tra.
"""

import re
from collections.abc import Iterator

from checks.case import Case, rule_of_form
from checks.fault import Fault, Text
from checks.rule import Rule
from schemas.keys import words_key

_VERB = (
    r"(?:xây dựng|ban hành|lập|thực hiện|tổ chức|tiến hành|triển khai|tăng cường|tham mưu)"
    r"\b[^.;:,\n]{0,25}?"
)
_INSPECTS = re.compile(
    rf"(?:^\W*(?=Kế hoạch thanh tra)|\b{_VERB}\b)"
    r"((?:kế hoạch |công tác |hoạt động )?thanh tra)\b(?!\s+nhân dân)([^.;\n]{0,30})",
    re.IGNORECASE | re.MULTILINE,
)
_OTHERS = re.compile(
    r"kết luận|phối hợp|tham gia|phục vụ|đoàn|Sở|Phòng|cấp trên|của cấp|thanh tra viên"
    r"|thanh tra nhân dân"
    r"|cơ quan|chịu|theo kế hoạch thanh tra|công tác viên|cộng tác viên",
    re.IGNORECASE,
)


def _find(case: Case) -> Iterator[Fault]:
    issuer = case.plan.document.issuer
    if issuer is None or issuer.level != "institution":
        return
    if not words_key(issuer.name).startswith("trường "):
        return
    places = []
    for m in _INSPECTS.finditer(case.text, case.opening_end, case.body_end):
        line = case.text[case.text.rfind("\n", 0, m.start()) + 1 : m.end()]
        if not _OTHERS.search(m[0]) and not re.search(r"phối hợp|tham gia|phục vụ", line):
            places.append(m.span(1))
    if not places:
        return
    yield Fault(
        Text(
            "Trường học không có chức năng thanh tra; chỉ kiểm tra nội bộ.",
            "A school has no power of inspection; it checks.",
        ),
        Text("Ghi “kiểm tra”.", "Write “kiểm tra”."),
        (
            *(case.here(*place) for place in places[:5]),
            rule_of_form("kiểm tra nội bộ", "Luật Thanh tra"),
        ),
        count=len(places),
    )


RULE = Rule(
    "A06", "warn", Text("Trường học đặt việc thanh tra", "Inspection by a school"), _find,
    plans_only=True,
)  # fmt: skip
