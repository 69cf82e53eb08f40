"""Texts of a duty: a stretch behind a unit's name cut into what the unit has to do."""

import re
from itertools import takewhile

from extract.context import Context
from extract.flow import Flow
from extract.markers import marker_at
from extract.sentences import clauses
from extract.subjects import Subject
from extract.units import read_unit
from extract.values import clean
from schemas import Duty, DutyText, Unit

# What is said to everybody behind the duties of the last.
_ASIDE = re.compile(r"(?:Trong q|Q)uá trình (?:thực hiện|triển khai|tổ chức)")


def duty_of_subject(flow: Flow, context: Context, subject: Subject, end: int) -> Duty | None:
    """Everything behind the unit's name is its duty, `chủ trì, phối hợp với …` included."""
    unit = read_unit(flow.text[slice(*subject.lead)], context)
    work = subject.lead[1]
    while work < end and flow.text[work] in " ,:":
        work += 1
    return duty_of(flow, unit, subject.lead, work, end)


def duty_of(flow: Flow, unit: Unit, head: tuple[int, int], start: int, end: int) -> Duty | None:
    """The duty of a unit named at `head`, None where the stretch says nothing."""
    pieces = _pieces(flow, start, end)
    texts = [
        DutyText(text=words, **flow.ground(s, e))
        for s, e in takewhile(lambda piece: not _ASIDE.match(flow.text, *piece), pieces)
        if len(words := clean(flow.text[s:e])) > 3
    ]
    if not texts:
        return None
    return Duty(unit=unit, duties=tuple(texts), **flow.ground(*head))


def _pieces(flow: Flow, start: int, end: int) -> list[tuple[int, int]]:
    """One piece for each bullet; where there are none, for each sentence and `;`-part."""
    stretches: list[tuple[int, int, bool]] = []
    for i in range(flow.paragraph_at(start), len(flow.paragraphs)):
        paragraph = flow.paragraphs[i]
        if paragraph.start >= end:
            break
        s, e = max(start, paragraph.start), min(end, paragraph.end)
        marker = marker_at(flow.text, s, e) if s == paragraph.start else None
        if s < e and flow.text[s:e].strip(" .:;,"):
            stretches.append((marker.end if marker else s, e, bool(marker)))
    bulleted = any(b for _, _, b in stretches)
    out: list[tuple[int, int]] = []
    for n, (s, e, bullet) in enumerate(stretches):
        announces = flow.text[s:e].rstrip().endswith(":") and n + 1 < len(stretches)
        if announces and stretches[n + 1][2]:
            continue
        out += [(s, e)] if bullet or (bulleted and n) else list(clauses(flow.text, s, e))
    return out
