"""Offices (chức vụ): a person's post before the unit that it belongs to.

Some posts carry the head of the unit's name: `Trưởng phòng Nội vụ` is of `Phòng Nội vụ`,
`Chánh Văn phòng Ủy ban nhân dân` of `Văn phòng Ủy ban nhân dân`.
"""

import re
from dataclasses import dataclass

_DEPUTY = r"(?:(?:Phó|Quyền|Các Phó|các Phó) )?"
_BEFORE = re.compile(
    _DEPUTY + r"(?:Chủ tịch(?! nước| Hồ Chí Minh)|Tổng [Gg]iám đốc|Giám đốc|Bộ trưởng|Thứ "
    r"trưởng|Tổng cục trưởng|"
    r"Cục trưởng|Vụ trưởng|Chi cục trưởng|Viện trưởng|Chánh án|Bí thư|Hiệu trưởng|"
    r"Thủ trưởng|Lãnh đạo|"
    r"Người đứng đầu|Tổng Thư ký|Tổng [Bb]iên tập|Tổng Kiểm toán nhà nước|Thống đốc|"
    r"Tư lệnh|Chính ủy|"
    r"Chỉ huy trưởng|Trưởng đoàn|Trưởng [Bb]an(?= Ban)|Trưởng phòng(?= Phòng)|Đồng "
    r"chí Chủ tịch|Trưởng(?= Công an))"
    r"(?:,? (?:các )?Phó (?:Chủ tịch|Giám đốc|Hiệu trưởng))?(?: của)? (?=\S)",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    _DEPUTY + r"(?:(?P<room>Trưởng) (?=phòng (?!phòng ))|(?P<board>Trưởng) (?=ban (?!ban ))|"
    r"(?P<chief>Chánh) (?=Văn phòng|Thanh tra))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Post:
    """`title` in sentence case, `unit` the words of the unit behind it."""

    title: str
    unit: str


def post_of(words: str) -> Post | None:
    """`Phó Chủ tịch Ủy ban nhân dân tỉnh` parted into post and unit; None without a post.

    A post alone (`Hiệu trưởng`) and the posts of many units (`Hiệu trưởng các trường`) are none.
    """
    within = _WITHIN.match(words)
    if within:
        unit = words[within.end() :]
        held = unit.split()[: 2 if within["chief"] else 1]
        return Post(_sentence(words[: within.end()] + " ".join(held)), unit)
    before = _BEFORE.match(words)
    if not before:
        return None
    unit = words[before.end() :]
    if re.match(
        r"(?:các|những|mọi|từng|đơn vị|cơ quan|trường học|nhà trường|cấp|phụ trách)(?!\w)",
        unit,
        re.IGNORECASE,
    ):
        return None
    return Post(_sentence(words[: before.end()].removesuffix(" của ")), unit)


def _sentence(title: str) -> str:
    title = title.strip()
    return title[:1].upper() + title[1:]
