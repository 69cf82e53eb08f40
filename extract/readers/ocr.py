"""OCR: words of a picture with their boxes and confidence, by tesseract.

Tesseract runs as a program of its own, on one thread: unbounded threads make it seven
times slower. It reads the picture from a pipe and writes a table to another.
"""

import csv
import io
import os
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from PIL import Image

from extract.readers.limits import Tools
from extract.readers.ocr_cells import Moved, column_of, is_empty, without
from extract.readers.ocr_image import DARK, Grey, prepare
from extract.readers.ocr_numerals import with_numerals
from extract.readers.pdf_rules import grids

DPI: Final = 200
_ONE_COLUMN: Final = "4"  # one column of text of any size: best for prose and letterheads
_ONE_BLOCK: Final = "6"  # one block of text: best for cells
_LEAST_SURE: Final = 15.0
_LEAST_SURE_SIGN: Final = 50.0
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class OcrWord:
    """A recognised word; the box is in points of the page, `line` numbers its line."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    confidence: float
    line: tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class OcrPage:
    """A recognised page: words in tesseract's order, ruling lines in points; `ink` is the
    dark share of the page, which should have given words."""

    words: tuple[OcrWord, ...]
    horizontal: tuple[Box, ...]
    vertical: tuple[Box, ...]
    ink: float


class OcrFailed(Exception):
    """Tesseract broke off or took too long on a page."""


def recognise_page(image: Image.Image, dpi: int, tools: Tools, until: float) -> OcrPage:
    """The words of one page; raises OcrFailed, at the latest at `until` (monotonic seconds).

    A table's cells are recognised apart from the rest, as one column.
    """
    ready = prepare(image, dpi)
    scale = 72.0 / dpi
    horizontal = tuple(_points(line, scale) for line in ready.horizontal)
    vertical = tuple(_points(line, scale) for line in ready.vertical)
    tables = grids(horizontal, vertical)
    ink = float((ready.grey < DARK).mean())
    run = _Tesseract(dpi, tools, until)
    if not tables:
        words = run.words(ready.grey, _ONE_COLUMN)
        return OcrPage(tuple(words), horizontal, vertical, ink)
    cells = [_pixels(cell, dpi / 72.0, ready.grey) for table in tables for cell in table]
    rest = without(ready.grey, cells)
    words = [] if is_empty(rest) else run.words(rest, _ONE_COLUMN)
    column, moves = column_of(ready.grey, cells)
    if moves:
        found = run.words(column, _ONE_BLOCK)
        words += [word for word in (_back(each, moves, scale) for each in found) if word]
    return OcrPage(tuple(words), horizontal, vertical, ink)


class _Tesseract:
    """Runs tesseract on pictures of one page, within the page's time."""

    def __init__(self, dpi: int, tools: Tools, until: float) -> None:
        self._dpi = dpi
        self._tools = tools
        self._until = until

    def words(self, grey: Grey, segmentation: str) -> list[OcrWord]:
        """The words of one picture, in points; raises OcrFailed."""
        picture = io.BytesIO()
        Image.fromarray(grey).save(picture, "PPM")
        command = [
            str(self._tools.tesseract), "stdin", "stdout", "-l", self._tools.ocr_language,
            "--psm", segmentation, "--dpi", str(self._dpi), "tsv",
        ]  # fmt: skip
        try:
            done = subprocess.run(
                command,
                input=picture.getvalue(),
                capture_output=True,
                env={**os.environ, "OMP_THREAD_LIMIT": "1"},
                timeout=max(self._until - time.monotonic(), 0.1),
                check=False,
            )
        except (subprocess.TimeoutExpired, OSError) as error:
            raise OcrFailed(str(error)) from error
        if done.returncode != 0:
            raise OcrFailed(done.stderr.decode(errors="replace")[:200])
        scale = 72.0 / self._dpi
        return with_numerals(
            _words(done.stdout.decode("utf-8", errors="replace"), scale), grey, scale
        )


def _pixels(cell: Box, scale: float, grey: Grey) -> tuple[int, int, int, int]:
    height, width = grey.shape
    x0, top, x1, bottom = (round(side * scale) for side in cell)
    return max(x0, 0), max(top, 0), min(x1, width), min(bottom, height)


def _back(word: OcrWord, moves: Sequence[Moved], scale: float) -> OcrWord | None:
    """A word of the column of cells, where it stands on the page."""
    middle = (word.top + word.bottom) / 2 / scale
    move = next((each for each in moves if each.top <= middle < each.bottom), None)
    if move is None:
        return None
    dx, dy = move.dx * scale, move.dy * scale
    return replace(
        word, x0=word.x0 + dx, x1=word.x1 + dx, top=word.top + dy, bottom=word.bottom + dy
    )


def _points(line: Box, scale: float) -> Box:
    x0, top, x1, bottom = line
    return x0 * scale, top * scale, x1 * scale, bottom * scale


def _words(table: str, scale: float) -> list[OcrWord]:
    rows = csv.reader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE)
    return [word for word in (_word(row, scale) for row in rows) if word is not None]


def _word(row: Sequence[str], scale: float) -> OcrWord | None:
    if len(row) != 12 or row[0] != "5" or not row[11].strip():
        return None
    left, top, width, height = (float(row[i]) * scale for i in range(6, 10))
    sure = float(row[10])
    if sure < (_LEAST_SURE if any(map(str.isalnum, row[11])) else _LEAST_SURE_SIGN):
        return None
    return OcrWord(
        row[11].strip(), left, top, left + width, top + height, sure / 100,
        (int(row[2]), int(row[3]), int(row[4])),
    )  # fmt: skip
