"""Signatures: each form of signing, each title, lines that are no names."""

from word_lists import each, words

from extract.foot.signature import is_name, post_of

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


@each(FORMS_OF_SIGNING)
def test_each_form_of_signing(form: str) -> None:
    found = post_of(f"{form} GIÁM ĐỐC")
    assert found is not None
    assert found[0] is not None
    assert found[1] == "GIÁM ĐỐC"


@each(TITLES_OF_PERSONS)
def test_a_title_before_a_name(title: str) -> None:
    assert is_name(f"{title} Lường Thị Mây")
    assert not is_name(title)


@each(NO_NAMES)
def test_lines_with_capitals_that_are_no_names(line: str) -> None:
    assert not is_name(line)
