"""Laws by name: a law counts as cited by its name alone (NĐ 30/2020/NĐ-CP, Phụ lục I, II).

The names are those of laws in force or lately in force, without year; a name that is not in
the list is read over its capitals. Commas inside a name are often left out in print.
"""

import re
from functools import cache

from extract.citations.kind_words import NO_LAW, SMALL_CODE
from extract.units.letters import LOWER, UPPER, loose

LAW_NAMES = (
    "An ninh mạng", "An ninh quốc gia", "An toàn thông tin mạng", "An toàn thực phẩm",
    "An toàn, vệ sinh lao động", "Bảo hiểm tiền gửi", "Bảo hiểm xã hội", "Bảo hiểm y tế",
    "Bảo vệ bí mật nhà nước", "Bảo vệ dữ liệu cá nhân", "Bảo vệ môi trường",
    "Bảo vệ quyền lợi người tiêu dùng", "Bảo vệ sức khỏe nhân dân", "Bảo vệ và kiểm dịch thực vật",
    "Báo chí", "Ban hành văn bản quy phạm pháp luật", "Bầu cử", "Bầu cử đại biểu Quốc hội",
    "Bầu cử đại biểu Quốc hội và đại biểu Hội đồng nhân dân",
    "Bầu cử đại biểu Quốc hội và đại biểu HĐND", "Biên phòng Việt Nam", "Bình đẳng giới",
    "Bưu chính", "Các tổ chức tín dụng", "Cán bộ, công chức", "Căn cước", "Căn cước công dân",
    "Cạnh tranh", "Chăn nuôi", "Chất lượng sản phẩm, hàng hóa", "Chính quyền địa phương",
    "Chứng khoán", "Chuyển đổi số", "Chuyển giao công nghệ", "Công an nhân dân", "Công chứng",
    "Công đoàn", "Công nghệ cao", "Công nghệ thông tin", "Công nghiệp công nghệ số", "Cư trú",
    "Cơ yếu", "Cảnh sát cơ động", "Cảnh vệ", "Cảnh sát biển Việt Nam", "Dân quân tự vệ", "Dân số",
    "Di sản văn hóa", "Doanh nghiệp", "Du lịch", "Dược", "Dữ liệu", "Dự trữ quốc gia",
    "Đa dạng sinh học", "Đất đai", "Đấu giá tài sản", "Đấu thầu", "Đầu tư", "Đầu tư công",
    "Đầu tư theo phương thức đối tác công tư", "Đê điều", "Điện ảnh", "Điện lực",
    "Điều ước quốc tế", "Đo đạc và bản đồ", "Đo lường", "Đường bộ", "Đường sắt",
    "Địa chất và khoáng sản", "Giá", "Giám định tư pháp", "Giáo dục", "Giáo dục đại học",
    "Giáo dục nghề nghiệp", "Giáo dục quốc phòng và an ninh", "Giao dịch điện tử",
    "Giao thông đường bộ", "Giao thông đường thủy nội địa", "Hải quan",
    "Hàng không dân dụng Việt Nam", "Hòa giải ở cơ sở", "Hòa giải, đối thoại tại Tòa án",
    "Hoạt động giám sát của Quốc hội và Hội đồng nhân dân", "Hoạt động chữ thập đỏ", "Hóa chất",
    "Hôn nhân và gia đình", "Hộ tịch", "Hợp tác xã", "Hỗ trợ doanh nghiệp nhỏ và vừa", "Kế toán",
    "Khám bệnh, chữa bệnh", "Khí tượng thủy văn", "Khiếu nại", "Khoa học và Công nghệ",
    "Khoa học, Công nghệ và Đổi mới sáng tạo", "Khoáng sản", "Kiểm toán nhà nước", "Kiến trúc",
    "Kinh doanh bảo hiểm", "Kinh doanh bất động sản", "Lâm nghiệp", "Luật sư", "Lưu trữ",
    "Lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở", "Mặt trận Tổ quốc Việt Nam",
    "Năng lượng nguyên tử", "Ngân hàng Nhà nước Việt Nam", "Ngân sách nhà nước",
    "Nghĩa vụ quân sự", "Người cao tuổi", "Người khuyết tật", "Nhà giáo", "Nhà ở",
    "Nhập cảnh, xuất cảnh, quá cảnh, cư trú của người nước ngoài tại Việt Nam", "Nuôi con nuôi",
    "Phí và lệ phí", "Phá sản", "Phòng bệnh", "Phòng cháy và chữa cháy",
    "Phòng cháy, chữa cháy và cứu nạn, cứu hộ", "Phòng, chống bạo lực gia đình",
    "Phòng, chống bệnh truyền nhiễm", "Phòng, chống ma túy", "Phòng, chống mua bán người",
    "Phòng, chống rửa tiền", "Phòng, chống tác hại của rượu, bia",
    "Phòng, chống tác hại của thuốc lá", "Phòng, chống tham nhũng", "Phòng, chống thiên tai",
    "Phòng thủ dân sự", "Phổ biến, giáo dục pháp luật", "Quản lý, sử dụng tài sản công",
    "Quản lý và sử dụng tài sản công", "Quản lý ngoại thương", "Quản lý nợ công", "Quản lý thuế",
    "Quản lý, sử dụng vũ khí, vật liệu nổ và công cụ hỗ trợ", "Quảng cáo", "Quốc phòng",
    "Quốc tịch Việt Nam", "Quy hoạch", "Quy hoạch đô thị và nông thôn", "Quy hoạch đô thị",
    "Sĩ quan Quân đội nhân dân Việt Nam", "Sở hữu trí tuệ",
    "Sử dụng năng lượng tiết kiệm và hiệu quả", "Tài nguyên nước",
    "Tài nguyên, môi trường biển và hải đảo", "Tần số vô tuyến điện", "Thanh niên", "Thanh tra",
    "Thể dục, thể thao", "Thi đua, khen thưởng", "Thi hành án dân sự", "Thi hành án hình sự",
    "Thống kê", "Thú y", "Thủ đô", "Thuế giá trị gia tăng", "Thuế thu nhập cá nhân",
    "Thuế thu nhập doanh nghiệp", "Thuế xuất khẩu, thuế nhập khẩu", "Thuế xuất khẩu, nhập khẩu",
    "Thuế tiêu thụ đặc biệt", "Thực hiện dân chủ ở cơ sở", "Thực hành tiết kiệm, chống lãng phí",
    "Thương mại", "Thủy lợi", "Thủy sản", "Thư viện", "Tiếp cận thông tin", "Tiếp công dân",
    "Tiêu chuẩn và Quy chuẩn kỹ thuật", "Tín ngưỡng, tôn giáo", "Tố cáo", "Tố tụng hành chính",
    "Tổ chức Chính phủ", "Tổ chức chính quyền địa phương",
    "Tổ chức Hội đồng nhân dân và Ủy ban nhân dân", "Tổ chức HĐND và UBND", "Tổ chức Quốc hội",
    "Tổ chức Tòa án nhân dân", "Tổ chức Viện kiểm sát nhân dân",
    "Trách nhiệm bồi thường của Nhà nước", "Trẻ em", "Trật tự, an toàn giao thông đường bộ",
    "Trồng trọt", "Trưng cầu ý dân", "Tư pháp người chưa thành niên", "Tương trợ tư pháp",
    "Việc làm", "Viên chức", "Viễn thông", "Xây dựng", "Xử lý vi phạm hành chính", "Xuất bản",
    "Ưu đãi xã hội",
)  # fmt: skip

CODE_NAMES = (
    "Dân sự", "Hàng hải Việt Nam", "Hình sự", "Lao động", "Tố tụng dân sự", "Tố tụng hình sự",
)  # fmt: skip

ORDINANCE_NAMES = (
    "Ưu đãi người có công với cách mạng", "Dân số", "Công an xã",
    "Bảo vệ công trình quan trọng liên quan đến an ninh quốc gia", "Quản lý thị trường",
    "Cựu chiến binh", "Thực hiện dân chủ ở xã, phường, thị trấn", "Ngoại hối",
)  # fmt: skip

# Words that a law's name never goes on with; `và` and a comma go on only before a capital.
_STOPS = (
    "về|của|và|trong|theo|đã|được|có|là|để|cho|với|năm|số|ngày|này|quy|tại|từ|đến|"
    "đối|hiện|mới|sửa|bổ|"
    "nhằm|khi|các|những|một|ban|hoặc|còn|do|bảo đảm|đảm|góp|gắn|trên|cũng|không|phải|thì|trước|sau"
)
_OTHER = (
    rf"[{UPPER}][{LOWER}]+"
    rf"(?:\s(?!(?:{_STOPS})(?!\w))[{LOWER}]+|\s[{UPPER}]{{2,6}}(?!\w)){{0,4}}"
)


def _any_of(names: tuple[str, ...]) -> str:
    return "|".join(loose(name) for name in sorted(names, key=len, reverse=True))


@cache
def _names() -> str:
    return "|".join(map(_any_of, (LAW_NAMES, CODE_NAMES, ORDINANCE_NAMES)))


@cache
def known_name() -> re.Pattern[str]:
    """A name of the lists, in any case."""
    return re.compile(_names(), re.IGNORECASE)


_KINDS = (
    rf"B(?<!\wB)(?:ộ [Ll]uật|Ộ LUẬT)|{SMALL_CODE}"
    rf"|L(?<!\wL){NO_LAW}(?:uật|UẬT)|l(?<!\wl){NO_LAW}uật"  # letters, no set: `re` skips to them
    r"|P(?<!\wP)(?:háp [Ll]ệnh|HÁP LỆNH)|p(?<!\wp)háp lệnh"
)


@cache
def law_pattern() -> re.Pattern[str]:
    """`kind` and `name` of a law named in text; the unknown needs a capital.

    `amending` instead of `name` where the law is called by what it changes (`Luật sửa đổi, bổ
    sung một số điều của Luật …`): then the words up to the changed law's name.
    """
    changed = r"(?=(?i:Bộ luật|Luật)(?!\w))"
    return re.compile(
        rf"(?P<kind>{_KINDS})\s"
        r"(?:(?P<amending>(?i:sửa đổi(?:,? bổ sung)?\s(?:một số điều\s)?(?:của\s)?(?:các\s)?))"
        + changed
        + rf"|(?P<name>(?i:{_names()})(?!\w)"
        rf"|(?!Sư(?!\w)|Gia(?!\w)){_OTHER}(?:(?:,\s|\svà\s){_OTHER}){{0,3}}))"
    )
