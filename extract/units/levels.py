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
_SCHOOLS = re.compile(
    r"(?i)\b(?:trường|cơ sở giáo dục|nhà trường|đại học|cao đẳng|học viện|bệnh viện|"
    r"cơ sở y tế|trung tâm y tế|trạm y tế)\b"
)
_ROOMS = re.compile(r"(?i)(?:các )?phòng (?:giáo dục|nội vụ|tư pháp|tài chính|văn hóa)")


def document_day(context: Context) -> dt.date | None:
    """The day that levels and names must hold on: of issue, else inside the plan's year."""
    if context.issued_on:
        return context.issued_on
    return dt.date(context.year, 1, 1) if context.year else None


def tier_of_area(context: Context) -> Tier | None:
    """Which tier the context's area is of: by the issuer's level, else by its name."""
    level = context.issuer.level if context.issuer else None
    for tier in ("province", "district", "commune"):
        if level and level.startswith(tier):
            return tier
    said = (
        re.search(r"\b(tỉnh|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)$", context.issuer.name)
        if context.issuer
        else None
    )
    if said:
        return TIERS[said[1]]
    if context.area and province(context.area):
        return "province"
    day = document_day(context)
    if context.area and day and day > DISTRICTS_END:
        return "commune"
    return None


def level_of(name: str, level_word: str | None, area: str | None, context: Context) -> Level | None:
    """The level of a written-out name, or None where the words don't tell it."""
    tier = _tier(name, level_word, area, context)
    head = head_of(name)
    if head is None:
        if _ROOMS.match(name):
            return "district-department"
        if re.search(r"thuộc (?:các )?Bộ(?!\w)", name):
            return "ministry-department"
        return "institution" if _SCHOOLS.search(name[:60]) else None
    if head.level:
        return head.level
    if head.pattern.startswith("[Pp]hòng"):
        return _room(context)
    if _COUNCIL_BODIES.match(name):
        return tier
    if head.tail == "place":
        return _DEPARTMENTS[tier] if tier else None
    if name == "Văn phòng Bộ" or (name.startswith("Ban ") and _ministry(context)):
        return "ministry-department"
    if name == "Văn phòng" and _ministry(context):
        return "ministry-department"
    return None


def _ministry(context: Context) -> bool:
    return bool(context.issuer and context.issuer.level == "ministry")


def _tier(name: str, level_word: str | None, area: str | None, context: Context) -> Tier | None:
    word = level_word
    if not word:
        inside = re.search(
            r"\b(?:cấp |các )?(tỉnh|huyện|quận|thị xã|xã(?! hội)|phường|thị trấn|đặc khu)\b", name
        )
        word = inside[1] if inside else None
    if word in TIERS:
        return TIERS[word]
    if word == "thành phố" or name.endswith("thành phố"):
        day = document_day(context)
        if day and day > DISTRICTS_END:
            return "province"
        if area and is_city(area, day):
            return "province"
        if area and not province(area):
            return "district"
        return "province" if tier_of_area(context) == "province" else tier_of_area(context)
    return "province" if area and province(area) else None


def _room(context: Context) -> Level | None:
    """A Phòng stands in a Sở in that Sở's plan; else in the district, later in the commune."""
    issuer = context.issuer
    if issuer and issuer.level in ("province-department", "ministry", "ministry-department"):
        known = issuer.level == "province-department"
        return "province-department" if known else "ministry-department"
    day = document_day(context)
    if day and day > DISTRICTS_END:
        return "commune-department"
    return "district-department"
