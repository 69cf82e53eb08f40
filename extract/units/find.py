"""Finding units in running text: where a name begins and, harder, where it ends.

A name ends before a verb of the genre (`chủ trì`, `xây dựng`), a preposition, or the next
name. Known fields (`canon.FIELDS`) are taken whole; others run over capitals with a few small
letters between them. Every repeat is bounded, so that any text takes linear time.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
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
_CAPS = rf"{_RUN}(?:{_AND}{_RUN}){{0,6}}(?:\s\d{{1,2}}(?![\w/]))?"

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


@cache
def _place() -> str:
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
def _fields() -> str:
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


_OFFICE = (
    r"(?:(?:Phó |Quyền )?(?:Chủ tịch|Tổng [Gg]iám đốc|Giám đốc|Bộ trưởng|Thứ trưởng|"
    r"Tổng cục trưởng|Cục trưởng|"
    r"Vụ trưởng|Chi cục trưởng|Viện trưởng|Chánh án|Bí thư|Hiệu trưởng|[Tt]hủ "
    r"trưởng|[Ll]ãnh đạo|Thống đốc|"
    r"Chánh(?= (?:Văn phòng|Thanh tra))|Trưởng(?= (?:[Pp]hòng|[Bb]an|Công an)))\s)?"
)
_AUTHORITY = (
    r"(?:Phó )?Thủ tướng(?: Chính phủ)?|Văn phòng Chính phủ|VPCP|Thanh tra Chính phủ|"
    r"Chính phủ|Hội đồng Bộ trưởng|"
    r"[ỦU][yỷ] ban [Tt]hường vụ Quốc hội|UBTVQH|Văn phòng Quốc hội|Văn phòng Chủ "
    r"tịch nước|Chủ tịch nước|Tổng Bí thư|"
    r"(?:Hội đồng Thẩm phán )?T(?:òa|oà) án nhân dân tối cao|TANDTC|Viện [Kk]iểm "
    r"sát nhân dân tối cao|VKSNDTC|"
    r"Kiểm toán [Nn]hà nước|Hội đồng [Bb]ầu cử [Qq]uốc gia|Quốc hội|Bộ Chính trị|"
    r"(?:Ban (?:Bí thư|Chấp hành|Thường vụ)|Văn phòng) Trung ương Đoàn(?: TNCS Hồ Chí Minh)?|"
    r"Ban Bí thư(?: Trung ương(?: Đảng)?)?|"
    r"(?:Ban (?:Chấp hành|Tuyên giáo và Dân vận|Tuyên giáo|Tổ chức|Dân vận|Nội "
    r"chính|Kinh tế)|Văn phòng|[ỦU][yỷ] ban Kiểm tra) Trung ương(?: Đảng)?|"
    r"BCH Trung ương(?: Đảng)?|BCHTW|Trung ương Đảng|Ngân hàng Nhà nước(?: Việt "
    r"Nam)?|Bảo hiểm [Xx]ã hội Việt Nam|"
    r"Đảng bộ Chính phủ|Đảng ủy Chính phủ|Quân ủy Trung ương|Bộ Tổng Tham mưu|"
    r"[ỦU][yỷ] ban (?:Trung ương )?(?:MTTQ|Mặt trận Tổ quốc) Việt Nam(?!\s(?:tỉnh|"
    r"thành phố|huyện|xã|phường))|"
    r"Tổng Liên đoàn Lao động Việt Nam|Trung ương Đoàn(?: (?:TNCS|Thanh niên Cộng "
    r"sản) Hồ Chí Minh)?|"
    r"VTV|VOV|TTXVN|Đài Truyền hình Việt Nam|Đài Tiếng nói Việt Nam|Thông tấn xã Việt Nam"
)
_PREFIX = (
    r"(?:(?:Đoàn Chủ tịch|Ban [Tt]hường trực|BTT|Thường trực|Văn phòng|VP|Ban "
    r"Thường vụ|BTV|Ban [Cc]hấp hành|BCH|Ban Tuyên giáo và Dân vận|"
    r"Ban Tuyên giáo|Ban Tổ chức|Ban Dân vận|Ban Nội chính|Đảng ủy|[ỦU][yỷ] ban "
    r"Kiểm tra|UBKT|Đại hội(?: đại biểu)?)\s)?"
)
_TERRITORIAL = (
    r"UBND|[ỦU][yỷ] ban [Nn]hân(?: [Dd]ân)?|HĐND|Hội đồng [Nn]hân dân|(?:[ỦU][yỷ] "
    r"ban |UB ?)?(?:Trung ương )?(?:MTTQ|Mặt trận Tổ quốc)(?: ?VN| Việt Nam)?|"
    r"(?:Tỉnh|Thành|Huyện|Quận|Thị|Đảng|Xã|Phường) ?(?:[Ủủ]y|[Uu]ỷ)(?!\w)(?:\s(?:UBND|"
    r"Ủy ban nhân dân|các cơ quan [Đđ]ảng|Quân sự|Khối [cC]ác [^\W\d]{2,"
    r"8}(?:\s[^\W\d]{2,8}){0,3}))?|Đảng bộ|Công an|Thanh tra(?= (?:tỉnh|huyện|thành "
    r"phố|Sở|Bộ))|CA(?= tỉnh)|"
    r"Bộ (?:Chỉ huy|CHQS|Tư lệnh)(?: [Qq]uân sự)?(?: Bộ đội Biên phòng)?|BCHQS|Ban "
    r"(?:Chỉ huy [Qq]uân sự|CHQS)|Bộ đội Biên phòng|"
    r"T(?:òa|oà) án nhân dân|TAND|Viện [Kk]iểm sát nhân dân|VKSND|Đoàn (?:đại biểu "
    r"Quốc hội|ĐBQH)|Liên đoàn Lao động|LĐLĐ|"
    r"Công đoàn(?: ngành)?(?: Giáo dục(?: Việt Nam)?| viên chức| cơ sở| GD)?|Tỉnh "
    r"đoàn|Huyện đoàn|Thành đoàn|Thành Đoàn|Tỉnh Đoàn|"
    r"Đoàn (?:[Tt]hanh niên|TN)(?: (?:TNCS|Cộng sản) Hồ Chí Minh| CSHCM)?|Đoàn "
    r"TNCS(?: Hồ Chí Minh| HCM)?|Chi đoàn|Liên đội|Chi bộ|Đoàn trường|"
    r"[ỦU][yỷ] ban [Bb]ầu cử|Kho bạc Nhà nước|KBNN|Cục Thuế|"
    r"(?:Bảo hiểm xã hội|BHXH)(?: cơ sở| khu vực)?|"
    r"Chi cục Thuế|Thuế(?= tỉnh)|"
    r"Trạm (?:Y tế|Khuyến nông|Thú y|Trồng trọt và Bảo vệ thực vật|Thủy lợi)|"
    r"Hạt Kiểm lâm|Đồn Biên phòng|"
    r"Trung tâm (?:Phục vụ hành chính công|Y tế|Văn hóa)|Ban [Cc]ông tác [Mm]ặt "
    r"trận|Ban quản lý các khu công nghiệp"
)
_FIELD_HEAD = (
    r"(?:Ban [Cc]hỉ đạo|BCĐ|Tổ [Cc]ông tác)(?:\s(?:liên ngành|công tác|về)){0,2}|"
    r"Bộ|Sở|[ỦU][yỷ] ban|[Pp]hòng|Vụ|Cục|Tổng cục|Chi cục|Ban|Hội|Hội đồng|Trung "
    r"tâm|Viện|Liên hiệp các Hội|Tổ|Cụm thi đua|Khối thi đua"
)
_OWN_HEAD = (
    r"(?:Trường|TRƯỜNG|[Tt]rường)(?:\s(?:Mầm non|Mẫu giáo|Tiểu học|Trung học cơ sở|"
    r"Trung học phổ thông|Phổ thông|"
    r"Cao đẳng|Đại học|Chính trị|Chuyên|MN|TH|THCS|THPT|PTDTNT|PTDTBT|PT|TH&THCS|TH "
    r"và THCS|THCS&THPT|THCS và THPT|[Dd]ân tộc [Nn]ội trú|[Dd]ân tộc [Bb]án trú|"
    r"liên cấp)){1,4}|"
    r"Học viện|Đại học|Bệnh viện|Trạm [Yy] tế|Báo|Đài|Công ty|Tập đoàn|Tổng công ty|"
    r"Điện lực|Quỹ|Ban Quản lý|Ban quản lý|Ban Chỉ đạo|BCĐ|Tổ công tác|Văn phòng|"
    r"Viện Hàn lâm"
)
_ALONE = (
    r"Ban [Gg]iám hiệu|Ban [Gg]iám đốc|Ban [Tt]hi đua(?:[\s,–-]{1,3}[Kk]hen "
    r"thưởng)?|Hội đồng [Tt]hi đua(?:[\s,–-]{1,3}[Kk]hen thưởng)?|"
    r"Hội đồng [Ss]ư phạm|Hội đồng trường|Tổ chuyên môn|Tổ [Vv]ăn phòng|Tổ trưởng "
    r"chuyên môn|Giáo viên chủ nhiệm|GVCN|Tổng phụ trách(?: Đội)?|"
    r"Ban đại diện cha mẹ học sinh|Văn phòng Sở|Văn phòng Bộ|Thanh tra Sở|Thanh tra "
    r"Bộ|Ban thiếu nhi|Hiệu trưởng|Nhân viên y tế|Nhà trường"
)
_MANY = r"(?:[Cc]ác|[Nn]hững|[Mm]ọi|[Tt]oàn thể|[Tt]ừng|[Mm]ỗi|[Mm]ột số|[Tt]ất cả các)"
_KIND = (
    r"(?:Bộ|bộ|[Bb]an|[Nn]gành|Sở|sở|[Pp]hòng(?: (?:chức năng|chuyên môn|ban))?|Vụ|"
    r"vụ|Cục|cục|[Đđ]ơn vị|[Cc]ơ quan(?: chuyên môn| chức năng)?|[Đđ]ịa phương|"
    r"[Tt]ổ chức|[Đđ]oàn thể|"
    r"[Dd]oanh nghiệp|[Tt]rường(?: học)?|[Nn]hà trường|[Cc]ơ sở(?: giáo dục| y tế| "
    r"kinh doanh| sản xuất)?|[Tt]rung tâm|[Vv]iện|[Bb]ệnh viện|[Hh]ội|[Tt]ổ(?: "
    r"chuyên môn)?|[Kk]hối|[Cc]ụm|"
    r"xã|phường|huyện|quận|tỉnh|thành phố|thị xã|thị trấn|đặc khu|thôn|khu dân cư|"
    r"cá nhân|tập thể|cấp(?: ủy)?|UBND|Ủy ban nhân dân|Đảng bộ|chi bộ|lớp|"
    r"khoa)(?!\w)"
)
_QUALIFIER = (
    r"(?:\s(?:\(?có\s)?liên quan(?!\sđến)|,?\s(?:trực )?thuộc(?:,? trực "
    r"thuộc)?(?:\s(?:Bộ|Sở|[Pp]hòng|UBND|Ủy ban nhân dân|tỉnh|huyện|thành phố|xã|"
    r"Tỉnh ủy)(?!\w))?"
    r"|\s(?:trên|trong)\s(?:địa bàn|huyện|tỉnh|thành phố|quận|xã|phường|toàn|"
    r"ngành)(?:\s(?:tỉnh|huyện|thành phố|quận|xã|phường|thị xã))?"
    r"|\scấp\s(?:tỉnh|huyện|xã)|\s(?:mầm non|tiểu học|trung học|phổ thông|đại học|"
    r"công lập|ngoài công lập|trong ngành|thi đua|chính trị - xã hội)|\sMN|\sTH|"
    r"\sTHCS|\sTHPT)"
)


_WORK = (
    "Quản lý|Phối hợp|Tăng cường|Xây dựng|Chủ trì|Triển khai|Thực hiện|Tổ chức|"
    "Tham mưu|Chỉ đạo|Hướng dẫn|"
    "Đẩy mạnh|Tiếp tục|Theo dõi|Đôn đốc|Kiểm tra|Báo cáo|Tổng hợp|Rà soát|Ban hành|"
    "Thường xuyên|Bố trí|Huy động"
)


@dataclass(frozen=True, slots=True)
class UnitMatch:
    """`text[start:end]` are the `words` of a unit as printed, its post included."""

    start: int
    end: int
    words: str


@cache
def _unit() -> re.Pattern[str]:
    group = rf"{_MANY}\s{_KIND}(?:(?:,\s?|\svà\s|/)(?:các\s)?{_KIND}){{0,8}}(?:{_QUALIFIER}){{0,3}}"
    both = r"(?:\s(?:và|,)\s(?:UBND|Ủy ban nhân dân)(?!\w))?"
    territorial = rf"{_PREFIX}(?:{_TERRITORIAL})(?!\w){both}"
    of = r"(?:\s(?:của\s)?(?:HĐND|Hội đồng nhân dân|UBND|Ủy ban nhân dân)(?!\w))?"
    fielded = rf"(?:{_FIELD_HEAD})\s(?:{_fields()}|{_CAPS}){of}"
    own = rf"(?:{_OWN_HEAD})\s{_CAPS}"
    return re.compile(
        rf"(?<![\w-])(?:{_OFFICE}(?:{_AUTHORITY})(?!\w)"
        rf"|(?:{_OFFICE}(?:{territorial}|(?:{_ALONE})(?!\w)|{fielded}|{own})|"
        rf"{group})(?:{_place()})?)"
    )


@cache
def _gate() -> re.Pattern[str]:
    """Where a unit may begin; cheap, and the full pattern is tried only there."""
    return re.compile(
        r"(?<![\w-])(?:[ỦU]|HĐND|Hội|Hiệu|Học|[Tt]hủ trưởng|Thủ|Thường|Thanh|Thành|"
        r"Thông|Thứ|Thống|Thị|Thuế|T[oỉòổrABV]|CA |"
        r"Chính|Chủ|Chi|Chánh|Công|Cụm|Cục|Văn|VP|VTV|VOV|Vi|VK|Vụ|Kiểm|Kho|Khối|KBNN|"
        r"BCĐ|Bộ|Ban|BC|BT|Bảo|Báo|Bí|BH|Bệnh|Trung|Trư|[Tt]rường|Trạm|Phó|[Pp]hòng|"
        r"Phường|Quốc|Quân|Quận|Quỹ|Quyền|"
        r"Ngân|Nhà|Nhân|Mặt|MTTQ|Đ|Liên|LĐ|[Ll]ãnh|Sở|Xã|Huyện|Giám|Giáo|GVCN|Trưởng|"
        r"Tổng|Tập|Điện|[Cc]ác |[Nn]hững|[Mm]ọi|[Tt]oàn thể|[Tt]ừng|[Mm]ỗi|[Mm]ột số|"
        r"[Tt]ất cả)"
    )


_NOT_A_UNIT = re.compile(
    r"(?:[Pp]hòng|Ban|Tổ|Hội|Viện|Bộ)\s(?:[Cc]hống|[Cc]háy|[Hh]ành|[Cc]hức|[Nn]gừa|"
    r"[Hh]ọc|[Tt]ránh|[Bb]ệnh|[Nn]ghị|[Tt]hảo|[Tt]rường|phận|đội|[Cc]hỉ số|[Tt]iêu "
    r"chí|[Ll]uật)(?!\w)"
)


def unit_at(text: str, at: int, end: int | None = None) -> UnitMatch | None:
    """The unit whose name begins exactly at `at`, or None."""
    match = _unit().match(text, at, len(text) if end is None else end)
    if match is None or _NOT_A_UNIT.match(match[0]):
        return None
    words = match[0].rstrip(" ,-–")
    return UnitMatch(at, at + len(words), words)


def find_units(text: str, start: int = 0, end: int | None = None) -> Iterator[UnitMatch]:
    """Every unit named in `text[start:end]`, in order, none inside another."""
    stop = len(text) if end is None else end
    at = start
    while gate := _gate().search(text, at, stop):
        found = unit_at(text, gate.start(), stop)
        if found:
            yield found
        at = max(gate.end(), found.end if found else 0)
