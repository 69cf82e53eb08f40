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
from schemas import Plan
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
