"""Ruled tables: cells that lines enclose, and those that a page leaves open."""

from extract.readers.pdf_pieces import Piece
from extract.readers.pdf_rules import grids
from extract.readers.pdf_tables import fill_tables, is_cut

COLUMNS = (50.0, 90.0, 300.0, 500.0)


def _level(*heights: float) -> list[tuple[float, float, float, float]]:
    return [(COLUMNS[0], y, COLUMNS[-1], y) for y in heights]


def _upright(top: float, bottom: float) -> list[tuple[float, float, float, float]]:
    return [(x, top, x, bottom) for x in COLUMNS]


def _rows(cells: list[tuple[float, float, float, float]]) -> list[tuple[float, float]]:
    return sorted({(top, bottom) for _, top, _, bottom in cells})


def test_a_row_left_open_at_the_foot_of_a_page_is_closed():
    (cells,) = grids(_level(100, 130), _upright(100, 780))
    assert _rows(cells) == [(100, 130), (130, 780)]
    assert len(cells) == 6


def test_a_row_left_open_at_the_top_of_a_page_is_closed():
    (cells,) = grids(_level(200, 260), _upright(60, 260))
    assert _rows(cells) == [(60, 200), (200, 260)]


def test_a_page_of_nothing_but_the_middle_of_a_row():
    (cells,) = grids([], _upright(60, 780))
    assert _rows(cells) == [(60, 780)]


def test_two_lines_in_the_margin_enclose_nothing():
    assert grids([], [(50, 60, 50, 780), (90, 60, 90, 780)]) == []


def _piece(text: str, x0: float, top: float) -> Piece:
    return Piece(text, x0, top, x0 + 6 * len(text), top + 12)


def test_a_part_of_a_row_that_begins_a_new_item_belongs_to_the_row_above():
    """Where every row has its number, a row without one and with empty cells is cut."""
    pieces = [_piece("4", 60, 110), _piece("Tuyên truyền", 100, 110), _piece("Bài viết", 310, 110)]
    (above,), _ = fill_tables(grids(_level(100, 200), _upright(100, 200)), pieces, None)
    rest = [_piece("- Tọa đàm", 310, 70)]
    (below,), _ = fill_tables(grids(_level(60, 100), _upright(60, 100)), rest, None)
    assert is_cut(above, below.rows, numbered=True)
    assert not is_cut(above, below.rows, numbered=False)
