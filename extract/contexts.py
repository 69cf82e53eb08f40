"""Contexts: the year, school year, issuer and area that bare expressions lean on."""

import datetime as dt
import re
from collections import Counter

from extract.context import Context
from extract.definitions import with_definitions
from extract.flow import Flow
from extract.units import NO_ALIASES, Aliases
from schemas import Period, Unit

_YEAR = re.compile(r"(?<![\d/.])20[0-4]\d(?![\d/])")
_SCHOOL_YEAR_DAYS = ((9, 1), (8, 31))
_SAMPLE = 20_000  # characters of the body that vote on the year


def context_of(
    flow: Flow,
    *,
    issued_on: dt.date | None,
    period: Period | None,
    issuer: Unit | None,
    aliases: Aliases = NO_ALIASES,
) -> Context:
    """The context of a document whose header and footer have been read."""
    year, school_year, assumed = _years(flow, issued_on, period)
    return Context(
        year=year,
        school_year=school_year,
        issued_on=issued_on,
        period=period,
        issuer=issuer,
        area=issuer.area if issuer else None,
        assumed_year=assumed,
        aliases=with_definitions(flow.text, aliases),
    )


def _years(
    flow: Flow, issued_on: dt.date | None, period: Period | None
) -> tuple[int | None, int | None, str | None]:
    """Calendar year, first year of the school year, and where the year was taken from."""
    if period is not None and period.start and period.end:
        start, end = period.start, period.end
        days = ((start.month, start.day), (end.month, end.day))
        if days == _SCHOOL_YEAR_DAYS and end.year == start.year + 1:
            return None, start.year, None
        if start.year == end.year:
            return start.year, None, None
    if issued_on is not None:
        return issued_on.year, None, "issued_on"
    votes = Counter(m[0] for m in _YEAR.finditer(flow.text, 0, _SAMPLE))
    if votes:
        return int(votes.most_common(1)[0][0]), None, "text"
    return None, None, None
