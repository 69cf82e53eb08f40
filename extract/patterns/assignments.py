"""Words of assignments: what units begin with, and what their work begins with.

Alternations of regular expressions as data, each with examples that are tested both ways.
Where a noun becomes another word before certain others (`Tổ chức`, `Ban hành`, `Phòng, chống`),
the pattern says so.
"""

# Posts and determiners that stand before the name of a body.
OFFICES = (
    "các|những|toàn thể|Các|Những|Toàn thể|Tập thể|Thủ trưởng|Lãnh đạo|Hiệu trưởng|Trưởng"
    "|Phó|Chủ tịch|Giám đốc"
    "|Chánh|Thường trực|Ban Thường trực|Ban Thường vụ|Bí thư|Cán bộ|Người đứng đầu|Đồng chí"
    "|đồng chí"
)

# Nouns with which the name of a body begins. `Bộ phận` stands beside `Bộ`: the line of a cell
# that is such a noun and nothing more goes on in the next (`extract/paragraphs.py`).
BODIES = (
    "Thủ tướng|Cha mẹ|Phụ huynh|Bộ(?! máy)|Sở|Ban(?! hành)"
    "|Phòng(?!,? (?:chống|ngừa|cháy|bệnh|họp))"
    "|Vụ(?! việc)|Cục|Tổng cục|Chi cục|Văn phòng|UBND|HĐND|Ủy ban|Uỷ ban"
    "|Hội(?! nghị| thảo| thi| nhập| họp| diễn| thao| trại| chợ| báo| khỏe| sách)"
    "|Đoàn(?! kết)|Tỉnh đoàn|Thành đoàn|Huyện đoàn"
    "|Công đoàn|Công an|Trường(?! hợp)|Trung tâm|Trạm|Tổ(?! chức)|Khối(?! lượng)|Cụm(?! từ)"
    "|Đơn vị|Cơ quan|Cơ sở(?! vật)|Viện|Học viện|Đại học|Liên đoàn|Mặt trận|MTTQ|UBMTTQ(?:VN)?"
    "|Thành viên|Liên minh|Liên hiệp|Hiệp hội|Tập đoàn"
    "|Xí nghiệp|Nhà máy|Nông trường|Lâm trường|Quỹ|Nhà hát|Bảo tàng|Vườn quốc gia|Cảng vụ|Cảnh sát"
    "|Bộ đội|Lực lượng|Ủy viên"
    "|(?:Đảng|Huyện|Tỉnh|Thành|Quận) [uủ][ỷy]|Chi bộ|Đảng bộ|Chi đoàn|Liên đội|Giáo viên|GVCN"
    "|CBGV|Nhà trường|BGH|BCĐ|Kho bạc|Ngân hàng|Bảo hiểm|BHXH|Thanh tra|Tòa án|Toà án"
    "|Viện kiểm sát|Báo(?! cáo)|Đài|Xã(?! hội)|Phường|Thôn|Bản|Bệnh viện|Công ty|Doanh nghiệp"
    "|Bộ phận|Hợp tác xã|HTX|Địa phương|Hạt|Đội|Đồn|Hải quan|Quân sự|Điện lực|Bưu điện"
    "|Chi nhánh|Thư viện|Tiểu ban|Nhà (?:văn hóa|thiếu nhi)|Câu lạc bộ|Chi hội|Thị trấn|Khoa"
    "|Kiểm lâm|Tổng công ty|Tòa soạn|Tổng phụ trách|TPT|Phân xưởng|Quản đốc|Nhân viên|Chuyên viên"
)

# Posts of a school or an office that a label addresses: `Hiệu trưởng: …`, `Bảo vệ: …`.
PERSONS = (
    "(?:Các )?(?:Phó )?(?:Hiệu trưởng|Giám đốc|Tổ trưởng|Bí thư|Chủ tịch|Trưởng ban)"
    "(?= phụ trách|\\s*:)|(?:Bảo vệ|Kế toán|Y tế|Văn thư|Thủ quỹ|Thư ký)"
    "(?=\\s*:)"
)

# Nouns with which a group goes on after `Các`, `Toàn thể`, `Trưởng`.
GROUPS = (
    "đảng [uủ][ỷy]|chi [uủ][ỷy]|công ty|công đoàn|liên đoàn|đoàn(?! kết)|chi cục|đồn"
    "|ngân hàng|nhà máy|phân xưởng"
    "|ban quản lý|khu phố|xóm|ấp|buôn|khoa|viện|học viện|báo(?! cáo)|đài|thư viện|câu lạc bộ"
    "|sở|bộ|phòng|ban(?! hành)|vụ|cục|xã(?! hội)|phường|thị trấn|huyện|quận|tỉnh|thôn|bản"
    "|trường(?! hợp)|trạm|trung tâm|đơn vị|cơ quan|cơ sở(?! vật)|địa phương|tổ chức"
    "|hội(?! nghị)|đoàn thể|ngành|tập thể|cá nhân|cụm|khối|tổ|doanh nghiệp|hợp tác xã|chi bộ"
    "|chi đoàn|chi hội|liên đội|bệnh viện|cấp|nhà trường|công chức|cán bộ|giáo viên"
    "|thành viên|bộ phận|đội|hộ|văn phòng|nhà thầu|nhà đầu tư|chủ đầu tư|chi, đảng bộ|chủ hộ"
)

# Words with which the work itself begins; a unit's name ends before the first of them.
VERBS = (
    "đối chiếu|diễn tập|thay thế|sửa chữa|nâng cấp|cải tạo|treo|dự giờ|thống nhất|kêu gọi|trực ban"
    "|tự đánh giá|lắp|giao ban|chủ trì|chủ động|họp|là (?:cơ quan|đơn vị|đầu mối)|tuần tra"
    "|mua sắm|khắc phục|trang bị|bàn giao|ghi nhận|biểu dương|phối hợp|có trách nhiệm"
    "|chịu trách nhiệm|căn cứ"
    "|tổ chức|xây dựng|triển khai|thực hiện|tham mưu|báo cáo|gửi|hướng dẫn|chỉ đạo|theo dõi"
    "|đôn đốc|kiểm tra|giám sát|tổng hợp|ban hành|rà soát|tiếp tục|tăng cường|đẩy mạnh|bố trí"
    "|cân đối|thẩm định|trình|lập|nộp|đăng ký|tuyên truyền|phổ biến|quán triệt|thường xuyên"
    "|định kỳ|kịp thời|nghiêm túc|hoàn thành|hoàn thiện|cử|mở|bảo đảm|đảm bảo|quản lý|sử dụng"
    "|vận động|huy động|hỗ trợ|cung cấp|đăng tải|đưa tin|đề xuất|đánh giá|công bố|công khai"
    "|nâng cao|phát huy|phát động|tham gia|tự kiểm tra|cụ thể hóa|cụ thể hoá|giúp|làm đầu mối"
    "|được giao|tùy theo|tuỳ theo|trên cơ sở|theo chức năng|lồng ghép|bám sát"
    "|nghiên cứu|nắm (?:bắt|chắc|tình hình|rõ)|duy trì|thống kê|tập trung|xem xét|phân công"
    "|chuẩn bị|tiếp nhận"
    "|ứng dụng|gắn|dựa|niêm yết|thông báo|quan tâm|chú trọng|bồi dưỡng|tập huấn|kiện toàn"
    "|trực tiếp|xác định|khẩn trương|sớm|phải|cần|đồng thời|hằng"
    "|(?<![Nn]gân )(?<!khách )(?<!mặt )(?<!cửa )hàng|trước ngày|chậm nhất"
    "|(?<!chí )(?<!thể )(?<!bộ )lãnh đạo(?=,? chỉ đạo| UBND| Ủy ban| các| việc| công tác"
    "| thực hiện)"
    "|dự toán|tạm ứng|thanh quyết toán|lựa chọn|phê duyệt|(?<![Tt]hư )ký|in ấn|phát hành|tư vấn"
    "|khảo sát"
    "|lấy (?:phiếu|ý kiến|mẫu|số liệu)|cấp (?:phát|vắc|thuốc|kinh phí|giấy|phép)|chi trả|trang trí"
    "|phun|trồng|tiêm|gói|đón|dọn|thu (?:học phí|phí|hồ sơ|tiền)|thành lập|tiến hành"
    "|thẩm tra|phúc tra|truy quét|bắt|phát hiện|ngăn chặn|tạo điều kiện|khuyến khích"
    "|thí điểm|cập nhật|trao|tặng|thăm|viếng|dâng|tháo gỡ|thu hồi|xếp loại|bình xét"
    "|chấm điểm|điểm danh|tổng vệ sinh|công nhận|ra quân|ra mắt|kết nối|chia sẻ|số hóa|số hoá"
    "|tích hợp|dàn dựng|gặp gỡ|gặp mặt|đối thoại"
    "|biểu diễn|trưng bày|luyện tập|khai báo|quyết toán|giải ngân|rút kinh nghiệm|bổ sung"
    "|sao gửi|chuyển(?! đổi)|đề ra|nêu|tự rà soát|cam kết|tổng kiểm tra|dừng|ngừng"
    "|vận hành|giải quyết|xử lý|tích cực|chấp hành|nhân rộng|sơ kết|tổng kết|xét|kết hợp"
)

# More words that work begins with, at the beginning of a line: inside a unit's name or a
# sentence some of them are nouns (`Hội thi`, `phòng khám`, `dự án`).
OPENING_VERBS = (
    "duyệt|sao lưu|lưu trữ|soạn|biên soạn|viết|chụp|quay|phát sóng|tiếp sóng|mời|liên hệ"
    "|đặt|mua|thuê|nhập|xuất|nhận|giao|nghiệm thu|thanh toán|thanh lý|tiêu hủy|tiêu huỷ"
    "|niêm phong|kiểm kê|kiểm đếm|đếm|đo|khoan|đào|đắp|san lấp|nạo vét|khơi thông|cắt tỉa"
    "|chặt tỉa|phát quang|quét|lau|khử khuẩn|diệt|thả|gieo|cấy|thu hoạch|chọn|tuyển chọn"
    "|tuyển dụng|sơ tuyển|bốc thăm|phân bổ|phân loại|phân tích|phân luồng|thu thập|thu gom"
    "|tra soát|đối soát|soát xét|xác minh|xác nhận|làm việc|làm rõ|làm sạch|tập luyện"
    "|tập dượt|luyện|chiếu|triển lãm|mít tinh|diễu hành|tham quan|thắp|tảo mộ|tri ân"
    "|tôn vinh|vinh danh|khen thưởng|bình chọn|chấm|kiểm định|hiệu chuẩn|bảo dưỡng|bảo trì"
    "|sơ tán|di dời|khám|sàng lọc|điều trị|điều tra|truy vết|giám định|xử phạt|cưỡng chế"
    "|tháo dỡ|bồi thường|giải phóng mặt bằng|đấu giá|đấu thầu|khởi công|khánh thành|thi công"
    "|thiết kế|khoanh vùng|tham dự|giải trình|tiếp công dân|tiếp xúc|vận chuyển|sắp xếp"
    "|điều động|luân chuyển|bổ nhiệm|kết nạp|giới thiệu|đề cử|bầu|hiệp thương|bỏ phiếu"
    "|kiểm phiếu|truyền thông|thanh tra|ghi danh|ghi hình|ghi chép|dán|cắm|sơn|kẻ vẽ|vẽ|rải"
    "|tưới|bón|ươm|nhân giống|thử nghiệm|chạy thử|diễn thử|tổng duyệt|sơ duyệt|hội ý|tự chấm"
)

UNIT_EXAMPLES = (
    "Sở Xây dựng",
    "Phòng Kinh tế",
    "Ban Quản lý dự án",
    "Hội Nông dân xã",
    "Đoàn Thanh niên",
    "Tổ công nghệ số cộng đồng",
    "Tỉnh ủy",
    "Huyện uỷ",
    "Trạm Y tế phường",
    "Các phòng chuyên môn",
    "Các hợp tác xã nông nghiệp",
    "Trưởng các thôn",
    "Các nhà thầu",
    "Các chi, đảng bộ trực thuộc",
    "Chủ tịch UBND các phường",
    "Toàn thể cán bộ cơ quan",
    "Nhà trường",
    "Báo tỉnh",
    "Liên minh Hợp tác xã tỉnh",
    "Thành viên Đoàn giám sát",
    "Hiệu trưởng: Chỉ đạo chung",
    "Phó Hiệu trưởng phụ trách chuyên môn",
    "Bảo vệ: Trực đêm",
    "Phân xưởng Vận hành",
    "Nhân viên y tế",
    "Chuyên viên phụ trách",
)
"""Beginnings that name who is to act."""

OTHER_EXAMPLES = (
    "Tổ chức hội nghị",
    "Ban hành văn bản",
    "Phòng, chống dịch",
    "Hội nghị tổng kết",
    "Đoàn kết nội bộ",
    "Báo cáo kết quả",
    "Trường hợp vắng mặt",
    "Xã hội hóa nguồn lực",
    "Cơ sở vật chất",
    "Kinh phí thực hiện",
    "Tăng cường kiểm tra",
    "Bảo vệ môi trường",
    "Hội thao quân sự",
    "Chủ tịch nước tặng thưởng",
)
"""Beginnings that look like a unit and are none."""

OPENING_EXAMPLES = (
    "Duyệt văn kiện",
    "Sao lưu dữ liệu",
    "Kiểm kê kho",
    "Nạo vét kênh",
    "Tổng duyệt chương trình",
    "Khám sức khỏe",
)
"""Work that only the beginning of a line tells."""

OTHER_OPENINGS = (
    "Đạt kết quả",
    "Kho hàng",
    "Giáo dục thể chất",
    "Đội hình",
    "Khách mời",
    "Sân vận động",
)
"""Beginnings that are none of it."""

VERB_EXAMPLES = (
    "chủ trì",
    "phối hợp",
    "báo cáo",
    "tổng hợp",
    "họp",
    "là đầu mối",
    "trước ngày",
    "lấy phiếu",
    "cấp phát",
    "phun hóa chất",
    "trồng cây",
    "tiêm vắc xin",
)
"""Beginnings of the work itself."""
