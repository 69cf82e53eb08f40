"""What an office looks after: its inbox, its units, corrections and probable duplicates."""

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Request

from kehoach.checking import changing
from kehoach.watch.waiting_list import STATES, waiting_list
from kehoach.web.api.answers import (
    CorrectionAnswer,
    FindingAnswer,
    Inbox,
    Reason,
    Settling,
    UnitsAnswer,
    spoken,
)
from kehoach.web.api.asked import Clerk, Limit, Offset, Reader, own_token
from kehoach.web.pages.correct import taken_back
from kehoach.web.visitor import desk_of
from schemas import Plan
from store.listing import DocumentRow

router = APIRouter()

Number = Annotated[int, Path(ge=0, le=999_999_999_999)]


@router.get("/inbox")
def inbox(request: Request, _visitor: Clerk, limit: Limit = 100) -> Inbox:
    """As `kehoach inbox --json`: the first files that wait or failed, and all by their states."""
    with desk_of(request).store() as store:
        rows = waiting_list(store, STATES, limit)
        counts = store.journal.counts()
    return Inbox(files=tuple(rows), summary=counts)


@router.get("/units")
def units(
    request: Request, _visitor: Reader, q: str = "", limit: Limit = 100, offset: Offset = 0
) -> UnitsAnswer:
    """Units by words of their names, aliases and abbreviations; all of them without words."""
    with desk_of(request).store() as store:
        rows, total = store.units(q[:200].strip() or None, limit=limit, offset=offset)
    return UnitsAnswer(rows=tuple(rows), total=total)


@router.get("/findings/{finding_id}")
def finding(request: Request, finding_id: str, _visitor: Reader) -> FindingAnswer:
    """One finding with the verdict on it."""
    with desk_of(request).store() as store:
        return spoken(store.finding(finding_id))


@router.get("/documents/{document_id}/corrections")
def corrections(request: Request, document_id: str, _visitor: Reader) -> list[CorrectionAnswer]:
    """What people corrected, each with the number under which it is taken back."""
    with desk_of(request).store() as store:
        return [
            CorrectionAnswer(**{name: getattr(one, name) for name in CorrectionAnswer.model_fields})
            for one in store.corrections(document_id)
        ]


@router.post(
    "/documents/{document_id}/corrections/{number}/undo", dependencies=[Depends(own_token)]
)
def undo(
    request: Request, document_id: str, number: Number, visitor: Clerk, wanted: Reason
) -> Plan:
    """The record as it is now."""
    return taken_back(desk_of(request), document_id, str(number), visitor.name, wanted.why)


@router.post("/documents/{document_id}/settle", dependencies=[Depends(own_token)])
def settle(request: Request, document_id: str, visitor: Clerk, wanted: Settling) -> DocumentRow:
    """A person's word on a probable duplicate; the row as it is now."""
    desk = desk_of(request)
    with desk.store(writing=True) as store:
        with changing(store, document_id, desk.settings):
            store.settle_duplicate(
                document_id,
                same=wanted.same,
                who=visitor.name,
                why=wanted.why,
                at=desk.settings.now(),
            )
        return store.look_up(document_id).rows[0]
