"""The footer: powers and posts before a name, words of recipients, stamps, where annexes begin."""

import datetime as dt

import pytest
from test_foot import read
from word_lists import each, each_of, words

from extract.flow import flow_of
from extract.foot.recipients import name_and_purpose
from extract.foot.signature import is_name, post_of
from extract.foot.stamps import find_stamps
from extract.reading import Reading

POWERS = {
    "TM.": "TM.", "TM .": "TM.", "KT.": "KT.", "TL.": "TL.", "TUQ.": "TUQ.", "Q.": "Q.",
    "QUYỀN.": "Q.", "QUYỀN": "Q.", "T/M.": "TM.", "T/M": "TM.", "K/T": "KT.", "K/T.": "KT.",
    "T/L": "TL.", "T/L.": "TL.",
}  # fmt: skip
POSTS = words(
    """GIÁM ĐỐC, CHỦ TỊCH, HIỆU TRƯỞNG, TRƯỞNG PHÒNG, TRƯỞNG BAN, BỘ TRƯỞNG, THỨ TRƯỞNG, BÍ THƯ
    CHÁNH VĂN PHÒNG, VIỆN TRƯỞNG, CỤC TRƯỞNG, THỦ TƯỚNG, PHÓ GIÁM ĐỐC, P. HIỆU TRƯỞNG, P.CHỦ TỊCH"""
)
NO_NAMES = words(
    """Danh Mục Chung, Danh Sách Chung, Lưu Hành Nội Bộ, Đoàn Thanh Niên Xã, Đoàn Viên Mới Đây
    Đoàn Thể Xã Hội, Lộ Trình Chung, Quan Điểm Chung, Phạm Vi Chung, Kiến Nghị Chung, Căn Cứ Chung
    Cao Điểm Chung, Chu Kỳ Mới, Văn Thư Chung, Văn Bản Chung, Uỷ Ban Xã, Bộ Máy Chung, Đóng Dấu Treo
    Tổ Chức Chung, Công Tác Chung, Các Phần Việc, Sở Nhà Đất, Ban Mai Hồng"""
)
PURPOSES = words(
    """để, đề nghị, bc, báo cáo, th, thực hiện, ph, phối hợp, chỉ đạo, biết, thay b/c, thay báo cáo
    theo dõi, hscv, lưu, đăng, gửi, qua, đưa tin, đưa lên, triển khai, giám sát, kiểm tra, công bố
    tuyên truyền, tham mưu, tổng hợp, xin ý kiến, niêm yết, trình, đôn đốc, xem xét, thẩm định
    phê duyệt, cho ý kiến, hướng dẫn, thông báo"""
)
ANNEXES = ["PHỤ LỤC", "Phụ lục", "DANH MỤC", "DANH SÁCH", "BIỂU 1", "MẪU 1", "Mẫu số 1",
           "(Kèm theo văn bản)", "(Ban hành kèm văn bản)"]  # fmt: skip


def _foot(lines: str) -> list[str | None] | None:
    _, foot = read(f"KẾ HOẠCH\nTưới cây\n\nI. VIỆC\n- Nước.\n\n{lines}\n")
    signer = foot.signer
    return [signer.capacity, signer.title, signer.name] if signer else None


@each_of(POWERS.items())
def test_each_power_of_signing(printed: str, power: str) -> None:
    assert post_of(f"{printed} GIÁM ĐỐC") == (power, "GIÁM ĐỐC")
    assert post_of(f"X{printed} GIÁM ĐỐC") is None
    assert post_of(f"{printed} VIỆC CHUNG") == ((power, "") if power[0] == "T" else None)


@each(POSTS)
def test_each_post_without_recipients(post: str) -> None:
    """No `Nơi nhận`: the footer begins with the power or the post itself."""
    signed = _foot(f"{post}\n\nLường Thị Mây")
    assert signed is not None
    assert signed[2] == "Lường Thị Mây"
    assert _foot(f"X{post}\n\nLường Thị Mây") is None


@each(["TM.", "KT.", "TL.", "TUQ.", "Q.", "QUYỀN.", "T/M.", "K/T.", "T/L."])
def test_each_power_without_recipients(power: str) -> None:
    below = {"Q": "TỔ TRƯỞNG", "K": "CHỦ TỊCH\nTỔ TRƯỞNG"}.get(power[0], "BAN CHUNG\nTỔ TRƯỞNG")
    signed = _foot(f"{power} {below}\n\nLường Thị Mây")
    assert signed == [POWERS[power], "Tổ trưởng", "Lường Thị Mây"]
    assert _foot(f"X{power} BAN CHUNG\nTỔ TRƯỞNG\n\nLường Thị Mây") is None


@each(NO_NAMES)
def test_more_lines_that_are_no_names(line: str) -> None:
    assert not is_name(line)
    assert is_name(f"Lường {line}") == (len(line.split()) < 7)


@each(["Đã ký", "(đã ký)", "Đã Kí Tên", "Ký Tên Đây", "Chữ Ký Số", "(Ký, Đóng Dấu)"])
def test_words_that_say_it_was_signed(line: str) -> None:
    assert not is_name(line)


@each(["Lường Thị Mây", "LƯỜNG THỊ MÂY", "H'Hen Niê", "Y-Bhiao Kđoh", "Ksor H’Lan", "Nguyễn Văn A",
     "Thị Mây Hoa",
     "Bà Văn Thị Mây", "Ông Thị Mây Hoa"],
)  # fmt: skip
def test_names_of_persons(name: str) -> None:
    assert is_name(name)


@each(["Nơi nhận:", "NƠI NHẬN:", "Nơi gửi:", "Noi nhận:", "Nơi nhân:", "NOI NHÂN:", "Nơi  nhận :",
     "Nơi nhận.", "* Nơi nhận:"],
)  # fmt: skip
def test_each_head_of_the_recipients(head: str) -> None:
    text = f"KẾ HOẠCH\nTưới cây\n\nI. VIỆC\n- Nước.\n\n{head}\n- Sở Y tế;\n- Lưu: VT.\n"
    assert [r.name for r in read(text)[1].recipients] == ["Sở Y tế", "VT"]
    assert read(text.replace(head, "nơi nhận hồ sơ"))[1].recipients == ()


@each(["- ", "– ", "— ", "+ ", "• ", "* ", "· ", "\uf02d ", "1. ", "2) ", "-"])
def test_each_mark_before_a_recipient(bullet: str) -> None:
    assert name_and_purpose(f"{bullet}Sở Y tế (b/c);") == ("Sở Y tế", "b/c")
    assert name_and_purpose(f"{bullet}Lưu: VT.") == ("VT", "lưu")


@each(PURPOSES)
def test_each_purpose_in_a_bracket(purpose: str) -> None:
    assert name_and_purpose(f"- Sở Y tế ({purpose});") == ("Sở Y tế", purpose)
    assert name_and_purpose(f"- Sở Y tế: {purpose};") == ("Sở Y tế", purpose)
    longer = f"x{purpose}"
    assert name_and_purpose(f"- Sở Y tế ({longer});") == (f"Sở Y tế ({longer})", None)


@each(["b/c", "t/h", "p/h", "c/đ", "đ/b", "k/t", "đ/t", "đ/k", "t/d", "t/m", "q/tr"])
def test_a_purpose_that_is_only_letters(short: str) -> None:
    assert name_and_purpose(f"- Sở Y tế ({short});") == ("Sở Y tế", short)
    assert name_and_purpose("- Sở Y tế (đ/c Mây);") == ("Sở Y tế (đ/c Mây)", None)


@each(["đe", "đê", "đé", "đề", "đẻ", "đẽ"])
def test_to_as_recognition_makes_it_out(misread: str) -> None:
    assert name_and_purpose(f"- Sở Y tế ({misread} biết);") == ("Sở Y tế", "để biết")
    for word in ("đề án chung", "đề xuất chung"):
        assert name_and_purpose(f"- Sở Y tế ({word});") == (f"Sở Y tế ({word})", None)
    assert name_and_purpose("- Sở Y tế (đề nghị làm);") == ("Sở Y tế", "đề nghị làm")


@each(["Lưu: VT", "LƯU: VT", "Lưu VT", "Lưu tại: VT", "Lưu; VT", "Lưu. VT", "- Lưu: VT"])
def test_each_way_to_say_that_a_copy_is_kept(keep: str) -> None:
    assert name_and_purpose(keep) == ("VT", "lưu")


@each(["KT. BỘ TRƯỞNG", "TM. BAN", "TL. CHỦ TỊCH", "TUQ. GIÁM ĐỐC", "KT. CỤC TRƯỞNG",
             "KT. VIỆN TRƯỞNG", "KT. HIỆU TRƯỞNG", "TL. TRƯỞNG PHÒNG", "KT. PHÓ CHỦ TỊCH"],
)  # fmt: skip
def test_a_post_that_came_out_before_a_recipient(post: str) -> None:
    assert name_and_purpose(f"{post} Sở Y tế (b/c);") == ("Sở Y tế", "b/c")
    assert name_and_purpose("Ban Sở Y tế (b/c);") == ("Ban Sở Y tế", "b/c")


@each(["PHỤ LỤC I", "DANH MỤC", "DANH SÁCH", "Phụ lục I", "KẾ HOẠCH",
"Ký bởi: A",
                                 "Người ký: A", "Kèm theo", "(Kèm theo"])  # fmt: skip
def test_each_line_that_ends_the_recipients(end: str) -> None:
    text = f"KẾ HOẠCH\nTưới\n\nI. VIỆC\n- Nước.\n\nNơi nhận:\n- Sở Y tế;\n- Lưu: VT.\n{end}"
    text += "\n- Sở Nội vụ;\n"
    assert [r.name for r in read(text)[1].recipients] == ["Sở Y tế", "VT"]


@each(ANNEXES)
def test_an_annex_is_body_again(annex: str) -> None:
    text = (
        "KẾ HOẠCH\nTưới\n\nI. VIỆC\n- Nước.\n\nNơi nhận:\n- Sở Y tế;\n- Lưu: VT.\n\nGIÁM ĐỐC\n\n"
        f"Lường Thị Mây\n\n{annex}\nBảng kê vườn\n"
    )
    flow, foot = read(text)
    assert flow.text[foot.foot_end :].lstrip().startswith(annex)


@pytest.mark.parametrize("by", ["Ký bởi", "Người ký", "Được ký bởi", "Ký điện tử bởi", "Ký  bởi"])
@pytest.mark.parametrize("field", ["Email: a@b.vn", "Cơ quan: Sở", "Thời gian ký: 5", "Ngày ký: 5",
                                   "Chức vụ: A", "Tổ chức: B"])  # fmt: skip
def test_each_stamp_that_names_its_signer(by: str, field: str) -> None:
    text = f"Việc chung.\n{by}: Sở Y tế {field}\n05/3/2031 08:30:00\n"
    (stamp,) = find_stamps(flow_of(Reading(text=text)))
    zone = dt.timezone(dt.timedelta(hours=7))
    assert (stamp.by, stamp.at) == ("Sở Y tế", dt.datetime(2031, 3, 5, 8, 30, tzinfo=zone))
    assert find_stamps(flow_of(Reading(text=text.replace(by, "Gửi bởi")))) == []


@each_of([("2031-03-05T08:30:00Z", 0), ("2031-03-05 08:30:00+07:00", 7),
     ("2031-03-05T08:30:00.123 +0700", 7)],
)  # fmt: skip
def test_each_time_of_a_stamp_with_its_zone(printed: str, hours: int) -> None:
    (stamp,) = find_stamps(flow_of(Reading(text=f"Việc.\nso.yte@tinh.gov.vn\n{printed}\n")))
    zone = dt.timezone(dt.timedelta(hours=hours))
    assert (stamp.by, stamp.at) == (
        "so.yte@tinh.gov.vn",
        dt.datetime(2031, 3, 5, 8, 30, tzinfo=zone),
    )
