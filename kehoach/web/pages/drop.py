"""Taking in: files are dropped, many at once, and each one's fate is told."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse

from kehoach.fate import Fate
from kehoach.watch.waiting_list import FOR_A_PERSON, STATE_WORDS, waiting_list
from kehoach.web.forms import SentForm, files_of
from kehoach.web.rendering import page
from kehoach.web.uploads import LARGEST_FILE, MOST_FILES, take_in
from kehoach.web.visitor import Visitor, clerk, desk_of
from store.journal import FileState

router = APIRouter(include_in_schema=False)

_UNDER_WAY: tuple[FileState, ...] = ("reading", "waiting")
_SHOWN = 50  # files of each list; all of them are the command line's, kehoach inbox


@router.get("/drop", response_class=HTMLResponse)
def drop(request: Request, _visitor: Annotated[Visitor, Depends(clerk)]) -> HTMLResponse:
    """The form."""
    return _page(request, None)


@router.post("/drop", response_class=HTMLResponse)
def dropped(
    request: Request, visitor: Annotated[Visitor, Depends(clerk)], form: SentForm
) -> HTMLResponse:
    """Reads and stores what was sent; one line a document, troubles with what to do."""
    desk = desk_of(request)
    fates = [
        fate for upload in files_of(form, "files") for fate in take_in(upload, desk, visitor.name)
    ]
    return _page(request, fates)


def _page(request: Request, told: list[Fate] | None) -> HTMLResponse:
    with desk_of(request).store() as store:
        waiting = waiting_list(store, _UNDER_WAY, _SHOWN)
        failed = waiting_list(store, FOR_A_PERSON, _SHOWN)
        counts = store.journal.counts()
    return page(
        request,
        "drop.html",
        told=told,
        waiting=waiting,
        failed=failed,
        all_waiting=sum(counts.get(state, 0) for state in _UNDER_WAY),
        state_words=STATE_WORDS,
        most=MOST_FILES,
        megabytes=LARGEST_FILE >> 20,
    )
