"""Reading units: the words of a cell, a heading or a phrase as `schemas.Unit`.

Abbreviations are written out, the place leaves the name for `area`, a post leaves it for
`office`; what the words leave bare (`thành phố`, `quận`) is taken from the document's context.
"""

import re
from functools import cache

from extract.context import Context
from extract.units.aliases import NO_ALIASES, Aliases
from extract.units.canon import canonical, known_field
from extract.units.groups import is_group, members_of, split_units
from extract.units.letters import one_tone
from extract.units.levels import level_of, tier_of, tier_of_area
from extract.units.offices import post_of
from extract.units.places import LEVEL_WORD, NAME, TIERS, is_city, province, province_names
from extract.units.shortenings import expand_abbreviations
from schemas import Level, Unit

_LEAD = re.compile(
    r"^(?:[-–+*•]\s+|(?:Giao|Đề nghị|Yêu cầu|Phân công|Trân trọng đề nghị|Đơn vị "
    r"chủ trì|Chủ trì|Cơ quan chủ trì)"
    r"(?:\s*:|\s+(?=[A-ZĐỦ]|các\s))\s*|do\s+(?=[A-ZĐỦ]))"
)
_BRACKET = re.compile(
    r"\s*\((?:qua|để|thông qua|đ/c|đồng chí|sau đây|gọi tắt|viết tắt|nếu có|theo|"
    r"thực hiện|[A-ZĐ&\-–]{2,12}\)|kèm|b/c|t/h|bộ phận|(?:là )?[Cc]ơ quan (?:[Tt]hường trực|đầu mối"
    r"|chủ trì)|(?:là )?[Đđ]ơn vị (?:đầu mối|chủ trì|thường trực)|[Cc]hủ trì|[Đđ]ầu mối)"
    r"[^()]{0,200}\)?"
)
_PLACE_TAIL = re.compile(
    rf"\s+(?:của\s+)?(?P<level>(?i:{LEVEL_WORD}))\s+(?P<name>{NAME})"
    rf"(?:,?\s+(?i:{LEVEL_WORD})\s+{NAME}){{0,2}}$"
)
_BARE_TAIL = re.compile(
    rf"(?:\s+(?:của\s+)?(?:{LEVEL_WORD})){{0,3}}\s+(?:của\s+)?(?P<level>{LEVEL_WORD})$",
    re.IGNORECASE,
)
_NO_LEVEL_IN_NAME = re.compile(r"(?:Sở|Phòng)(?!\w)")
_OWN_NAMES = re.compile(
    r"(?:Trường|Đại học|Học viện|Báo|VNPT|Viettel|Công ty|Tập đoàn|Điện lực|Đài|"
    r"Ngân hàng|Tổng công ty|Hợp tác xã)(?!\w)"
)
_PARTY_PLACE = re.compile(rf"(.{{0,80}}\b(?:Tỉnh|Thành|Huyện|Quận|Thị|Đảng) ?ủy)\s+({NAME})$")
_PROVINCE_PARTY = ("Tỉnh ủy", "Thành ủy", "Ban Thường vụ Tỉnh ủy", "Ban Thường vụ Thành ủy")
# Named after the person, not the city.
_AFTER_HIM = re.compile(r"(?:Cộng sản|Tiền phong|Chính trị quốc gia) Hồ Chí Minh$")
_PLACE_ALONE = re.compile(rf"\s+{NAME}")
_REMEMBERED = 200  # characters; longer names do not come again
_NAMED = re.compile(r"[^\W\d_]")  # a footnote's number is no unit
_UNIVERSITY = re.compile(r"(?:Đại học|Học viện)\s[\w\s,-]*$")


def read_unit(words: str, context: Context, aliases: Aliases | None = None) -> Unit:
    """The one unit that the words name; several named together are a group with members.

    `UBND thành phố Điện Biên Phủ` gives `Ủy ban nhân dân thành phố` in `Điện Biên Phủ`,
    `Chủ tịch UBND tỉnh` the unit `Ủy ban nhân dân tỉnh` with office `Chủ tịch`.
    """
    text = _tidy(words, aliases or context.aliases or NO_ALIASES)
    parts = split_units(text)
    if len(parts) < 2:
        return _one(parts[0] if parts else text, context)
    units = [_one(part, context) for part in parts]
    joined = re.sub(r"\s*[\n;]\s*(?:[-–+*•]\s*)?", ", ", text)
    areas = {u.area for u in units if u.area}
    tail = _PLACE_TAIL.search(joined)
    if tail:
        joined = joined[: tail.end("level")]
    return Unit(
        name=_sentence(one_tone(joined)),
        area=areas.pop() if len(areas) == 1 else None,
        group=True,
        members=tuple(u.name for u in units),
    )


def read_units(words: str, context: Context, aliases: Aliases | None = None) -> tuple[Unit, ...]:
    """The units of a cell or a list, in order, each once; none for empty words."""
    text = _tidy(words, aliases or context.aliases or NO_ALIASES)
    units = [_one(part, context) for part in split_units(text)]
    return tuple({(u.name, u.area, u.office): u for u in units if _NAMED.search(u.name)}.values())


def _tidy(words: str, aliases: Aliases) -> str:
    """Bullet, verb, quotation marks, notes in brackets and closing punctuation removed."""
    text = "\n".join(" ".join(line.split()) for line in words.strip().splitlines())
    text = aliases.apply(text)
    while (lead := _LEAD.match(text)) and lead.end():
        text = text[lead.end() :]
    text = _BRACKET.sub("", text).strip(" \t\n.,;:…/\"“”'*")
    return expand_abbreviations(text)


def _one(words: str, context: Context) -> Unit:
    unit = context.units.get(words)
    if unit is None:
        unit = _read(words, context)
        if len(words) <= _REMEMBERED:
            context.units[words] = unit
    return unit


def _read(words: str, context: Context) -> Unit:
    text = one_tone(words.strip(" \t\n.,;:…"))
    if is_group(text):
        return _group(text, context)
    post = post_of(text)
    office = post.title if post else None
    name = _from_context(post.unit, context) if post else text
    name, area, level_word = _place_off(canonical(name))
    if not area and level_word:
        area = _area_by_word(level_word, context)
    level = level_of(name, level_word, area, context)
    if not area and not level_word:
        area = _area_by_level(name, level, context)
    return Unit(name=canonical(name), area=area, level=level, office=office)


def _group(text: str, context: Context) -> Unit:
    """A phrase of kinds: only a place with a name of its own leaves it."""
    tail = _PLACE_TAIL.search(text)
    place = _place_name(tail["name"]) if tail else None
    name = text[: tail.end("level")] if tail else text
    bare = _BARE_TAIL.search(name)
    level_word = bare["level"].lower() if bare else None
    area = place or (_area_by_word(level_word, context) if level_word else None)
    level = level_of(name, None, area, context)
    area = area or _area_by_level(name, level, context)
    members = members_of(name)
    return Unit(name=_sentence(name), area=area, level=level, group=True, members=members)


@cache
def _province_tail() -> re.Pattern[str]:
    return re.compile(rf"(?:,?\s+(?P<name>{province_names()}))+$")  # the last one's is the place


def _sentence(name: str) -> str:
    return name[:1].upper() + name[1:]


def _from_context(unit: str, context: Context) -> str:
    """`Giám đốc Sở` speaks of the issuer when that is a Sở, `Chủ tịch` of a bare body too."""
    issuer = context.issuer
    if issuer and len(unit.split()) == 1 and issuer.name.split(" ", 1)[0] == _sentence(unit):
        return issuer.name
    return unit


def _place_off(name: str) -> tuple[str, str | None, str | None]:
    """The name without its place, the place, and the level word printed with it.

    `Sở` and `Phòng` lose the level word too, for they say their level themselves.
    """
    own = bool(_OWN_NAMES.match(name))
    tail = _PLACE_TAIL.search(name)
    if tail and tail["level"].lower() == "tỉnh" and not province(tail["name"]):
        tail = None
    if tail and tail["name"] == "Việt Nam":
        tail = None  # `Thông tấn xã Việt Nam`
    if tail and tail.start() > 0 and not (own and _inner(name, tail.start())):
        level = tail["level"].lower()
        kept = name[: tail.start()].rstrip(" ,")
        if not _NO_LEVEL_IN_NAME.match(kept) and not own:
            kept += " " + level
        return kept, _place_name(tail["name"]), level
    bare = _BARE_TAIL.search(name)
    if bare and bare.start() > 0:
        level = bare["level"].lower()
        kept = (
            name[: bare.start()] if _NO_LEVEL_IN_NAME.match(name) else name[: -len(level)] + level
        )
        return kept.rstrip(" ,"), None, level
    return _province_off(name, own)


def _province_off(name: str, own: bool) -> tuple[str, str | None, str | None]:
    """`Sở Nội vụ Quảng Ninh`, `Tỉnh ủy Lào Cai`: a place without a level word."""
    party = _PARTY_PLACE.match(name)
    if party:
        return party[1], party[2], None
    if own or _AFTER_HIM.search(name):
        return name, None, None
    found = _province_tail().search(name)
    if found and (len(name[: found.start()].split()) > 1):
        place = _place_name(found["name"])
        kept = name[: found.start()].rstrip(" ,")
        if kept in ("Ủy ban nhân dân", "Hội đồng nhân dân"):
            kept += " thành phố" if is_city(place) else " tỉnh"
        return kept, place, None
    if _NO_LEVEL_IN_NAME.match(name):
        head, rest = name.split(" ", 1) if " " in name else (name, "")
        field, after = known_field(rest)
        if field and _PLACE_ALONE.fullmatch(after):
            return f"{head} {field}", after.strip(), None
    return name, None, None


def _inner(name: str, at: int) -> bool:
    """Whether the place is part of an own name: `Trường Đại học Y Dược thành phố …`."""
    return bool(_UNIVERSITY.search(name[:at]))


def _place_name(place: str) -> str:
    known = province(place)
    return known.name if known else one_tone(place).replace("–", "-")


def _area_by_word(level_word: str, context: Context) -> str | None:
    """The context's area, where the word speaks of its tier (`UBND quận` in a quận's plan)."""
    tier, area = tier_of_area(context), context.area
    if level_word == "thành phố":
        return area if tier in ("district", None) or (area and is_city(area)) else None
    return area if tier is None or TIERS.get(level_word) == tier else None


def _area_by_level(name: str, level: Level | None, context: Context) -> str | None:
    """The context's area for the issuer itself and for what stands on its tier."""
    issuer = context.issuer
    if issuer and name == issuer.name:
        return issuer.area or context.area
    tier = tier_of_area(context)
    if issuer is None or tier is None:
        return None
    provincial = name in _PROVINCE_PARTY and tier == "province"
    return context.area if provincial or tier_of(level) == tier else None
