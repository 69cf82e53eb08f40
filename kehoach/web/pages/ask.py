"""Asking: one box for a question in a sentence; what it can't understand is looked for."""

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse

from kehoach.ask import answer
from kehoach.i18n import language
from kehoach.web.deadline_query import LONGEST_WORDS
from kehoach.web.rendering import page
from kehoach.web.understood import address_of, understood
from kehoach.web.visitor import Visitor, desk_of, reader

router = APIRouter(include_in_schema=False)

_HITS = 10
# The kinds of rows that an answer can have, by the names of their classes.
_SHOWN_AS = {
    "DeadlineRow": "deadlines",
    "DocumentRow": "documents",
    "Finding": "findings",
    "CitationLink": "citations",
    "SearchHit": "hits",
    "Tally": "tallies",
}


@router.get("/ask", response_class=HTMLResponse)
def ask(request: Request, _visitor: Annotated[Visitor, Depends(reader)]) -> HTMLResponse:
    """The question as understood with its answer; else why not, and what holds the words."""
    words = request.query_params.get("q", "").strip()[:LONGEST_WORDS]
    if not words:
        return page(request, "ask.html", found=None, hits=None)
    desk = desk_of(request)
    with desk.store() as store:
        found = answer(words, store, desk.today, language())
        if found.meaning is None:
            hits = store.search(words, limit=_HITS)
            suggested = found.refusal.suggestions if found.refusal else ()
            # Commands are for the terminal; what they look for is looked for already.
            asked = [one for one in suggested if not one.startswith("kehoach ")]
            return page(request, "ask.html", found=found, hits=hits, suggestions=asked)
    return page(
        request,
        "ask.html",
        found=found,
        hits=None,
        kind=_kind(found.rows),
        understood=understood(found.meaning),
        address=address_of(found.meaning),
    )


def _kind(rows: Sequence[object]) -> str:
    return _SHOWN_AS[type(rows[0]).__name__] if rows else ""
