"""Remark (nhận xét): a finding as a note at its words, ready to be put into a copy of the file.

Remarks are made where the language is known and applied in a process that knows none.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from kehoach.cli.finding_list import SEVERITY_WORDS, advice_of, message_of, where_words
from kehoach.i18n import _, language
from schemas import Box, Evidence, Finding, Plan, Severity

_MOST_PLACES = 20  # of one cause; the note itself tells how many there are


@dataclass(frozen=True, slots=True)
class Remark:
    """A note on `text[start:end]` of part `part` of the file; `lines` are its paragraphs.

    `page` counts from 1; `boxes` are known for scans, where no letters can be looked for.
    """

    part: int
    start: int
    end: int
    page: int | None
    boxes: tuple[Box, ...]
    severity: Severity
    lines: tuple[str, ...]


def remarks_on(plans: Sequence[Plan], findings: Sequence[Finding]) -> list[Remark]:
    """One note at the words of each finding, and one at each other place that it is about."""
    parts = {plan.id: number for number, plan in enumerate(plans)}
    out: list[Remark] = []
    number = 0
    for finding in findings:
        part = parts.get(finding.document.id)
        if part is None or finding.status == "dismissed":
            continue
        number += 1
        own = [e for e in finding.evidence if e.document and e.document.id == finding.document.id]
        out.append(_remark(part, plans[part], finding, _first(own), _whole(number, finding)))
        for piece in own[1:_MOST_PLACES]:
            if piece.span and piece.as_written and piece.span != own[0].span:
                lines = (_head(number, finding), _("Another place of the same finding."))
                out.append(_remark(part, plans[part], finding, piece, lines))
    return out


def _first(own: Sequence[Evidence]) -> Evidence:
    return own[0] if own else Evidence()


def _remark(
    part: int, plan: Plan, finding: Finding, piece: Evidence, lines: tuple[str, ...]
) -> Remark:
    start, end = (piece.span.start, piece.span.end) if piece.span else (0, 0)
    start, end = _line_around(plan.text, start, end)
    boxes = piece.boxes or _boxes_around(plan, start, end)
    page = piece.span.page if piece.span else None
    return Remark(part, start, end, page, boxes, finding.severity, lines)


def _line_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Where nothing is quoted, the line at which it should stand, or the next that has words."""
    if text[start:end].strip():
        return start, end
    begin = text.rfind("\n", 0, start) + 1
    while begin < len(text):
        stop = text.find("\n", begin)
        stop = len(text) if stop < 0 else stop
        if text[begin:stop].strip():
            return begin, stop
        begin = stop + 1
    return start, end


def _boxes_around(plan: Plan, start: int, end: int) -> tuple[Box, ...]:
    """The boxes of the smallest item of the record that holds the words."""
    holding = [
        (item.span.end - item.span.start, item.boxes)
        for group in (plan.citations, plan.outline, plan.campaigns, plan.tasks, plan.anniversaries)
        for item in group
        if item.span and item.boxes and item.span.start <= start and end <= item.span.end
    ]
    return min(holding, default=(0, ()))[1]


def _whole(number: int, finding: Finding) -> tuple[str, ...]:
    lines = [_head(number, finding), message_of(finding)]
    for place, piece in enumerate(finding.evidence):
        if not (piece.as_written or piece.source):
            continue
        label = _("Here") if place == 0 else _("Against")
        words = f"“{piece.as_written}”" if piece.as_written else "–"
        where = where_words(piece, finding)
        lines.append(f"{label}: {words}" + (f" ({where})" if where else ""))
    if advice_of(finding):
        lines.append(f"→ {advice_of(finding)}")
    return tuple(lines)


def _head(number: int, finding: Finding) -> str:
    """`3. CẢNH BÁO · C12: thể loại không khớp ký hiệu`."""
    from checks import rule

    title = getattr(rule(finding.rule).title, language())
    return f"{number}. {_(SEVERITY_WORDS[finding.severity])} · {finding.rule}: {title}"
