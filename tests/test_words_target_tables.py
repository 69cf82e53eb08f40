"""How numbers of targets are written, the columns of their tables, and words that say when."""

import pytest
from target_words import aims
from word_lists import each, each_of, words
from work_words import when

from extract.flow import flow_of
from extract.reading import Cell, Reading, Table
from extract.targets.quantities import find_quantities
from extract.targets.tables import table_targets
from extract.targets.whens import cycle_of, time_of


def numbers(text: str) -> list[str]:
    """`>=3` for each number that counts or measures, with `%` or what it is out of."""
    return [
        f"{q.comparison}{q.value:g}{'%' if q.percent else q.per or ''}"
        for q in find_quantities(text, 0, len(text))
    ]


@each_of([
        ("trồng 12 ha rừng", ["=12"]),
        ("trồng 12ha rừng", ["=12"]),  # glued, as many write
        ("trồng 12hab rừng", []),
        ("trồng 12x rừng", []),
        *((f"làm 3,5{unit} đường", ["=3.5"]) for unit in words("km, kg, m2, m3, m², m³")),
        *((f"làm 3,5 {unit} đường", ["=3.5"]) for unit in words("km, kg, m2, m3, m², m³")),
        ("có 1.200 hộ", ["=1200"]),
        ("có 1200 hộ", ["=1200"]),
        ("có 1.200,5 tấn", ["=1200.5"]),
        ("có 3.5 tấn", ["=3.5"]),
        ("có 3,5 tấn", ["=3.5"]),
        ("có 1.200.000 hộ", ["=1.2e+06"]),
        ("có 12.34.56 hộ", []),
        ("có 1/2 hộ", []),
        ("có 3/3 hộ", ["=3"]),
        ("có 3/3", []),
        ("đạt 90-95% hộ", [">=90%"]),
        ("đạt 90 – 95% hộ", [">=90%"]),
        ("đạt 90% đến 95% hộ", [">=90%"]),
        ("đạt 90 đến 95% hộ", [">=90%"]),
        ("đạt 95% hộ", ["=95%"]),
        ("đạt 95 % hộ", ["=95%"]),
        ("đạt 95%1 hộ", ["=95%"]),  # a footnote's sign
        ("đạt 95%12, và", ["=95%"]),
        ("đạt 95%a hộ", []),
        ("đạt 95%/năm", ["=95%"]),
        ("đạt 5‰ hộ", ["=5‰"]),
        ("đạt 5 phần trăm hộ", ["=5%"]),
        *((f"còn 30/100.000 {of} ở làng", [f"=30/100.000 {of}"]) for of in
          words("dân, người, trẻ, ca, hộ, trẻ sống, trẻ đẻ sống")),
        ("còn 30/100.000 mâm", []),
        ("trên 3 hộ", [">=3"]),
        ("xtrên 3 hộ", ["=3"]),
        ("Ít nhất\u00a03 hộ", [">=3"]),
        ("≥3 hộ", [">=3"]),
        ("≤ 3 hộ", ["<=3"]),
        (">= 3 hộ", [">=3"]),
        ("< 3 hộ", ["<=3"]),
        ("3 hộ trở lên", ["=3"]),
        ("3 trở lên hộ", [">=3"]),
        ("3 trở xuống hộ", ["<=3"]),
        ("5 năm tấn thóc", ["=5"]),
        ("5 năm nữa", []),
        ("năm 2031 hộ", []),
        ("có 2031 hộ", []),  # more likely a year
        ("-3 hộ", []),
        ("A3 hộ", []),
    ],
)  # fmt: skip
def test_how_numbers_are_written(text: str, found: list[str]) -> None:
    assert numbers(text) == found


def targets(heads: list[str], row: list[str]) -> list[str]:
    """The targets of a table with one row under its heads."""
    text, rows = "", []
    for line in (heads, row):
        cells = []
        for word in line:
            cells.append(Cell(((len(text), len(text) + len(word)),)))
            text += f"{word}\n"
        rows.append(tuple(cells))
    flow = flow_of(Reading(text=text, tables=(Table(tuple(rows), 0, len(text)),)))
    return [
        f"{t.indicator} | {t.comparison}{t.value:g} {t.unit}"
        + (f" | {when(t.time)}" if t.time else "")
        for t in table_targets(flow)
    ]


ROW = ["Nước sạch", "hộ", "12"]


@pytest.mark.parametrize("noun", words("chỉ tiêu, mục tiêu, chỉ số, tiêu chí"))
@pytest.mark.parametrize("before", ["", "tên ", "nội dung ", "các ", "Tên  "])
def test_each_head_of_the_column_of_indicators(noun: str, before: str) -> None:
    assert targets([f"{before}{noun}", "ĐVT", "Năm 2031"], ROW) == [
        "Nước sạch | =12 hộ | 2031-01-01..2031-12-31"
    ]
    assert targets([f"số {before}{noun}", "ĐVT", "Năm 2031"], ROW) == []


@each(words("Đơn vị tính, ĐVT, Đơn vị đo, đvt (hộ)"))
def test_each_head_of_the_column_of_units(head: str) -> None:
    assert targets(["Chỉ tiêu", head, "Kế hoạch"], ROW) == ["Nước sạch | =12 hộ"]
    assert targets(["Chỉ tiêu", "Đơn vị", "Kế hoạch"], ROW) == ["Nước sạch | =12 None"]


PLANNED = words(
    """Kế hoạch, Chỉ tiêu, Mục tiêu, Năm 2031, Năm học 2031-2032, 2031, Giá trị, Tỷ lệ, Số lượng
    Phấn đấu, Chỉ tiêu giao, Giao"""
)
PAST = words("Thực hiện, Ước, Kết quả, Hiện trạng, Đã đạt, So sánh")


@each(PLANNED)
def test_each_head_of_a_column_of_planned_numbers(head: str) -> None:
    (found,) = targets(["Chỉ tiêu", "ĐVT", head], ROW)
    assert found.startswith("Nước sạch | =12 hộ")
    assert targets(["Chỉ tiêu", "ĐVT", "Nơi làm"], ROW) == []


@each(PAST)
def test_each_head_of_a_column_of_other_numbers(head: str) -> None:
    assert targets(["Chỉ tiêu", "ĐVT", f"{head} năm 2030"], ROW) == []


@each_of(
    [
        ("≥ 12%", [">=12 %"]),
        ("≤12", ["<=12 hộ"]),
        ("> 12", [">=12 hộ"]),
        ("12,5", ["=12.5 hộ"]),
        ("1.200", ["=1200 hộ"]),
        ("không", []),
        ("", []),
        ("12 xã này và nhiều xã nữa ở khắp nơi trong tỉnh", []),
    ],
)
def test_cells_of_numbers(cell: str, found: list[str]) -> None:
    assert targets(["Chỉ tiêu", "ĐVT", "Kế hoạch"], ["Nước sạch", "hộ", cell]) == [
        f"Nước sạch | {one}" for one in found
    ]


@each_of(
    [
        ("đến năm 2031", "..2031-12-31"),
        ("trước năm 2031", "..2031-12-31"),
        ("tới năm 2031", "..2031-12-31"),
        ("đến hết năm 2031", "..2031-12-31"),
        ("đến cuối năm 2031", "..2031-12-31"),
        ("đến năm 20315", None),
        ("năm 2031", "2031-01-01..2031-12-31"),
        ("hằng năm", "FREQ=YEARLY"),
        ("hàng năm", "FREQ=YEARLY"),
        ("mỗi năm", "FREQ=YEARLY"),
        ("từng năm", "FREQ=YEARLY"),
        ("3 lớp/năm", "FREQ=YEARLY"),
        ("nhiều năm", None),
    ],
)
def test_when_a_target_is_due(words_: str, time: str | None) -> None:
    found = time_of(f"Làng vui {words_}")
    assert (when(found) if found else None) == time


@each_of(
    [
        (" buổi/tuần", "FREQ=WEEKLY"),
        (" buổi / 01 tuần", "FREQ=WEEKLY"),
        (" buổi/1 tháng", "FREQ=MONTHLY"),
        (" buổi/một tháng", "FREQ=MONTHLY"),
        (" buổi mỗi tháng", "FREQ=MONTHLY"),
        (" buổi hằng tháng", "FREQ=MONTHLY"),
        (" buổi hàng năm", "FREQ=YEARLY"),
        (" buổi một năm", "FREQ=YEARLY"),
        (" buổi một năm 2031", None),
        (" buổi/năm 2031", None),
        (" buổi/năm2", None),
        (" buổi tháng", None),
        (" buổi/tuầnx", None),
        (" chuyên mục/quý", "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1"),
    ],
)
def test_how_often_a_number_is_reached(after: str, rule: str | None) -> None:
    found = cycle_of("ít nhất", after)
    assert (found.recurrence if found else None) == rule


@each(words("Giai đoạn, Đến năm, Năm, Trong năm"))
def test_a_line_that_says_when_those_under_it_are_due(label: str) -> None:
    year = "2031 - 2035" if label == "Giai đoạn" else "2031"
    (found,) = aims(f"{label} {year}:\n- 95% hộ dùng nước sạch.")
    assert found.startswith("hộ dùng nước sạch | =95 % | ")
    assert aims(f"Ở {label} {year}:\n- 95% hộ dùng nước sạch.") == ["hộ dùng nước sạch | =95 %"]


@each(words("Hằng năm, Hàng năm"))
def test_a_line_that_says_how_often(label: str) -> None:
    (found,) = aims(f"{label} (từ 2031):\n- 95% hộ dùng nước sạch.")
    assert found == "hộ dùng nước sạch | =95 % | FREQ=YEARLY"
