"""Readers: one file per format; each brings bytes to canonical text with what it knows."""

from collections.abc import Callable
from pathlib import Path

from extract.errors import ReadError
from extract.readers.fetch import fetch
from extract.readers.limits import Limits, Tools, find_tools
from extract.readers.media import DOCX, PDF, TEXT, media_type
from extract.readers.refusals import refuse
from extract.readers.text import read_text
from extract.reading import Reading

Notify = Callable[[int], None]
"""Told how many pages go to OCR, before they do: it takes its time."""

__all__ = ["Limits", "Notify", "Tools", "find_tools", "read_bytes", "read_file"]


def read_file(
    path: Path,
    *,
    limits: Limits | None = None,
    tools: Tools | None = None,
    notify: Notify | None = None,
) -> tuple[Reading, ...]:
    """Every document of the file, in order. Raises ReadError.

    A bundle of which some members cannot be read gives the others, with warnings.
    """
    limits = limits or Limits()
    return read_bytes(fetch(path, limits), path.name, limits=limits, tools=tools, notify=notify)


def read_bytes(
    data: bytes,
    name: str,
    *,
    limits: Limits | None = None,
    tools: Tools | None = None,
    notify: Notify | None = None,
) -> tuple[Reading, ...]:
    """As `read_file`, for bytes that are at hand; `name` is for the reader's eyes only."""
    if not data:
        raise refuse("empty")
    try:
        return _read(data, name, limits or Limits(), tools or Tools(), notify)
    except (ReadError, MemoryError):
        raise
    except Exception as error:  # what a crafted file makes a library trip over
        raise refuse("damaged") from error


def _read(
    data: bytes, name: str, limits: Limits, tools: Tools, notify: Notify | None
) -> tuple[Reading, ...]:
    media = media_type(data)
    if media == TEXT:
        return (read_text(data, limits),)
    if media == DOCX:
        from extract.readers.docx import read_docx

        return (read_docx(data, limits),)
    if media == PDF:
        from extract.readers.pdf import read_pdf

        return (read_pdf(data, limits, tools, notify),)
    raise refuse("unknown-type")
