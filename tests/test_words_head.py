"""Letterheads: each kind of document, each opening word."""

from word_lists import each, words

from extract.flow import flow_of
from extract.head import find_head
from extract.head.title import is_title
from extract.reading import Reading

KINDS = words(
    """Kế hoạch liên tịch, Kế hoạch phối hợp, Kế hoạch liên ngành, Kế hoạch, Nghị quyết liên tịch
    Thông tư liên tịch, Hướng dẫn liên ngành, Hướng dẫn liên tịch, Bộ luật, Luật, Pháp lệnh, Lệnh
    Nghị quyết, Nghị định, Quyết định, Thông tư, Chỉ thị, Kết luận, Quy định, Quy chế, Thông tri
    Thông báo, Thông cáo, Hướng dẫn, Chương trình hành động, Chương trình, Phương án, Đề án, Dự án
    Báo cáo, Biên bản, Tờ trình, Hợp đồng, Công điện, Giấy mời, Giấy ủy quyền, Phiếu chuyển
    Quy hoạch, Điều lệ, Thể lệ, Đề cương, Thư ngỏ, Lời kêu gọi"""
)
HEAD = """TRẠM THỦY NÔNG HÒA BÌNH     CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: 12/{symbol}-TTN           Độc lập - Tự do - Hạnh phúc
                         Hòa Bình, ngày 05 tháng 3 năm 2031

{title}
{opening} các quy định hiện hành về thủy lợi;
I. MỤC ĐÍCH
"""


def _head(title: str, opening: str = "Căn cứ") -> tuple[str | None, str | None]:
    text = HEAD.format(symbol="KH", title=title, opening=opening)
    document = find_head(flow_of(Reading(text=text)))
    return document.kind, document.subject


@each(KINDS)
def test_each_kind_of_document(kind: str) -> None:
    assert is_title(kind.upper())
    assert _head(f"{kind.upper()}\nNạo vét kênh mương năm 2031") == (
        kind,
        "Nạo vét kênh mương năm 2031",
    )


OPENINGS = words(
    """Căn cứ, Thực hiện, Tiếp tục, Tiếp theo, Triển khai, Thi hành, Để, Nhằm, Xét, Trong, Theo
    Trên cơ sở, Quán triệt, Hưởng ứng, Chấp hành, Được sự, Từ, Thời gian, Phát huy, Hiện nay, Sau
    Qua, Với, Nay, Nghiên cứu, Vừa qua, Tại, Ngày, Đến"""
)


@each(OPENINGS)
def test_each_word_that_opens_the_first_paragraph(opening: str) -> None:
    assert _head("KẾ HOẠCH\nNạo vét kênh mương", opening) == ("Kế hoạch", "Nạo vét kênh mương")
