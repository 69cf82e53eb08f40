"""Deadlines: as a table, as the calendar of a month and as a timeline; and as files."""

import datetime as dt
from dataclasses import dataclass, replace
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse

from kehoach.cli.command import one_of
from kehoach.errors import CommandError
from kehoach.web.deadline_query import (
    PAGE_ROWS,
    VIEWS,
    DeadlineQuestion,
    page_number,
    question_of,
)
from kehoach.web.month import month_of
from kehoach.web.rendering import page
from kehoach.web.timeline import BYS, timeline_of
from kehoach.web.visitor import Visitor, desk_of, reader
from store import Store
from store.errors import BadQuestion

router = APIRouter(include_in_schema=False)


@dataclass
class Shown:
    """What all three pictures have in common."""

    view: str
    feed: str
    question: DeadlineQuestion
    labels: list[str]
    trouble: None = None


_TIMELINE_ROWS = 80


@router.get("/deadlines", response_class=HTMLResponse)
def deadlines(request: Request, visitor: Annotated[Visitor, Depends(reader)]) -> HTMLResponse:
    """The three pictures of one question."""
    desk = desk_of(request)
    asked = request.query_params
    view = one_of(VIEWS, asked.get("view")) or "table"
    feed = f"/calendar/{visitor.feed or 'local'}/deadlines.ics"
    with desk.store() as store:
        labels = desk.labels(store)
        try:
            question = question_of(asked, store, desk.today)
        except (CommandError, BadQuestion) as trouble:
            known = {"view": view, "feed": feed, "labels": labels}
            return page(request, "deadlines.html", code=400, trouble=trouble, **known)
        shown = Shown(view, feed, question, labels)
        if view == "month":
            return _month(request, store, question, shown)
        if view == "timeline":
            return _timeline(request, store, question, shown)
        number = page_number(asked)
        wanted = replace(question.filter, offset=(number - 1) * PAGE_ROWS)
        found = desk.memory.recall(wanted, lambda: store.deadlines(wanted))
        return page(
            request, "deadlines.html", **vars(shown), found=found, number=number, size=PAGE_ROWS
        )


def _month(
    request: Request, store: Store, question: DeadlineQuestion, shown: Shown
) -> HTMLResponse:
    memory = desk_of(request).memory
    start = question.days.start or desk_of(request).today
    first = start.replace(day=1)
    after = dt.date(first.year + first.month // 12, first.month % 12 + 1, 1)
    return page(
        request,
        "deadlines.html",
        **vars(shown),
        first=first,
        before=f"{first - dt.timedelta(days=1):%Y-%m}",
        after=f"{after:%Y-%m}",
        weeks=memory.recall(
            ("month", question.filter, first), lambda: month_of(store, question.filter, first)
        ),
    )


def _timeline(
    request: Request, store: Store, question: DeadlineQuestion, shown: Shown
) -> HTMLResponse:
    asked = request.query_params
    by = one_of(BYS, asked.get("by")) or "plan"
    wanted = question.filter
    today = desk_of(request).today
    if not wanted.start and not wanted.end and not wanted.document:
        # Without days, what is coming: a picture of all years shows nothing.
        wanted = replace(wanted, start=today, end=today + dt.timedelta(days=183))
    drawn = replace(wanted, overlapping=True, include_recurring=False, limit=_TIMELINE_ROWS)
    found = desk_of(request).memory.recall(drawn, lambda: store.deadlines(drawn))
    plan = store.plan(wanted.document) if wanted.document else None
    picture = timeline_of(found.rows, plan, by, today)
    return page(request, "deadlines.html", **vars(shown), found=found, by=by, picture=picture)
