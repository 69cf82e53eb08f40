"""Signing in and out, and the choice of language."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from kehoach.web.forms import SentForm, words_of
from kehoach.web.rendering import page
from kehoach.web.visitor import (
    COOKIE,
    LANGUAGE_COOKIE,
    Visitor,
    cookie,
    desk_of,
    visitor_of,
)

router = APIRouter(include_in_schema=False)

_YEAR = 365 * 24 * 3600


@router.get("/sign-in", response_class=HTMLResponse)
def ask_name(request: Request, back: str = "/") -> Response:
    """The form; who need not sign in goes on at once."""
    if visitor_of(request).role is not None:
        return RedirectResponse(inside(back), 303)
    return page(request, "sign_in.html", back=inside(back), trouble="")


@router.post("/sign-in", response_class=HTMLResponse)
def sign_in(request: Request, form: SentForm) -> Response:
    """A new session with a token of its own: one that was set before is worth nothing."""
    desk = desk_of(request)
    back, name = inside(words_of(form, "back")), words_of(form, "name")
    if desk.accounts is None:
        return RedirectResponse(back, 303)
    now = desk.settings.now()
    client = request.client.host if request.client else ""
    keys = (f"name {name.casefold()[:40]}", f"address {client}")
    if not desk.attempts.may_try(keys, now):
        return page(request, "sign_in.html", code=429, back=back, trouble="wait")
    token = desk.accounts.sign_in(name, words_of(form, "password"), now)
    if token is None:
        return page(request, "sign_in.html", code=403, back=back, trouble="wrong")
    desk.attempts.succeeded(keys)
    answer = RedirectResponse(back, 303)
    answer.headers["set-cookie"] = cookie(token, request.url.scheme == "https")
    return answer


@router.post("/sign-out")
def sign_out(
    request: Request, visitor: Annotated[Visitor, Depends(visitor_of)], _form: SentForm
) -> Response:
    """Ends the session here and in the browser."""
    desk = desk_of(request)
    if desk.accounts is not None:
        desk.accounts.sign_out(visitor.token)
    answer = RedirectResponse("/sign-in", 303)
    answer.delete_cookie(COOKIE)
    return answer


@router.get("/language/{wanted}")
def choose_language(wanted: str, back: str = "/") -> Response:
    """Remembers the language in a cookie of its own and goes back to the page."""
    answer = RedirectResponse(inside(back), 303)
    chosen = "en" if wanted == "en" else "vi"
    answer.set_cookie(LANGUAGE_COOKIE, chosen, max_age=_YEAR, httponly=True, samesite="lax")
    return answer


def inside(back: str) -> str:
    """The address if it is a page of ours, else the first page: no link of ours leads away."""
    plain = back.isascii() and back.isprintable() and "\\" not in back
    return back if plain and back.startswith("/") and not back.startswith("//") else "/"
