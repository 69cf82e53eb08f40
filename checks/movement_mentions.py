"""Mentions of movements with the period printed beside them, and where both stand."""

from collections.abc import Iterator
from dataclasses import dataclass

from checks.case import Case
from checks.periods import PrintedPeriod, printed_periods, without_periods, years_of
from schemas import Campaign, Mention, Period
from schemas.keys import words_key

_REACH = 90  # characters between a name's end and the period that belongs to it


@dataclass(frozen=True, slots=True)
class Named:
    """A movement named with a range of years, in offsets of the folded text."""

    name: str
    key: str
    years: tuple[int, int]
    label: str
    start: int
    end: int


def mentions_with_period(case: Case) -> Iterator[Named]:
    """Every mention of a movement that has a range of years, in the order of the record."""
    for campaign in case.plan.campaigns:
        items: tuple[Campaign | Mention, ...] = (campaign, *campaign.mentions)
        for item in items:
            years = years_of(item.period)
            if years and item.period:
                found = _named(case, campaign, item, years, item.period)
                if found:
                    yield found


def _named(
    case: Case,
    campaign: Campaign,
    item: Campaign | Mention,
    years: tuple[int, int],
    period: Period,
) -> Named | None:
    if item.span is None:
        return None
    start, end = case.folded.at(item.span.start), case.folded.at(item.span.end)
    printed = _beside(case.text, start, end, years)
    if printed is None:
        return None
    name = without_periods(campaign.name)
    stretch = (min(start, printed.start), max(end, printed.end))
    if stretch[1] - stretch[0] > 300:
        stretch = printed.start, printed.end
    return Named(name, words_key(name), years, period.label, *stretch)


def _beside(text: str, start: int, end: int, years: tuple[int, int]) -> PrintedPeriod | None:
    """The nearest place of those years inside or after a name, or right before it."""
    before = max(start - 40, 0)
    for first, last in ((start, end + _REACH), (before, end)):
        for found in printed_periods(text[first:last]):
            if found.years == years:
                return PrintedPeriod(found.kind, *years, first + found.start, first + found.end)
    return None
