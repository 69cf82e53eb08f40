"""Issuer lines of a letterhead: which begin a body, which go on with the one above."""

import pytest
from word_lists import each, words

from extract.head.issuers import full_name, group_units, is_issuer_line

HEADS = words(
    """Ủy ban, UBND, UBMTTQ, UB MTTQ, Hội đồng, HĐND, HĐTĐKT, Bộ, Sở, Phòng, Trường, Ban, Cục, Vụ
    Chi cục, Tổng cục, Trung tâm, TT, Hội, Đoàn, Liên đoàn, LĐLĐ, Công đoàn, Tỉnh ủy, Thành ủy
    Huyện ủy, Quận ủy, Thị ủy, Đảng ủy, Đảng bộ, Đảng đoàn, Chi bộ, Công an, Quân khu, Viện
    Học viện, Bệnh viện, Tòa án, Thanh tra, Văn phòng, Chính phủ, Thủ tướng, Quốc hội, Mặt trận
    MTTQ, Tổng công ty, Công ty, Tập đoàn, Ngân hàng, Bảo hiểm, Kho bạc, Thuế, Hải quan, Đài, Báo
    Nhà, Khoa, Tổ, Tiểu ban, Tỉnh đoàn, Thành đoàn, Huyện đoàn, Quận đoàn, Xã đoàn, Phường đoàn
    Liên hiệp, Tổng liên đoàn, Liên minh, Quỹ, Đại học, Chủ tịch, Kiểm toán, Bưu điện, Điện lực
    Hạt, Xí nghiệp, Lâm trường, Nông trường, Nhà máy, Trung ương, BCH, BTV, BTT, Liên đội, Đội, Cụm
    Khối, Tổng"""
)
PLACES = words("tỉnh, thành phố, huyện, quận, thị xã, xã, phường, thị trấn, đặc khu")
PARTS = words(
    """Văn phòng, Ban Tổ chức, Ban Tuyên giáo, Ban Dân vận, Ban Nội chính, Ủy ban Kiểm tra
    Ban Xây dựng Đảng, Ban Kinh tế, Ban Pháp chế, Thanh tra, Thường trực"""
)
COLLECTIVE = words("Ban Thường trực, Ban Chấp hành, Ban Thường vụ, BCH, BTV, BTT, Đoàn Chủ tịch")
OPEN = words(
    """Ban Thường vụ, Ban Thường trực, Ban Quản lý, Chi cục Trồng trọt và, Hội của, Ban Chỉ đạo về
    Ban Phòng chống, Tổ Công tác, Đoàn Giám sát, Ban Chấp hành, Trung tâm, Khối, Ban Chỉ đạo
    Ban Tổ chức, Ban, Văn phòng, Hội đồng"""
)


@each(HEADS)
def test_each_word_that_begins_a_body(head: str) -> None:
    line = f"{head} Vùng Cao"
    assert group_units(["SỞ Y TẾ", line.upper()]) == ["SỞ Y TẾ", line.upper()]
    assert is_issuer_line(line)
    longer = f"{head.split()[0]}X VÙNG CAO"
    assert group_units(["SỞ Y TẾ", longer]) == [f"SỞ Y TẾ {longer}"]
    assert not is_issuer_line(f"x{line}")


@each(PLACES)
def test_each_place_that_goes_on_with_the_body(place: str) -> None:
    line = f"{place.upper()} AN HÒA"
    assert group_units(["ỦY BAN NHÂN DÂN", line]) == [f"ỦY BAN NHÂN DÂN {line}"]
    assert is_issuer_line(f"{place} An Hòa")
    assert not is_issuer_line(f"{place}x An Hòa")


@each(OPEN)
def test_each_body_that_the_next_line_finishes(open_end: str) -> None:
    above = open_end.upper()
    assert group_units([above, "BÁO AN HÒA"]) == [f"{above} BÁO AN HÒA"]
    collective = open_end in COLLECTIVE
    both = [f"{above} SỞ Y TẾ"] if collective else [above, "SỞ Y TẾ"]
    assert group_units([above, "SỞ Y TẾ"]) == both
    assert group_units([f"{above} CAO", "BÁO AN HÒA"]) == [f"{above} CAO", "BÁO AN HÒA"]


@each(["-", "–", ",", "&"])
def test_a_line_that_a_mark_leaves_open(mark: str) -> None:
    got = group_units([f"HỘI VÙNG CAO {mark}", "BÁO AN HÒA"])
    assert got == [f"HỘI VÙNG CAO {mark} BÁO AN HÒA"]


@each(COLLECTIVE)
def test_a_board_without_the_body_it_belongs_to(board: str) -> None:
    units = group_units(["HỘI NÔNG DÂN", board.upper()])
    assert units == ["HỘI NÔNG DÂN", board.upper()]
    assert full_name(units) == f"{board.upper()} HỘI NÔNG DÂN"
    assert full_name(["HỘI NÔNG DÂN", f"{board.upper()} XÃ"]) == f"{board.upper()} XÃ"


@each(PARTS)
def test_an_office_that_says_nothing_without_its_body(part: str) -> None:
    assert full_name(["HUYỆN ỦY AN HÒA", part.upper()]) == f"{part.upper()} HUYỆN ỦY AN HÒA"
    for whole in ("TỈNH ỦY", "TRUNG ƯƠNG", "HĐND TỈNH", "UBND HUYỆN", "ỦY BAN NHÂN DÂN", "SỞ", "BỘ",
                  "THÀNH PHỐ", "QUỐC HỘI", "CHÍNH PHỦ"):  # fmt: skip
        named = f"{part.upper()} {whole}"
        assert full_name(["TRÊN", named]) == named
    assert full_name([part.upper()]) == part.upper()
    assert full_name([]) is None


@pytest.mark.parametrize(
    "other", words("BỘ, VIỆN, TÒA ÁN, ỦY BAN, SỞ, ĐOÀN, HỘI, BAN, CHÍNH PHỦ, CÔNG AN, TỔNG")
)
@pytest.mark.parametrize("dash", ["-", "–"])
def test_bodies_of_one_rank_over_several_lines(other: str, dash: str) -> None:
    lines = [f"BỘ Y TẾ {dash} {other} VÙNG CAO", "SỞ NỘI VỤ"]
    assert group_units(lines) == [" ".join(lines)]
    assert group_units([f"BỘ Y TẾ {dash} VÙNG CAO", "SỞ NỘI VỤ"]) == [
        f"BỘ Y TẾ {dash} VÙNG CAO",
        "SỞ NỘI VỤ",
    ]


@each([
        "Số: /KH-UBND", "Sô: 1Z/KH", "SỐ: ..", "1. VIỆC CHUNG", "SỞ Y TẾ:", "SỞ Y TẾ;", "A",
        "- 5 -",
        "Tình hình chung", "Tình trạng chung", "Tính chất chung", "Quan điểm chung",
        "Quản lý chung",
        "Quan trọng nhất", "Quan tâm chung", "Quan hệ chung", "Phương án chung",
        "Phương pháp chung",
        "Phương hướng chung", "Phương châm chung", "Phương thức chung", "vùng cao", "Xãa An Hòa",
    ],
)  # fmt: skip
def test_lines_that_name_no_body(line: str) -> None:
    assert not is_issuer_line(line)
