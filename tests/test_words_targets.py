"""Words by which a number is told to be something to reach, each in a sentence of its own."""

import pytest
from target_words import aims
from word_lists import each, each_of, words

GATE = [
    *((f"{w} 3", ">=") for w in words("ít nhất, tối thiểu, không dưới, trên, hơn, đạt từ, ≥, >")),
    *((f"{w} 3", "<=") for w in words("tối đa, không quá, dưới, ≤, <")),
]


@each_of(GATE)
def test_each_word_that_makes_a_number_an_aim(bound: str, sign: str) -> None:
    assert aims(f"- Mở {bound} lớp dệt.") == [f"Mở lớp dệt | {sign}3 lớp"]
    assert aims("- Mở 3 lớp dệt.") == []


def test_what_is_striven_for_is_an_aim() -> None:
    assert aims("- Phấn đấu mở 3 lớp dệt.") == ["mở lớp dệt | =3 lớp"]
    assert aims("- Phấn khởi mở 3 lớp dệt.") == []


@pytest.mark.parametrize("word", ["chỉ tiêu mở", "đạt", "có"])
@pytest.mark.parametrize(("more", "sign"), [("trở lên", ">="), ("trở xuống", "<=")])
def test_a_bound_behind_its_number(word: str, more: str, sign: str) -> None:
    (found,) = aims(f"Bà con {word} 3 {more} lớp dệt.")
    assert f"| {sign}3 " in found
    assert aims(f"Bà con {word} 3 lớp dệt.") == []


GOALS = words("Chỉ tiêu, Mục tiêu, Các chỉ tiêu, Mục tiêu cụ thể, Kết quả cần đạt")
NO_GOALS = words("Nhiệm vụ, Chương trình mục tiêu quốc gia, Kết quả, Tiêu chí, Chỉ đạo")


@each(GOALS)
def test_each_heading_under_which_numbers_are_aims(title: str) -> None:
    assert aims("- Mở 3 lớp dệt.", title) == ["Mở lớp dệt | =3 lớp"]
    assert aims("- Mở 3 lớp dệt.", title, "Văn hóa") == ["Mở lớp dệt | =3 lớp"]  # below too


@each(NO_GOALS)
def test_other_headings_make_no_aims(title: str) -> None:
    assert aims("- Mở 3 lớp dệt.", title) == []


PAST_HEADINGS = words(
    """Tình hình, Thực trạng, Kết quả thực hiện, Kết quả đạt được, Kết quả năm 2030, Đánh giá
    Ưu điểm, Hạn chế, Đặc điểm, Khái quát, Căn cứ, Đề cương"""
)


@each(PAST_HEADINGS)
def test_each_heading_under_which_numbers_are_past(title: str) -> None:
    body = "- 95% hộ dùng nước sạch."
    assert aims(body, f"{title} nước sạch") == []
    assert aims(body, title, "Nước sạch") == []
    assert aims(body, f"{title}; mục tiêu") != []
    assert aims(body, "Kết quả nước sạch") == ["hộ dùng nước sạch | =95 %"]


PAST = [
    *(f"đã {w}" for w in words("đạt, có, hoàn thành, thực hiện, ban hành, tổ chức, triển khai")),
    *words("đã xây dựng, đã giải quyết, đã được, ghi nhận, hiện có, hiện nay, hiện tại, đang có"),
    *words("phiếu, tán thành, tín nhiệm, triệu tập, có mặt, tổng số cử tri, điểm tối đa"),
    *words("mức chi, mức phạt, thuế suất, lãi suất, hỗ trợ không quá, kinh phí, định mức"),
    "tối đa 5 điểm",
]


@each(PAST)
def test_each_word_that_tells_of_something_else(word: str) -> None:
    assert aims(f"Bà con {word} 95% hộ dùng nước sạch.") == []
    apart = aims(f"Bà con {word} ở làng; 95% hộ dùng nước sạch.")
    assert apart[-1:] == ["hộ dùng nước sạch | =95 %"]


@each(words("đãi đạt, đã đi, kinh phíc, xphiếu, sắp có, lãi, định"))
def test_words_that_tell_nothing_of_the_past(word: str) -> None:
    assert aims(f"Bà con {word} 95% hộ dùng nước sạch.") != []


PENALTIES = words("cảnh cáo, phạt, xử lý, xử phạt, chấm dứt, trừ, cắt, thu hồi")


@each(PENALTIES)
def test_each_penalty(verb: str) -> None:
    assert aims(f"Nhà thầu chậm quá 20% khối lượng bị {verb} ngay.") == []
    assert aims(f"Nhà thầu chậm quá 20% khối lượng thì {verb} ngay.") != []


DOES = words(
    """có, đạt, được, tổ chức, xây dựng, thành lập, phát triển, hoàn thành, bố trí, đào tạo
    thu hút, hình thành, công nhận, huy động, trồng, giảm, tăng, nâng, lên, mới, thêm, kết nạp
    tập huấn, biên soạn, thực hiện, duy trì, phấn đấu, đăng, phát sóng, cung cấp, tiếp cận, tạo
    giải quyết, đề xuất, phát, đăng ký, mở, cử, viết, xuống, treo, tham gia, khám, tiêm, kiểm tra
    giúp đỡ, dành, làm, hoạt động, dự trữ, dự phòng, mua sắm, trang bị, sửa chữa, cải tạo, số hóa
    trao, tặng, tiếp nhận, lắp đặt, giới thiệu, ra mắt, nhân rộng, hỗ trợ, vận động, cấp"""
)


@each(DOES)
def test_each_verb_before_a_number_that_is_aimed_at(verb: str) -> None:
    (found,) = aims(f"Bà con {verb} ít nhất 3 lớp dệt.")
    assert found.endswith("| >=3 lớp")
    assert aims("Bà con thăm ít nhất 3 lớp dệt.") == []


CYCLES = [
    ("năm", "FREQ=YEARLY"),
    ("quý", "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1"),
    ("tháng", "FREQ=MONTHLY"),
    ("tuần", "FREQ=WEEKLY"),
    ("học kỳ", "FREQ=MONTHLY;INTERVAL=6"),
]


@pytest.mark.parametrize(("cycle", "rule"), CYCLES)
@pytest.mark.parametrize("every", words("mỗi, hằng, hàng, từng"))
@pytest.mark.parametrize("where", ["", " mỗi xã", " tại mỗi xã mới"])
def test_how_often_stands_before_a_number(cycle: str, rule: str, every: str, where: str) -> None:
    (found,) = aims(f"Bà con thăm {every} {cycle}{where} ít nhất 3 lớp dệt.")
    assert found.endswith(f"| >=3 lớp | {rule}")
    assert aims(f"Bà con thăm {every} nhà ít nhất 3 lớp dệt.", "Ở xã") == []
    assert aims(f"Nếu thăm {every} {cycle}{where} ít nhất 3 lớp dệt thì vui.") == []


COUNTED = words("lần, buổi, cuộc, đợt, tin, bài, lượt, kỳ, hoạt động, số, chuyên mục, lớp")


@pytest.mark.parametrize("noun", COUNTED)
@pytest.mark.parametrize("per", ["/", " mỗi ", " trong một ", " hằng ", " hàng ", "/ "])
@pytest.mark.parametrize("cycle", words("tuần, tháng, quý, năm, học kỳ"))
def test_so_many_in_each_cycle_are_aimed_at(noun: str, per: str, cycle: str) -> None:
    (found,) = aims(f"Bà con thăm nhau ít nhất 3 {noun}{per}{cycle}.")
    assert "| >=3 " in found
    if per != " trong một ":
        assert "| FREQ=" in found
    assert aims(f"Bà con thăm nhau ít nhất 3 {noun}{per}bãi.") == []


@each(words("đối với, trường hợp, nếu, khi"))
def test_a_condition_is_no_aim(word: str) -> None:
    assert aims(f"{word.capitalize()} mở ít nhất 3 lớp dệt thì vui.") == []
    assert aims(f"{word.capitalize()} họp ít nhất 3 buổi/tuần thì vui.") == []
    assert aims("Mở ít nhất 3 lớp dệt thì vui.") != []


MEASURES = words(
    """công suất, diện tích, sản lượng, giá trị, doanh thu, thu nhập, quy mô, chiều dài
    năng suất"""
)


@each(MEASURES)
def test_each_noun_that_is_measured_under_a_heading_of_aims(noun: str) -> None:
    (found,) = aims(f"- Bổ sung {noun} lúa khoảng 2.000 tấn.", "Chỉ tiêu")
    assert "2000 tấn" in found
    assert aims("- Bổ sung kho lúa khoảng 2.000 tấn.", "Chỉ tiêu") == []


@each(words("tỷ lệ, tỉ lệ, tỷ số, tỉ số, tỷ suất, tỉ suất"))
def test_numbers_that_describe_what_a_rate_is_of(rate: str) -> None:
    found = aims(f"{rate.capitalize()} trẻ được tiêm ít nhất 4 mũi đạt 75%.")
    assert [one.rpartition("| ")[2] for one in found] == ["=75 %"]
    both = aims("Bà con tiêm ít nhất 4 mũi, 75% hộ có nước.")
    assert [one.split("| ")[1] for one in both] == [">=4 mũi", "=75 %"]


WHEN_ONLY = words(
    """hết quý I, đến tháng 6, trong năm 2031, cuối năm, đầu năm, vào quý II, ngày 30/6, tháng 6
    quý I, năm 2031, học kỳ I, giai đoạn 2031-2035, 6 tháng, 6 tháng cuối năm, tháng 6 giải ngân
    quý I thực hiện, quý I hoàn thành, đến hết quý I, cuối quý I"""
)


@each([*WHEN_ONLY, "quý I, năm 2031"])
def test_a_share_that_says_only_when_is_of_the_line_above(when: str) -> None:
    (found,) = aims(f"Tiến độ giải ngân:\n- {when.capitalize()} đạt 15%.")
    assert found.startswith("Tiến độ giải ngân | =15 %")
    (other,) = aims(f"Tiến độ giải ngân:\n- Hộ nghèo {when} đạt 15%.")
    assert not other.startswith("Tiến độ")


NEXT_AIMS = words("phấn đấu, đảm bảo, bảo đảm, riêng, tiến tới, hướng tới, xây dựng")


@each(["đến năm", "năm"])
def test_the_year_of_the_next_aim_is_not_this_one_s(turn: str) -> None:
    (found,) = aims(f"Có 95% hộ dùng nước năm 2031, {turn} 2033 đủ nước đến năm 2035.")
    assert found.endswith("2031-01-01..2031-12-31")


@pytest.mark.parametrize("turn", NEXT_AIMS)
@pytest.mark.parametrize("joint", [",", " và"])
def test_the_time_of_the_next_aim_is_not_this_one_s(turn: str, joint: str) -> None:
    (found,) = aims(f"Có 95% hộ dùng nước năm 2031{joint} {turn} đủ nước đến năm 2033.")
    assert found.endswith("2031-01-01..2031-12-31")
    (other,) = aims(f"Có 95% hộ dùng nước năm 2031{joint} mong đủ nước đến năm 2033.")
    assert other.endswith("..2033-12-31")
