"""Whom an assignment addresses: each noun of a body, a group or a post, before its work."""

from subject_words import subject
from word_lists import each, words

from extract.subjects import begins_unit, subject_at, without_assignment

BODIES = words(
    """Thủ tướng, Cha mẹ, Phụ huynh, Bộ, Sở, Ban, Phòng, Vụ, Cục, Tổng cục, Chi cục, Văn phòng, UBND
    HĐND, Ủy ban, Uỷ ban, Hội, Đoàn, Tỉnh đoàn, Thành đoàn, Huyện đoàn, Công đoàn, Công an, Trường
    Trung tâm, Trạm, Tổ, Khối, Cụm, Đơn vị, Cơ quan, Cơ sở, Viện, Học viện, Đại học, Liên đoàn
    Mặt trận, MTTQ, UBMTTQ, UBMTTQVN, Thành viên, Liên minh, Liên hiệp, Hiệp hội, Tập đoàn
    Xí nghiệp, Nhà máy, Nông trường, Lâm trường, Quỹ, Nhà hát, Bảo tàng, Vườn quốc gia, Cảng vụ
    Cảnh sát, Bộ đội, Lực lượng, Ủy viên, Đảng ủy, Huyện ủy, Tỉnh uỷ, Thành ủy, Quận uỷ, Chi bộ
    Đảng bộ, Chi đoàn, Liên đội, Giáo viên, GVCN, CBGV, Nhà trường, BGH, BCĐ, Kho bạc, Ngân hàng
    Bảo hiểm, BHXH, Thanh tra, Tòa án, Toà án, Viện kiểm sát, Báo, Đài, Xã, Phường, Thôn, Bản
    Bệnh viện, Công ty, Doanh nghiệp, Bộ phận, Hợp tác xã, HTX, Địa phương, Hạt, Đội, Đồn, Hải quan
    Quân sự, Điện lực, Bưu điện, Chi nhánh, Thư viện, Tiểu ban, Nhà văn hóa, Nhà thiếu nhi
    Câu lạc bộ, Chi hội, Thị trấn, Khoa, Kiểm lâm, Tổng công ty, Tòa soạn, Tổng phụ trách, TPT"""
)
# A noun of a body that other words make another noun: `Bộ máy`, `Ban hành`, `Hội nghị`.
OTHER_NOUNS = words(
    """Bộ máy, Ban hành, Phòng chống, Phòng ngừa, Phòng cháy, Phòng bệnh, Phòng họp, Vụ việc
    Hội nghị, Hội thảo, Hội thi, Hội nhập, Hội họp, Hội diễn, Hội thao, Hội trại, Hội chợ, Hội báo
    Hội khỏe, Hội sách, Đoàn kết, Trường hợp, Tổ chức, Khối lượng, Cụm từ, Cơ sở vật chất, Báo cáo
    Xã hội"""
)
GROUPS = words(
    """đảng ủy, đảng uỷ, chi ủy, công ty, công đoàn, liên đoàn, đoàn, chi cục, đồn, ngân hàng
    nhà máy, ban quản lý, khu phố, xóm, ấp, buôn, khoa, viện, học viện, báo, đài, thư viện
    câu lạc bộ, sở, bộ, phòng, ban, vụ, cục, xã, phường, thị trấn, huyện, quận, tỉnh, thôn, bản
    trường, trạm, trung tâm, đơn vị, cơ quan, cơ sở, địa phương, tổ chức, hội, đoàn thể, ngành
    tập thể, cá nhân, cụm, khối, tổ, doanh nghiệp, hợp tác xã, chi bộ, chi đoàn, chi hội, liên đội
    bệnh viện, cấp, nhà trường, công chức, cán bộ, giáo viên, thành viên, bộ phận, đội, hộ
    văn phòng, nhà thầu, nhà đầu tư, chủ đầu tư, chủ hộ"""
)
OTHER_GROUPS = words("đoàn kết, báo cáo, ban hành, xã hội, trường hợp, cơ sở vật chất, hội nghị")
OFFICES = words(
    """Các, Những, Toàn thể, Tập thể, Thủ trưởng, Lãnh đạo, Hiệu trưởng, Trưởng, Phó, Chủ tịch
    Giám đốc, Chánh, Thường trực, Ban Thường trực, Ban Thường vụ, Bí thư, Cán bộ, Người đứng đầu
    Đồng chí, các, những, toàn thể, đồng chí"""
)
PERSONS = words("Hiệu trưởng, Giám đốc, Tổ trưởng, Bí thư, Chủ tịch, Trưởng ban")
STAFF = words("Bảo vệ, Kế toán, Y tế, Văn thư, Thủ quỹ, Thư ký, Nhân viên thư viện")


@each(BODIES)
def test_each_body(body: str) -> None:
    assert subject(f"{body} An Hòa lập danh sách.") == (f"{body} An Hòa", None, "lập danh sách.")
    assert subject(f"x{body} An Hòa lập danh sách.") is None
    assert subject(f"{body.split()[0]}x An Hòa lập danh sách.") is None


@each(OTHER_NOUNS)
def test_each_noun_that_is_no_body(noun: str) -> None:
    assert not begins_unit(f"{noun} ở An Hòa")
    assert begins_unit(f"{noun.split()[0]} ở An Hòa") == (noun.split()[0] not in ("Cơ", "Phòng,"))


def test_no_body_with_a_comma_inside() -> None:
    assert not begins_unit("Phòng, chống dịch ở An Hòa")
    assert begins_unit("Phòng, ban ở An Hòa")


@each(GROUPS)
def test_each_group(group: str) -> None:
    posts = (
        "Trưởng",
        "Hiệu trưởng",
        "Lãnh đạo",
        "Bí thư",
        "Người đứng đầu",
        "Chủ tịch",
        "Giám đốc",
    )
    chiefs = posts if group != "tổ chức" else ()  # `Trưởng tổ chức họp` has a verb
    for before in ("Các", "Thủ trưởng các", "Toàn thể", "Tập thể", *chiefs):
        lead = f"{before} {group} vùng trên"
        assert subject(f"{lead} lập danh sách.") == (lead, None, "lập danh sách.")
    assert subject(f"{group} vùng trên lập danh sách.") is None
    assert not begins_unit(f"Các x{group} vùng trên")
    assert not begins_unit(f"Các {group.split()[0]}x vùng trên")


@each(OTHER_GROUPS)
def test_each_noun_that_is_no_group(noun: str) -> None:
    assert not begins_unit(f"Các {noun} ở An Hòa")


@each(OFFICES)
def test_each_post_before_a_body(office: str) -> None:
    for between in ("", "các "):
        lead = f"{office} {between}Trạm An Hòa"
        assert subject(f"{lead} lập danh sách.") == (lead, None, "lập danh sách.")
    assert not begins_unit(f"x{office} Trạm An Hòa")
    assert begins_unit(f"{office} việc chung ở An Hòa") == office.startswith("Ban")


@each([*PERSONS, "Các Hiệu trưởng", "Phó Giám đốc", "Các Phó Bí thư"])
def test_each_post_that_a_label_addresses(person: str) -> None:
    assert subject(f"{person}: lập danh sách.") == (person, None, "lập danh sách.")
    assert begins_unit(f"{person} phụ trách chuyên môn")
    alone = begins_unit(f"{person} nước tặng thưởng")
    assert alone == (person in ("Tổ trưởng", "Trưởng ban"))  # that begin as a body or a group does


@each(STAFF)
def test_each_member_of_the_staff_before_a_colon(person: str) -> None:
    assert subject(f"{person}: lập danh sách.") == (person, None, "lập danh sách.")
    assert subject(f"{person} : lập danh sách.") == (person, None, "lập danh sách.")
    alone = begins_unit(f"{person} môi trường")
    assert alone == person.startswith("Nhân viên")  # that begins as a body does


@each(
    words(
        """Giao, Giao cho, Đề nghị, Yêu cầu, Phân công, Trách nhiệm của, Đối với, Ủy quyền
        Ủy quyền cho"""
    ),
)
def test_each_word_that_assigns(verb: str) -> None:
    assert without_assignment(f"{verb} Trạm An Hòa") == "Trạm An Hòa"
    assert without_assignment(f"x{verb} Trạm An Hòa") == f"x{verb} Trạm An Hòa"
    text = f"{verb} Trạm An Hòa lập danh sách."
    found = subject_at(text, 0, len(text))
    assert found is not None
    assert found.assigned
