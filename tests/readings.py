"""What tests of the readers ask of a reading: its cells, and the tools of this machine."""

import shutil
from pathlib import Path

import pytest
from sample_layout import Table, read, words_of

from extract.readers import find_tools
from extract.reading import Reading

LAYOUT = Path(__file__).parent / "cases" / "readers" / "phong-chay.layout"
BLOCKS = read(LAYOUT)[1]
WORDS = words_of(BLOCKS).split()
ROWS = next([list(row) for row in block.rows] for block in BLOCKS if isinstance(block, Table))
TOOLS = find_tools()

needs_tesseract = pytest.mark.skipif(
    TOOLS.tesseract is None, reason="tesseract is not installed (apt install tesseract-ocr-vie)"
)
needs_office = pytest.mark.skipif(
    TOOLS.soffice is None,
    reason="LibreOffice is not installed (apt install libreoffice-writer-nogui)",
)
needs_posix = pytest.mark.skipif(shutil.which("sh") is None, reason="no POSIX shell here")


def cells(reading: Reading, table: int = 0) -> list[list[str]]:
    """The words of each cell, parts and lines joined with a space."""
    return [
        [" ".join(" ".join(reading.text[a:b] for a, b in cell.parts).split()) for cell in row]
        for row in reading.tables[table].rows
    ]
