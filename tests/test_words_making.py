"""Words that an action loses to its time, its occasions and its scope, and those that it keeps."""

import pytest
from word_lists import each, each_of, words
from work_words import tasks, told

from extract.tasks.making import action_words, after_occasions


def left(text: str, *cuts: str) -> str:
    """The action of a text that loses some of its words."""
    places = [(text.index(cut), text.index(cut) + len(cut)) for cut in cuts]
    return action_words(text, 0, len(text), places)


@each(words("vào, trong, và, thì, từ"))
def test_what_is_left_over_before_the_work(word: str) -> None:
    kept = word == "từ"  # `từ các thôn` may be where it comes from
    work = f"{word} mở lớp" if kept else "mở lớp"
    assert left(f"Tháng 4 {word} mở lớp", "Tháng 4") == work


@each([",", ";", ":", ")", "-", "–", ", -", " thì, "])
def test_marks_left_over_before_the_work(mark: str) -> None:
    assert left(f"Tháng 4{mark} mở lớp", "Tháng 4") == "mở lớp"


@each(words("vàng, vành đai, vài, thìa, trongt, vàot"))
def test_a_word_that_only_begins_so_is_kept(word: str) -> None:
    assert left(f"Tháng 4 {word} mở lớp", "Tháng 4") == f"{word} mở lớp"


TRAILING = words("vào, trong, từ, đến, trước, ít nhất, tối thiểu, phải, cần")


@each(TRAILING)
def test_what_is_left_over_behind_the_work(word: str) -> None:
    assert left(f"mở lớp {word} tháng 4", "tháng 4") == "mở lớp"
    assert left(f"mở lớp {word} vào tháng 4", "tháng 4") == "mở lớp"
    assert left(f"mở lớp x{word} tháng 4", "tháng 4") == f"mở lớp x{word}"
    assert left(f"mở lớp {word} tháng 4 ở bãi", "tháng 4") == f"mở lớp {word} ở bãi"


@each_of(
    [
        ("mở lớp , dọn bãi (tháng 4)", "tháng 4", "mở lớp, dọn bãi"),
        ("mở lớp (tháng 4,)", "tháng 4", "mở lớp"),
        ("mở lớp (tháng 4;) ở bãi", "tháng 4", "mở lớp ở bãi"),
        ("mở lớp (ở bãi, tháng 4)", "tháng 4", "mở lớp (ở bãi,)"),
        ("mở lớp, tháng 4, dọn bãi", "tháng 4", "mở lớp, dọn bãi"),
        ("mở lớp; tháng 4; ; dọn bãi", "tháng 4", "mở lớp; dọn bãi"),
        ("mở lớp tháng 4 ; dọn bãi", "tháng 4", "mở lớp; dọn bãi"),
        ("mở lớp", "lớp", "mở"),
    ],
)
def test_joints_are_tidied_where_words_were(text: str, cut: str, action: str) -> None:
    assert left(text, cut) == action


@pytest.mark.parametrize("verb", words("hoàn thành, hoàn tất, kết thúc"))
@pytest.mark.parametrize("plan", ["", "dự kiến "])
def test_the_verb_of_a_passive_is_kept(verb: str, plan: str) -> None:
    (task,) = told(f"Cầu mới được {plan}{verb} trước ngày 16/6/2031.")
    assert task == f"Cầu mới được {plan}{verb} | ..2031-06-15"
    (task,) = told(f"Làm cầu mới, {plan}{verb} trước ngày 16/6/2031.")
    assert task == "Làm cầu mới | ..2031-06-15"


WORK = "mở lớp dệt ở nhà văn hóa"
SCOPES = words("tỉnh, thành phố, huyện, quận, xã, phường, cơ sở, trường, Sở, Bộ")


@pytest.mark.parametrize("scope", SCOPES)
@pytest.mark.parametrize("at", ["Cấp", "cấp", "Ở cấp", "Tại cấp", "Đối với cấp"])
def test_where_the_work_is_done_stands_before_who_does_it(scope: str, at: str) -> None:
    (task,) = tasks(f"{at} {scope}: Hội Làm vườn {WORK} xong trước ngày 16/6/2031.")
    assert task.action == f"{at} {scope}: {WORK}"
    assert [unit.name for unit in task.leads] == ["Hội Làm vườn"]


@each(["Cấp thôn", "Cấp xã mới", "Dưới cấp xã", "Cấp phát"])
def test_who_does_it_is_not_looked_for_behind_other_words(scope: str) -> None:
    (task,) = tasks(f"{scope}: Hội Làm vườn {WORK} xong trước ngày 16/6/2031.")
    assert task.action == f"{scope}: Hội Làm vườn {WORK}"
    assert task.leads == ()


WHEN = [
    *words("đột xuất, có yêu cầu, theo yêu cầu, được yêu cầu, khi có yêu cầu, khi được yêu cầu"),
    *(f"{a} {b}" for a in words("giữa, cuối, hết") for b in words("nhiệm kỳ, kỳ, giai đoạn")),
    "đột xuất (nếu cần)",
    "đột xuất khi có yêu cầu",
    "đột xuất theo yêu cầu",
    "đột xuất theo chỉ đạo",
]


@pytest.mark.parametrize("occasion", WHEN)
@pytest.mark.parametrize("joint", ["", "và ", "hoặc ", "hay ", "Và "])
def test_each_other_occasion_is_left_behind(occasion: str, joint: str) -> None:
    text = f"{joint}{occasion}, mở lớp"
    assert text[after_occasions(text, 0, len(text)) :] == "mở lớp"
    twice = f"{occasion}, {text}"
    assert twice[after_occasions(twice, 0, len(twice)) :] == "mở lớp"


@each(["mở lớp", "giữa bãi mở lớp", "có bãi, mở lớp", "theo ý mở lớp"])
def test_other_words_are_no_occasion(text: str) -> None:
    assert after_occasions(text, 0, len(text)) == 0


BY_WHOM = words("báo cáo, tổng hợp, gửi, tổ chức, sơ kết, tổng kết, thực hiện, rà soát, kiểm tra")


@each(BY_WHOM)
def test_who_asks_for_it_is_left_behind_up_to_the_work(verb: str) -> None:
    text = f"đột xuất theo yêu cầu của trạm thủy nông {verb} ở bãi"
    assert text[after_occasions(text, 0, len(text)) :] == f"{verb} ở bãi"
    other = "đột xuất theo yêu cầu của trạm thủy nông mở lớp"
    assert other[after_occasions(other, 0, len(other)) :] == "của trạm thủy nông mở lớp"


OWN = [
    f"{noun} {verb}{of}"
    for noun in words("Thời gian, Thời hạn")
    for verb in words("thực hiện, triển khai, tổ chức, hoàn thành")
    for of in ["", " Kế hoạch", " kế hoạch này", " của Chương trình", " Đề án này", " phong trào"]
]


@each(OWN)
def test_the_plan_s_own_time_is_no_work(label: str) -> None:
    assert told(f"Chương V\n{label}: đến hết ngày 16/6/2031.") == []


@each(["Thời gian mở lớp", "Thời hạn nộp sổ"])
def test_a_time_of_work_is_its_time(label: str) -> None:
    (task,) = told(f"{label} chậm nhất ngày 15/6/2031.")
    assert task.endswith("| ..2031-06-15")
