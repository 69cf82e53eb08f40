"""Months listed without year in a school-year plan.

What it checks: whether a list of months in a plan for a school year runs as the school year
does, from autumn to summer, where no years are printed.
Why: in the order of the calendar nobody can tell whether `Tháng 10` opens the school year or
follows it.
Example: the list reads January, March, May, October, December.
What to do: put the months in the order of the school year, or print their years.
Legal source: none; consistency of the document.

Kiểm tra gì: danh sách tháng trong kế hoạch năm học, khi không ghi năm, có theo trình tự năm học
(từ mùa thu đến mùa hè) hay không.
Vì sao: xếp theo năm dương lịch thì không rõ `Tháng 10` là đầu năm học hay sau năm học.
Ví dụ: danh sách ghi tháng 1, tháng 3, tháng 5, tháng 10, tháng 12.
Cần làm: xếp theo trình tự năm học hoặc ghi rõ năm.
Căn cứ: không có văn bản; tính thống nhất của văn bản.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from checks.case import Case
from checks.fault import Fault, Text
from checks.periods import is_school_year
from checks.rule import Rule

_MONTH = re.compile(
    r"(?:^|\n)(?:\s*(?:\d{1,2}[.)]|[-+*•]))?\s*(Tháng\s+(\d{1,2}))(?!\s?[/\d.]|\s*năm\s*\d)[^\n]{0,60}"
)
_LEAST = 4


def _find(case: Case) -> Iterator[Fault]:
    if not is_school_year(case.period):
        return
    listed = [
        (int(m[2]), m) for m in _MONTH.finditer(case.text, 0, case.body_end) if 1 <= int(m[2]) <= 12
    ]
    if len(listed) < _LEAST:
        return
    for (month, before), (following, m) in pairwise(listed):
        # June or July may close a school year and August open the preparations for the next.
        if month <= 7 and following >= 9 and following > month:
            words = case.text[m.start(1) : m.end()]
            yield Fault(
                Text(
                    f"Các tháng xếp theo năm dương lịch ({before[1]} rồi {m[1]}) trong kế hoạch "
                    "năm học: không rõ năm.",
                    f"Months run as in a calendar year ({before[1]}, then {m[1]}) in a plan for a "
                    "school year: their year is open.",
                ),
                Text(
                    "Xếp theo trình tự năm học hoặc ghi rõ năm.",
                    "Put them in the order of the school year, or print the years.",
                ),
                (
                    case.here(m.start(1), m.start(1) + len(words)),
                    case.here(before.start(1), before.end(1)),
                ),
            )
            return


RULE = Rule(
    "D05", "warn", Text("Tháng không ghi năm", "Months without year"), _find, plans_only=True
)
