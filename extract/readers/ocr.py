"""OCR: words of a picture with their boxes and confidence, by tesseract.

Tesseract runs as a program of its own, on one thread: unbounded threads make it seven
times slower. It reads the picture from a pipe and writes a table to another.
"""

import csv
import io
import os
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PIL import Image

from extract.readers.limits import Limits, Tools
from extract.readers.ocr_image import Prepared, prepare

DPI: Final = 200
_BLOCK: Final = "6"  # one block of text: cells of a table stay on their rows
_AUTO: Final = "4"  # one column of text of any size
_LEAST_SURE: Final = 12.0


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
    """A recognised page: words in tesseract's order, ruling lines in points."""

    words: tuple[OcrWord, ...]
    horizontal: tuple[tuple[float, float, float, float], ...]
    vertical: tuple[tuple[float, float, float, float], ...]
    tilt: float


class OcrFailed(Exception):
    """Tesseract broke off or took too long on a page."""


def recognise_page(image: Image.Image, dpi: int, limits: Limits, tools: Tools) -> OcrPage:
    """The words of one page; raises OcrFailed."""
    ready = prepare(image, dpi)
    table = _run(ready, dpi, limits, tools)
    scale = 72.0 / dpi
    return OcrPage(
        words=tuple(_words(table, scale)),
        horizontal=tuple(_points(line, scale) for line in ready.horizontal),
        vertical=tuple(_points(line, scale) for line in ready.vertical),
        tilt=ready.tilt,
    )


def _run(ready: Prepared, dpi: int, limits: Limits, tools: Tools) -> str:
    picture = io.BytesIO()
    Image.fromarray(ready.grey).save(picture, "PPM")
    command = [
        str(tools.tesseract), "stdin", "stdout", "-l", tools.ocr_language,
        "--psm", _BLOCK if ready.horizontal else _AUTO, "--dpi", str(dpi), "tsv",
    ]  # fmt: skip
    try:
        done = subprocess.run(
            command,
            input=picture.getvalue(),
            capture_output=True,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
            timeout=limits.ocr_page_seconds,
            check=False,
        )
    except (subprocess.TimeoutExpired, OSError) as error:
        raise OcrFailed(str(error)) from error
    if done.returncode != 0:
        raise OcrFailed(done.stderr.decode(errors="replace")[:200])
    return done.stdout.decode("utf-8", errors="replace")


def _points(
    line: tuple[float, float, float, float], scale: float
) -> tuple[float, float, float, float]:
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
    if sure < _LEAST_SURE:
        return None
    return OcrWord(
        row[11].strip(), left, top, left + width, top + height, sure / 100,
        (int(row[2]), int(row[3]), int(row[4])),
    )  # fmt: skip
