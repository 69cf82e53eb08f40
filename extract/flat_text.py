"""Flat text: the words of printed lines, joined where a break cut them, and whence each came."""

import re
from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field

from extract.lines import Line
from extract.paragraphs import Paragraph, Place

_DROPPED = "\u00ad\ufffe\ufeff\u200b\x02\x07\x00\x01\x13\x14\x15"
_LEAVING_NOTHING = _DROPPED + "*\\"  # emphasis and escapes of Markdown too
# White space that is not one plain space, and runs of characters that leave no trace.
_ODD = re.compile(
    rf"\s{{2,}}|[^\S ]|[{re.escape(_DROPPED)}]+|(?<=\w)\*\*(?!\*)|\*\*(?=\w)|\\(?=[-.()*_+#])"
)


@dataclass(slots=True)
class FlatText:
    """Grows paragraph by paragraph; `breaks` and `sources` as in `Flow`."""

    source: str
    chunks: list[str] = field(default_factory=list)
    breaks: "array[int]" = field(default_factory=lambda: array("I"))
    sources: "array[int]" = field(default_factory=lambda: array("I"))
    paragraphs: list[Paragraph] = field(default_factory=list)
    size: int = 0

    def add(self, lines: Sequence[Line], place: Place | None) -> None:
        """One more paragraph, of these printed lines."""
        start = self.size
        for i, line in enumerate(lines):
            if i:
                self._join(line)
            words = self.source[line.start : line.end]
            odd = "  " in words or "**" in words or "\\" in words  # most lines hold none
            if not odd and words.isprintable():
                self._put(words, line.start)
            else:
                self._words(line)
        self.paragraphs.append(Paragraph(start, self.size, tuple(lines), place))
        self._put("\n", lines[-1].end - 1)

    def _join(self, line: Line) -> None:
        """One space between lines, none after a hyphen that broke a symbol or a range."""
        last = self.chunks[-1] if self.chunks else ""
        if len(last) > 1 and last[-1] in "-/" and last[-2].isalnum():
            return
        self._put(" ", line.start)

    def _words(self, line: Line) -> None:
        source, at = self.source, line.start
        for odd in _ODD.finditer(source, line.start, line.end):
            self._plain(at, odd.start())
            if odd[0][0] not in _LEAVING_NOTHING:
                self._put(" ", odd.start())
            at = odd.end()
        self._plain(at, line.end)

    def _plain(self, start: int, end: int) -> None:
        """Words with single spaces between them, as they are."""
        if start < end:
            self._put(self.source[start:end], start)

    def _put(self, words: str, offset: int) -> None:
        self.chunks.append(words)
        self.breaks.append(self.size)
        self.sources.append(offset)
        self.size += len(words)
