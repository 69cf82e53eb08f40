"""Heads of columns, labels of doers, and words of dated lists, each where it decides."""

import pytest
from word_lists import each, each_of, words
from work_words import tasks, told, under

from extract.columns import Role, is_target_table, role_of

HEADS: list[tuple[Role, str]] = [
    ("number", "TT, STT, Số TT, Số thứ tự, Mã, STT/Mã"),
    ("note", "Ghi chú, Phần ghi chú"),
    ("time", "Thời gian, Thời hạn, Thời điểm, Tiến độ, Lộ trình, Hoàn thành, Tháng, Ngày, Quý"),
    ("time", "Hạn, Hạn nộp, Hạn chót, Tần suất, Mốc, Mốc xong, Tuần, Nộp hạn chót"),
    ("product", "Sản phẩm, Kết quả, Đầu ra, Minh chứng"),
    ("other", "Kinh phí, Dự toán, Địa điểm, Đơn vị tính, ĐVT, Số lượng, Mục tiêu, Chỉ tiêu"),
    ("other", "Căn cứ, Hình thức, Lạ lùng, Nông cụ, Số TT cũ, Thẻ hạn, Tái tuần"),
    ("lead", "Chủ trì, Tham mưu, Đầu mối, Thực hiện, Phụ trách, Chịu trách nhiệm, Phân công"),
    ("lead", "Đơn vị, Cơ quan, Người, Bộ phận, Đơn vị chủ trì"),
    ("partner", "Phối hợp, Cùng thực hiện, Tham gia, Đơn vị phối hợp"),
    ("action", "Nội dung, Nhiệm vụ, Công việc, Hạng mục, Hoạt động, Giải pháp, Tên việc, Đầu việc"),
    ("action", "Phần việc, Việc, Việc làm"),
]


@each_of([(r, h) for r, heads in HEADS for h in words(heads)])
def test_what_each_head_says_of_its_column(role: Role, head: str) -> None:
    assert role_of(head) == role
    assert role_of(f"  {head.upper()} :") == role


@pytest.mark.parametrize("noun", words("Chỉ tiêu, Mục tiêu, Chỉ số, Tiêu chí"))
@pytest.mark.parametrize("before", ["", "Tên ", "Nội dung ", "Các "])
def test_each_head_of_indicators(noun: str, before: str) -> None:
    assert is_target_table(["TT", f"{before}{noun}", "ĐVT"])
    assert not is_target_table(["TT", f"Vài {noun}", "ĐVT"])
    assert not is_target_table(["ĐVT", f"{before}{noun}", "Ghi chú"])


@each(words("Đơn vị tính, ĐVT, Kế hoạch, Năm 2031, 2031, Giao, Phấn đấu *"))
def test_each_head_of_what_is_to_be_reached(head: str) -> None:
    assert is_target_table(["Chỉ tiêu", head])
    assert not is_target_table(["Chỉ tiêu", "Lúa 2031"])


WORK = "Mở lớp dệt xong trước ngày 16/6/2031"
BODY = words("Đơn vị, Cơ quan, đơn vị, cơ quan")
DOES = words("chủ trì, thực hiện, phụ trách, đầu mối, chủ trì thực hiện")
LABELS = [*(f"{b} {d}" for b in BODY for d in DOES), *words("Chủ trì, Phụ trách, chủ trì")]


def leads(text: str) -> list[str]:
    (task,) = tasks(text)
    return [unit.name for unit in task.leads]


def partners(text: str) -> list[str]:
    (task,) = tasks(text)
    return [unit.name for unit in task.partners]


@pytest.mark.parametrize("label", LABELS)
@pytest.mark.parametrize("before", [". ", "; ", ", ", " (", ".", ";"])
def test_each_label_of_who_does_it(label: str, before: str) -> None:
    assert leads(f"{WORK}{before}{label}: Hội Làm vườn.") == ["Hội Làm vườn"]


@each(words("Nhờ, Đơn vị khen, Cơ quan cũ, xchủ trì"))
def test_other_labels_name_no_doer(label: str) -> None:
    assert leads(f"{WORK}. {label}: Hội Làm vườn.") == []


@pytest.mark.parametrize("body", ["", "Đơn vị ", "Cơ quan ", "đơn vị ", "cơ quan "])
@pytest.mark.parametrize("word", ["phối hợp", "Phối hợp", "phối hợp thực hiện"])
def test_each_label_of_partners(body: str, word: str) -> None:
    text = f"{WORK}. Chủ trì: Hội Làm vườn; {body}{word}: Hội Chèo."
    assert (leads(text), partners(text)) == (["Hội Làm vườn"], ["Hội Chèo"])


STOPS = words("xong, hoàn thành, chậm nhất, thời gian, thời hạn, trước, trong, hạn")


@pytest.mark.parametrize("stop", STOPS)
@pytest.mark.parametrize("mark", ["; ", ", "])
def test_where_the_names_behind_a_label_end(stop: str, mark: str) -> None:
    label = "Đơn vị chủ trì: Hội Làm vườn"
    if (mark, stop) != ("; ", "thời gian"):  # a clause of its own that says no work
        text = f"Mở lớp dệt cho thôn. {label}{mark}{stop} ngày 16/6/2031."
        assert leads(text) == ["Hội Làm vườn"]
    assert leads(f"{WORK}. {label} ({stop} làm).") == ["Hội Làm vườn"]
    (task,) = tasks(f"Mở lớp dệt cho thôn. {label}{mark}xong ngày 16/6/2031.")
    assert task.action == "Mở lớp dệt cho thôn"


@pytest.mark.parametrize("tail", ["", " thực hiện", " tham mưu"])
@pytest.mark.parametrize(
    "partner", ["phối hợp Hội Chèo", "phối hợp với Hội Chèo", "phối hợp cùng Hội Chèo",
                "Hội Chèo phối hợp"]
)  # fmt: skip
@pytest.mark.parametrize("mark", ["; ", ", "])
def test_who_chairs_behind_the_work(tail: str, partner: str, mark: str) -> None:
    text = f"{WORK} (giao Hội Làm vườn chủ trì{tail}{mark}{partner})."
    assert (leads(text), partners(text)) == (["Hội Làm vườn"], ["Hội Chèo"])


LINE_LABELS = [
    f"{body}{does}"
    for body in ["", "Đơn vị ", "Cơ quan ", "Bộ phận ", "đơn vị ", "cơ quan ", "bộ phận "]
    for does in words("chủ trì, thực hiện, phụ trách, chịu trách nhiệm, đầu mối, Chủ trì")
]


@each(LINE_LABELS)
def test_each_label_of_a_line_under_the_work(label: str) -> None:
    body = f"- Thời gian: ngày 05/3/2031.\n- {label}: Hội Làm vườn."
    (task,) = tasks(*under("Hội trại", body))
    assert [unit.name for unit in task.leads] == ["Hội Làm vườn"]


WAVES = words("Đợt, Giai đoạn, Bước, Lần, Vòng, Kỳ, Tuần, Chặng, Đợt cao điểm")


@pytest.mark.parametrize("wave", WAVES)
@pytest.mark.parametrize("count", ["", " 1", " thứ hai", " II", " ba", " thứ 12"])
def test_the_name_of_a_wave_goes_with_its_time(wave: str, count: str) -> None:
    assert told(f"{wave}{count} (từ ngày 01/3/2031 đến ngày 05/3/2031): Dọn bãi biển.") == [
        "Dọn bãi biển | 2031-03-01..2031-03-05"
    ]


GOES = [
    f"{verb} các {noun}{tail}"
    for verb in words("gồm, bao gồm, với, có")
    for noun in words("nội dung, hoạt động, công việc, nhiệm vụ")
    for tail in ["", " trọng tâm", " chính", " chủ yếu"]
] + [f"gồm các việc {w}" for w in ()]
TAILS = words("trọng tâm, chính, chủ yếu, cụ thể, sau, sau đây, như sau, trọng tâm như sau")


@each([*GOES, *(f"gồm các nội dung {tail}" for tail in TAILS)])
def test_what_only_announces_is_no_work(phrase: str) -> None:
    text = f"Đợt 1: từ ngày 01/3/2031 đến ngày 05/3/2031 {phrase}:\n- Dọn bãi biển.\n- Dọn ao làng."
    assert told(text) == [
        "Dọn bãi biển | 2031-03-01..2031-03-05",
        "Dọn ao làng | 2031-03-01..2031-03-05",
    ]


ENDS = [
    f"{to} {what} khai mạc"
    for to in words("đến, tới, cho đến, đến hết, cho tới")
    for what in words("ngày, khi, lúc, thời điểm, kỳ")
]


@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize("close", [":", " gồm các nội dung:", " với các hoạt động:"])
def test_an_end_that_no_day_is_printed_for(end: str, close: str) -> None:
    text = f"Đợt 3: từ ngày 15/3/2031 {end}{close}\n- Dọn bãi biển."
    assert told(text) == ["Dọn bãi biển | 2031-03-15.."]


AIMS = words("Mục đích, Mục tiêu, Quan điểm, Chỉ tiêu, Yêu cầu, Căn cứ, Mục đích, yêu cầu")
WORK_TOO = [
    f"Chỉ tiêu{joint}{noun}"
    for joint in [", ", " và ", " - ", " – ", ", các ", " và các "]
    for noun in words("nhiệm vụ, giải pháp, nội dung")
] + ["Mục tiêu, chỉ tiêu và nhiệm vụ", "Quan điểm, yêu cầu, nội dung", "Mở lớp"]
LOOKS_BACK = words(
    """Kết quả thực hiện, Kết quả đạt được, Kết quả công tác, Kết quả năm, Kết quả 2030, Tình hình
    Thực trạng, Đặc điểm, Những kết quả, Những hạn chế, Tồn tại, Hạn chế, Đánh giá tình hình"""
)
IN_APRIL = "Mở lớp dệt trong tháng 4."


@each([*AIMS, *LOOKS_BACK])
def test_under_such_a_heading_months_date_no_work(title: str) -> None:
    assert told(*under(title, IN_APRIL)) == []


@each([*WORK_TOO, "Kết quả cần đạt"])
def test_under_such_a_heading_there_is_work(title: str) -> None:
    assert told(*under(title, IN_APRIL)) == ["Mở lớp dệt | 2031-04-01..2031-04-30"]


@each(LOOKS_BACK)
def test_where_a_plan_looks_back_not_even_a_day_is_due(title: str) -> None:
    assert told(*under(title, "Mở lớp dệt trước ngày 16/6/2031.")) == []
    assert told(*under("Mục tiêu", "Mở lớp dệt trước ngày 16/6/2031.")) != []


FINISHES = words("xong, hoàn thành, hoàn tất, kết thúc")
GOES_ON = words(
    """chỉ đạo, tăng cường, đẩy mạnh, tiếp tục, thường xuyên, duy trì, nâng cao, chú trọng
    quan tâm, theo dõi, đôn đốc, phát huy, quán triệt, chủ động"""
)


@pytest.mark.parametrize("verb", FINISHES)
@pytest.mark.parametrize("mark", ["; ", ", "])
def test_what_completes_a_sentence_is_the_time_of_all_of_it(verb: str, mark: str) -> None:
    text = f"Đắp đập{mark}lắp cống{mark}{verb} trước ngày 16/6/2031."
    (found,) = told(text)
    assert found.startswith(f"Đắp đập{mark}lắp cống")
    assert found.endswith("| ..2031-06-15")


@each(GOES_ON)
def test_what_goes_on_is_not_to_be_finished(verb: str) -> None:
    (found,) = told(f"Bà con {verb} đắp đập; lắp cống ở bãi, xong trước ngày 16/6/2031.")
    assert found == "lắp cống ở bãi | ..2031-06-15"
    (found,) = told("Bà con đắp đập; lắp cống ở bãi, xong trước ngày 16/6/2031.")
    assert found.startswith("Bà con đắp đập; lắp cống ở bãi")
