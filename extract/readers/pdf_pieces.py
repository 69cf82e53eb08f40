"""PDF pieces: what the text of a page is made of, whatever it was read by."""

from dataclasses import dataclass, replace
from typing import NamedTuple

Word = tuple[int, int, float, float, float | None]
"""`(start, end, x0, x1, confidence of OCR)`: a word within a piece and where it stands."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one line: its words, its box from the page's top left, its letters.

    `ranges` are the numbers of its letters on the page; `first` is the first of them where
    `text[i]` is letter `first + i`, else -1. `words` are known where letters were set anew
    and from OCR. `stamped` are the stretches that a signature's appearance added.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    ranges: tuple[tuple[int, int], ...] = ()
    first: int = -1
    words: tuple[Word, ...] = ()
    stamped: tuple[tuple[int, int], ...] = ()

    @property
    def height(self) -> float:
        """Points from top to bottom."""
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        """Points from the page's top to the middle."""
        return (self.top + self.bottom) / 2


class Glyph(NamedTuple):
    """One letter with its box, the space it takes included; `number` is PDFium's.

    A tuple: a torn page makes thousands of them.
    """

    letter: str
    x0: float
    top: float
    x1: float
    bottom: float
    number: int

    @property
    def height(self) -> float:
        """Points from top to bottom."""
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        """Points from the page's top to the middle."""
        return (self.top + self.bottom) / 2


def reworded(piece: Piece, text: str) -> Piece:
    """The same piece with other words, which may no longer stand letter for letter."""
    if len(text) == len(piece.text):
        return replace(piece, text=text)
    stamped = ((0, len(text)),) if piece.stamped else ()
    return replace(piece, text=text, first=-1, words=(), stamped=stamped)
