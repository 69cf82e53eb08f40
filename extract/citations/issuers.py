"""Issuers of cited documents: printed after the number, before it, or shown by the symbol."""

import re
from functools import cache

from extract.citations.anchor import Anchor
from extract.context import Context
from extract.head.names import sentence_case
from extract.numbers import Number
from extract.reference import rows
from extract.units import find_units, read_unit
from schemas import Unit
from schemas.keys import words_key

_BEFORE = re.compile(
    r"\s(?:(?:đã|vừa|có)\s)?(?:tại|trong|ban hành|ký|ký ban hành|có|giao tại|nêu "
    r"tại|yêu cầu tại)\s(?:các\s)?$"
)
_JOINT_KINDS = re.compile(r"LT|LN")


def unit_words(words: str, context: Context) -> Unit | None:
    """The unit of the words, capitals of a title brought down first."""
    unit = read_unit(sentence_case(words), context)
    return unit if unit.name else None


def issuer_before(text: str, low: int, anchor: Anchor, context: Context) -> Unit | None:
    """`chỉ đạo của Chủ tịch Ủy ban nhân dân tỉnh tại Công văn số …`: the unit right before.

    Not one whose name the symbol contradicts.
    """
    if anchor.number is None:
        return None
    start = max(low, anchor.start - 130)
    start = max(start, text.rfind("\n", start, anchor.start) + 1)
    gap = _BEFORE.search(text, start, anchor.start)
    if not gap:
        return None
    for unit in reversed(list(find_units(text, start, gap.start()))):
        if unit.end != gap.start():
            return None
        read = read_unit(unit.words, context)
        return read if not read.group and agrees_with_symbol(read, anchor.number) else None
    return None


def joint(anchor: Anchor) -> bool:
    """Whether the number or its kind says that several units issued the document."""
    number = anchor.number
    if "liên" in anchor.kind:
        return True
    if number is None:
        return False
    if number.kind_abbr and _JOINT_KINDS.search(number.kind_abbr.upper()):
        return True
    codes = [p for p in number.number.split("/")[-1].split("-") if p.upper() in _codes()]
    return len(codes) > 1


def agrees_with_symbol(unit: Unit, number: Number) -> bool:
    """False where the symbol's letters are known and are another's."""
    shown = unit_by_symbol(number)
    if shown is None:
        return True
    a, b = words_key(shown.name).split(), words_key(unit.name).split()
    return a[:2] == b[:2]


def unit_by_symbol(number: Number) -> Unit | None:
    """The unit that only the symbol shows; its place stays open."""
    row = _codes().get((number.issuer_abbr or "").upper().replace("&", "").replace("-", ""))
    if row is None:
        house = re.fullmatch(r"((?:UBTV)?QH)\d{1,2}", number.issuer_abbr or "")
        row = _codes().get(house[1]) if house else None
    if row is None:
        return None
    return Unit(name=row["name"], level=row["level"] or None)  # type: ignore[arg-type]


@cache
def _codes() -> dict[str, dict[str, str]]:
    return {row["code"].upper().replace("&", ""): row for row in rows("issuers")}
