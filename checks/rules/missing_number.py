"""Number missing.

What it checks: whether the line `Số:` in the head carries a number before the symbol.
Why: a plan without a number cannot be cited, filed or asked for.
Example: `Số:      /KH-UBND`.
What to do: if the number is stamped as an image, nothing; else register the document and write
its number.
Legal source: NĐ 30/2020/NĐ-CP, Điều 8 and Phụ lục I, II.3.

Kiểm tra gì: dòng `Số:` ở phần đầu có ghi số trước ký hiệu hay không.
Vì sao: kế hoạch không có số thì không viện dẫn, lưu trữ, tra tìm được.
Ví dụ: `Số:      /KH-UBND`.
Cần làm: nếu số được đóng bằng hình ảnh trên bản phát hành thì bỏ qua; nếu không, đăng ký và ghi
số văn bản.
Căn cứ: NĐ 30/2020/NĐ-CP, Điều 8 và Phụ lục I, II.3.
"""

import re
from collections.abc import Iterator

from checks.case import Case, rule_of_form
from checks.fault import Fault, Text
from checks.rule import Rule

HEAD = 2500  # characters in which a letterhead stands, even after a covering note
_BLANK = re.compile(
    r"(?:^|\n)[^\n]{0,80}?\bSố\s?:?[\s.…_]{0,40}([/-]\s?(?:[A-ZĐ]{1,6}\w*)(?:\s?[-/–]\s?[\w&.]{1,20}){0,3})"
)
_DRAFT = re.compile(r"DỰ\s+THẢO|Dự\s+thảo")


def _find(case: Case) -> Iterator[Fault]:
    if case.plan.document.number or _DRAFT.search(case.text, 0, HEAD):
        return
    m = _BLANK.search(case.text, 0, HEAD)
    if m is None:
        return
    start = case.text.index("Số", m.start())
    words = " ".join(case.text[start : m.end()].split())
    yield Fault(
        Text(
            f"Văn bản chưa có số: “{words}”.",
            f"The document has no number: “{words}”.",
        ),
        Text(
            "Ghi số văn bản; nếu số được đóng bằng hình ảnh trên bản phát hành thì bỏ qua.",
            "Write the number; nothing to do where it is stamped as an image.",
        ),
        (
            case.here(start, m.end()),
            rule_of_form("Số: …/…", "NĐ 30/2020/NĐ-CP, Điều 8; Phụ lục I, II.3"),
        ),
    )


RULE = Rule("B01", "warn", Text("Thiếu số văn bản", "Number missing"), _find, letters=True)
