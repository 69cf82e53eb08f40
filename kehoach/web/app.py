"""The application: what stands before the pages, the pages, the API, and how troubles are told."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, RedirectResponse, Response
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException

from checks.register import RegisterError
from kehoach import __version__
from kehoach.errors import CommandError
from kehoach.i18n import N_, _
from kehoach.settings import Settings
from kehoach.web.accounts import Accounts
from kehoach.web.api import routes
from kehoach.web.desk import Desk
from kehoach.web.guard import Guard
from kehoach.web.pages import (
    administration,
    ask,
    correct,
    deadlines,
    document,
    documents,
    draft,
    drop,
    findings,
    register,
    signing_in,
    today,
)
from kehoach.web.rendering import page
from kehoach.web.visitor import Refused, Sessions
from store import open_store
from store.errors import BadCorrection, BadQuestion, NotFound, StoreBusy, StoreError

_PAGES = (
    today, deadlines, documents, correct, document, findings, register, drop, draft, ask,
    signing_in, administration,
)  # fmt: skip


def make_app(settings: Settings, accounts: Accounts | None = None) -> FastAPI:
    """The page over `settings.db`, which is made or brought up to date. Without accounts it
    answers this machine only, and whoever reaches it may do everything."""
    open_store(settings.db).close()
    desk = Desk(settings, accounts)

    @asynccontextmanager
    async def life(_app: FastAPI) -> AsyncIterator[None]:
        yield
        desk.close()

    app = FastAPI(
        title="kehoach",
        version=__version__,
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/v1/openapi.json",
        lifespan=life,
    )
    app.state.desk = desk
    for one in _PAGES:
        app.include_router(one.router)
    app.include_router(routes.router)
    app.mount("/static", StaticFiles(directory=Path(__file__).parent / "static"))
    for kind in (CommandError, StoreError, RegisterError, Refused, HTTPException):
        app.add_exception_handler(kind, tell)
    app.add_exception_handler(RequestValidationError, tell)
    app.add_exception_handler(Exception, tell)
    app.add_middleware(Sessions, desk=desk)
    app.add_middleware(Guard, local=accounts is None)
    return app


def tell(request: Request, trouble: Exception) -> Response:
    """The trouble as a page, or as JSON for programs; with what to do about it."""
    code, message, advice = _told(trouble)
    if request.url.path.startswith("/api/"):
        return JSONResponse({"error": message, "advice": advice}, code)
    if isinstance(trouble, Refused) and trouble.sign_in:
        return RedirectResponse(trouble.sign_in, 303)
    return page(request, "trouble.html", code=code, message=message, advice=advice)


_HTTP_WORDS = {
    404: N_("There is no such page."),
    405: N_("This can't be done here."),
    400: N_("What was sent can't be understood."),
}
_STORE_CODES = ((NotFound, 404), (BadCorrection, 400), (BadQuestion, 400), (StoreBusy, 503))


def _told(trouble: Exception) -> tuple[int, str, str]:
    """Status, what is wrong and what to do, in the visitor's language."""
    if isinstance(trouble, StoreError):
        code = next((code for kind, code in _STORE_CODES if isinstance(trouble, kind)), 500)
        values = trouble.values
        return code, _(trouble.message).format(**values), _(trouble.advice).format(**values)
    if isinstance(trouble, CommandError):
        return 400, trouble.message, trouble.advice
    if isinstance(trouble, Refused):
        return 401 if trouble.sign_in else 403, trouble.message, trouble.advice
    if isinstance(trouble, HTTPException):
        words = _HTTP_WORDS.get(trouble.status_code)
        return trouble.status_code, _(words) if words else str(trouble.detail), ""
    if isinstance(trouble, RequestValidationError):
        return 422, _(_HTTP_WORDS[400]), ""
    return 500, _("This is a fault in kehoach, not in what you did."), ""
