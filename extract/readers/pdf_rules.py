"""PDF rules: the ruling lines of a page, and the cells that they enclose.

Lines come from PDFium's page objects; cells are found by pdfplumber's algorithm.
"""

import ctypes
from collections.abc import Iterator, Sequence
from typing import Any, Final, Protocol

import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pypdfium2.raw as raw  # type: ignore[import-untyped]

Bounds = tuple[float, float, float, float]
"""`(x0, top, x1, bottom)` in points from the page's top left."""

Matrix = tuple[float, float, float, float, float, float]

_THIN: Final = 3.2
_SHORTEST: Final = 4.0
_MOST_EDGES: Final = 2_000
_MOST_CROSSINGS: Final = 2_500
_DEEPEST_FORM: Final = 4
_SNAP: Final = 3.0
_THINNEST: Final = 8.0  # points; no row is so low: there a line of a scan only runs on a little
_MOST_SEGMENTS: Final = 400
_COLUMN_LINES: Final = 3  # lines that end level with each other, two columns at least

_Edge = dict[str, Any]
"""An edge as pdfplumber has it."""


class Shown(Protocol):
    """Turns a page's own coordinates into those of the page as shown."""

    def __call__(self, left: float, bottom: float, right: float, top: float) -> Bounds: ...


class Rules:
    """What is drawn on a page besides letters."""

    def __init__(self, page: pdfium.PdfPage, shown: Shown) -> None:
        self._shown = shown
        self._box = tuple(ctypes.c_float() for _ in range(4))
        self._form: Matrix | None = None
        self.horizontal: list[Bounds] = []
        self.vertical: list[Bounds] = []
        self.pictures: list[Bounds] = []
        self.paths = 0
        for index in range(raw.FPDFPage_CountObjects(page.raw)):
            self._take(raw.FPDFPage_GetObject(page.raw, index), 0)

    def _take(self, thing: object, depth: int) -> None:
        kind = raw.FPDFPageObj_GetType(thing)
        if kind == raw.FPDF_PAGEOBJ_PATH:
            self.paths += 1
            if len(self.horizontal) + len(self.vertical) < _MOST_EDGES:
                self._take_path(thing)
        elif kind == raw.FPDF_PAGEOBJ_IMAGE:
            bounds = self._bounds(thing)
            if bounds:
                self.pictures.append(bounds)
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth < _DEEPEST_FORM:
            around, self._form = self._form, _times(_matrix(thing), self._form)
            for index in range(raw.FPDFFormObj_CountObjects(thing)):
                self._take(raw.FPDFFormObj_GetObject(thing, index), depth + 1)
            self._form = around

    def _bounds(self, thing: object) -> Bounds | None:
        left, bottom, right, top = self._box
        if not raw.FPDFPageObj_GetBounds(thing, left, bottom, right, top):
            return None
        return self._turned(left.value, bottom.value, right.value, top.value)

    def _turned(self, left: float, bottom: float, right: float, top: float) -> Bounds:
        """From the axes of the form that holds it, if any, to the page as shown."""
        if self._form is None:
            return self._shown(left, bottom, right, top)
        one, two = _moved(self._form, left, bottom), _moved(self._form, right, top)
        (x0, x1), (y0, y1) = sorted((one[0], two[0])), sorted((one[1], two[1]))
        return self._shown(x0, y0, x1, y1)

    def _take_path(self, thing: object) -> None:
        bounds = self._bounds(thing)
        if bounds is None:
            return
        x0, top, x1, bottom = bounds
        if self._add(bounds):
            return
        if x1 - x0 < _SHORTEST or bottom - top < _SHORTEST:
            return
        # A box drawn with a pen has four sides; one only filled is a shade behind words.
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        raw.FPDFPath_GetDrawMode(thing, fill, stroke)
        if not stroke.value:
            return
        if _is_box(thing):
            self._add((x0, top, x1, top))
            self._add((x0, bottom, x1, bottom))
            self._add((x0, top, x0, bottom))
            self._add((x1, top, x1, bottom))
        else:
            for line in self._segments(thing):
                self._add(line)

    def _add(self, bounds: Bounds) -> bool:
        """Keeps what is as thin as a line; says whether it was."""
        x0, top, x1, bottom = bounds
        if bottom - top < _THIN <= x1 - x0:
            middle = (top + bottom) / 2
            self.horizontal.append((x0, middle, x1, middle))
        elif x1 - x0 < _THIN <= bottom - top:
            middle = (x0 + x1) / 2
            self.vertical.append((middle, top, middle, bottom))
        else:
            return x1 - x0 < _THIN and bottom - top < _THIN
        return True

    def _segments(self, thing: object) -> Iterator[Bounds]:
        """The straight lines of a path that is neither a line nor a box."""
        own = _matrix(thing)
        x, y = ctypes.c_float(), ctypes.c_float()
        at: tuple[float, float] | None = None
        for index in range(min(raw.FPDFPath_CountSegments(thing), _MOST_SEGMENTS)):
            segment = raw.FPDFPath_GetPathSegment(thing, index)
            raw.FPDFPathSegment_GetPoint(segment, x, y)
            to = _moved(own, x.value, y.value)
            if at and raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_LINETO:
                (left, right), (low, high) = sorted((at[0], to[0])), sorted((at[1], to[1]))
                yield self._turned(left, low, right, high)
            at = to


def _matrix(thing: object) -> Matrix:
    found = raw.FS_MATRIX()
    if not raw.FPDFPageObj_GetMatrix(thing, found):
        return (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    return (found.a, found.b, found.c, found.d, found.e, found.f)


def _times(inner: Matrix, outer: Matrix | None) -> Matrix | None:
    """The inner turn followed by the outer one; `None` where nothing moves."""
    if outer is None:
        return None if inner == (1.0, 0.0, 0.0, 1.0, 0.0, 0.0) else inner
    a, b, c, d, e, f = inner
    o = outer
    x, y = _moved(outer, e, f)
    return (
        a * o[0] + b * o[2], a * o[1] + b * o[3], c * o[0] + d * o[2], c * o[1] + d * o[3], x, y,
    )  # fmt: skip


def _moved(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _is_box(thing: object) -> bool:
    return bool(raw.FPDFPath_CountSegments(thing) in (4, 5))


def grids(horizontal: Sequence[Bounds], vertical: Sequence[Bounds]) -> list[list[Bounds]]:
    """The cells of each table that ruling lines enclose, tables from top to bottom."""
    if len(vertical) < 2 or (len(horizontal) < 2 and len(vertical) < _COLUMN_LINES):
        return []
    from pdfplumber.table import (
        cells_to_tables,
        edges_to_intersections,
        intersections_to_cells,
        merge_edges,
    )

    edges = [_edge(bounds, "h") for bounds in horizontal]
    edges += [_edge(bounds, "v") for bounds in vertical]
    merged = merge_edges(edges, _SNAP, _SNAP, _SNAP, _SNAP)
    merged = [edge for edge in merged if max(edge["width"], edge["height"]) >= _SHORTEST]
    merged += [_edge(bounds, "h") for bounds in _open_ends(merged)]
    crossings = edges_to_intersections(merged, _SNAP, _SNAP)
    if len(crossings) > _MOST_CROSSINGS:
        return []
    tables = cells_to_tables(intersections_to_cells(crossings))
    return [[(c[0], c[1], c[2], c[3]) for c in table] for table in tables]


def _open_ends(edges: Sequence[_Edge]) -> list[Bounds]:
    """Lines that close a table where the page cut a row: browsers draw none there."""
    upright = [edge for edge in edges if edge["orientation"] == "v"]
    level = [edge for edge in edges if edge["orientation"] == "h"]
    found: list[Bounds] = []
    for end in ("top", "bottom"):
        ends: list[list[_Edge]] = []
        for edge in sorted(upright, key=lambda each: each[end]):
            if not ends or edge[end] - ends[-1][0][end] > _SNAP:
                ends.append([])
            ends[-1].append(edge)
        for group in ends:
            y, x0, x1 = group[0][end], min(e["x0"] for e in group), max(e["x0"] for e in group)
            closed = any(
                abs(e["top"] - y) <= _THINNEST and e["x0"] < x1 and x0 < e["x1"] for e in level
            )
            if len(group) >= _COLUMN_LINES and not closed:
                found.append((x0, y, x1, y))
    return found


def _edge(bounds: Bounds, orientation: str) -> _Edge:
    x0, top, x1, bottom = bounds
    return {
        "x0": x0,
        "x1": x1,
        "top": top,
        "bottom": bottom,
        "doctop": top,
        "width": x1 - x0,
        "height": bottom - top,
        "orientation": orientation,
        "object_type": "line",
    }
