"""Mentions of movements with the period printed beside them, and where both stand."""

from collections.abc import Iterator
from dataclasses import dataclass

from checks.case import Case
from checks.periods import PrintedPeriod, printed_periods, without_periods, years_of
from schemas import Campaign, Mention, Period, Plan, Span
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


@dataclass(frozen=True, slots=True)
class NamedThere:
    """A movement named with a range of years in another plan."""

    key: str
    years: tuple[int, int]
    words: str
    span: Span | None


def named_in(plan: Plan) -> Iterator[NamedThere]:
    """The movements that another plan names with a range of years."""
    for campaign in plan.campaigns:
        years = years_of(campaign.period)
        if years is None or campaign.period is None:
            continue
        key = words_key(without_periods(campaign.name))
        yield NamedThere(key, years, *_there(plan, campaign, years))


def _there(plan: Plan, campaign: Campaign, years: tuple[int, int]) -> tuple[str, Span | None]:
    """The words of a movement with its period in another plan's text."""
    if campaign.span is None:
        return campaign.name, None
    start, end = campaign.span.start, campaign.span.end
    printed = _beside(plan.text, start, end, years)
    if printed and printed.end - start <= 300:
        start, end = min(start, printed.start), max(end, printed.end)
    return " ".join(plan.text[start:end].split()), Span(start=start, end=end)
