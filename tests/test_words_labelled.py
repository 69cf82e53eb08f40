"""Words of labelled blocks: `Thời gian: …` under the work that it dates."""

import pytest
from word_lists import each, words
from work_words import told, under

GENERAL = words(
    """Nội dung, Thời gian, Thành phần, Địa điểm, Yêu cầu, Mục đích, Đối tượng, Tiến độ, Hình thức
    Phương án, Chủ đề, Phạm vi, Quy mô, Số lượng, Phương pháp, Cách thức, Kinh phí, Tên gọi
    Địa bàn, Lực lượng, Khẩu hiệu, Ý nghĩa"""
)
TAILS = words("thực hiện, tổ chức, tham gia, tham dự, triển khai")
SPRING = "2031-03-01..2031-03-05"
LABEL = "- Thời gian: từ ngày 01/3/2031 đến ngày 05/3/2031."


@pytest.mark.parametrize("noun", GENERAL)
@pytest.mark.parametrize("tail", ["", ", quà tặng", " khác"])
def test_each_heading_that_says_what_kind_of_thing_follows(noun: str, tail: str) -> None:
    """Such a heading is no work: the one above it is. With more words it is one of its own."""
    own = f"{noun}{tail}"
    if tail and own.startswith("Thời gian"):
        assert told(*under("Hội trại", own, LABEL)) == []
        return
    assert told(*under("Hội trại", own, LABEL)) == [f"{own if tail else 'Hội trại'} | {SPRING}"]


@pytest.mark.parametrize("joint", [", ", ", và ", " và ", " - ", " – ", "-", " "])
@pytest.mark.parametrize("second", ["địa điểm", "Kinh phí", *TAILS])
def test_such_headings_may_be_joined(joint: str, second: str) -> None:
    found = told(*under("Hội trại", f"Nội dung{joint}{second}", LABEL))
    one_word = joint == "-"  # `Nội dung-địa điểm` is one word to nobody, and read as a title
    assert found == [f"{f'Nội dung-{second}' if one_word else 'Hội trại'} | {SPRING}"]


@pytest.mark.parametrize("label", words("Thời gian, Thời hạn, Tiến độ, Thời điểm"))
@pytest.mark.parametrize(
    "tail",
    [
        "",
        *words(
            """dự kiến, thực hiện, hoàn thành, tổ chức, triển khai, tiến hành, báo cáo, diễn ra
            cụ thể, nộp, gửi, kiểm tra, giám sát, đào tạo, tập huấn, bồi dưỡng, học, thi, khảo sát
            tham gia, đăng ký, tuyên truyền, áp dụng, ra quân, bắt đầu, kết thúc, chậm nhất
            tổng kết, sơ kết, dự kiến tổ chức, kết thúc nộp"""
        ),
    ],
)
def test_each_label_of_time(label: str, tail: str) -> None:
    body = f"- {label} {tail}: từ ngày 01/3/2031 đến ngày 05/3/2031.".replace(" :", ":")
    assert told(*under("Hội trại", body)) == [f"Hội trại | {SPRING}"]


@each(["Thời gian nghỉ ngơi", "Thời kỳ", "Thời gian dự kiến nộp thi"])
def test_other_labels_are_no_work_and_say_nothing_of_it(label: str) -> None:
    body = f"- {label}: từ ngày 01/3/2031 đến ngày 05/3/2031."
    assert f"Hội trại | {SPRING}" not in told(*under("Hội trại", body))


@each(words("Thời gian, Thời hạn, Thời điểm"))
def test_a_time_under_a_time_is_of_no_work(above: str) -> None:
    assert told(*under(f"{above} làm trại của thôn", LABEL)) == []


PHASES = words("Đợt, Giai đoạn, Bước, Vòng, Kỳ, Tuần, Tháng, Quý, Lần, Thời")


@each(PHASES)
def test_a_line_that_names_a_phase_adds_no_name_to_the_heading(name: str) -> None:
    title = "Tổ chức thi đấu"
    days = ": từ ngày 01/3/2031 đến ngày 05/3/2031."
    found = told(*under(title, f"- {name} thứ nhất{days}"))
    assert f"{title}: {name} thứ nhất | {SPRING}" not in found
    named = told(*under(title, f"- {name}x thứ nhất{days}"))
    assert named == [f"{title}: {name}x thứ nhất | {SPRING}"]


OPENINGS = words("Khám, Thanh tra, Hội, Lễ, Chiến dịch, Tập, Ôn, Tập thể dục")
NO_OPENINGS = words("Tập thể, Hộit, Lểu, Ônn, Công đoàn, Chiến lược")


@each(OPENINGS)
def test_each_noun_with_which_a_heading_of_work_begins(word: str) -> None:
    found = told(*under(f"{word} mùa xuân", "- Khối mầm non: từ ngày 01/3 đến ngày 05/3/2031."))
    assert found == [f"{word} mùa xuân: Khối mầm non | {SPRING}"]


@each(NO_OPENINGS)
def test_other_headings_begin_no_work(word: str) -> None:
    assert (
        told(*under(f"{word} mùa xuân", "- Khối mầm non: từ ngày 01/3 đến ngày 05/3/2031.")) == []
    )


@each(["khai mạc", "bế mạc"])
def test_an_event_behind_a_label_of_time(event: str) -> None:
    body = f"Thời gian: từ ngày 01/3 đến ngày 05/3/2031; hội trại thôn {event} ngày 01/3/2031."
    assert told(*under("Vui xuân", body)) == [
        f"Vui xuân | {SPRING}",
        f"hội trại thôn {event} | 2031-03-01..2031-03-01",
    ]


@each([". ", "; ", ", ", " (", ". ("])
def test_a_label_of_time_within_a_paragraph(before: str) -> None:
    text = f"Bà con dọn bãi biển{before}Thời gian: từ ngày 01/3 đến ngày 05/3/2031)."
    assert told(text) == [f"Bà con dọn bãi biển | {SPRING}"]


@each([" ", ": ", " - "])
def test_a_label_of_time_within_a_clause(before: str) -> None:
    text = f"Bà con dọn bãi biển{before}Thời gian: từ ngày 01/3 đến ngày 05/3/2031)."
    assert f"Bà con dọn bãi biển | {SPRING}" not in told(text)


@each(["Chương V", "1.", "a)", "-", "Điều 3.", "+", "III."])
def test_a_number_alone_above_a_label_is_no_work(mark: str) -> None:
    label = "Thời gian triển khai: đến hết ngày 16/6/2031."
    assert told(f"{mark}\n{label}") == []
    assert told(f"{mark} Mở lớp dệt\n{label}") == ["Mở lớp dệt | ..2031-06-16"]
    if mark[0] != "a":  # a small letter goes on with the line above
        assert told(f"Mở lớp dệt\n{mark}\n{label}") == ["Mở lớp dệt | ..2031-06-16"]
