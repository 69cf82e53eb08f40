"""OCR images: a scanned page made ready for recognition.

Red seals and blue signatures are taken out, the page is set straight, ruling lines are
found and taken out too. All sizes are in pixels of the image.
"""

import math
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageChops

Grey = NDArray[np.uint8]
Mask = NDArray[np.bool_]
Line = tuple[float, float, float, float]
"""`(x0, top, x1, bottom)`"""

DARK: Final = 140
_MOST_TILT: Final = 4.0
_LEAST_TILT: Final = 0.12
_COLOURED: Final = 45
_OVER_COLOURED: Final = [255 if level > _COLOURED else 0 for level in range(256)]
_OVER_BLACK: Final = [255 if level > 110 else 0 for level in range(256)]
_LONGEST_LETTER: Final = 0.45  # inches: a longer stroke is a ruling line
_REACH: Final = 2  # pixels beside a ruling line that are looked at for letters
_THICKEST: Final = 0.06  # inches


@dataclass(frozen=True, slots=True)
class Prepared:
    """The page to be recognised, its ruling lines, and how far it was turned (degrees)."""

    grey: Grey
    horizontal: tuple[Line, ...]
    vertical: tuple[Line, ...]
    tilt: float


def prepare(image: Image.Image, dpi: int) -> Prepared:
    """The page in grey, without colour, tilt or ruling lines."""
    page = without_colour(image)
    tilt = tilt_of(np.asarray(page))
    if abs(tilt) >= _LEAST_TILT:
        page = page.rotate(tilt, resample=Image.Resampling.BICUBIC, fillcolor=255)
    grey: Grey = np.asarray(page)
    dark = grey < DARK
    horizontal = _long_lines(dark, dpi)
    vertical = [_swapped(line) for line in _long_lines(dark.T, dpi)]
    # A lone line is an underline, or the edge of the sheet; letters may touch it.
    if len(horizontal) >= 2 and len(vertical) >= 2:
        grey = grey.copy()
        _erase(grey, horizontal)
        _erase(grey.T, [_swapped(line) for line in vertical])
        return Prepared(grey, tuple(horizontal), tuple(vertical), tilt)
    return Prepared(grey, (), (), tilt)


def without_colour(image: Image.Image) -> Image.Image:
    """Grey levels; red and blue ink becomes paper where no black lies under it.

    A pixel of a red seal over black letters is dark in all three colours and stays.
    """
    grey = image.convert("L")
    if image.mode != "RGB":
        return grey
    red, green, blue = image.split()
    inked = ImageChops.lighter(
        ImageChops.subtract(red, ImageChops.lighter(green, blue)), ImageChops.subtract(blue, red)
    )
    if not inked.point(_OVER_COLOURED).getbbox():
        return grey
    lightest = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    mask = ImageChops.darker(inked.point(_OVER_COLOURED), lightest.point(_OVER_BLACK))
    grey.paste(255, mask=mask)
    return grey


def tilt_of(grey: Grey) -> float:
    """Degrees by which the page must be turned (counter-clockwise) for level lines."""
    step = max(1, grey.shape[1] // 800)
    small = grey[::step, ::step] < DARK
    ys, xs = np.nonzero(small)
    if len(ys) < 500:
        return 0.0
    if len(ys) > 60_000:
        chosen = np.linspace(0, len(ys) - 1, 60_000).astype(np.intp)
        ys, xs = ys[chosen], xs[chosen]
    best = _sharpest(xs, ys, np.arange(-_MOST_TILT, _MOST_TILT + 0.01, 0.4))
    best = _sharpest(xs, ys, np.arange(best - 0.4, best + 0.41, 0.1))
    return _sharpest(xs, ys, np.arange(best - 0.1, best + 0.11, 0.05))


def _sharpest(xs: NDArray[np.intp], ys: NDArray[np.intp], angles: NDArray[np.float64]) -> float:
    """The angle at which rows of ink and rows of paper differ most."""
    scores = []
    for angle in angles:
        rows = (ys - xs * math.tan(math.radians(float(angle)))).astype(np.int64)
        counts = np.bincount(rows - rows.min())
        scores.append(float(np.square(np.diff(counts)).sum()))
    return float(angles[int(np.argmax(scores))])


def _long_lines(dark: Mask, dpi: int) -> list[Line]:
    """Strokes along the rows that no letter is as long as, thin ones only."""
    # Half the size is enough: rows joined in pairs, so that no thin line is lost.
    length = int(_LONGEST_LETTER * dpi) // 2
    height = dark.shape[0] // 2 * 2
    if dark.shape[1] <= 2 * length:
        return []
    dark = np.ascontiguousarray(dark[0:height:2, ::2] | dark[1:height:2, ::2])
    sums = np.cumsum(dark, axis=1, dtype=np.int32)
    full = sums[:, length:] - sums[:, :-length] >= int(0.94 * length)
    lines: list[list[int]] = []
    open_lines: list[list[int]] = []
    for y in np.nonzero(full.any(axis=1))[0]:
        edges = np.flatnonzero(np.diff(np.concatenate(([0], full[y].view(np.int8), [0]))))
        still: list[list[int]] = []
        for start, stop in zip(edges[::2], edges[1::2], strict=True):
            x0, x1 = int(start) + 1, int(stop) + length
            home = next(
                (each for each in open_lines if each[3] >= y - 2 and each[0] < x1 and x0 < each[2]),
                None,
            )
            if home is None:
                home = [x0, int(y), x1, int(y)]
                lines.append(home)
            home[0], home[2], home[3] = min(home[0], x0), max(home[2], x1), int(y)
            still.append(home)
        open_lines = [each for each in open_lines if each[3] >= y - 2] + still
    thick = _THICKEST * dpi / 2
    return [
        (2.0 * x0, 2.0 * top, 2.0 * x1, 2.0 * bottom + 2)
        for x0, top, x1, bottom in lines
        if bottom - top <= thick
    ]


def _swapped(line: Line) -> Line:
    x0, top, x1, bottom = line
    return top, x0, bottom, x1


def _erase(grey: Grey, lines: list[Line]) -> None:
    """Takes level lines out, in place; where a letter or its dot stands on one, both stay.

    A `p` and an `ộ` at the bottom of a cell reach down to the line: without their foot they
    would be read as `n` and `ô`.
    """
    for x0, top, x1, bottom in lines:
        first, last = max(int(top) - 1, 0), int(bottom) + 2
        left, right = max(int(x0) - 1, 0), int(x1) + 2
        around = grey[max(first - _REACH, 0) : last + _REACH, left:right] < DARK
        thin = around.sum(axis=0) <= bottom - top + 1
        grey[first:last, left:right][:, thin] = 255
