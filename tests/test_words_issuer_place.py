"""Where an issuer is of: the place of its tier that the words name, in every way of printing."""

import pytest
from word_lists import each, each_of, words

from extract.flow import flow_of
from extract.foot import find_foot
from extract.head import find_head
from extract.issuer import complete
from extract.reading import Reading

PROVINCES = words(
    """Hà Nội, Hà Giang, Cao Bằng, Bắc Kạn, Tuyên Quang, Lào Cai, Điện Biên, Lai Châu, Sơn La
    Yên Bái, Hòa Bình, Thái Nguyên, Lạng Sơn, Quảng Ninh, Bắc Giang, Phú Thọ, Vĩnh Phúc, Bắc Ninh
    Hải Dương, Hải Phòng, Hưng Yên, Thái Bình, Hà Nam, Nam Định, Ninh Bình, Thanh Hóa, Nghệ An
    Hà Tĩnh, Quảng Bình, Quảng Trị, Huế, Thừa Thiên Huế, Đà Nẵng, Quảng Nam, Quảng Ngãi, Bình Định
    Phú Yên, Khánh Hòa, Ninh Thuận, Bình Thuận, Kon Tum, Gia Lai, Đắk Lắk, Đắk Nông, Lâm Đồng
    Bình Phước, Tây Ninh, Bình Dương, Đồng Nai, Bà Rịa - Vũng Tàu, Hồ Chí Minh, Long An
    Tiền Giang, Bến Tre, Trà Vinh, Vĩnh Long, Đồng Tháp, An Giang, Kiên Giang, Cần Thơ, Hậu Giang
    Sóc Trăng, Bạc Liêu, Cà Mau"""
)
DISTRICTS = words(
    """huyện, Huyện, HUYỆN, quận, Quận, QUẬN, thị xã, Thị xã, Thị Xã, THỊ XÃ, thành phố, Thành phố
    Thành Phố, THÀNH PHỐ, TP, TP., Tp, Tp., tp, tp."""
)
COMMUNES = words(
    """xã, Xã, XÃ, phường, Phường, PHƯỜNG, thị trấn, Thị trấn, Thị Trấn, THỊ TRẤN, đặc khu, Đặc khu
    Đặc Khu, ĐẶC KHU"""
)


def _area(body: str, near: str) -> tuple[str, str | None]:
    """The issuer that lays the plan down, and the place it is given from the words near it."""
    text = (
        f"KẾ HOẠCH\nTưới cây ở {near}\n\nCăn cứ tình hình; {body} ban hành Kế hoạch tưới cây như"
        " sau:\nI. MỤC ĐÍCH\n- Nước.\n"
    )
    flow = flow_of(Reading(text=text))
    printed = find_head(flow)
    issuer = complete(flow, printed, find_foot(flow, printed)).issuer
    assert issuer is not None
    return issuer.name, issuer.area


@each(PROVINCES)
def test_each_province(name: str) -> None:
    assert _area("Sở Y tế", f"tỉnh {name}") == ("Sở Y tế", name)
    assert _area("Sở Y tế", f"vùng {name}x") == ("Sở Y tế", None)


@each(DISTRICTS)
def test_each_word_of_a_district(word: str) -> None:
    phong = "Phòng Giáo dục và Đào tạo"
    assert _area(phong, f"{word} Tân Hòa") == (phong, "Tân Hòa")
    assert _area(phong, f"{word} tân hòa") == (phong, None)


@each(COMMUNES)
def test_each_word_of_a_commune(word: str) -> None:
    assert _area("Trường Tiểu học Hoa Ban", f"{word} Tân Hòa")[1] == "Tân Hòa"
    assert _area("Trường Tiểu học Hoa Ban", f"{word} tân hòa")[1] is None


@each(["Tân Hòa", "Tân Hòa 2", "3 Tân Hòa", "12", "Ea H'leo", "Tân-Hòa"])
def test_each_form_of_a_places_name(name: str) -> None:
    area = _area("Trường Tiểu học Hoa Ban", f"xã {name} năm nay")[1]
    assert area == (name if name[0].isalpha() else None)  # a number alone may count something


@pytest.mark.parametrize(
    "seat", words("xã, phường, thị trấn, đặc khu, huyện, quận, thị xã, thành phố, tỉnh")
)
@pytest.mark.parametrize("more", ["", ", huyện Bình An", ", huyện Bình An, tỉnh nhà"])
def test_where_a_school_stands(seat: str, more: str) -> None:
    """The place behind the name of a school is its seat and not of its name."""
    found = _area(f"Trường Tiểu học Hoa Ban, {seat} Tân Hòa{more}", "vườn trường")
    assert found == ("Trường Tiểu học Hoa Ban", "Tân Hòa")


@each([
        "Tỉnh ủy", "Thành ủy", "Huyện ủy", "Quận ủy", "Thị ủy", "Đảng ủy", "Tỉnh uỷ",
        "Liên đoàn Lao động tỉnh", "Công đoàn ngành",
    ],
)  # fmt: skip
def test_a_standing_board_decides_for_its_body(body: str) -> None:
    alone = _area(body, "vườn chung")[0]
    assert _area(f"Ban Thường vụ {body}", "vườn chung")[0] == alone
    assert _area("Ban Thường vụ Hội Nông dân xã", "vườn chung")[0].startswith("Ban Thường vụ")


@each_of([
        ("TRƯỞNG PHÒNG", "Phòng Văn hóa", "Phòng Văn hóa"), ("GIÁM ĐỐC", "Sở Y tế", "Sở Y tế"),
        ("HIỆU TRƯỞNG", "Trường Tiểu học Hoa Ban", "Trường Tiểu học Hoa Ban"),
        ("BỘ TRƯỞNG", "Bộ Y tế", "Bộ Y tế"), ("THỨ TRƯỞNG", "Bộ Y tế", "Bộ Y tế"),
        ("CHỦ TỊCH", "Sở Y tế", None),
    ],
)  # fmt: skip
def test_the_signers_post_tells_the_body(title: str, text: str, name: str | None) -> None:
    plan = (
        f"KẾ HOẠCH\nTưới cây\n\nTình hình ở {text} đã rõ; {text} tốt.\nI. MỤC ĐÍCH\n- Nước.\n\n"
        f"{title}\n\nLường Thị Mây\n"
    )
    flow = flow_of(Reading(text=plan))
    printed = find_head(flow)
    issuer = complete(flow, printed, find_foot(flow, printed)).issuer
    assert (issuer.name if issuer else None) == name
