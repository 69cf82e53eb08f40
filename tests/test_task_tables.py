"""Task tables read back from text without geometry."""

from pathlib import Path

import pytest
import yaml

from extract.columns import HEADING_EXAMPLES, role_of
from extract.files import plans_of
from extract.flat_tables import with_flat_tables
from extract.reading import Reading

FLATTENED = yaml.safe_load(
    (Path(__file__).parent / "cases" / "flat_tables.yaml").read_text(encoding="utf-8")
)

FLAT = """III. TIẾN ĐỘ THỰC HIỆN
TT Nội dung công việc
Đơn vị
chủ trì
Đơn vị phối hợp
Thời gian
hoàn thành
1
Xây dựng kế hoạch kiểm tra an toàn
thực phẩm dịp Tết Nguyên đán.
Phòng
Y tế
UBND các xã,
phường, thị trấn
Tháng
01/2026
2
Tập huấn cho các cơ sở kinh doanh
dịch vụ ăn uống và bếp ăn tập
Phòng
Y tế
Trung tâm Y tế
Quý II/2026
thể trường học trên địa bàn.
3
Tổng hợp kết quả, báo cáo Sở
Y tế theo quy định.
Phòng
Y tế
UBND các xã,
phường, thị trấn
Trước ngày
15/12/2026
IV. TỔ CHỨC THỰC HIỆN
"""
ROWS = [
    ["1", "Xây dựng kế hoạch kiểm tra an toàn thực phẩm dịp Tết Nguyên đán.", "Phòng Y tế",
     "UBND các xã, phường, thị trấn", "Tháng 01/2026"],
    ["2", ("Tập huấn cho các cơ sở kinh doanh dịch vụ ăn uống và bếp ăn tập thể trường học "
     "trên địa bàn."),
     "Phòng Y tế", "Trung tâm Y tế", "Quý II/2026"],
    ["3", "Tổng hợp kết quả, báo cáo Sở Y tế theo quy định.", "Phòng Y tế",
     "UBND các xã, phường, thị trấn", "Trước ngày 15/12/2026"],
]  # fmt: skip
PIPES = """| STT | Nội dung | Đơn vị thực hiện | Thời gian |
| --- | --- | --- | --- |
| 1 | Mở lớp bồi dưỡng kỹ năng số | Phòng Văn hóa - Xã hội | Quý I/2026 |
| 2 | Số hóa hồ sơ hộ tịch | Công chức tư pháp | Cả năm |
"""
TABS = (
    "TT\tNội dung\tĐơn vị\nchủ trì\tThời gian\n"
    "1\tDiễn tập chữa cháy\tĐội PCCC\nkhu vực\tTháng 4\n"
    "2\tBảo dưỡng máy bơm\tĐội PCCC\tTháng 5\n(có phụ lục riêng)\n"
    "3\tSơ kết\tĐội PCCC\tTháng 6\nHết bảng.\n"
)
NO_NUMBERS = (
    "V. LỊCH\nThời gian\tNội dung\tNgười phụ trách\tGhi chú\n"
    "Tháng 9\tKhai giảng\tBan Giám hiệu\t\n\tKiện toàn ban chỉ huy\tTổ chuyên môn\tTrước 25/9\n"
    "Tháng 10\tĐại hội\tChi đoàn\t\nVI. TỔ CHỨC THỰC HIỆN\n"
)
TARGETS = (
    "| TT | Chỉ tiêu | Đơn vị tính | Kế hoạch |\n|---|---|---|---|\n"
    "| 1 | Số hộ dùng nước sạch | hộ | 1.200 |\n| 2 | Tỷ lệ che phủ rừng | % | 42,5 |\n"
)
CELL_MARKS = (
    "DANH MỤC\n\nTT\n\n\x07Nhiệm vụ\n\n\x07Đơn vị chủ trì\n\n\x07Thời gian\n\n\x07\n\n"
    "\x071\n\n\x07Lắp camera\n\n\x07Công an xã\n\n\x07Quý I\n\n\x07\n\n"
    "\x072\n\n\x07Tuần tra\n\n\x07\n\n\x07Thường xuyên\n\n\x07\n\n\x07"
)


def rows_of(text: str) -> list[list[str]]:
    reading = with_flat_tables(Reading(text))
    assert len(reading.tables) == 1
    return [
        [" ".join(" ".join(text[s:e] for s, e in cell.parts).split()) for cell in row]
        for row in reading.tables[0].rows[1:]
    ]


def test_cells_printed_one_after_the_other_with_a_row_cut_by_the_page() -> None:
    assert rows_of(FLAT) == ROWS


def test_rows_between_bars() -> None:
    assert rows_of(PIPES) == [
        ["1", "Mở lớp bồi dưỡng kỹ năng số", "Phòng Văn hóa - Xã hội", "Quý I/2026"],
        ["2", "Số hóa hồ sơ hộ tịch", "Công chức tư pháp", "Cả năm"],
    ]


def test_rows_between_tabs_with_breaks_inside_cells() -> None:
    assert rows_of(TABS) == [
        ["1", "Diễn tập chữa cháy", "Đội PCCC khu vực", "Tháng 4"],
        ["2", "Bảo dưỡng máy bơm", "Đội PCCC", "Tháng 5 (có phụ lục riêng)"],
        ["3", "Sơ kết", "Đội PCCC", "Tháng 6"],
    ]


def test_rows_between_tabs_without_numbers() -> None:
    assert rows_of(NO_NUMBERS) == [
        ["Tháng 9", "Khai giảng", "Ban Giám hiệu", ""],
        ["", "Kiện toàn ban chỉ huy", "Tổ chuyên môn", "Trước 25/9"],
        ["Tháng 10", "Đại hội", "Chi đoàn", ""],
    ]


def test_tables_of_targets_are_kept() -> None:
    assert rows_of(TARGETS)[-1] == ["2", "Tỷ lệ che phủ rừng", "%", "42,5"]


def test_words_cell_marks_with_an_empty_cell() -> None:
    assert rows_of(CELL_MARKS) == [
        ["1", "Lắp camera", "Công an xã", "Quý I"],
        ["2", "Tuần tra", "", "Thường xuyên"],
    ]


# Rows in which cells are merged have fewer tabs, those under a merged number none of their own.
MERGED = (
    "TT\tNhiệm vụ\tSản phẩm\tThời gian hoàn thành\tChủ trì\tPhối hợp\tTheo dõi\n"
    "1\tSắp xếp kho lưu trữ\tDanh mục\tTheo lộ trình của tỉnh\tTheo phân công tại Đề án"
    "\tVăn phòng\n"
    "2\tSố hóa hồ sơ\tKho số\tQuý II/2026\tPhòng Nội vụ\tVăn phòng\tVăn phòng\n"
    "\t\tQuy chế\tQuý III/2026\tVăn phòng\t\tVăn phòng\n"
    "3\tTập huấn\tTài liệu\nvà bài giảng\tQuý IV/2026\tPhòng Nội vụ\tVăn phòng\tVăn phòng\n"
)


def test_rows_with_merged_cells_between_tabs() -> None:
    assert rows_of(MERGED) == [
        ["1", "Sắp xếp kho lưu trữ", "Danh mục", "Theo lộ trình của tỉnh",
         "Theo phân công tại Đề án", "", "Văn phòng"],
        ["2", "Số hóa hồ sơ", "Kho số", "Quý II/2026", "Phòng Nội vụ", "Văn phòng", "Văn phòng"],
        ["2", "Số hóa hồ sơ", "Quy chế", "Quý III/2026", "Văn phòng", "", "Văn phòng"],
        ["3", "Tập huấn", "Tài liệu và bài giảng", "Quý IV/2026", "Phòng Nội vụ", "Văn phòng",
         "Văn phòng"],
    ]  # fmt: skip


SPACED = """II. LỊCH KIỂM TRA

  Nội dung kiểm tra          Tần suất             Thực hiện             Phối hợp

  Vệ sinh bếp ăn             Hằng tuần            Tổ nuôi dưỡng         Y tế
                                                                        trường học

  Nguồn nước uống,           Từ 01/8 đến          Tổ bảo vệ
  nước sinh hoạt             15/8/2026

     III. TỔ CHỨC THỰC HIỆN
     1. Tổ nuôi dưỡng: lưu mẫu thức ăn.
"""


def test_columns_held_apart_by_spaces() -> None:
    assert rows_of(SPACED) == [
        ["Vệ sinh bếp ăn", "Hằng tuần", "Tổ nuôi dưỡng", "Y tế trường học"],
        ["Nguồn nước uống, nước sinh hoạt", "Từ 01/8 đến 15/8/2026", "Tổ bảo vệ", ""],
    ]


GLUED = """IV. PHÂN CÔNG
STT Thời gian Công việc Chủ trì Phối hợp
1 Ngày 12/9/2026 Tham mưu kiện toàn Hội đồng thi đua Trạm Y tế Phòng Nội vụ
2 16-18/9/2026 Tập huấn nghiệp vụ cho cán bộ cấp xã Ban Tổ chức Công an
huyện, Phòng Y tế
3 Trước 05/10/2026 Thăm hỏi gia đình chính sách Hội Phụ nữ
Huyện đoàn
4. TỔ CHỨC KHÁC
"""


def test_rows_glued_into_a_line_each() -> None:
    assert rows_of(GLUED) == [
        ["1", "Ngày 12/9/2026", "Tham mưu kiện toàn Hội đồng thi đua", "Trạm Y tế", "Phòng Nội vụ"],
        ["2", "16-18/9/2026", "Tập huấn nghiệp vụ cho cán bộ cấp xã", "Ban Tổ chức",
         "Công an huyện, Phòng Y tế"],
        ["3", "Trước 05/10/2026", "Thăm hỏi gia đình chính sách", "Hội Phụ nữ", "Huyện đoàn"],
    ]  # fmt: skip


HALF = """III. DANH MỤC NHIỆM VỤ
TT
Thời hạn
Nhiệm vụ
Cơ quan chủ trì
Cơ quan phối hợp
1
Trước ngày
15/02/2026
Kiện toàn ban chỉ đạo
Phòng Văn
hóa - Xã hội
Văn phòng
HĐND và
UBND xã
2
Quý II/2026
Tổ chức ngày hội
Phòng Văn
hóa - Xã hội
Công an xã
"""


def test_a_cell_that_begins_with_half_a_name() -> None:
    assert [row[3:] for row in rows_of(HALF)] == [
        ["Phòng Văn hóa - Xã hội", "Văn phòng HĐND và UBND xã"],
        ["Phòng Văn hóa - Xã hội", "Công an xã"],
    ]


STRAY = """LỊCH CÔNG TÁC
Thời gian Nội dung Phụ trách Phối hợp
Tháng 8
Bảo dưỡng máy bơm
Tổ Văn phòng
Tổ bảo vệ

3

Tháng 10
Diễn tập chữa cháy
Đội chữa cháy
Công an xã
Cuối tháng
5
Niêm phong kho hóa chất
Tổ Hóa học
Tổ bảo vệ
"""


def test_a_page_number_is_no_part_of_a_time_but_a_month_is() -> None:
    assert [row[0] for row in rows_of(STRAY)] == ["Tháng 8", "Tháng 10", "Cuối tháng 5"]


@pytest.mark.parametrize(("heading", "role"), HEADING_EXAMPLES)
def test_heads_of_columns(heading: str, role: str) -> None:
    assert role_of(heading) == role


@pytest.mark.parametrize(
    "text",
    [
        "TT ngày càng nhiều việc phải làm",
        "STT\tHọ và tên\tNgày sinh\n1\tNgười thứ nhất\t01/01/1990\n",
        "Nội dung    Số lượng    Đơn giá    Thành tiền\nBút bi      10          3.000      30.000",
        "",
    ],
)
def test_other_tables_are_left_alone(text: str) -> None:
    assert with_flat_tables(Reading(text)).tables == ()


@pytest.mark.parametrize("case", FLATTENED, ids=lambda case: case["name"])
def test_flattened_tables_give_their_tasks(case: dict[str, object]) -> None:
    text = (
        "UBND TỈNH A\nSố: 12/KH-UBND\nA, ngày 05 tháng 01 năm 2026\nKẾ HOẠCH\nCông tác năm 2026\n"
        f"I. MỤC ĐÍCH\nNâng cao hiệu quả công tác.\nII. TIẾN ĐỘ THỰC HIỆN\n{case['text']}"
        "Trên đây là Kế hoạch công tác năm 2026./.\n"
    )
    (plan,) = plans_of(text.encode(), "x.txt")
    found = [
        [t.action, *([u.name for u in units] for units in (t.leads, t.partners)), t.time.start,
         t.time.end]
        for t in plan.tasks
    ]  # fmt: skip
    assert found == case["tasks"]
