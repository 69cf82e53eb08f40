"""Assignees: the unit that a heading of an assignment consists of."""

import re
from collections.abc import Sequence

from extract.context import Context
from extract.flow import Flow
from extract.markers import marker_at
from extract.sections import Section, section_at
from extract.subjects import begins_unit, subject_at, without_assignment
from extract.units import read_unit, unit_at
from schemas import Unit

# `Sở Tài chính chủ trì, phối hợp các sở`, `Bộ Chỉ huy quân sự tỉnh chỉ đạo lực lượng …`
_CHAIRS = re.compile(r"(?<!ban)(?<!ban,)\s+(?:chủ trì|chỉ đạo)(?:[,\s].*)?$", re.IGNORECASE)
_TITLE_WORDS = 30
_BANNER = 120  # characters of a line that names a unit over its bullets
_MOST_BULLETS = 24
_ORGANISING = re.compile(
    r"(?:công tác )?(?:tổ chức (?:thực hiện|triển khai)|phân công|trách nhiệm|nhiệm vụ của các"
    r" (?:cơ quan|đơn vị|cấp))(?!\w)",
    re.IGNORECASE,
)
# A whole sentence that announces what follows: its subject is the unit.
_LEAD_IN = re.compile(r"(?:như sau|sau đây|sau|cụ thể|gồm|gồm có|trong đó)$")
# `Giải pháp thực hiện và phân công nhiệm vụ`: themes, and units under them.
_ASSIGNS_TOO = re.compile(
    r"(?:,|\svà)\sphân công (?:nhiệm vụ|trách nhiệm|thực hiện|công việc)(?: thực hiện)?\W*$",
    re.IGNORECASE,
)
_ORGANISING_WORDS = 10  # a longer title speaks of work, `Tổ chức thực hiện tốt các phong trào …`


def organises(section: Section) -> bool:
    """Whether a heading opens the part of a plan that says who does what."""
    title = section.heading.title or ""
    top = section.heading.level == 1 or title.isupper()
    most = _ORGANISING_WORDS if top else _ORGANISING_WORDS // 2
    if top and len(title.split()) <= _TITLE_WORDS and _ASSIGNS_TOO.search(title):
        return True
    return bool(_ORGANISING.match(title)) and len(title.split()) <= most


def assigns_too(section: Section) -> bool:
    """Whether a heading speaks of work first and of who does it too: only headings under it
    that are units say who."""
    return organises(section) and not _ORGANISING.match(section.heading.title or "")


def heading_unit(
    flow: Flow, sections: Sequence[Section], offset: int, context: Context
) -> tuple[Unit, ...]:
    """The unit that the innermost heading or numbered paragraph above names, as leads of what
    stands under it."""
    chain: list[Section] = []
    section = section_at(sections, offset)
    low = section.start if section else 0
    while section is not None:
        chain.append(section)
        section = sections[section.parent] if section.parent is not None else None
    if any(organises(above) for above in chain):
        banner = banner_above(flow, offset, low, context)
        if banner is not None:
            return (banner,)
    for depth, above in enumerate(chain):
        trusted = any(organises(outer) for outer in chain[depth + 1 :])
        title = above.heading.title
        unit = unit_of_title(title, context, trusted=trusted) if title else None
        unit = unit or _addressed(flow, above, context)
        if unit is not None:
            return (unit,)
    return ()


def banner_unit(flow: Flow, i: int, context: Context) -> Unit | None:
    """The unit that a line without a number begins with, where bullets stand under it: a
    heading of a section that organises the work."""
    if i + 1 >= len(flow.paragraphs) or flow.paragraphs[i].place is not None:
        return None
    paragraph, below = flow.paragraphs[i], flow.paragraphs[i + 1]
    words = flow.text[paragraph.start : min(paragraph.end, paragraph.start + _BANNER)]
    if paragraph.end - paragraph.start >= _BANNER or words.rstrip()[-1:] in (".", ";", ","):
        return None
    if marker_at(flow.text, paragraph.start, paragraph.end) or not _bulleted(flow, below.start):
        return None
    return unit_of_title(words, context, trusted=True)


def banner_above(flow: Flow, offset: int, low: int, context: Context) -> Unit | None:
    """The unit of the line over the bullets that an offset stands in, none before `low`."""
    i = flow.paragraph_at(offset)
    if not _bulleted(flow, flow.paragraphs[i].start):
        return None
    for j in range(i - 1, max(-1, i - _MOST_BULLETS), -1):
        start = flow.paragraphs[j].start
        if start < low:
            return None
        if not _bulleted(flow, start):
            return banner_unit(flow, j, context)
    return None


def _bulleted(flow: Flow, start: int) -> bool:
    marker = marker_at(flow.text, start, flow.paragraphs[flow.paragraph_at(start)].end)
    return marker is not None and marker.kind == "bullet"


def unit_of_title(title: str, context: Context, *, trusted: bool) -> Unit | None:
    """The unit that a heading of an assignment consists of, None for any other heading.

    Under a heading that organises the work (`trusted`) every heading that begins with a unit
    is one, whatever verbs its name holds (`Ban Quản lý …, các công ty quản lý …`).
    """
    words = without_assignment(title.strip(" :.,"))
    if not begins_unit(words) or len(words.split()) > _TITLE_WORDS or _LEAD_IN.search(words):
        return None
    if trusted:
        return read_unit(_CHAIRS.sub("", words), context)
    # A stand-in for the work, so that a title of nothing but the unit has something behind it.
    subject = subject_at(f"{words}: x", 0, len(words) + 3)
    whole = subject is not None and subject.lead[1] >= len(words)
    return read_unit(words, context) if whole and unit_at(words, 0) else None


def _addressed(flow: Flow, section: Section, context: Context) -> Unit | None:
    """The unit that a numbered paragraph without a title begins with."""
    paragraph = flow.paragraphs[flow.paragraph_at(section.start)]
    marker = marker_at(flow.text, section.start, paragraph.end)
    subject = subject_at(flow.text, marker.end if marker else section.start, paragraph.end)
    return read_unit(flow.text[slice(*subject.lead)], context) if subject else None
