"""Readers: one file per format; each brings bytes to canonical text with what it knows."""

from collections.abc import Callable
from pathlib import Path

from extract.errors import ReadError
from extract.readers.fetch import fetch
from extract.readers.limits import Limits, Tools, find_tools
from extract.readers.media import DOC, DOCX, EML, HTML, ODT, PDF, RTF, TEXT, ZIP, media_type
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
        from extract.readers.pdf_bundle import parted

        return parted(read_pdf(data, limits, tools, notify))
    if media in (DOC, RTF, ODT):
        from extract.readers.office import read_office

        return (read_office(data, media, limits, tools),)
    if media == HTML:
        from extract.readers.html import read_html

        return (read_html(data, limits),)
    if media.startswith("image/"):
        from extract.readers.image import read_image

        return (read_image(data, media, limits, tools, notify),)
    return _read_bundle(data, name, media, limits, tools, notify)


def _read_bundle(
    data: bytes, name: str, media: str, limits: Limits, tools: Tools, notify: Notify | None
) -> tuple[Reading, ...]:
    def member(inner: bytes, inner_name: str, inner_limits: Limits) -> tuple[Reading, ...]:
        return read_bytes(inner, inner_name, limits=inner_limits, tools=tools, notify=notify)

    if media == ZIP:
        from extract.readers.zip import read_zip

        return read_zip(data, name, limits, member)
    if media == EML:
        from extract.readers.eml import read_eml

        return read_eml(data, name, limits, member)
    raise refuse("unknown-type")
