"""Extent of a header: the lines that can belong to it, and where the body begins."""

import re
from collections.abc import Sequence

from extract.flow import Flow
from extract.head.letterhead import LETTERED, Mark
from extract.head.letters import BODY, TO
from extract.lines import Line
from extract.markers import marker_at

_ZONE = 70  # printed lines; no letterhead with its title is longer
_ATTACHED = re.compile(r"\(\s*(?:Ban hành|Kèm theo|Đính kèm|Phê duyệt|Dự thảo)", re.IGNORECASE)
_FURNITURE = ("rule", "mark", "date", "number", "nation", "motto")


def zone_of(flow: Flow) -> list[tuple[Line, int, int | None]]:
    """The first printed lines, each with its paragraph and the column of its table cell."""
    out: list[tuple[Line, int, int | None]] = []
    for index, paragraph in enumerate(flow.paragraphs):
        column = paragraph.place.column if paragraph.place else None
        out.extend((line, index, column) for line in paragraph.lines)
        if len(out) >= _ZONE:
            break
    return out[:_ZONE]


def lettered(marks: Sequence[Mark]) -> int:
    """Without a title: how many marks from the start still belong to a letterhead."""
    last = 0
    for i, mark in enumerate(marks[:25]):
        if mark.tag in LETTERED:
            last = i + 1
        elif mark.tag == "words" and BODY.match(mark.words):
            break
    return last


def trailing(flow: Flow, marks: Sequence[Mark], last: int) -> int:
    """Rules, notes in brackets, the authority and `Kính gửi` after the subject are head too."""
    addressed = False
    for i in range(last + 1, len(marks)):
        mark = marks[i]
        words = mark.words
        bracket = words.endswith(")") and marks[last].words.startswith("(")
        if mark.tag in _FURNITURE or _ATTACHED.match(words) or bracket:
            last = i
        elif TO.match(words):
            addressed, last = True, i
        elif (addressed and _addressee(words)) or _authority(flow, mark):
            last = i
        else:
            break
    return last


def _addressee(words: str) -> bool:
    return len(words) < 160 and words[-1:] in ";." and not BODY.match(words)


def _authority(flow: Flow, mark: Mark) -> bool:
    numbered = marker_at(flow.reading.text, mark.start, mark.end)
    return mark.words.isupper() and numbered is None


def after(flow: Flow, marks: Sequence[Mark], last: int) -> int:
    """The flat offset right after a mark: the next paragraph, or the rest of this one."""
    if last < 0 or not marks:
        return 0
    mark = marks[min(last, len(marks) - 1)]
    paragraph = flow.paragraphs[mark.paragraph]
    at = flow.flat_within(mark.end, paragraph.start, paragraph.end)
    if flow.text[at : paragraph.end].strip(" .:*-"):
        while flow.text[at].isspace():
            at += 1
        return at
    following = mark.paragraph + 1
    return flow.starts[following] if following < len(flow.starts) else len(flow.text)
