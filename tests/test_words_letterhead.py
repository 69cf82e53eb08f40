"""Letterheads: stamps and marks beside them, lines of the Party, labels of numbers, days."""

import datetime as dt

from test_head import read, unit
from word_lists import each, each_of, words

BELOW = """{number}
{day}

KẾ HOẠCH
Tưới cây

Căn cứ việc;
"""
NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
MARKS = words(
    """DỰ THẢO, Bản dự thảo, Dự thảo lần 2, SAO Y, SAO LỤC, TRÍCH SAO, Tài liệu họp, HỎA TỐC
    THƯỢNG KHẨN, KHẨN, KHẨN CẤP, MẬT, TỐI MẬT, TUYỆT MẬT, ĐẾN, CÔNG VĂN ĐẾN, Bản chính, Số đến: 25
    Ngày đến: 7/3, Giờ đến, Xem xét, (Dự thảo), ĐẾN Số: 25, ĐẾN 25"""
)


def _issuer(top: str, number: str = "Số: 12/KH-SKHAC") -> list[str | None] | None:
    below = BELOW.format(number=number, day="An Hòa, ngày 05 tháng 3 năm 2031")
    return unit(read(f"{top}\n{NATION}{below}")[0].issuer)


@each(MARKS)
def test_each_mark_that_is_no_issuer(mark: str) -> None:
    assert _issuer(mark) is None
    assert _issuer(f"{mark}\nSỞ Y TẾ") == ["Sở Y tế", None, "province-department"]


@each_of([
        ("MẶT TRẬN TỔ QUỐC VIỆT NAM", "Mặt trận Tổ quốc Việt Nam"),  # begins as `MẬT` does
        ("BẢO HIỂM XÃ HỘI", "Bảo hiểm xã hội"), ("ĐỀN HÙNG", "Đền hùng"),
        ("KHÁN ĐÀI TRUNG TÂM", "Khán đài Trung tâm"),
    ],
)  # fmt: skip
def test_names_that_begin_as_a_mark_does(line: str, name: str) -> None:
    found = _issuer(line)
    assert found is not None
    assert found[0] == name


@each(
    ["-------", "———", "___", "=====", "*", "**", "***", "/", "- - -", "~~~", "----- o0o -----"],
)
def test_rules_between_the_lines(rule: str) -> None:
    assert _issuer(f"SỞ Y TẾ\n{rule}") == ["Sở Y tế", None, "province-department"]


@each([
        "ĐẢNG CỘNG SẢN VIỆT NAM", "ĐOÀN TNCS HỒ CHÍ MINH", "ĐOÀN THANH NIÊN CỘNG SẢN HỒ CHÍ MINH",
    ],
)  # fmt: skip
def test_the_line_at_the_right_of_the_partys_letterhead(party: str) -> None:
    below = BELOW.format(number="Số: 12-KH/HU", day="An Hòa, ngày 05 tháng 3 năm 2031")
    head, _ = read(f"HUYỆN ỦY AN HÒA          {party}\n{below}")
    assert unit(head.issuer) == ["Huyện ủy", "An Hòa", "party"]
    long, _ = read(f"BAN CHẤP HÀNH {party} HUYỆN AN HÒA\n{below}")
    assert long.issuer is not None
    assert "huyện" in long.issuer.name or party.startswith("ĐẢNG")


@each_of([
        ("Số: 12/KH-SYT", "12/KH-SYT"), ("Số 12/KH-SYT", "12/KH-SYT"), ("Sô: 12/KH-SYT",
        "12/KH-SYT"),
        ("Sồ: 12/KH-SYT", "12/KH-SYT"), ("So: 12/KH-SYT", "12/KH-SYT"), ("SỐ: 12/KH-SYT",
        "12/KH-SYT"),
        ("Số; 12/KH-SYT", "12/KH-SYT"), ("Số. 12/KH-SYT", "12/KH-SYT"), ("Số: 12a/KH-SYT",
        "12a/KH-SYT"),
        ("Số: 12 / KH-SYT", "12/KH-SYT"), ("Số: 12-KH/HU", "12-KH/HU"), ("Số: 12 -KH/HU",
        "12-KH/HU"),
        ("Số: 12KH/SYT", "12/KH-SYT"), ("Luật số: 12/2031/QH15", "12/2031/QH15"),
        ("Bộ luật số: 12/2031/QH15", "12/2031/QH15"), ("Pháp lệnh số: 12/2031/UBTVQH15",
        "12/2031/UBTVQH15"),
        ("Lệnh số: 12/2031/L-CTN", "12/2031/L-CTN"), ("Nghị quyết số: 12/2031/QH15",
        "12/2031/QH15"),
        ("LUẬT Số: 12/2031/QH15", "12/2031/QH15"), ("NGHỊ QUYẾT Số: 12/2031/QH15", "12/2031/QH15"),
        ("Việc số: 12/KH-SYT", None), ("xSố: 12/KH-SYT", None), ("Số:      /KH-SYT", None),
        ("Số: ….../KH-SYT", None), ("Số: ......", None), ("Số: §1Z/KH-SYT", None),
    ],
)  # fmt: skip
def test_each_way_to_print_the_number(printed: str, number: str | None) -> None:
    day = "An Hòa, ngày 05 tháng 3 năm 2031"
    head, _ = read(f"SỞ Y TẾ\n{NATION}{BELOW.format(number=printed, day=day)}")
    assert head.number == number
    if "KH-SYT" in printed and number is None and printed.startswith("Số:"):
        assert head.symbol == "KH-SYT"


@each([
        "An Hòa, ngày 05 tháng 3 năm 2031", "An Hòa, ngày 5 tháng 03 năm 2031",
        "An Hòa, Ngày 05 Tháng 3 Năm 2031", "An Hòa , ngày 05 tháng 3 năm 2031",
        "An Hòa; ngày 05 tháng 3 năm 2031", "An Hòa. ngày 05 tháng 3 năm 2031",
        "An Hòa ngày 05 tháng 3 năm 2031", "An Hòa Ngày 05 tháng 3 năm 2031",
        "An Hòa, ngày 05/3/2031", "An Hòa, ngày 05-3-2031", "An Hòa, ngày 05.3.2031",
        "An Hòa, ngay 05 thang 3 nam 2031", "An Hòa, ngày 05  tháng  3  năm  2031",
        "An Hòa, ngày…05…tháng…3…năm…2031", "An Hòa, ngày 05 /tháng 3 /năm 2031",
    ],
)  # fmt: skip
def test_each_way_to_print_place_and_day(printed: str) -> None:
    head, _ = read(f"SỞ Y TẾ\n{NATION}{BELOW.format(number='Số: 12/KH-SYT', day=printed)}")
    assert (head.place, head.issued_on) == ("An Hòa", dt.date(2031, 3, 5))


@each([
        "An Hòa, ngày     tháng 3 năm 2031", "An Hòa, ngày 05 tháng     năm 2031",
        "An Hòa, ngày … tháng … năm 2031", "An Hòa, ngày 31 tháng 2 năm 2031",
        "An Hòa, ngày 05 tháng 3 năm 1031", "An Hòa, ngày 05 tháng 3 năm",
    ],
)  # fmt: skip
def test_a_day_left_blank_or_impossible(printed: str) -> None:
    head, _ = read(f"SỞ Y TẾ\n{NATION}{BELOW.format(number='Số: 12/KH-SYT', day=printed)}")
    assert (head.place, head.issued_on) == ("An Hòa", None)
