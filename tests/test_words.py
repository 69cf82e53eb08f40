"""The lists of words that the finders know, each word in a sentence of its own.

The words stand here a second time on purpose: one that is dropped from a list by mistake is
missed by its test, not by a clerk. `make pattern-mutants` tells which words no test asks for.
"""

import re

import pytest

from extract.anniversaries import find_anniversaries
from extract.campaigns import find_campaigns
from extract.citations.roles import roles_of
from extract.context import Context
from extract.flow import flow_of
from extract.foot.signature import is_name, post_of
from extract.head import find_head
from extract.head.title import is_title
from extract.phases import find_phases
from extract.reading import Reading
from extract.sections import Frame
from extract.targets.quantities import find_quantities

PLAN = Context(year=2031)


def words(text: str) -> list[str]:
    """`a, b c, d` as three."""
    return [one.strip() for one in re.split(r",\s*|\n", text) if one.strip()]


MOVEMENTS = words(
    """phong trào, phong trào thi đua, các phong trào thi đua, những phong trào, phong trào yêu nước
    phong trào thi đua chuyên đề, phong trào thi đua đặc biệt, phong trào thi đua thường xuyên
    phong trào lớn, đợt thi đua, các đợt thi đua, những đợt thi đua, phát động thi đua
    hưởng ứng thi đua, chuyên đề thi đua, tháng thi đua, đợt thi đua cao điểm, đợt thi đua đặc biệt
    đợt thi đua nước rút, đợt thi đua chuyên đề, cuộc vận động, chiến dịch, đợt vận động, cuộc thi
    hội thi, hội diễn, chủ đề, khẩu hiệu, thông điệp, chủ điểm"""
)
NO_MOVEMENTS = words(
    """kỷ niệm chương, huy hiệu, huy chương, danh hiệu, danh hiệu thi đua, cờ thi đua, giải thưởng
    bằng khen, tước hiệu, giấy khen, chương trình, đề án, dự án, tiểu dự án, chiến lược, kế hoạch
    nghị quyết, chỉ thị, quyết định, kết luận, hướng dẫn, công văn, luật, nghị định, thông tư
    văn bản, chuyên đề, báo cáo, quy chế, bộ tiêu chí, bộ chỉ số, tài liệu, phương án, thông báo
    đề tài, phần mềm, mô hình, ứng dụng, nền tảng, hệ thống, câu lạc bộ, chuyên mục, chuyên trang
    bản tin, chương trình truyền hình, vở, bài hát, bài thơ, tác phẩm, cuốn sách, tiết mục
    phương châm, nguyên tắc, quan điểm, định hướng, mục tiêu, tình trạng, biểu hiện, tư tưởng
    tinh thần, tiêu chí, nội dung, khái niệm, cụm từ, hội nghị, hội thảo, lễ, tọa đàm, hạng mục"""
)


def _campaigns(text: str) -> list[str]:
    flow = flow_of(Reading(text=text))
    size = len(flow.text)
    return [c.name for c in find_campaigns(flow, Frame(0, 0, size, size, size), Context())]


@pytest.mark.parametrize("noun", MOVEMENTS)
def test_each_noun_of_a_movement(noun: str) -> None:
    assert _campaigns(f"Hưởng ứng {noun} “Mỗi ngõ một vườn hoa”.") == ["Mỗi ngõ một vườn hoa"]


@pytest.mark.parametrize("noun", NO_MOVEMENTS)
def test_each_noun_of_something_else(noun: str) -> None:
    """The nearer noun decides, though a movement's noun stands farther to the left."""
    assert _campaigns(f"Gắn phong trào với {noun} “Mỗi ngõ một vườn hoa”.") == []


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


@pytest.mark.parametrize("word", [w for w in CELEBRATIONS if "lần thứ" not in w])
def test_each_word_that_celebrates(word: str) -> None:
    assert _anniversaries(f"Mít tinh {word} 40 năm Lễ hội sông nước") == [("Lễ hội sông nước", 40)]


@pytest.mark.parametrize("event", EVENTS)
def test_each_event_that_has_years(event: str) -> None:
    assert _anniversaries(f"Hội thao 40 năm {event}") == [(event, 40)]


@pytest.mark.parametrize("word", SPANS_OF_TIME)
def test_a_span_of_years_is_no_commemoration(word: str) -> None:
    assert _anniversaries(f"Nhìn lại {word} 40 năm thành lập Hội") == []


@pytest.mark.parametrize("turn", TURNS)
def test_each_word_to_which_a_sentence_turns(turn: str) -> None:
    text = f"Mít tinh kỷ niệm 40 năm ngày hội làng và {turn} đợt mới"
    assert _anniversaries(text) == [("ngày hội làng", 40)]


@pytest.mark.parametrize("turn", [*TURNS, "chào mừng", "kỷ niệm"])
def test_each_word_that_joins_what_else_is_celebrated(turn: str) -> None:
    text = f"kỷ niệm 40 năm ngày hội làng gắn với {turn} Đại hội xã (01/6/1991)"
    assert _anniversaries(text)[0] == ("ngày hội làng", 40)


@pytest.mark.parametrize("word", NAME_ENDS)
def test_each_word_before_which_a_name_ends(word: str) -> None:
    text = f"Mít tinh kỷ niệm 40 năm ngày hội làng {word} sân đình"
    assert _anniversaries(text)[0] == ("ngày hội làng", 40)


BASIS = words("Căn cứ, CĂN CỨ, Trên cơ sở, Theo, Xét, Được sự")
CONTINUES = words("Tiếp theo, Tiếp nối, Nối tiếp")
IMPLEMENTS = words(
    """Thực hiện, THỰC HIỆN, Triển khai, Để triển khai, Để thực hiện, Để thi hành, Để cụ thể hóa
    Nhằm triển khai, Nhằm thực hiện, Nhằm cụ thể hóa, Thi hành, Chấp hành, Cụ thể hóa, Hưởng ứng
    Quán triệt, Tiếp tục thực hiện, Tiếp tục triển khai, Tổ chức thực hiện, Tổ chức triển khai
    Phúc đáp"""
)
SMALL = {
    "basis": words("căn cứ, trên cơ sở, theo"),
    "continues": words("tiếp theo, tiếp nối"),
    "implements": words(
        """thực hiện, triển khai, thi hành, để triển khai, để thực hiện, nhằm triển khai
        nhằm thực hiện"""
    ),
}


@pytest.mark.parametrize(
    ("word", "role"),
    [(w, "basis") for w in BASIS]
    + [(w, "continues") for w in CONTINUES]
    + [(w, "implements") for w in IMPLEMENTS],
)
@pytest.mark.parametrize("before", ["", "- ", "Kính gửi các trạm.\n"])
def test_each_word_that_governs(word: str, role: str, before: str) -> None:
    text = f"{before}{word} Kế hoạch số 5/KH-SYT"
    assert roles_of(text, 0, len(text)).at(text.index("số 5")) == role
    inside = f"Ban {word.lower()} nêu Kế hoạch số 5/KH-SYT"  # within a sentence it governs nothing
    assert roles_of(inside, 0, len(inside)).at(inside.index("số 5")) == "mention"


@pytest.mark.parametrize(
    ("role", "word"), [(r, w) for r, several in SMALL.items() for w in several]
)
@pytest.mark.parametrize("joint", ["; ", "; và ", "; đồng thời "])
def test_each_small_word_behind_a_semicolon(role: str, word: str, joint: str) -> None:
    text = f"Trích yếu của văn bản{joint}{word} Kế hoạch số 5/KH-SYT"
    assert roles_of(text, 0, len(text)).at(text.index("số 5")) == role


@pytest.mark.parametrize("word", words("căn cứ, tiếp theo, trên cơ sở"))
def test_each_small_word_behind_a_comma(word: str) -> None:
    text = f"Trích yếu của văn bản, {word} Kế hoạch số 5/KH-SYT"
    assert roles_of(text, 0, len(text)).at(text.index("số 5")) != "mention"


NAMED_BY_NUMBERS = words(
    """số, điều, khoản, điểm, mục, phần, chương, lần, lần thứ, thứ, khóa, khoá, quý, tháng, ngày
    năm, mức, mức độ, cấp, hạng, loại, lớp, khối, đoạn, nhóm, mẫu, biểu, phụ lục, đợt, bước
    quyết định, nghị quyết, kế hoạch, bậc, vùng, khu vực, hiệp định, vòng, tuần, kỳ, công điện
    chương trình, đề án, quốc lộ, tầng, thế kỷ, trang, bảng, covid, chỉ số, bộ chỉ số, thông tư
    luật, nghị định, tcvn, iso, tt, top, tốp, phiên bản, xếp, giờ"""
)
TIME_UNITS = words("ngày, giờ, phút, tháng, tuần, năm, tuổi, quý, nhiệm kỳ, học kỳ, lần thứ")


@pytest.mark.parametrize("noun", NAMED_BY_NUMBERS)
def test_a_number_behind_such_a_noun_counts_nothing(noun: str) -> None:
    text = f"đạt {noun} 3 xã"
    assert list(find_quantities(text, 0, len(text))) == []
    counted = "đạt thêm 3 xã"
    assert [q.value for q in find_quantities(counted, 0, len(counted))] == [3]


@pytest.mark.parametrize("unit", TIME_UNITS)
def test_a_stretch_of_time_is_no_quantity(unit: str) -> None:
    text = f"làm xong sau 3 {unit} nữa"
    assert list(find_quantities(text, 0, len(text))) == []


@pytest.mark.parametrize("noun", words("giảm, rút ngắn, thời gian, thời lượng"))
def test_a_stretch_of_time_that_is_the_measure(noun: str) -> None:
    text = f"{noun} chờ xuống dưới 90 phút"
    assert [(q.value, q.comparison) for q in find_quantities(text, 0, len(text))] == [(90, "<=")]


@pytest.mark.parametrize("between", words("là, khoảng, mức, có, đạt, được"))
def test_each_word_between_a_bound_and_its_number(between: str) -> None:
    text = f"phấn đấu ít nhất {between} 5% số hộ"
    assert [(q.value, q.comparison) for q in find_quantities(text, 0, len(text))] == [(5, ">=")]


@pytest.mark.parametrize("unit", words("%, ‰, phần trăm, ha, km, kg, m2, m3"))
def test_each_unit_of_measure(unit: str) -> None:
    text = f"trồng mới 12 {unit} rừng"
    assert [q.value for q in find_quantities(text, 0, len(text))] == [12]


KINDS = words(
    """Kế hoạch liên tịch, Kế hoạch phối hợp, Kế hoạch liên ngành, Kế hoạch, Nghị quyết liên tịch
    Thông tư liên tịch, Hướng dẫn liên ngành, Hướng dẫn liên tịch, Bộ luật, Luật, Pháp lệnh, Lệnh
    Nghị quyết, Nghị định, Quyết định, Thông tư, Chỉ thị, Kết luận, Quy định, Quy chế, Thông tri
    Thông báo, Thông cáo, Hướng dẫn, Chương trình hành động, Chương trình, Phương án, Đề án, Dự án
    Báo cáo, Biên bản, Tờ trình, Hợp đồng, Công điện, Giấy mời, Giấy ủy quyền, Phiếu chuyển
    Quy hoạch, Điều lệ, Thể lệ, Đề cương, Thư ngỏ, Lời kêu gọi"""
)
HEAD = """TRẠM THỦY NÔNG HÒA BÌNH     CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: 12/{symbol}-TTN           Độc lập - Tự do - Hạnh phúc
                         Hòa Bình, ngày 05 tháng 3 năm 2031

{title}
{opening} các quy định hiện hành về thủy lợi;
I. MỤC ĐÍCH
"""


def _head(title: str, opening: str = "Căn cứ") -> tuple[str | None, str | None]:
    text = HEAD.format(symbol="KH", title=title, opening=opening)
    document = find_head(flow_of(Reading(text=text)))
    return document.kind, document.subject


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_document(kind: str) -> None:
    assert is_title(kind.upper())
    assert _head(f"{kind.upper()}\nNạo vét kênh mương năm 2031") == (
        kind,
        "Nạo vét kênh mương năm 2031",
    )


OPENINGS = words(
    """Căn cứ, Thực hiện, Tiếp tục, Tiếp theo, Triển khai, Thi hành, Để, Nhằm, Xét, Trong, Theo
    Trên cơ sở, Quán triệt, Hưởng ứng, Chấp hành, Được sự, Từ, Thời gian, Phát huy, Hiện nay, Sau
    Qua, Với, Nay, Nghiên cứu, Vừa qua, Tại, Ngày, Đến"""
)


@pytest.mark.parametrize("opening", OPENINGS)
def test_each_word_that_opens_the_first_paragraph(opening: str) -> None:
    assert _head("KẾ HOẠCH\nNạo vét kênh mương", opening) == ("Kế hoạch", "Nạo vét kênh mương")


PHASE_NAMES = words(
    """Đợt 1, ĐỢT 2, đợt 3, Giai đoạn 1, GIAI ĐOẠN 2, giai đoạn 3, Đợt thứ nhất, Đợt thứ hai
    Đợt thứ ba, Đợt thứ tư, Đợt thứ năm, Đợt thứ sáu, Đợt thứ bảy, Đợt thứ 4, Đợt I, Đợt IV
    Đợt một, Đợt hai, Đợt ba, Đợt cao điểm, Đợt đầu tiên, Đợt cuối cùng, Giai đoạn đầu
    Giai đoạn cuối, Tuần 1, TUẦN 2, Bước 1, BƯỚC 2, Vòng 1, VÒNG 2, Chặng 1, CHẶNG 2, Cao điểm 1
    Giai đoạn chuẩn bị, Giai đoạn khởi động, Giai đoạn thí điểm, Giai đoạn triển khai
    Giai đoạn thực hiện, Giai đoạn tổ chức, Giai đoạn nhân rộng, Giai đoạn hoàn thiện
    Giai đoạn sơ kết, Giai đoạn tổng kết, Giai đoạn kết thúc, Đợt phát động"""
)
BEFORE_DAYS = words(
    """tổ chức, thực hiện, triển khai, tiến hành, diễn ra, bắt đầu, hoàn thành, kiểm tra, ra quân
    phát động, thi đua, thời gian, thời gian thực hiện, dự kiến, kéo dài, được tổ chức"""
)


def _phases(text: str) -> list[tuple[str, str, str]]:
    return [
        (p.label, str(p.start), str(p.end))
        for p in find_phases(flow_of(Reading(text=text, wrapped=False)), (), PLAN)
    ]


@pytest.mark.parametrize("name", PHASE_NAMES)
def test_each_name_of_a_phase(name: str) -> None:
    found = _phases(f"- {name}: từ ngày 05/3/2031 đến ngày 20/4/2031.")
    assert found == [(name, "2031-03-05", "2031-04-20")]
    assert _phases(f"- {name}: làm như năm ngoái.") == []


@pytest.mark.parametrize("word", BEFORE_DAYS)
def test_each_word_between_a_phase_and_its_days(word: str) -> None:
    found = _phases(f"- Đợt 1 {word} từ ngày 05/3/2031 đến ngày 20/4/2031.")
    assert found == [("Đợt 1", "2031-03-05", "2031-04-20")]


FORMS_OF_SIGNING = words("TM., KT., TL., TUQ., Q., T/M, K/T, T/L")
TITLES_OF_PERSONS = words(
    """GS. , PGS. , TS. , ThS. , Ths. , TSKH. , BS. , BSCK2. , DS. , KS. , CN. , NGƯT. , NGND.
    TTND. , TTƯT. , Dr. , Th.S , T.S , Ông , Bà , Đại tướng , Thượng tướng , Trung tướng
    Thiếu tướng , Đại tá , Thượng tá , Trung tá , Thiếu tá , Đại úy
    Thượng úy , Trung úy , Đồng chí"""
)
NO_NAMES = words(
    """Trưởng phòng Văn thư, Phòng Tổng hợp Chung, Như Phụ Lục, Văn phòng Bộ, Trung tâm Y Tế
    Cổng Thông Tin, Công ty Hòa Bình, Phó Chủ Tịch, Chủ tịch Nước Nhà, Giám đốc Sở Nhà
    Thường trực Đảng Ủy, Mẫu số Ba Mươi, Kèm Theo Đây, Biểu Mẫu Chung, Độc lập Tự Do
    Cộng hòa Xã Hội, Đảng Ủy Viên, Lãnh đạo Phòng Ban, Website Nhà Trường, Báo Nhân Dân
    Đài Phát Thanh, Ghi chú Thêm Nữa, Thay mặt Cả Nhà, Người Ký Tên, Xã Hòa Bình, Huyện Phú Lộc
    Tỉnh Bình Giang, Thành phố Hòa Bình, Lưu ý Chung Nhé, Quyết định Này Đây, Kế hoạch Này Đây
    Thông báo Này Đây, Hội nghị Toàn Xã, Hội đồng Nhân Dân, Ủy ban Nhân Dân, Trường Tiểu Học"""
)


@pytest.mark.parametrize("form", FORMS_OF_SIGNING)
def test_each_form_of_signing(form: str) -> None:
    found = post_of(f"{form} GIÁM ĐỐC")
    assert found is not None
    assert found[0] is not None
    assert found[1] == "GIÁM ĐỐC"


@pytest.mark.parametrize("title", TITLES_OF_PERSONS)
def test_a_title_before_a_name(title: str) -> None:
    assert is_name(f"{title} Lường Thị Mây")
    assert not is_name(title)


@pytest.mark.parametrize("line", NO_NAMES)
def test_lines_with_capitals_that_are_no_names(line: str) -> None:
    assert not is_name(line)
