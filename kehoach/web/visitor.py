"""Visitor: who asks, by the session's cookie, and what they may do."""

import secrets
from dataclasses import dataclass
from urllib.parse import quote

from fastapi import Request
from starlette.datastructures import FormData, MutableHeaders
from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kehoach.i18n import Language, _, speak
from kehoach.web.accounts import SESSION_HOURS, Role
from kehoach.web.desk import Desk

COOKIE = "kehoach"
LANGUAGE_COOKIE = "language"
_RANK: dict[Role, int] = {"reader": 0, "clerk": 1, "admin": 2}
_LONGEST_TOKEN = 64


class Refused(Exception):
    """The visitor may not do this; `sign_in` is where they could become someone who may."""

    def __init__(self, message: str, advice: str = "", *, sign_in: str | None = None) -> None:
        super().__init__(message)
        self.message, self.advice, self.sign_in = message, advice, sign_in


@dataclass(frozen=True)
class Visitor:
    """`name` is noted with every change; `csrf` goes into every form. `role` is `None` for
    someone who has to sign in first; `feed` is the secret of their calendar addresses."""

    token: str
    csrf: str
    name: str
    role: Role | None
    feed: str = ""

    def may(self, role: Role) -> bool:
        """Whether this visitor has the role or a higher one."""
        return self.role is not None and _RANK[self.role] >= _RANK[role]


def desk_of(connection: HTTPConnection) -> Desk:
    """The server's desk."""
    desk = connection.app.state.desk
    assert isinstance(desk, Desk)
    return desk


def visitor_of(request: Request) -> Visitor:
    """Who asks."""
    visitor = request.scope["visitor"]
    assert isinstance(visitor, Visitor)
    return visitor


def reader(request: Request) -> Visitor:
    """A visitor who may read; else `Refused`."""
    return _with_role(request, "reader")


def clerk(request: Request) -> Visitor:
    """A visitor who may change things; else `Refused`."""
    return _with_role(request, "clerk")


def admin(request: Request) -> Visitor:
    """A visitor who may administer; else `Refused`."""
    return _with_role(request, "admin")


def _with_role(request: Request, role: Role) -> Visitor:
    visitor = visitor_of(request)
    if visitor.may(role):
        return visitor
    if visitor.role is None:
        back = request.url.path + (f"?{request.url.query}" if request.url.query else "")
        where = f"/sign-in?back={quote(back)}" if request.method == "GET" else "/sign-in"
        raise Refused(_("Please sign in first."), sign_in=where)
    raise Refused(
        _("Your account may not do this."), _("Ask the administrator for the right to change.")
    )


def check_form(request: Request, form: FormData) -> None:
    """Raise `Refused` unless the form was made for this visitor's session."""
    sent = form.get("csrf")
    check_token(request, sent if isinstance(sent, str) else "")


def check_token(request: Request, sent: str) -> None:
    """The same for a token that came some other way (a program's header)."""
    visitor = visitor_of(request)
    if not desk_of(request).is_signed(visitor.token, sent):
        raise Refused(
            _("This form is out of date or came from another site; nothing was changed."),
            _("Go back, reload the page and send it again."),
        )


class Sessions:
    """Finds out for every request who asks and in which language, and keeps the cookie."""

    def __init__(self, app: ASGIApp, desk: Desk) -> None:
        self._app, self._desk = app, desk

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """As ASGI has it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        cookies = HTTPConnection(scope).cookies
        speak(_language(cookies.get(LANGUAGE_COOKIE), self._desk.settings.lang))
        known = cookies.get(COOKIE, "")
        token = known if 20 <= len(known) <= _LONGEST_TOKEN else secrets.token_urlsafe(32)
        scope["visitor"] = self._visitor(token)

        async def with_cookie(message: Message) -> None:
            if message["type"] == "http.response.start" and token != known:
                headers = MutableHeaders(scope=message)
                if "set-cookie" not in headers:
                    headers.append("set-cookie", cookie(token, scope.get("scheme") == "https"))
            await send(message)

        await self._app(scope, receive, with_cookie)

    def _visitor(self, token: str) -> Visitor:
        csrf = self._desk.sign(token)
        accounts = self._desk.accounts
        if accounts is None:
            return Visitor(token, csrf, self._desk.settings.actor, "admin")
        account = accounts.of_session(token, self._desk.settings.now())
        if account is None:
            return Visitor(token, csrf, "", None)
        return Visitor(token, csrf, account.name, account.role, account.feed)


def cookie(token: str, secure: bool) -> str:
    """The header that keeps a session: no script reads it, no other site's form sends it."""
    return f"{COOKIE}={token}; HttpOnly; SameSite=Lax; Path=/; Max-Age={SESSION_HOURS * 3600}" + (
        "; Secure" if secure else ""
    )


def _language(wanted: str | None, usual: Language) -> Language:
    return "en" if wanted == "en" else "vi" if wanted == "vi" else usual
