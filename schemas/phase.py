"""Phase (đợt, giai đoạn, quý, tháng): a stretch of the plan's own time."""

import datetime as dt

from schemas.base import Grounded


class Phase(Grounded):
    """A stretch under which work is grouped; both days included."""

    label: str
    start: dt.date | None = None
    end: dt.date | None = None
    assumed: tuple[str, ...] = ()
