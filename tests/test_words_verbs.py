"""Each word with which work begins, through every finder that asks for it."""

from word_lists import each
from work_words import NO_VERBS, OPENING_VERBS, VERBS, told, under

from extract.line_looks import looks_of

BEGINNING = [
    verb for verb in VERBS if not verb.startswith("lãnh đạo ")
]  # `Lãnh đạo UBND` is a unit
FIELD = "ở cánh đồng làng dưới"  # more words than a passive reaches over


@each(VERBS)
def test_a_month_is_the_time_of_such_work(verb: str) -> None:
    assert told(f"Bà con {verb} {FIELD} trong tháng 4.") == [
        f"Bà con {verb} {FIELD} | 2031-04-01..2031-04-30"
    ]


@each(["", *NO_VERBS])
def test_a_month_without_work_dates_nothing(words: str) -> None:
    assert told(f"Bà con {words} {FIELD} trong tháng 4.") == []


@each(BEGINNING)
def test_a_sentence_that_begins_with_work_says_since_when(verb: str) -> None:
    sentence = f"{verb[0].upper()}{verb[1:]} {FIELD}"
    assert told(f"{sentence} từ ngày 10/4/2031.") == [f"{sentence} | 2031-04-10.."]
    assert told(f"Bà con {verb} {FIELD} từ ngày 10/4/2031.") == []  # whose work it is comes first


@each(OPENING_VERBS)
def test_more_work_that_a_sentence_begins_with(verb: str) -> None:
    sentence = f"{verb[0].upper()}{verb[1:]} {FIELD}"
    assert told(f"{sentence} từ ngày 10/4/2031.") == [f"{sentence} | 2031-04-10.."]
    assert told(f"{verb[0].upper()}{verb[1:]}x {FIELD} từ ngày 10/4/2031.") == []
    assert told(f"X{verb} {FIELD} từ ngày 10/4/2031.") == []


@each(NO_VERBS)
def test_a_sentence_that_begins_otherwise_says_no_beginning(words: str) -> None:
    assert told(f"{words} {FIELD} từ ngày 10/4/2031.") == []


@each([verb for verb in VERBS if verb != "căn cứ"])  # no work alone
def test_a_heading_of_work_is_what_its_dated_lines_do(verb: str) -> None:
    title = f"{verb[0].upper()}{verb[1:]} đồng ruộng"
    found = told(*under(title, "- Vụ Đông Xuân: từ ngày 01/3/2031 đến ngày 30/4/2031."))
    assert found == [f"{title}: Vụ Đông Xuân | 2031-03-01..2031-04-30"]


@each(NO_VERBS)
def test_a_heading_of_something_else_does_nothing(words: str) -> None:
    title = f"{words[0].upper()}{words[1:]} đồng ruộng"
    found = told(*under(title, "- Vụ Đông Xuân: từ ngày 01/3/2031 đến ngày 30/4/2031."))
    assert title not in " ".join(found)


@each(VERBS)
def test_the_label_of_a_time_before_work(verb: str) -> None:
    """`Thời gian hoàn thành ban hành …`: what is left is the work, but not behind a noun."""
    due = "chậm nhất ngày 05/4/2031."
    if verb != "thực hiện":  # `Thời gian thực hiện …` is the label itself
        assert told(f"Thời gian {verb} {FIELD} {due}") == [f"{verb} {FIELD} | ..2031-04-05"]
        assert told(f"Thời hạn việc {verb} {FIELD} {due}") == [f"{verb} {FIELD} | ..2031-04-05"]


@each(["thực hiện", *NO_VERBS])
def test_the_label_of_a_time_before_a_noun(words: str) -> None:
    assert told(f"Thời gian {words} {FIELD} chậm nhất ngày 05/4/2031.") == [
        f"Thời gian {words} {FIELD} | ..2031-04-05"
    ]


@each(VERBS)
def test_later_work_behind_a_label_of_time(verb: str) -> None:
    body = f"Thời gian: trước ngày 31/3/2031; bà con {verb} {FIELD} trước ngày 05/4/2031."
    found = told(*under("Hội thao mùa xuân", body))
    assert found == [
        "Hội thao mùa xuân | ..2031-03-30",
        f"bà con {verb} {FIELD} | ..2031-04-04",
    ]


@each(NO_VERBS)
def test_no_later_work_behind_a_label_of_time(words: str) -> None:
    body = f"Thời gian: trước ngày 31/3/2031; bà con {words} {FIELD} trước ngày 05/4/2031."
    found = told(*under("Hội thao mùa xuân", body))
    assert [one.partition(" |")[0] for one in found] == ["Hội thao mùa xuân"] * 2


@each(BEGINNING)
def test_a_line_that_begins_with_work_looks_like_work(verb: str) -> None:
    begun = looks_of(f"{verb[0].upper()}{verb[1:]} {FIELD}")
    gone_on = looks_of(f"{verb} {FIELD}")  # a small letter: a line that goes on
    assert begun.action > gone_on.action
    assert begun.score("lead") < 0


@each(NO_VERBS)
def test_a_line_that_begins_otherwise_looks_like_no_work(words: str) -> None:
    begun = looks_of(f"{words[0].upper()}{words[1:]} {FIELD}")
    assert begun.action <= looks_of(f"Đám mạ của bà con {FIELD}").action
