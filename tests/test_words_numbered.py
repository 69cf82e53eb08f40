"""Numbers of cited documents: what may stand before one, what shares it, what counts otherwise."""

import pytest
from test_citations import brief, read
from word_lists import each, each_of, words

COUNTS = words(
    """tháng, giờ, tuần, lần, người, nhiệm vụ, mục, nội dung, xã, huyện, tỉnh, trường, bước, điểm
    chỉ tiêu, phút, quý, đợt, giai đoạn, năm, ngày"""
)


def _cited(body: str) -> list[str]:
    """Kind, number, day and issuer of what is cited."""
    return [brief(one).rpartition(" | ")[0] for one in read(body=body)[1]]


@each(COUNTS)
def test_a_bare_number_that_counts_something(counted: str) -> None:
    assert _cited(f"theo Nghị quyết 57 {counted} qua") == []
    assert _cited(f"theo Nghị quyết số 57 {counted} qua") == []
    assert _cited(f"theo Nghị quyết 57 {counted}x qua") == ["Nghị quyết | 57 | - | -"]


@each_of([
        (" năm 2024", "Nghị quyết | 57 | 2024 | -"),
        (" năm 1998", "Nghị quyết | 57 | 1998 | -"),
        (" ngày 22/12/2024", "Nghị quyết | 57 | 2024-12-22 | -"),
        ("/2024", "Nghị quyết | 57/2024 | - | -"),
        ("/1998", "Nghị quyết | 57/1998 | - | -"),
        (", trang 3", "Nghị quyết | 57 | - | -"),
        ("/2024/HĐND", None), ("/1024", None), ("%", None), ("°", None), ("a", None),
        (".5", None), (",5", None), (":5", None), ("-5", None), ("/NQ", None), ("-NQ", None),
        (" / NQ", None), (" - NQ", None), ("§2", None), ("?2", None), ("!2", None), ("~2", None),
        ("^2", None),
    ],
)  # fmt: skip
def test_what_may_follow_a_bare_number(after: str, found: str | None) -> None:
    """A number that goes on is no bare one; what becomes of it is for the numbers' tests."""
    cited = _cited(f"theo Nghị quyết 57{after} và phụ lục")
    whole = ["Nghị quyết | 57 | - | -", "Nghị quyết | 57/2024 | - | -"]
    assert cited == [found] if found else not set(cited) & set(whole)


@each_of([
        ("gọi tắt là ", []), ("gọi là ", []), ("viết tắt là ", []), ("gọi tắt là “", []),
        ("viết tắt: ", ["Đề án | 06 | - | -"]), ("", ["Đề án | 06 | - | -"]),
    ],
)  # fmt: skip
def test_a_short_name_for_what_was_cited(before: str, found: list[str]) -> None:
    assert _cited(f"({before}Đề án 06) và phụ lục") == found


@each(["số    ", "Số: ", "số ……", "số ___", "số .... ", "số §!5 ", "số 1?2 "])
def test_a_number_left_blank(blank: str) -> None:
    dated = f"theo Nghị quyết {blank}/NQ-CP ngày 05/3/2024"
    assert _cited(dated) == ["Nghị quyết | - | 2024-03-05 | -"]
    assert (
        _cited(f"theo Nghị quyết {blank}/2024/NQ-CP, ngày 05/3/2024")[0][-14:] == "2024-03-05 | -"
    )
    assert _cited(f"theo Nghị quyết {blank}/NQ-CP mới đây") == []


@each(["số ", "Số ", "SỐ ", "số: ", "cố ", "sô ", "sồ ", "sổ ", "sỗ ", "sộ ", "so ", "xố ",
     "mang số ", "Mang số ", "ký hiệu ", "Ký hiệu: ", "", ", số ", "(số ", ": "],
)  # fmt: skip
def test_what_stands_between_a_kind_and_its_number(word: str) -> None:
    """The word wins over the letters, which would say `Báo cáo`."""
    assert _cited(f"theo Kế hoạch {word}12/BC-SNV.") == ["Kế hoạch | 12/BC-SNV | - | -"]
    assert _cited(f"theo Kế hoạch kèm {word}12/BC-SNV.") == ["Báo cáo | 12/BC-SNV | - | -"]


@each([", ", "; ", " và ", " hoặc ", ", và ", " & ", ", số ", " và số ", "; các số ", " ; "])
def test_what_joins_the_numbers_of_a_list(joint: str) -> None:
    listed = f"theo các Công văn số 7/SNV-VP{joint}9/SNV-VP."
    assert _cited(listed) == ["Công văn | 7/SNV-VP | - | -", "Công văn | 9/SNV-VP | - | -"]
    apart = "theo các Công văn số 7/SNV-VP kèm nhau 9/SNV-VP."
    assert _cited(apart) == ["Công văn | 7/SNV-VP | - | -"]


@each([", số ", "; số ", " và số ", ", ", "; ", " và "])
def test_a_list_whose_documents_have_days(joint: str) -> None:
    listed = f"theo Kế hoạch số 7/KH-SNV ngày 02/3/2024{joint}9/KH-SNV ngày 05/3/2024."
    want = ["Kế hoạch | 7/KH-SNV | 2024-03-02 | -", "Kế hoạch | 9/KH-SNV | 2024-03-05 | -"]
    assert _cited(listed) == want


@each(
    words(
        """Mẫu số, mẫu số, Biểu số, biểu số, Phụ lục số, phụ lục số, Mẫu, Biểu, Bảng số, Bảng
        Điện thoại số, Điện thoại, ĐT, Fax, Fax số"""
    ),
)
def test_numbers_of_forms_and_telephones(form: str) -> None:
    assert _cited(f"theo {form} 12/BC-SNV.") == []
    longer = form.replace(" số", "") + "x"
    assert _cited(f"theo tập {longer} 12/BC-SNV.") == ["Báo cáo | 12/BC-SNV | - | -"]


@each(["Số: 12/BC-SNV", "SỐ: 12/BC-SNV", "- Số 12/BC-SNV"])
def test_the_number_of_a_letterhead_is_no_citation(line: str) -> None:
    assert _cited(line) == []
    assert _cited(f"Một dòng.\n{line}") == []
    assert _cited(f"Nêu tại {line}") == ["Báo cáo | 12/BC-SNV | - | -"]


@each_of([("Thông báo kết luận", "12/TB-SNV", "Thông báo"),
     ("Chương trình hành động", "12-CTr/TU", "Chương trình")],
)  # fmt: skip
def test_a_longer_word_for_what_the_letters_say(kind: str, number: str, plain: str) -> None:
    assert _cited(f"theo {kind} số {number}.") == [f"{plain} | {number} | - | -"]
    assert _cited(f"theo {plain} số {number}.") == [f"{plain} | {number} | - | -"]


@pytest.mark.parametrize(
    ("kinds", "symbol"),
    [("Nghị quyết", "NQ/TW"), ("Chỉ thị", "CT/TW"), ("Kết luận", "KL/TW"), ("Quy định", "QĐ/TW"),
     ("Quyết định", "QĐ/TW"), ("Kế hoạch", "KH/TW"), ("Hướng dẫn", "HD/TW")],
)  # fmt: skip
@pytest.mark.parametrize("joint", [", ", " và ", ", và ", ", số "])
def test_numbers_that_share_the_symbol_of_the_next(kinds: str, symbol: str, joint: str) -> None:
    want = [f"{kinds} | {n}-{symbol} | - | -" for n in (20, 21, 22)]
    assert _cited(f"theo các {kinds} số 20, 21{joint}22-{symbol}.") == want


@each_of([("Thông tư", "TT-BNV"), ("Nghị định", "NĐ-CP")])
def test_numbers_that_share_a_year_and_a_symbol(kinds: str, symbol: str) -> None:
    cited = _cited(f"theo các {kinds} số 20 và 22/2024/{symbol}.")
    assert cited == [f"{kinds} | {n}/2024/{symbol} | - | -" for n in (20, 22)]


@each_of([
        ("Hiến pháp năm 2013", "Hiến pháp | - | 2013 | -"),
        ("Hiến pháp 1992", "Hiến pháp | - | 1992 | -"),
        ("Hiến pháp 2013", "Hiến pháp | - | 2013 | -"),
        ("Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam", "Hiến pháp | - | - | -"),
        ("Hiến pháp", None), ("Hiến pháp năm 1013", None), ("Hiến pháp 2013a", None),
        ("Hiến pháp nước Cộng hòa", None), ("hiến pháp 2013", None),
    ],
)  # fmt: skip
def test_the_constitution(words_of_it: str, found: str | None) -> None:
    assert _cited(f"căn cứ {words_of_it}; và phụ lục") == ([found] if found else [])
