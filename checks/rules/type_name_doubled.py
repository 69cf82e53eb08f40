"""Type name missing or doubled.

What it checks: whether the line with the kind of document is followed by what it is about, and
whether that line names the kind a second time.
Why: the subject is what a document is found and cited by; `Kế hoạch về Kế hoạch` comes from
copying a title into a title.
Example: `KẾ HOẠCH` over the line `Kế hoạch phòng chống thiên tai năm 2025`.
What to do: leave the kind out of the subject line.
Legal source: NĐ 30/2020/NĐ-CP, Phụ lục I, II.5.

Kiểm tra gì: dưới tên loại có trích yếu nội dung hay không, và trích yếu có nhắc lại tên loại
hay không.
Vì sao: văn bản được tìm và viện dẫn theo trích yếu; `Kế hoạch về Kế hoạch` là do chép tên vào
tên.
Ví dụ: dưới dòng `KẾ HOẠCH` là dòng `Kế hoạch phòng chống thiên tai năm 2025`.
Cần làm: bỏ tên loại khỏi trích yếu.
Căn cứ: NĐ 30/2020/NĐ-CP, Phụ lục I, II.5.
"""

import re
from collections.abc import Iterator

from checks.case import Case, rule_of_form
from checks.fault import Fault, Text
from checks.rule import Rule

_DOUBLED = re.compile(
    r"(?:^|\n)\s*(KẾ HOẠCH|CHƯƠNG TRÌNH|HƯỚNG DẪN|BÁO CÁO|CHỈ THỊ|QUYẾT ĐỊNH)\s*\n\s*"
    r"((?:[Vv]ề\s+(?:việc\s+)?)?(?:[Kk]ế hoạch|[Cc]hương trình|[Hh]ướng dẫn|[Bb]áo cáo|[Cc]hỉ thị"
    r"|[Qq]uyết định)\s[^\n]{0,60})"
)


def _find(case: Case) -> Iterator[Fault]:
    m = _DOUBLED.search(case.text, 0, 6000)
    if m is None:
        return
    kind = m[1].lower()
    subject = re.sub(r"^[Vv]ề\s+(?:việc\s+)?", "", m[2]).lower()
    if not subject.startswith(kind):
        return
    end = m.start(2) + m[2].lower().index(kind) + len(kind)
    yield Fault(
        Text(
            f"Trích yếu nhắc lại tên loại “{m[1].capitalize()}”.",
            f"The subject repeats the kind “{m[1].capitalize()}”.",
        ),
        Text("Bỏ tên loại khỏi trích yếu.", "Leave the kind out of the subject line."),
        (
            case.here(m.start(2), end),
            case.here(*m.span(1)),
            rule_of_form("tên loại / trích yếu", "NĐ 30/2020/NĐ-CP, Phụ lục I, II.5"),
        ),
    )


RULE = Rule("B05", "warn", Text("Tên loại lặp trong trích yếu", "Type name doubled"), _find)
