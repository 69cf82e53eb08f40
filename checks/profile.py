"""Profile (vị trí của cơ quan ban hành): line, rank, field and places of a plan's issuer."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from checks.of_plan import once_for_each_plan
from checks.reference.provinces import province_named
from checks.words import UPPER
from schemas import Plan, Unit
from schemas.keys import words_key

Tier = Literal["central", "province", "district", "commune"]
Line = Literal["state", "party", "front"]

_RANKS = {
    "central": 0,
    "ministry": 10,
    "ministry-department": 20,
    "province": 30,
    "province-department": 40,
    "district": 50,
    "district-department": 60,
    "commune": 70,
    "commune-department": 80,
    "institution": 90,
}
_TIERS: dict[str, Tier] = {
    "central": "central",
    "ministry": "central",
    "ministry-department": "central",
    "province": "province",
    "province-department": "province",
    "district": "district",
    "district-department": "district",
    "commune": "commune",
    "commune-department": "commune",
}
_TIER_RANK: dict[Tier, int] = {"central": 0, "province": 30, "district": 50, "commune": 70}
# Words by which a body that has no level of its own tells its tier, highest first.
_TIER_WORDS: tuple[tuple[Tier, re.Pattern[str]], ...] = (
    ("central", re.compile(r"\b(trung ương|bộ chính trị|ban bí thư|tw|quốc gia)\b")),
    ("district", re.compile(r"\b(huyện|quận|thị xã|thị ủy|huyện ủy|quận ủy|cấp huyện)\b")),
    ("commune", re.compile(r"\b(xã|phường|thị trấn|đặc khu|cấp xã)\b")),
    ("province", re.compile(r"\b(tỉnh|thành phố|tỉnh ủy|thành ủy|cấp tỉnh)\b")),
)
_HEAD = re.compile(
    r"^(?:các )?(?:bộ|sở|phòng|ban|chi cục|cục|vụ|trung tâm|trường|ủy ban|hội đồng|văn phòng)\s"
)
_NAMED_PROVINCE = re.compile(
    rf"\b(?:[Tt]ỉnh|[Tt]hành phố|TP\.?)\s+([{UPPER}]\w+(?:\s(?:-\s)?[{UPPER}]\w+){{0,3}})"
)


@dataclass(frozen=True, slots=True)
class Profile:
    """Where an issuer stands; `areas` names its places by tier as far as the plan tells.

    `rank` grows downwards. `government` is true for UBND, councils and the Government, which
    stand over every field; `field` is the rest of a department's name (`y tế`).
    """

    line: Line
    rank: int
    tier: Tier | None
    government: bool
    field: str
    areas: dict[Tier, str]


def tier_of(unit: Unit) -> Tier | None:
    """The tier of the place that a unit governs or serves; schools and clinics have none."""
    if unit.level in _TIERS:
        return _TIERS[unit.level]
    if unit.level == "institution":
        return None
    key = words_key(unit.name)
    return next((tier for tier, words in _TIER_WORDS if words.search(key)), None)


def _line(unit: Unit) -> Line:
    if unit.level == "party":
        return "party"
    return "front" if unit.level == "organisation" else "state"


def _rank(unit: Unit, tier: Tier | None) -> int:
    if unit.level in _RANKS:
        return _RANKS[unit.level]
    base = _TIER_RANK[tier] if tier else 90
    return base + (5 if unit.level == "council" else 0)


def _field(unit: Unit) -> str:
    key = words_key(unit.name)
    if unit.level == "institution":
        return key
    head = _HEAD.match(key)
    return key[head.end() :] if head else key


@once_for_each_plan
def profile_of(plan: Plan) -> Profile | None:
    """The profile of a plan's issuer, `None` where the issuer is not known."""
    issuer = plan.document.issuer
    if issuer is None:
        return None
    tier = tier_of(issuer)
    governs = issuer.level in ("central", "province", "district", "commune", "council")
    return Profile(
        _line(issuer), _rank(issuer, tier), tier, governs, _field(issuer), _areas(plan, issuer)
    )


def _areas(plan: Plan, issuer: Unit) -> dict[Tier, str]:
    """Places by tier: from the head, else what the citations or the text name most often."""
    areas: dict[Tier, str] = {}
    for unit in (issuer, plan.document.parent):
        tier = tier_of(unit) if unit else None
        if unit and unit.area and tier:
            areas.setdefault(tier, unit.area)
    if "province" not in areas:
        place = plan.document.place or ""
        found = [place] if province_named(place) and _RANKS.get(issuer.level or "") else []
        named = found or list(_provinces(plan))
        if named:
            areas["province"] = Counter(named).most_common(1)[0][0]
    for citation in plan.citations:
        tier = tier_of(citation.issuer) if citation.issuer else None
        if citation.issuer and citation.issuer.area and tier in ("district", "province"):
            areas.setdefault(tier, citation.issuer.area)
    return areas


def _provinces(plan: Plan) -> Iterator[str]:
    """Provinces that the citations' issuers, then the text, name."""
    cited = [c.issuer.area for c in plan.citations if c.issuer and c.issuer.area]
    found = [p.name for area in cited if (p := province_named(area))]
    if found:
        yield from found
        return
    for m in _NAMED_PROVINCE.finditer(plan.text, 0, 60_000):
        province = _longest_province(m[1])
        if province:
            yield province


def _longest_province(words: str) -> str | None:
    """`Bắc Giang Năm` names Bắc Giang: fewer words until a province is found."""
    parts = words.split()
    for length in range(len(parts), 0, -1):
        province = province_named(" ".join(parts[:length]))
        if province:
            return province.name
    return None
