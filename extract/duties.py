"""Duties: who answers for what, from the section on organising the work."""

import re
from collections.abc import Sequence

from extract.assignees import assigns_too, banner_unit, organises, unit_of_title
from extract.context import Context
from extract.duty_texts import duty_of, duty_of_subject
from extract.flow import Flow
from extract.markers import marker_at
from extract.paragraphs import Paragraph
from extract.sections import Frame, Section
from extract.sentences import clauses
from extract.subjects import subject_at
from extract.units.letters import UPPER
from schemas import Duty

_ASSIGNED = re.compile(rf"(?:Giao|Phân công)\s+(?=[{UPPER}])")
_OPENS = re.compile(r"(?:\A|(?<=[.;:]\s)|(?<=\n))(?:[-+*•]\s*)?\Z")
_CLOSING = re.compile(
    r"Trên đây là|Kinh phí|(?:Trong q|Q)uá trình|Kế hoạch này (?:có hiệu lực|được|thay thế)"
    r"|Nhận được (?:Kế hoạch|[Vv]ăn bản) này|Căn cứ (?:nội dung )?[Kk]ế hoạch này, (?:các|đề nghị)"
    r"|Yêu cầu (?:các|toàn thể|(?:[Tt]hủ |[Hh]iệu )?[Tt]rưởng|[Gg]iám đốc|[Ll]ãnh đạo)(?!\w)"
    rf"|[{UPPER}][^.;:\n]{{2,80}} (?:yêu cầu|đề nghị) (?:các|[Tt]hủ trưởng|[Hh]iệu trưởng)"
    r"[^\n]{0,200}(?:thực hiện|triển khai|Kế hoạch)"
)

# `Đơn vị chủ trì: Phòng A` says who does the work above.
_DOERS = re.compile(r"(?:Đơn vị|Cơ quan|Bộ phận)\s+(?:chủ trì|phối hợp|thực hiện)[^:\n]{0,20}:")
_LEAST_WORK = 12  # characters of a title behind its unit that are work


def _content(flow: Flow, start: int, end: int) -> int:
    marker = marker_at(flow.text, start, end)
    return marker.end if marker else start


def find_duties(
    flow: Flow, frame: Frame, sections: Sequence[Section], context: Context
) -> list[Duty]:
    """One duty for each unit that the organising sections address, in order."""
    found: list[Duty] = []
    covered: list[tuple[int, int]] = []
    for i, section in enumerate(sections):
        if not organises(section) or any(s <= section.start < e for s, e in covered):
            continue
        covered.append((section.start, section.end))
        found += _of_section(flow, frame, sections, context, i)
    found += _assigned(flow, frame, context, covered)
    return _joined(found)


def _joined(found: Sequence[Duty]) -> list[Duty]:
    """One entry for each unit: where a plan goes by themes, it is addressed under several."""
    units: dict[tuple[str, str | None, bool], Duty] = {}
    for duty in found:
        key = (duty.unit.name.casefold(), duty.unit.area, duty.unit.group)
        before = units.get(key)
        if before is not None:
            duty = before.model_copy(update={"duties": (*before.duties, *duty.duties)})
        units[key] = duty
    return list(units.values())


def _of_section(
    flow: Flow, frame: Frame, sections: Sequence[Section], context: Context, i: int
) -> list[Duty]:
    """Duties of the units that a section's headings or paragraphs begin with."""
    section = sections[i]
    end = _end(flow, frame, section)
    children = [j for j, s in enumerate(sections) if s.parent == i]
    if assigns_too(section):
        return _of_themes(flow, frame, sections, context, children)
    if not children:
        return _run_in(flow, context, section.body, end)
    found = _run_in(flow, context, section.body, sections[children[0]].start)
    for j in children:
        found += _of_child(flow, frame, sections, context, j)
    return found


def _of_themes(
    flow: Flow, frame: Frame, sections: Sequence[Section], context: Context, children: Sequence[int]
) -> list[Duty]:
    """Duties of the headings under a section, at any depth, that are units."""
    found: list[Duty] = []
    for j in children:
        title = sections[j].heading.title
        unit = unit_of_title(title, context, trusted=True) if title else None
        if unit is not None:
            found += _of_child(flow, frame, sections, context, j)
        else:
            below = [k for k, s in enumerate(sections) if s.parent == j]
            found += _of_themes(flow, frame, sections, context, below)
    return found


def _end(flow: Flow, frame: Frame, section: Section) -> int:
    """Where a section's own words end: the closing formula belongs to nobody."""
    end = min(section.end, frame.foot_start) if section.start < frame.foot_start else section.end
    closing = next(
        (
            p.start
            for p in flow.paragraphs[flow.paragraph_at(section.start) :]
            if p.start < end and _CLOSING.match(flow.text, _content(flow, p.start, p.end))
        ),
        end,
    )
    return min(end, closing)


def _of_child(
    flow: Flow, frame: Frame, sections: Sequence[Section], context: Context, j: int
) -> list[Duty]:
    child = sections[j]
    end = _end(flow, frame, child)
    title = child.heading.title
    grandchildren = [k for k, s in enumerate(sections) if s.parent == j]
    if title:
        sentence = _sentence(flow, child, end)
        unit = None if sentence else unit_of_title(title, context, trusted=True)
        if unit is not None:
            duty = duty_of(flow, unit, (child.start, child.body), child.body, end)
            return [duty] if duty else []
        begin = _content(flow, child.start, end)
        acts = subject_at(flow.text, begin, _paragraph_end(flow, begin, end))
        if grandchildren and acts is None:  # `2. Trạm Y tế báo cáo như sau:` has one who acts
            return [d for k in grandchildren for d in _of_child(flow, frame, sections, context, k)]
    begin = _content(flow, child.start, end)
    subject = subject_at(flow.text, begin, _paragraph_end(flow, begin, end))
    if subject is None:
        return _run_in(flow, context, child.body, end) if title else []
    duty = duty_of_subject(flow, context, subject, end)
    return [duty] if duty else []


def _sentence(flow: Flow, section: Section, end: int) -> bool:
    """Whether a title is a whole sentence: `5. Đề nghị Hội Nông dân xã vận động hội viên.`"""
    begin = _content(flow, section.start, end)
    stop = _paragraph_end(flow, begin, end)
    if flow.text[stop - 1 : stop] not in (".", ";") or flow.text.find(":", begin, stop) >= 0:
        return False
    subject = subject_at(flow.text, begin, stop)
    return subject is not None and subject.lead[1] < min(section.body, stop) - _LEAST_WORK


def _run_in(flow: Flow, context: Context, start: int, end: int) -> list[Duty]:
    """Paragraphs and bullets that each begin with the unit they address."""
    found: list[Duty] = []
    paragraphs = [p for p in flow.paragraphs if start <= p.start < end and p.place is None]
    for n, paragraph in enumerate(paragraphs):
        begin = _content(flow, paragraph.start, paragraph.end)
        unit = banner_unit(flow, flow.paragraph_at(paragraph.start), context)
        if unit is not None:
            stop = _bullets_end(flow, paragraphs, n)
            head = (paragraph.start, paragraph.end)
            duty = duty_of(flow, unit, head, paragraph.end, min(stop, end))
            found += [duty] if duty else []
            continue
        subject = subject_at(flow.text, begin, paragraph.end)
        if subject is None or _DOERS.match(flow.text, begin):
            continue
        stop = paragraph.end
        marker = marker_at(flow.text, paragraph.start, paragraph.end)
        if flow.text[paragraph.end - 1] == ":":  # the unit's bullets follow
            for later in paragraphs[n + 1 :]:
                other = marker_at(flow.text, later.start, later.end)
                if (other and other.kind) == (marker and marker.kind):
                    break
                stop = later.end
        duty = duty_of_subject(flow, context, subject, stop)
        found += [duty] if duty else []
    return found


def _bullets_end(flow: Flow, paragraphs: Sequence[Paragraph], n: int) -> int:
    """Where the bullets under the n-th paragraph end."""
    stop = paragraphs[n].end
    for later in paragraphs[n + 1 :]:
        marker = marker_at(flow.text, later.start, later.end)
        if marker is None or marker.kind != "bullet":
            break
        stop = later.end
    return stop


def _assigned(
    flow: Flow, frame: Frame, context: Context, covered: Sequence[tuple[int, int]]
) -> list[Duty]:
    """`Giao Sở X chủ trì …` outside the organising sections."""
    found: list[Duty] = []
    for match in _ASSIGNED.finditer(flow.text, frame.body_start, frame.foot_start):
        start = match.start()
        opens = _OPENS.search(flow.text, max(frame.body_start, start - 3), start)
        if opens is None or any(s <= opens.start() < e for s, e in covered):
            continue
        end = _paragraph_end(flow, match.end(), frame.foot_start)
        clause = next(((s, e) for s, e in clauses(flow.text, start, end)), None)
        subject = subject_at(flow.text, *clause) if clause else None
        if clause is None or subject is None or not subject.assigned:
            continue
        duty = duty_of_subject(flow, context, subject, clause[1])
        found += [duty] if duty else []
    return found


def _paragraph_end(flow: Flow, offset: int, end: int) -> int:
    return min(end, flow.paragraphs[flow.paragraph_at(offset)].end)
