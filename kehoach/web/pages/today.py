"""Today: what is due, what is wrong, what waits; every number leads to what it counts."""

import datetime as dt
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse

from kehoach.web.rendering import page
from kehoach.web.visitor import Visitor, desk_of, reader
from store import Store
from store.deadlines import DeadlineFilter
from store.findings import FindingFilter
from store.listing import DocumentFilter

router = APIRouter(include_in_schema=False)

_SHOWN = 12


@router.get("/", response_class=HTMLResponse)
def today(request: Request, _visitor: Annotated[Visitor, Depends(reader)]) -> HTMLResponse:
    """The page that opens first."""
    desk = desk_of(request)
    day = desk.today
    monday = day - dt.timedelta(days=day.weekday())
    stretches = {
        "week": (monday, monday + dt.timedelta(days=6)),
        "coming": (day, day + dt.timedelta(days=30)),
        "past": (day - dt.timedelta(days=30), day - dt.timedelta(days=1)),
    }
    with desk.store() as store:
        numbers = desk.memory.recall(("today", day), lambda: _numbers(store, stretches))
        soon = store.deadlines(
            DeadlineFilter(start=day, end=day + dt.timedelta(days=30), limit=_SHOWN)
        )
        return page(
            request,
            "today.html",
            stretches=stretches,
            numbers=numbers,
            soon=soon.rows,
            newest=store.documents(DocumentFilter(limit=6)),
            waiting=desk.memory.recall("inbox", store.journal.counts),
        )


@dataclass(frozen=True)
class Numbers:
    """What the page counts; `due` by the names of its stretches of days."""

    due: dict[str, int]
    errors: int
    warnings: int
    documents: int
    doubled: int


def _numbers(store: Store, stretches: dict[str, tuple[dt.date, dt.date]]) -> Numbers:
    wrong = store.count_findings(FindingFilter(status="open"))
    return Numbers(
        due={name: _count(store, *stretch) for name, stretch in stretches.items()},
        errors=wrong.get(("error", "open"), 0),
        warnings=wrong.get(("warn", "open"), 0),
        documents=store.count_documents(),
        doubled=store.count_documents(DocumentFilter(status="probable-duplicate")),
    )


def _count(store: Store, start: dt.date, end: dt.date) -> int:
    return store.deadlines(DeadlineFilter(start=start, end=end, limit=1)).total
