"""Letters: finding words of a record again in the file that it was read from.

A reader joins lines, repairs spaces and puts list numbers before paragraphs, so offsets of the
record are none of the file. The letters in a row, without white space and case, are the same.
"""

import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

_DASHES: Final = dict.fromkeys(map(ord, "‐‑‒–—―−\u00ad\x02"), "-")
_AROUND: Final = 80  # letters on each side that tell one place of the words from another
_MOST: Final = 2000  # places of the same words that are weighed
_SHORTEST: Final = 6  # of a part that stands for the whole


@dataclass(frozen=True, slots=True)
class Letters:
    """`row[i]` is a letter, `places[i]` the number of its character in the source."""

    row: str
    places: tuple[int, ...]

    def between(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the row that characters `start` to `end` of the source make."""
        return bisect_left(self.places, start), bisect_left(self.places, end)


def letters_of(characters: Iterable[str]) -> Letters:
    """The letters of a text, or of characters that come one by one."""
    row: list[str] = []
    places: list[int] = []
    for place, cluster in _clusters(characters):
        for letter in unicodedata.normalize("NFC", cluster).translate(_DASHES).lower():
            if not letter.isspace() and unicodedata.category(letter) not in ("Cc", "Cf", "Mn"):
                row.append(letter)
                places.append(place)
    return Letters("".join(row), tuple(places))


def _clusters(characters: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Letters with the marks that follow them: `a` and a combining grave are one `à`."""
    held, at = "", 0
    for place, character in enumerate(characters):
        if held and unicodedata.combining(character[:1] or " "):
            held += character
            continue
        if held:
            yield at, held
        held, at = character, place
    if held:
        yield at, held


def find(own: Letters, start: int, end: int, other: Letters) -> tuple[int, int] | None:
    """Where `own.row[start:end]` stands in the other row, or the longest part of it.

    Of several places the one with the likest surroundings is taken, then the one at the same
    share of the way.
    """
    words = own.row[start:end]
    if not words:
        return None
    for first, last in _parts(len(words)):
        found = _best(own, start + first, start + last, other)
        if found is not None:
            return found, found + last - first
    return None


def _parts(length: int) -> Iterator[tuple[int, int]]:
    """The whole; without a list number before it; then ever shorter parts of it."""
    yield 0, length
    for cut in range(1, 6):
        if length - cut >= _SHORTEST:
            yield cut, length
    size = length * 3 // 4
    while size >= _SHORTEST:
        for first in sorted({0, (length - size) // 2, length - size}):
            yield first, first + size
        size = size * 3 // 4


def _best(own: Letters, start: int, end: int, other: Letters) -> int | None:
    words = own.row[start:end]
    before = own.row[max(start - _AROUND, 0) : start][::-1]
    after = own.row[end : end + _AROUND]
    wanted = start / max(len(own.row), 1)
    best: tuple[int, float] | None = None
    chosen = None
    at = other.row.find(words)
    for _ in range(_MOST):
        if at < 0:
            break
        behind = at + len(words)
        like = _common(before, other.row[max(at - _AROUND, 0) : at][::-1])
        like += _common(after, other.row[behind : behind + _AROUND])
        score = (like, -abs(wanted - at / max(len(other.row), 1)))
        if best is None or score > best:
            best, chosen = score, at
        at = other.row.find(words, at + 1)
    return chosen


def _common(one: str, other: str) -> int:
    """How many letters both begin with."""
    count = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        count += 1
    return count
