"""Painter, the process: takes a file on its input, answers sizes and pictures of its pages.

Not imported by the program itself; `extract.painter` starts it.
"""

import base64
import io
from collections.abc import Callable
from typing import Final

from extract.readers.limits import Limits, Tools
from extract.readers.media import PDF, media_type
from extract.readers.refusals import refuse
from extract.worker_main import Answer, Job, serve

_TALLEST: Final = 4_000  # dots: a roll of paper must not fill the memory
_WIDEST: Final = 2_400
_QUALITY: Final = 82


def main() -> None:
    """Draws pages until the input ends."""
    serve(_painting)


def _painting(limits: Limits, _tools: Tools) -> Job:
    import PIL.JpegImagePlugin  # noqa: F401 - loaded before the first page waits for it

    import extract.readers.pdf  # noqa: F401
    from extract.readers.member import member_of

    def paint(message: dict[str, object], data: bytes, _tell: Callable[[Answer], None]) -> Answer:
        within = message["within"]
        assert isinstance(within, list)
        book = _book(member_of(data, within, limits) if within else data, limits)
        if message["task"] == "sizes":
            return {"kind": "sizes", "sizes": sizes(book, limits)}
        drawn = picture(book, int(str(message["page"])), int(str(message["width"])))
        return {"kind": "picture", "jpeg": base64.b64encode(drawn).decode()}

    return paint


def _book(data: bytes, limits: Limits) -> bytes:
    media = media_type(data)
    if media == PDF:
        return data
    if media.startswith("image/"):
        from extract.readers.image import book_of

        return book_of(data, limits)
    raise refuse("unknown-type")


def sizes(book: bytes, limits: Limits) -> list[tuple[float, float]]:
    """Width and height of each page of a PDF, in points, as it is shown."""
    from extract.readers.pdf import open_pdf

    document = open_pdf(book)
    if len(document) > limits.pages:
        raise refuse("too-many-pages")
    return [document.get_page_size(number) for number in range(len(document))]


def picture(book: bytes, number: int, width: int) -> bytes:
    """Page `number` (from 1) as a JPEG of some `width`, narrower where the page is long."""
    from extract.readers.pdf import open_pdf
    from extract.readers.pdf_flatten import open_flat

    document = open_pdf(book)
    if not 1 <= number <= len(document):
        raise refuse("nothing-in-it")
    page, _stamps = open_flat(document, number - 1)
    wide, high = page.get_size()
    scale = min(min(width, _WIDEST) / max(wide, 1.0), _TALLEST / max(high, 1.0))
    image = page.render(scale=scale, may_draw_forms=False).to_pil().convert("RGB")
    kept = io.BytesIO()
    image.save(kept, "JPEG", quality=_QUALITY)
    return kept.getvalue()
