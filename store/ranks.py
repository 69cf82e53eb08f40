"""Which level stands above which: 0 is the highest."""

from schemas.keys import words_key
from schemas.unit import Unit

_RANKS = {
    "central": 0,
    "ministry": 1,
    "ministry-department": 2,
    "province": 3,
    "province-department": 4,
    "district": 5,
    "district-department": 6,
    "commune": 7,
    "commune-department": 8,
    "institution": 9,
}

# Party, fronts and councils have a ladder of their own, which their names tell.
_BY_NAME = (
    (0, ("trung ương", "quốc gia", "bộ chính trị", "ban bí thư", "việt nam")),
    (3, ("tỉnh ủy", "thành ủy", "tỉnh", "tỉnh đoàn", "thành đoàn")),
    (5, ("huyện ủy", "quận ủy", "thị ủy", "huyện", "quận", "thị xã", "huyện đoàn", "quận đoàn")),
    (7, ("đảng ủy xã", "đảng ủy phường", "xã", "phường", "thị trấn")),
    (9, ("chi bộ", "trường", "bệnh viện", "trung tâm")),
)


def rank_of(unit: Unit | None) -> int | None:
    """The order of a unit's level, `None` where neither level nor name tells."""
    if unit is None:
        return None
    if unit.level in _RANKS:
        return _RANKS[unit.level]
    name = f" {words_key(unit.name)} "
    found = [
        (name.find(f" {words} "), rank)
        for rank, several in _BY_NAME
        for words in several
        if f" {words} " in name
    ]
    return min(found)[1] if found else None
