"""Flow: the document as paragraphs in one flat text, with the way back to the words.

Pages break lines, lines break sentences and symbols (`QĐ-⏎BGDĐT`). Finders therefore read a
flat text in which each paragraph is one line, white space is single and broken words are
joined; every offset of it leads back to the canonical text. The regular expressions of a
finder run over the flat text once.
"""

from array import array
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import TypedDict

from extract.flat_text import FlatText
from extract.lines import Line, split_lines
from extract.paragraphs import Paragraph, Place, cell_groups, grouped
from extract.reading import Reading
from extract.wrapping import Wrapping, wrapping_of
from schemas import Box, Span


class Ground(TypedDict):
    """The fields of `schemas.Grounded` that say where an item was read."""

    as_written: str
    span: Span
    spans: tuple[Span, ...]
    boxes: tuple[Box, ...]
    confidence: float | None


@dataclass(frozen=True, slots=True)
class Flow:
    """The flat text, its paragraphs in order, and the way back to the source.

    The text is made of stretches copied as they stand: `breaks` are the flat offsets at which
    they begin, `sources` the offsets of the same characters in the canonical text.
    """

    reading: Reading
    text: str
    breaks: "array[int]"
    sources: "array[int]"
    paragraphs: tuple[Paragraph, ...]
    lines: tuple[Line, ...]
    wrapping: Wrapping
    starts: tuple[int, ...] = field(default=())

    def source_of(self, offset: int) -> int:
        """The offset in the canonical text of the character at a flat offset."""
        i = bisect_right(self.breaks, offset) - 1
        return self.sources[i] + offset - self.breaks[i]

    def span(self, start: int, end: int) -> Span:
        """The stretch of the canonical text behind `text[start:end]` (first part only)."""
        return self.parts(start, end)[0]

    def parts(self, start: int, end: int) -> tuple[Span, ...]:
        """The stretches behind `text[start:end]`, more than one where a page cut them apart."""
        source, breaks, sources = self.reading.text, self.breaks, self.sources
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        if start >= end:
            raise ValueError("an empty stretch has no place")
        k = bisect_right(breaks, start)
        out, first = [], sources[k - 1] + start - breaks[k - 1]
        for i in range(k, bisect_left(breaks, end)):
            stop = sources[i - 1] + breaks[i] - breaks[i - 1]
            offset = sources[i]
            if offset < stop - 1 or (offset > stop + 2 and source[stop:offset].strip()):
                out.append(self._span(first, stop))
                first = offset
        out.append(self._span(first, self.source_of(end - 1) + 1))
        return tuple(out)

    def ground(self, start: int, end: int) -> Ground:
        """What a grounded item says of `text[start:end]`."""
        spans = self.parts(start, end)
        geometry = self.reading.geometry
        boxes: tuple[Box, ...] = ()
        confidence = None
        if geometry is not None:
            boxes = tuple(box for span in spans for box in geometry.boxes(span.start, span.end))
            known = [c for s in spans if (c := geometry.confidence(s.start, s.end)) is not None]
            confidence = min(known) if known else None
        words = self.text[start:end].strip()
        return Ground(
            as_written=words,
            span=spans[0],
            spans=spans if len(spans) > 1 else (),
            boxes=boxes,
            confidence=confidence,
        )

    def paragraph_at(self, offset: int) -> int:
        """Index of the paragraph that holds the flat offset."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def flat_of(self, offset: int) -> int:
        """The first flat offset whose source stands at or after a canonical offset."""
        for paragraph in self.paragraphs:
            if paragraph.lines and paragraph.lines[-1].end > offset:
                found = self.flat_within(offset, paragraph.start, paragraph.end)
                if found < paragraph.end:
                    return found
        return len(self.text)

    def flat_within(self, offset: int, start: int, end: int) -> int:
        """As `flat_of`, in `text[start:end]`; `end` where nothing there stands so far on."""
        breaks, sources = self.breaks, self.sources
        for i in range(bisect_right(breaks, start) - 1, bisect_left(breaks, end)):
            begin = max(start, breaks[i])
            stop = min(end, breaks[i + 1] if i + 1 < len(breaks) else len(self.text))
            at = max(begin, breaks[i] + offset - sources[i])
            if at < stop:
                return at
        return end

    def _span(self, start: int, end: int) -> Span:
        pages = self.reading.pages
        return Span(start=start, end=end, page=bisect_right(pages, start) if pages else None)


def flow_of(reading: Reading) -> Flow:
    """Lay a reading out as paragraphs. Any text gives a flow, an empty one for no words."""
    builder = FlatText(reading.text)
    all_lines: list[Line] = []
    wrapping = wrapping_of(reading)
    at = 0
    for number, table in enumerate(reading.tables):
        if table.start > at:
            all_lines += _add_text(builder, reading, at, table.start, wrapping)
        done: set[tuple[tuple[int, int], ...]] = set()
        for r, row in enumerate(table.rows):
            for c, cell in enumerate(row):
                if not cell.parts or cell.parts in done:
                    continue  # a merged cell is repeated in the table, not in the flow
                done.add(cell.parts)
                lines = [ln for s, e in cell.parts for ln in split_lines(reading, s, e)]
                for group in cell_groups(reading, table, lines):
                    builder.add(group, Place(number, r, c))
        at = max(at, table.end)
    all_lines += _add_text(builder, reading, at, len(reading.text), wrapping)
    text = "".join(builder.chunks)
    return Flow(
        reading=reading,
        text=text,
        breaks=builder.breaks,
        sources=builder.sources,
        paragraphs=tuple(builder.paragraphs),
        lines=tuple(all_lines),
        wrapping=wrapping,
        starts=tuple(p.start for p in builder.paragraphs),
    )


def _add_text(
    builder: FlatText, reading: Reading, start: int, end: int, wrapping: Wrapping
) -> list[Line]:
    lines = split_lines(reading, start, end)
    for group in grouped(reading.text, lines, wrapping):
        builder.add(group, None)
    return lines
