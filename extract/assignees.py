"""Assignees: the unit that a heading of an assignment consists of."""

import re
from collections.abc import Sequence

from extract.context import Context
from extract.flow import Flow
from extract.markers import marker_at
from extract.sections import Section, section_at
from extract.subjects import begins_unit, subject_at, without_assignment
from extract.units import read_unit
from schemas import Unit

_TITLE_WORDS = 30
# `Các cơ quan tham mưu, giúp việc Tỉnh ủy`: verbs that tell which bodies are meant.
_NAMED_BY_VERB = re.compile(
    r"\s*(?:tham mưu|giúp việc|phối hợp|quản lý|được|chuyên môn|có |tư vấn|thông tin"
    r"|thực hiện (?:nhiệm vụ|chương trình))"
)


def heading_unit(
    flow: Flow, sections: Sequence[Section], offset: int, context: Context
) -> tuple[Unit, ...]:
    """The unit that the innermost heading or numbered paragraph above names, as leads of what
    stands under it."""
    section = section_at(sections, offset)
    while section is not None:
        title = section.heading.title
        unit = unit_of_title(title, context) if title else _addressed(flow, section, context)
        if unit is not None:
            return (unit,)
        section = sections[section.parent] if section.parent is not None else None
    return ()


def unit_of_title(title: str, context: Context) -> Unit | None:
    """The unit that a heading of an assignment consists of, None for any other heading."""
    words = without_assignment(title.strip(" :.,"))
    if not begins_unit(words) or len(words.split()) > _TITLE_WORDS:
        return None
    subject = subject_at(words + ":", 0, len(words) + 1) or subject_at(
        words + ": x", 0, len(words) + 3
    )
    whole = subject is not None and subject.lead[1] >= len(words)
    if not whole and subject is not None and not _NAMED_BY_VERB.match(words, subject.lead[1]):
        return None
    return read_unit(words, context)


def _addressed(flow: Flow, section: Section, context: Context) -> Unit | None:
    """The unit that a numbered paragraph without a title begins with."""
    paragraph = flow.paragraphs[flow.paragraph_at(section.start)]
    marker = marker_at(flow.text, section.start, paragraph.end)
    subject = subject_at(flow.text, marker.end if marker else section.start, paragraph.end)
    return read_unit(flow.text[slice(*subject.lead)], context) if subject else None
