"""OCR cells: the cells of a table set one below the other, to be recognised as one column.

Recognised in place, words of neighbouring cells that stand at half a line's difference are
taken for one line; and a run of tesseract for each cell would cost seconds.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from extract.readers.ocr_image import DARK, Grey

_INSET: Final = 4  # from the sides; above and below letters stand close to the lines
_INSET_LEVEL: Final = 2
_MARGIN: Final = 24
_BETWEEN: Final = 60
_LEAST_INK: Final = 20


@dataclass(frozen=True, slots=True)
class Moved:
    """Rows `top` to `bottom` of the column came from the page at an offset of `dx`, `dy`."""

    top: int
    bottom: int
    dx: int
    dy: int


def column_of(grey: Grey, cells: Sequence[tuple[int, int, int, int]]) -> tuple[Grey, list[Moved]]:
    """`(picture, moves)`: the inked part of each cell (`x0, top, x1, bottom` in pixels)."""
    strips: list[tuple[Grey, int, int]] = []
    for x0, top, x1, bottom in cells:
        part = grey[top + _INSET_LEVEL : bottom - _INSET_LEVEL, x0 + _INSET : x1 - _INSET]
        dark = part < DARK
        if dark.sum() < _LEAST_INK:
            continue
        rows, columns = np.flatnonzero(dark.any(axis=1)), np.flatnonzero(dark.any(axis=0))
        first, left = int(rows[0]), int(columns[0])
        strip = part[first : int(rows[-1]) + 1, left : int(columns[-1]) + 1]
        strips.append((strip, x0 + _INSET + left, top + _INSET_LEVEL + first))
    height = sum(strip.shape[0] + _BETWEEN for strip, _, _ in strips) + 2 * _MARGIN
    width = max((strip.shape[1] for strip, _, _ in strips), default=0) + 2 * _MARGIN
    picture = np.full((height, width), 255, dtype=np.uint8)
    moves: list[Moved] = []
    at = _MARGIN
    for strip, x0, top in strips:
        tall, wide = strip.shape
        picture[at : at + tall, _MARGIN : _MARGIN + wide] = strip
        moves.append(Moved(at - _BETWEEN // 2, at + tall + _BETWEEN // 2, x0 - _MARGIN, top - at))
        at += tall + _BETWEEN
    return picture, moves


def without(grey: Grey, cells: Sequence[tuple[int, int, int, int]]) -> Grey:
    """The page with the cells blank; `None`-like (all paper) pages need no recognition."""
    rest = grey.copy()
    for x0, top, x1, bottom in cells:
        rest[top:bottom, x0:x1] = 255
    return rest


def is_empty(grey: Grey) -> bool:
    """Whether hardly a letter's worth of ink is on it."""
    return int((grey < DARK).sum()) < 12 * _LEAST_INK
