"""Finding units in running text: where a name begins and, harder, where it ends.

A name ends before a verb of the genre (`chủ trì`, `xây dựng`), a preposition, or the next
name. Known fields (`canon.FIELDS`) are taken whole; others run over capitals with a few small
letters between them. Every repeat is bounded, so that any text takes linear time.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extract.units.printed_heads import (
    ALONE,
    AUTHORITY,
    FIELD_HEAD,
    KIND,
    MANY,
    OFFICE,
    OWN_HEAD,
    PREFIX,
    QUALIFIER,
    TERRITORIAL,
)
from extract.units.printed_names import CAPS, fields, place


@dataclass(frozen=True, slots=True)
class UnitMatch:
    """`text[start:end]` are the `words` of a unit as printed, its post included."""

    start: int
    end: int
    words: str


@cache
def _unit() -> re.Pattern[str]:
    group = rf"{MANY}\s{KIND}(?:(?:,\s?|\svà\s|/)(?:các\s)?{KIND}){{0,8}}(?:{QUALIFIER}){{0,3}}"
    both = r"(?:\s(?:và|,)\s(?:UBND|Ủy ban nhân dân)(?!\w))?"
    territorial = rf"{PREFIX}(?:{TERRITORIAL})(?!\w){both}"
    of = r"(?:\s(?:của\s)?(?:HĐND|Hội đồng nhân dân|UBND|Ủy ban nhân dân)(?!\w))?"
    fielded = rf"(?:{FIELD_HEAD})\s(?:{fields()}|{CAPS}){of}"
    own = rf"(?:{OWN_HEAD})\s{CAPS}"
    return re.compile(
        rf"(?<![\w-])(?:{OFFICE}(?:{AUTHORITY})(?!\w)"
        rf"|(?:{OFFICE}(?:{territorial}|(?:{ALONE})(?!\w)|{fielded}|{own})|"
        rf"{group})(?:{place()})?)"
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
