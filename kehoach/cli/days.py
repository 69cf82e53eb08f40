"""The days that a command is asked about, from its options."""

import datetime as dt

from kehoach.cli.output import tell
from kehoach.i18n import _
from kehoach.settings import Settings
from kehoach.window import window_of
from store.spans import Days


def days_asked(
    settings: Settings,
    *,
    quarter: str | None,
    month: str | None,
    year: int | None,
    start: dt.date | None,
    end: dt.date | None,
) -> Days:
    """As `window_of`; a year that nobody named is told."""
    days = window_of(settings.today, quarter=quarter, month=month, year=year, start=start, end=end)
    if days.year_assumed and days.start:
        tell(_("No year was named: {year} is taken.").format(year=days.start.year))
    return days
