"""Folded text: a plan's text in paragraphs of single-spaced words, with the way back.

Pages break lines, so a rule that reads words in a row would miss what stands on two lines.
Here a paragraph is one line: white space is single, a line that the page broke is joined, a
symbol cut at its hyphen (`QĐ-⏎BGDĐT`) is whole again, and page numbers beside a page break
are gone. Every offset leads back to the plan's own text.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from checks.words import UPPER, Word, words_of
from schemas import Span

_PIECE = re.compile(r"[^\s\x00-\x1f]+(?: [^\s\x00-\x1f]+)*")  # single-spaced as printed
_LINE_START = re.compile(
    r"(?:[-–—+*•▪○●·]\s?\S|\d{1,2}(?:\.\d{1,2}){0,3}[.)]\s|\d{1,2}(?:\.\d{1,2}){1,3}\s"
    r"|[IVX]{1,5}[.)\s]"
    r"|[a-zđ]\)\s|Căn cứ\s|Nơi nhận|Kính gửi|Phụ lục|PHỤ LỤC|(?:TM|KT|TL|TUQ|Q)\.\s)"
)
_LINE_END = re.compile(r"[.;:!?]['\"”’)]?$")
_CUT_SYMBOL = re.compile(r"(?:[A-ZĐ&]{1,6}|(?:19|20)\d\d)[-–]$")
_CELLS = ("\t", "    ")  # what divides the cells of a row
_HANGING = re.compile(
    r"(?:^|\s)(?:ngày|tháng|năm|số|và|của|hoặc|với|theo|tại|là|do|các|những|cho|từ|đến|về|trong)$"
)
_LONE_NUMBER = re.compile(r"\s*\d{1,3}\s*$")


@dataclass(frozen=True, slots=True)
class Sentence:
    """`folded.text[start:end]`, without its closing mark; `paragraph` counts from 0."""

    start: int
    end: int
    paragraph: int


@dataclass(frozen=True)
class Folded:
    """`text` has one paragraph a line; `starts` and `sources` map its pieces to the original."""

    text: str
    starts: tuple[int, ...]
    sources: tuple[int, ...]

    def source(self, at: int) -> int:
        """The offset in the plan's text of the character at `at`."""
        piece = max(bisect_right(self.starts, at) - 1, 0)
        return self.sources[piece] + at - self.starts[piece]

    def at(self, source: int) -> int:
        """The offset here of the character at `source` in the plan's text, or the next one."""
        piece = max(bisect_right(self.sources, source) - 1, 0)
        end = self.starts[piece + 1] if piece + 1 < len(self.starts) else len(self.text)
        return min(self.starts[piece] + max(source - self.sources[piece], 0), end)

    def span(self, start: int, end: int) -> Span:
        """Where `text[start:end]` stands in the plan's text; the ends are not white space."""
        while start < end and self.text[start].isspace():
            start += 1
        while end > start + 1 and self.text[end - 1].isspace():
            end -= 1
        return Span(start=self.source(start), end=self.source(max(end - 1, start)) + 1)

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Every word in order, with its key and place."""
        return words_of(self.text)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Sentences and `;`-parts, paragraph by paragraph."""
        return tuple(_sentences(self.text))


_SENTENCE_END = re.compile(rf"[.!?…]['\"”’)]?\s+(?=[{UPPER}\d“\"(+*•–-])|;\s+|\n")


def _sentences(text: str) -> Iterator[Sentence]:
    at = paragraph = 0
    for mark in _SENTENCE_END.finditer(text):
        if text[at : mark.start()].strip():
            yield Sentence(at, mark.start(), paragraph)
        paragraph += mark[0].endswith("\n")
        at = mark.end()
    if text[at:].strip():
        yield Sentence(at, len(text), paragraph)


def fold(text: str) -> Folded:
    """Paragraphs of `text`; the work is linear in its length."""
    lines = list(_lines(text))
    width = _width(lines)
    out: list[str] = []
    starts: list[int] = []
    sources: list[int] = []
    length, last = 0, ""
    for start, end in lines:
        line = text[start:end].strip()
        between = _between(last, line, width) if last else ""
        for piece in _PIECE.finditer(text, start, end):
            out.append(between)
            out.append(piece[0])
            starts.append(length + len(between))
            sources.append(piece.start())
            length += len(between) + len(piece[0])
            between = "\n" if text.startswith(_CELLS, piece.end(), end) else " "
        last = line
    return Folded("".join(out), tuple(starts) or (0,), tuple(sources) or (0,))


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Non-blank lines as `(start, end)`, without the page numbers beside a form feed."""
    found = [
        (m.start(), m.end()) for m in re.finditer(r"[^\r\n\f\v\u2028\u2029]+", text) if m[0].strip()
    ]
    for i, (start, end) in enumerate(found):
        if _LONE_NUMBER.match(text[start:end]):
            before = text[found[i - 1][1] if i else 0 : start]
            after = text[end : found[i + 1][0] if i + 1 < len(found) else len(text)]
            if "\f" in before or "\f" in after:
                continue
        yield start, end


def _width(lines: list[tuple[int, int]]) -> int:
    """The length that most full lines have, or 0 where lines are whole paragraphs."""
    lengths = sorted(end - start for start, end in lines)
    if not lengths:
        return 0
    full = lengths[int(len(lengths) * 0.85)]
    longest = lengths[int(len(lengths) * 0.98)]
    return full if longest < 140 else 0


def _between(last: str, line: str, width: int) -> str:
    """What stands between two lines: nothing, a space, or the end of a paragraph."""
    if _CUT_SYMBOL.search(last) and line[:1].isalnum():
        return "" if line[:1].isupper() or line[:1].isdigit() else " "
    if _LINE_START.match(line) or _LINE_END.search(last) or last.startswith("Nơi nhận"):
        return "\n"
    if width == 0:
        return "\n"
    if line[:1].islower() or last.endswith(",") or _HANGING.search(last):
        return " "
    return " " if len(last) >= 0.75 * width else "\n"
