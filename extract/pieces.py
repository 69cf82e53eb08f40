"""Pieces: printed lines cut into the columns that a letterhead or a signature block has.

Header and footer are two columns side by side. Exports give them row by row (with runs of
spaces or a tab between the cells), column by column, or cell by cell; a piece is one cell's
share of one printed line, whichever it was.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.flow import Flow
from extract.lines import Line

_GAP_SIGNS = ("\t", "   ", "|", "<", "\u00a0\u00a0")
_MARKED = re.compile(r"[*|#>\\`]")
# Markdown exports set bold with asterisks, escape numbers and fence pages.
_GAP = re.compile(r"[ \u00a0]{3,}|[ \u00a0]*(?:\t|\||<br\s?/?>)[ \u00a0\t|]*", re.IGNORECASE)
_MARKUP = re.compile(r"^(?:[>#|\s]|\*\*)+|(?:\*\*|[|\s])+$|\\(?=[-.)*])|^```\w*$")


@dataclass(frozen=True, slots=True)
class Piece:
    """`words` are folded to single spaces; `start` and `end` point into the canonical text.

    `row` counts the printed lines of the stretch asked for, `x` is the column in characters
    (or the cell's column in a real table, times 40), `columns` how many pieces the line has,
    `blanks` how many empty lines stand above it.
    """

    words: str
    start: int
    end: int
    row: int
    x: int
    columns: int
    blanks: int
    paragraph: int
    page: int | None


def pieces_of(flow: Flow, first: int, stop: int) -> list[Piece]:
    """The pieces of the paragraphs `first` to `stop - 1`, in reading order."""
    out: list[Piece] = []
    row = 0
    for index in range(max(0, first), min(stop, len(flow.paragraphs))):
        paragraph = flow.paragraphs[index]
        for line in paragraph.lines:
            column = paragraph.place.column if paragraph.place else None
            out.extend(_cut(flow.reading.text, line, row, index, column))
            row += 1
    return out


def columns_of(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches of a line that wide spaces, tabs, bars or `<br>` hold apart."""
    raw = text[start:end]
    if not any(sign in raw for sign in _GAP_SIGNS):
        if start < end:
            yield start, end
        return
    at = start
    for gap in _GAP.finditer(text, start, end):
        if gap.start() > at:
            yield at, gap.start()
        at = gap.end()
    if at < end:
        yield at, end


def words_of(text: str, start: int, end: int) -> str:
    """`text[start:end]` with single spaces and without marks of emphasis."""
    words = " ".join(text[start:end].split())
    return _MARKUP.sub("", words).strip() if _MARKED.search(words) else words


def _cut(text: str, line: Line, row: int, paragraph: int, column: int | None) -> Iterator[Piece]:
    parts = [(line.start, line.end)]
    if column is None:
        parts = list(columns_of(text, line.start, line.end))
    for start, end in parts:
        words = words_of(text, start, end)
        if not words:
            continue
        x = line.indent + start - line.start if column is None else column * 40
        yield Piece(words, start, end, row, x, len(parts), line.blanks, paragraph, line.page)
