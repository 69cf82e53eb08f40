"""Phrases (cụm từ): groups of words taken out of a line, in time that does not grow with their
number."""

from collections.abc import Iterable


class Phrases:
    """Phrases in the form of `words_key`; where several begin at one word the first one counts,
    as in a pattern of alternatives."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._by_first: dict[str, list[tuple[str, ...]]] = {}
        for phrase in phrases:
            words = tuple(phrase.split())
            self._by_first.setdefault(words[0], []).append(words)

    def taken_out_of(self, key: str) -> str:
        """The words of a key without the phrases."""
        words = key.split()
        kept: list[str] = []
        at = 0
        while at < len(words):
            length = self._length_at(words, at)
            if not length:
                kept.append(words[at])
            at += length or 1
        return " ".join(kept)

    def _length_at(self, words: list[str], at: int) -> int:
        for phrase in self._by_first.get(words[at], ()):
            length = len(phrase)
            if length == 1 or tuple(words[at : at + length]) == phrase:
                return length
        return 0
