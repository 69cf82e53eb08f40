"""Provinces (tỉnh, thành phố trực thuộc trung ương) before and after the mergers of 2025."""

import datetime as dt
from dataclasses import dataclass
from functools import cache

from checks.reference.tables import day, listed, rows
from schemas.keys import words_key

MERGED_ON = dt.date(2025, 7, 1)


@dataclass(frozen=True, slots=True)
class Province:
    """`now` is the province it belongs to today; `valid_to` the last day of its own name."""

    name: str
    kind: str
    variants: tuple[str, ...]
    now: str
    valid_to: dt.date | None


@cache
def _by_key() -> dict[str, Province]:
    found: dict[str, Province] = {}
    for row in rows("provinces"):
        province = Province(
            row["name"], row["kind"], listed(row["variants"]), row["now"], day(row["valid_to"])
        )
        for name in (province.name, *province.variants):
            if len(name) > 3:
                found.setdefault(words_key(name), province)
    return found


def province_named(name: str) -> Province | None:
    """The province of that name (`Bắc Giang`, `TP. HCM`), `None` for any other place."""
    key = words_key(name)
    for prefix in ("tỉnh ", "thành phố ", "tp "):
        if key not in _by_key() and key.startswith(prefix):
            key = key[len(prefix) :]
    return _by_key().get(key)


@cache
def province_names() -> tuple[str, ...]:
    """The plain names of all provinces there were and are."""
    return tuple(dict.fromkeys(p.name for p in _by_key().values()))


def same_province(one: str, other: str, on: dt.date | None = None) -> bool:
    """Whether two names mean one province on a day; before the mergers only equal ones do."""
    first, second = province_named(one), province_named(other)
    if first is None or second is None:
        return words_key(one) == words_key(other)
    if first.name == second.name:
        return True
    return first.now == second.now and on is not None and on >= MERGED_ON
