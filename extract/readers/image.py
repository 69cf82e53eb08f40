"""Pictures of pages: photographs and scans that were never put into a PDF."""

import io
import warnings
from collections.abc import Callable
from dataclasses import replace
from typing import Final

import pypdfium2 as pdfium  # type: ignore[import-untyped]
from PIL import Image, ImageOps

from extract.readers.limits import Limits, Tools
from extract.readers.pdf import read_pdf
from extract.readers.refusals import needs_ocr, refuse
from extract.reading import Reading

_MOST_PIXELS: Final = 60_000_000


def read_image(
    data: bytes, media: str, limits: Limits, tools: Tools,
    notify: Callable[[int], None] | None = None,
) -> Reading:  # fmt: skip
    """The pages in the picture, read by OCR; raises ReadError."""
    if tools.tesseract is None or "ocr" in tools.rules_out:
        raise needs_ocr()
    return replace(read_pdf(book_of(data, limits), limits, tools, notify), media_type=media)


def book_of(data: bytes, limits: Limits) -> bytes:
    """The picture's pages as a PDF, upright and in their size on paper; raises ReadError."""
    book = pdfium.PdfDocument.new()
    try:
        with warnings.catch_warnings(), Image.open(io.BytesIO(data)) as picture:
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            count = getattr(picture, "n_frames", 1)
            if count > limits.pages:
                raise refuse("too-many-pages")
            for at in range(count):
                picture.seek(at)
                _add(book, _sheet(picture), float(picture.info.get("dpi", (0, 0))[0]))
    except (OSError, SyntaxError, ValueError, EOFError, ArithmeticError, TypeError) as error:
        if not len(book):
            raise refuse("damaged") from error  # what was read of a cut fax is kept
    except Image.DecompressionBombError as error:
        raise refuse("expansion") from error
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def _sheet(picture: Image.Image) -> Image.Image:
    """The frame upright, in colour, and no larger than can be worked with."""
    width, height = picture.size
    if width * height > _MOST_PIXELS:
        picture.draft("RGB", (width // 2, height // 2))  # a photograph is decoded at half size
        width, height = picture.size
    if width * height > _MOST_PIXELS:
        raise refuse("expansion")
    return ImageOps.exif_transpose(picture).convert("RGB")


def _add(book: pdfium.PdfDocument, sheet: Image.Image, dots: float) -> None:
    """Puts one sheet behind the others, packed: a fax of fifty pages must fit into memory.

    Without a sound word on its resolution the sheet is taken for A4.
    """
    resolution = dots if 90 <= dots <= 1200 else max(max(sheet.size) / 11.69, 50.0)
    page = io.BytesIO()
    sheet.save(page, "PDF", resolution=resolution)
    single = pdfium.PdfDocument(page.getvalue())
    book.import_pages(single)
    single.close()
