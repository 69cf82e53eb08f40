"""What follows a head in running text: capitals, a known field, a place; and where it ends."""

from functools import cache

from extract.reference import rows
from extract.units.canon import FIELDS
from extract.units.letters import LOWER, UPPER, loose
from extract.units.places import province_names

# Small-letter words that a name never goes on with: verbs, prepositions, conjunctions.
_STOPS = (
    "chủ trì|chủ động|phối hợp|có trách|có nhiệm|có thể|xây dựng|ban hành|tham mưu|"
    "thực hiện|triển khai|hướng dẫn|"
    "phát động|yêu cầu|đề nghị|đề xuất|quy định|phê duyệt|căn cứ|báo cáo|chỉ đạo|"
    "tiếp tục|đôn đốc|theo dõi|"
    "tổ chức|tổng hợp|kết luận|công bố|thông báo|quyết định|bảo đảm|đảm bảo|tăng "
    "cường|đẩy mạnh|tập trung|"
    "chịu|xem xét|thẩm định|rà soát|bố trí|hỗ trợ|kiểm tra|giám sát|tuyên truyền|"
    "phân công|kịp thời|"
    "về|tại|theo|để|là|đã|sẽ|do|như|trong|trên|cho|với|được|gửi|trình|giao(?! "
    "thông)|có|và|của|từ|đến|khi|nếu|mà|thì|"
    "nhằm|vì|bởi|này|đó|ngày|năm|tháng|số|lần|căn|qua|cùng|các|những|khóa|khoá|"
    "nhiệm kỳ|giai đoạn|thuộc|trực thuộc|"
    "cần|phải|nên|không|đang|vào|sau|trước|thường|định kỳ|nơi|ký|nghiêm|hoặc|"
    "nhân(?! dân| lực| đạo)|"
    "điều hành|quản lý|vận động|phát huy|nghiên cứu|cập nhật|hoàn thành|tiếp nhận|đăng ký|sử dụng|"
    "quán triệt|phổ biến|nắm|duy trì|huy động|cung cấp|công khai|đánh giá|khen "
    "thưởng|xử lý|phản ánh"
)
_KINDS = (
    "Kế|Quyết|Nghị|Chỉ thị|Công văn|Thông|Luật|Hướng|Chương trình|Đề án|Báo cáo|Tờ "
    "trình|Công điện|Kết luận|Quy|Bộ luật|Căn|Thực|Điều"
)
_CAP = rf"(?!(?:{_KINDS})(?!\w))[{UPPER}][\w&.]*(?<!\.)"
_LOW = rf"\s(?!(?:{_STOPS})(?!\w))[{LOWER}]\w*"
_RUN = rf"{_CAP}(?:{_LOW}){{0,3}}"
_NEXT_HEAD = (
    "Ủy ban|Uỷ ban|UBND|HĐND|Hội đồng|Công an|Sở|Bộ|Phòng|Ban|Vụ|Cục|Chi cục|Văn "
    "phòng|Thanh tra|Trường|Trung tâm|"
    "Công đoàn|Đoàn|Hội|Liên đoàn|Viện|Tòa án|Mặt trận|Chủ tịch|Giám đốc|Tỉnh|"
    "Huyện|Báo|Đài|Bệnh viện|Ngân hàng|"
    "Khối|Cụm|Tổ|Đội|Học viện|Đại học|Chi bộ|Đảng|Trạm|Quỹ|Thường trực|Công ty|Tập "
    "đoàn|Cơ quan|Các|Lãnh đạo|Bí thư"
)
_AND = (
    rf"(?:,\s(?!(?:{_NEXT_HEAD})(?!\w))|\s(?:và|-|–)\s(?!(?:{_NEXT_HEAD})(?!\w))|"
    r"\s(?!(?:Hội đồng|HĐND|UBND|Ủy ban)(?!\w)))"
)
CAPS = rf"{_RUN}(?:{_AND}{_RUN}){{0,6}}(?:\s\d{{1,2}}(?![\w/]))?"

_LEVEL = (
    r"(?:[Tt]ỉnh|[Tt]hành phố|TP\.?|Tp\.?|[Hh]uyện|[Qq]uận|[Tt]hị xã|TX\.?|[Xx]ã(?! "
    r"hội)|[Pp]hường|[Tt]hị trấn|[Đđ]ặc khu|thôn)(?!\w)"
)
_BEGINS = (
    "Theo|Lãnh|Hằng|Các|Có|Trên|Tiếp|Phối|Trong|Tham|Triển|Đẩy|Chủ trì|Từ(?=\\s\\d)|Về|Đề nghị"
)
_PLACE_WORD = rf"(?!(?:{_KINDS}|{_NEXT_HEAD}|{_BEGINS})(?!\w))[{UPPER}][\w'’]*"
_PLACE_NAME = (
    rf"(?:{_PLACE_WORD}(?:\s{_PLACE_WORD}){{0,3}}(?:\s\d{{1,2}}(?![\w/]))?(?:\s?[-–]\s?{_PLACE_WORD}(?:\s{_PLACE_WORD}){{0,"
    rf"2}})?|\d{{1,2}}(?![\w/.])(?:\s{_PLACE_WORD}){{0,3}})"
)
_WORK = (
    "Quản lý|Phối hợp|Tăng cường|Xây dựng|Chủ trì|Triển khai|Thực hiện|Tổ chức|"
    "Tham mưu|Chỉ đạo|Hướng dẫn|"
    "Đẩy mạnh|Tiếp tục|Theo dõi|Đôn đốc|Kiểm tra|Báo cáo|Tổng hợp|Rà soát|Ban hành|"
    "Thường xuyên|Bố trí|Huy động"
)


@cache
def place() -> str:
    """A level, a list of levels, a place by its level and name, or a province's bare name."""
    named = rf"(?:{province_names()})(?!\w)(?!\s{_PLACE_WORD})"
    others = rf"(?:(?:,\s?|/|\svà\s|\shoặc\s){_LEVEL}(?!\s[{UPPER}])){{1,4}}"
    within = r"(?:\s(?:trên|trong)\sđịa bàn(?:\s(?:tỉnh|huyện|thành phố|quận))?)?"
    return (
        r"(?:\scấp\s(?:tỉnh|huyện|xã|cơ sở)(?:(?:,| và)\s(?:cấp )?(?:huyện|xã|cơ sở))?"
        rf"|\s(?:các\s)?{_LEVEL}{others}{within}"
        rf"|\s(?:của\s)?[Tt]ỉnh(?!\w)(?:\s{named})?"
        rf"|\s(?:các\s|của\s)?{_LEVEL}(?:\s?{named}|\s?{_PLACE_NAME})?"
        rf"(?:,?\s{_LEVEL}\s{_PLACE_NAME}){{0,2}}"
        rf"|\s{named})"
    )


@cache
def fields() -> str:
    """Known fields and their abbreviations as an alternation, longest first, spacing free."""
    shorts = {r["abbr"] for r in rows("abbreviations") if r["use"] == "unit" and len(r["abbr"]) > 2}
    pieces = r"[A-ZĐ]{2,8}(?:\s?(?:&|-|–|và|,)\s?[A-ZĐ]{2,6}(?![^\W\d_])){0,3}"
    # A short field may begin a longer one that nobody listed: `Kinh tế - Ngân sách`.
    on = rf"(?!\s(?:-|–|và)\s(?!(?:{_NEXT_HEAD}|{_KINDS}|{_WORK})(?!\w))[{UPPER}])"
    ordered = sorted(FIELDS, key=lambda name: (len(name.split()) < 3, -len(name)))
    long = "|".join(loose(n) for n in ordered if len(n.split()) > 2)
    short = "|".join(loose(n) for n in ordered if len(n.split()) < 3)
    abbreviated = "|".join([*sorted(shorts, key=lambda s: (-len(s), s)), pieces])
    return rf"(?:(?i:{long})|(?i:{short})(?!\w){on}|{abbreviated})(?!\w)"
