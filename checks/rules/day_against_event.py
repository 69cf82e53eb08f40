"""Day does not match the event.

What it checks: whether the day and month printed beside a known event are its own.
Why: invitations and banners are made from the plan.
Example: `Ngày Nhà giáo Việt Nam 20/10`.
What to do: write the day of the event.
Legal source: NĐ 111/2018/NĐ-CP and the documents that founded the days.

Kiểm tra gì: ngày, tháng ghi cạnh một ngày kỷ niệm đã biết có đúng hay không.
Vì sao: giấy mời, băng rôn làm theo kế hoạch.
Ví dụ: `Ngày Nhà giáo Việt Nam 20/10`.
Cần làm: ghi đúng ngày của sự kiện.
Căn cứ: NĐ 111/2018/NĐ-CP và văn bản quy định từng ngày.
"""

import re
from collections.abc import Iterator

from checks.case import Case, rule_of_form
from checks.fault import Fault, Text
from checks.reference.confidence import supported
from checks.reference.days import CelebratedDay
from checks.rule import Rule

# What may stand between an event and its day.
_DAY = re.compile(
    r"(?:\s+(?:Việt Nam|thành công|nước Cộng hòa xã hội chủ nghĩa Việt Nam|năm))?"
    r"[\s,(]{1,3}(?:ngày\s+)?(\d{1,2})\s?/\s?(\d{1,2})(?!\d|\s?/\s?\d{1,2}\b)(?:/(\d{4}))?",
    re.IGNORECASE,
)
_WINDOW = re.compile(r"\b(?:từ|trước|sau|đến|trong)\s*$", re.IGNORECASE)


def _mentions(case: Case) -> Iterator[tuple[CelebratedDay, int, re.Match[str]]]:
    """Known events with the day printed after them, and where the event's words begin."""
    for day in case.register.days.all:
        for key in day.keys:
            if f" {key} " not in case.keys:
                continue
            for start, end in case.find_key(key):
                m = _DAY.match(case.text, end)
                if m and not _WINDOW.search(case.text, max(m.start(1) - 8, 0), m.start(1)):
                    yield day, start, m


def _fits(case: Case, day: CelebratedDay, printed: tuple[int, int]) -> bool:
    """Whether the printed day is this event's, or that of another event of the same words."""
    same = [d for d in case.register.days.all if set(d.keys) & set(day.keys)]
    return any((d.day, d.month) == printed for d in same)


def _find(case: Case) -> Iterator[Fault]:
    seen: set[int] = set()
    for day, start, m in _mentions(case):
        printed = (int(m[1]), int(m[2]))
        if printed[1] > 12 or m.start(1) in seen or _fits(case, day, printed):
            continue
        seen.add(m.start(1))
        yield Fault(
            Text(
                f"{day.event} là ngày {day.day:02d}/{day.month}, văn bản ghi {m[1]}/{m[2]}.",
                f"{day.event} is on {day.day:02d}/{day.month}, the plan says {m[1]}/{m[2]}.",
            ),
            Text("Ghi đúng ngày của sự kiện.", "Write the day of the event."),
            (
                case.here(start, m.end()),
                rule_of_form(f"{day.event}: {day.day:02d}/{day.month}", day.source),
            ),
            severity=supported("error", day.day_confidence),
        )


RULE = Rule(
    "E06",
    "error",
    Text("Ngày không đúng sự kiện", "Day does not match the event"),
    _find,
    letters=True,
)
