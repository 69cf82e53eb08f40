"""Movements: marks of quotation, what stands between a noun and a name, periods, known names."""

from word_lists import each, each_of

from extract.campaigns import find_campaigns
from extract.context import Context
from extract.flow import flow_of
from extract.reading import Reading
from extract.sections import Frame

NAME = "Mỗi ngõ một vườn hoa"
KNOWN = """Cả nước chung sức xây dựng nông thôn mới; Vì người nghèo - Không để ai bị bỏ lại phía sau
Doanh nghiệp Việt Nam hội nhập và phát triển; Xóa nhà tạm, nhà dột nát; Bình dân học vụ số
Dạy tốt, học tốt; Thi đua dạy tốt, học tốt; Toàn dân đoàn kết xây dựng đời sống văn hóa
Toàn dân bảo vệ an ninh Tổ quốc; Giỏi việc nước, đảm việc nhà; Giỏi việc trường, đảm việc nhà
Lao động giỏi, lao động sáng tạo; Dân vận khéo; Uống nước nhớ nguồn; Đền ơn đáp nghĩa
Người tốt, việc tốt; Cựu chiến binh gương mẫu; Nông dân thi đua sản xuất, kinh doanh giỏi
Xây dựng trường học thân thiện, học sinh tích cực; Người Việt Nam ưu tiên dùng hàng Việt Nam
Xây dựng gia đình 5 không, 3 sạch; Dân chủ - Kỷ cương - Tình thương - Trách nhiệm; Hai không
Học tập và làm theo tấm gương đạo đức Hồ Chí Minh; Ngày vì người nghèo
Tháng hành động vì môi trường; Tháng cao điểm ra quân; Tháng chiến dịch ra quân; Tuần lễ áo dài
Chiến dịch mùa hè xanh; Ngày toàn dân phòng cháy; Tết trồng cây đời đời"""


def _found(text: str) -> list[tuple[str, str | None]]:
    flow = flow_of(Reading(text=text))
    size = len(flow.text)
    every = find_campaigns(flow, Frame(0, 0, size, size, size), Context())
    return [(one.name, one.period.label if one.period else None) for one in every]


@each_of([("“", "”"), ("„", "”"), ("“", '"'), ('"', '"'), ("”", "”"), ("«", "»"), ("‘", "’"),
     ("'", "'"), ("''", "''"), ("“", "“")],
)  # fmt: skip
def test_each_mark_of_quotation(opens: str, closes: str) -> None:
    for after in (" rộng.", ", rồi.", "; rồi.", ".", ": rồi.", ")", ""):
        if (opens, closes) == ("“", "“") and after == " rộng.":
            after = " "
        assert _found(f"Hưởng ứng phong trào {opens}{NAME}{closes}{after}") == [(NAME, None)]
    assert _found(f"Hưởng ứng phong trào {opens}{NAME}") == []
    assert _found(f"Hưởng ứng phong trào {NAME}{closes}") == []


@each(["'mỗi ngõ một vườn'", "nhà'Mỗi ngõ một vườn'",
"'Mỗi ngõ một vườn'x",
                                    '"  …"', "“Hoa”", "“Mộtngõ”"])  # fmt: skip
def test_what_no_mark_makes_a_name(quoted: str) -> None:
    assert _found(f"Hưởng ứng phong trào {quoted} rộng.") == []


@each([":", " như", " như:", " do xã phát động", " gồm", " là", " sau:", " trọng tâm",
     " với chủ đề", " trong toàn xã", " –", " -", ", có tên"],
)  # fmt: skip
def test_what_stands_between_a_noun_and_a_name(bridge: str) -> None:
    assert _found(f"Hưởng ứng phong trào{bridge} “{NAME}”.") == [(NAME, None)]
    themed = bridge == " với chủ đề"  # a noun itself
    assert bool(_found(f"Hưởng ứng phong trào. Nay nói{bridge} “{NAME}”.")) == themed


@each([":", " như", " phát động", " gồm", " là", " sau", " trọng tâm"])
def test_a_long_bridge_needs_a_word_that_leads_on(end: str) -> None:
    """Farther than some words a name stands only behind one that says that it comes."""
    long = " của các thôn trên toàn địa bàn xã nhà ta trong nhiều năm liền trở lại đây"
    assert _found(f"Hưởng ứng phong trào{long}{end} “{NAME}”.") == [(NAME, None)]
    assert _found(f"Hưởng ứng phong trào{long} và “{NAME}”.") == []


@each([", ", "; ", " và ", " hoặc ", " cùng ", " cùng với ", " cũng như ", " với ", ", và ",
     " (do xã mở), ", " trên địa bàn xã, ", " do xã mở, ", " của xã, ", " trong xã, ",
     " giai đoạn 2031-2035, ", " giai đoan 2031-2035, ", " giai đọan 2031-2035, ", " năm 2031, ",
     " từ nay, ", " với xã, ", " tại xã, ", " ngành ta, ", " toàn xã, ", " gắn với xã, ",
     " thuộc xã, ", " ở xã, ", "… "],
)  # fmt: skip
def test_what_stands_between_two_names_of_a_list(gap: str) -> None:
    names = [name for name, _ in _found(f"Mở phong trào “{NAME}”{gap}“Sạch nhà tốt ruộng”.")]
    assert names == [NAME, "Sạch nhà tốt ruộng"]
    apart = _found(f"Mở phong trào “{NAME}” rồi thì nói “Sạch nhà tốt ruộng”.")
    assert [name for name, _ in apart] == [NAME]


@each(["trên địa bàn xã", "ngành ta", "tỉnh nhà", "của xã", "quận nhà", "huyện nhà", "thành phố ta",
     "toàn xã", "cấp xã", "trong xã", "tại xã", "do xã mở", "xã nhà", "phường nhà", "thị xã nhà"],
)  # fmt: skip
def test_a_period_behind_whose_movement_it_is(whose: str) -> None:
    label = "giai đoạn 2031-2035"
    assert _found(f"Mở phong trào “{NAME}” {whose} {label}.") == [(NAME, label)]
    assert _found(f"Mở phong trào “{NAME}” mà {whose} {label}.") == [(NAME, None)]


@each(["giai đoạn 2031-2035", "giai đoạn 2031 – 2035", "giai đọan 2031-2035", "năm học 2031-2032",
     "các năm 2031-2035", "năm 2031", "năm 1998", "từ năm 2031 đến năm 2035"],
)  # fmt: skip
def test_each_period_of_a_movement(label: str) -> None:
    for text in (f"Mở phong trào “{NAME}” {label}.", f"Mở phong trào “{NAME}” trong {label}.",
                 f"Mở phong trào “{NAME}” ({label})."):  # fmt: skip
        ((_, got),) = _found(text)
        assert got is not None
        assert got.split("năm")[-1].split("đoạn")[-1] == label.split("năm")[-1].split("đoạn")[-1]
    ((name, inside),) = _found(f"Mở phong trào “{NAME} {label}”.")
    assert (name, inside is not None) == (f"{NAME} {label}", True)
    if len(label) == 8:
        assert _found(f"Mở phong trào “{NAME}” {label}5.") == [(NAME, None)]


def test_years_in_brackets_alone() -> None:
    assert _found(f"Mở phong trào “{NAME}” (2031-2035).") == [(NAME, "2031-2035")]
    assert _found(f"Mở phong trào “{NAME}” 2031-2035.") == [(NAME, None)]


@each(["với", "có", "theo", "gắn với", "mang", "lấy"])
def test_what_ties_a_theme_to_the_year_before_it(tie: str) -> None:
    assert _found(f"Ra quân năm 2031 {tie} chủ đề “{NAME}”.") == [(NAME, "năm 2031")]
    assert _found(f"Ra quân năm 2031 của xã nhà, {tie} chủ đề “{NAME}”.") == [(NAME, "năm 2031")]
    assert _found(f"Ra quân năm 2031 rồi nêu chủ đề “{NAME}”.") == [(NAME, None)]


@each([n for line in KNOWN.split("\n") for n in line.split("; ")])
def test_each_name_that_is_known_without_a_noun(name: str) -> None:
    assert _found(f"Làm tốt “{name}”.") == [(name, None)]
    assert [n for n, _ in _found(f"Làm tốt “{name} năm 2031”.")] == [f"{name} năm 2031"]
    assert _found(f"Làm tốt “Việc {name}”.") == []


@each([", ", " và ", "/", " yêu nước, ", ", các "])
def test_movements_and_drives_in_one_breath(both: str) -> None:
    flow = flow_of(Reading(text=f"Mở các phong trào{both}cuộc vận động: “{NAME}”."))
    size = len(flow.text)
    (one,) = find_campaigns(flow, Frame(0, 0, size, size, size), Context())
    assert one.kind == "phong trào thi đua"
