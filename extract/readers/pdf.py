"""PDF: pages put together to one text, with the place of every line."""

from collections.abc import Callable, Iterable, Sequence
from typing import Final

import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pypdfium2.raw as raw  # type: ignore[import-untyped]

from extract.errors import ReadError
from extract.readers.encodings import Legacy, recognise
from extract.readers.limits import Limits, Tools
from extract.readers.media import PDF
from extract.readers.pdf_book import Book
from extract.readers.pdf_fast import PageContent, read_page
from extract.readers.pdf_guard import Layer
from extract.readers.pdf_letters import Letters
from extract.readers.pdf_pieces import Piece
from extract.readers.pdf_tables import PdfTable
from extract.readers.places import Places
from extract.readers.refusals import PAGE_TROUBLES, needs_ocr, refuse
from extract.readers.stamps import signatures_in
from extract.reading import Reading
from schemas import ReadBy, ReadWarning, Signature

_PASSWORD: Final = raw.FPDF_ERR_PASSWORD


def open_pdf(data: bytes) -> pdfium.PdfDocument:
    """The document; raises Unreadable (`encrypted`, `damaged`)."""
    try:
        document = pdfium.PdfDocument(data)
        len(document)
    except pdfium.PdfiumError as error:
        locked = raw.FPDF_GetLastError() == _PASSWORD or "password" in str(error).lower()
        raise refuse("encrypted" if locked else "damaged") from error
    return document


def read_pdf(
    data: bytes, limits: Limits, tools: Tools, notify: Callable[[int], None] | None = None
) -> Reading:
    """The document in `data`; raises ReadError.

    `notify` is told how many pages go to OCR before the first of them does.
    """
    document = open_pdf(data)
    count = len(document)
    if count > limits.pages:
        raise refuse("too-many-pages")
    if count == 0:
        raise refuse("nothing-in-it")
    signatures = _signatures(document, data, tools)  # first: reading flattens them
    warnings: list[ReadWarning] = []
    letters = Letters(document)
    pages = [_page(document, index, letters, warnings) for index in range(count)]
    if len(warnings) == count:
        raise refuse("damaged")
    pictures = [page for page in pages if page.layer in (Layer.PICTURE, Layer.SOUP)]
    if pictures:
        pages = _with_pictures(document, pages, pictures, limits, tools, notify, warnings)
    book = Book(limits, _legacy(pages), letters.font)
    for page in pages:
        book.add(page)
    text = book.out.text()
    if not text.strip():
        raise _why_nothing(pictures, tools, warnings)
    return Reading(
        text=text,
        media_type=PDF,
        read_by=_read_by(pages),
        wrapped=True,
        pages=tuple(book.pages),
        tables=tuple(book.closed_tables()),
        stamped=tuple(book.stamped),
        signatures=signatures or signatures_in(book.stamp_text()),
        warnings=tuple(warnings),
        geometry=Places(book.places, letters.sides),
        encoding=book.legacy.name if book.legacy else None,
    )


def _why_nothing(
    pictures: Sequence[PageContent], tools: Tools, warnings: Sequence[ReadWarning]
) -> ReadError:
    """Why not a word came out of the file."""
    if pictures and tools.tesseract is None:
        return needs_ocr()
    unread = any(one.code == "ocr-failed" for one in warnings)
    return refuse("pictures-unread" if unread else "nothing-in-it")


def _page(
    document: pdfium.PdfDocument, index: int, letters: Letters, warnings: list[ReadWarning]
) -> PageContent:
    """A page's content; a broken page is empty and warned of, the others are still read."""
    try:
        return read_page(document, index, letters)
    except (ReadError, MemoryError):
        raise
    except Exception:  # PDFium's errors, and sizes that are no numbers
        warnings.append(_warning("page-damaged", index + 1))
        return PageContent(index + 1, (), (), Layer.BLANK, 0.0, 0.0)


def _with_pictures(
    document: pdfium.PdfDocument,
    pages: list[PageContent],
    pictures: list[PageContent],
    limits: Limits,
    tools: Tools,
    notify: Callable[[int], None] | None,
    warnings: list[ReadWarning],
) -> list[PageContent]:
    """The pages, those that are pictures read by OCR; what could not be is warned of."""
    if tools.tesseract is None or "ocr" in tools.rules_out:
        if not any(page.blocks for page in pages):
            raise needs_ocr()
        warnings.extend(_warning("needs-ocr", page.number) for page in pictures)
        return pages
    from extract.readers.pdf_ocr import recognise_pages

    if notify:
        notify(len(pictures))
    read = recognise_pages(document, pictures, limits, tools)
    warnings.extend(_warning("ocr-failed", number) for number, page in read.items() if not page)
    return [read.get(page.number) or page for page in pages]


def _signatures(document: pdfium.PdfDocument, data: bytes, tools: Tools) -> tuple[Signature, ...]:
    """The embedded signatures, checked; none where the file is too broken to check any."""
    if raw.FPDF_GetSignatureCount(document.raw) <= 0:
        return ()
    from extract.readers.pdf_signatures import check_signatures

    try:
        return check_signatures(data, tools.certificates)
    except Exception:  # a broken file that PDFium could still read
        return ()


def _warning(code: str, page: int) -> ReadWarning:
    return ReadWarning(code=code, message=PAGE_TROUBLES[code], page=page)


def _read_by(pages: Sequence[PageContent]) -> ReadBy:
    by_ocr = [page.read_by_ocr for page in pages if page.blocks]
    if by_ocr and all(by_ocr):
        return "ocr"
    return "pdf-mixed" if any(by_ocr) else "pdf-text"


def _legacy(pages: Sequence[PageContent]) -> Legacy | None:
    text = "\n".join(piece.text for page in pages for piece in _pieces(page))
    return recognise(text)


def _pieces(page: PageContent) -> Iterable[Piece]:
    for block in page.blocks:
        if isinstance(block, PdfTable):
            for row in block.rows:
                for cell in row:
                    for line in cell.lines:
                        yield from line
        else:
            for line in block:
                yield from line
