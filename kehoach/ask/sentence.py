"""A question whose words are crossed out one by one as their part in it is understood."""

import re
import unicodedata
from collections.abc import Callable

from store.folding import in_place

Idle = Callable[[str, str], bool]  # of a word, as typed and bare

LONGEST = 300
_BLANK = "\x00"  # stands where words were understood; no one can type it
_PUNCTUATION = re.compile(r"[?!…;“”«»\"]|[.,:](?=\s|$)|(?<=\s)[-–](?=\s)")
_JUNE = re.compile(r"tháng sáu(?!\w)", re.IGNORECASE)  # without its mark, next month
_ASKING = re.compile(
    r" (?:hay )?(?:không|khong|chưa|chua)(?: (?:ạ|a|nhỉ|nhi|vậy|vay|thế|the|nhé|nhe))?$",
    re.IGNORECASE,
)


class Sentence:
    """The words as typed beside their folded form without marks, letter by letter."""

    def __init__(self, words: str) -> None:
        typed = " ".join(unicodedata.normalize("NFC", words).replace(_BLANK, " ").split())
        typed = " ".join(_PUNCTUATION.sub(" ", typed).split())
        typed = _JUNE.sub("tháng 6", typed.strip(" .,:"))
        self.typed = _ASKING.sub("", typed)
        self.bare = in_place(self.typed, marks=False)

    def find(self, pattern: "re.Pattern[str]") -> "re.Match[str] | None":
        """Where a pattern stands among the words that are not yet understood."""
        return pattern.search(self.bare)

    def cross_out(self, match: "re.Match[str]") -> None:
        """These words are understood."""
        start, end = match.span()
        self.typed = self.typed[:start] + _BLANK * (end - start) + self.typed[end:]
        self.bare = self.bare[:start] + _BLANK * (end - start) + self.bare[end:]

    def as_typed(self, match: "re.Match[str]", group: int | str) -> str:
        """A part of a match with the marks that it was typed with."""
        return self.typed[match.start(group) : match.end(group)].strip()

    def rest(self, idle: Idle) -> list[tuple[str, str]]:
        """What is not understood: runs of words, `(typed, bare)`, without idle words at their
        ends."""
        runs = []
        for found in re.finditer(rf"[^{_BLANK}]+", self.bare):
            bare = found[0].split()
            typed = self.typed[found.start() : found.end()].split()
            first, last = _inner([idle(*pair) for pair in zip(typed, bare, strict=True)])
            if first < last:
                runs.append((" ".join(typed[first:last]), " ".join(bare[first:last])))
        return runs


def _inner(idle: list[bool]) -> tuple[int, int]:
    first, last = 0, len(idle)
    while first < last and idle[first]:
        first += 1
    while last > first and idle[last - 1]:
        last -= 1
    return first, last
