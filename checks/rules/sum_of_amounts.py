"""Total against its parts.

What it checks: whether a total of money is the sum of the parts that are listed behind it in
the same sentence.
Why: the money cannot be assigned as long as one of the numbers is wrong.
Example: `120 triệu đồng, trong đó: tập huấn 70 triệu đồng, kiểm tra 40 triệu đồng`.
What to do: add up again and correct the total or the part.
Legal source: none; consistency of the document.

Kiểm tra gì: tổng kinh phí có bằng các khoản liệt kê ngay sau đó trong cùng câu hay không.
Vì sao: còn một con số sai thì không giao được kinh phí.
Ví dụ: `120 triệu đồng, trong đó: tập huấn 70 triệu đồng, kiểm tra 40 triệu đồng`.
Cần làm: cộng lại, sửa tổng số hoặc từng khoản.
Căn cứ: không có văn bản; tính thống nhất của văn bản.
"""

import re
from collections.abc import Iterator

from checks.case import Case
from checks.fault import Fault, Text
from checks.rule import Rule

_AMOUNT = re.compile(
    r"(?<![\d.,/])(\d{1,3}(?:\.\d{3})+|\d+)(,\d+)?\s*(tỷ|tỉ|triệu|nghìn|ngàn)?\s*đồng",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s*[,;:.(]?\s*(?:trong đó|bao gồm|gồm)\s*:?", re.IGNORECASE)
_UNITS = {"": 1, "nghìn": 10**3, "ngàn": 10**3, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9}
# Not every part is told, or a part is told with its own parts.
_OPEN = re.compile(
    r"…|\.\.\.|v\.v|còn lại|khoảng|tối đa|tối thiểu|dự kiến|mỗi|trong đó"
    r"|/(?:người|xã|năm|suất|giải)"
    r"|[x×]\s*\d|bao gồm|cụ thể|bình quân|chủ yếu|thuế|VAT|dự phòng",
    re.IGNORECASE,
)
_END = re.compile(r"[.](?=\s|$)|\n")


def _value(m: re.Match[str]) -> int:
    whole = int(m[1].replace(".", ""))
    unit = _UNITS[(m[3] or "").lower()]
    fraction = m[2].replace(",", ".") if m[2] else "0"
    return whole * unit + round(float(fraction) * unit)


def _find(case: Case) -> Iterator[Fault]:
    for total in _AMOUNT.finditer(case.text):
        head = _PARTS.match(case.text, total.end())
        if head is None:
            continue
        stop = _END.search(case.text, head.end())
        end = stop.start() if stop else len(case.text)
        parts = list(_AMOUNT.finditer(case.text, head.end(), end))
        if len(parts) < 2 or _OPEN.search(case.text, head.end(), end):
            continue
        whole, found = _value(total), sum(map(_value, parts))
        # Parts in millions may be rounded; each of them by half of its last digit.
        if abs(whole - found) * 200 <= whole:
            continue
        yield Fault(
            Text(
                f"Tổng ghi {total[0]} nhưng các khoản cộng lại là {found:,} đồng.".replace(
                    ",", "."
                ),
                f"The total says {total[0]}, but its parts add up to {found:,} đồng.",
            ),
            Text("Cộng lại, sửa tổng số hoặc từng khoản.", "Add up again; correct one of them."),
            (case.here(*total.span()), case.here(parts[0].start(), parts[-1].end())),
        )


RULE = Rule(
    "K01", "error", Text("Tổng khác các khoản cộng lại", "Total against its parts"), _find,
    letters=True,
)  # fmt: skip
