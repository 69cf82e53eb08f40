"""Render `corpus/samples/*/*.layout` to the DOCX and PDF files beside them.

    render_samples.py [SLUG …] [--fonts DIR]

A layout `x.layout` is written to `x.docx` or `x.pdf`, whichever the first line asks for
(`format: docx`). The rendered files are committed, so neither fonts nor reportlab are
needed to read them; run this only after a layout was changed.
"""

import argparse
import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape

import docx
import sample_layout as layout
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph as WordParagraph
from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import cm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Flowable, PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table

SAMPLES = Path(__file__).resolve().parent.parent / "corpus" / "samples"
FONTS = Path("/usr/share/fonts/truetype/liberation2")
FACES = {"": "Regular", "-Bold": "Bold", "-Italic": "Italic", "-BoldItalic": "BoldItalic"}
WRITTEN = dt.datetime(2025, 1, 2, tzinfo=dt.UTC)  # fixed, so that rendering anew changes nothing
WIDTH = 16.5  # centimetres between the margins of NĐ 30/2020, Phụ lục I: 3 left, 1.5 right
HEAD = "head"


def is_bold(text: str) -> bool:
    """Lines of the head and foot in capitals are bold, and so is the motto."""
    return (text.isupper() and not text.startswith("-")) or text.startswith("Độc lập")


# --- Word ------------------------------------------------------------------------------


def _write(paragraph: WordParagraph, text: str, style: str, size: float = 13) -> None:
    run = paragraph.add_run(text)
    run.font.size = Pt(size)
    run.bold = style in ("bold", "centre", HEAD) or (style == "column" and is_bold(text))
    run.italic = style == "italic" or text == "Nơi nhận:"
    if style in ("centre", HEAD):
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    elif style == "body":
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        paragraph.paragraph_format.first_line_indent = Cm(1)


def _docx_columns(document: docx.document.Document, block: layout.Columns, head: bool) -> None:
    table = document.add_table(rows=1, cols=2)
    for cell, lines in zip(table.rows[0].cells, (block.left, block.right), strict=True):
        for i, line in enumerate(line for line in lines if line):
            paragraph = cell.paragraphs[0] if i == 0 else cell.add_paragraph()
            _write(paragraph, line, "column", 13 if head or is_bold(line) else 11)
            if head or cell is table.rows[0].cells[1]:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _docx_table(document: docx.document.Document, block: layout.Table) -> None:
    table = document.add_table(rows=len(block.rows), cols=len(block.rows[0]), style="Table Grid")
    for r, row in enumerate(block.rows):
        for c, words in enumerate(row):
            cell = table.cell(r, c)
            cell.width = Cm(WIDTH * block.widths[c] / sum(block.widths))
            if words == layout.ABOVE:
                table.cell(r - 1, c).merge(cell)
            elif words == layout.LEFT:
                table.cell(r, c - 1).merge(cell)
            else:
                for i, part in enumerate(words.split(layout.NEW_PARAGRAPH)):
                    paragraph = cell.paragraphs[0] if i == 0 else cell.add_paragraph()
                    _write(paragraph, part.strip(), HEAD if r == 0 else "cell", 12)


def write_docx(blocks: list[layout.Block], path: Path) -> None:
    """A Word file: the head and the foot are borderless tables, as offices draw them."""
    document = docx.Document()
    document.styles["Normal"].font.name = "Times New Roman"
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(3), Cm(1.5)
    properties = document.core_properties
    properties.author, properties.comments = "", ""
    properties.created = properties.modified = WRITTEN
    for i, block in enumerate(blocks):
        if isinstance(block, layout.Columns):
            _docx_columns(document, block, head=i == 0)
        elif isinstance(block, layout.Table):
            _docx_table(document, block)
        elif isinstance(block, layout.PageBreak):
            document.add_page_break()
        else:
            _write(document.add_paragraph(), block.text, block.style)
    document.save(str(path))


# --- PDF -------------------------------------------------------------------------------


def _pdf_style(name: str, size: float = 13, align: int = TA_LEFT) -> ParagraphStyle:
    bold = name in ("bold", "centre", HEAD)
    font = "Serif-Bold" if bold else "Serif-Italic" if name == "italic" else "Serif"
    indent = cm if name == "body" else 0
    return ParagraphStyle(
        name, fontName=font, fontSize=size, leading=size * 1.3, alignment=align,
        firstLineIndent=indent, spaceAfter=4 if name not in ("cell", HEAD) else 0,
    )  # fmt: skip


def _pdf_cell(words: str, style: ParagraphStyle) -> list[Flowable]:
    parts = words.split(layout.NEW_PARAGRAPH)
    return [Paragraph(escape(part.strip()), style) for part in parts]


def _pdf_columns(block: layout.Columns, head: bool) -> Flowable:
    def lines(column: tuple[str, ...], right: bool) -> list[Flowable]:
        align = TA_CENTER if head or right else TA_LEFT
        out: list[Flowable] = []
        for line in column:
            name = "bold" if is_bold(line) else "italic" if line == "Nơi nhận:" else "column"
            style = _pdf_style(name, 11.5 if head or is_bold(line) else 11, align)
            style.spaceAfter = 0
            out.append(Paragraph(escape(line), style) if line else Spacer(1, 14))
        return out

    cells = [[lines(block.left, right=False), lines(block.right, right=True)]]
    widths = [WIDTH * 0.42 * cm, WIDTH * 0.58 * cm]
    return Table(cells, colWidths=widths, style=[("VALIGN", (0, 0), (-1, -1), "TOP")])


def _pdf_spans(block: layout.Table) -> Iterator[tuple[str, tuple[int, int], tuple[int, int]]]:
    rows = block.rows
    for r, row in enumerate(rows):
        for c, words in enumerate(row):
            if words in (layout.ABOVE, layout.LEFT):
                continue
            down = right = 0
            while r + down + 1 < len(rows) and rows[r + down + 1][c] == layout.ABOVE:
                down += 1
            while c + right + 1 < len(row) and row[c + right + 1] == layout.LEFT:
                right += 1
            if down or right:
                yield "SPAN", (c, r), (c + right, r + down)


def _pdf_table(block: layout.Table) -> Flowable:
    merged = (layout.ABOVE, layout.LEFT)
    head, cell = _pdf_style(HEAD, 11, TA_CENTER), _pdf_style("cell", 11)
    cells = [
        [[] if words in merged else _pdf_cell(words, cell if r else head) for words in row]
        for r, row in enumerate(block.rows)
    ]
    widths = [WIDTH * cm * share / sum(block.widths) for share in block.widths]
    style = [("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("VALIGN", (0, 0), (-1, -1), "MIDDLE")]
    return Table(cells, colWidths=widths, repeatRows=1, splitInRow=1,
                 style=[*style, *_pdf_spans(block)])  # fmt: skip


def write_pdf(blocks: list[layout.Block], path: Path, fonts: Path = FONTS) -> None:
    """A born-digital PDF with embedded fonts; the page number stands on top from page 2."""
    for suffix, face in FACES.items():
        pdfmetrics.registerFont(TTFont(f"Serif{suffix}", fonts / f"LiberationSerif-{face}.ttf"))
    flow: list[Flowable] = []
    for i, block in enumerate(blocks):
        if isinstance(block, layout.Columns):
            flow += [_pdf_columns(block, head=i == 0), Spacer(1, 10)]
        elif isinstance(block, layout.Table):
            flow += [_pdf_table(block), Spacer(1, 8)]
        elif isinstance(block, layout.PageBreak):
            flow.append(PageBreak())
        else:
            align = {"centre": TA_CENTER, "body": TA_JUSTIFY, "italic": TA_JUSTIFY}
            style = _pdf_style(block.style, 13, align.get(block.style, TA_LEFT))
            flow.append(Paragraph(escape(block.text), style))

    def number(canvas, _document) -> None:
        if canvas.getPageNumber() > 1:
            canvas.setFont("Serif", 12)
            canvas.drawCentredString(A4[0] / 2, A4[1] - 1.2 * cm, str(canvas.getPageNumber()))

    SimpleDocTemplate(
        str(path), pagesize=A4, leftMargin=3 * cm, rightMargin=1.5 * cm, topMargin=2 * cm,
        bottomMargin=2 * cm, invariant=1, title=path.stem,
    ).build(flow, onFirstPage=number, onLaterPages=number)  # fmt: skip


def main() -> None:
    """Render the samples named, or all that have a layout."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("slugs", nargs="*")
    parser.add_argument("--fonts", type=Path, default=FONTS)
    args = parser.parse_args()
    for path in sorted(SAMPLES.glob("*/*.layout")):
        if args.slugs and path.stem not in args.slugs:
            continue
        name, blocks = layout.read(path)
        target = path.with_suffix(f".{name}")
        if name == "docx":
            write_docx(blocks, target)
        else:
            write_pdf(blocks, target, args.fonts)
        print(target.relative_to(SAMPLES))


if __name__ == "__main__":
    main()
