"""Groups of units: words that address many by their kind, and where a list of names is cut."""

import pytest
from word_lists import each, each_of, words

from extract.units.groups import is_group, members_of, split_units

MANY = words(
    """các, những, mọi, tất cả, toàn thể, toàn bộ, từng, mỗi, một số, hai, ba, bốn, năm, 12, 3, Các
    Tất cả, Mỗi"""
)
KINDS = words(
    """bộ, ban, ngành, sở, phòng, vụ, cục, đơn vị, cơ quan, địa phương, tổ chức, đoàn thể
    doanh nghiệp, trường, nhà trường, trường học, cơ sở, trung tâm, viện, bệnh viện, hội, đoàn, tổ
    khối, cụm, xã, phường, huyện, khu dân cư, quận, tỉnh, thành phố, thị xã, thị trấn, đặc khu, thôn
    bản, cá nhân, tập thể, cấp, hiệu trưởng, thủ trưởng, thành viên, chi bộ, chi đoàn, công đoàn
    lớp, khoa, chi cục, tập đoàn, hợp tác xã, Ủy ban nhân dân, Hội đồng nhân dân, lực lượng
    chuyên gia, cán bộ, giáo viên, học sinh, phụ huynh, Mầm non, Tiểu học, Trung học, Phổ thông
    Cao đẳng, Đại học, trưởng"""
)
GENERIC = words(
    """giáo viên chủ nhiệm, cha mẹ học sinh, phụ huynh, đơn vị, cơ quan, địa phương, tổ chức
    cơ sở giáo dục, cơ sở y tế, nhà trường phổ thông, trường học, doanh nghiệp, đoàn thể, cá nhân
    tập thể, cấp ủy, bộ ngành, ngành, địa bàn, thành viên, cụm, khối, chính quyền"""
)
LISTED = [
    "bộ, ngành",
    "sở, ngành",
    "sở, ban",
    "ban, ngành",
    "cụm, khối",
    "khối, cụm",
    "tập đoàn, hội",
]
SCHOOLS = words(
    """Mầm non, Mẫu giáo, Tiểu học, Trung học cơ sở, Trung học phổ thông, Phổ thông, Cao đẳng
    Đại học, chuyên, nhiều cấp, dân tộc, nội trú, bán trú, công lập, tư thục, ngoài công lập
    trực thuộc, thuộc, liên cấp"""
)
PLACES = words("tỉnh, thành phố, huyện, quận, thị xã, xã, phường, thị trấn, đặc khu")
NAMED = words(
    """Thường trực, Hội, Đoàn, Công đoàn, Nhà trường, Trường, Trung tâm, Đài, Báo, Văn phòng, Ban
    Tổ, Đội, Chi, Liên, Công ty, Tập đoàn, Chủ tịch, Bí thư, Giám đốc, Trưởng, Hiệu trưởng, Lãnh đạo
    Thủ trưởng, Phó, Cơ quan, Đảng, Sở, Phòng, UBND, MTTQ, phòng, sở"""
)


@each(MANY)
def test_each_word_for_several(many: str) -> None:
    assert is_group(f"{many} vườn trên")
    assert not is_group(f"x{many} vườn trên")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("each", ["các", "từng", "mỗi"])
def test_each_kind_of_which_there_are_several(each: str, kind: str) -> None:
    assert is_group(f"Trạm Vườn {each} {kind}")
    assert not is_group(f"Trạm Vườn {each}x {kind}")
    for whole in ("Ban Quản lý", "Ban quản lý", "Liên minh", "Liên hiệp", "Đảng ủy các cơ quan",
                  "Đảng bộ Khối các cơ quan"):  # fmt: skip
        assert not is_group(f"{whole} {each} {kind}") or kind == "cấp"


@each([*GENERIC, *LISTED])
def test_each_noun_that_is_a_group_alone(noun: str) -> None:
    assert is_group(noun)
    assert is_group(noun.capitalize())
    assert not is_group(f"x{noun}")
    assert not is_group(f"Trạm {noun}") or noun == "nhà trường phổ thông"


@each(SCHOOLS)
def test_each_kind_of_schools(kind: str) -> None:
    assert is_group(f"Trường {kind}")
    assert is_group(f"Khối các trường {kind}")
    assert is_group(f"trường {kind} trên địa bàn xã")
    assert not is_group(f"Trường {kind} Hoa Ban")


@pytest.mark.parametrize("one", PLACES)
@pytest.mark.parametrize("joint", [", ", " và ", " hoặc ", "/"])
def test_each_level_in_a_row(one: str, joint: str) -> None:
    other = "huyện" if one != "huyện" else "xã"
    assert is_group(f"Ủy ban nhân dân {one}{joint}{other}")
    assert not is_group(f"Ủy ban nhân dân {one}")
    assert not is_group(f"Ủy ban nhân dân {one} An Hòa{joint}{other} Bình An")


@pytest.mark.parametrize(
    "body", ["Ủy ban nhân dân", "Hội đồng nhân dân", "Phòng Y tế", "Đảng ủy", "Công an"]
)
@pytest.mark.parametrize("level", ["xã", "huyện", "tỉnh", "cơ sở"])
def test_each_body_of_a_whole_level(body: str, level: str) -> None:
    assert is_group(f"{body} cấp {level}")
    assert not is_group(f"{body} vùng {level}")


@pytest.mark.parametrize("name", NAMED)
@pytest.mark.parametrize(
    "joint", [", ", " và ", ", và ", ", cùng với ", " cùng ", " cùng với ", " phối hợp với "]
)
def test_each_word_at_which_the_next_unit_begins(name: str, joint: str) -> None:
    second = f"{name} Vườn" if name not in ("UBND", "MTTQ") else name
    assert split_units(f"Công an tỉnh{joint}{second}") == ["Công an tỉnh", second]
    one = f"Sở Văn hóa{joint}vườn"
    assert split_units(one) == [one]


@each(["Sở A\nSở B", "Sở A; Sở B", "- Sở A\n- Sở B", "Sở A;\n+ Sở B", "Sở A. - Sở B", "Sở A - Sở B",
     "Sở A – Bộ B", "Sở A • Phòng B", "• Sở A\n• Sở B", "Sở A - Ủy ban B", "Sở A - Các B",
     "Sở A - Ban B", "Sở A - Cục B", "Sở A - Vụ B"],
)  # fmt: skip
def test_each_way_to_set_units_in_a_cell(cell: str) -> None:
    found = split_units(cell)
    assert (len(found), found[0]) == (2, "Sở A")
    assert split_units("Sở Văn hóa - Thể thao") == ["Sở Văn hóa - Thể thao"]


@each_of([
        ("các sở, ban, ngành và địa phương", ["các sở, ban, ngành và địa phương"]),
        ("xã Bình An, huyện Tây Sơn", ["xã Bình An, huyện Tây Sơn"]),
        ("xã Bình An, xã Bình Tân", ["xã Bình An", "xã Bình Tân"]),
        ("Sở Văn hóa, Thể thao và Du lịch", ["Sở Văn hóa, Thể thao và Du lịch"]),
        ("Ủy ban nhân dân xã, phường", ["Ủy ban nhân dân xã, phường"]),
        ("Sở Y tế (Trung tâm A, Trung tâm B)", ["Sở Y tế (Trung tâm A, Trung tâm B)"]),
        ("Văn phòng Hội đồng nhân dân và Ủy ban nhân dân",
        ["Văn phòng Hội đồng nhân dân và Ủy ban nhân dân"]),
        ("Sở Y tế, các xã", ["Sở Y tế", "các xã"]),
    ],
)  # fmt: skip
def test_what_stays_whole(cell: str, units: list[str]) -> None:
    assert split_units(cell) == units


def test_members_of_a_group() -> None:
    assert members_of("các tập thể, cá nhân, các tổ công tác") == (
        "các tập thể",
        "cá nhân",
        "các tổ công tác",
    )
    assert members_of("các sở, ban, ngành") == ()
