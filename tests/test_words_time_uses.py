"""Words beside a time that say what it is: a document's day, a festal day, a count, a cycle."""

import pytest
from time_words import CONTEXT, times
from word_lists import each, words
from work_words import when

from extract.times import read_time

KINDS = words(
    """Luật, Bộ luật, Nghị quyết, Nghị định, Quyết định, Chỉ thị, Thông tư, Thông tư liên tịch
    Công văn, Kế hoạch, Thông tri, Tờ trình, Công điện, Quy định, Quy chế, Chương trình, Đề án
    Hướng dẫn, Thông báo, Kết luận, Báo cáo, Biên bản, Văn bản, Phương án, Pháp lệnh, Giấy mời"""
)
DAY = "ngày 15/6/2031"
READ = "2031-06-15..2031-06-15"


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "of", ["", " số 12", " số: 12/ABC", " về nước", " của trạm", " số 12 của trạm,"]
)
def test_the_day_of_each_kind_of_document(kind: str, of: str) -> None:
    assert times(f"Xem {kind}{of} {DAY} nhé") == [f"{DAY} | reference"]
    assert times(f"Xem {kind.lower()}{of.lower().replace('/abc', '')} {DAY} nhé") == [
        f"{DAY} | {READ}"
    ]
    assert times(f"Xem {kind}; {DAY} nhé") == [f"{DAY} | {READ}"]
    assert times(f"Xem {kind}{of} trước {DAY} nhé") == [f"trước {DAY} | ..2031-06-14"]


@pytest.mark.parametrize(
    "symbol", ["12/KH-UBND", "12/2031/TT-BYT", "12-QĐ/TU", "12A/KH-TN", "12 /KH-TN", "12/KH‑TN"]
)
@pytest.mark.parametrize("of", ["", ",", " của trạm", " của trạm,", " ("])
def test_the_day_behind_a_symbol(symbol: str, of: str) -> None:
    bracket = f"{of} ".replace("( ", "(")
    assert times(f"Xem số {symbol}{bracket}{DAY} nhé") == [f"{DAY} | reference"]
    assert times(f"Xem số 12{of} {DAY} nhé") == [f"{DAY} | {READ}"]


@each(words("sinh, ban hành, ký, công bố, thông qua"))
def test_the_day_on_which_something_came_to_be(word: str) -> None:
    assert times(f"Sổ {word} {DAY} nhé") == [f"{DAY} | reference"]
    assert times(f"Sổ {word} vào {DAY} nhé") == [f"vào {DAY} | {READ}"]


@each(["ngày ", "ngày … ", "ngày ... ", "Ngày…… "])
def test_a_month_behind_a_blank_day_is_of_a_form(blank: str) -> None:
    found = times(f"Làng, {blank}tháng 6 năm 2031")
    assert found[-1:] in ([], ["tháng 6 năm 2031 | reference"])


CELEBRATED = words(
    """kỷ niệm, kỉ niệm, mừng, lễ, hưởng ứng, nhân, truyền thống, thành lập, giải phóng
    quốc khánh, quốc tế, việt nam, thống nhất, khởi nghĩa, cách mạng, cách mạng tháng tám
    chiến thắng, phụ nữ, nhà giáo, thiếu nhi, lao động, công đoàn, đoàn, đảng, chủ tịch
    hồ chí minh"""
)


@pytest.mark.parametrize("word", CELEBRATED)
@pytest.mark.parametrize("day", ["20/11", "ngày 20/11"])
def test_each_word_before_a_festal_day(word: str, day: str) -> None:
    """Only a day that is one: on another the work is done."""
    assert [one.rpartition("| ")[2] for one in times(f"Vui {word} {day} nhé")] == ["anniversary"]
    assert not any("anniversary" in one for one in times(f"Vui {word} {day[:-5]}21/11 nhé"))
    assert not any("anniversary" in one for one in times(f"Vui nhà {day} nhé"))


COUNTED = words(
    """tổng, số, trở lên, thành viên, đại biểu, nhiệm vụ, chỉ tiêu, tiêu chí, xã, phường, thị trấn
    huyện, tỉnh, trường, đơn vị, cơ quan, người, hộ, thôn, bản, tổ, giờ, tỷ, triệu, học sinh
    cán bộ, đảng, ý kiến, mục tiêu, phiếu, ngày, buổi, văn bản, sở, ban, lớp, giáo viên, cử tri
    hồ sơ, thủ tục, %, diện tích, dân số, chi bộ, mô hình, sản phẩm, dự án, công trình, km, ha
    kg"""
)


@pytest.mark.parametrize("noun", COUNTED)
@pytest.mark.parametrize("glued", ["", " "])
def test_digits_before_each_noun_that_is_counted(noun: str, glued: str) -> None:
    assert times(f"Dọn từ 06/6{glued}{noun} nhé") == []
    assert times("Dọn từ 06/6 lúa nhé") == ["từ 06/6 | 2031-06-06.."]


NUMBERED = words(
    "số, điều, khoản, mục, điểm, luật, thông tư, nghị định, quyết định, quyết, trang, mẫu"
)


@pytest.mark.parametrize("noun", NUMBERED)
@pytest.mark.parametrize("joint", [" ", ": ", " :"])
def test_digits_behind_each_noun_that_is_numbered(noun: str, joint: str) -> None:
    assert times(f"Xem {noun}{joint}6/2031") == []


@each(words("Thời gian, Thời hạn, Thời điểm, Tiến độ, Hạn, Hạn cuối"))
def test_digits_behind_each_label_of_time(label: str) -> None:
    assert any("06-15" in one for one in times(f"{label}: 15/6"))
    assert times("Sổ 15/6") == []


STEMS = words("Giáp, Ất, Bính, Đinh, Mậu, Kỷ, Kỉ, Canh, Tân, Nhâm, Quý")
BRANCHES = words("Tý, Tí, Sửu, Dần, Mão, Mẹo, Thìn, Tỵ, Tị, Ngọ, Mùi, Thân, Dậu, Tuất, Hợi")
LUNAR = [
    *(f"năm {stem} Ngọ" for stem in STEMS),
    *(f"(Bính {branch})" for branch in BRANCHES),
    *words("âm lịch, ÂM LỊCH, (âm lịch), âmlịch, ÂL, (ÂL), AL, tháng Giêng, tháng Chạp"),
    *words("tháng giêng, tháng chạp, Bính Ngọ"),
]


@each(LUNAR)
def test_a_day_of_the_moon_is_none_of_ours(moon: str) -> None:
    assert times(f"Hội làng ngày 10/3 {moon} nhé") == []
    assert times("Hội làng ngày 10/3 âm nhé") == ["ngày 10/3 | 2031-03-10..2031-03-10"]
    assert times("Hội làng ngày 10/3 ALO nhé") == ["ngày 10/3 | 2031-03-10..2031-03-10"]


@each(words("(tức, (nhằm, (tức là, (tức ngày, (nhằm ngày:, Âm lịch:"))
def test_a_day_behind_the_word_for_the_moon(word: str) -> None:
    assert times(f"Hội làng {word} ngày 10/3 nhé") == []


@each(words("Tết, Têt, Tết Nguyên đán, Tết cổ truyền, Xuân, Tết Bính Ngọ"))
def test_the_year_of_a_feast_of_the_moon(feast: str) -> None:
    assert times(f"Vui {feast} năm 2031 nhé") == []
    assert times(f"Vui {feast}, năm 2031 nhé") != []


@each(["-", " - ", "–", " – ", "—", "->", " → "])
def test_each_sign_of_a_range(joint: str) -> None:
    assert times(f"Dọn từ ngày 15/6/2031{joint}ngày 17/6/2031.") == [
        f"từ ngày 15/6/2031{joint}ngày 17/6/2031 | 2031-06-15..2031-06-17"
    ]


@each([", ", "; ", " và ", " + ", " & ", " hoặc ", ", và "])
def test_each_sign_of_a_list(joint: str) -> None:
    assert times(f"Dọn ngày 15/6/2031{joint}ngày 17/7/2031.") == [
        f"ngày 15/6/2031{joint}ngày 17/7/2031 | {READ} | 2031-07-17..2031-07-17"
    ]


@each([", ", "; ", " và ", " hoặc ", ", và "])
def test_a_list_goes_on_behind_a_remark(joint: str) -> None:
    found = times(f"Dọn chậm nhất ngày 15/6 (đợt đầu){joint}ngày 20/12/2031.")
    assert [one.partition("| ")[2] for one in found] == ["..2031-06-15 | ..2031-12-20"]


@each([" ", ", ", " của ", " trong ", " vào ", ": ", " (", ", cụ thể "])
def test_a_rhythm_beside_its_day(joint: str) -> None:
    found = times(f"Dọn hằng năm{joint}trước ngày 20/12.")
    assert [one.rpartition("| ")[2] for one in found] == ["FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=19"]


@each(words("Thứ Hai, thứ ba, thứ tư, Thứ Năm, thứ sáu, thứ Bảy, thứ 7, Chủ nhật"))
def test_the_name_of_a_day_in_brackets(day: str) -> None:
    found = times(f"Dọn từ ngày 15/6/2031 ({day}) đến ngày 17/6/2031.")
    assert [one.partition("| ")[2] for one in found] == ["2031-06-15..2031-06-17"]


NEXT = [
    *((w, "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=9") for w in words("năm, một năm, 01 năm")),
    ("1 năm", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=9"),
]


@pytest.mark.parametrize(("cycle", "rule"), NEXT)
@pytest.mark.parametrize("joint", [" (", ": ", ", ", " "])
def test_a_further_cycle_with_its_own_day(cycle: str, rule: str, joint: str) -> None:
    close = ")" if joint == " (" else ""
    found = times(
        f"Báo cáo định kỳ 6 tháng (trước ngày 10/6), {cycle}{joint}trước ngày 10/12{close}."
    )
    assert found[-1].rpartition("| ")[2] == rule


@pytest.mark.parametrize("noun", words("Báo cáo, báo cáo, Số liệu, số liệu, Thống kê, thống kê"))
@pytest.mark.parametrize("every", ["", "hằng ", "hàng ", "định kỳ hằng "])
def test_a_bare_day_of_the_month_of_each_report(noun: str, every: str) -> None:
    found = times(f"{noun} {every}tháng gửi ngày 18 cho trạm.")
    assert found[-1].rpartition("| ")[2] == "FREQ=MONTHLY;BYMONTHDAY=18"
    assert times(f"{noun} {every}tháng 6 gửi ngày 18 cho trạm.")[-1:] != found[-1:]
    assert times(f"x{noun} tháng gửi ngày 18 cho trạm.") == []


SINCE = [
    f"{frame}20 ngày {since}"
    for frame in ["", "trong vòng ", "trong thời hạn "]
    for since in words("kể từ ngày, tính từ ngày, sau ngày, sau khi, kể từ khi")
]
SIGNED = [
    *(f"{verb} {noun} này" for verb in words("ký, ban hành, phát hành, ký ban hành")
      for noun in words("Kế hoạch, Quyết định, Văn bản, kế hoạch")),
    *(f"Kế hoạch này {verb}" for verb in
      words("được ký, được ban hành, được phê duyệt, có hiệu lực, ban hành")),
    "Quyết định ban hành Kế hoạch này có hiệu lực",
]  # fmt: skip
ISSUED = [
    *(f"{since} ban hành Kế hoạch này" for since in SINCE),
    *(f"20 ngày kể từ ngày {what}" for what in SIGNED),
]


@each(ISSUED)
def test_days_counted_from_the_issue_of_this_plan(phrase: str) -> None:
    assert times(f"Dọn bãi {phrase}.")[0].endswith("| ..2031-01-30")
    assert times(f"Dọn bãi {phrase.replace(' này', ' kia')}.")[0].endswith("| condition")


BREAKS = words(
    "Tháng; 6/2031, Ngày ;15/6/2031, Quý; II, Năm; 2031, Từ ;15/6/2031, Trước; ngày 15/6"
)
MORE_BREAKS = [
    *("Từ 15/6; đến 17/6", "Từ 15/6 đến; 17/6", "Từ ngày 15/6; tới ngày 17/6", "15/6/; 2031"),
    *("15/6 ; /2031", "15/6 -; 17/6/2031", "15/6; - 17/6/2031", "tháng 6; năm 2031"),
    *("tháng 6; hằng năm", "tháng 6; hàng năm", "Năm học; 2031-2032", "tháng 4,; 5/2031"),
]


@each([*BREAKS, *MORE_BREAKS])
def test_a_break_within_an_expression_of_a_cell(cell: str) -> None:
    whole = cell.replace(" ;", " ").replace("  ", " ").replace("; ", " ").replace(";", "")
    found = read_time(cell, CONTEXT)
    assert found
    assert [when(t) for t in found] == [when(t) for t in read_time(whole, CONTEXT)]


HANGING = words(
    """Theo quy định, sau khi xong, sau 5 ngày, sau 2 tháng, khi có việc, trước khi làm, trong vòng
    trong thời hạn, kể từ, căn cứ, tùy việc, tuỳ việc, đột xuất, rằm, dịp rằm, ngày rằm, dịp Tết
    trong dịp Tết, trước Tết, sau Tết, vào Tết, nhân Tết, ngày Tết, tháng giêng, tháng chạp, lễ
    dịp vui, định kỳ, 5 ngày sau, 5 giờ trước, 5 tuần kể từ, 5 tháng tính từ, 5 ngày làm việc sau
    hoàn thành theo, báo cáo theo, báo cáo khi, báo cáo đột xuất, báo cáo định kỳ, thực hiện theo
    ngay sau khi xong, ngay theo"""
)


@each(HANGING)
def test_a_cell_that_hangs_on_something_else(cell: str) -> None:
    (found,) = read_time(f"{cell} của làng", CONTEXT)
    assert (found.start, found.end, found.recurrence) == (None, None, None)


@each(words("Dọn bãi, theot, tết trồng cây?x, khic, báo cáo, lễn, x theo"))
def test_a_cell_that_is_no_time(cell: str) -> None:
    if not cell.startswith("tết"):
        assert read_time(f"{cell} của làng", CONTEXT) == ()
