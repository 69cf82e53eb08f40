"""Words that decide whether a time in prose is when the work is done, each in its sentence."""

import pytest
from word_lists import each, words
from work_words import told

# What the time belongs to instead of the work; each may stand some words before it.
REFERENCES = words("tính đến, tính từ, kể từ, hiệu lực, ngày sinh, từ thời điểm, so với, cùng kỳ")
NOUNS_WITH_TIMES = words("số liệu, nhiệm kỳ, mốc, lũy kế, luỹ kế, thời kỳ, niên độ, kỳ báo cáo")
DUE = [
    *((w, "2031-06-14") for w in words("trước, xong trước, hoàn thành trước, kết thúc trước")),
    *((w, "2031-06-15") for w in words("chậm nhất, muộn nhất, trễ nhất, không muộn hơn, hạn cuối")),
    *((w, "2031-06-14") for w in words("hoàn tất trước, phải xong trước, trước thời điểm")),
    ("thời hạn", "2031-06-15"),
    ("phải xong trong", "2031-06-15"),
]
RIGHT_BEFORE = words("định hướng, tầm nhìn, giai đoạn")


@each(REFERENCES)
def test_a_time_that_is_referred_to_is_no_deadline(noun: str) -> None:
    assert told(f"Bà con thống kê diện tích {noun} vụ trước ngày 15/6/2031.") == []
    assert told(f"Bà con thống kê diện tích x{noun} vụ trước ngày 15/6/2031.") != []


@each(NOUNS_WITH_TIMES)
def test_a_noun_with_a_time_of_its_own(noun: str) -> None:
    assert told(f"Bà con thống kê theo {noun} trong tháng 4.") == []
    assert told(f"Bà con thống kê theo {noun} riêng của xã đến ngày 15/6/2031.") == []
    assert told(f"Bà con thống kê theo {noun}x trong tháng 4.") != []
    far = f"Bà con thống kê theo {noun}, đối chiếu với sổ trong tháng 4."  # behind a comma
    assert told(far) == [f"{far.removesuffix(' trong tháng 4.')} | 2031-04-01..2031-04-30"]


@pytest.mark.parametrize("noun", NOUNS_WITH_TIMES)
@pytest.mark.parametrize(("due", "end"), DUE)
def test_a_word_of_finishing_is_the_work_s(noun: str, due: str, end: str) -> None:
    (task,) = told(f"Bà con thống kê theo {noun} {due} ngày 15/6/2031.")
    assert task.startswith(f"Bà con thống kê theo {noun} | ")
    assert task.endswith(f"..{end}")


@each(["lấy", "nhập"])
def test_figures_that_are_the_work(verb: str) -> None:
    work = f"Bà con {verb} số liệu"
    assert told(f"{work} trong tháng 4, báo cáo sau.")[0].endswith("| 2031-04-01..2031-04-30")


def test_a_rhythm_of_reports_is_no_reporting_period() -> None:
    assert told("Bà con định kỳ báo cáo trong tháng 4.") != []


@each(RIGHT_BEFORE)
def test_a_noun_right_before_its_time(noun: str) -> None:
    assert told(f"Bà con xây dựng {noun} trong tháng 4.") == []
    assert told(f"Bà con xây dựng {noun} mới trong tháng 4.") != []


@each(["đã", "được"])
def test_what_is_done_is_not_due(word: str) -> None:
    assert told(f"Bà con trình sổ {word} ký sau trước ngày 15/6/2031.") == []
    assert told(f"Bà con trình sổ {word} ký sau, trước ngày 15/6/2031.") != []


PASSIVE = words("tổ chức, thực hiện, tiến hành, triển khai, hoàn thành")


@pytest.mark.parametrize("verb", PASSIVE)
@pytest.mark.parametrize("plan", ["", "dự kiến "])
def test_what_is_planned_in_the_passive(verb: str, plan: str) -> None:
    day = "vào ngày 02/6/2031"
    assert told(f"Hội thi được {plan}{verb} {day}.") == [
        f"Hội thi được {plan}{verb} | 2031-06-02..2031-06-02"
    ]
    assert told(f"Hội thi đã được {verb} {day}.") == []
    assert told(f"Hội thi được khen {day}.") == []


NAMED_BY_TIMES = words(
    """kết quả, kế hoạch, chương trình, chiến lược, đề án, dự án, phong trào, chủ đề, nhiệm vụ
    chỉ tiêu, dự toán, ngân sách, hội nghị, văn bản, kỳ họp, đợt, phiên, quy hoạch, mục tiêu"""
)


@each(NAMED_BY_TIMES)
def test_a_day_behind_the_name_of_a_thing(noun: str) -> None:
    """`Treo kế hoạch … ngày 26/3`: the day is the programme's; behind work it is its."""
    assert told(f"Treo {noun} của thôn ngày 26/3/2031.") == []
    (task,) = told("Treo nhà của thôn ngày 26/3/2031.")
    assert task == "Treo nhà của thôn | 2031-03-26..2031-03-26"


OTHER_WORK = words(
    """diễn ra, khai mạc, bế mạc, hướng tới, đưa vào, nghiệm thu, kết thúc, thanh tra, khám
    vệ sinh, truyền thông, bảo dưỡng, khởi công, khánh thành, nạo vét, thu hoạch, thu gom, gieo
    cấy, chung kết, sơ tuyển, tẩy độc, vẽ, triệu tập, chấm, dự, phấn đấu"""
)


@each(OTHER_WORK)
def test_each_other_word_of_work(word: str) -> None:
    assert told(f"Bà con {word} ở bãi trong tháng 4.") == [
        f"Bà con {word} ở bãi | 2031-04-01..2031-04-30"
    ]
    assert told(f"Bà con x{word} ở bãi trong tháng 4.") == []


FINISHED = words("hoàn thành, xong, kết thúc, đưa vào sử dụng, ban hành, trình, tổ chức, báo cáo")


@each([*FINISHED, "xây dựng"])
def test_each_work_that_a_year_is_enough_for(word: str) -> None:
    assert told(f"Bà con mở {word} nhà mới trong năm 2031.") == [
        f"Bà con mở {word} nhà mới | 2031-01-01..2031-12-31"
    ]
    assert told("Bà con mở nhà mới trong năm 2031.") == []


HELD = words(
    """ra quân, khai mạc, bế mạc, tổng kết, sơ kết, diễn ra, khởi động, phát động, công bố
    thi đấu, chung kết, tổ chức, khởi công, khánh thành, ra mắt, họp, chấm thi, nghiệm thu"""
)


@each(HELD)
def test_each_event_that_is_held_on_a_day(word: str) -> None:
    if word != "công bố":  # on that day something was made known: a reference
        assert told(f"Hội trại {word} ngày 02/6/2031 ở bãi.") == [
            f"Hội trại {word} ở bãi | 2031-06-02..2031-06-02"
        ]
    assert told(f"Hội trại treo lều, {word} tháng 4 ở bãi.") == [
        f"Hội trại treo lều, {word} ở bãi | 2031-04-01..2031-04-30"
    ]
    assert told(f"Hội trại {word} lều ngày 02/6/2031 ở bãi.") == []


@each(["", "02 buổi, ", "3 ngày ", "02 buổi "])
def test_a_day_behind_a_colon(count: str) -> None:
    found = told(f"Mở lớp dệt: {count}ngày 02/6/2031 ở bãi.")
    assert [one.partition("| ")[2] for one in found] == ["2031-06-02..2031-06-02"]


@each(["sáng", "chiều", "tối", "vào sáng", "trong"])
def test_each_word_that_sets_a_day_as_the_work_s(word: str) -> None:
    found = told(f"Hội trại mở lều {word} ngày 02/6/2031 ở bãi.")
    assert [one.partition("| ")[2] for one in found] == ["2031-06-02..2031-06-02"]
    assert told("Hội trại mở lều ngày 02/6/2031 ở bãi.") == []


@each(words("chậm nhất, muộn nhất, trễ nhất"))
def test_the_last_day_with_words_between(word: str) -> None:
    assert told(f"Bà con {word} gửi sổ về trạm ngày 02/6/2031 để tổng hợp.") == [
        f"Bà con {word} gửi sổ về trạm để tổng hợp | ..2031-06-02"
    ]
    assert told("Bà con gửi sổ về trạm ngày 02/6/2031 để tổng hợp.") == []


@each(["vào các", "trong các", "vào buổi sáng", "chiều Chủ nhật,"])
def test_a_preposition_some_words_before_its_day(between: str) -> None:
    (task,) = told(f"Hội trại mở lều {between} ngày 02/6/2031 ở bãi.")
    assert task.endswith("| 2031-06-02..2031-06-02")


@each(words("đến thăm, trước cửa, hết bãi, sau nhà, vàot, trongt"))
def test_a_preposition_of_a_place_says_no_time(place: str) -> None:
    assert told(f"Hội trại mở lều {place} ngày 02/6/2031 ở bãi.") == []


@each(words("trong, trước, chậm nhất, chậm nhất trong, hết, xong"))
def test_each_word_that_sets_a_year_as_the_work_s(word: str) -> None:
    found = told(f"Bà con hoàn thành nhà mới {word} năm 2032.")
    assert [one.partition("..")[2][:4] for one in found] == ["2031" if word == "trước" else "2032"]
    assert told("Bà con hoàn thành nhà mới năm 2032.") == []
