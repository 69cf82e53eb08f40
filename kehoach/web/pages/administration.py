"""Administration: who has an account, what was changed by whom, and whether all is well."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from kehoach.cli.command import one_of
from kehoach.errors import BadRequest
from kehoach.web.accounts import ROLES
from kehoach.web.forms import SentForm, words_of
from kehoach.web.rendering import page
from kehoach.web.visitor import Refused, Visitor, admin, desk_of, reader

router = APIRouter(include_in_schema=False)


@router.get("/log", response_class=HTMLResponse)
def changes(request: Request, _visitor: Annotated[Visitor, Depends(reader)]) -> HTMLResponse:
    """The newest changes of all documents."""
    with desk_of(request).store() as store:
        return page(request, "log.html", entries=store.log(limit=200))


@router.get("/accounts", response_class=HTMLResponse)
def accounts(request: Request, _visitor: Annotated[Visitor, Depends(admin)]) -> HTMLResponse:
    """Everyone's account."""
    return _page(request)


def _page(request: Request, trouble: BadRequest | None = None) -> HTMLResponse:
    kept = desk_of(request).accounts
    if kept is None:
        raise Refused("This server has no accounts.")
    return page(
        request,
        "accounts.html",
        code=400 if trouble else 200,
        listed=kept.listed(),
        log=kept.log(),
        trouble=trouble,
    )


@router.post("/accounts")
def keep_account(
    request: Request, visitor: Annotated[Visitor, Depends(admin)], form: SentForm
) -> Response:
    """Makes, changes or removes an account."""
    desk = desk_of(request)
    kept, name = desk.accounts, words_of(form, "name")
    if kept is None:
        raise Refused("This server has no accounts.")
    now = desk.settings.now()
    try:
        if words_of(form, "act") == "remove":
            kept.remove(name, who=visitor.name, at=now)
        else:
            role = one_of(ROLES, words_of(form, "role")) or "reader"
            kept.keep(name, role, words_of(form, "password"), who=visitor.name, at=now)
    except BadRequest as trouble:
        return _page(request, trouble)
    return RedirectResponse("/accounts", 303)
