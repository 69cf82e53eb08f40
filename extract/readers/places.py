"""Places: where stretches of the text stand on the pages, line by line."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from schemas import Box


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of the text with its box; `words` narrows it where words are known.

    `words` are `(start, end, x0, x1, confidence)` within the stretch, offsets in the text.
    `letters` is the number of the first letter on the page where letters stand one by one.
    """

    start: int
    end: int
    page: int
    x0: float
    top: float
    x1: float
    bottom: float
    letters: int = -1
    words: tuple[tuple[int, int, float, float, float | None], ...] = ()


Narrow = Callable[[int, int, int], tuple[float, float] | None]
"""`(page, first letter, count)` to `(x0, x1)`, exact, or `None` if it cannot be told."""


class Places:
    """Geometry of a reading: boxes and confidence for any stretch of its text."""

    def __init__(self, places: Sequence[Place], narrow: Narrow | None = None) -> None:
        self._places = sorted(places, key=lambda place: place.start)
        self._starts = [place.start for place in self._places]
        self._narrow = narrow

    def boxes(self, start: int, end: int) -> tuple[Box, ...]:
        """One box per line touched by `text[start:end]`."""
        found: list[Box] = []
        for place in self._touched(start, end):
            x0, x1 = self._sides(place, max(start, place.start), min(end, place.end))
            sides = (round(x0, 1), round(place.top, 1), round(x1, 1), round(place.bottom, 1))
            found.append((place.page, *sides))
        return tuple(found)

    def confidence(self, start: int, end: int) -> float | None:
        """The least confidence of the words touched; `None` if none of them is from OCR."""
        found: list[float] = []
        for place in self._touched(start, end):
            found.extend(
                sure
                for first, last, _, _, sure in place.words
                if sure is not None and first < end and start < last
            )
        return min(found, default=None)

    def _touched(self, start: int, end: int) -> list[Place]:
        at = max(bisect_right(self._starts, start) - 1, 0)
        found: list[Place] = []
        while at < len(self._places) and self._places[at].start < end:
            if self._places[at].end > start:
                found.append(self._places[at])
            at += 1
        return found

    def _sides(self, place: Place, start: int, end: int) -> tuple[float, float]:
        if start <= place.start and end >= place.end:
            return place.x0, place.x1
        inside = [word for word in place.words if word[0] < end and start < word[1]]
        if inside:
            return inside[0][2], inside[-1][3]
        if self._narrow and place.letters >= 0:
            exact = self._narrow(place.page, place.letters + start - place.start, end - start)
            if exact:
                return exact
        wide = (place.x1 - place.x0) / max(place.end - place.start, 1)
        return place.x0 + wide * (start - place.start), place.x0 + wide * (end - place.start)
