"""Misnamed movements: the known or superior's name that a printed one is near to."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from checks.case import Case
from checks.chain import superiors
from checks.fault import Passage
from checks.names import Comparison, compare_names, name_keys
from checks.periods import without_periods
from checks.reference.confidence import Confidence
from checks.reference.movements import Movements
from schemas import Campaign, Mention
from schemas.keys import words_key

NEAR = 0.7  # share of words that two spellings of one name have in common at least
_LONG = 5  # words; shorter names are too like each other
_START = 8  # words of a shared beginning that make a name the same although its end differs
_THEME = "chủ đề"


@dataclass(frozen=True, slots=True)
class NearName:
    """A movement of the plan, the right name it is near to, and whose words those are."""

    campaign: Campaign
    right: str
    comparison: Comparison
    other: Passage
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class _Known:
    name: str
    other: Passage
    confidence: Confidence
    same_kind: str


def _known_names(case: Case) -> Iterator[_Known]:
    """Right names: those of the register, then those that the plans above quote."""
    yield from _of_register(case.register.movements)
    for year in case.register.school_years:
        if year.theme and year.label in case.text:
            label = f"Chủ đề năm học {year.label}"
            yield _Known(year.theme, Passage(year.theme, source=label), year.confidence, _THEME)
    for plan, _ in superiors(case):
        for campaign in plan.campaigns:
            passage = Passage(campaign.name, campaign.span, plan)
            yield _Known(campaign.name, passage, "confirmed", campaign.kind)


@lru_cache(maxsize=4)
def _of_register(movements: Movements) -> tuple[_Known, ...]:
    return tuple(
        _Known(name, Passage(name, source=one.launching_document or one.source), one.confidence, "")
        for one in movements.all
        for name in (one.name, *one.variants)
    )


@lru_cache(maxsize=4096)
def plain_key(name: str) -> str:
    """The key of a name without its period."""
    return words_key(without_periods(name))


@lru_cache(maxsize=2)
def near_names(case: Case) -> tuple[NearName, ...]:
    """Each movement of the plan whose name is near a right one without being one."""
    if not case.plan.campaigns:
        return ()
    known = list(_known_names(case))
    right = {plain_key(k.name) for k in known}
    printed = {plain_key(c.name) for c in case.plan.campaigns if not _of_basis(case, c)}
    # A name that the plan's own words have rightly is another movement's; the title of a basis
    # only shows what the name should be.
    free = [k for k in known if plain_key(k.name) not in printed]
    found = []
    for campaign in case.plan.campaigns:
        key = plain_key(campaign.name)
        if key not in right and len(key.split()) >= _LONG:
            near = _nearest(campaign, free)
            found += [near] if near else []
    return tuple(found)


def _of_basis(case: Case, campaign: Campaign) -> bool:
    """Whether it is named in the titles of the plan's bases alone."""
    items: tuple[Campaign | Mention, ...] = (campaign, *campaign.mentions)
    return all(_in_basis(case, item) for item in items)


def _in_basis(case: Case, item: Campaign | Mention) -> bool:
    """Whether it stands behind a basis on one line, before the first heading."""
    if item.span is None:
        return False
    at = case.folded.at(item.span.start)
    starts = [case.within(c)[0] for c in case.basis if c.span]
    return at < case.opening_end and any(
        start < at and "\n" not in case.text[start:at] for start in starts
    )


def _may_be_near(one: str, other: str) -> bool:
    """Whether enough words are shared for the names to be compared word by word."""
    first, second = name_keys(one), name_keys(other)
    return len(first & second) >= 0.5 * min(len(first), len(second))


def _nearest(campaign: Campaign, known: list[_Known]) -> NearName | None:
    best: NearName | None = None
    for k in known:
        if (campaign.kind == _THEME) != (k.same_kind == _THEME):
            continue
        if len(name_keys(k.name)) < _LONG - 1 or not _may_be_near(campaign.name, k.name):
            continue
        comparison = compare_names(campaign.name, k.name)
        near = comparison.likeness >= NEAR or (
            comparison.shared_start >= _START and comparison.likeness >= 0.5
        )
        found = NearName(campaign, k.name, comparison, k.other, k.confidence)
        if near and (best is None or _nearness(found) > _nearness(best)):
            best = found
    return best


def _nearness(near: NearName) -> tuple[bool, float]:
    """A name that only puts its own place in is nearer than another place's name."""
    changed = near.comparison.replaced or near.comparison.lost
    return not changed, near.comparison.likeness
