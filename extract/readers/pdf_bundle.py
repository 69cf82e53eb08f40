"""PDF bundles: several documents scanned or bound into one file, told apart page by page.

A page begins a document when it opens with a whole letterhead: motto, number, and a kind of
document or an addressee. Forms in annexes have a motto but no number of their own; so has a
draft, which is told by the submission (tờ trình, công văn) that it lies behind.
"""

import re
import unicodedata
from dataclasses import replace
from typing import Final

from extract.reading import Cell, Geometry, Reading, Table
from schemas import Box

_HEAD_LINES: Final = 22
_MOTTO: Final = frozenset("cong hoa xa hoi chu nghia viet nam".split())
_PARTY: Final = frozenset("dang cong san viet nam".split())
_NUMBER: Final = re.compile(r"^\W{0,3}Số\W{0,3}.{0,24}[/-]\s*[A-ZĐ]{2}", re.MULTILINE)
_KIND: Final = re.compile(
    r"^\W{0,3}(?:ke hoach|quyet dinh|to trinh|chi thi|thong bao|huong dan|nghi quyet|bao cao"
    r"|chuong trinh|de an|cong dien|ket luan|thong tri|quy dinh|phuong an)\W*$"
    r"|^kinh gui\b|^v/?v\b|^ve viec\b",
    re.MULTILINE,
)
_DRAFTED: Final = re.compile(
    r"^\W{0,3}(?:ke hoach|quyet dinh|nghi quyet|chuong trinh|de an|phuong an|quy dinh|chi thi"
    r"|huong dan)\W*$",
    re.MULTILINE,
)
_SUBMITS: Final = re.compile(r"^\W{0,3}(?:to trinh\W*$|kinh gui\b)", re.MULTILINE)
_DAY: Final = re.compile(r"^\W{0,3}\w[\w ]{1,24}[,.]\s*ngay\b", re.MULTILINE)
_ENDED: Final = re.compile(r"\./\.?|^\W{0,3}(?:kt|tm|tl)\. ?[a-z]", re.MULTILINE)
_DOUBLED: Final = re.compile(r"([aeiou])\1+")
_FORM: Final = re.compile(r"^\W{0,3}(?:Mẫu|Biểu|Phụ lục|PHỤ LỤC|MẪU|BIỂU)\b", re.MULTILINE)
_CLOSED: Final = re.compile(r"^\W{0,3}(?:nơi nhận|lưu\b)", re.MULTILINE | re.IGNORECASE)


def parted(reading: Reading) -> tuple[Reading, ...]:
    """The documents in the file; pages keep the numbers that they have in the file."""
    starts = _starts(reading)
    if len(starts) < 2:
        return (reading,)
    ends = [*starts[1:], len(reading.pages)]
    return tuple(_part(reading, first, last) for first, last in zip(starts, ends, strict=True))


def _starts(reading: Reading) -> list[int]:
    """Indices of the pages that begin a document; the first page always does."""
    starts = [0]
    pages = [*reading.pages, len(reading.text)]
    for index in range(1, len(reading.pages)):
        so_far = reading.text[pages[starts[-1]] : pages[index]]
        page = reading.text[pages[index] : pages[index + 1]]
        closed = _CLOSED.search(so_far) and opens_document(page)
        if closed or (len(starts) == 1 and _submits(so_far) and opens_document(page, draft=True)):
            starts.append(index)
    return starts


def _submits(so_far: str) -> bool:
    """Whether the pages are a whole document that brings another one before somebody."""
    folded = _folded(so_far)
    return bool(_ENDED.search(folded) and _SUBMITS.search("\n".join(_lines(folded))))


def _lines(page: str) -> list[str]:
    return page.lstrip().split("\n")[:_HEAD_LINES]


def opens_document(page: str, *, draft: bool = False) -> bool:
    """Whether a page opens with the letterhead of a document of its own, a `draft` with a day
    instead of a number."""
    head = "\n".join(_lines(page))
    folded = _folded(head)
    motto = any(
        len(wanted & set(line.split())) >= len(wanted) - 2
        for line in folded.split("\n")
        for wanted in (_MOTTO, _PARTY)
    )
    if not motto or _FORM.search(head):
        return False
    if draft:
        return bool(_DAY.search(folded) and _DRAFTED.search(_DOUBLED.sub(r"\1", folded)))
    return bool(_NUMBER.search(head)) and bool(_KIND.search(folded))


def _part(reading: Reading, first: int, last: int) -> Reading:
    """Pages `first` to `last` as a reading of their own; pages before it count as empty."""
    start = reading.pages[first]
    end = reading.pages[last] if last < len(reading.pages) else len(reading.text)
    text = reading.text[start:end].rstrip("\f")
    pages = (0,) * first + tuple(page - start for page in reading.pages[first:last])
    numbers = range(first + 1, last + 1)
    return replace(
        reading,
        text=text,
        pages=pages,
        tables=tuple(_moved(each, start) for each in reading.tables if start <= each.start < end),
        stamped=tuple((a - start, b - start) for a, b in reading.stamped if start <= a < end),
        signatures=reading.signatures if first == 0 else (),
        warnings=tuple(w for w in reading.warnings if w.page is None or w.page in numbers),
        geometry=_Shifted(reading.geometry, start) if reading.geometry else None,
    )


def _moved(table: Table, by: int) -> Table:
    rows = tuple(
        tuple(Cell(tuple((a - by, b - by) for a, b in cell.parts)) for cell in row)
        for row in table.rows
    )
    return Table(rows, table.start - by, table.end - by)


class _Shifted:
    """The geometry of a part: the same places, offsets counted from where the part begins."""

    def __init__(self, whole: Geometry, by: int) -> None:
        self._whole = whole
        self._by = by

    def boxes(self, start: int, end: int) -> tuple[Box, ...]:
        """As of the whole."""
        return self._whole.boxes(start + self._by, end + self._by)

    def confidence(self, start: int, end: int) -> float | None:
        """As of the whole."""
        return self._whole.confidence(start + self._by, end + self._by)


def _folded(line: str) -> str:
    """Lower case without marks, which recognition loses first."""
    split = unicodedata.normalize("NFD", line.lower().replace("đ", "d"))
    return "".join(letter for letter in split if not unicodedata.combining(letter))
