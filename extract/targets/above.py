"""Lines above a target: what headings and lines that announce say of those under them."""

import re
from dataclasses import dataclass, replace

from extract.targets.whens import time_of
from extract.values import clean
from schemas import TaskTime

_MOST_LED = 8  # lines under one that announces them
_MOST_LABELLED = 6  # lines under one that says when
_LONGEST_LEAD = 120  # characters
_MARKERS = "-–+*• abcdđe)0123456789."
_LABEL = re.compile(r"(?:Giai đoạn|Đến năm|Năm|Trong năm|Hằng năm|Hàng năm)\b[^.;]{0,60}$")


@dataclass(frozen=True, slots=True)
class Above:
    """What the headings and labels above a paragraph say: targets, the past, a time."""

    goals: bool = False
    past: bool = False
    time: TaskTime | None = None
    lead: str = ""  # what a line that ends in a colon announces


NOTHING = Above()


class LinesAbove:
    """What lines without a heading's rank say of those under them: a time, or what is counted."""

    def __init__(self) -> None:
        self._time: TaskTime | None = None
        self._timed = self._led = -1
        self._lead = ""

    def see(self, index: int, words: str) -> None:
        """Take in the paragraph at an index."""
        if words.endswith(":") and len(words) < _LONGEST_LEAD:
            self._lead, self._led = clean(words.lstrip(_MARKERS).rstrip(": ")), index
        bare = words.lstrip(_MARKERS).rstrip(": .") if len(words) < 80 and "2" in words else ""
        if bare and _LABEL.match(bare):
            self._time, self._timed = time_of(words), index

    def add_to(self, above: Above, index: int) -> Above:
        """What stands above the paragraph at an index, by headings and by such lines."""
        if self._time is not None and index - self._timed <= _MOST_LABELLED:
            above = replace(above, time=self._time)
        if self._lead and self._led < index <= self._led + _MOST_LED:
            above = replace(above, lead=self._lead)
        return above
