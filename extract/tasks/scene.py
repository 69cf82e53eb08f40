"""Scene: everything about a document that the readers of its tasks look at."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from extract.context import Context
from extract.flow import Flow
from extract.markers import marker_at
from extract.sections import Frame, Section, section_at
from extract.times import TimeMatch, find_times
from schemas import Span, TaskTime

# `Chỉ tiêu, nhiệm vụ` holds work too.
_AIMS = re.compile(
    r"(?:mục đích|mục tiêu|quan điểm|chỉ tiêu|yêu cầu|căn cứ)"
    r"(?!(?:,|\svà|\s?[-–])\s(?:các\s)?(?:nhiệm vụ|giải pháp|nội dung))"
    r"(?!,\s(?:chỉ tiêu|yêu cầu)(?:,|\svà)\s(?:nhiệm vụ|giải pháp|nội dung))",
    re.IGNORECASE,
)

_BARE_DAY = re.compile(r"[Nn]gày \d")
_PAST = re.compile(
    r"(?:đánh giá )?(?:kết quả (?:thực hiện|đạt được|công tác|năm|\d)|tình hình|thực trạng|đặc điểm"
    r"|những (?:kết quả|hạn chế)|tồn tại|hạn chế)",
    re.IGNORECASE,
)


def _titled(section: Section, pattern: re.Pattern[str]) -> bool:
    return pattern.match(section.heading.title or "") is not None


@dataclass(frozen=True, slots=True)
class Scene:
    """`times` are those of the whole flow, in order; `taken` holds the indexes of the
    paragraphs that a reader has answered for. `subject` is what the title says, if any."""

    flow: Flow
    frame: Frame
    sections: Sequence[Section]
    context: Context
    times: list[TimeMatch]
    subject: Span | None = None
    taken: set[int] = field(default_factory=set)

    def within(self, start: int, end: int) -> Sequence[TimeMatch]:
        """The times that begin in a flat stretch."""
        first = bisect_left(self.times, start, key=lambda m: m.start)
        return self.times[first : bisect_left(self.times, end, first, key=lambda m: m.start)]

    def read_under(self, start: int, end: int, above: TaskTime) -> None:
        """Read the times of a flat stretch again, in the light of the time on the heading above:
        `ngày 15` under `Tháng 3`, `Quý I` under `Năm 2027`."""
        same_year = self._of_own_year(above)
        bare_day = above.precision == "month" and _BARE_DAY.search(self.flow.text, start, end)
        if same_year and not bare_day:
            return
        first = bisect_left(self.times, start, key=lambda m: m.start)
        last = bisect_left(self.times, end, first, key=lambda m: m.start)
        leaning = any(time.assumed for m in self.times[first:last] for time in m.times)
        if not (leaning or bare_day):
            return
        context = replace(self.context, inherited=above)
        self.times[first:last] = find_times(self.flow.text, context, start, end)

    def _of_own_year(self, above: TaskTime) -> bool:
        """Whether a time is of the year that the title says: then it says nothing new of years."""
        year = self.context.year if self.context.assumed_year is None else None
        if above.start is None or above.end is None:
            return True
        return above.start.year == above.end.year == year

    def in_body(self, offset: int) -> bool:
        """Whether the flat offset stands under a heading or in an annex."""
        frame = self.frame
        return frame.body_start <= offset < frame.foot_start or frame.foot_end <= offset < frame.end

    def path(self, offset: int) -> str | None:
        """The number path of the heading above a flat offset."""
        section = section_at(self.sections, offset)
        return section.path if section else None

    def aims_at(self, match: TimeMatch) -> bool:
        """Whether a time stands among aims, which speak of years without dating any work, or
        where a plan looks back on what was done."""
        section = section_at(self.sections, match.start)
        if section is not None and match.start < section.body and _titled(section, _AIMS):
            return True  # `2. Chỉ tiêu đến ngày 31/12/2025`
        while section is not None and section.parent is not None:
            section = self.sections[section.parent]
        if section is None:
            return False
        if _titled(section, _PAST):
            return True
        sharp = match.times[0].precision == "day" and match.modality != "window"
        return not sharp and _titled(section, _AIMS)

    def begin(self, start: int, end: int) -> int:
        """Where the words of a paragraph begin after its bullet or number."""
        marker = marker_at(self.flow.text, start, end)
        return marker.end if marker else start
