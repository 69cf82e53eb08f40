"""Opening after closing.

What it checks: whether an event that has one opening and one closing in the plan opens before
it closes, and whether the half-way review comes before the final one.
Why: one of the two days is mistyped; who was invited comes on the wrong day.
Example: `Khai mạc ngày 21/7/2025`, `Bế mạc ngày 19/7/2025`.
What to do: correct the day that is wrong.
Legal source: none; consistency of the document.

Kiểm tra gì: sự kiện có một lễ khai mạc và một lễ bế mạc thì khai mạc có trước bế mạc không; sơ
kết có trước tổng kết không.
Vì sao: một trong hai ngày ghi sai; người được mời đến nhầm ngày.
Ví dụ: `Khai mạc ngày 21/7/2025`, `Bế mạc ngày 19/7/2025`.
Cần làm: sửa ngày ghi sai.
Căn cứ: không có văn bản; tính thống nhất của văn bản.
"""

import datetime as dt
import re
from collections.abc import Iterator

from checks.case import Case
from checks.fault import Fault, Passage, Text
from checks.rule import Rule
from schemas import Span

_PAIRS = (
    (re.compile(r"\bkhai mạc\b", re.IGNORECASE), re.compile(r"\bbế mạc\b", re.IGNORECASE)),
    (re.compile(r"\bsơ kết\b", re.IGNORECASE), re.compile(r"\btổng kết\b", re.IGNORECASE)),
)
_DAY = re.compile(
    r"ngày\s+(\d{1,2})(?:\s?/\s?|\s+tháng\s+)(\d{1,2})(?:\s?/\s?|\s+năm\s+)((?:19|20)\d\d)(?!\d)"
)


def _event(case: Case, name: re.Pattern[str]) -> tuple[dt.date, int, int] | None:
    """The only sentence that names the event with one full day; `None` where there are more."""
    found = []
    for sentence in case.folded.sentences:
        words = case.text[sentence.start : sentence.end]
        if not name.search(words):
            continue
        days = list(_DAY.finditer(words))
        if len(days) > 1:
            return None
        if days:
            found.append((days[0], sentence.start, sentence.end))
    if len(found) != 1:
        return None
    day, start, end = found[0]
    try:
        return dt.date(int(day[3]), int(day[2]), int(day[1])), start, end
    except ValueError:
        return None


def _passage(case: Case, start: int, end: int) -> Passage:
    whole = case.here(start, min(end, start + 120))
    assert isinstance(whole.span, Span)
    return whole


def _find(case: Case) -> Iterator[Fault]:
    for opening, closing in _PAIRS:
        if not (opening.search(case.text) and closing.search(case.text)):
            continue
        first, second = _event(case, opening), _event(case, closing)
        if first is None or second is None or first[1] == second[1] or first[0] <= second[0]:
            continue
        if abs((first[0] - second[0]).days) > 200:
            continue  # two different things: last year's closing, this year's opening
        yield Fault(
            Text(
                f"Ngày {first[0]:%d/%m/%Y} (mở đầu) sau ngày {second[0]:%d/%m/%Y} (kết thúc).",
                f"What opens on {first[0]:%d/%m/%Y} closes on {second[0]:%d/%m/%Y}.",
            ),
            Text("Sửa ngày ghi sai.", "Correct the day that is wrong."),
            (_passage(case, *second[1:]), _passage(case, *first[1:])),
        )


RULE = Rule(
    "D08", "warn", Text("Bế mạc trước khai mạc", "Opening after closing"), _find, letters=True,
    plans_only=True,
)  # fmt: skip
