"""Renderings: a plan's text as offices would have made it, in Word, in PDF and scanned.

The letterhead and the signature stand in two columns without borders, tables are real ones
with ruling lines, the body is justified in 13 points, pages are numbered on top.
"""

import re
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import sample_layout as layout
from fixtures.derived import scan
from fixtures.make_files import NARROW, convert, number_pages, set_font
from render_samples import write_docx

from extract.flat_tables import with_flat_tables
from extract.flow import Flow, flow_of
from extract.readers import read_file

FORMATS = ("docx", "pdf", "mixed", "scan")
HAS_OFFICE = shutil.which("soffice") is not None

_NUMBER = re.compile(r"^(?:Số|V/v)\b")
_DAY = re.compile(r"\bngày\b.{0,20}\btháng\b")
_MOTTO = re.compile(r"CỘNG H[ÒO][AÀ] XÃ HỘI|^Độc lập|ĐẢNG CỘNG SẢN")
_TITLE = re.compile(r"^\W{0,3}KẾ HOẠCH\b")
_HEADING = re.compile(r"^(?:[IVX]{1,5}\.|PHẦN|Phần|[A-Z]\.)\s")
_RULE = re.compile(r"^[-_–—*=\s]{2,}$")


def blocks_of(path: Path) -> list[layout.Block]:
    """The document as a layout: paragraphs whole, tables as tables, head and foot in columns."""
    if path.suffix == ".layout":
        return layout.read(path)[1]
    flow = flow_of(with_flat_tables(read_file(path)[0]))
    lines = list(_paragraphs(flow))
    title = next((at for at, line in enumerate(lines[:14]) if _is(line, _TITLE)), 0)
    foot = next(
        (
            at
            for at, line in enumerate(lines)
            if isinstance(line, str) and line.startswith("Nơi nhận")
        ),
        len(lines),
    )
    head = [line for line in lines[:title] if isinstance(line, str)]
    blocks: list[layout.Block] = [_head(head)] if head else []
    blocks += [_body(line) for line in lines[title:foot]]
    tail = [line for line in lines[foot:] if isinstance(line, str)]
    if tail:
        blocks.append(_foot(tail))
    return blocks


def _is(line: str | layout.Table, pattern: re.Pattern[str]) -> bool:
    return isinstance(line, str) and pattern.search(line) is not None


def _paragraphs(flow: Flow) -> Iterator[str | layout.Table]:
    """Paragraphs in order, each table whole at the place of its first cell."""
    done: set[int] = set()
    for paragraph in flow.paragraphs:
        words = flow.text[paragraph.start : paragraph.end].strip().strip("*").strip()
        if paragraph.place is None:
            if words and not _RULE.match(words):
                yield words
        elif paragraph.place.table not in done:
            done.add(paragraph.place.table)
            yield _table(flow, paragraph.place.table)


def _table(flow: Flow, number: int) -> layout.Table:
    cells: dict[tuple[int, int], list[str]] = {}
    for paragraph in flow.paragraphs:
        if paragraph.place and paragraph.place.table == number:
            words = flow.text[paragraph.start : paragraph.end].strip()
            cells.setdefault((paragraph.place.row, paragraph.place.column), []).append(words)
    height, width = (max(key[side] for key in cells) + 1 for side in (0, 1))
    rows = tuple(
        tuple(layout.NEW_PARAGRAPH.join(cells.get((r, c), ())) for c in range(width))
        for r in range(height)
    )
    longest = [max(len(row[c]) for row in rows) for c in range(width)]
    return layout.Table(rows, tuple(round(max(9, min(n, 200)) ** 0.5) for n in longest))


def _body(line: str | layout.Table) -> layout.Block:
    if isinstance(line, layout.Table):
        return line
    if _TITLE.match(line):
        return layout.Paragraph(line, "centre")
    return layout.Paragraph(line, "bold" if _HEADING.match(line) else "body")


def _head(lines: list[str]) -> layout.Columns:
    """Who issues and the number to the left; motto, place and day to the right."""
    right = [line for line in lines if _MOTTO.search(line) or _DAY.search(line)]
    left = [line for line in lines if line not in right]
    return layout.Columns(tuple(left or [" "]), tuple(right or [" "]))


def _foot(lines: list[str]) -> layout.Columns:
    """Recipients to the left, up to the line that says where a copy is kept; then who signs."""
    kept = next((at for at, line in enumerate(lines) if line.startswith(("- Lưu", "Lưu"))), 0)
    return layout.Columns(tuple(lines[: kept + 1]), tuple(lines[kept + 1 :] or [" "]))


def render(path: Path, folder: Path) -> dict[str, Path]:
    """The document in every format, by the format's name, in `folder`."""
    plain = folder / f"{path.stem}.docx"
    write_docx(blocks_of(path), plain)
    number_pages(plain)
    pdf = convert(plain, "pdf", folder)
    with tempfile.TemporaryDirectory() as other:
        narrow = Path(other, f"{path.stem}-mixed.docx")
        set_font(plain, narrow, NARROW)
        mixed = convert(narrow, "pdf", folder)
    scanned = folder / f"{path.stem}-scan.pdf"
    data = pdf.read_bytes()
    scanned.write_bytes(scan(data, 200, list(range(_pages(data))), tilt=0.4, noise=5.0))
    return {"docx": plain, "pdf": pdf, "mixed": mixed, "scan": scanned}


def _pages(data: bytes) -> int:
    import pypdfium2 as pdfium

    document = pdfium.PdfDocument(data)
    try:
        return len(document)
    finally:
        document.close()
