"""Words by which a clause tells what its number is of."""

import pytest
from target_words import aims
from word_lists import each, each_of, words

from extract.targets.clauses import clauses

LEADS = words(
    """phấn đấu, góp phần, nhằm, bảo đảm, đảm bảo, mục tiêu, chỉ tiêu, hướng đến, tiếp tục, duy trì
    giữ vững, có, đạt, để, và, với, trong đó, riêng, cụ thể, ngay, yêu cầu, nguyên tắc
    mục tiêu là, là, cơ bản, hằng năm, hàng năm, hằng quý, hàng tháng, mỗi năm, mỗi quý, mỗi tháng
    mỗi học kỳ, đến năm 2031, trong năm 2031, hết năm 2031, cuối năm 2031, năm 2031, quý I
    năm học 2031-2032, giai đoạn 2031-2035, tháng 6, đến hết năm 2031"""
)


@pytest.mark.parametrize("lead", LEADS)
@pytest.mark.parametrize("mark", [" ", ", ", ": "])
def test_each_word_that_only_leads_in(lead: str, mark: str) -> None:
    (found,) = aims(f"{lead[0].upper()}{lead[1:]}{mark}95% hộ dùng nước sạch.")
    assert found.startswith("hộ dùng nước sạch | =95 %")


@each(words("a), b), 1., (a), -, +, 1.2., a., đ)"))
def test_a_marker_leads_in(marker: str) -> None:
    assert aims(f"{marker} 95% hộ dùng nước sạch.") == ["hộ dùng nước sạch | =95 %"]
    assert aims(f"Dọn bãi; {marker} 95% hộ dùng nước sạch.") == ["hộ dùng nước sạch | =95 %"]


@each(words("mong muốn, cóc, lành, đạtt, ngayy, mục đích"))
def test_other_words_are_of_the_indicator(word: str) -> None:
    (found,) = aims(f"{word.capitalize()} 95% hộ dùng nước sạch.")
    assert found.startswith(f"{word.capitalize()} hộ dùng nước sạch | =95 %")


MEASURED = words(
    """đạt, đạt tỷ lệ, đạt được, đạt mức, ở mức, chiếm, bằng, là, còn, xuống còn, phấn đấu đạt
    hằng năm đạt, hàng năm đạt"""
)


@each(MEASURED)
def test_each_word_between_a_measure_and_its_number(word: str) -> None:
    """What stands before is measured, what stands behind says no more of it."""
    (found,) = aims(f"Mức vui của làng {word} 95% so với năm trước.")
    assert found.startswith("Mức vui của làng | =95 %")
    (other,) = aims("Mức vui của làng trùm 95% so với năm trước.")
    assert not other.startswith("Mức vui của làng |")


def test_a_colon_between_a_measure_and_its_number() -> None:
    assert aims("Hộ có nước: 95%.")[0].startswith("Hộ có nước | =95 %")


CHANGES = words("tăng, giảm, nâng, lên, xuống, cắt giảm, rút ngắn, tăng thêm ở làng này")


@each(CHANGES)
def test_each_word_of_change_before_a_number(word: str) -> None:
    (found,) = aims(f"Chi phí điện {word} 5% mỗi hộ.")
    assert found.startswith("Chi phí điện")
    assert found.endswith("| =5 %")


MEASURES = words(
    """tỷ lệ, tỉ lệ, số lượng, số lượt, số vụ, số, mức độ, mức, chỉ số, tỷ trọng, tỉ trọng, tốc độ
    quy mô, diện tích, giá trị, thu nhập, doanh thu, tổng, năng suất, sản lượng, công suất, mật độ
    tăng trưởng, độ che phủ, tuổi thọ"""
)
BEFORE_A_MEASURE = words("nâng, làm với, bãi:, thêm đạt, làng có, ao và, tự nâng, cần đưa")


@each(MEASURES)
def test_each_noun_that_is_measured_begins_the_indicator(noun: str) -> None:
    (found,) = aims(f"Chăm bãi và {noun} lúa mới đạt 95%.")
    assert found == f"{noun} lúa mới | =95 %"
    (other,) = aims(f"Chăm bãi và x{noun} lúa mới đạt 95%.")
    assert other == f"Chăm bãi và x{noun} lúa mới | =95 %"


@each([*BEFORE_A_MEASURE, "dọn bãi,"])
def test_each_word_before_a_noun_that_is_measured(before: str) -> None:
    (found,) = aims(f"{before.capitalize()} năng suất lúa mới đạt 95%.")
    assert found == "năng suất lúa mới | =95 %"
    (other,) = aims(f"{before.capitalize()} bãi năng suất lúa mới đạt 95%.")
    assert other != "năng suất lúa mới | =95 %"


TURNS = words(
    """riêng, phấn đấu, nâng, trong đó, tỷ lệ, tỉ lệ, đến năm, số, mức độ, giảm, tăng, đạt, còn
    đảm bảo, bảo đảm, gồm, bao gồm, tối thiểu, ít nhất, hoàn thành, xây dựng"""
)


@pytest.mark.parametrize("turn", TURNS)
@pytest.mark.parametrize("mark", [", ", " ("])
def test_each_word_with_which_another_statement_begins(turn: str, mark: str) -> None:
    (found,) = aims(f"95% hộ dùng nước sạch{mark}{turn} mong nước về.")
    assert found == "hộ dùng nước sạch | =95 %"
    (other,) = aims(f"95% hộ dùng nước sạch{mark}{turn}x mong nước về.")
    assert other != "hộ dùng nước sạch | =95 %"


SAID = words(
    """được, đạt, đủ, bảo đảm, đảm bảo, hoàn thành, hoàn thiện, chấp hành, phải, bố trí, tham gia
    ký, đáp ứng, nắm, biết, hưởng ứng, cam kết, có, không, thực hiện, triển khai, sử dụng
    xây dựng, tổ chức, kết nối"""
)


@each(SAID)
def test_what_is_said_ends_the_noun_that_it_is_said_of(verb: str) -> None:
    assert aims(f"95% hộ trong làng {verb} nước.") == [
        f"hộ trong làng {verb} nước | =95 % | hộ trong làng"
    ]


def test_what_a_noun_has_enough_of_is_said_of_it() -> None:
    assert aims("95% hộ trong làng có đủ nước.") == [
        "hộ trong làng có đủ nước | =95 % | hộ trong làng"
    ]


@each(
    [
        *(f"hộ có {w} sổ" for w in words("thẩm, liên, nguy, nhu, chứa, tính")),
        *(f"người {w} nước" for w in words("sử dụng, tham gia, nắm, có")),
        *(f"đám đang {w} nước" for w in words("sử dụng, tham gia, kết nối")),
        "làng tổ chức hành nghề",
        "hộ uống nước",
    ],
)
def test_words_that_belong_to_the_noun(words_: str) -> None:
    assert aims(f"95% {words_} trong làng.") == [f"{words_} trong làng | =95 %"]


SCALES = words("phút, giờ, ngày, ngày làm việc, ha, km, kg, m2, m³, MW, kW, MWp, tấn, tấn/ha")
MONEY = [f"{a} {b}" for a in words("tỷ, triệu, nghìn") for b in words("đồng, USD")]


@each([*SCALES, *MONEY])
def test_each_scale_of_a_noun_that_is_measured(scale: str) -> None:
    (found,) = aims(f"Rút ngắn việc và mức chờ của hộ dưới 30 {scale}.", "Chỉ tiêu")
    assert found.startswith("mức chờ của hộ | <=30")
    (other,) = aims("Rút ngắn việc và mức chờ của hộ dưới 30 mâm.", "Chỉ tiêu")
    assert not other.startswith("mức chờ của hộ |")


UNITS = words(
    """tỷ đồng, triệu đồng, nghìn đồng, ngàn đồng, tỷ USD, triệu USD, lượt, cuộc, buổi, lớp, bài
    tin, mô hình, hội nghị, đơn vị, doanh nghiệp, học sinh, học viên, giáo viên, sản phẩm, dự án
    hợp tác xã, trường, người, hộ, xã, phường, thôn, km, ha, m2, m³, tấn, điểm, giường, cơ sở
    văn bản, thủ tục, đợt, chuyên mục, chương trình, phóng sự, sáng kiến, đề tài, tổ, câu lạc bộ
    nhà, căn, công trình, địa bàn, bộ, máy, tài liệu, giải pháp, khu công nghiệp
    cụm công nghiệp, KCN, CCN, lượt người"""
)


@each(UNITS)
def test_each_unit_that_is_counted(unit: str) -> None:
    (found,) = aims(f"Có ít nhất 3 {unit} dựng gần ao.")
    assert f"| >=3 {unit}" in found
    (other,) = aims("Có ít nhất 3 mâm dựng gần ao.")
    assert "| >=3 mâm dựng" in other  # a noun that nobody knows: its first two words


TO_WHOM = words("tại, ở, cho, với, của, trong, đối với, đến")
LONG = "Chăm lo việc nhà việc làng việc bãi việc ao việc rừng cùng nhau thật vui"


@each(TO_WHOM)
def test_a_long_sentence_up_to_a_preposition_is_of_the_indicator(word: str) -> None:
    (found,) = aims(f"{LONG} {word} 95% hộ nghèo.")
    assert found == f"{LONG} {word} hộ nghèo | =95 %"
    (other,) = aims(f"{LONG} {word}x 95% hộ nghèo.")
    assert other == "hộ nghèo | =95 %"


@pytest.mark.parametrize("every", words("mỗi, hằng, hàng, từng"))
@pytest.mark.parametrize("cycle", words("năm, quý, tháng, tuần, học kỳ"))
def test_how_often_is_not_what_is_counted(every: str, cycle: str) -> None:
    (found,) = aims(f"Làng mở {every} {cycle} ít nhất 3 lớp dệt.")
    assert found.startswith("Làng mở lớp dệt | >=3 lớp")


@pytest.mark.parametrize("preposition", words("đến, trong, vào"))
@pytest.mark.parametrize("part", ["", "hết ", "cuối "])
def test_a_year_ends_what_is_counted(preposition: str, part: str) -> None:
    when = f"{preposition} {part}năm 2031"
    (found,) = aims(f"95% hộ dùng nước sạch {when} và vui.")
    assert found.startswith("hộ dùng nước sạch | =95 %")
    (found,) = aims(f"Mức vui của làng {when} đạt 95%.")
    assert found.startswith("Mức vui của làng | =95 %")


@each_of(
    [
        ("dọn bãi; dọn ao", 2),
        ("dọn bãi. Dọn ao", 2),
        ("dọn bãi. 3 hộ dọn ao", 2),
        ("dọn bãi. dọn ao", 1),
        ("dọn bãi... dọn ao", 2),
        ("dọn 5... ao", 1),
        ("dọn bãi… dọn ao", 2),
        ("dọn 1.200 hộ", 1),
        ("dọn bãi.", 1),
        ("dọn bãi\ndọn ao", 2),
    ],
)
def test_where_clauses_end(text: str, parts: int) -> None:
    assert len(list(clauses(text, 0, len(text)))) == parts


@each_of(
    [
        # behind a comma another noun is measured, not behind `và` or before a preposition
        ("Có 95% hộ vui, nợ của hộ dưới 2%", ["hộ vui | =95 %", "nợ của hộ | <=2 %"]),
        ("Có 95% hộ vui, và nợ của hộ dưới 2%", ["hộ vui, và nợ của hộ | =95 %"]),
        # an aim within a sentence: before it stands what is done, or what is measured
        ("Mức vui ở làng phấn đấu đạt 92%", ["Mức vui ở làng | =92 %"]),
        ("Dọn ao ở làng, bảo đảm 92% hộ vui", ["hộ vui | =92 %"]),
        ("Dọn ao ở làng, đảm bảo 92% hộ vui", ["hộ vui | =92 %"]),
        ("Dọn ao ở làng bảo đảm 92% hộ vui", ["Dọn ao ở làng bảo đảm hộ vui | =92 %"]),
        # a rate behind a measure is compared with something, or is what it reaches
        ("Mức vui của hộ giảm 5%/năm ở làng", ["Mức vui của hộ giảm ở làng | =5 % | FREQ=YEARLY"]),
        ("Mức vui ở làng phấn đấu 92%", ["Mức vui ở làng | =92 %"]),
        ("Mức vui của hộ giảm 5% trở lên", ["Mức vui của hộ giảm | >=5 %"]),
        ("Mức vui của hộ giảm 5% mỗi vụ", ["Mức vui của hộ giảm | =5 %"]),
        ("Có 95% hộ trở lên dùng nước", ["hộ dùng nước | =95 %"]),
        ("Có 95% hộ dùng nước cùng", ["hộ dùng nước | =95 %"]),
        ("Có 95% hộ dùng nước hoặc", ["hộ dùng nước | =95 %"]),
        ("Hộ vui đến năm 2031, đạt 95% mức", ["Hộ vui đến năm 2031 | =95 %"]),
    ],
)
def test_what_a_number_is_of(text: str, found: list[str]) -> None:
    assert [one.partition(" | 20")[0].partition(" | ..")[0] for one in aims(text)] == found
