"""PDF flatten: what signatures and stamps show, made part of the page for reading.

Offices stamp the number and the date of issue as the appearance of a signature, where no
text reader looks. Only the copy in memory is changed.
"""

from typing import Final

import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pypdfium2.raw as raw  # type: ignore[import-untyped]

_SHOWING: Final = frozenset({raw.FPDF_ANNOT_WIDGET, raw.FPDF_ANNOT_STAMP, raw.FPDF_ANNOT_FREETEXT})
_MOST: Final = 500


def open_flat(document: pdfium.PdfDocument, index: int) -> tuple[pdfium.PdfPage, int | None]:
    """`(page, letters before)`: the page with its stamps; letters from that number on are
    the stamps'. `None` where the page has no stamps."""
    page = document[index]
    if not _has_stamps(page):
        return page, None
    text = page.get_textpage()
    before: int = raw.FPDFText_CountChars(text.raw)
    text.close()
    if raw.FPDFPage_Flatten(page.raw, raw.FLAT_NORMALDISPLAY) != raw.FLATTEN_SUCCESS:
        return page, None
    page.close()
    return document[index], before


def _has_stamps(page: pdfium.PdfPage) -> bool:
    for index in range(min(raw.FPDFPage_GetAnnotCount(page.raw), _MOST)):
        annotation = raw.FPDFPage_GetAnnot(page.raw, index)
        if not annotation:
            continue
        kind = raw.FPDFAnnot_GetSubtype(annotation)
        raw.FPDFPage_CloseAnnot(annotation)
        if kind in _SHOWING:
            return True
    return False
