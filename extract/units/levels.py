"""Levels: where a unit stands, by its head, the place in its name, and the document's context.

The district level ended on 30 June 2025: a `Phòng` of a later plan is the commune's or a Sở's.
"""

import datetime as dt
import re

from extract.context import Context
from extract.units.heads import head_of
from extract.units.places import DISTRICTS_END, TIERS, Tier, is_city, province
from schemas import Level

_DEPARTMENTS: dict[Tier, Level] = {
    "province": "province-department",
    "district": "district-department",
    "commune": "commune-department",
}
_COUNCIL_BODIES = re.compile(r"(?:Thường trực )?Hội đồng nhân dân|Ủy ban nhân")
_LEVEL_AT_END = re.compile(r"\b(tỉnh|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)$")
_LEVEL_INSIDE = re.compile(
    r"\b(?:cấp |các )?(tỉnh|huyện|quận|thị xã|xã(?! hội)|phường|thị trấn|đặc khu)\b"
)
_OUTSIDE = re.compile(
    r"(?:Báo|Đài|Tạp chí|VNPT|Viettel|Công ty|Tổng công ty|Tập đoàn|Ngân hàng|Điện lực|Bưu điện|"
    r"Bảo hiểm|Hải quan|Kho bạc|Quỹ|Hợp tác xã|Quân khu|Bộ Tư lệnh|Tư lệnh|Hạt)(?!\w)"
)
_SCHOOLS = re.compile(
    r"(?i)^.{0,50}?\b(?:trường|cơ sở giáo dục|nhà trường|đại học|cao đẳng|học viện|bệnh viện|"
    r"cơ sở y tế|trung tâm y tế|trạm y tế)\b"
)
# Offices of local government that a school or a hospital has none of.
_GOVERNMENT = re.compile(
    r"Phòng (?:Giáo dục và Đào tạo|Nội vụ|Tư pháp|Văn hóa|Lao động|Tài nguyên|Nông nghiệp|Kinh tế"
    r"|Quản lý đô thị|Dân tộc|Y tế|Tài chính - Kế hoạch|Cảnh sát)"
)
_GROUPS: tuple[tuple[re.Pattern[str], Level], ...] = (
    (
        re.compile(r"(?i)\b(?:các )?phòng (?:giáo dục|nội vụ|tư pháp|tài chính|văn hóa)"),
        "district-department",
    ),
    (re.compile(r"thuộc (?:các )?Bộ(?!\w)"), "ministry-department"),
    (
        re.compile(
            r"thuộc Sở(?!\w)|^(?:[Cc]ác )?[Ss]ở(?:,| giáo dục| ban| ngành)(?!.*(?:xã|huyện|"
            r"địa phương))"
        ),
        "province-department",
    ),
    (re.compile(r"(?i)\b(?:chi|đảng) bộ\b|Đảng ủy|đảng ủy|Tỉnh ủy|Huyện ủy|cấp ủy"), "party"),
    (
        re.compile(r"(?i)chính trị - xã hội|mặt trận tổ quốc|công đoàn|cơ sở đoàn"),
        "organisation",
    ),
    (_SCHOOLS, "institution"),
)


def document_day(context: Context) -> dt.date | None:
    """The day that levels and names must hold on: of issue, else inside the plan's year."""
    if context.issued_on:
        return context.issued_on
    return dt.date(context.year, 1, 1) if context.year else None


def tier_of_area(context: Context) -> Tier | None:
    """Which tier the context's area is of: by the issuer's level or name, else by the area."""
    issuer = context.issuer
    tier = tier_of(issuer.level) if issuer else None
    if tier:
        return tier
    said = _LEVEL_AT_END.search(issuer.name) if issuer else None
    if said:
        return TIERS[said[1]]
    if context.area and province(context.area):
        return "province"
    day = document_day(context)
    return "commune" if context.area and day and day > DISTRICTS_END else None


def tier_of(level: Level | None) -> Tier | None:
    """The tier of local government that a level is of; None for the others."""
    for tier in _DEPARTMENTS:
        if level and level.startswith(tier):
            return tier
    return None


def level_of(name: str, level_word: str | None, area: str | None, context: Context) -> Level | None:
    """The level of a written-out name, or None where the words don't tell it."""
    head = head_of(name)
    if head is None:
        return _of_group(name)
    if head.level:
        return head.level
    if name.startswith("Phòng"):
        return _room(name, level_word, context)
    tier = _tier(name, level_word, area, context)
    if _COUNCIL_BODIES.match(name):
        return tier
    if tier and head.tail == "place":
        return _DEPARTMENTS[tier]
    return _of_issuer(name, context)


def _of_group(name: str) -> Level | None:
    """`các phòng, đơn vị thuộc Sở`, `các trường`: what the kinds themselves say."""
    for pattern, level in _GROUPS:
        if pattern.search(name):
            return level
    return None


def _of_issuer(name: str, context: Context) -> Level | None:
    """A part of the issuer (`Tổ Văn phòng`, `Ban Kiểm tra nội bộ`) stands where it stands."""
    if _OUTSIDE.match(name):
        return None
    level = context.issuer.level if context.issuer else None
    if level == "ministry":
        return "ministry-department"
    return level if level in ("institution", "party", "organisation") else None


def _tier(name: str, level_word: str | None, area: str | None, context: Context) -> Tier | None:
    inside = None if level_word else _LEVEL_INSIDE.search(name)
    word = level_word or (inside[1] if inside else None)
    if word in TIERS:
        return TIERS[word]
    if word != "thành phố" and not name.endswith("thành phố"):
        return "province" if area and province(area) else None
    day = document_day(context)
    if (day and day > DISTRICTS_END) or (area and is_city(area, day)):
        return "province"
    return "district" if area and not province(area) else tier_of_area(context)


def _room(name: str, level_word: str | None, context: Context) -> Level:
    """A Phòng stands in a Sở in that Sở's plan, in a hospital in the hospital's; else in the
    district, later in the commune."""
    inside = None if level_word else _LEVEL_INSIDE.search(name)
    tier = TIERS.get(level_word or (inside[1] if inside else ""))
    if tier in ("district", "commune"):  # `Phòng Y tế các huyện`: the name says whose
        return _DEPARTMENTS[tier]
    issuer = context.issuer.level if context.issuer else None
    if issuer in ("province-department", "ministry-department"):
        return issuer
    if issuer == "ministry":
        return "ministry-department"
    if issuer == "institution" and not (level_word or _GOVERNMENT.match(name)):
        return issuer
    day = document_day(context)
    late = bool(day and day > DISTRICTS_END)
    return "commune-department" if late or tier_of(issuer) == "commune" else "district-department"
