"""What the parameters of the API have in common: who asks, how much, from where on."""

from typing import Annotated

from fastapi import Depends, Header, Query, Request

from kehoach.web.visitor import Visitor, check_token, clerk, reader

Reader = Annotated[Visitor, Depends(reader)]
Clerk = Annotated[Visitor, Depends(clerk)]
Limit = Annotated[int, Query(ge=1, le=1000)]
Offset = Annotated[int, Query(ge=0, le=10_000_000)]


def own_token(request: Request, x_csrf_token: Annotated[str, Header()] = "") -> None:
    """Only a page or program that could read the token may change anything."""
    check_token(request, x_csrf_token)
