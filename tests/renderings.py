"""Renderings: a plan's text as offices would have made it, in Word, in PDF and scanned.

The letterhead and the signature stand in two columns without borders, tables are real ones
with ruling lines, the body is justified in 13 points, pages are numbered on top.
"""

import re
import shutil
import tempfile
from collections.abc import Collection, Iterator
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

_KEPT = re.compile(r"(?:-\s*)?Lưu\b")
_ANNEX = re.compile(r"(?:PHỤ LỤC|Phụ lục|DANH MỤC|Biểu|KẾ HOẠCH)\b")
# Three blanks and more, or a tab, between two columns; not a number or a day left blank.
_GAP = re.compile(r"(?<=[^\s:]) {3,}(?=[^\s/])|\s*\t\s*")
_BLANK_DAY = re.compile(r"\b(ngày|tháng|năm) {2,}(?=tháng|năm|\d)")
_TITLES = re.compile(
    r"(?:S?TT|Nhiệm vụ|Nội dung|Công việc|(?:Các )?[Đđ]ơn vị (?:chủ trì|phối hợp)|Chủ trì|Phối hợp"
    r"|Thời gian|Thời hạn|Kết quả|Sản phẩm|Ghi chú)(?!\w)"
)
_DAY = re.compile(r"\bngày\b.{0,20}\btháng\b")
_MOTTO = re.compile(r"CỘNG H[ÒO][AÀ] XÃ HỘI|^Độc lập|ĐẢNG CỘNG SẢN")
_TITLE = re.compile(r"^\W{0,3}KẾ HOẠCH\b")
_HEADING = re.compile(r"^(?:[IVX]{1,5}\.|PHẦN|Phần|[A-Z]\.)\s")
_STARS = re.compile(r"^\*{2,}|\*+$")  # emphasis as plain text shows it; `* ` begins an item
_RULE = re.compile(r"^[-_–—*=\s]{2,}$")


def blocks_of(path: Path) -> list[layout.Block]:
    """The document as a layout: paragraphs whole, tables as tables, head and foot in columns."""
    if path.suffix == ".layout":
        return layout.read(path)[1]
    flow = flow_of(with_flat_tables(read_file(path)[0]))
    things = list(_paragraphs(flow))
    words = [thing if isinstance(thing, str) else "" for thing, _ in things]
    title = next((at for at, line in enumerate(words[:14]) if _TITLE.search(line)), 0)
    foot = next((at for at, line in enumerate(words) if line.startswith("Nơi nhận")), len(words))
    end = _foot_end(words, foot)
    blocks: list[layout.Block] = []
    if title:
        blocks.append(_head([line for _, raw in things[:title] for line in raw]))
    blocks += [_body(thing) for thing, _ in things[title:foot]]
    if foot < end:
        blocks.append(_foot([line for _, raw in things[foot:end] for line in raw]))
    return blocks + [_body(thing) for thing, _ in things[end:]]


def _foot_end(words: list[str], foot: int) -> int:
    """Where an annex begins behind the signature, if one does."""
    kept = next((at for at in range(foot, len(words)) if _KEPT.match(words[at])), foot)
    for at in range(kept + 1, len(words)):
        if not words[at] or len(words[at]) > 60 or _ANNEX.match(words[at]) or at > kept + 8:
            return at
    return len(words)


def _paragraphs(flow: Flow) -> Iterator[tuple[str | layout.Table, list[str]]]:
    """`(words or table, printed lines)` in order, each table whole where its first cell is."""
    done: set[int] = set()
    for paragraph in flow.paragraphs:
        words = _STARS.sub("", flow.text[paragraph.start : paragraph.end].strip()).strip()
        if paragraph.place is None:
            if words and not _RULE.match(words):
                lines = [flow.reading.text[line.start : line.end] for line in paragraph.lines]
                yield words, [line.strip("*\x07") for line in lines]
        elif paragraph.place.table not in done:
            done.add(paragraph.place.table)
            yield _table(flow, paragraph.place.table), []


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
    rows = (_parted(rows[0]), *rows[1:])
    longest = [max(len(row[c]) for row in rows) for c in range(width)]
    return layout.Table(rows, tuple(round(max(9, min(n, 200)) ** 0.5) for n in longest))


def _body(line: str | layout.Table) -> layout.Block:
    if isinstance(line, layout.Table):
        return line
    if _TITLE.match(line):
        return layout.Paragraph(line, "centre")
    return layout.Paragraph(line, "bold" if _HEADING.match(line) else "body")


def _parted(head: tuple[str, ...]) -> tuple[str, ...]:
    """The head of a table whose titles ran together into its first cell, parted again."""
    if any(head[1:]):
        return head
    starts = [found.start() for found in _TITLES.finditer(head[0])]
    if len(starts) != len(head):
        return head
    ends = [*starts[1:], len(head[0])]
    return tuple(head[0][a:b].strip() for a, b in zip(starts, ends, strict=True))


def _head(lines: list[str]) -> layout.Columns:
    """Who issues and the number to the left; motto, place and day to the right."""
    left, right = _sides(lines)
    right += [line for line in left if _MOTTO.search(line) or _DAY.search(line)]
    left = [line for line in left if line not in right]
    return layout.Columns(tuple(left or [" "]), tuple(right or [" "]))


def _foot(lines: list[str]) -> layout.Columns:
    """Recipients to the left, up to the line that says where a copy is kept; then who signs."""
    kept = next((at for at, line in enumerate(lines) if _KEPT.match(line.strip())), len(lines))
    left, right = _sides(lines[: kept + 1])
    right += [line.strip() for line in lines[kept + 1 :] if line.strip()]
    return layout.Columns(tuple(left), tuple(right or [" "]))


def _sides(lines: list[str]) -> tuple[list[str], list[str]]:
    """Lines as printed side by side, parted at tabs and wide gaps."""
    left: list[str] = []
    right: list[str] = []
    for line in lines:
        far = len(line) - len(line.lstrip()) > 24
        first, _, second = _GAP.sub("\t", _BLANK_DAY.sub(r"\1 ", line.strip())).partition("\t")
        (right if far else left).append(first.strip())
        right.append(second.replace("\t", " ").strip())
    return [line for line in left if line], [line for line in right if line]


def render(path: Path, folder: Path, without: Collection[str] = ()) -> dict[str, Path]:
    """The document in every format but those `without`, by the format's name, in `folder`."""
    plain = folder / f"{path.stem}.docx"
    write_docx(blocks_of(path), plain)
    number_pages(plain)
    pdf = convert(plain, "pdf", folder)
    made = {"docx": plain, "pdf": pdf}
    if "mixed" not in without:
        with tempfile.TemporaryDirectory() as other:
            narrow = Path(other, f"{path.stem}-mixed.docx")
            set_font(plain, narrow, NARROW)
            made["mixed"] = convert(narrow, "pdf", folder)
    if "scan" not in without:
        made["scan"] = folder / f"{path.stem}-scan.pdf"
        data = pdf.read_bytes()
        pages = list(range(_pages(data)))
        made["scan"].write_bytes(scan(data, 200, pages, tilt=0.4, noise=5.0))
    return made


def _pages(data: bytes) -> int:
    import pypdfium2 as pdfium

    document = pdfium.PdfDocument(data)
    try:
        return len(document)
    finally:
        document.close()
