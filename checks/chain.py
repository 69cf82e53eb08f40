"""Chain (tuyến trên): which plans stand above another, and whom a plan addresses.

State bodies are compared with state bodies, the Party's with the Party's, the Front's and its
member organisations' with theirs. A specialist office has two lines: the people's committee of
its place and the department of its field one level up (Luật Tổ chức chính quyền địa phương).
"""

import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache

from checks.case import Case
from checks.likeness import subject_likeness
from checks.profile import Profile, Tier, profile_of
from checks.reference.provinces import same_province
from schemas import Plan, Unit
from schemas.keys import words_key

_TIERS_OF_PLACE: tuple[Tier, ...] = ("province", "district", "commune")


@dataclass(frozen=True, slots=True)
class Standing:
    """That one plan's issuer stands above another's; `certain` where the places prove it."""

    certain: bool


def stands_above(upper: Profile, lower: Profile, on: dt.date | None) -> Standing | None:
    """Whether `upper` may give `lower` work on a day, `None` where it may not."""
    if upper.line != lower.line or upper.rank >= lower.rank:
        return None
    if not _fields_fit(upper, lower):
        return None
    certain = True
    for tier in _TIERS_OF_PLACE:
        place = upper.areas.get(tier) if _serves(upper, tier) else None
        if place is None:
            continue
        own = lower.areas.get(tier)
        if own is None:
            certain = False
        elif not _same_place(tier, place, own, on):
            return None
    if upper.tier in _TIERS_OF_PLACE and upper.areas.get(upper.tier) is None:
        certain = False
    return Standing(certain)


def _serves(profile: Profile, tier: Tier) -> bool:
    """Whether a tier is the body's own or one above it."""
    order = {"central": 0, "province": 1, "district": 2, "commune": 3}
    return profile.tier is not None and order[tier] <= order[profile.tier]


def _same_place(tier: Tier, one: str, other: str, on: dt.date | None) -> bool:
    if tier == "province":
        return same_province(one, other, on)
    return words_key(one) == words_key(other)


_SCHOOL = re.compile(r"\b(trường|học viện|mầm non|tiểu học|trung học|giáo dục)\b")
_CLINIC = re.compile(r"\b(bệnh viện|trạm y tế|trung tâm y tế|y tế)\b")


def _fields_fit(upper: Profile, lower: Profile) -> bool:
    """Whether the body above is a government, or a department of the lower body's field."""
    if upper.line == "party" or upper.government:
        return True
    if upper.line == "front":
        return "mặt trận" in upper.field or _shared(upper.field, lower.field)
    if upper.rank < 30:  # a ministry guides governments and the departments of its field
        return lower.government or _shared(upper.field, lower.field)
    if lower.government:
        # After the districts ended a department guides the communes in its field directly.
        return lower.tier == "commune"
    return _shared(upper.field, lower.field)


def _shared(upper: str, lower: str) -> bool:
    """Whether two fields are one: `giáo dục và đào tạo` and a school's name, for example."""
    if subject_likeness(upper, lower) >= 0.6 or upper in lower or lower in upper:
        return True
    if "giáo dục" in upper and _SCHOOL.search(lower):
        return True
    if "văn hóa xã hội" in upper or "văn hóa xã hội" in lower:
        return True  # the commune's office for culture and society has many fields
    return "y tế" in upper and bool(_CLINIC.search(lower))


def profiles(case: Case) -> tuple[Profile | None, dict[str, Profile]]:
    """The plan's profile, its places completed from plans above it, and theirs by plan id."""
    uppers = {p.id: found for p in case.above if (found := profile_of(p))}
    lower = profile_of(case.plan)
    if lower is None:
        return None, uppers
    areas = dict(lower.areas)
    for upper in uppers.values():
        # The district's own plan tells which province the district lies in.
        for tier in ("district", "commune"):
            place = areas.get(tier)
            if (
                place
                and "province" not in areas
                and words_key(place) == words_key(upper.areas.get(tier, ""))
                and (province := upper.areas.get("province"))
            ):
                areas["province"] = province
    return (
        Profile(lower.line, lower.rank, lower.tier, lower.government, lower.field, areas),
        uppers,
    )


@lru_cache(maxsize=2)
def superiors(case: Case) -> tuple[tuple[Plan, Standing], ...]:
    """The plans that stand above the case's plan on its day, nearest first."""
    lower, uppers = profiles(case)
    if lower is None:
        return ()
    found = [
        (plan, standing)
        for plan in case.above
        if plan.id in uppers and (standing := stands_above(uppers[plan.id], lower, case.day))
    ]
    return tuple(sorted(found, key=lambda pair: -uppers[pair[0].id].rank))


# Words by which groups of units are addressed, for each kind of issuer that may be meant.
_GROUPS: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = (
    (
        re.compile(r"^ủy ban nhân dân (?:tỉnh|thành phố)"),
        re.compile(r"các tỉnh|tỉnh thành|các địa phương|cấp tỉnh"),
    ),
    (
        re.compile(r"^sở "),
        re.compile(r"các sở|sở ban ngành|các sở ngành|cơ quan chuyên môn thuộc"),
    ),
    (
        re.compile(r"^ủy ban nhân dân (?:huyện|quận|thị xã|thành phố)"),
        re.compile(
            r"các huyện|cấp huyện|huyện thị xã|quận huyện|các quận|các địa phương|huyện thị"
        ),
    ),
    (
        re.compile(r"^phòng "),
        re.compile(r"các phòng|phòng ban|phòng chuyên môn|cơ quan chuyên môn thuộc"),
    ),
    (
        re.compile(r"^ủy ban nhân dân (?:xã|phường|thị trấn|đặc khu)"),
        re.compile(r"các xã|cấp xã|xã phường|các phường|xã thị trấn|các địa phương|phường xã"),
    ),
    (
        re.compile(r"^(?:trường|trung tâm|bệnh viện|trạm)"),
        re.compile(
            r"các trường|trường học|cơ sở giáo dục|nhà trường|đơn vị trực thuộc|đơn vị thuộc"
            r"|các trung tâm|cơ sở y tế|các bệnh viện|các đơn vị|hiệu trưởng|trạm y tế"
        ),
    ),
    (
        re.compile(r"ủy$|đảng ủy|chi bộ"),
        re.compile(
            r"các huyện ủy|các đảng ủy|cấp ủy|thành ủy thị ủy|đảng bộ|đảng ủy trực thuộc|chi bộ"
        ),
    ),
    (
        re.compile(r"mặt trận|hội |liên đoàn|đoàn thanh niên"),
        re.compile(
            r"mặt trận tổ quốc các|mttq các|các hội|các đoàn thể|tổ chức thành viên|cấp xã"
            r"|cấp huyện|các xã|các huyện|liên đoàn lao động các|hội phụ nữ các|đoàn các"
        ),
    ),
)


def addressed_units(plan: Plan) -> list[Unit]:
    """Every unit that a plan gives work to."""
    units = [unit for task in plan.tasks for unit in (*task.leads, *task.partners)]
    return units + [duty.unit for duty in plan.duties]


def addresses(upper: Plan, issuer: Unit) -> bool:
    """Whether a plan speaks to a body by its name or to its kind, in work or recipients."""
    if any(means(unit, issuer) for unit in addressed_units(upper)):
        return True
    told = {r.name for r in upper.document.recipients if r.purpose != "lưu"}
    return any(is_meant(words_key(name), issuer) for name in told)


_GROUP = re.compile(r"\bcác (?:tỉnh|huyện|quận|xã|phường|thị xã|thành phố)\b|^các ")


def means(unit: Unit, issuer: Unit) -> bool:
    """Whether a unit that gets work is a body, or a group that it belongs to.

    The level of a group is not held against it: `phòng … các huyện` has none of its own.
    """
    other = unit.level and issuer.level and unit.level != issuer.level
    if other and not _GROUP.search(words_key(unit.name)):
        return False
    return any(is_meant(words_key(name), issuer) for name in (unit.name, *unit.members))


_INNER = re.compile(r"\b(?:thuộc|của) (?:sở|bộ|cơ quan sở)\b|chuyên môn nghiệp vụ")


def is_meant(name_key: str, issuer: Unit) -> bool:
    """Whether the key of a unit's name means a body: its own name, or a group of its kind."""
    own = words_key(issuer.name)
    if own.startswith("phòng ") and _INNER.search(name_key):
        return False
    plain = re.sub(r"\b(?:tỉnh|thành phố|huyện|quận|xã|phường|thị trấn|đặc khu|thị xã)$", "", own)
    if own in name_key or (plain.strip() and len(plain.split()) > 3 and plain.strip() in name_key):
        return True
    return any(kind.search(own) and group.search(name_key) for kind, group in _GROUPS)
