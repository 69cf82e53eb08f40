"""Sentences and their `;`-parts, as stretches of the flat text."""

import re
from collections.abc import Iterator

# A full stop ends a sentence before a capital, unless it closes an abbreviation (TP., Th.s.).
_STOP = re.compile(
    r"(?<![\s(][A-ZĐ])(?<!TP)(?<!Tp)(?<!Th)(?<!Tr)(?<!KT)(?<!TM)(?<!TL)[.!?…]+[”\"]?\s*(?=[A-ZĐÀ-Ỹ“\"])"
)
_SEMICOLON = re.compile(r";\s+(?!\s)")


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Each sentence of `text[start:end]`, without outer white space."""
    yield from _cut(text, start, end, _STOP)


def clauses(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Each sentence cut further at its semicolons that stand outside brackets."""
    for s, e in sentences(text, start, end):
        at = s
        for match in _SEMICOLON.finditer(text, s, e):
            if _bracketed(text, at, match.start()):
                continue
            yield from _trim(text, at, match.start())
            at = match.end()
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


def _bracketed(text: str, start: int, at: int) -> bool:
    """Whether the offset stands inside a bracket or a quotation that opened after start."""
    part = text[start:at]
    return part.count("(") > part.count(")") or part.count("“") > part.count("”")
