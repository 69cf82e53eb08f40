"""Units (cơ quan, đơn vị): their names read, written out, placed and found in running text."""

from extract.units.aliases import (
    NO_ALIASES,
    Alias,
    AliasError,
    Aliases,
    aliases_of,
    load_aliases,
    read_aliases,
)
from extract.units.find import UnitMatch, find_units, unit_at
from extract.units.read import read_unit, read_units
from extract.units.shortenings import expand_abbreviations

__all__ = [
    "NO_ALIASES",
    "Alias",
    "AliasError",
    "Aliases",
    "UnitMatch",
    "aliases_of",
    "expand_abbreviations",
    "find_units",
    "load_aliases",
    "read_aliases",
    "read_unit",
    "read_units",
    "unit_at",
]
