"""One document: its text with every item marked, its record beside it, and its history."""

from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from extract.painter import Size
from kehoach.checking import changing
from kehoach.citations import resolved
from kehoach.web.chain_picture import LEVELS, chain_picture
from kehoach.web.desk import Desk
from kehoach.web.forms import SentForm, words_of
from kehoach.web.passages import marked_text
from kehoach.web.pictures import has_pages
from kehoach.web.record_items import groups_of, marks_of
from kehoach.web.rendering import page
from kehoach.web.sheets import sheets_of
from kehoach.web.uploads import name_for_download
from kehoach.web.visitor import Visitor, clerk, desk_of, reader
from schemas import Plan
from store import Store
from store.errors import StoreError
from store.findings import FindingFilter

router = APIRouter(include_in_schema=False)

Number = Annotated[int, Query(ge=0, le=1 << 60)]

# What a document's file shows never changes; a later version of it has another address.
_LASTING = "private, max-age=86400"
_MOST_TEXT = 1_000_000  # characters that are shown; a browser lays out no more with ease
_MOST_FINDINGS = 200


@router.get("/documents/{document_id}", response_class=HTMLResponse)
def document(
    request: Request, document_id: str, _visitor: Annotated[Visitor, Depends(reader)]
) -> HTMLResponse:
    """Raises `NotFound` for an unknown id."""
    desk = desk_of(request)
    with desk.store() as store:
        plan = store.plan(document_id)
        row = store.look_up(document_id).rows[0]
        groups = groups_of(plan)
        pictured = request.query_params.get("view") != "text" and has_pages(plan)
        sizes = _sizes(desk, store, plan) if pictured else ()
        sheets = sheets_of(plan, groups, sizes)
        links = [resolved(link, desk.settings) for link in store.citation_links(document_id)]
        chain, cited_by = store.chain(document_id, LEVELS), store.cited_by(document_id)
        corrections = store.corrections(document_id)
        return page(
            request,
            "document.html",
            row=row,
            plan=plan,
            groups=groups,
            paged=has_pages(plan),
            sheets=sheets,
            framed={frame.item for sheet in sheets for frame in sheet.frames},
            text="" if sheets else marked_text(plan.text[:_MOST_TEXT], marks_of(groups)),
            cut=not sheets and len(plan.text) > _MOST_TEXT,
            citations={link.link.item: link for link in links},
            cited_by=cited_by,
            picture=chain_picture(row, chain, cited_by),
            corrections=corrections,
            corrected={one.item or one.field for one in corrections},
            findings=store.findings(FindingFilter(document=document_id, limit=_MOST_FINDINGS)),
            versions=store.versions(document_id),
            files=store.files(document_id),
            log=store.log(document_id, limit=40),
        )


def _sizes(desk: Desk, store: Store, plan: Plan) -> tuple[Size, ...]:
    try:
        return desk.pictures.sizes(plan.source, lambda: store.original(plan.id))
    except StoreError:  # the file is gone; its text and its record are still there
        return ()


@router.get("/documents/{document_id}/pages/{number}.jpg")
def sheet(
    request: Request, document_id: str, number: int, _visitor: Annotated[Visitor, Depends(reader)]
) -> Response:
    """A page as a picture; raises `NotFound` where there is none."""
    desk = desk_of(request)
    with desk.store() as store:
        plan = store.plan(document_id)
        known = has_pages(plan) and 1 <= number <= len(_sizes(desk, store, plan))
        drawn = known and desk.pictures.picture(
            plan.source, number, lambda: store.original(document_id)
        )
    if not drawn:
        raise HTTPException(404)
    return Response(drawn, media_type="image/jpeg", headers={"cache-control": _LASTING})


@router.get("/documents/{document_id}/original")
def original(
    request: Request, document_id: str, _visitor: Annotated[Visitor, Depends(reader)]
) -> Response:
    """The file as it came, always as a download: a browser must not run what is in it."""
    with desk_of(request).store() as store:
        content = store.original(document_id)
        name = store.plan(document_id).name
    return Response(
        content,
        media_type="application/octet-stream",
        headers={"content-disposition": name_for_download(name)},
    )


@router.get("/documents/{document_id}/changes", response_class=HTMLResponse)
def changes(
    request: Request,
    document_id: str,
    before: Number,
    after: Number,
    _visitor: Annotated[Visitor, Depends(reader)],
) -> HTMLResponse:
    """What differs between two versions."""
    with desk_of(request).store() as store:
        plan = store.plan(document_id)
        found = store.changes(document_id, before, after)
    return page(request, "changes.html", plan=plan, changes=found)


@router.post("/documents/{document_id}/settle")
def settle(
    request: Request,
    document_id: str,
    visitor: Annotated[Visitor, Depends(clerk)],
    form: SentForm,
) -> Response:
    """A person's word on a probable duplicate."""
    desk = desk_of(request)
    with desk.store(writing=True) as store, changing(store, document_id, desk.settings):
        store.settle_duplicate(
            document_id,
            same=form.get("same") == "yes",
            who=visitor.name,
            why=words_of(form, "why"),
            at=desk.settings.now(),
        )
    return RedirectResponse("/documents?status=probable-duplicate", 303)
