"""Places: the level words, names after them, and the provinces before and after 2025.

Luật Tổ chức chính quyền địa phương 2025 and Nghị quyết 202/2025/QH15: from 1 July 2025 there
are 34 provinces and cities, and under them communes, wards and special zones; no districts.
"""

import datetime as dt
import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from extract.folding import fold
from extract.reference import rows
from extract.units.letters import UPPER
from schemas.keys import words_key

Tier = Literal["province", "district", "commune"]

DISTRICTS_END = dt.date(2025, 6, 30)

TIERS: dict[str, Tier] = {
    "tỉnh": "province",
    "huyện": "district",
    "quận": "district",
    "thị xã": "district",
    "xã": "commune",
    "phường": "commune",
    "thị trấn": "commune",
    "đặc khu": "commune",
}
"""Level words of one tier only; `thành phố` may be of a province's or a district's."""

LEVEL_WORD = "tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu"
_NAME_WORD = rf"[{UPPER}][\w'’]*"
_GAP = r"[^\S\n]"  # a paragraph ends a name: what begins the next one has a capital too
_MORE = rf"{_GAP}{_NAME_WORD}"
NAME = (
    rf"(?:{_NAME_WORD}(?:{_MORE}){{0,4}}(?:{_GAP}\d{{1,2}}(?!\w))?"
    rf"(?:{_GAP}?[-–]{_GAP}?{_NAME_WORD}(?:{_MORE}){{0,3}})?"
    rf"|\d{{1,2}}(?:{_GAP}{_NAME_WORD}(?:{_MORE}){{0,3}})?)"
)
"""A place's own name: `Điện Biên Phủ`, `Bà Rịa - Vũng Tàu`, `Bảo Lâm 1`, `3 Bảo Lộc`."""


@dataclass(frozen=True, slots=True)
class Province:
    """A province or a city of its rank; `heirs` are those that took its place, if any."""

    name: str
    city: bool
    valid_from: dt.date | None
    valid_to: dt.date | None
    heirs: tuple[str, ...]


@cache
def provinces() -> dict[str, Province]:
    """Every province that is or was, by its folded names and variants."""
    out: dict[str, Province] = {}
    for row in rows("provinces"):
        lost = bool(row["valid_to"])
        kept = row["record"] == "before" and row["name"] in row["maps_to_or_from"].split("; ")
        province = Province(
            name=row["name"],
            city=row["type"] == "city",
            valid_from=_day(row["valid_from"]),
            valid_to=None if kept or not lost else _day(row["valid_to"]),
            heirs=tuple(row["maps_to_or_from"].split("; ")) if lost and not kept else (),
        )
        for name in (row["name"], *row["variants"].split("; ")):
            if len(name) > 3:  # two-letter short forms are words elsewhere
                out.setdefault(words_key(name), province)
    return out


def province(name: str) -> Province | None:
    """The province of that name, spelling variants and wrong marks (`Lâm Đòng`) included."""
    key = words_key(name)
    return provinces().get(key) or _unmarked().get(fold(key))


@cache
def _unmarked() -> dict[str, Province]:
    """Provinces by their letters without marks, as far as these are one province's alone."""
    out: dict[str, set[Province]] = {}
    for key, found in provinces().items():
        if " " in key:
            out.setdefault(fold(key), set()).add(found)
    return {key: found.pop() for key, found in out.items() if len(found) == 1}


def is_city(name: str, on: dt.date | None = None) -> bool:
    """Whether the name is a city of a province's rank (`Huế` since 2025)."""
    found = province(name)
    return bool(
        found and found.city and (on is None or not found.valid_from or found.valid_from <= on)
    )


@cache
def province_names() -> str:
    """The names as an alternation, longest first, for the end of a unit's name."""
    names = {row["name"] for row in rows("provinces")}
    return "|".join(
        re.escape(n).replace(r"\-", "[-–]") for n in sorted(names, key=len, reverse=True)
    )


def _day(text: str) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None
