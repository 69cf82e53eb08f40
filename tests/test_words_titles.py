"""Titles and subjects of a letterhead: kinds in every print, and the lines that end a subject."""

from test_words_head import KINDS
from word_lists import each, each_of, words

from extract.flow import flow_of
from extract.head import Head, find_head
from extract.head.title import is_title
from extract.reading import Reading

LETTERHEAD = """TRẠM THỦY NÔNG HÒA BÌNH     CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: 12/KH-TTN           Độc lập - Tự do - Hạnh phúc
                         Hòa Bình, ngày 05 tháng 3 năm 2031

"""


def _kind(head: Head) -> str | None:
    """The kind as printed, not the one that the number's letters show."""
    return head.kind if head.titled else None


def _head(below: str, letterhead: str = LETTERHEAD) -> Head:
    return find_head(flow_of(Reading(text=f"{letterhead}{below}\nI. MỤC ĐÍCH\n- Nước.\n")))


@each(KINDS)
def test_each_kind_however_it_is_printed(kind: str) -> None:
    loud = kind.upper()
    spaced = " ".join(" ".join(word) for word in loud.split())
    for line in (loud, f"{loud}:", f"* {loud} *", f"DỰ THẢO {loud}", f"BẢN DỰ THẢO {loud}", spaced):
        assert is_title(line)
        assert _kind(_head(f"{line}\nNạo vét kênh mương")) == kind
    assert _head(f"{loud} NẠO VÉT KÊNH MƯƠNG").subject == "NẠO VÉT KÊNH MƯƠNG"
    assert _kind(_head(f"{kind}\nNạo vét kênh mương")) == kind  # alone on its line
    assert not is_title(f"{loud} VIÊN")
    assert not is_title(kind)


@each([k for k in KINDS if k not in ("Luật", "Bộ luật")])
def test_each_kind_that_names_its_issuer(kind: str) -> None:
    below = f"{kind} của Trạm thủy nông Hòa Bình\nVề việc nạo vét kênh mương"
    assert _kind(_head(below)) == kind
    assert _kind(_head(f"{kind} cho Trạm thủy nông Hòa Bình\nVề việc nạo vét kênh mương")) is None


@each(["Kế hoạch", "Nghị quyết", "Chỉ thị", "Quyết định", "Kết luận"])
def test_a_kind_with_its_number_on_the_first_line(kind: str) -> None:
    head = _head(f"{kind} số 12-KH/TU\nvề nạo vét kênh mương", letterhead="")
    assert (head.kind, head.number) == (kind, "12-KH/TU")


@each_of([
        ("QUYÉT ĐỊNH", "Quyết định"), ("KÉẺ HOẠCH", "Kế hoạch"), ("KE HOACH", "Kế hoạch"),
        ("ẾHOẠCH", "Kế hoạch"), ("HOẠCH", "Kế hoạch"), ("CHỈ THỊ", "Chỉ thị"),
        ("THÔNG BAO", "Thông báo"),
    ],
)  # fmt: skip
def test_a_kind_that_recognition_misread(line: str, kind: str) -> None:
    assert _kind(_head(f"{line}\nNạo vét kênh mương")) == kind
    assert _kind(_head(f"{line.lower()}\nNạo vét kênh mương")) is None


@each([
        "PHỤ LỤC", "Phụ lục", "PHỤ LỤC I", "PHỤ LỤC SỐ 2", "Phụ lục số: 3", "Phụ lục II.",
        "PHỤ LỤC 12:",
    ],
)  # fmt: skip
def test_an_annex_that_is_a_file_of_its_own(line: str) -> None:
    head = _head(f"{line}\nDANH SÁCH KÊNH MƯƠNG", letterhead="")
    assert (head.kind, head.subject) == ("Phụ lục", "DANH SÁCH KÊNH MƯƠNG")
    assert _kind(_head(f"{line} kèm theo\nDANH SÁCH KÊNH MƯƠNG", letterhead="")) is None


@each(["I. CHUNG", "I- CHUNG", "1. Việc", "A. CHUNG", "Điều 1 Việc", "Căn cứ việc",
    "Xét việc",
               "Kính gửi: Trạm", "Nơi nhận: Trạm"],
)  # fmt: skip
def test_no_title_comes_behind_the_first_part(before: str) -> None:
    assert _kind(_head(f"{before}\nKẾ HOẠCH\nNạo vét kênh mương")) is None
    assert _kind(_head("Một dòng\nKẾ HOẠCH\nNạo vét kênh mương")) == "Kế hoạch"


@each([
        "(Ban hành kèm theo văn bản)", "(Kèm theo văn bản)", "( Đính kèm văn bản)",
        "(Phê duyệt tại đây)",
        "(Dự thảo lần 2)", "(Trình Hội nghị)", "(Lưu hành nội bộ)",
    ],
)  # fmt: skip
def test_each_note_under_a_subject(line: str) -> None:
    assert _head(f"KẾ HOẠCH\nNạo vét kênh mương\n{line}").subject == "Nạo vét kênh mương"
    inside = line.replace("(", "(mùa ", 1)[:12] + ")"
    assert _head(f"KẾ HOẠCH\nNạo vét kênh mương {inside}").subject is not None


@each(["Năm 2031", "Năm học 2030-2031", "Giai đoạn 2031-2035", "Quý II năm 2031",
    "Tháng 3 năm 2031",
             "Trên địa bàn xã"],
)  # fmt: skip
def test_a_last_line_in_other_letters(tail: str) -> None:
    assert _head(f"KẾ HOẠCH\nNẠO VÉT KÊNH MƯƠNG\n{tail}").subject == f"NẠO VÉT KÊNH MƯƠNG {tail}"
    other = _head(f"KẾ HOẠCH\nNẠO VÉT KÊNH MƯƠNG\nMột việc {tail}.")
    assert other.subject == "NẠO VÉT KÊNH MƯƠNG"


@each(
    words(
        """Bộ trưởng, Giám đốc, Chủ tịch, Thủ tướng Chính phủ, Chính phủ, Ủy ban nhân dân
        Hội đồng nhân dân, Hiệu trưởng, Tổng giám đốc, Thống đốc, Ủy ban Thường vụ, Quốc hội
        Hội đồng, Bộ Chính trị, Ban Bí thư, Ban Chấp hành, Ban Thường vụ, Cục trưởng, Viện trưởng
        Chánh án, Tổng Thanh tra, Tổng Kiểm toán, Trưởng"""
    ),
)
def test_the_authority_under_a_decisions_subject(authority: str) -> None:
    rest = "" if authority == "Quốc hội" else " trạm"
    for line in (f"{authority}{rest}", f"{authority}{rest}".upper()):
        subject = "nạo vét kênh mương" if line[1].islower() else "NẠO VÉT KÊNH MƯƠNG"
        assert _head(f"QUYẾT ĐỊNH\nVề {subject}\n{line}\nCăn cứ việc;").subject == f"Về {subject}"
    assert "mùa" in str(_head(f"QUYẾT ĐỊNH\nVề nạo vét kênh mương và\nmùa {authority}").subject)
