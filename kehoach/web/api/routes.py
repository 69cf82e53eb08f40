"""The API: the questions and changes of the pages, for programs."""

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from starlette.datastructures import UploadFile

from kehoach import __version__
from kehoach.checking import changing
from kehoach.citations import Resolved, resolved
from kehoach.errors import BadRequest
from kehoach.i18n import _
from kehoach.web.api import questions, upkeep
from kehoach.web.api.answers import (
    Correcting,
    Deadlines,
    DocumentAnswer,
    Documents,
    FateAnswer,
    FindingAnswer,
    Health,
    Me,
    Trouble,
    Verdict,
    citation_answer,
    fate_answer,
    spoken,
)
from kehoach.web.api.asked import Clerk, Limit, Offset, Reader, own_token
from kehoach.web.deadline_query import question_of
from kehoach.web.forms import SentForm, files_of
from kehoach.web.uploads import take_in
from kehoach.web.visitor import clerk, desk_of
from schemas import Plan, Severity, Status
from store.deadlines import DeadlineFilter
from store.findings import FindingFilter
from store.listing import DocumentFilter, Order

router = APIRouter(
    prefix="/api/v1",
    responses={
        code: {"model": Trouble, "description": words}
        for code, words in (
            (400, "The request can't be understood"),
            (401, "Sign in first"),
            (403, "Not allowed"),
            (404, "No such thing"),
            (422, "A parameter is wrong"),
            (503, "Another program is writing"),
        )
    },
)


@router.get("/health")
def health(request: Request) -> Health:
    """For a watcher; needs no account and tells nothing but a number."""
    with desk_of(request).store() as store:
        return Health(status="ok", version=__version__, documents=store.count_documents())


@router.get("/me")
def me(visitor: Reader) -> Me:
    """Who asks."""
    assert visitor.role
    return Me(name=visitor.name, role=visitor.role, csrf=visitor.csrf)


@router.get("/deadlines")
def deadlines(
    request: Request,
    _visitor: Reader,
    quarter: str = "",
    month: str = "",
    year: str = "",
    start: Annotated[str, Query(alias="from")] = "",
    end: Annotated[str, Query(alias="to")] = "",
    unit: str = "",
    role: str = "",
    document: str = "",
    area: str = "",
    level: str = "",
    field: str = "",
    label: str = "",
    overlapping: bool = False,
    recurring: bool = False,
    limit: Limit = 100,
    offset: Offset = 0,
) -> Deadlines:
    """The options of `kehoach deadlines`."""
    asked = {
        "quarter": quarter, "month": month, "year": year, "from": start, "to": end, "unit": unit,
        "role": role, "document": document, "area": area, "level": level, "field": field,
        "label": label, "overlapping": "1" * overlapping, "recurring": "1" * recurring,
    }  # fmt: skip
    desk = desk_of(request)
    with desk.store() as store:
        question = question_of(asked, store, desk.today)
        wanted: DeadlineFilter = replace(question.filter, limit=limit, offset=offset)
        found = store.deadlines(wanted)
    days = question.days
    return Deadlines(
        rows=tuple(found.rows),
        total=found.total,
        start=days.start,
        end=days.end,
        year_assumed=days.year_assumed,
    )


@router.get("/documents")
def documents(
    request: Request,
    _visitor: Reader,
    year: Annotated[int | None, Query(ge=1900, le=2200)] = None,
    issuer: str | None = None,
    level: str | None = None,
    label: str | None = None,
    order: Order = "arrival",
    limit: Limit = 100,
    offset: Offset = 0,
) -> Documents:
    """The list."""
    wanted = DocumentFilter(
        year=year,
        issuer=issuer,
        level=level,
        label=label,
        order=order,
        limit=limit,
        offset=offset,
    )
    with desk_of(request).store() as store:
        rows, total = store.documents(wanted), store.count_documents(wanted)
    return Documents(rows=tuple(rows), total=total)


_FILES = {
    "requestBody": {
        "required": True,
        "content": {
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "required": ["files"],
                    "properties": {
                        "files": {"type": "array", "items": {"type": "string", "format": "binary"}}
                    },
                }
            }
        },
    }
}


@router.post("/documents", dependencies=[Depends(clerk)], openapi_extra=_FILES)
def take_files(request: Request, visitor: Clerk, form: SentForm) -> list[FateAnswer]:
    """Multipart files in the field `files`; the token in `X-CSRF-Token`."""
    desk = desk_of(request)
    sent: list[UploadFile] = files_of(form, "files")
    return [fate_answer(fate) for one in sent for fate in take_in(one, desk, visitor.name)]


@router.get("/documents/{document_id}")
def document(request: Request, document_id: str, _visitor: Reader) -> DocumentAnswer:
    """As `kehoach show --json`."""
    desk = desk_of(request)
    with desk.store() as store:
        plan = store.plan(document_id)
        cites = [resolved(link, desk.settings) for link in store.citation_links(document_id)]
        cited_by = [Resolved(link, link.resolution) for link in store.cited_by(document_id)]
        return DocumentAnswer(
            document=store.look_up(document_id).rows[0],
            record=plan,
            citations=tuple(citation_answer(each) for each in cites),
            cited_by=tuple(citation_answer(each) for each in cited_by),
            findings=tuple(
                spoken(one) for one in store.findings(FindingFilter(document=document_id))
            ),
        )


@router.post("/documents/{document_id}/corrections", dependencies=[Depends(own_token)])
def correct(request: Request, document_id: str, visitor: Clerk, wanted: Correcting) -> Plan:
    """The record as it is now."""
    desk = desk_of(request)
    with desk.store(writing=True) as store, changing(store, document_id, desk.settings):
        return store.correct(
            document_id,
            wanted.field,
            wanted.value,
            who=visitor.name,
            why=wanted.why,
            at=desk.settings.now(),
        )


@router.get("/findings")
def findings(
    request: Request,
    _visitor: Reader,
    rule: str | None = None,
    severity: Severity | None = None,
    document: str | None = None,
    status: Status | None = None,
    office: str | None = None,
    level: str | None = None,
    field: str | None = None,
    label: str | None = None,
    limit: Limit = 100,
    offset: Offset = 0,
) -> list[FindingAnswer]:
    """As `kehoach check --json`; `document` is an id, `office` who issued the plan."""
    wanted = FindingFilter(
        rule,
        severity,
        document,
        status,
        limit,
        offset,
        office=office,
        level=level,
        field=field,
        label=label,
    )
    with desk_of(request).store() as store:
        return [spoken(one) for one in store.findings(wanted)]


@router.post("/findings/{finding_id}/verdict", dependencies=[Depends(own_token)])
def decide(request: Request, finding_id: str, visitor: Clerk, wanted: Verdict) -> FindingAnswer:
    """The finding as it is now."""
    desk = desk_of(request)
    if wanted.status == "dismissed" and not (wanted.reason or "").strip():
        raise BadRequest(_("A dismissal needs a reason."), _("Say why in a sentence."))
    with desk.store(writing=True) as store:
        return spoken(
            store.decide(
                finding_id,
                wanted.status,
                reason=wanted.reason,
                who=visitor.name,
                at=desk.settings.now(),
            )
        )


router.include_router(questions.router)
router.include_router(upkeep.router)
