"""Heads: what the names of units begin with, and the level that each says by itself.

`tail` says what may follow the head within the name: a `place` whose level word stays in the
name (`Công an tỉnh`), a `field` (`Sở Nội vụ`), its `own` name (`Trường … Ái Mộ`), or nothing.
Every row carries an example; tests hold that each pattern matches its own.
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from schemas import Level

Tail = Literal["none", "place", "field", "own"]


@dataclass(frozen=True, slots=True)
class Head:
    """`level` is None where the place in the name tells it (`Ủy ban nhân dân xã`)."""

    pattern: str
    level: Level | None
    tail: Tail
    example: str


# What a `Ban Tổ chức` is set up for, which is then no committee of the Party.
_EVENTS = "(?:[Hh]ội (?:nghị|thi|thao|thảo|diễn|trại)|[Cc]uộc thi|[Gg]iải|[Ll]ễ|[Đđ]ại hội)"

HEADS: tuple[Head, ...] = (
    Head("Thủ tướng Chính phủ|Phó Thủ tướng Chính phủ", "central", "none", "Thủ tướng Chính phủ"),
    Head("Văn phòng Chính phủ|Thanh tra Chính phủ", "ministry", "none", "Văn phòng Chính phủ"),
    Head("Chính phủ", "central", "none", "Chính phủ"),
    Head(
        "Bảo hiểm xã hội Việt Nam|Ngân hàng Nhà nước Việt Nam|Đài Truyền hình Việt Nam|"
        "Đài Tiếng nói Việt Nam|Thông tấn xã Việt Nam|Ủy ban Dân tộc",
        "ministry",
        "none",
        "Bảo hiểm xã hội Việt Nam",
    ),
    Head("Văn phòng Bộ|Thanh tra Bộ", "ministry-department", "none", "Văn phòng Bộ"),
    Head("Văn phòng Sở|Thanh tra Sở", "province-department", "none", "Thanh tra Sở"),
    Head("Ủy ban Thường vụ Quốc hội", "central", "none", "Ủy ban Thường vụ Quốc hội"),
    Head("Văn phòng Quốc hội|Văn phòng Chủ tịch nước", "central", "none", "Văn phòng Quốc hội"),
    Head("Đoàn đại biểu Quốc hội", "province", "place", "Đoàn đại biểu Quốc hội tỉnh"),
    Head("Quốc hội|Chủ tịch nước|Tổng Bí thư|Hội đồng Bộ trưởng", "central", "none", "Quốc hội"),
    Head(
        "Tòa án nhân dân tối cao|Viện kiểm sát nhân dân tối cao|Kiểm toán nhà nước|Hội "
        "đồng Thẩm phán Tòa án nhân dân tối cao",
        "central",
        "none",
        "Kiểm toán nhà nước",
    ),
    Head("Ủy ban [^,;]{3,60} [Qq]uốc gia", "central", "none", "Ủy ban Dân số Quốc gia"),
    Head("Hội đồng [Bb]ầu cử [Qq]uốc gia", "central", "none", "Hội đồng bầu cử quốc gia"),
    Head(
        "(?:Ban Bí thư|Ban Chấp hành|Ban Thường vụ|Văn phòng) Trung ương Đoàn",
        "organisation",
        "none",
        "Ban Bí thư Trung ương Đoàn",
    ),
    Head(
        "Bộ Chính trị|Ban Bí thư(?: Trung ương Đảng| Trung ương)?|(?:Ban Chấp hành "
        ")?Trung ương(?: Đảng)?(?! Đoàn| Hội)|Đại hội đại biểu toàn quốc",
        "party",
        "none",
        "Bộ Chính trị",
    ),
    Head(
        "Ban Chấp hành Đảng bộ|Đại hội (?:đại biểu )?Đảng bộ|Đảng bộ",
        "party",
        "place",
        "Ban Chấp hành Đảng bộ tỉnh",
    ),
    Head(
        "(?:(?:Ban Chấp hành|Ban Thường vụ|Thường trực|Văn phòng|Ban Tổ chức|Ban Tuyên "
        "giáo và Dân vận|Ban Tuyên giáo|Ban Dân vận|Ban Nội chính|Ủy ban Kiểm tra) "
        ")?(?:Tỉnh|Thành|Huyện|Quận|Thị|Đảng) ?ủy",
        "party",
        "place",
        "Ban Thường vụ Tỉnh ủy",
    ),
    Head(
        f"Ban Tuyên giáo và Dân vận|Ban Tuyên giáo|Ban Tổ chức(?! {_EVENTS})|Ban Dân vận|Ban Nội "
        "chính|Ban [Cc]án sự [Đđ]ảng|Ủy ban Kiểm tra|Chi bộ|Chi ủy",
        "party",
        "place",
        "Ban Tuyên giáo và Dân vận",
    ),
    Head(
        "(?:(?:Ban Thường trực|Thường trực) )?Ủy ban (?:Trung ương )?Mặt trận Tổ "
        "quốc(?: Việt Nam)?|Mặt trận Tổ quốc(?: Việt Nam)?|Ban [Cc]ông tác [Mm]ặt trận",
        "organisation",
        "place",
        "Ủy ban Mặt trận Tổ quốc Việt Nam xã",
    ),
    Head(
        "Tổng Liên đoàn Lao động Việt Nam|Liên đoàn Lao động|Công đoàn",
        "organisation",
        "place",
        "Liên đoàn Lao động tỉnh",
    ),
    Head(
        "(?:Trung ương |Ban Chấp hành |Ban Thường vụ )?(?:Tỉnh|Thành|Huyện|Quận|Thị|Xã|"
        "Chi|Liên) ?[đĐ]oàn|(?:Trung ương )?Đoàn [Tt]hanh niên(?: Cộng sản Hồ Chí "
        "Minh)?|Đội Thiếu niên Tiền phong(?: Hồ Chí Minh)?|Hội đồng Đội|Liên đội",
        "organisation",
        "place",
        "Tỉnh đoàn",
    ),
    Head(
        "(?:Trung ương )?(?:Hội(?! đồng| nghị| trường)|Liên hiệp|Liên minh|Hiệp hội) ",
        "organisation",
        "field",
        "Hội Liên hiệp Phụ nữ tỉnh",
    ),
    Head(
        "Thường trực Hội đồng nhân dân|Hội đồng nhân dân", None, "place", "Hội đồng nhân dân tỉnh"
    ),
    Head(
        "Văn phòng (?:Đoàn đại biểu Quốc hội|Hội đồng nhân dân|Ủy ban nhân dân)(?:(?: "
        "và|,) (?:Hội đồng nhân dân|Ủy ban nhân dân)){0,2}",
        None,
        "place",
        "Văn phòng Ủy ban nhân dân tỉnh",
    ),
    Head("Ủy ban nhân(?: dân)?", None, "place", "Ủy ban nhân dân huyện"),
    Head(
        "Công an|Thanh tra|Bộ Chỉ huy [Qq]uân sự|Ban Chỉ huy [Qq]uân sự|Bộ Chỉ huy Bộ "
        "đội Biên phòng|Bộ đội Biên phòng|Tòa án nhân dân|Viện [Kk]iểm sát nhân dân|"
        "Trung tâm Phục vụ hành chính công|Kho bạc Nhà nước|Bảo hiểm xã hội|Cục Thuế|"
        "Thuế|Cục Thống kê",
        None,
        "place",
        "Công an xã",
    ),
    Head(
        "Hội đồng|Ban Chỉ đạo|Ban An toàn giao thông|Ủy ban An toàn giao thông|Ban "
        "[Tt]hi đua|Tổ công tác|Tổ giúp việc|"
        f"Ban Tổ chức {_EVENTS}|Ủy ban [Bb]ầu cử|Ban [Bb]ầu cử|Tổ [Bb]ầu cử|Cụm thi đua|Khối thi "
        "đua",
        "council",
        "field",
        "Hội đồng Thi đua, Khen thưởng quận",
    ),
    Head(
        "Bộ(?!,| phận| đội| Chỉ huy| Tư lệnh| Chính trị)|Viện Hàn lâm",
        "ministry",
        "field",
        "Bộ Nội vụ",
    ),
    Head("Tổng cục|Vụ|Cục", "ministry-department", "field", "Vụ Pháp chế"),
    Head(
        "Sở|Chi cục|Ban Dân tộc",
        "province-department",
        "field",
        "Sở Nội vụ",
    ),
    Head("[Pp]hòng(?!,| cháy| chống| ngừa| học| tránh| bệnh)", None, "field", "Phòng Nội vụ"),
    Head(
        "Trường|Học viện|Viện|Đại học|Trung tâm|Bệnh viện|Trạm [Yy] tế|Nhà trường|Cơ "
        "sở|Thư viện|Bảo tàng",
        "institution",
        "own",
        "Trường Mầm non Hoa Sen",
    ),
    Head(
        "Hiệu trưởng|Phó Hiệu trưởng|Giáo viên|Tổ trưởng|Tổng phụ trách|Nhân viên|"
        "Trưởng [Tt]hôn|Bí thư|Kế toán|Văn thư|Y tế trường|Cán bộ|Thủ trưởng",
        None,
        "own",
        "Tổ trưởng chuyên môn",
    ),
    Head(
        "Văn phòng|Ban Quản lý|Ban quản lý|Ban Giám hiệu|Ban [Gg]iám đốc|Ban|Tổ|Đội|"
        "Hội|Báo|Đài|Tạp chí|Cổng|Kho bạc|Ngân hàng|Quỹ|Công ty|Tập đoàn|Tổng công ty|"
        "Điện lực|Bưu điện|Bảo hiểm|Hải quan|Ủy ban|Hạt|Quân khu|Tư lệnh|Bộ Tư lệnh|"
        "Câu lạc bộ|VNPT|Viettel|Hợp tác xã",
        None,
        "own",
        "Văn phòng Ban Quản lý khu công nghiệp",
    ),
)


@cache
def _compiled() -> re.Pattern[str]:
    return re.compile(
        "|".join(
            rf"(?P<h{i}>(?:{h.pattern})(?!\w)|(?:{h.pattern})(?<= ))" for i, h in enumerate(HEADS)
        )
    )


def head_of(name: str) -> Head | None:
    """The head that a written-out name begins with, the first of the table that fits."""
    found = _compiled().match(name)
    return HEADS[int((found.lastgroup or "h0")[1:])] if found else None
