"""Scene: everything about a document that the readers of its tasks look at."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from extract.context import Context
from extract.flow import Flow
from extract.markers import marker_at
from extract.sections import Frame, Section, section_at
from extract.times import TimeMatch
from schemas import Span

_AIMS = re.compile(r"(?:mục đích|mục tiêu|quan điểm|chỉ tiêu|yêu cầu|căn cứ)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Scene:
    """`times` are those of the whole flow, in order; `taken` holds the indexes of the
    paragraphs that a reader has answered for. `subject` is what the title says, if any."""

    flow: Flow
    frame: Frame
    sections: Sequence[Section]
    context: Context
    times: Sequence[TimeMatch]
    subject: Span | None = None
    taken: set[int] = field(default_factory=set)

    def within(self, start: int, end: int) -> Sequence[TimeMatch]:
        """The times that begin in a flat stretch."""
        first = bisect_left(self.times, start, key=lambda m: m.start)
        return self.times[first : bisect_left(self.times, end, first, key=lambda m: m.start)]

    def in_body(self, offset: int) -> bool:
        """Whether the flat offset stands under a heading or in an annex."""
        frame = self.frame
        return frame.body_start <= offset < frame.foot_start or frame.foot_end <= offset < frame.end

    def path(self, offset: int) -> str | None:
        """The number path of the heading above a flat offset."""
        section = section_at(self.sections, offset)
        return section.path if section else None

    def aims_at(self, match: TimeMatch) -> bool:
        """Whether a time stands among aims, which speak of years without dating any work."""
        section = section_at(self.sections, match.start)
        while section is not None and section.parent is not None:
            section = self.sections[section.parent]
        title = section.heading.title if section else None
        return match.times[0].precision != "day" and bool(title and _AIMS.match(title))

    def begin(self, start: int, end: int) -> int:
        """Where the words of a paragraph begin after its bullet or number."""
        marker = marker_at(self.flow.text, start, end)
        return marker.end if marker else start
