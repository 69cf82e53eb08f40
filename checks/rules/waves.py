"""Waves overlap or leave a gap.

What it checks: whether consecutive waves or phases of the plan's own time (đợt 1, đợt 2) join:
each begins the day after the one before it ends. Waves (đợt) that rest for more than a fortnight,
stages (giai đoạn) that do for more than a month, are taken to be meant so.
Why: in a gap nothing is asked of anybody, in an overlap two things are.
Example: `Đợt 1 đến 31/5`, `Đợt 2 từ 15/6`.
What to do: let the waves join, or say that the gap is meant.
Legal source: none; consistency of the document.

Kiểm tra gì: các đợt, giai đoạn liên tiếp của kế hoạch có nối nhau hay không: đợt sau bắt đầu
ngay sau khi đợt trước kết thúc. Các đợt cách nhau quá nửa tháng, các giai đoạn cách nhau quá một
tháng được hiểu là chủ ý.
Vì sao: khoảng trống thì không ai phải làm gì, khoảng chồng thì phải làm hai việc cùng lúc.
Ví dụ: `Đợt 1 đến 31/5`, `Đợt 2 từ 15/6`.
Cần làm: nối các đợt hoặc nói rõ là chủ ý.
Căn cứ: không có văn bản; tính thống nhất của văn bản.
"""

import datetime as dt
import re
from collections.abc import Iterator
from itertools import pairwise

from checks.case import Case
from checks.fault import Fault, Passage, Text
from checks.holidays import is_free
from checks.rule import Rule
from schemas import Phase

_ORDINALS = {
    "nhất": 1, "một": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "i": 1, "ii": 2,
    "iii": 3, "iv": 4, "v": 5,
}  # fmt: skip
_WAVE = re.compile(
    r"^\W*(đợt|giai đoạn|tuần)\s+(?:thứ\s+)?(\d{1,2}|[ivx]{1,4}|nhất|một|hai|ba|tư|bốn|năm)\b",
    re.IGNORECASE,
)
_REST = 15  # days between two waves (đợt) that may be a mistake; more are meant
_PAUSE = 31  # the same between two stages (giai đoạn)
_SHARE = 0.2  # of the whole stretch that a gap may take before it is taken as meant


def wave_of(label: str) -> tuple[str, int] | None:
    """The family and the ordinal of a phase's label: `("đợt", 2)` for `Đợt thứ hai`."""
    m = _WAVE.match(label)
    if m is None:
        return None
    ordinal = m[2].lower()
    return m[1].lower(), int(ordinal) if ordinal.isdigit() else _ORDINALS.get(ordinal, 0)


def _families(case: Case) -> Iterator[list[Phase]]:
    """Phases counted 1, 2, 3 of one family, with their days."""
    groups: dict[str, list[tuple[int, Phase]]] = {}
    for phase in case.plan.phases:
        wave = wave_of(phase.label)
        if wave and phase.end and phase.span:
            groups.setdefault(wave[0], []).append((wave[1], phase))
    for waves in groups.values():
        numbers = [n for n, _ in waves]
        if len(waves) >= 2 and numbers == list(range(1, len(waves) + 1)):
            yield [phase for _, phase in waves]


def _joins(one: Phase, other: Phase, whole: int) -> Text | None:
    """How two waves fail to join, or `None`."""
    assert one.end is not None
    if other.start is None:
        return None
    days = (other.start - one.end).days - 1
    if days < 0 and one.start and other.start > one.start:
        return Text(f"chồng nhau {-days} ngày", f"overlap by {-days} days")
    free = all(is_free(one.end + dt.timedelta(days=n)) for n in range(1, days + 1))
    # Campaigns in waves rest between them; stages of one work go on.
    most = _REST if one.label.lower().startswith("đợt") else _PAUSE
    if 0 < days <= most and days <= _SHARE * whole and not free:
        return Text(f"cách nhau {days} ngày", f"leave a gap of {days} days")
    return None


def _label(case: Case, phase: Phase) -> Passage:
    start, end = case.within(phase)
    return case.here(start, min(end, start + 90))


def _find(case: Case) -> Iterator[Fault]:
    for waves in _families(case):
        first, last = waves[0].start or case.issued_on, waves[-1].end
        whole = (last - first).days if first and last else 365
        for one, other in pairwise(waves):
            trouble = _joins(one, other, whole)
            if trouble is None or one.end is None or other.start is None:
                continue
            yield Fault(
                Text(
                    f"{one.label} (đến {one.end:%d/%m/%Y}) và {other.label} (từ "
                    f"{other.start:%d/%m/%Y}) {trouble.vi}.",
                    f"{one.label} (to {one.end:%d/%m/%Y}) and {other.label} (from "
                    f"{other.start:%d/%m/%Y}) {trouble.en}.",
                ),
                Text("Nối các đợt hoặc nói rõ là chủ ý.", "Let the waves join."),
                (_label(case, other), _label(case, one)),
            )


RULE = Rule(
    "D12",
    "warn",
    Text("Các đợt chồng nhau hoặc hở", "Waves overlap or leave a gap"),
    _find,
    plans_only=True,
)
