"""Phases (đợt, giai đoạn, quý, tháng): the named stretches of a plan's own time.

A phase is printed with its days (`Đợt 1 (từ 05/9 đến 20/11)`, `Giai đoạn 2: 2027 - 2030`), or
is a quarter or a month used as a heading. `giai đoạn 2021-2025` inside a name, `theo đợt` and
the time column of a table are none.
"""

import re
from collections.abc import Sequence

from extract.context import Context
from extract.flow import Flow
from extract.markers import Marker, marker_at
from extract.paragraphs import Paragraph
from extract.sections import Section
from extract.times.chains import Chain, find_chains
from extract.times.modalities import modality_of
from extract.times.reading import times_of
from extract.times.sequence import in_sequence
from extract.values import clean
from extract.years_above import YearsAbove
from schemas import Phase, TaskTime

_ORDER = (
    r"(?:thứ\s+(?:nhất|hai|ba|tư|bốn|năm|sáu|bảy|[1-9])|\d{1,2}(?![\d/]|\s*[-–]\s*\d)|[IVX]{1,4}"
    r"|một|hai|ba|cao điểm|đầu tiên|cuối cùng|đầu|cuối)(?!\w)"
)
# weeks, steps and rounds are phases only where a colon or a bracket brings their own days
_NAMED = re.compile(
    rf"(?:[Đđ]ợt|ĐỢT|[Gg]iai đoạn|GIAI ĐOẠN)\s+{_ORDER}(?:\s+(?:năm\s+\d{{4}})(?=\s*[:(]))?"
    rf"|(?:Tuần|TUẦN|Bước|BƯỚC|Vòng|VÒNG|Chặng|CHẶNG|[Cc]ao điểm)\s+{_ORDER}"
    r"(?=\s*[:(]|\s*[.–-]\s[^\n(:;]{2,60}\((?:[Tt]ừ\s|\d))"
    r"|(?:Giai đoạn|GIAI ĐOẠN|Đợt|ĐỢT)\s+(?i:chuẩn bị|khởi động|thí điểm|triển khai|thực hiện"
    r"|tổ chức|nhân rộng|hoàn thiện|sơ kết|tổng kết|kết thúc|phát động)(?=\s*[:(])"
)
# a stage named in other words at the beginning of a line: `Giai đoạn ứng phó (từ tháng 6 …)`
_TITLED = re.compile(r"(?:Giai đoạn|GIAI ĐOẠN)\s+[^\W\d][^\n(:.;\d]{2,50}?(?=\s*\((?:[Tt]ừ\s|\d))")
# cheap: where `_NAMED` is worth trying
_NOUN = re.compile(
    r"(?:đợt|Đợt|ĐỢT|giai đoạn|Giai đoạn|GIAI ĐOẠN|Tuần|TUẦN|Bước|BƯỚC|Vòng|VÒNG|Chặng|CHẶNG"
    r"|cao điểm|Cao điểm) "
)
# between the name and its days: `được tổ chức`, `thực hiện`, `thời gian:`
_BETWEEN = re.compile(
    r"[\s:(,.–—-]*(?:(?:được\s+)?(?:tổ chức|thực hiện|triển khai|tiến hành|diễn ra|bắt đầu"
    r"|hoàn thành|kiểm tra|ra quân|phát động|thi đua|thời gian(?:\s+thực hiện)?|dự kiến|kéo dài)"
    r"\s*:?\s*)?"
    r"[\s:(,–—-]*"
)
_STRETCH = 110  # characters behind a phase's name in which its days begin and end
_BRACKET = re.compile(r"[^;(\n]{0,100}?\(\s?")
_SENTENCE_END = re.compile(r"[;\n]|\.\s|\)")
_HEADING_KINDS = ("month", "quarter", "half")
_RANGE_KINDS = (*_HEADING_KINDS, "day")
_LEAD_IN = re.compile(
    r"(?:(?:các\s+)?(?:nhiệm vụ|công việc|nội dung|hoạt động|kế hoạch|công tác)"
    r"(?:\s+(?:trọng tâm|chủ yếu|cụ thể|thực hiện|công tác))*\s+)?(?:(?:của|trong|vào)\s+)?",
    re.IGNORECASE,
)
_IN = re.compile(r"^(?:trong|vào)\s+", re.IGNORECASE)
_QUARTERLY = re.compile(r"tháng|Tháng|THÁNG|quý|quí|Quý|Quí|QUÝ|QUÍ|Từ (?:ngày )?\d|TỪ NGÀY")
_NUMBERED = ("roman", "dotted", "number", "letter", "part", "section", "paren")


def find_phases(flow: Flow, sections: Sequence[Section], context: Context) -> list[Phase]:
    """The phases in order of the text, each label with its days once."""
    headings = {s.start for s in sections if s.heading.title}
    years = YearsAbove(sections, context)
    found = _named(flow, years)
    for i, paragraph in enumerate(flow.paragraphs):
        head = min(paragraph.end, paragraph.start + _STRETCH)
        if not _QUARTERLY.search(flow.text, paragraph.start, head):
            continue
        heads = paragraph.start in headings or _over_bullets(flow, i)
        heading = _heading(flow, paragraph, heads, years)
        if heading is not None:
            found.append(heading)
    out: list[Phase] = []
    seen: set[tuple[object, ...]] = set()
    for at, printed in sorted(found, key=lambda f: f[0]):
        told = years.at(at).inherited is not None  # a heading says which year
        phase = printed if told else _following(printed, out[-1] if out else None)
        key = (phase.label.casefold(), phase.start, phase.end)
        if key not in seen:
            seen.add(key)
            out.append(phase)
    return out


def _following(phase: Phase, before: Phase | None) -> Phase:
    """A phase whose year is assumed, in sequence with the one before it."""
    if before is None or "year" not in phase.assumed:
        return phase
    time = TaskTime(start=phase.start, end=phase.end, assumed=phase.assumed)
    found = in_sequence(time, TaskTime(start=before.start, end=before.end))
    return phase.model_copy(update={"start": found.start, "end": found.end})


def _over_bullets(flow: Flow, i: int) -> bool:
    """Whether a short line without a marker stands over bullets: `Tháng 6` of a timetable."""
    paragraph = flow.paragraphs[i]
    if paragraph.end - paragraph.start > _STRETCH or i + 1 >= len(flow.paragraphs):
        return False
    below = flow.paragraphs[i + 1]
    marker = marker_at(flow.text, below.start, below.end)
    if marker is None or marker.kind != "bullet" or paragraph.place is not None:
        return False
    return marker_at(flow.text, paragraph.start, paragraph.end) is None


def _named(flow: Flow, years: YearsAbove) -> list[tuple[int, Phase]]:
    """`Đợt thứ nhất từ nay đến ngày 31/5/2024: …`, `Giai đoạn 1: 2024 - 2026`."""
    text = flow.text
    found = []
    last = -1  # where the phase named before ends
    for noun in _NOUN.finditer(text):
        paragraph = flow.paragraphs[flow.paragraph_at(noun.start())]
        match = _NAMED.match(text, noun.start(), paragraph.end)
        if match is None and text[noun.start()] == "G" and _begins(text, paragraph, noun.start()):
            match = _TITLED.match(text, noun.start(), paragraph.end)
        if match is None:
            continue
        listed = last >= paragraph.start and text[last : match.start()].strip() in ("và", ",")
        if not listed and not _opens(text, paragraph, match.start()):
            continue
        last = match.end()
        held = _days_behind(text, match.end(), paragraph.end, years.at(match.start()))
        if held is None:
            continue
        end, time = held
        label = clean(text[match.start() : match.end()])
        found.append((match.start(), _phase(flow, label, match.start(), end, time)))
    return found


def _begins(text: str, paragraph: Paragraph, start: int) -> bool:
    """Whether an offset is where the words of a paragraph begin."""
    marker = marker_at(text, paragraph.start, paragraph.end)
    return start == (marker.end if marker else paragraph.start)


def _opens(text: str, paragraph: Paragraph, start: int) -> bool:
    """Whether a phase's name begins a clause; inside one, `giai đoạn I` names something else."""
    if text[start].isupper():
        return True
    before = text[paragraph.start : start].rstrip()
    return not before or before[-1] in ".:;(-–+" or (text[start] == "đ" and before[-1] == ",")


def _days_behind(text: str, start: int, end: int, context: Context) -> tuple[int, TaskTime] | None:
    """The days that stand right behind a phase's name, and where they end.

    Days in brackets at the end of its title are those of the whole phase and sharper than a
    quarter named before them.
    """
    between = _BETWEEN.match(text, start, end)
    begin = between.end() if between else start
    near = _read_at(text, begin, end, context)
    if near is not None and text[near[0] : near[0] + 1] == ")":
        return near
    bracket = _BRACKET.match(text, near[0] if near else start, end)
    if bracket is not None:
        sharper = _read_at(text, bracket.end(), end, context)
        closed = sharper is not None and text[sharper[0] : sharper[0] + 1] == ")"
        if sharper is not None and closed and (near is None or sharper[1].start):
            return sharper
    return near


def _read_at(text: str, begin: int, end: int, context: Context) -> tuple[int, TaskTime] | None:
    """The one stretch of days that begins at an offset."""
    stop = _SENTENCE_END.search(text, begin, min(end, begin + _STRETCH))
    limit = stop.start() if stop else min(end, begin + _STRETCH)
    for chain in find_chains(text, begin, limit):
        if chain.start != begin or modality_of(chain) in ("reference", "condition", "recurring"):
            return None
        times = times_of(chain, context, text[chain.start : chain.end])
        if len(times) == 1 and (times[0].start or times[0].end):
            return chain.end, times[0]
        return None
    return None


def _heading(
    flow: Flow, paragraph: Paragraph, is_heading: bool, years: YearsAbove
) -> tuple[int, Phase] | None:
    """A quarter, half or month that is a heading: `1. Quý I năm 2024`, `1. Tháng 3: …`."""
    text = flow.text
    if paragraph.place is not None and not _spans_row(flow, paragraph):
        return None
    head = min(paragraph.end, paragraph.start + _STRETCH)
    marker = marker_at(text, paragraph.start, paragraph.end)
    begin = marker.end if marker else paragraph.start
    lead = _LEAD_IN.match(text, begin, head)
    low = lead.end() if lead else begin
    chain = _chain_at(text, low, head)
    if chain is None or not _is_title(text, paragraph, chain, marker, is_heading):
        return None
    times = times_of(chain, years.at(paragraph.start), text[chain.start : chain.end])
    if len(times) != 1 or not (times[0].start and times[0].end):
        return None
    label = clean(_IN.sub("", text[chain.start : chain.end]))
    return chain.start, _phase(flow, label, chain.start, chain.end, times[0])


def _chain_at(text: str, start: int, end: int) -> Chain | None:
    """The expression that begins at an offset, its prefix aside, if it is of the right kind."""
    for chain in find_chains(text, start, end):
        if chain.start != start or chain.rhythm is not None:
            return None
        ranged = chain.items[0].last is not None
        kinds = _RANGE_KINDS if ranged else _HEADING_KINDS
        open_ended = ("before", "by", "until", "after", "finish", *(() if ranged else ("from",)))
        fits = chain.head.atom.kind in kinds and not chain.head.has(*open_ended)
        return chain if fits else None
    return None


def _is_title(
    text: str, paragraph: Paragraph, chain: Chain, marker: Marker | None, is_heading: bool
) -> bool:
    """The words are all of a heading, or its run-in label before a colon."""
    rest = text[chain.end : paragraph.end].strip(" .:)")
    numbered = marker is not None and marker.kind in _NUMBERED
    if not rest:
        return (
            is_heading
            or marker is not None
            or paragraph.place is not None
            or text[paragraph.start : paragraph.end].rstrip().endswith(":")
        )
    run_in = text[chain.end : chain.end + 2].strip()[:1] == ":"
    return run_in and (numbered or is_heading)


def _spans_row(flow: Flow, paragraph: Paragraph) -> bool:
    """A cell merged over its whole row heads the rows below it."""
    place = paragraph.place
    if place is None:
        return False
    cells = flow.reading.tables[place.table].rows[place.row]
    return len(cells) > 1 and all(c.parts == cells[0].parts for c in cells)


def _phase(flow: Flow, label: str, start: int, end: int, time: TaskTime) -> Phase:
    return Phase(
        label=label,
        start=time.start,
        end=time.end,
        assumed=time.assumed,
        **flow.ground(start, end),
    )
