"""Date zeros.

What it checks: whether days below ten and the months January and February are written with a
zero, and the other months without one that nobody asks for.
Why: the rule keeps dates from being changed by a stroke of the pen; it is a matter of form.
Example: `ngày 5/2/2025` for `05/02/2025`; `ngày 12/04/2025` for `12/4/2025`.
What to do: write the zeros as the rule has them.
Legal source: NĐ 30/2020/NĐ-CP, Phụ lục I, II.4.

Kiểm tra gì: ngày nhỏ hơn 10 và tháng 1, tháng 2 có thêm số 0 ở trước hay không; các tháng khác
có thừa số 0 hay không.
Vì sao: quy định này để ngày tháng không bị sửa thêm; đây là lỗi thể thức.
Ví dụ: `ngày 5/2/2025` thay vì `05/02/2025`; `ngày 12/04/2025` thay vì `12/4/2025`.
Cần làm: ghi số 0 theo quy định.
Căn cứ: NĐ 30/2020/NĐ-CP, Phụ lục I, II.4.
"""

import re
from collections.abc import Iterator

from checks.case import Case, rule_of_form
from checks.citing import printed_date
from checks.fault import Fault, Text
from checks.rule import Rule

_SHORT = re.compile(r"(\d{1,2})/(\d{1,2})/\d{4}")


def _right(day: str, month: str) -> bool:
    if len(day) == 1 or (len(month) == 1 and month in "12"):
        return False
    return not (month[0] == "0" and month in ("03", "04", "05", "06", "07", "08", "09"))


def _find(case: Case) -> Iterator[Fault]:
    places = []
    for citation in case.plan.citations:
        place = printed_date(case, citation)
        m = _SHORT.search(case.text, *place) if place else None
        if place and m and not _right(m[1], m[2]):
            places.append(place)
    if not places:
        return
    words = case.text[slice(*places[0])]
    yield Fault(
        Text(
            f"Ngày tháng thiếu hoặc thừa số 0: “{words}” ({len(places)} chỗ).",
            f"Dates with a zero missing or too many: “{words}” ({len(places)} places).",
        ),
        Text(
            "Thêm số 0 trước ngày nhỏ hơn 10 và tháng 1, 2; bỏ số 0 ở các tháng khác.",
            "Write a zero before days below ten and months 1 and 2, none before other months.",
        ),
        (
            *(case.here(*place) for place in places[:10]),
            rule_of_form("ngày 01-09; tháng 01, 02", "NĐ 30/2020/NĐ-CP, Phụ lục I, II.4"),
        ),
        count=len(places),
    )


RULE = Rule("B03", "note", Text("Số 0 trong ngày tháng", "Date zeros"), _find)
