"""Pictures of pages: photographs and scans that were never put into a PDF."""

import io
from collections.abc import Callable
from dataclasses import replace

from PIL import Image, ImageOps, UnidentifiedImageError

from extract.readers.limits import Limits, Tools
from extract.readers.pdf import read_pdf
from extract.readers.refusals import needs_ocr, refuse
from extract.reading import Reading


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
    frames: list[Image.Image] = []
    try:
        with Image.open(io.BytesIO(data)) as picture:
            for at in range(min(getattr(picture, "n_frames", 1), limits.pages + 1)):
                picture.seek(at)
                frames.append(ImageOps.exif_transpose(picture).convert("RGB"))
            dots = float(picture.info.get("dpi", (0, 0))[0])
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError) as error:
        raise refuse("damaged") from error
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise refuse("expansion") from error
    if len(frames) > limits.pages:
        raise refuse("too-many-pages")
    # Without a sound word on its resolution the sheet is taken for A4.
    resolution = dots if 90 <= dots <= 1200 else max(max(f.size) for f in frames) / 11.69
    book = io.BytesIO()
    frames[0].save(
        book, "PDF", save_all=True, append_images=frames[1:], resolution=max(resolution, 50.0)
    )
    return book.getvalue()
