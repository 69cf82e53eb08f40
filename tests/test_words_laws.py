"""Laws: each name that is known, and what is called `luật` and is no law.

A known name ends where it ends (`Luật Thủy lợi kịp thời`), stands in any case and spelling, and
is a law in small letters as well; of an unknown name only capitals tell.
"""

import pytest
from test_citations import read
from word_lists import each

LAWS = """
An ninh mạng; An ninh quốc gia; An toàn thông tin mạng; An toàn thực phẩm
An toàn, vệ sinh lao động; Bảo hiểm tiền gửi; Bảo hiểm xã hội; Bảo hiểm y tế
Bảo vệ bí mật nhà nước; Bảo vệ dữ liệu cá nhân; Bảo vệ môi trường
Bảo vệ quyền lợi người tiêu dùng; Bảo vệ sức khỏe nhân dân; Bảo vệ và kiểm dịch thực vật
Báo chí; Ban hành văn bản quy phạm pháp luật; Bầu cử; Bầu cử đại biểu Quốc hội
Bầu cử đại biểu Quốc hội và đại biểu Hội đồng nhân dân
Bầu cử đại biểu Quốc hội và đại biểu HĐND; Biên phòng Việt Nam; Bình đẳng giới; Bưu chính
Các tổ chức tín dụng; Cán bộ, công chức; Căn cước; Căn cước công dân; Cạnh tranh; Chăn nuôi
Chất lượng sản phẩm, hàng hóa; Chính quyền địa phương; Chứng khoán; Chuyển đổi số
Chuyển giao công nghệ; Công an nhân dân; Công chứng; Công đoàn; Công nghệ cao
Công nghệ thông tin; Công nghiệp công nghệ số; Cư trú; Cơ yếu; Cảnh sát cơ động; Cảnh vệ
Cảnh sát biển Việt Nam; Dân quân tự vệ; Dân số; Di sản văn hóa; Doanh nghiệp; Du lịch; Dược
Dữ liệu; Dự trữ quốc gia; Đa dạng sinh học; Đất đai; Đấu giá tài sản; Đấu thầu; Đầu tư
Đầu tư công; Đầu tư theo phương thức đối tác công tư; Đê điều; Điện ảnh; Điện lực
Điều ước quốc tế; Đo đạc và bản đồ; Đo lường; Đường bộ; Đường sắt; Địa chất và khoáng sản; Giá
Giám định tư pháp; Giáo dục; Giáo dục đại học; Giáo dục nghề nghiệp
Giáo dục quốc phòng và an ninh; Giao dịch điện tử; Giao thông đường bộ
Giao thông đường thủy nội địa; Hải quan; Hàng không dân dụng Việt Nam; Hòa giải ở cơ sở
Hòa giải, đối thoại tại Tòa án; Hoạt động giám sát của Quốc hội và Hội đồng nhân dân
Hoạt động chữ thập đỏ; Hóa chất; Hôn nhân và gia đình; Hộ tịch; Hợp tác xã
Hỗ trợ doanh nghiệp nhỏ và vừa; Kế toán; Khám bệnh, chữa bệnh; Khí tượng thủy văn; Khiếu nại
Khoa học và Công nghệ; Khoa học, Công nghệ và Đổi mới sáng tạo; Khoáng sản
Kiểm toán nhà nước; Kiến trúc; Kinh doanh bảo hiểm; Kinh doanh bất động sản; Lâm nghiệp
Luật sư; Lưu trữ; Lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở
Mặt trận Tổ quốc Việt Nam; Năng lượng nguyên tử; Ngân hàng Nhà nước Việt Nam
Ngân sách nhà nước; Nghĩa vụ quân sự; Người cao tuổi; Người khuyết tật; Nhà giáo; Nhà ở
Nhập cảnh, xuất cảnh, quá cảnh, cư trú của người nước ngoài tại Việt Nam; Nuôi con nuôi
Phí và lệ phí; Phá sản; Phòng bệnh; Phòng cháy và chữa cháy
Phòng cháy, chữa cháy và cứu nạn, cứu hộ; Phòng, chống bạo lực gia đình
Phòng, chống bệnh truyền nhiễm; Phòng, chống ma túy; Phòng, chống mua bán người
Phòng, chống rửa tiền; Phòng, chống tác hại của rượu, bia
Phòng, chống tác hại của thuốc lá; Phòng, chống tham nhũng; Phòng, chống thiên tai
Phòng thủ dân sự; Phổ biến, giáo dục pháp luật; Quản lý, sử dụng tài sản công
Quản lý và sử dụng tài sản công; Quản lý ngoại thương; Quản lý nợ công; Quản lý thuế
Quản lý, sử dụng vũ khí, vật liệu nổ và công cụ hỗ trợ; Quảng cáo; Quốc phòng
Quốc tịch Việt Nam; Quy hoạch; Quy hoạch đô thị và nông thôn; Quy hoạch đô thị
Sĩ quan Quân đội nhân dân Việt Nam; Sở hữu trí tuệ; Sử dụng năng lượng tiết kiệm và hiệu quả
Tài nguyên nước; Tài nguyên, môi trường biển và hải đảo; Tần số vô tuyến điện; Thanh niên
Thanh tra; Thể dục, thể thao; Thi đua, khen thưởng; Thi hành án dân sự; Thi hành án hình sự
Thống kê; Thú y; Thủ đô; Thuế giá trị gia tăng; Thuế thu nhập cá nhân
Thuế thu nhập doanh nghiệp; Thuế xuất khẩu, thuế nhập khẩu; Thuế xuất khẩu, nhập khẩu
Thuế tiêu thụ đặc biệt; Thực hiện dân chủ ở cơ sở; Thực hành tiết kiệm, chống lãng phí
Thương mại; Thủy lợi; Thủy sản; Thư viện; Tiếp cận thông tin; Tiếp công dân
Tiêu chuẩn và Quy chuẩn kỹ thuật; Tín ngưỡng, tôn giáo; Tố cáo; Tố tụng hành chính
Tổ chức Chính phủ; Tổ chức chính quyền địa phương
Tổ chức Hội đồng nhân dân và Ủy ban nhân dân; Tổ chức HĐND và UBND; Tổ chức Quốc hội
Tổ chức Tòa án nhân dân; Tổ chức Viện kiểm sát nhân dân
Trách nhiệm bồi thường của Nhà nước; Trẻ em; Trật tự, an toàn giao thông đường bộ; Trồng trọt
Trưng cầu ý dân; Tư pháp người chưa thành niên; Tương trợ tư pháp; Việc làm; Viên chức
Viễn thông; Xây dựng; Xử lý vi phạm hành chính; Xuất bản; Ưu đãi xã hội
"""
CODES = "Dân sự; Hàng hải Việt Nam; Hình sự; Lao động; Tố tụng dân sự; Tố tụng hình sự"
ORDINANCES = """
Ưu đãi người có công với cách mạng; Dân số; Công an xã; Quản lý thị trường; Cựu chiến binh
Bảo vệ công trình quan trọng liên quan đến an ninh quốc gia; Ngoại hối
Thực hiện dân chủ ở xã, phường, thị trấn
"""


def _named(listed: str) -> list[str]:
    return [name.strip() for line in listed.strip().split("\n") for name in line.split(";")]


def _laws(body: str) -> list[tuple[str, str | None]]:
    return [(one.kind, one.subject) for one in read(body=body)[1]]


@each(_named(LAWS))
def test_each_law_by_its_name(name: str) -> None:
    """Where the words go on, only the list says where the name ends."""
    assert _laws(f"phổ biến Luật {name} kịp thời tới mọi nhà") == [("Luật", name)]
    small = name.lower()
    assert _laws(f"tìm hiểu luật {small} kịp thời") == [("Luật", small)]
    loud = name.upper()
    assert _laws(f"HỘI THI TÌM HIỂU LUẬT {loud}.") == [("Luật", loud)]
    assert _laws(f"{name} được phổ biến kịp thời") == []


@each([n for n in _named(LAWS) if "," in n or " và " in n])
def test_each_law_without_its_commas(name: str) -> None:
    plain = name.replace(",", "").replace(" và ", " & ")
    assert _laws(f"phổ biến Luật {plain} kịp thời tới mọi nhà") == [("Luật", plain)]


@each([
        "Hoà giải ở cơ sở", "Hoá chất", "Thuỷ lợi", "Thuỷ sản", "Phòng, chống ma tuý",
        "Bảo vệ sức khoẻ nhân dân", "Chất lượng sản phẩm, hàng hoá", "Khí tượng thuỷ văn",
        "Tổ chức Toà án nhân dân", "Di sản văn hoá", "Giao thông đường thuỷ nội địa",
    ],
)  # fmt: skip
def test_the_tone_on_the_other_vowel(name: str) -> None:
    assert _laws(f"phổ biến Luật {name} kịp thời tới mọi nhà") == [("Luật", name)]


@pytest.mark.parametrize("word", ["Bộ luật", "Bộ Luật", "BỘ LUẬT", "bộ luật"])
@pytest.mark.parametrize("name", _named(CODES))
def test_each_code_by_its_name(word: str, name: str) -> None:
    assert _laws(f"theo {word} {name} hiện hành") == [("Bộ luật", name)]
    assert _laws(f"theo {word} {name.lower()} hiện hành") == [("Bộ luật", name.lower())]


@pytest.mark.parametrize("word", ["Pháp lệnh", "Pháp Lệnh", "PHÁP LỆNH", "pháp lệnh"])
@pytest.mark.parametrize("name", _named(ORDINANCES))
def test_each_ordinance_by_its_name(word: str, name: str) -> None:
    assert _laws(f"theo {word} {name} kịp thời") == [("Pháp lệnh", name)]
    assert _laws(f"theo {word} {name.lower()} kịp thời") == [("Pháp lệnh", name.lower())]
