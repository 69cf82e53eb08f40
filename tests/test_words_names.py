"""Capitals of a letterhead as names: which words keep a capital, and where the place begins."""

import pytest
from test_words_issuer_place import PROVINCES
from word_lists import each, each_of, words

from extract.head.names import sentence_case, unit_of

FIELDS = words(
    """Giáo dục, Đào tạo, Y tế, Nội vụ, Tài chính, Công thương, Tư pháp, Xây dựng, Nông nghiệp
    Môi trường, Khoa học, Công nghệ, Văn hóa, Văn hoá, Thể thao, Du lịch, Dân tộc, Tôn giáo
    Ngoại vụ, Ngoại giao, Công an, Quốc phòng, Giao thông, Kế hoạch, Đầu tư, Tài nguyên, Thông tin
    Truyền thông, Lao động, Thương binh, Thanh tra, Kinh tế, Hạ tầng, Đô thị, Tổ chức, Tuyên giáo
    Dân vận, Kiểm tra, Nội chính, Điện lực, Trung học, Mầm non, Tiểu học, Phổ thông, Phụ nữ
    Nông dân, Cựu chiến binh, Thanh niên, Cao đẳng, Đại học, Mẫu giáo"""
)
PHRASES = """Việt Nam; Hồ Chí Minh; Mặt trận; Tổ quốc; Quốc hội; Chính phủ; Ban Thường trực
Ban Thường vụ; Ban Chấp hành; Đoàn Chủ tịch; Ủy ban Thường vụ; Ủy ban; Hội đồng; Thủ tướng; Chủ tịch
Ban Chỉ đạo; Ban Tổ chức; Ban Tuyên giáo; Ban Dân vận; Ban Nội chính; Văn phòng
Đoàn Thanh niên Cộng sản; Đảng bộ; Đảng ủy; Chi bộ; Trung ương; Liên đoàn Lao động
Hội Liên hiệp Phụ nữ; Hội Nông dân; Hội Cựu chiến binh; Hội Chữ thập đỏ; Hội Khuyến học; Công đoàn
Đảng Cộng sản; Lao động; Thương binh và Xã hội; Văn hóa, Xã hội; Văn hóa - Xã hội; Kinh tế - Xã hội
Thông tin và Truyền thông; Khoa học xã hội; Trung tâm; Trường; Bệnh viện; Công an; Sở; Phòng
Bộ Chính trị; Ban Bí thư; Tổng Liên đoàn"""
SEATED = words(
    """Tỉnh ủy, Thành ủy, Huyện ủy, Quận ủy, Thị ủy, Tỉnh đoàn, Thành đoàn, Huyện đoàn, Quận đoàn
    Thị đoàn, Xã đoàn, Phường đoàn"""
)
SCHOOLS = words(
    """Trung học cơ sở, Trung học phổ thông, THCS, THPT, TH&THCS, Tiểu học, Mầm non, Mẫu giáo
    Phổ thông, Đại học, Cao đẳng, TH, MN"""
)
SHORT = words(
    """UBND, HĐND, MTTQ, UBMTTQ, TNCS, THCS, THPT, GD&ĐT, GDĐT, TT&TT, TTYT, BCH, BTV, BTT, TH, MN
    PTDTBT, PTDTNT, PT, GDTX, GDNN, VH-XH, KHKT, TP, TP., TW, CNTT, DTNT, TH&THCS, THCS&THPT, HCM
    BHXH, LĐLĐ, CĐCS, KHXH, CHQS, LHPN"""
)


@each(FIELDS)
def test_each_field_keeps_its_capital(field: str) -> None:
    assert sentence_case(f"TỔ {field.upper()} VÙNG CAO") == f"Tổ {field} vùng cao"
    mixed = f"Tổ {field.lower()} vùng cao"
    assert sentence_case(mixed) == mixed


@each([p for line in PHRASES.split("\n") for p in line.split("; ")])
def test_each_phrase_of_letterheads(phrase: str) -> None:
    assert sentence_case(f"CÁC {phrase.upper()} VÙNG CAO") == f"Các {phrase} vùng cao"


@each(SHORT)
def test_each_short_name_keeps_its_letters(short: str) -> None:
    assert f" {short} " in sentence_case(f"CÁC {short} VÙNG CAO")


@each(SEATED)
def test_each_committee_before_its_place(seated: str) -> None:
    unit = unit_of(f"{seated.upper()} AN HÒA")
    assert (unit.name, unit.area) == (seated, "An Hòa")
    other = sentence_case(f"{seated.upper().replace('Ủ', 'U')} XÃ AN HÒA")
    assert other.endswith("xã An Hòa")


@each(
    words(
        """tỉnh, thành phố, TP, TP., huyện, quận, thị xã, xã, phường, thị trấn, đặc khu, thôn
        khu vực"""
    ),
)
def test_each_word_before_a_place(kind: str) -> None:
    said = kind if kind.isupper() else kind.lower()
    assert sentence_case(f"HỢP TÁC XÃ {kind.upper()} AN HÒA").endswith(f"{said} An Hòa")
    assert sentence_case(f"ĐOÀN {kind.upper()} PHỐ MỚI").endswith(f"{said} Phố Mới")


@each_of([
        ("SỞ TƯ PHÁP", "Sở Tư pháp"), ("BAN QUẢN LÝ DỰ ÁN ĐẦU TƯ", "Ban quản lý dự án Đầu tư"),
        ("ĐẢNG ỦY CƠ QUAN TƯ", "Đảng ủy cơ quan TƯ"), ("VĂN PHÒNG TƯ ĐẢNG", "Văn phòng TƯ đảng"),
        ("TRUNG TÂM TƯ VẤN", "Trung tâm tư vấn"), ("TỔ DÂN PHỐ THỨ TƯ", "Tổ dân phố thứ tư"),
        ("CHI CỤC QUẢN LÝ THỊ TRƯỜNG", "Chi cục quản lý thị trường"), ("LÂM TRƯỜNG CAO",
        "Lâm trường cao"),
        ("NÔNG TRƯỜNG CAO", "Nông trường cao"), ("NHÀ TRƯỜNG CAO", "Nhà trường cao"),
        ("TỔ CÔNG TRƯỜNG CAO", "Tổ công trường cao"), ("TỔ HIỆN TRƯỜNG CAO", "Tổ hiện trường cao"),
        ("CƠ SỞ CAO", "Cơ sở cao"), ("BAN TRỤ SỞ CAO", "Ban trụ sở cao"),
        ("TỔ Y TẾ DỰ PHÒNG", "Tổ Y tế dự phòng"), ("BAN PHÒNG CHÁY CAO", "Ban phòng cháy cao"),
        ("BAN PHÒNG, CHỐNG LỤT", "Ban phòng, chống lụt"), ("BAN PHÒNG CHỐNG LỤT",
        "Ban phòng chống lụt"),
        ("BAN PHÒNG NGỪA CAO", "Ban phòng ngừa cao"), ("BAN PHÒNG THỦ CAO", "Ban phòng thủ cao"),
        ("TỔ PHÒNG KHÔNG CAO", "Tổ phòng không cao"), ("TỔ PHÒNG BỆNH CAO", "Tổ phòng bệnh cao"),
        ("THÀNH VIÊN CAO", "Thành viên cao"), ("BẢO HIỂM XÃ HỘI CAO", "Bảo hiểm xã hội cao"),
        ("UBND XÃ HỘI SƠN", "UBND xã Hội Sơn"), ("HĐND XÃ HỘI SƠN", "HĐND xã Hội Sơn"),
        ("ĐẢNG ỦY XÃ HỘI SƠN", "Đảng ủy xã Hội Sơn"), ("HỘI NÔNG DÂN XÃ HỘI SƠN",
        "Hội Nông dân xã Hội Sơn"),
        ("HỘI LHPN AN", "Hội LHPN an"), ("ĐOÀN TNCS CAO", "Đoàn TNCS cao"),
        ("SỞ Y TẾ - SỞ NỘI VỤ", "Sở Y tế - Sở Nội vụ"), ("TỔ VÙNG - VIỆC", "Tổ vùng - Việc"),
    ],
)  # fmt: skip
def test_words_that_mean_another_thing_beside_others(loud: str, name: str) -> None:
    assert sentence_case(loud) == name


@each(PROVINCES)
def test_each_province_at_the_end_of_a_name(name: str) -> None:
    assert sentence_case(f"SỞ Y TẾ {name.upper()}") == f"Sở Y tế {name}"
    assert unit_of(f"SỞ Y TẾ {name.upper()}").area == name


@pytest.mark.parametrize("school", SCHOOLS)
@pytest.mark.parametrize(
    "of", words("Trường, Chi bộ Trường, Công đoàn Trường, Liên đội Trường, Đảng bộ Trường")
)
def test_each_kind_of_school_before_its_own_name(of: str, school: str) -> None:
    got = sentence_case(f"{of.upper()} {school.upper()} HOA BAN")
    assert got == f"{of} {school} Hoa Ban"


@each(words("Trung tâm, Bệnh viện, Công ty"))
def test_houses_beside_schools(house: str) -> None:
    assert sentence_case(f"{house.upper()} ĐẠI HỌC HOA BAN") == f"{house} Đại học Hoa Ban"
    assert sentence_case(f"{house.upper()} HOA BAN") == f"{house} hoa ban"  # a name or a word


@each(
    ["Y tế", "Sư phạm", "Nghề", "Kỹ thuật", "Nghệ thuật", "Dân tộc nội trú", "Dân tộc bán trú"],
)
def test_a_schools_kind_before_its_own_name(kind: str) -> None:
    assert sentence_case(f"TRƯỜNG CAO ĐẲNG {kind.upper()} HOA BAN").lower().endswith("hoa ban")
    got = sentence_case(f"TRƯỜNG PHỔ THÔNG {kind.upper()} HOA BAN")
    assert got.split()[-2:] == ["Hoa", "Ban"]
    assert kind.lower() in got.lower()
    assert kind.split()[-1] in got


@pytest.mark.parametrize(
    "other",
    words(
        """BỘ Y TẾ, SỞ Y TẾ, VIỆN KIỂM SÁT NHÂN DÂN, TÒA ÁN NHÂN DÂN, TOÀ ÁN NHÂN DÂN
        ỦY BAN DÂN TỘC, UỶ BAN DÂN TỘC, CHÍNH PHỦ VIỆT NAM, ĐOÀN CHỦ TỊCH, BAN TỔ CHỨC, HỘI NÔNG DÂN
        CÔNG AN TỈNH"""
    ),
)
@pytest.mark.parametrize("dash", [" - ", " – "])
def test_bodies_that_issue_together(other: str, dash: str) -> None:
    unit = unit_of(f"BỘ CÔNG AN{dash}{other}")
    assert (unit.group, len(unit.members)) == (True, 2)
    assert not unit_of(f"BỘ CÔNG AN{dash}VÙNG CAO").group
