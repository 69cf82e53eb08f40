"""Targets (chỉ tiêu): the quantities that a plan sets itself to reach.

A percentage in the body is one unless the words speak of the past or of a vote; another
number is one where it is compared (`ít nhất 3 mô hình`), aimed at (`phấn đấu`), or stands
under a heading of targets.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence

from extract.context import Context
from extract.flow import Flow
from extract.sections import Frame, Section, section_at
from extract.targets.clauses import Reading, clauses, read_clause
from extract.targets.quantities import Quantity, find_quantities
from extract.targets.tables import table_targets
from extract.targets.whens import time_of
from schemas import Target, TaskTime
from schemas.keys import words_key

_GATE = re.compile(
    r"%|\b(?:phấn đấu|ít nhất|tối thiểu|tối đa|không quá|không dưới|trở lên|chỉ tiêu|trên \d|dưới \d"
    r"|hơn \d|đạt \d|đạt từ|có \d)|[≥≤<>]\s?\d",
    re.IGNORECASE,
)
_GOALS = re.compile(r"chỉ\s+tiêu|mục\s+tiêu(?!\s+quốc\s+gia)|kết\s+quả\s+cần\s+đạt", re.IGNORECASE)
_PAST_HEADING = re.compile(
    r"tình\s+hình|thực\s+trạng|kết\s+quả\s+(?:thực\s+hiện|đạt\s+được|năm)|đánh\s+giá|ưu\s+điểm|hạn\s+chế"
    r"|đặc\s+điểm|khái\s+quát|căn\s+cứ|đề\s+cương",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"(?<!\w)(?:đã\s+(?:đạt|có|hoàn|thực|ban|tổ|triển|xây|giải|được)|hiện\s+có|hiện\s+nay|hiện\s+tại"
    r"|cùng\s+kỳ|đang\s+có|phiếu|cử\s+tri|tối\s+đa\s+\d+\s+điểm|điểm\s+tối\s+đa|tán\s+thành|tín\s+nhiệm|triệu\s+tập|có\s+mặt|tổng\s+số\s+cử\s+tri"
    r"|mức\s+chi|mức\s+phạt|thuế\s+suất|lãi\s+suất|hỗ\s+trợ\s+không\s+quá|kinh\s+phí|định\s+mức)(?!\w)",
    re.IGNORECASE,
)
_AIM = re.compile(r"phấn\s+đấu", re.IGNORECASE)
_DOES = re.compile(
    r"(?:có|đạt|được|tổ\s+chức|xây\s+dựng|thành\s+lập|phát\s+triển|hoàn\s+thành|bố\s+trí|đào\s+tạo|thu\s+hút"
    r"|hình\s+thành|công\s+nhận|huy\s+động|trồng|giảm|tăng|nâng|lên|mới|thêm|kết\s+nạp|tập\s+huấn|biên\s+soạn"
    r"|thực\s+hiện|duy\s+trì|phấn\s+đấu|đăng|phát\s+sóng|cung\s+cấp|tiếp\s+cận|tạo|giải\s+quyết|đề\s+xuất)\s*$",
    re.IGNORECASE,
)
_MARKER = re.compile(r"[\W_]{0,6}(?:\d{1,2}(?:\.\d{1,2}){0,3}|[a-zđIVX]{1,4})\s?\\?[.)/]+[\s*]+")
_LABEL = re.compile(r"(?:Giai đoạn|Đến năm|Năm|Trong năm|Hằng năm|Hàng năm)\b[^.;]{0,60}$")


def find_targets(
    flow: Flow, frame: Frame, sections: Sequence[Section], context: Context
) -> list[Target]:
    """The targets of body and annexes in order of appearance, each once."""
    out: list[Target] = []
    label: TaskTime | None = None
    labelled = 0
    first = bisect_left(flow.starts, frame.head_end)
    for index in range(first, len(flow.paragraphs)):
        paragraph = flow.paragraphs[index]
        if frame.foot_start <= paragraph.start < frame.foot_end or frame.in_opening(
            paragraph.start
        ):
            continue
        words = flow.text[paragraph.start : paragraph.end]
        stripped = words.lstrip("-–+*• abcdđe)0123456789.")
        if len(words) < 80 and _LABEL.match(stripped.rstrip(": .")):
            label, labelled = time_of(words), index
        section = section_at(sections, paragraph.start) if sections else None
        goals = _under_goals(section, sections)
        if not (_GATE.search(words) or (goals and any(c.isdigit() for c in words))):
            continue
        if (
            section is not None
            and section.heading.title
            and _PAST_HEADING.search(section.heading.title)
        ):
            continue
        above = label if index - labelled <= 6 else None
        out.extend(
            _paragraph(flow, paragraph.start, paragraph.end, section, sections, goals, above)
        )
    out.extend(table_targets(flow))
    return _once(out)


def _under_goals(section: Section | None, sections: Sequence[Section]) -> bool:
    while section is not None:
        if section.heading.title and _GOALS.search(section.heading.title):
            return True
        section = sections[section.parent] if section.parent is not None else None
    return False


def _paragraph(
    flow: Flow,
    start: int,
    end: int,
    section: Section | None,
    sections: Sequence[Section],
    goals: bool,
    above: TaskTime | None,
) -> list[Target]:
    text = flow.text
    if section is not None and start <= section.start and section.heading.title:
        start = max(start, min(section.body, end))
    out: list[Target] = []
    marker = _MARKER.match(text, start, end)
    start = marker.end() if marker else start
    for begin, finish in clauses(text, start, end):
        clause = text[begin:finish]
        if not any(c.isdigit() for c in clause) or _PAST.search(clause):
            continue
        quantities = [
            q for q in find_quantities(text, begin, finish) if _aims(text, begin, q, goals, clause)
        ]
        for quantity, reading in read_clause(text, begin, finish, quantities):
            time = time_of(clause, text[begin : quantity.end + 6]) or time_of(text[start:begin], "")
            time = time or above or _headed(section, sections)
            out.append(_target(flow, quantity, reading, time, bool(_AIM.search(clause))))
    return out


def _aims(text: str, start: int, quantity: Quantity, goals: bool, clause: str) -> bool:
    """Whether a number is something to reach here."""
    if quantity.percent:
        return True
    before = text[start : quantity.start].rstrip()
    if not text[quantity.end : quantity.end + 3].strip(" .,;"):
        return False
    does = _DOES.search(before) is not None or not before.strip(" -–+*•")
    if quantity.compared:
        return does or goals or _AIM.search(clause) is not None
    return does and (goals or _AIM.search(clause) is not None)


def _headed(section: Section | None, sections: Sequence[Section]) -> TaskTime | None:
    """The time that the nearest dated heading above gives its targets."""
    while section is not None:
        time = time_of(section.heading.title) if section.heading.title else None
        if time is not None:
            return time
        section = sections[section.parent] if section.parent is not None else None
    return None


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


def _once(targets: Sequence[Target]) -> list[Target]:
    seen = {}
    for target in targets:
        key = (target.value, target.unit, words_key(target.indicator), target.time)
        seen.setdefault(key, target)
    return sorted(seen.values(), key=lambda t: t.span.start if t.span else 0)


__all__ = ["find_targets"]
