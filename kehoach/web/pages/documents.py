"""Documents: the list, with search."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse

from kehoach.cli.command import one_of
from kehoach.cli.documents import ORDERS
from kehoach.errors import CommandError
from kehoach.web.deadline_query import LONGEST_WORDS, number, page_number
from kehoach.web.rendering import page
from kehoach.web.visitor import Visitor, desk_of, reader
from kehoach.web.wording import LEVEL_WORDS
from store import Store
from store.listing import DocumentFilter

router = APIRouter(include_in_schema=False)

SIZE = 50
_HITS = 20


@router.get("/documents", response_class=HTMLResponse)
def documents(request: Request, _visitor: Annotated[Visitor, Depends(reader)]) -> HTMLResponse:
    """With words, what holds them, the best first; without, the list."""
    asked = request.query_params
    words = asked.get("q", "").strip()[:LONGEST_WORDS]
    here = page_number(asked)
    desk = desk_of(request)
    with desk.store() as store:
        labels = desk.labels(store)
        if words:
            return _found(request, store, words, here, labels)
        try:
            wanted = _wanted(asked, here)
        except CommandError as trouble:
            return page(
                request, "documents.html", code=400, hits=None, trouble=trouble, labels=labels
            )
        counted = replace(wanted, order="arrival", limit=None, offset=0)
        return page(
            request,
            "documents.html",
            hits=None,
            trouble=None,
            labels=labels,
            rows=store.documents(wanted),
            total=desk.memory.recall(counted, lambda: store.count_documents(counted)),
            number=here,
            size=SIZE,
        )


def _found(
    request: Request, store: Store, words: str, here: int, labels: list[str]
) -> HTMLResponse:
    """What holds the words, a page of it."""
    found = desk_of(request).memory.recall(
        ("search", words, here),
        lambda: store.search(words, limit=_HITS, offset=(here - 1) * _HITS),
    )
    return page(
        request,
        "documents.html",
        hits=found,
        number=here,
        size=_HITS,
        labels=labels,
        trouble=None,
    )


def _wanted(asked: Mapping[str, str], here: int) -> DocumentFilter:
    """A page of the list; raises `CommandError` for a year that is none."""
    return DocumentFilter(
        year=number(asked, "year", 1900, 2200),
        issuer=asked.get("issuer", "").strip()[:LONGEST_WORDS] or None,
        level=one_of(tuple(LEVEL_WORDS), asked.get("level")),
        status=one_of(("probable-duplicate",), asked.get("status")),
        label=asked.get("label", "").strip()[:LONGEST_WORDS] or None,
        order=one_of(ORDERS, asked.get("order")) or "arrival",
        limit=SIZE,
        offset=(here - 1) * SIZE,
    )
