"""The digest: what a morning's reader wants to know, gathered once, written in two forms."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import takewhile

from kehoach.settings import Settings
from kehoach.watch.reminder import waiting_for_a_person
from kehoach.watch.waiting_list import InboxRow
from schemas import Finding
from store import Store
from store.deadlines import DeadlineFilter, DeadlinePage
from store.findings import FindingFilter
from store.listing import DocumentFilter, DocumentRow

_SHOWN = 50  # rows of each list; the total is told
_AT_ONCE = 200  # documents
_PAST = dt.timedelta(days=30)


@dataclass(frozen=True)
class Digest:
    """`new` are the documents stored since `since`, `errors` the open errors found in them.

    `week` ends seven days from `day`, `month` is what follows up to thirty; `overdue` is
    what ended in the thirty days before, since nobody tells the program what was done.
    `waiting` are files of the drop folder that need a person.
    """

    day: dt.date
    since: dt.date
    new: list[DocumentRow]
    week: DeadlinePage
    month: DeadlinePage
    overdue: DeadlinePage
    errors: list[Finding]
    waiting: list[InboxRow]


def gather(store: Store, settings: Settings, since: dt.date) -> Digest:
    """Everything in the digest of today."""
    day = settings.today
    new = list(
        takewhile(
            lambda row: row.stored_at.astimezone(settings.zone).date() >= since, _newest(store)
        )
    )
    return Digest(
        day=day,
        since=since,
        new=new,
        week=_due(store, day, day + dt.timedelta(days=7)),
        month=_due(store, day + dt.timedelta(days=8), day + dt.timedelta(days=30)),
        overdue=_due(store, day - _PAST, day - dt.timedelta(days=1)),
        errors=[finding for row in new for finding in _errors(store, row.id)],
        waiting=waiting_for_a_person(store),
    )


def _newest(store: Store) -> Iterator[DocumentRow]:
    """The last arrivals first; no more of them are fetched than are looked at."""
    wanted = DocumentFilter(order="arrival", limit=_AT_ONCE)
    while rows := store.documents(wanted):
        yield from rows
        wanted = replace(wanted, offset=wanted.offset + _AT_ONCE)


def _due(store: Store, start: dt.date, end: dt.date) -> DeadlinePage:
    return store.deadlines(
        DeadlineFilter(start=start, end=end, include_recurring=True, limit=_SHOWN)
    )


def _errors(store: Store, document_id: str) -> list[Finding]:
    return store.findings(FindingFilter(document=document_id, severity="error", status="open"))
