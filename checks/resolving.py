"""Resolving: which stored plan a citation means, and what it says differently.

Numbers repeat: every district has a 15/KH-UBND, every year begins again at 1. So issuer, area
and year decide first; where more than one plan remains the citation is ambiguous, not wrong.
"""

import datetime as dt
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from checks.case import Case
from checks.citing import issuer_key, one_body
from checks.likeness import subject_likeness
from checks.profile import tier_of
from checks.reference.provinces import province_named, same_province
from checks.symbols import number_marks, read_symbol, same_document_number
from schemas import Citation, Plan, Unit
from schemas.keys import number_key, words_key

Difference = Literal["number", "day", "issuer", "kind"]

SURE = 0.75  # likeness of subjects above which two are one document's
SHARED = frozenset({"UBND", "HDND", "DU", "TU", "HU", "BTT", "MTTQ", "BCD", "HDTDKT"})


@dataclass(frozen=True, slots=True)
class Resolution:
    """The plan that a citation means, and in which of its parts the two differ."""

    citation: Citation
    plan: Plan
    differences: tuple[Difference, ...]


@lru_cache(maxsize=2)
def resolutions(case: Case) -> tuple[Resolution, ...]:
    """Each citation of the plan that means one of the plans above it, and only one."""
    shelf = shelf_of(case)
    found = (shelf.resolve(citation, case.plan) for citation in case.plan.citations)
    return tuple(one for one in found if one)


class Shelf:
    """Plans by their numbers and days: a citation is compared with those that share one."""

    def __init__(self, plans: Iterable[Plan]) -> None:
        self._plans = tuple(plans)
        self._ranks: dict[str | dt.date, list[int]] = {}
        for rank, plan in enumerate(self._plans):
            number, day = plan.document.number, plan.document.issued_on
            for mark in (*(number_marks(number) if number else ()), day):
                if mark is not None:
                    self._ranks.setdefault(mark, []).append(rank)

    def resolve(
        self, citation: Citation, citing: Plan, without: Container[str] = ()
    ) -> Resolution | None:
        """As the function of that name, among those whose ids are not in `without`."""
        number, day = citation.number, citation.issued_on
        ranks: set[int] = set()
        for mark in (*(number_marks(number) if number else ()), day):
            if mark is not None:
                ranks.update(self._ranks.get(mark, ()))
        if not ranks:
            return None
        near = [self._plans[rank] for rank in sorted(ranks)]
        return resolve(citation, [plan for plan in near if plan.id not in without], citing)


@lru_cache(maxsize=2)
def shelf_of(case: Case) -> Shelf:
    """The plans above the case's plan."""
    return Shelf(case.above)


def resolve(citation: Citation, above: Iterable[Plan], citing: Plan) -> Resolution | None:
    """The one plan that a citation means, or `None` where none or several remain."""
    if citation.number is None and citation.issued_on is None:
        return None
    weighed = [(weight, plan) for plan in above if (weight := _weight(citation, plan, citing)) > 0]
    if not weighed:
        return None
    best = max(weight for weight, _ in weighed)
    plans = [plan for weight, plan in weighed if weight == best]
    if len({_identity(plan) for plan in plans}) > 1:
        return None
    differences = tuple(_differences(citation, plans[0]))
    return Resolution(citation, plans[0], differences)


def _identity(plan: Plan) -> str:
    """Two copies of one document are one."""
    number = plan.document.number
    return f"{number_key(number)}|{plan.document.issued_on}" if number else plan.id


def _weight(citation: Citation, plan: Plan, citing: Plan) -> int:
    """How much speaks for a plan being the one that is meant; 0 where it is not."""
    document = plan.document
    number = _number_fits(citation, plan)
    day = citation.issued_on is not None and citation.issued_on == document.issued_on
    if not number and not day:
        return 0
    alike = _alike(citation, plan)
    issuer = issuer_fits(citation.issuer, document.issuer, citing)
    if number and day:
        return 0 if issuer is False and not alike else 8 + 2 * bool(issuer) + alike
    if number:
        return _weight_by_number(citation, plan, issuer, alike)
    if day and alike and issuer is not False and _same_letters(citation, plan):
        return 4
    if day and issuer and citation.subject is None and _same_letters(citation, plan):
        # Nothing is said about its subject; the plan that cites it has the same.
        own, stored = citing.document.subject, plan.document.subject
        return 3 if own and stored and subject_likeness(own, stored) >= SURE else 0
    return 0


def _weight_by_number(citation: Citation, plan: Plan, issuer: bool | None, alike: bool) -> int:
    """The number is right and the day is not, or is not printed."""
    cited, issued = citation.issued_on, plan.document.issued_on
    if issuer is False:
        return 0
    shared = number_key(read_symbol(citation.number or "").issuer) in SHARED
    if cited is None or issued is None:
        return 3 if (issuer or not shared or alike) else 0
    if cited.year == issued.year:
        return 5 if (issuer or not shared or alike) else 0
    # Another year: the same number belongs to another document unless all else agrees.
    return 2 if alike and issuer else 0


def _number_fits(citation: Citation, plan: Plan) -> bool:
    return same_document_number(citation.number, plan.document.number)


def _same_letters(citation: Citation, plan: Plan) -> bool:
    """Whether only the serial number differs: one issuer, one kind of document."""
    if citation.number is None or plan.document.number is None:
        return citation.kind == plan.document.kind
    cited, stored = read_symbol(citation.number), read_symbol(plan.document.number)
    if number_key(cited.body) == number_key(stored.body) and cited.kind == stored.kind:
        return True
    return citation.kind == plan.document.kind and cited.serial == stored.serial


def _alike(citation: Citation, plan: Plan) -> bool:
    subject, stored = citation.subject, plan.document.subject
    return bool(subject and stored and subject_likeness(subject, stored) >= SURE)


def issuer_fits(cited: Unit | None, stored: Unit | None, citing: Plan) -> bool | None:
    """Whether the issuer named in a citation is the stored one; `None` where nobody can say.

    `UBND tỉnh` without a name is that of the citing plan's own province.
    """
    if cited is None or stored is None:
        return None
    if not one_body(issuer_key(cited), issuer_key(stored)):
        return False
    if cited.level and stored.level and cited.level != stored.level:
        return False
    area = cited.area or _own_area(citing, stored)
    if area is None or stored.area is None:
        return True
    return _one_place(area, stored.area, citing.document.issued_on)


def _one_place(one: str, other: str, on: dt.date | None) -> bool:
    """Whether two names are of one place on a day."""
    return _cut(one, other) or same_province(one, other, on)


def _cut(one: str, other: str) -> bool:
    """Whether two names are one; a line may end within it: `xã Bình`, `xã Bình Minh`."""
    first, second = words_key(one), words_key(other)
    return f"{first} ".startswith(f"{second} ") or f"{second} ".startswith(f"{first} ")


def _own_area(citing: Plan, stored: Unit) -> str | None:
    """The citing plan's place of the same tier as that of the stored body."""
    tier = tier_of(stored)
    for unit in (citing.document.issuer, citing.document.parent):
        if unit and unit.area and tier and tier_of(unit) == tier:
            return unit.area
    return None


def _differences(citation: Citation, plan: Plan) -> Iterator[Difference]:
    document = plan.document
    if citation.number and document.number and not _number_fits(citation, plan):
        yield "number"
    if citation.issued_on and document.issued_on and citation.issued_on != document.issued_on:
        yield "day"
    if citation.issuer and document.issuer and _other_body(citation, plan):
        yield "issuer"
    if document.kind and words_key(citation.kind) != words_key(document.kind):
        yield "kind"


def _other_body(citation: Citation, plan: Plan) -> bool:
    """Whether another body is named, or the same kind of body of another place."""
    cited, stored = citation.issuer, plan.document.issuer
    if cited is None or stored is None:
        return False
    if not one_body(issuer_key(cited), issuer_key(stored)):
        return True
    tier = tier_of(stored)
    if cited.area is None or stored.area is None or tier != tier_of(cited):
        return False
    return not (_cut(cited.area, stored.area) or _succeeds(cited.area, stored.area))


def _succeeds(cited: str, stored: str) -> bool:
    """Whether the province named is the stored one, or the one that took it in."""
    one, other = province_named(cited), province_named(stored)
    return one is not None and other is not None and one.name in (other.name, other.now)
