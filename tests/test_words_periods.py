"""The plan's own time in its title: each way of printing it, and times that are not its own."""

import datetime as dt

from word_lists import each, each_of

from extract.head.periods import period_of

YEAR = (dt.date(2031, 1, 1), dt.date(2031, 12, 31))
SPAN = (dt.date(2031, 1, 1), dt.date(2035, 12, 31))


def _days(words: str) -> tuple[dt.date | None, dt.date | None] | None:
    found = period_of(words)
    return (found.start, found.end) if found else None


@each([
        "giai đoạn 2031 - 2035", "Giai đoạn 2031-2035", "giai đoạn 2031–2035",
        "giai đoạn 2031—2035",
        "giai đoan 2031-2035", "giai đọan 2031-2035", "giai đoạn từ năm 2031 đến năm 2035",
        "giai đoạn từ 2031 đến 2035", "giai đoạn 2031 đến 2035", "các năm 2031-2035",
        "thời kỳ 2031-2035", "trong các năm 2031-2035", "năm 2031-2035", "nhiệm kỳ 2031-2035",
        "kế hoạch 5 năm 2031-2035", "5 năm 2031-2035", "05 năm (2031-2035)", "GIAI ĐOẠN 2031-2035",
        "2031-2035", "2031 – 2035",
    ],
)  # fmt: skip
def test_each_stretch_of_years(label: str) -> None:
    assert _days(f"Tưới cây xanh {label}") == SPAN or label[0] == "2"
    if label[0] == "2":
        assert _days(f"Tưới cây ({label})") == SPAN
    assert _days(f"Tưới cây xanh {label.replace('20', '10')}") is None


@each_of([
        ("năm 2031", (2031, 1, 1), (2031, 12, 31)), ("năm 1998", (1998, 1, 1), (1998, 12, 31)),
        ("NĂM 2031", (2031, 1, 1), (2031, 12, 31)), ("2031", (2031, 1, 1), (2031, 12, 31)),
        ("Năm Chuyển đổi số 2031", (2031, 1, 1), (2031, 12, 31)),
        ("năm học 2031-2032", (2031, 9, 1), (2032, 8, 31)),
        ("năm học 2031 - 32", (2031, 9, 1), (2032, 8, 31)),
        ("6 tháng đầu năm 2031", (2031, 1, 1), (2031, 6, 30)),
        ("06 tháng cuối năm 2031", (2031, 7, 1), (2031, 12, 31)),
        ("sáu tháng đầu năm 2031", (2031, 1, 1), (2031, 6, 30)),
        ("quý I năm 2031", (2031, 1, 1), (2031, 3, 31)), ("Quý II/2031", (2031, 4, 1),
        (2031, 6, 30)),
        ("quý III/2031", (2031, 7, 1), (2031, 9, 30)), ("QUÝ IV NĂM 2031", (2031, 10, 1),
        (2031, 12, 31)),
        ("quý 3 năm 2031", (2031, 7, 1), (2031, 9, 30)),
        ("tháng 2 năm 2031", (2031, 2, 1), (2031, 2, 28)), ("tháng 12/2031", (2031, 12, 1),
        (2031, 12, 31)),
    ],
)  # fmt: skip
def test_each_other_period(
    words: str, start: tuple[int, int, int], end: tuple[int, int, int]
) -> None:
    assert _days(f"Tưới cây xanh {words}") == (dt.date(*start), dt.date(*end))


@each(["đến năm 2031", "đến hết năm 2031"])
def test_a_period_without_a_beginning(words: str) -> None:
    assert _days(f"Tưới cây xanh {words}") == (None, YEAR[1])


@each([
        "Tổng kết năm 2031", "Sơ kết năm 2031", "Đánh giá kết quả năm 2031",
        "Đánh giá 5 năm 2031-2035",
        "Bầu cử đại biểu nhiệm kỳ 2031-2035", "Ứng cử nhiệm kỳ 2031-2035",
        "Họp đại biểu Quốc hội nhiệm kỳ 2031-2035", "Họp đại biểu Hội đồng nhiệm kỳ 2031-2035",
        "Họp đại biểu HĐND nhiệm kỳ 2031-2035", "Thực hiện Luật Thú y năm 2031",
        "Thực hiện Hiến pháp nước nhà năm 2031", "Thực hiện Pháp lệnh Dân số năm 2031",
        "Tưới cây so với năm 2031", "Tưới cây theo kết quả năm 2031", "Tưới cây từ sau năm 2031",
        "Tưới cây ban hành năm 2031", "Tưới cây định hướng năm 2031", "Tưới cây tầm nhìn năm 2031",
        "Tưới cây hướng tới năm 2031", "Tưới cây và định hướng năm 2031",
        "Tưới cây ngày 05 tháng 3 năm 1031",
        "năm 3031", "tháng 13/2031", "Tưới cây số 5/2031", "Tưới 2031 cây xanh mới",
    ],
)  # fmt: skip
def test_times_that_are_not_the_plans_own(words: str) -> None:
    assert period_of(words) is None


@each([
        "Phổ biến pháp luật trong trường năm 2031", "Xử lý kỷ luật trong trường năm 2031",
        "Xử lý kỉ luật trong trường năm 2031", "Họp tổng hợp năm 2031", "Tưới cây kết hợp năm 2031",
        "Tưới cây năm 2031, tầm nhìn đến năm 2040",
        "Thực hiện Luật Thú y trong năm học mới năm 2031",
    ],
)  # fmt: skip
def test_words_that_look_like_those(words: str) -> None:
    found = _days(words)
    assert found == YEAR or "Luật Thú y" in words
