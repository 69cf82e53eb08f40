"""Checking a draft: what is wrong in a file that is not stored."""

from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, Response

from extract.errors import ReadError
from kehoach.annotate import annotated
from kehoach.fate import Why, fate_of_trouble
from kehoach.i18n import _
from kehoach.web.forms import SentForm, files_of
from kehoach.web.passages import Excerpt, excerpt
from kehoach.web.rendering import page
from kehoach.web.uploads import LARGEST_FILE, name_for_download, name_of, read_draft
from kehoach.web.visitor import Refused, Visitor, desk_of, reader
from schemas import Finding, Plan

router = APIRouter(include_in_schema=False)

_AROUND = 120  # characters: a list of passages is read faster when each is short


@router.get("/check", response_class=HTMLResponse)
def ask_draft(request: Request, _visitor: Annotated[Visitor, Depends(reader)]) -> HTMLResponse:
    """The form."""
    return _page(request)


@router.post("/check", response_class=HTMLResponse)
def check_draft(
    request: Request, visitor: Annotated[Visitor, Depends(reader)], form: SentForm
) -> HTMLResponse:
    """The findings, the gravest first, each with its passage."""
    files = files_of(form, "file")
    if not files:
        return _page(request)
    name = name_of(files[0])
    desk = desk_of(request)
    try:
        draft = read_draft(files[0], desk)
    except ReadError as trouble:
        return _page(request, name, trouble=fate_of_trouble(Path(name), trouble).why)
    order = ("error", "warn", "note")
    findings = sorted(draft.findings, key=lambda one: order.index(one.severity))
    held = desk.drafts.hold(visitor.token, draft) if findings else ""
    return _page(request, name, [(one, _passage(one, draft.plans)) for one in findings], held=held)


@router.get("/check/{held}/comments")
def comments(request: Request, held: str, visitor: Annotated[Visitor, Depends(reader)]) -> Response:
    """A copy of the draft with the findings as comments, as a download."""
    desk = desk_of(request)
    draft = desk.drafts.of(visitor.token, held)
    if draft is None:
        raise Refused(_("This draft is no longer held."), _("Check it again, then fetch the copy."))
    try:
        name, copy = annotated(
            draft.original, draft.name, draft.findings, *draft.plans, at=desk.settings.now()
        )
    except ReadError as trouble:
        return _page(request, draft.name, trouble=fate_of_trouble(Path(draft.name), trouble).why)
    return Response(
        copy,
        media_type="application/octet-stream",
        headers={"content-disposition": name_for_download(name)},
    )


def _page(
    request: Request,
    name: str = "",
    found: list[tuple[Finding, Excerpt | None]] | None = None,
    trouble: Why | None = None,
    held: str = "",
) -> HTMLResponse:
    megabytes = LARGEST_FILE >> 20
    return page(
        request,
        "check.html",
        name=name,
        found=found,
        trouble=trouble,
        held=held,
        megabytes=megabytes,
    )


def _passage(finding: Finding, plans: tuple[Plan, ...]) -> Excerpt | None:
    text = next((plan.text for plan in plans if plan.id == finding.document.id), "")
    own = finding.evidence[0].span if finding.evidence else None
    return excerpt(text, own, _AROUND) if own and text else None
