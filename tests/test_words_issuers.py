"""Who issued a cited document: names in capitals, several in a row, before and after the number."""

import pytest
from test_citations import read
from word_lists import each, each_of, words

LOUD = words(
    """THỦ TƯỚNG CHÍNH PHỦ, PHÓ THỦ TƯỚNG CHÍNH PHỦ, CHÍNH PHỦ, QUỐC HỘI, ỦY BAN THƯỜNG VỤ QUỐC HỘI
    BỘ CHÍNH TRỊ, BAN BÍ THƯ, BAN CHẤP HÀNH TRUNG ƯƠNG, BAN CHẤP HÀNH TRUNG ƯƠNG ĐẢNG, TỈNH ỦY
    THÀNH ỦY, HUYỆN ỦY, QUẬN ỦY, BAN THƯỜNG VỤ TỈNH ỦY, UBND TỈNH, UBND THÀNH PHỐ, UBND HUYỆN
    UBND QUẬN, UBND THỊ XÃ, UBND XÃ, UBND PHƯỜNG, ỦY BAN NHÂN DÂN TỈNH, HĐND TỈNH
    HỘI ĐỒNG NHÂN DÂN TỈNH, CHỦ TỊCH UBND TỈNH, BỘ NỘI VỤ, SỞ NỘI VỤ, PHÒNG NỘI VỤ
    BỘ TRƯỞNG BỘ NỘI VỤ"""
)
FIELDS = """GIÁO DỤC VÀ ĐÀO TẠO; NỘI VỤ; Y TẾ; TÀI CHÍNH; TƯ PHÁP; CÔNG AN; QUỐC PHÒNG; CÔNG THƯƠNG
XÂY DỰNG; KHOA HỌC VÀ CÔNG NGHỆ; NÔNG NGHIỆP VÀ MÔI TRƯỜNG; VĂN HÓA, THỂ THAO VÀ DU LỊCH
THÔNG TIN VÀ TRUYỀN THÔNG; TÀI NGUYÊN VÀ MÔI TRƯỜNG; NGOẠI GIAO; DÂN TỘC VÀ TÔN GIÁO
GIAO THÔNG VẬN TẢI"""


def _said(body: str) -> list[tuple[str | None, str | None]]:
    """The office and the unit of each issuer, in small letters."""
    issuers = [one.issuer for one in read(body=body)[1]]
    return [
        (i.office.lower() if i.office else None, i.name.lower()) if i else (None, None)
        for i in issuers
    ]


def _name(body: str) -> str | None:
    return _said(body)[0][1]


@each(LOUD)
def test_each_issuer_in_capitals(loud: str) -> None:
    ((office, name),) = _said(f"KẾ HOẠCH SỐ 12/KH-SKHAC CỦA {loud} VỀ VƯỜN CÂY")
    whole = loud.lower().replace("hđnd", "hội đồng nhân dân").replace("ubnd", "ủy ban nhân dân")
    assert " ".join(filter(None, (office, name))).endswith(whole.rpartition(" bộ trưởng ")[2])
    assert _name(f"KẾ HOẠCH SỐ 12/KH-SKHAC CỦA X{loud} VỀ VƯỜN CÂY") is None


@pytest.mark.parametrize(
    ("loud", "name", "area"),
    [
        ("UBND TỈNH HÀ NAM", "ủy ban nhân dân tỉnh", "Hà Nam"),
        ("ỦY BAN NHÂN DÂN XÃ AN LẠC TÂY", "ủy ban nhân dân xã", "An Lạc Tây"),
        ("HĐND THÀNH PHỐ HẢI PHÒNG", "hội đồng nhân dân thành phố", "Hải Phòng"),
    ],
)
@pytest.mark.parametrize("after", [" VỀ VƯỜN CÂY", " NGÀY 05/3/2024", ", VƯỜN", "; VƯỜN", ""])
def test_an_issuer_in_capitals_with_its_place(loud: str, name: str, area: str, after: str) -> None:
    _, (found,) = read(body=f"KẾ HOẠCH SỐ 12/KH-SKHAC CỦA {loud}{after}")
    assert found.issuer is not None
    assert (found.issuer.name.lower(), found.issuer.area) == (name, area)


@each([f for line in FIELDS.split("\n") for f in line.split("; ")])
def test_each_field_of_a_department_in_capitals(field: str) -> None:
    assert _name(f"KẾ HOẠCH SỐ 12/KH-SKHAC CỦA SỞ {field} VỀ VƯỜN CÂY") == f"sở {field.lower()}"


@each([" và ", " - ", ", ", ", và "])
def test_what_joins_several_issuers(joint: str) -> None:
    text = f"theo Kế hoạch số 12/KHLT-SKHAC của Sở Y tế{joint}Công an tỉnh về vườn."
    assert (_name(text) or "").startswith(f"sở y tế{joint}công an")
    alone = text.replace("KHLT", "KH")
    assert _name(alone) == "sở y tế"


@each_of([
        (" về vườn", True), (" quy định vườn", True), (" hướng dẫn vườn", True),
        (" ngày 05/3/2024", True), (" và", True), (" - ", True), (" ban hành về vườn", True),
        (" phê duyệt vườn", True), (".", True), (";", True), (")", True), (", rồi", True),
        ("", True), (" ban hành kế hoạch riêng", False), (" xây dựng", False), (" họp", False),
        (" triển khai", False),
    ],
)  # fmt: skip
def test_the_last_of_several_is_no_subject_of_a_verb(after: str, both: bool) -> None:
    found = _name(f"theo Kế hoạch số 12/KHLT-SKHAC của Sở Y tế, Công an tỉnh{after}")
    assert found == ("sở y tế, công an tỉnh" if both else "sở y tế")


@each(words("KHLT, HDLN, TTLT, KHLN"))
def test_letters_that_say_several_issued_it(letters: str) -> None:
    text = f"theo văn bản số 12/{letters}-SKHAC của Sở Y tế, Công an tỉnh về vườn."
    assert _name(text) == "sở y tế, công an tỉnh"
    assert _name(text.replace(letters, "KH")) == "sở y tế"


@each([
        "tại", "trong", "ban hành", "ký", "ký ban hành", "có", "giao tại", "nêu tại", "yêu cầu tại",
        "đã ban hành", "vừa ban hành", "có ban hành", "tại các", "đã có",
    ],
)  # fmt: skip
def test_each_word_between_an_issuer_and_its_document(between: str) -> None:
    assert _name(f"theo chỉ đạo của Sở Y tế {between} Kế hoạch số 12/KH-SKHAC.") == "sở y tế"


@each(["theo", "gửi", "tham mưu", "thực hiện", "đãx ban hành", "về"])
def test_words_between_that_make_no_issuer(between: str) -> None:
    assert _name(f"để Sở Y tế {between} Kế hoạch số 12/KH-SKHAC.") is None


def test_an_issuer_before_that_the_symbol_contradicts() -> None:
    assert _name("theo chỉ đạo của Sở Y tế tại Kế hoạch số 12/KH-SNV.") is None
    assert _name("theo chỉ đạo của Sở Y tế tại Kế hoạch số 12/KH-SYT.") == "sở y tế"


@each_of([
        ("Ban Chỉ đạo", ""), ("Ban chỉ đạo Trung ương", ""), ("BCĐ Chuyển đổi số", ""),
        ("Hội đồng Quốc gia", ""), ("Ủy ban Quốc gia", ""), ("Uỷ ban Quốc gia", ""),
        ("Tổ Công tác", ""), ("Ban Chỉ đạo", " quốc gia"),
        ("Ban Chỉ đạo", " Quốc gia"), ("Ban Chỉ đạo", " Trung ương"), ("Ban Chỉ đạo", " tỉnh"),
        ("Ban Chỉ đạo", " thành phố"),
    ],
)  # fmt: skip
def test_a_committee_that_is_named_after_a_field(body: str, field: str) -> None:
    """Where `về` comes twice, the first is the name's."""
    text = f"theo Kế hoạch số 12/KH-SKHAC của {body}{field} về vườn cây về việc tưới nước."
    _, (found,) = read(body=text)
    assert found.subject == "tưới nước"
    assert found.issuer is not None
    assert found.issuer.name.endswith("về vườn cây")
    assert body[-4:].replace("Uỷ", "Ủy") in found.issuer.name
    _, (plain,) = read(body=text.replace(f"{body}{field}", "Sở Y tế"))
    assert plain.subject is not None
    assert plain.subject.startswith("vườn cây")
