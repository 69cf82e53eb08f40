"""Lines: the canonical text cut at its line breaks, page furniture left out.

Page numbers and page marks interrupt sentences and carry nothing of the document; they stay
in the text and are left out of the lines.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from extract.reading import Reading

_LINE = re.compile(r"[^\n\f]+|\f")
# "## Page 3", "Trang 2/7", "- 4 -", "Page 2 of 9"
_PAGE_MARK = re.compile(
    r"##\s*Page\s+\d{1,4}|(?:Trang|Page)\s+\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?|-\s?\d{1,3}\s?-"
)
# White space and the control characters that exports leave behind (Word ends cells with BEL).
BLANK = " \t\r\v\u00a0\u2007\u202f\u3000\u200b\ufeff\x07\x00\x01\x13\x14\x15\x1f"
# What a line begins with that is the day of the rows below it.
DAY = re.compile(r"(?:ngày|thứ|sáng|chiều|tháng|tuần|quý)(?!\w)", re.IGNORECASE)
_FURNITURE = 16  # characters; a page mark is no longer
_LONE_NUMBER = re.compile(r"\d{1,3}")
_EMPHASIS = "#*"
_MARKED = re.compile(r"(?:#{1,6}[ \t]+)?(?:\*\*[ \t]*)?(?=[^\n]*\w)(?!\*)")
_PAGE_ON_A_LINE = 1_000  # characters
_ARTICLE = re.compile(r"Điều (?<=[.;:,\d] Điều )(\d{1,3})[.:]\s")
_TERMINAL = ".;:!?"
_COLUMN_GAP = re.compile(r"[ \u00a0]{3,}|[ \u00a0]*\t[ \u00a0\t]*")


class Line(NamedTuple):
    """One printed line without its outer white space, as offsets into the canonical text.

    `indent` counts the white space before it, `blanks` the empty lines above it; `page`
    counts from 1 and is None where the format has no pages.
    """

    start: int
    end: int
    indent: int
    blanks: int
    page: int | None

    def columns(self, text: str) -> tuple[tuple[int, int], ...]:
        """The stretches of the line that tabs or three and more spaces hold apart."""
        out, at = [], self.start
        for gap in _COLUMN_GAP.finditer(text, self.start, self.end):
            out.append((at, gap.start()))
            at = gap.end()
        out.append((at, self.end))
        return tuple(part for part in out if part[0] < part[1])


def split_lines(reading: Reading, start: int, end: int) -> list[Line]:
    """The lines of `reading.text[start:end]` that carry words, in order."""
    text, pages = reading.text, reading.pages
    lines: list[Line] = []
    newlines_seen, after_break, previous_end = 0, True, start
    edge: list[bool] = []  # whether the line stands first on its page
    for match in _LINE.finditer(text, start, end):
        whole = match[0]
        begin = match.start()
        newlines_seen += begin - previous_end  # nothing else stands between two matches
        previous_end = match.end()
        if whole == "\f":
            after_break = True
            continue
        right = whole.lstrip(BLANK)
        if not right:
            continue
        first = previous_end - len(right)
        last = first + len(right.rstrip(BLANK))
        if right[0] in _EMPHASIS or text[last - 1] == "*":
            first, last = _bared(text, first, last)
        page = bisect_right(pages, first) if pages else None
        if lines and page is not None and page != lines[-1].page:
            after_break = True
        blanks = newlines_seen - 1 if newlines_seen > 1 else 0
        whole_line = ((first, last),)
        long = last - first > _PAGE_ON_A_LINE
        for at, to in _articles(text, first, last) if long else whole_line:
            lines.append(Line(at, to, at - begin if at == first else 0, blanks, page))
            edge.append(after_break)
            blanks, after_break = 0, False
        newlines_seen, after_break = 0, False
    return [
        line
        for i, line in enumerate(lines)
        if line.end - line.start > _FURNITURE or not _is_furniture(text, lines, edge, i)
    ]


def _bared(text: str, start: int, end: int) -> tuple[int, int]:
    """A line without the marks of Markdown at its ends: `## II. …`, `**1. Sở Y tế**`."""
    marked = _MARKED.match(text, start, end)
    if marked is None:  # a bullet, a rule of stars
        return start, end
    start = marked.end()
    if text.endswith("**", start, end):
        end -= 2
    while end > start and text[end - 1] in BLANK:
        end -= 1
    return start, end


def _articles(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A line, cut before each article where an export put a whole page on it.

    Articles of another document stand in no order: only numbers that follow each other cut.
    """
    if "Điều " in text[start:end]:
        found = [
            (m.start(), int(m[1]))
            for m in _ARTICLE.finditer(text, start, end)
            if text[m.end() : m.end() + 1].isupper()
        ]
        follows = {n + 1 for _, n in found} | {n - 1 for _, n in found}
        for at, number in found:
            if number in follows:
                yield start, _back(text, at)
                start = at
    yield start, end


def _back(text: str, at: int) -> int:
    """The end of the words before an offset."""
    while text[at - 1].isspace():
        at -= 1
    return at


def _is_furniture(text: str, lines: list[Line], edge: list[bool], i: int) -> bool:
    line = lines[i]
    words = text[line.start : line.end]
    if _PAGE_MARK.fullmatch(words):
        return True
    if not _LONE_NUMBER.fullmatch(words):
        return False
    last_on_page = i + 1 < len(lines) and edge[i + 1]
    if (edge[i] and i > 0) or (last_on_page and line.page is not None):
        return True
    # Without page breaks: a lone number inside a running sentence is a page's, not a row's.
    if not 0 < i < len(lines) - 1:
        return False
    before, after = text[lines[i - 1].end - 1], text[lines[i + 1].start]
    long_before = lines[i - 1].end - lines[i - 1].start > 50 or line.indent > 25
    return long_before and before not in _TERMINAL and after.islower()
