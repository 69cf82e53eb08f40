"""What the parameters of the API have in common: who asks, how much, from where on."""

from typing import Annotated

from fastapi import Depends, Query

from kehoach.web.visitor import Visitor, clerk, reader

Reader = Annotated[Visitor, Depends(reader)]
Clerk = Annotated[Visitor, Depends(clerk)]
Limit = Annotated[int, Query(ge=1, le=1000)]
Offset = Annotated[int, Query(ge=0, le=10_000_000)]
