"""PDF layout: pieces of a page in the order in which they are read.

Rows go from top to bottom. Where a run of rows has two columns (letterhead, recipients
beside the signature) the left column is read before the right one.
"""

import itertools
import re
from collections.abc import Callable, Sequence
from typing import Final

from extract.readers.pdf_pieces import Piece

Rebuild = Callable[[Sequence[tuple[int, int]]], list[Piece]]
Row = list[Piece]

_PAGE_NUMBER: Final = re.compile(r"^(?:[-–—\s]*(?:Trang\s+)?(\d{1,4})(?:\s*/\s*\d{1,4})?[-–—\s]*)$")
_MARGIN: Final = 0.11
_NEAREST: Final = 0.22
_FURTHEST: Final = 0.8
_LOOSE: Final = 3.0
_ALIGNED: Final = 14.0


def rows_of(pieces: Sequence[Piece], rebuild: Rebuild | None = None) -> list[Row]:
    """Pieces that stand side by side, from left to right; rows from top to bottom.

    Pieces of a row that overlap or touch are one torn line: `rebuild` sets their letters anew.
    """
    rows: list[Row] = []
    for piece in sorted(pieces, key=lambda each: each.middle):
        home = rows[-1] if rows and _level(rows[-1], piece) else None
        if home is None:
            rows.append([piece])
        else:
            home.append(piece)
    for row in rows:
        row.sort(key=lambda each: each.x0)
        if rebuild and any(_touch(a, b) for a, b in itertools.pairwise(row)):
            row[:] = _mended(row, rebuild)
    return rows


def _touch(left: Piece, right: Piece) -> bool:
    """Whether less than a space lies between two pieces."""
    return right.x0 - left.x1 < 0.2 * max(left.height, right.height)


def _level(row: Row, piece: Piece) -> bool:
    """Whether the piece shares at least half of the lower one's height with the row."""
    top = min(each.top for each in row)
    bottom = max(each.bottom for each in row)
    if bottom - top > 2.2 * max(min(each.height for each in row), piece.height):
        return False
    shared = min(bottom, piece.bottom) - max(top, piece.top)
    return shared > 0.5 * max(min(bottom - top, piece.height), 0.5)


def _mended(row: Row, rebuild: Rebuild) -> Row:
    if any(not piece.ranges for piece in row):
        return row
    ranges = sorted(stretch for piece in row for stretch in piece.ranges)
    pieces = rebuild(ranges)
    return pieces or row


def in_order(rows: Sequence[Row], width: float) -> list[list[Piece]]:
    """Lines in reading order, each the pieces of one line; an empty line parts columns."""
    lines: list[list[Piece]] = []
    at = 0
    while at < len(rows):
        end, gutter = _band(rows, at, width)
        if gutter is None:
            lines.append(list(rows[at]))
            at += 1
            continue
        band = rows[at:end]
        left = [[piece for piece in row if piece.x0 < gutter] for row in band]
        right = [[piece for piece in row if piece.x0 >= gutter] for row in band]
        if lines and lines[-1]:
            lines.append([])
        lines.extend(line for line in left if line)
        lines.append([])
        lines.extend(line for line in right if line)
        lines.append([])
        at = end
    while lines and not lines[-1]:
        lines.pop()
    return lines


def _band(rows: Sequence[Row], at: int, width: float) -> tuple[int, float | None]:
    """`(end, gutter)` of the two-column band that begins at row `at`; no gutter if none does.

    A band begins with a row that has words on both sides, or with words on the right beside
    which the left begins within a few rows. A row that crosses the gutter, a wide gap, or a
    line that stands in neither column (a centred title) ends it.
    """
    start = at
    while start < len(rows) and start < at + 4 and _gutter(rows[start], width) is None:
        if rows[start][0].x0 < _NEAREST * width:
            return at, None
        start += 1
    gutter = _gutter(rows[start], width) if start < min(len(rows), at + 4) else None
    if gutter is None or any(piece.x0 < gutter[0] for row in rows[at:start] for piece in row):
        return at, None
    lowest, highest = gutter
    end = start
    while end < len(rows):
        row = rows[end]
        left = [piece for piece in row if piece.x0 < lowest + _LOOSE]
        right = [piece for piece in row if piece.x0 >= lowest + _LOOSE]
        lowest_now = max([lowest, *(piece.x1 for piece in left)])
        highest_now = min([highest, *(piece.x0 for piece in right)])
        if highest_now - lowest_now < _LOOSE:
            break
        if end > start and not _belongs(rows[at:end], left, right, highest):
            break
        lowest, highest = lowest_now, highest_now
        end += 1
    return (end, (lowest + highest) / 2) if end > start else (at, None)


def _belongs(band: Sequence[Row], left: Row, right: Row, gutter: float) -> bool:
    """Whether a row goes on with the columns above it."""
    if _far(band[-1], left + right):
        return False
    if left and right:
        return True
    side = left or right
    x0, x1 = side[0].x0, max(piece.x1 for piece in side)
    column = [each for row in band for each in row if (each.x0 < gutter) == bool(left)]
    gap = side[0].top - max(each.bottom for each in column)
    if left and gap > 2.0 * max(each.height for each in column):
        return False
    beside = _ALIGNED if left else _LOOSE
    return any(
        abs(each.x0 - x0) < beside or abs(each.x0 + each.x1 - x0 - x1) < 2 * _ALIGNED
        for each in column
    )


def _gutter(row: Row, width: float) -> tuple[float, float] | None:
    """The widest gap of a row of exactly two or three pieces, if it may part columns."""
    gaps = [
        (b.x0 - a.x1, a.x1, b.x0)
        for a, b in itertools.pairwise(row)
        if b.x0 > _NEAREST * width and a.x1 < _FURTHEST * width and b.x1 - b.x0 > 20
    ]
    if not gaps:
        return None
    size, left, right = max(gaps)
    return (left, right) if size > 8 else None


def _far(above: Row, below: Row) -> bool:
    """Whether more than the height of five lines lies between two rows."""
    height = max(piece.height for piece in above + below)
    return min(piece.top for piece in below) - max(piece.bottom for piece in above) > 7 * height


def without_page_number(rows: list[Row], page: int, height: float) -> list[Row]:
    """The rows without the running number of the page (`page` counts from 1)."""
    kept = list(rows)
    for at in (0, -1):
        if not kept:
            break
        row = kept[at]
        near = row[0].top < _MARGIN * height or row[0].bottom > (1 - _MARGIN) * height
        if len(row) != 1 or not near:
            continue
        found = _PAGE_NUMBER.match(row[0].text)
        if found and 0 < int(found[1]) <= page + 3 and (page > 1 or int(found[1]) == 1):
            del kept[at]
    return kept
