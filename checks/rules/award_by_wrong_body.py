"""Award that this body cannot give.

What it checks: whether a certificate of merit (bằng khen) is given by a body that may give one.
Why: heads of departments, communes and schools give a `giấy khen`; a `bằng khen` is for
ministers, chairmen of provinces and heads of central bodies.
Example: `Hiệu trưởng tặng Bằng khen cho tập thể xuất sắc`.
What to do: write `Giấy khen`, or `đề nghị … tặng Bằng khen`.
Legal source: Luật Thi đua, khen thưởng 06/2022/QH15 (Bằng khen, Giấy khen).

Kiểm tra gì: bằng khen có do cấp có thẩm quyền tặng hay không.
Vì sao: thủ trưởng sở, phòng, xã, trường tặng `giấy khen`; `bằng khen` thuộc thẩm quyền bộ
trưởng, chủ tịch UBND tỉnh, người đứng đầu cơ quan trung ương.
Ví dụ: `Hiệu trưởng tặng Bằng khen cho tập thể xuất sắc`.
Cần làm: ghi `Giấy khen` hoặc `đề nghị … tặng Bằng khen`.
Căn cứ: Luật Thi đua, khen thưởng 06/2022/QH15 (Bằng khen, Giấy khen).
"""

import re
from collections.abc import Iterator

from checks.case import Case, rule_of_form
from checks.fault import Fault, Text
from checks.rule import Rule

_GIVES = re.compile(
    r"\b((?:Phó )?Hiệu trưởng|(?:Phó )?Trưởng [Pp]hòng"
    r"|Giám đốc (?:[Ss]ở|Bệnh viện|Trung tâm)"
    r"|Chủ tịch (?:UBND|Ủy ban nhân dân) (?:xã|phường|đặc khu|thị trấn|huyện|quận|thị xã))"
    r"([^.;:\n]{0,40}?)\b((?:trao |xét |quyết định )?tặng(?: thưởng)?|khen thưởng)\s+"
    r"((?:\d+ )?[Bb]ằng khen)\b(?!\s+(?:của|cấp))"
)
_ASKS = re.compile(
    r"đề nghị|trình|đề xuất|lập hồ sơ|giới thiệu|tham mưu|báo cáo|thừa ủy quyền|được|thay mặt|đã"
)


def _find(case: Case) -> Iterator[Fault]:
    for m in _GIVES.finditer(case.text):
        before = case.text[max(m.start() - 60, 0) : m.start()].rpartition("\n")[2]
        before = re.split(r"[.;]", before)[-1]
        if _ASKS.search(before) or _ASKS.search(m[2]):
            continue
        yield Fault(
            Text(
                f"{m[1]} không có thẩm quyền tặng Bằng khen.",
                f"{m[1]} cannot give a Bằng khen.",
            ),
            Text("Ghi “Giấy khen” hoặc “đề nghị … tặng Bằng khen”.",
                 "Write “Giấy khen”, or “đề nghị … tặng Bằng khen”."),
            (
                case.here(*m.span()),
                rule_of_form("Bằng khen: bộ trưởng, chủ tịch UBND cấp tỉnh và tương đương",
                             "Luật 06/2022/QH15"),
            ),
        )  # fmt: skip


RULE = Rule(
    "F08", "error", Text("Khen thưởng sai thẩm quyền", "Award that this body cannot give"), _find
)
