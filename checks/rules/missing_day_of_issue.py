"""Day or month of issue missing.

What it checks: whether the place and date line of the head has a day, a month and a year.
Why: deadlines, what was in force and the order of documents all depend on the day of issue.
Example: `Nam Sơn, ngày      tháng 3 năm 2025`.
What to do: if the day is stamped as an image, nothing; else write it.
Legal source: NĐ 30/2020/NĐ-CP, Phụ lục I, II.4.

Kiểm tra gì: dòng địa danh và thời gian ban hành có đủ ngày, tháng, năm hay không.
Vì sao: thời hạn, hiệu lực và thứ tự của văn bản đều tính theo ngày ban hành.
Ví dụ: `Nam Sơn, ngày      tháng 3 năm 2025`.
Cần làm: nếu ngày được đóng bằng hình ảnh trên bản phát hành thì bỏ qua; nếu không, ghi đủ ngày
tháng.
Căn cứ: NĐ 30/2020/NĐ-CP, Phụ lục I, II.4.
"""

import re
from collections.abc import Iterator

from checks.case import Case, rule_of_form
from checks.fault import Fault, Text
from checks.rule import Rule
from checks.rules.missing_number import HEAD

_LINE = re.compile(
    r"[^\n,]{2,40},\s*ngày([\s.…_]*)(\d{0,2})([\s.…_]*)tháng([\s.…_]*)(\d{0,2})[\s.…_]*năm[\s.…_]*(\d{0,4})"
)
_DRAFT = re.compile(r"DỰ\s+THẢO|Dự\s+thảo")


def _find(case: Case) -> Iterator[Fault]:
    if case.issued_on or _DRAFT.search(case.text, 0, HEAD):
        return
    m = _LINE.search(case.text, 0, HEAD)
    if m is None or (m[2] and m[5] and m[6]):
        return
    start = case.text.index("ngày", m.start())
    words = " ".join(case.text[start : m.end()].split())
    yield Fault(
        Text(
            f"Ngày ban hành chưa đủ ngày, tháng, năm: “{words}”.",
            f"The day of issue lacks its day, month or year: “{words}”.",
        ),
        Text(
            "Ghi đủ ngày, tháng, năm; nếu ngày được đóng bằng hình ảnh thì bỏ qua.",
            "Write the full date; nothing to do where it is stamped as an image.",
        ),
        (
            case.here(start, m.end()),
            rule_of_form("ngày … tháng … năm …", "NĐ 30/2020/NĐ-CP, Phụ lục I, II.4"),
        ),
    )


RULE = Rule(
    "B02", "warn", Text("Thiếu ngày hoặc tháng ban hành", "Day or month of issue missing"), _find,
    letters=True,
)  # fmt: skip
