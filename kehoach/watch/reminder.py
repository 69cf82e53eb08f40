"""Reminders: deadlines that are just so many days ahead, and files that wait for a person."""

import datetime as dt
from dataclasses import dataclass

from kehoach.settings import Settings
from kehoach.watch.waiting_list import FOR_A_PERSON, InboxRow, waiting_list
from store import Store
from store.deadlines import DeadlineFilter, DeadlinePage

_SHOWN = 50


@dataclass(frozen=True)
class Reminder:
    """`ahead` pairs a number of days with what is due then, the soonest first."""

    day: dt.date
    ahead: tuple[tuple[int, DeadlinePage], ...]
    waiting: tuple[InboxRow, ...]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to remind of: then nothing is sent."""
        return not self.waiting and not any(page.total for _days, page in self.ahead)


def remind(store: Store, settings: Settings) -> Reminder:
    """The reminder of today."""
    day = settings.today
    pages = tuple(
        (days, _due_on(store, day + dt.timedelta(days=days)))
        for days in sorted(set(settings.digest.days_before))
    )
    patience = dt.timedelta(days=settings.digest.waiting_days)
    return Reminder(day, pages, tuple(waiting_for_a_person(store, settings.now() - patience)))


def waiting_for_a_person(store: Store, since: dt.datetime | None = None) -> list[InboxRow]:
    """Files that nobody but a person helps on, those that have waited since before a moment."""
    rows = [row for row in waiting_list(store) if row.status in FOR_A_PERSON]
    if since is None:
        return rows
    return [row for row in rows if dt.datetime.fromisoformat(row.since) <= since]


def _due_on(store: Store, day: dt.date) -> DeadlinePage:
    return store.deadlines(DeadlineFilter(start=day, end=day, include_recurring=True, limit=_SHOWN))
