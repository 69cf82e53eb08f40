"""Who is meant (nói tới ai): whether the name of a unit means a body, by its own name or by a
group of its kind.

`các phòng giáo dục và đào tạo` means every such office; `UBND các huyện, thành phố` every
district's committee and no province's, although their names share words.
"""

import re
from functools import lru_cache

from checks.profile import Tier, tier_of
from schemas import Unit
from schemas.keys import words_key

_SHORT = (
    (re.compile(r"\bubnd\b"), "ủy ban nhân dân"),
    (re.compile(r"\bhđnd\b"), "hội đồng nhân dân"),
    (re.compile(r"\bmttq(?:vn)?\b"), "mặt trận tổ quốc"),
    (re.compile(r"\bgd ?& ?đt\b|\bgd đt\b|\bgdđt\b"), "giáo dục và đào tạo"),
)
_TAIL = re.compile(r" (?:tỉnh|thành phố|huyện|quận|xã|phường|thị trấn|đặc khu|thị xã)$")
_PLACES = (
    r"tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu|thành|thị|trực thuộc trung ương"
)
# The places right behind a body's name: `các huyện thị xã thành phố`, `cấp xã`.
_RUN = re.compile(rf"(?:\s*\b(?:các|cấp|và|hoặc|{_PLACES})\b)+")
_GOVERNMENT = re.compile(r"^(?:ủy ban|hội đồng) nhân dân$|mặt trận tổ quốc(?: việt nam)?$")
_OF_GOVERNMENT = re.compile(
    rf"(?:ủy ban|hội đồng) nhân dân|chính quyền|địa phương|^(?:các |cấp )?(?:{_PLACES})\b"
)
_INNER = re.compile(r"\b(?:thuộc|của) (?:sở|bộ|cơ quan sở|cơ quan bộ)\b|chuyên môn nghiệp vụ")
_ANY_FIELD = frozenset("ban chuyên thuộc cơ đơn có liên trực của các huyện xã ngành và".split())

# Words by which groups of units are addressed, for each kind of issuer that may be meant.
_GROUPS: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = (
    (
        re.compile(r"^sở "),
        re.compile(r"các sở|sở ban ngành|các sở ngành|cơ quan chuyên môn thuộc|các ban ngành"),
    ),
    (
        re.compile(r"^phòng "),
        re.compile(r"các phòng|phòng ban|phòng chuyên môn|cơ quan chuyên môn thuộc"),
    ),
    (
        re.compile(r"^(?:trường|trung tâm giáo dục|mầm non)"),
        re.compile(
            r"các trường|trường học|cơ sở giáo dục|nhà trường|đơn vị trực thuộc|đơn vị thuộc"
            r"|các đơn vị|hiệu trưởng|trường mầm non|trường tiểu học|trường trung học"
        ),
    ),
    (
        re.compile(r"^(?:trung tâm|bệnh viện|trạm)"),
        re.compile(
            r"các trung tâm|cơ sở y tế|các bệnh viện|các đơn vị|trạm y tế|đơn vị trực thuộc"
            r"|đơn vị thuộc"
        ),
    ),
    (
        re.compile(r"huyện ủy|thị ủy|thành ủy|quận ủy|tỉnh ủy"),
        re.compile(r"các huyện ủy|các quận ủy|thành ủy thị ủy|thị ủy thành ủy|huyện ủy thị ủy"
                   r"|các đảng ủy trực thuộc|đảng bộ trực thuộc|cấp ủy"),
    ),
    (
        re.compile(r"đảng ủy"),
        re.compile(r"các đảng ủy|đảng ủy các|đảng ủy (?:xã|trực thuộc|cơ sở)|cấp ủy|đảng bộ"),
    ),
    (re.compile(r"chi bộ"), re.compile(r"chi bộ|cấp ủy cơ sở")),
    (
        re.compile(
            r"^ban chấp hành (?:huyện|quận|thị xã|thành phố|xã|phường)\b"
            r"|^(?:ban thường vụ )?(?:huyện|quận|thị|thành|xã|phường) đoàn\b"
        ),
        re.compile(r"\b(?:huyện|thị|thành|quận|xã|phường) đoàn|các đoàn|đoàn các|cơ sở đoàn"),
    ),
    (
        re.compile(r"mặt trận|hội |liên đoàn|đoàn thanh niên"),
        re.compile(
            r"các hội|các đoàn thể|tổ chức thành viên|liên đoàn lao động các|hội phụ nữ các"
            r"|hội (?:liên hiệp phụ nữ|lhpn|nông dân|cựu chiến binh|chữ thập đỏ|người cao tuổi) các"
            r"|đoàn các"
        ),
    ),
)  # fmt: skip
_TIER_GROUPS: dict[Tier, re.Pattern[str]] = {
    "province": re.compile(r"các tỉnh|tỉnh thành|các địa phương|cấp tỉnh"),
    "district": re.compile(
        r"các huyện|cấp huyện|huyện thị|quận huyện|các quận|các địa phương|huyện thành phố"
    ),
    "commune": re.compile(
        r"các xã|cấp xã|xã phường|các phường|xã thị trấn|các địa phương|phường xã"
    ),
}


def is_meant(name_key: str, issuer: Unit) -> bool:
    """Whether the key of a unit's name means a body: its own name, or a group of its kind."""
    return _is_meant(name_key, words_key(issuer.name), tier_of(issuer))


@lru_cache(maxsize=16384)
def _is_meant(name_key: str, own: str, tier: Tier | None) -> bool:
    for short, full in _SHORT:
        name_key = short.sub(full, name_key)
    if _INNER.search(name_key) and not own.startswith("sở "):
        return False
    plain = _TAIL.sub("", own)
    if _GOVERNMENT.search(plain):
        return tier is not None and _government_meant(name_key, plain, tier)
    if own in name_key or (len(plain.split()) > 3 and _named(name_key, plain, tier)):
        return True
    return any(
        kind.search(own)
        and (m := group.search(name_key))
        and _field_fits(name_key, m, own)
        and _tier_fits(name_key, m, tier)
        for kind, group in _GROUPS
    )


def _government_meant(name_key: str, plain: str, tier: Tier) -> bool:
    """Whether a committee of a tier is meant: by the places behind its name, or by its group."""
    at = name_key.find(plain)
    if at >= 0:
        run = _RUN.match(name_key, at + len(plain))
        return run is not None and tier in _tiers(run[0])
    if plain.endswith("nhân dân"):
        return bool(_OF_GOVERNMENT.search(name_key) and _TIER_GROUPS[tier].search(name_key)
                    if tier in _TIER_GROUPS else False)  # fmt: skip
    return False


def _named(name_key: str, plain: str, tier: Tier | None) -> bool:
    """Whether a name stands in the words with no place of another tier behind it."""
    at = name_key.find(plain)
    if at < 0:
        return False
    run = _RUN.match(name_key, at + len(plain))
    tiers = _tiers(run[0]) if run else set()
    return not tiers or tier is None or tier in tiers


def _tiers(run: str) -> set[Tier]:
    """The tiers that a run of places names; a city is the province's or the district's peer."""
    words = f" {run} ".replace("thị xã", "thị_xã").replace("thị trấn", "thị_trấn")
    tiers: set[Tier] = set()
    if " tỉnh" in words or "trực thuộc trung ương" in words:
        tiers.add("province")
    if any(f" {w}" in words for w in ("huyện", "quận", "thị_xã")):
        tiers.add("district")
    if any(f" {w}" in words for w in ("xã", "phường", "thị_trấn", "đặc khu")):
        tiers.add("commune")
    if "thành phố" in words and not tiers:
        tiers.update(("province", "district"))
    elif "thành phố" in words and tiers == {"commune"}:
        tiers.add("district")
    return tiers


def _tier_fits(name_key: str, group: re.Match[str], tier: Tier | None) -> bool:
    """Whether a group with places behind it, `hội phụ nữ các xã`, is of the body's tier."""
    run = _RUN.search(name_key, group.start())
    tiers = _tiers(run[0]) if run else set()
    return not tiers or tier is None or tier in tiers


def _field_fits(name_key: str, group: re.Match[str], own: str) -> bool:
    """Whether a group of offices with a field, `các phòng y tế`, is of the body's field."""
    if group[0] not in ("các phòng", "các sở"):
        return True
    behind = name_key[group.end() :].split()[:2]
    if not behind or behind[0] in _ANY_FIELD or not behind[0].isalpha():
        return True
    return f" {' '.join(behind)}" in f" {own}"
