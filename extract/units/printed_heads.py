"""Heads of units as running text prints them, in any of their spellings, as patterns.

What a head says of its unit stands in `extract.units.heads`.
"""

OFFICE = (
    r"(?:(?:Phó |Quyền )?(?:Chủ tịch|Tổng [Gg]iám đốc|Giám đốc|Bộ trưởng|Thứ trưởng|"
    r"Tổng cục trưởng|Cục trưởng|"
    r"Vụ trưởng|Chi cục trưởng|Viện trưởng|Chánh án|Bí thư|Hiệu trưởng|[Tt]hủ "
    r"trưởng|[Ll]ãnh đạo|Thống đốc|"
    r"Chánh(?= (?:Văn phòng|Thanh tra))|Trưởng(?= (?:[Pp]hòng|[Bb]an|Công an)))\s)?"
)
AUTHORITY = (
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
PREFIX = (
    r"(?:(?:Đoàn Chủ tịch|Ban [Tt]hường trực|BTT|Thường trực|Văn phòng|VP|Ban "
    r"Thường vụ|BTV|Ban [Cc]hấp hành|BCH|Ban Tuyên giáo và Dân vận|"
    r"Ban Tuyên giáo|Ban Tổ chức|Ban Dân vận|Ban Nội chính|Đảng ủy|[ỦU][yỷ] ban "
    r"Kiểm tra|UBKT|Đại hội(?: đại biểu)?)\s)?"
)
TERRITORIAL = (
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
FIELD_HEAD = (
    r"(?:Ban [Cc]hỉ đạo|BCĐ|Tổ [Cc]ông tác)(?:\s(?:liên ngành|công tác|về)){0,2}|"
    r"Bộ|Sở|[ỦU][yỷ] ban|[Pp]hòng|Vụ|Cục|Tổng cục|Chi cục|Ban|Hội|Hội đồng|Trung "
    r"tâm|Viện|Liên hiệp các Hội|Tổ|Cụm thi đua|Khối thi đua"
)
OWN_HEAD = (
    r"(?:Trường|TRƯỜNG|[Tt]rường)(?:\s(?:Mầm non|Mẫu giáo|Tiểu học|Trung học cơ sở|"
    r"Trung học phổ thông|Phổ thông|"
    r"Cao đẳng|Đại học|Chính trị|Chuyên|MN|TH|THCS|THPT|PTDTNT|PTDTBT|PT|TH&THCS|TH "
    r"và THCS|THCS&THPT|THCS và THPT|[Dd]ân tộc [Nn]ội trú|[Dd]ân tộc [Bb]án trú|"
    r"liên cấp)){1,4}|"
    r"Học viện|Đại học|Bệnh viện|Trạm [Yy] tế|Báo|Đài|Công ty|Tập đoàn|Tổng công ty|"
    r"Điện lực|Quỹ|Ban Quản lý|Ban quản lý|Ban Chỉ đạo|BCĐ|Tổ công tác|Văn phòng|"
    r"Viện Hàn lâm"
)
ALONE = (
    r"Ban [Gg]iám hiệu|Ban [Gg]iám đốc|Ban [Tt]hi đua(?:[\s,–-]{1,3}[Kk]hen "
    r"thưởng)?|Hội đồng [Tt]hi đua(?:[\s,–-]{1,3}[Kk]hen thưởng)?|"
    r"Hội đồng [Ss]ư phạm|Hội đồng trường|Tổ chuyên môn|Tổ [Vv]ăn phòng|Tổ trưởng "
    r"chuyên môn|Giáo viên chủ nhiệm|GVCN|Tổng phụ trách(?: Đội)?|"
    r"Ban đại diện cha mẹ học sinh|Văn phòng Sở|Văn phòng Bộ|Thanh tra Sở|Thanh tra "
    r"Bộ|Ban thiếu nhi|Hiệu trưởng|Nhân viên y tế|Nhà trường"
)
MANY = r"(?:[Cc]ác|[Nn]hững|[Mm]ọi|[Tt]oàn thể|[Tt]ừng|[Mm]ỗi|[Mm]ột số|[Tt]ất cả các)"
KIND = (
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
QUALIFIER = (
    r"(?:\s(?:\(?có\s)?liên quan(?!\sđến)|,?\s(?:trực )?thuộc(?:,? trực "
    r"thuộc)?(?:\s(?:Bộ|Sở|[Pp]hòng|UBND|Ủy ban nhân dân|tỉnh|huyện|thành phố|xã|"
    r"Tỉnh ủy)(?!\w))?"
    r"|\s(?:trên|trong)\s(?:địa bàn|huyện|tỉnh|thành phố|quận|xã|phường|toàn|"
    r"ngành)(?:\s(?:tỉnh|huyện|thành phố|quận|xã|phường|thị xã))?"
    r"|\scấp\s(?:tỉnh|huyện|xã)|\s(?:mầm non|tiểu học|trung học|phổ thông|đại học|"
    r"công lập|ngoài công lập|trong ngành|thi đua|chính trị - xã hội)|\sMN|\sTH|"
    r"\sTHCS|\sTHPT)"
)
