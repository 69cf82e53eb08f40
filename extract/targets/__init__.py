"""Targets (chỉ tiêu): the quantities that a plan sets itself to reach.

A percentage in the body is one unless the words speak of the past or of a vote; another
number is one where it is compared (`ít nhất 3 mô hình`), aimed at (`phấn đấu`), or stands
under a heading of targets.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from extract.context import Context
from extract.flow import Flow
from extract.sections import Frame, Section, index_at
from extract.targets.above import NOTHING, Above, LinesAbove
from extract.targets.aims import is_aimed_at, without_descriptions
from extract.targets.clauses import Reading, clauses, read_clause
from extract.targets.quantities import Quantity, find_quantities
from extract.targets.tables import table_targets
from extract.targets.whens import cycle_of, time_of
from schemas import Target, TaskTime
from schemas.keys import words_key

# For words in small letters; every branch begins with a letter, so that most are passed at once.
_GATE = re.compile(
    r"%|phấn đấu|ít nhất|tối thiểu|tối đa|không quá|không dưới|trở lên|chỉ tiêu"
    r"|trên \d|dưới \d|hơn \d|đạt \d|đạt từ|có \d|≥\s?\d|≤\s?\d|<\s?\d|>\s?\d"
)
_GOALS = re.compile(r"chỉ\s+tiêu|mục\s+tiêu(?!\s+quốc\s+gia)|kết\s+quả\s+cần\s+đạt", re.IGNORECASE)
_PAST_HEADING = re.compile(
    r"tình\s+hình|thực\s+trạng|kết\s+quả\s+(?:thực\s+hiện|đạt\s+được|năm)|đánh\s+giá|ưu\s+điểm|hạn\s+chế"
    r"|đặc\s+điểm|khái\s+quát|căn\s+cứ|đề\s+cương",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"(?<!\w)(?:đã\s+(?:đạt|có|hoàn|thực|ban|tổ|triển|xây|giải|được)|ghi\s+nhận|hiện\s+có|hiện\s+nay|hiện\s+tại"
    r"|đang\s+có|phiếu|tối\s+đa\s+\d+\s+điểm|điểm\s+tối\s+đa|tán\s+thành|tín\s+nhiệm|triệu\s+tập|có\s+mặt|tổng\s+số\s+cử\s+tri"
    r"|mức\s+chi|mức\s+phạt|thuế\s+suất|lãi\s+suất|hỗ\s+trợ\s+không\s+quá|kinh\s+phí|định\s+mức)(?!\w)",
    re.IGNORECASE,
)
_AIM = re.compile(r"phấn\s+đấu", re.IGNORECASE)
# `nhà thầu chậm quá 20% khối lượng bị phạt`: when somebody is punished.
_PENALTY = re.compile(r"(?<!\w)bị\s+(?:cảnh cáo|phạt|xử lý|xử phạt|chấm dứt|trừ|cắt|thu hồi)(?!\w)")
# `Hết quý I đạt 15%` under `Tiến độ giải ngân:` is of what the line above says.
_ONLY_WHEN = re.compile(
    r"(?:(?:hết|đến|trong|cuối|đầu|vào|ngày|tháng|quý|năm|học kỳ|giai đoạn|[\dIVX/.–-]+)"
    r"(?:\s|,|$)+)+(?:giải ngân|thực hiện|hoàn thành)?\s*",
    re.IGNORECASE,
)
_SIGNS = "-–—+*•·●▪\uf0b7\uf0a7\uf0d8\uf0fc"
# where another aim begins behind the one that is read
_NEXT_AIM = re.compile(
    r"(?:,|\svà)\s(?:phấn đấu|đảm bảo|bảo đảm|đến năm|riêng|tiến tới|hướng tới|xây dựng|năm 20)",
    re.IGNORECASE,
)
# `(gồm 6 dự án thủy điện; 2 dự án điện gió)` says what the number before it is made of.
_PARTS = re.compile(r"\((?:bao\s+)?gồm(?:\s+có)?[\s:][^()]{0,600}\)")
_MARKER = re.compile(r"[\W_]{0,6}(?:\d{1,2}(?:\.\d{1,2}){0,3}|[a-zđIVX]{1,4})\s?\\?[.)/]+[\s*]+")
_SHARE_ALONE = re.compile(
    r"\W*(?:(?:đạt|từ|trên|dưới|ít nhất|tối thiểu|không quá)\s+){0,3}\d[\d.,]*\s?%"
    r"(?:\s+trở\s+lên)?\W*"
)
_MOST = 4_000  # targets; no plan has as many
_DIGIT = re.compile(r"\d")
_LONGEST = 1500  # characters of a clause that are read


def find_targets(
    flow: Flow, frame: Frame, sections: Sequence[Section], context: Context
) -> list[Target]:
    """The targets of body and annexes in order of appearance, each once."""
    out: list[Target] = []
    seen: set[tuple[object, ...]] = set()
    for start, end, above in _places(flow, frame, sections):
        for quantity, reading, time, aim in _paragraph(flow.text, start, end, above):
            key = (quantity.value, reading.unit, words_key(reading.indicator), time)
            if key not in seen:
                seen.add(key)
                out.append(_target(flow, quantity, reading, time, aim))
        if len(out) > _MOST:
            break
    return sorted([*out, *table_targets(flow)], key=lambda t: t.span.start if t.span else 0)


def _places(
    flow: Flow, frame: Frame, sections: Sequence[Section]
) -> Iterator[tuple[int, int, Above]]:
    """Stretches that may hold targets; the same words under one heading only once."""
    text, headings = flow.text, _headings(sections)
    read: set[tuple[str, Above]] = set()
    lines = LinesAbove()
    for index in range(bisect_left(flow.starts, frame.head_end), len(flow.paragraphs)):
        start, end = flow.paragraphs[index].start, flow.paragraphs[index].end
        if frame.foot_start <= start < frame.foot_end or frame.in_opening(start):
            continue
        words = text[start:end]
        lines.see(index, words)
        if not _DIGIT.search(words):
            continue
        number = index_at(sections, start)
        above = headings[number] if number is not None else NOTHING
        if above.past or not (above.goals or _GATE.search(words.lower())):
            continue
        if number is not None and start <= sections[number].start and sections[number].body < end:
            # `1. Trẻ em biết bơi: 75%.`: what looks like a heading is what the figure is of.
            alone = _SHARE_ALONE.fullmatch(text, sections[number].body, end)
            start = start if alone else max(start, sections[number].body)
        above = lines.add_to(above, index)
        if (words, above) not in read:
            read.add((words, above))
            yield start, end, above


def _headings(sections: Sequence[Section]) -> list[Above]:
    out: list[Above] = []
    for section in sections:
        title = section.heading.title or ""
        parent = out[section.parent] if section.parent is not None else NOTHING
        out.append(
            Above(
                goals=parent.goals or _GOALS.search(title) is not None,
                past=_GOALS.search(title) is None
                and (parent.past or _PAST_HEADING.search(title) is not None),
                time=time_of(title) or parent.time,
            )
        )
    return out


def _paragraph(
    text: str, start: int, end: int, above: Above
) -> Iterator[tuple[Quantity, Reading, TaskTime | None, bool]]:
    """Each quantity aimed at, what it is of, when, and whether it is only striven for."""
    marker = _MARKER.match(text, start, end)
    start = marker.end() if marker else start
    parts = (
        [m.span() for m in _PARTS.finditer(text, start, end)] if "gồm" in text[start:end] else []
    )
    for begin, finish in clauses(text, start, end):
        finish = min(finish, begin + _LONGEST)
        clause = text[begin:finish]
        if not _DIGIT.search(clause) or _PAST.search(clause) or _PENALTY.search(clause):
            continue
        aim = _AIM.search(clause) is not None
        quantities = without_descriptions(
            text,
            begin,
            [
                q
                for q in find_quantities(text, begin, finish)
                if is_aimed_at(text, begin, q, above.goals, aim)
                and not any(s < q.start < e for s, e in parts)
            ],
        )
        read = read_clause(text, begin, finish, quantities)
        if above.lead and len(quantities) == 1 and _says_when(text, begin, quantities[0]):
            unit = "%" if quantities[0].percent else None
            read = [(quantities[0], Reading(above.lead, None, unit, begin, finish))]
        for quantity, reading in read:
            time = _own_time(text, quantity, reading)
            time = time or time_of(clause, text[begin : quantity.end + 6])
            time = time or time_of(text[max(start, begin - 200) : begin], "") or above.time
            yield quantity, reading, time, aim


def _says_when(text: str, start: int, quantity: Quantity) -> bool:
    """Whether the words before a number say only when: it is of what the line above announces."""
    before = text[start : quantity.start].strip(" ,")
    words = before.removesuffix("đạt").strip(f" {_SIGNS}")
    return bool(words) and _ONLY_WHEN.fullmatch(words) is not None


def _own_time(text: str, quantity: Quantity, reading: Reading) -> TaskTime | None:
    """The time of a number among others: the one before it, else the first behind it."""
    before = text[reading.start : quantity.start]
    after = text[quantity.end : max(quantity.end, reading.end)]
    cycle = cycle_of(before, after) if not quantity.percent else None
    if cycle is not None:
        return cycle
    own = time_of(before, "")
    if own is not None or "20" not in after:
        return own
    turn = _NEXT_AIM.search(after)
    return time_of(after[: turn.start()], "") if turn else None


def _target(
    flow: Flow, quantity: Quantity, reading: Reading, time: TaskTime | None, aspiration: bool
) -> Target:
    start, end = min(reading.start, quantity.start), max(reading.end, quantity.end)
    return Target(
        **flow.ground(start, end),
        indicator=reading.indicator,
        comparison=quantity.comparison,
        value=quantity.value,
        unit=reading.unit,
        population=reading.population,
        time=time,
        aspiration=aspiration,
    )


__all__ = ["find_targets"]
