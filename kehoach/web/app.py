"""The application: what stands before the pages, the pages, the API, and how troubles are told."""

import gc
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from fastapi import FastAPI, Request
from fastapi.exception_handlers import request_validation_exception_handler
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, RedirectResponse, Response
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException

from checks.register import RegisterError
from kehoach import __version__
from kehoach.errors import CommandError
from kehoach.settings import Settings
from kehoach.web.accounts import Accounts
from kehoach.web.api import routes
from kehoach.web.desk import Desk
from kehoach.web.faults import Faults
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
    exports,
    findings,
    register,
    register_entry,
    signing_in,
    today,
)
from kehoach.web.rendering import page
from kehoach.web.troubles import told
from kehoach.web.visitor import Refused, Sessions
from store import open_store
from store.errors import StoreError

_PAGES = (
    today, deadlines, exports, documents, correct, document, findings, register,
    register_entry, drop, draft, ask, signing_in, administration,
)  # fmt: skip

_TOLD = (
    CommandError, StoreError, RegisterError, Refused, HTTPException, UnicodeEncodeError,
)  # fmt: skip


def make_app(settings: Settings, accounts: Accounts | None = None) -> FastAPI:
    """The page over `settings.db`, which is made or brought up to date. Without accounts it
    answers this machine only, and whoever reaches it may do everything."""
    open_store(settings.db).close()
    desk = Desk(settings, accounts)
    app = FastAPI(
        title="kehoach",
        version=__version__,
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/v1/openapi.json",
        lifespan=_life,
    )
    app.state.desk = desk
    for one in _PAGES:
        app.include_router(one.router)
    app.include_router(routes.router)
    app.mount("/static", StaticFiles(directory=Path(__file__).parent / "static"))
    for kind in _TOLD:
        app.add_exception_handler(kind, tell)
    app.add_exception_handler(RequestValidationError, _tell_what_was_sent)
    app.add_middleware(Faults, tell=tell)
    app.add_middleware(Sessions, desk=desk)
    app.add_middleware(Guard, local=accounts is None)
    return app


@asynccontextmanager
async def _life(app: FastAPI) -> AsyncIterator[None]:
    """From the start of the server to its end."""
    desk: Desk = app.state.desk
    # What was loaded so far stays: a full collection would stop every page for a tenth of a
    # second to look at it again.
    gc.collect()
    gc.freeze()
    threading.Thread(target=desk.pictures.tidy, daemon=True).start()
    yield
    desk.close()


async def _tell_what_was_sent(request: Request, trouble: Exception) -> Response:
    """Programs are told which field; the API's own description says how."""
    if request.url.path.startswith("/api/") and isinstance(trouble, RequestValidationError):
        return await request_validation_exception_handler(request, trouble)
    return tell(request, trouble)


def tell(request: Request, trouble: Exception) -> Response:
    """The trouble as a page, or as JSON for programs; with what to do about it."""
    code, message, advice = told(trouble)
    if request.url.path.startswith("/api/"):
        return JSONResponse({"error": message, "advice": advice}, code)
    if isinstance(trouble, Refused) and trouble.sign_in:
        return RedirectResponse(trouble.sign_in, 303)
    told_as = {"message": message, "advice": advice, "missing": code == 404}
    return page(request, "trouble.html", code, **told_as)
