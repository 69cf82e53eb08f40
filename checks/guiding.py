"""Guiding plans (kế hoạch cấp trên phải thực hiện): those that a plan has to follow.

A plan follows what it says that it carries out, and what stands above it on the same subject
for the same time, whether it says so or not.
"""

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache

from checks.case import OPENING, Case
from checks.chain import superiors
from checks.likeness import subject_likeness
from checks.profile import profile_of
from checks.resolving import resolutions
from schemas import Plan

_MOST_UNCITED = 3  # nearest superiors' plans that are compared although they are not cited
ALIKE = 0.6  # likeness of subjects from which a superior's plan is taken to be the same work


@dataclass(frozen=True, slots=True)
class Guiding:
    """A plan to be followed; `cited` where the plan itself says so."""

    plan: Plan
    cited: bool
    likeness: float


@lru_cache(maxsize=2)
def guiding(case: Case) -> tuple[Guiding, ...]:
    """The plans that the case's plan has to follow, cited ones first."""
    found: dict[str, Guiding] = {}
    for one in resolutions(case):
        if one.citation.role in OPENING and _is_above(case, one.plan):
            found[one.plan.id] = Guiding(one.plan, True, _likeness(case, one.plan))
    cited = len(found)
    for plan, standing in superiors(case):
        if len(found) - cited == _MOST_UNCITED:
            break
        likeness = _likeness(case, plan)
        known = plan.id in found or not standing.certain or likeness < ALIKE
        if not known and times_meet(case, plan) and not _newer(case, plan):
            found[plan.id] = Guiding(plan, False, likeness)
    return tuple(found.values())


def _is_above(case: Case, plan: Plan) -> bool:
    """Whether a cited plan's issuer ranks above, as far as both are known."""
    upper, lower = profile_of(plan), profile_of(case.plan)
    return upper is None or lower is None or upper.rank < lower.rank


def _likeness(case: Case, plan: Plan) -> float:
    own, other = case.plan.document.subject, plan.document.subject
    return subject_likeness(own, other) if own and other else 0.0


def _newer(case: Case, plan: Plan) -> bool:
    issued = plan.document.issued_on
    return issued is not None and case.day is not None and issued > case.day


def years_of_plan(plan: Plan) -> tuple[dt.date, dt.date] | None:
    """The time that a plan is for: its period, else the year of its issue."""
    period, issued = plan.document.period, plan.document.issued_on
    if period and period.start and period.end:
        return period.start, period.end
    if issued:
        return dt.date(issued.year, 1, 1), dt.date(issued.year, 12, 31)
    return None


def times_meet(case: Case, plan: Plan) -> bool:
    """Whether a plan's time holds at least half of the case's plan's own."""
    own, other = years_of_plan(case.plan), years_of_plan(plan)
    if own is None or other is None:
        return False
    start, end = max(own[0], other[0]), min(own[1], other[1])
    return (end - start).days >= (own[1] - own[0]).days / 2


def same_time(case: Case, plan: Plan) -> bool:
    """Whether two plans are for the same years, so that their figures can be compared."""
    own, other = years_of_plan(case.plan), years_of_plan(plan)
    return own is not None and own == other
