"""Anniversaries: each word that celebrates, and each before which a name ends."""

from word_lists import each, words

from extract.anniversaries import find_anniversaries
from extract.context import Context
from extract.flow import flow_of
from extract.reading import Reading

PLAN = Context(year=2031)

CELEBRATIONS = words("kỷ niệm, kỉ niệm, chào mừng, mừng, hướng tới, tròn, kỷ niệm lần thứ")
EVENTS = words(
    """ngày ra quân, thành lập Hội, giải phóng quê hương, chiến thắng Bến Nghè, cách mạng mùa thu
    quốc khánh, truyền thống ngành, tái lập huyện, khởi nghĩa Ba Tơ, khai sinh nước nhà
    khai giảng khóa đầu, hiến chương nhà giáo"""
)
SPANS_OF_TIME = words("sau, trong, qua, hơn, gần, từ, suốt, mỗi, đủ, trước")
TURNS = words(
    """phát động, hưởng ứng, triển khai, tổ chức, đón nhận, thực hiện, lập thành tích, tham gia
    tiến tới, hướng tới, ra quân, tuyên truyền, khai mạc, tổng kết, sơ kết, tôn vinh, trao"""
)
NAME_ENDS = words(
    """gắn, trên địa bàn, nhằm, bằng, thông qua, tại, trong năm, trong dịp, tới, vào, để, do
    và chào mừng, và kỷ niệm, và các, năm 2031, theo"""
)


def _anniversaries(text: str) -> list[tuple[str, int | None]]:
    flow = flow_of(Reading(text=text, wrapped=False))
    return [(one.name, one.count) for one in find_anniversaries(flow, PLAN)]


@each([w for w in CELEBRATIONS if "lần thứ" not in w])
def test_each_word_that_celebrates(word: str) -> None:
    assert _anniversaries(f"Mít tinh {word} 40 năm Lễ hội sông nước") == [("Lễ hội sông nước", 40)]


@each(EVENTS)
def test_each_event_that_has_years(event: str) -> None:
    assert _anniversaries(f"Hội thao 40 năm {event}") == [(event, 40)]


@each(SPANS_OF_TIME)
def test_a_span_of_years_is_no_commemoration(word: str) -> None:
    assert _anniversaries(f"Nhìn lại {word} 40 năm thành lập Hội") == []


@each(TURNS)
def test_each_word_to_which_a_sentence_turns(turn: str) -> None:
    text = f"Mít tinh kỷ niệm 40 năm ngày hội làng và {turn} đợt mới"
    assert _anniversaries(text) == [("ngày hội làng", 40)]


@each([*TURNS, "chào mừng", "kỷ niệm"])
def test_each_word_that_joins_what_else_is_celebrated(turn: str) -> None:
    text = f"kỷ niệm 40 năm ngày hội làng gắn với {turn} Đại hội xã (01/6/1991)"
    assert _anniversaries(text)[0] == ("ngày hội làng", 40)


@each(NAME_ENDS)
def test_each_word_before_which_a_name_ends(word: str) -> None:
    text = f"Mít tinh kỷ niệm 40 năm ngày hội làng {word} sân đình"
    assert _anniversaries(text)[0] == ("ngày hội làng", 40)
