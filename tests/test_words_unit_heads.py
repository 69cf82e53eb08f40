"""Units by what their names begin with: the level that each head says, the post before a unit."""

import pytest
from word_lists import each, each_of, words

from extract.context import Context
from extract.units import read_unit
from extract.units.heads import head_of
from extract.units.offices import post_of

LEVELS = {
    "central": """Thủ tướng Chính phủ, Phó Thủ tướng Chính phủ, Chính phủ, Ủy ban Thường vụ Quốc hội
        Văn phòng Quốc hội, Văn phòng Chủ tịch nước, Quốc hội, Chủ tịch nước, Tổng Bí thư
        Hội đồng Bộ trưởng, Tòa án nhân dân tối cao, Viện kiểm sát nhân dân tối cao
        Kiểm toán nhà nước, Hội đồng Thẩm phán Tòa án nhân dân tối cao, Ủy ban Dân số quốc gia
        Ủy ban Dân số Quốc gia, Hội đồng bầu cử quốc gia, Hội đồng Bầu cử Quốc gia""",
    "ministry": """Văn phòng Chính phủ, Thanh tra Chính phủ, Bảo hiểm xã hội Việt Nam
        Ngân hàng Nhà nước Việt Nam, Đài Truyền hình Việt Nam, Đài Tiếng nói Việt Nam
        Thông tấn xã Việt Nam, Ủy ban Dân tộc, Bộ Vườn, Viện Hàn lâm""",
    "ministry-department": "Văn phòng Bộ, Thanh tra Bộ, Tổng cục Vườn, Vụ Vườn, Cục Vườn",
    "province-department": "Văn phòng Sở, Thanh tra Sở, Sở Vườn, Chi cục Vườn, Ban Dân tộc",
    "province": "Đoàn đại biểu Quốc hội tỉnh",
    "organisation": """Ban Bí thư Trung ương Đoàn, Ban Chấp hành Trung ương Đoàn
        Ban Thường vụ Trung ương Đoàn, Văn phòng Trung ương Đoàn
        Ủy ban Mặt trận Tổ quốc, Ủy ban Mặt trận Tổ quốc Việt Nam, Trung ương Đoàn Thanh niên
        Ủy ban Trung ương Mặt trận Tổ quốc, Ban Thường trực Ủy ban Mặt trận Tổ quốc
        Thường trực Ủy ban Mặt trận Tổ quốc
        Mặt trận Tổ quốc, Mặt trận Tổ quốc Việt Nam, Ban Công tác Mặt trận, Ban công tác mặt trận
        Tổng Liên đoàn Lao động Việt Nam, Liên đoàn Lao động, Công đoàn, Tỉnh đoàn, Thành đoàn
        Huyện đoàn, Quận đoàn, Thị đoàn, Xã đoàn, Chi đoàn, Liên đoàn, Tỉnh Đoàn
        Ban Chấp hành Huyện đoàn, Ban Thường vụ Huyện đoàn, Đoàn Thanh niên, Đoàn thanh niên
        Đoàn Thanh niên Cộng sản Hồ Chí Minh
        Đội Thiếu niên Tiền phong, Đội Thiếu niên Tiền phong Hồ Chí Minh, Hội đồng Đội, Liên đội
        Hội Vườn, Liên hiệp Vườn, Liên minh Vườn, Hiệp hội Vườn, Trung ương Hội Vườn""",
    "party": """Bộ Chính trị, Ban Bí thư, Ban Bí thư Trung ương, Ban Bí thư Trung ương Đảng
        Trung ương, Trung ương Đảng, Ban Chấp hành Trung ương Đảng, Đại hội đại biểu toàn quốc
        Ban Chấp hành Đảng bộ, Đại hội Đảng bộ, Đại hội đại biểu Đảng bộ, Đảng bộ, Tỉnh ủy, Thành ủy
        Huyện ủy, Quận ủy, Thị ủy, Đảng ủy, Ban Chấp hành Huyện ủy, Ban Thường vụ Huyện ủy
        Thường trực Huyện ủy, Văn phòng Huyện ủy, Ban Tổ chức Huyện ủy
        Ban Tuyên giáo và Dân vận Huyện ủy, Ban Tuyên giáo Huyện ủy, Ban Dân vận Huyện ủy
        Ban Nội chính Huyện ủy, Ủy ban Kiểm tra Huyện ủy, Ban Tuyên giáo và Dân vận, Ban Tuyên giáo
        Ban Tổ chức, Ban Dân vận, Ban Nội chính, Ban cán sự đảng, Ban Cán sự Đảng, Ủy ban Kiểm tra
        Chi bộ, Chi ủy""",
    "council": """Hội đồng Vườn, Ban Chỉ đạo, Ban An toàn giao thông, Ủy ban An toàn giao thông
        Ban thi đua, Ban Thi đua, Tổ công tác, Tổ giúp việc, Ban Tổ chức Hội nghị
        Ban Tổ chức hội nghị, Ban Tổ chức Hội thi, Ban Tổ chức hội thao, Ban Tổ chức Lễ
        Ban Tổ chức Cuộc thi, Ban Tổ chức giải, Ban Tổ chức Đại hội, Ủy ban Bầu cử
        Ủy ban bầu cử, Ban Bầu cử, Ban bầu cử, Tổ Bầu cử
        Tổ bầu cử, Cụm thi đua, Khối thi đua""",
    "institution": """Trường Vườn, Học viện Vườn, Viện Vườn, Đại học Vườn, Trung tâm Vườn
        Bệnh viện Vườn, Trạm Y tế, Trạm y tế, Nhà trường, Cơ sở Vườn
        Thư viện Vườn, Bảo tàng Vườn""",
}
PLACED = words(
    """Công an, Thanh tra, Bộ Chỉ huy quân sự, Ban Chỉ huy quân sự
    Bộ Chỉ huy Bộ đội Biên phòng, Bộ đội Biên phòng, Tòa án nhân dân, Viện kiểm sát nhân dân
    Viện Kiểm sát nhân dân, Trung tâm Phục vụ hành chính công, Kho bạc Nhà nước, Bảo hiểm xã hội
    Cục Thuế, Thuế, Cục Thống kê, Văn phòng Ủy ban nhân dân, Văn phòng Hội đồng nhân dân
    Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân"""
)
POSTS = words(
    """Chủ tịch, Tổng Giám đốc, Tổng giám đốc, Giám đốc, Bộ trưởng, Thứ trưởng, Tổng cục trưởng
    Cục trưởng, Vụ trưởng, Chi cục trưởng, Viện trưởng, Chánh án, Bí thư, Hiệu trưởng, Thủ trưởng
    Lãnh đạo, Người đứng đầu, Tổng Thư ký, Tổng Biên tập, Tổng biên tập, Tổng Kiểm toán nhà nước
    Thống đốc, Tư lệnh, Chính ủy, Chỉ huy trưởng, Trưởng đoàn, Phó Chủ tịch, Quyền Giám đốc
    Các Phó Giám đốc"""
)


@each_of([(level, name) for level, names in LEVELS.items() for name in words(names)])
def test_each_head_says_its_level(level: str, name: str) -> None:
    head = head_of(name)
    assert head is not None
    assert (head.level or level) == level
    assert read_unit(name, Context()).level == level
    other = head_of(f"x{name}")
    assert other is None


@pytest.mark.parametrize("name", PLACED)
@pytest.mark.parametrize(
    ("of", "tier"), [("tỉnh", "province"), ("huyện", "district"), ("xã", "commune")]
)
def test_each_head_whose_place_says_the_level(name: str, of: str, tier: str) -> None:
    unit = read_unit(f"{name} {of}", Context())
    assert (unit.name, unit.level) == (f"{name} {of}", f"{tier}-department")
    assert read_unit(f"x{name} {of}", Context()).level != f"{tier}-department"


@pytest.mark.parametrize(
    "body", words("Ủy ban nhân dân, Hội đồng nhân dân, Thường trực Hội đồng nhân dân")
)
@pytest.mark.parametrize(
    ("of", "tier"),
    [("huyện", "district"), ("quận", "district"), ("thị xã", "district"),
     ("xã", "commune"), ("phường", "commune"), ("thị trấn", "commune"), ("đặc khu", "commune")],
)  # fmt: skip
def test_each_council_of_a_place(body: str, of: str, tier: str) -> None:
    unit = read_unit(f"{body} {of} An Hòa", Context())
    assert (unit.name, unit.area, unit.level) == (f"{body} {of}", "An Hòa", tier)


@each(["Bộ, ngành", "Bộ phận một cửa", "Bộ đội", "Hội nghị vườn", "Hội trường vườn", "phòng, chống",
     "phòng cháy", "phòng chống", "phòng ngừa", "phòng học", "phòng tránh", "phòng bệnh",
     "Trung ương Hội", "Vườn cây"],
)  # fmt: skip
def test_what_looks_like_a_head(name: str) -> None:
    head = head_of(name)
    assert head is None or head.level is None


@each(POSTS)
def test_each_post_before_a_unit(post: str) -> None:
    found = post_of(f"{post} Trạm An Hòa")
    assert found is not None
    assert (found.title, found.unit) == (post, "Trạm An Hòa")
    of = post_of(f"{post} của Trạm An Hòa")
    assert of is not None
    assert of.unit == "Trạm An Hòa"
    assert post_of(f"{post}x Trạm An Hòa") is None
    for many in ("các", "những", "mọi", "từng", "đơn vị", "cơ quan", "trường học", "nhà trường",
                 "cấp", "phụ trách"):  # fmt: skip
        assert post_of(f"{post} {many} An Hòa") is None
    assert post_of(post) is None


@each_of([
        ("Trưởng phòng Nội vụ", "Trưởng phòng", "phòng Nội vụ"),
        ("Phó Trưởng phòng Nội vụ", "Phó Trưởng phòng", "phòng Nội vụ"),
        ("Trưởng ban Tổ chức", "Trưởng ban", "ban Tổ chức"),
        ("Chánh Văn phòng Huyện ủy", "Chánh Văn phòng", "Văn phòng Huyện ủy"),
        ("Chánh Thanh tra tỉnh", "Chánh Thanh tra", "Thanh tra tỉnh"),
        ("Trưởng Công an xã", "Trưởng", "Công an xã"),
        ("Đồng chí Chủ tịch xã", "Đồng chí Chủ tịch", "xã"),
        ("Trưởng Ban Ban Tổ chức", "Trưởng Ban", "Ban Tổ chức"),
        ("Trưởng phòng Phòng Nội vụ", "Trưởng phòng", "Phòng Nội vụ"),
        ("Chủ tịch, các Phó Chủ tịch xã", "Chủ tịch, các Phó Chủ tịch", "xã"),
        ("Giám đốc, Phó Giám đốc Sở", "Giám đốc, Phó Giám đốc", "Sở"),
        ("Hiệu trưởng, Phó Hiệu trưởng Trường", "Hiệu trưởng, Phó Hiệu trưởng", "Trường"),
    ],
)  # fmt: skip
def test_posts_that_carry_the_head_of_a_name(words_of_it: str, title: str, unit: str) -> None:
    found = post_of(words_of_it)
    assert found is not None
    assert (found.title, found.unit) == (title, unit)


@each(["Chủ tịch nước", "Chủ tịch Hồ Chí Minh", "Trưởng thôn An Hòa"])
def test_posts_that_are_no_units(nobody: str) -> None:
    assert post_of(f"{nobody} nói") is None
