"""Asking: one box for a question in a sentence; what it can't understand is looked for."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse

from kehoach.web.deadline_query import LONGEST_WORDS
from kehoach.web.rendering import page
from kehoach.web.visitor import Visitor, desk_of, reader

router = APIRouter(include_in_schema=False)

_HITS = 10


@router.get("/ask", response_class=HTMLResponse)
def ask(request: Request, _visitor: Annotated[Visitor, Depends(reader)]) -> HTMLResponse:
    """The box, and what holds the words."""
    words = request.query_params.get("q", "").strip()[:LONGEST_WORDS]
    with desk_of(request).store() as store:
        found = store.search(words, limit=_HITS) if words else None
    return page(request, "ask.html", hits=found)
