"""Sections: the outline as stretches of the flat text, so that an item knows its heading."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from schemas import Heading


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the stretch of `flow.text` under it.

    `path` is the number path (`III.2`), `start` where the heading begins, `body` where the
    words after its title begin (a run-in heading's text stands in the same paragraph), `end`
    where the next heading of the same or a higher level begins. `parent` is an index into
    the list of sections. `shown` is false for numbered paragraphs without a title that only
    give structure.
    """

    heading: Heading
    path: str
    start: int
    body: int
    end: int
    parent: int | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """The parts of the flat text: header, body (opening and sections), footer, annexes.

    `head_end` is where the opening paragraphs (căn cứ) begin, `body_start` the first heading,
    `foot_start` where `Nơi nhận` or the signature begins, `foot_end` where annexes begin.
    All are flat offsets; a missing part is empty.
    """

    head_end: int
    body_start: int
    foot_start: int
    foot_end: int
    end: int

    def in_opening(self, offset: int) -> bool:
        """Whether the flat offset stands in the paragraphs before the first heading."""
        return self.head_end <= offset < self.body_start


def section_at(sections: Sequence[Section], offset: int) -> Section | None:
    """The innermost section that holds the flat offset."""
    i = index_at(sections, offset)
    return None if i is None else sections[i]


def index_at(sections: Sequence[Section], offset: int) -> int | None:
    """The index of the innermost section that holds the flat offset."""
    i: int | None = bisect_right(sections, offset, key=lambda s: s.start) - 1
    while i is not None and i >= 0:
        if offset < sections[i].end:
            return i
        i = sections[i].parent  # what holds this offset and began earlier holds its start too
    return None
