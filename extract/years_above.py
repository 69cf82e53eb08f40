"""Years above: the year that a heading says, for what stands under it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.context import Context
from extract.head.periods import period_of
from extract.sections import Section, index_at
from schemas import TaskTime

_YEAR_TITLE = re.compile(
    r"(?:(?:các )?(?:nhiệm vụ|công việc|nội dung|hoạt động|kế hoạch)(?: trọng tâm)? )?"
    r"(?:trong )?năm 20\d\d",
    re.IGNORECASE,
)


class YearsAbove:
    """The context of each place: under a heading that is a year, that year."""

    def __init__(self, sections: Sequence[Section], context: Context) -> None:
        self._context = context
        self._sections = sections
        self._under = {i: c for i, s in enumerate(sections) if (c := self._of(s)) is not None}

    def at(self, offset: int) -> Context:
        """What a bare expression at a flat offset leans on."""
        if not self._under:
            return self._context
        i = index_at(self._sections, offset)
        while i is not None:
            if i in self._under and self._sections[i].start < offset:
                return self._under[i]
            i = self._sections[i].parent
        return self._context

    def _of(self, section: Section) -> Context | None:
        if not _YEAR_TITLE.match(section.heading.title or ""):
            return None
        period = period_of(section.heading.title or "")
        if period is None or not (period.start and period.end):
            return None
        if period.start.year != period.end.year:
            return None
        year = TaskTime(start=period.start, end=period.end, precision="year")
        return replace(self._context, inherited=year)
