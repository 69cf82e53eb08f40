"""OCR numerals: `I.`, `II.` and `III.` told apart by counting their strokes.

Recognition drops a stroke of a heading's numeral more often than it mistakes any letter; in
the middle of the line, between the serifs, each stroke stands alone.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

import numpy as np

from extract.readers.ocr_image import DARK, Grey

if TYPE_CHECKING:
    from extract.readers.ocr import OcrWord

_NUMERAL: Final = re.compile(r"(I{1,3})([.,)/]?)")
_MOST: Final = 3


def with_numerals(words: "Sequence[OcrWord]", grey: Grey, scale: float) -> "list[OcrWord]":
    """The words, numerals at the start of a line put right; `scale` is points per pixel."""
    found: list[OcrWord] = []
    line: tuple[int, int, int] | None = None
    for word in words:
        match = _NUMERAL.fullmatch(word.text) if word.line != line else None
        line = word.line
        if match:
            strokes = _strokes(grey, word, scale)
            if 1 <= strokes <= _MOST:
                word = replace(word, text="I" * strokes + match[2])
        found.append(word)
    return found


def _strokes(grey: Grey, word: "OcrWord", scale: float) -> int:
    """How many dark runs cross the middle of the word's box."""
    x0, x1 = round(word.x0 / scale) - 2, round(word.x1 / scale) + 2
    top, bottom = round(word.top / scale), round(word.bottom / scale)
    tall = bottom - top
    band = grey[top + round(tall * 0.38) : top + round(tall * 0.62), max(x0, 0) : x1]
    if band.size == 0:
        return 0
    dark = (band < DARK).mean(axis=0) > 0.6
    edges = np.flatnonzero(np.diff(np.concatenate(([0], dark.view(np.int8), [0]))))
    widths = edges[1::2] - edges[::2]
    return int((widths >= 2).sum())
