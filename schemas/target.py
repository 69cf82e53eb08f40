"""Target (chỉ tiêu): a quantity to be reached."""

from typing import Literal

from schemas.base import Grounded
from schemas.time import TaskTime


class Target(Grounded):
    """`indicator` in the document's words; `aspiration` is true for `phấn đấu`."""

    indicator: str
    comparison: Literal[">=", "<=", "="] = "="
    value: float | int
    unit: str | None = None
    population: str | None = None
    time: TaskTime | None = None
    aspiration: bool = False
