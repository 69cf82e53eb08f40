"""Sentences and their `;`-parts, as stretches of the flat text."""

import re
from collections.abc import Iterator

from extract.units.letters import UPPER

# A full stop ends a sentence before a capital, unless it closes an abbreviation (TP., Th.s.).
_STOP = re.compile(
    rf"[.!?…](?<![\s(][{UPPER}][.!?…])(?<!(?:TP|Tp|Th|Tr|KT|TM|TL)[.!?…])"
    rf"[.!?…]*[”\"]?\s*(?=[{UPPER}“\"])"
)
_SEMICOLON = re.compile(r";\s+(?!\s)")


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Each sentence of `text[start:end]`, without outer white space."""
    yield from _cut(text, start, end, _STOP)


def clauses(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Each sentence cut further at its semicolons that stand outside brackets."""
    for s, e in sentences(text, start, end):
        at = seen = s
        depth = 0
        for match in _SEMICOLON.finditer(text, s, e):
            depth += _depth(text, seen, match.start())
            seen = match.start()
            if depth > 0:
                continue
            yield from _trim(text, at, match.start())
            at, depth = match.end(), 0
        yield from _trim(text, at, e)


def _cut(text: str, start: int, end: int, pattern: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    at = start
    for match in pattern.finditer(text, start, end):
        yield from _trim(text, at, match.end())
        at = match.end()
    yield from _trim(text, at, end)


def _trim(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end


def _depth(text: str, start: int, end: int) -> int:
    """How many brackets and quotations a stretch opens and does not close."""
    opened = text.count("(", start, end) + text.count("“", start, end)
    return opened - text.count(")", start, end) - text.count("”", start, end)
