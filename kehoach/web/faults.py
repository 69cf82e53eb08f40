"""Faults of the program, told in words like any other trouble, inside what guards every answer."""

from collections.abc import Callable

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send


class Faults:
    """Answers with what `tell` says of an exception that nobody expected, and passes it on to
    the server's log."""

    def __init__(self, app: ASGIApp, *, tell: Callable[[Request, Exception], Response]) -> None:
        self._app, self._tell = app, tell

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """As ASGI has it."""
        begun = False

        async def noted(message: Message) -> None:
            nonlocal begun
            begun = begun or message["type"] == "http.response.start"
            await send(message)

        try:
            await self._app(scope, receive, noted)
        except Exception as fault:
            if scope["type"] == "http" and not begun:
                answer = await run_in_threadpool(self._tell, Request(scope, receive), fault)
                await answer(scope, receive, send)
            raise
