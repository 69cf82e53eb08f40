"""Words of the flat text: lines of a cell that only begin a name, and marks that leave no trace."""

from word_lists import each, each_of, words

from extract.flow import flow_of
from extract.reading import Cell, Reading, Table

OFFICES = words(
    """các, những, toàn thể, Các, Những, Toàn thể, Tập thể, Thủ trưởng, Lãnh đạo, Hiệu trưởng
    Trưởng, Phó, Chủ tịch, Giám đốc, Chánh, Thường trực, Ban Thường trực, Ban Thường vụ, Bí thư
    Cán bộ, Người đứng đầu, Đồng chí, đồng chí"""
)
BODIES = words(
    """Thủ tướng, Cha mẹ, Phụ huynh, Bộ, Sở, Ban, Phòng, Vụ, Cục, Tổng cục, Chi cục, Văn phòng, UBND
    HĐND, Ủy ban, Uỷ ban, Hội, Đoàn, Tỉnh đoàn, Thành đoàn, Huyện đoàn, Công đoàn, Công an, Trường
    Trung tâm, Trạm, Tổ, Khối, Cụm, Đơn vị, Cơ quan, Cơ sở, Viện, Học viện, Đại học, Liên đoàn
    Mặt trận, MTTQ, UBMTTQ, UBMTTQVN, Thành viên, Liên minh, Liên hiệp, Hiệp hội, Tập đoàn
    Xí nghiệp, Nhà máy, Nông trường, Lâm trường, Quỹ, Nhà hát, Bảo tàng, Vườn quốc gia, Cảng vụ
    Cảnh sát, Bộ đội, Lực lượng, Ủy viên, Đảng ủy, Huyện ủy, Tỉnh ủy, Thành ủy, Quận ủy, Đảng uỷ
    Chi bộ, Đảng bộ, Chi đoàn, Liên đội, Giáo viên, GVCN, CBGV, Nhà trường, BGH, BCĐ, Kho bạc
    Ngân hàng, Bảo hiểm, BHXH, Thanh tra, Tòa án, Toà án, Viện kiểm sát, Báo, Đài, Xã, Phường, Thôn
    Bản, Bệnh viện, Công ty, Doanh nghiệp, Bộ phận, Hợp tác xã, HTX, Địa phương, Hạt, Đội, Đồn
    Hải quan, Quân sự, Điện lực, Bưu điện, Chi nhánh, Thư viện, Tiểu ban, Nhà văn hóa
    Nhà thiếu nhi, Câu lạc bộ, Chi hội, Thị trấn, Khoa, Kiểm lâm, Tổng công ty, Tòa soạn
    Tổng phụ trách, TPT"""
)
NO_BODIES = words(
    """Bộ máy, Ban hành, Vụ việc, Phòng chống, Phòng cháy, Phòng bệnh, Phòng họp, Phòng ngừa
    Hội nghị, Hội thảo, Hội thi, Hội nhập, Hội họp, Hội diễn, Hội thao, Hội trại, Hội chợ
    Hội báo, Hội khỏe, Hội sách, Đoàn kết, Trường hợp, Tổ chức, Khối lượng, Cụm từ, Cơ sở vật
    Báo cáo, Xã hội, Bãi, Nhà, Sởi, Trạmt, Nhà văn, Rừng"""
)


def cell_paragraphs(*lines: str) -> list[str]:
    """The paragraphs of a table's only cell, whose lines were paragraphs of their own."""
    text = "\n".join(lines)
    cell = Cell(((0, len(text)),))
    flow = flow_of(Reading(text=text, wrapped=False, tables=(Table(((cell,),), 0, len(text)),)))
    return [flow.text[p.start : p.end] for p in flow.paragraphs]


@each([*OFFICES, *BODIES, "Lãnh đạo Phòng", "các Trạm", "Phó Chánh"])
def test_a_line_that_only_begins_a_name_goes_on(half: str) -> None:
    assert cell_paragraphs(half, "Thủy Nông") == [f"{half} Thủy Nông"]
    assert cell_paragraphs(f"{half} Lúa", "Thủy Nông") == [f"{half} Lúa", "Thủy Nông"]


@each(NO_BODIES)
def test_a_line_that_is_whole_does_not_go_on(line: str) -> None:
    assert cell_paragraphs(line, "Thủy Nông") == [line, "Thủy Nông"]


@each(["thủy nông", ", thủy nông", "; thủy nông", ") và thủy nông"])
def test_a_line_that_begins_small_goes_on(line: str) -> None:
    assert cell_paragraphs("Rừng", line) == [f"Rừng {line}"]


def test_a_third_line_does_not_begin_with_the_first() -> None:
    assert cell_paragraphs("Phòng", "Thủy Nông", "Phòng") == ["Phòng Thủy Nông", "Phòng"]


@each_of(
    [
        ("Trạm  bơm", "Trạm bơm"),
        ("Trạm\tbơm", "Trạm bơm"),
        ("Trạm\u00a0bơm", "Trạm bơm"),
        ("Trạm \u2003 bơm", "Trạm bơm"),
        ("Trạm\u200b bơm", "Trạm bơm"),
        ("Trạ\u00adm bơm", "Trạm bơm"),
        ("Trạm **bơm** mới", "Trạm bơm mới"),
        ("**Trạm bơm** mới", "Trạm bơm mới"),
        ("Trạm *bơm* mới", "Trạm *bơm* mới"),
        ("Trạm ** bơm", "Trạm ** bơm"),
        ("Trạm*** bơm", "Trạm*** bơm"),
        ("Trạm\\-bơm", "Trạm-bơm"),
        ("số 5\\. Trạm", "số 5. Trạm"),
        ("C:\\trạm", "C:\\trạm"),
    ],
)
def test_what_leaves_no_trace_and_what_does(written: str, read: str) -> None:
    flow = flow_of(Reading(text=written, wrapped=False))
    assert flow.text.rstrip("\n") == read
