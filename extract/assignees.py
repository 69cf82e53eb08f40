"""Assignees: the unit that a heading of an assignment consists of."""

from collections.abc import Sequence

from extract.context import Context
from extract.sections import Section, section_at
from extract.subjects import subject_at
from extract.units import read_unit
from schemas import Unit


def heading_unit(sections: Sequence[Section], offset: int, context: Context) -> tuple[Unit, ...]:
    """The unit that the innermost heading above names, as leads of what stands under it."""
    section = section_at(sections, offset)
    while section is not None:
        title = section.heading.title
        if title and (named := unit_of_title(title, context)):
            return (named,)
        section = sections[section.parent] if section.parent is not None else None
    return ()


def unit_of_title(title: str, context: Context) -> Unit | None:
    """The unit that a heading of an assignment consists of, None for any other heading."""
    subject = subject_at(title + ":", 0, len(title) + 1) or subject_at(
        title + ": x", 0, len(title) + 3
    )
    if subject is None or subject.lead[1] < len(title.rstrip(" :.,")):
        return None
    return read_unit(title[subject.lead[0] : subject.lead[1]], context)
