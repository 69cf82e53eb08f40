"""Words that decide whether a rhythm in prose (`hằng tháng`) is that of the work."""

import pytest
from word_lists import each, each_of, words
from work_words import told

MONTHLY = "FREQ=MONTHLY"
REPEATS = words("báo cáo, gửi, họp, giao ban, cập nhật, thống kê")
BEFORE_A_REPORT = words("chế độ, nội dung, trong, kỳ, số liệu, mẫu, phần mềm")


@each(REPEATS)
def test_work_that_comes_again_within_a_sentence(verb: str) -> None:
    assert told(f"Bà con {verb} hằng tháng.") == [f"Bà con {verb} | {MONTHLY}"]
    assert told("Bà con treo cờ hằng tháng.") == []


@pytest.mark.parametrize("noun", BEFORE_A_REPORT)
@pytest.mark.parametrize("verb", ["báo cáo", "họp", "thống kê"])
def test_a_rule_about_reports_is_no_report(noun: str, verb: str) -> None:
    assert told(f"Bà con treo {noun} {verb} hằng tháng.") == []
    assert told(f"Bà con treo {noun}; {verb} hằng tháng.") != []


BEGINS = words(
    """báo cáo, họp, giao ban, cập nhật, thống kê, tổng hợp, kiểm tra, rà soát, công khai
    đăng tải, phun, chấm điểm, điểm danh, theo dõi, tự kiểm tra, tự đánh giá, sơ kết
    tổng vệ sinh"""
)


@pytest.mark.parametrize("verb", BEGINS)
@pytest.mark.parametrize("again", ["", "Định kỳ "])
def test_work_that_comes_again_at_the_head_of_a_sentence(verb: str, again: str) -> None:
    work = f"{again}{verb} ở bãi" if again else f"{verb[0].upper()}{verb[1:]} ở bãi"
    assert told(f"{work} hằng năm.") == [f"{work} | FREQ=YEARLY"]
    assert told("Treo cờ ở bãi hằng năm.") == []
    assert told(f"- {work} hằng tháng: theo lịch.") == [f"{work}: theo lịch | {MONTHLY}"]


@each(BEGINS)
def test_work_of_a_unit_that_comes_again(verb: str) -> None:
    assert told(f"Tổ bảo vệ {verb} ở cổng hằng năm.") != []
    assert told("Tổ bảo vệ treo cờ ở cổng hằng năm.") == []


REPORTS = words("báo cáo, tổng hợp, gửi, họp, giao ban, sơ kết, tổng kết, cập nhật, thống kê")


@pytest.mark.parametrize("verb", REPORTS)
@pytest.mark.parametrize("joint", [", ", "; ", " và "])
def test_a_rhythm_behind_a_mark_before_its_work(verb: str, joint: str) -> None:
    (task,) = told(f"Treo cờ ở bãi{joint}định kỳ 6 tháng {verb} ở trạm.")
    assert task.endswith(f"{verb} ở trạm | FREQ=MONTHLY;INTERVAL=6")
    assert told(f"Treo cờ ở bãi định kỳ 6 tháng {verb} ở trạm.") == []
    assert told(f"Treo cờ ở bãi{joint}định kỳ 6 tháng thay nhau ở trạm.") == []


@each(words("về, gửi, cho, với, qua, tại, trên"))
def test_whom_or_where_it_goes_may_stand_behind_the_rhythm(to: str) -> None:
    assert told(f"Báo cáo hằng tháng {to} trạm.") == [f"Báo cáo {to} trạm | {MONTHLY}"]
    assert told("Báo cáo hằng tháng của trạm.") == []


OTHERWISE = words(
    """đột xuất, giữa nhiệm kỳ, giữa kỳ, cuối nhiệm kỳ, cuối kỳ, hết nhiệm kỳ, hết kỳ
    có yêu cầu, theo yêu cầu, khi có yêu cầu"""
)


@pytest.mark.parametrize("occasion", OTHERWISE)
@pytest.mark.parametrize("joint", [", ", " và ", " hoặc ", " hay ", ", và "])
def test_each_other_occasion_behind_a_rhythm(occasion: str, joint: str) -> None:
    """`Định kỳ 6 tháng, đột xuất …`: not the work, though it stands where work begins."""
    found = told(f"Định kỳ 6 tháng{joint}{occasion}, bà con mở lớp.")
    assert found == ["bà con mở lớp | FREQ=MONTHLY;INTERVAL=6"]


@each_of(
    [
        ("thứ Hai hằng tuần", "FREQ=WEEKLY;BYDAY=MO"),
        ("thứ Hai hàng tuần", "FREQ=WEEKLY;BYDAY=MO"),
        ("chủ nhật hằng tuần", "FREQ=WEEKLY;BYDAY=SU"),
        ("chủ nhật hàng tuần", "FREQ=WEEKLY;BYDAY=SU"),
        ("chủ nhật mỗi tuần", "FREQ=WEEKLY;BYDAY=SU"),
        ("chủ nhật cuối tháng", "FREQ=MONTHLY;BYDAY=-1SU"),
        ("thứ Sáu tuần đầu tháng", "FREQ=MONTHLY;BYDAY=1FR"),
        ("ngày 20 hằng tháng", "FREQ=MONTHLY;BYMONTHDAY=20"),
    ],
)
def test_a_day_that_comes_again(time: str, rule: str) -> None:
    assert told(f"Bà con mở lớp vào {time} ở bãi.") == [f"Bà con mở lớp ở bãi | {rule}"]
    nothing = [f"Bà con ở bãi | {rule}"] if " h" in time else []  # `hằng` tells of work itself
    assert told(f"Bà con ở bãi vào {time}.") == nothing


@each(words("giờ chào cờ đầu tuần, tiết chào cờ, buổi chào cờ"))
def test_an_hour_of_the_week_sets_no_day(hour: str) -> None:
    assert told(f"Bà con mở lớp vào {hour}.") == []


@pytest.mark.parametrize("verb", words("duy trì, thực hiện, triển khai, tổ chức"))
@pytest.mark.parametrize("through", words("cả, trong cả, suốt, trong suốt"))
def test_how_long_work_goes_on(verb: str, through: str) -> None:
    """Also behind the name of a thing, to which a year would belong otherwise."""
    assert told(f"Phong trào treo cờ: {verb} {through} năm 2031.") == [
        f"Phong trào treo cờ: {verb} | 2031-01-01..2031-12-31"
    ]
    assert told(f"Phong trào treo cờ: xem {through} năm 2031.") == []


@each(words("kết quả, tình hình, kinh phí, chi phí, tiến độ, thời gian"))
def test_what_is_told_of_a_whole_year_is_no_work(noun: str) -> None:
    assert told(f"Bà con nêu {noun} thực hiện cả năm 2031.") == []
    assert told(f"Phong trào do {noun} duy trì cả năm 2031 mà có.") == []
