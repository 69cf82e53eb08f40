"""Launch or guidance after the thing began.

What it checks: whether the launch of, registration for and guidance on a year's or school
year's work comes before that time is well under way.
Why: criteria that are written when half the time is over change nothing.
Example: `Quý IV năm 2025: phát động phong trào thi đua năm học 2025-2026`.
What to do: move the launch to the beginning, or say why it is late.
Legal source: none; consistency of the document. Opening conferences in October are common, so
this is a hint.

Kiểm tra gì: việc phát động, đăng ký, hướng dẫn cho một năm hoặc năm học có diễn ra trước khi
thời gian đó đã qua một phần hay không.
Vì sao: tiêu chí ban hành khi đã qua nửa thời gian thì không còn tác dụng.
Ví dụ: `Quý IV năm 2025: phát động phong trào thi đua năm học 2025-2026`.
Cần làm: chuyển lên đầu kỳ hoặc nêu lý do.
Căn cứ: không có văn bản; tính thống nhất của văn bản. Hội nghị đầu năm học họp vào tháng 10 là
phổ biến nên đây chỉ là gợi ý.
"""

import datetime as dt
import re
from collections.abc import Iterator

from checks.case import Case
from checks.fault import Fault, Text
from checks.rule import Rule

_LAUNCH = re.compile(
    r"((?:phát động|ký kết giao ước|đăng ký|hướng dẫn|xây dựng(?: bộ)? tiêu chí|ban hành kế hoạch)"
    r"[^.;\n]{0,80}?năm(?: học)? (20\d\d)(?:\s?[-–]\s?(20\d\d))?)(?!\d)",
    re.IGNORECASE,
)
_LOOKING_BACK = re.compile(r"tổng kết|sơ kết|đánh giá|khen thưởng cuối|bình xét", re.IGNORECASE)


def _late(start: dt.date, first: int, last: str | None) -> bool:
    """Whether a start comes after the first months of the year or school year."""
    begun = dt.date(first, 10, 1) if last else dt.date(first, 5, 1)
    return start >= begun


def _find(case: Case) -> Iterator[Fault]:
    for task in case.plan.tasks:
        if task.time.start is None or task.span is None or task.time.precision == "school-year":
            continue
        start, end = case.within(task)
        for m in _LAUNCH.finditer(case.text, start, end):
            if not _late(task.time.start, int(m[2]), m[3]) or _LOOKING_BACK.search(m[1]):
                continue
            label = case.text[m.start(2) : m.end()]
            yield Fault(
                Text(
                    f"Việc đầu kỳ của {label} đặt từ {task.time.start:%d/%m/%Y}, khi đã bắt đầu.",
                    f"Opening work for {label} is set from {task.time.start:%d/%m/%Y}, after it "
                    "began.",
                ),
                Text("Chuyển lên đầu kỳ hoặc nêu lý do.", "Move it to the beginning."),
                (case.here(*m.span()), case.here(m.start(2), m.end())),
            )
            break


RULE = Rule(
    "D07",
    "note",
    Text("Phát động sau khi đã bắt đầu", "Launch after the start"),
    _find,
    plans_only=True,
)
