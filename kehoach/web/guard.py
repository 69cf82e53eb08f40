"""What stands before every page: whose name the server answers to, how much it takes in, and
the headers that tell a browser to run nothing but our own files."""

from ipaddress import ip_address

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LARGEST_BODY = 256 << 20  # bytes of one request, all its files together
_LARGEST_OF_ANYBODY = 1 << 16  # of a request that needs no account: a name and a password
_FOR_ANYBODY = "/sign-in"

_POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "content-security-policy": _POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}


def is_local(host: str) -> bool:
    """Whether only this machine reaches an address."""
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost"


class Guard:
    """Headers on every answer; a limit on every request's size; with `local`, only requests
    that name this machine and were passed on by nobody: a page elsewhere that has its name
    point to 127.0.0.1, or a proxy set up without accounts, must not get in."""

    def __init__(self, app: ASGIApp, *, local: bool, largest: int = LARGEST_BODY) -> None:
        self._app, self._local, self._largest = app, local, largest

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """As ASGI has it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        guarded = _with_headers(send, scope["path"])
        if self._local and not _is_for_us(headers):
            refusal = PlainTextResponse("This server answers to this machine only.", 400)
            await refusal(scope, receive, guarded)
            return
        most = min(self._largest, _LARGEST_OF_ANYBODY if scope["path"] == _FOR_ANYBODY else 1 << 62)
        size = headers.get("content-length", "0")
        if not size.isdecimal() or int(size) > most:
            await PlainTextResponse("Too large.", 413)(scope, receive, guarded)
            return
        await self._app(scope, _counted(receive, most), guarded)


def _counted(receive: Receive, most: int) -> Receive:
    """A body that says no length is cut off, and the connection with it, at the limit."""
    taken = 0

    async def counted() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        return {"type": "http.disconnect"} if taken > most else message

    return counted


def _is_for_us(headers: Headers) -> bool:
    host = headers.get("host", "")
    name = host.rsplit(":", 1)[0] if not host.endswith("]") else host
    return is_local(name) and "x-forwarded-for" not in headers and "forwarded" not in headers


def _with_headers(send: Send, path: str) -> Send:
    async def with_headers(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in _HEADERS.items():
                headers[name] = value
            lasting = path.startswith("/static/")
            if lasting:
                headers["cache-control"] = "public, max-age=3600"
            elif "cache-control" not in headers:
                headers["cache-control"] = "no-store"
        await send(message)

    return with_headers
