"""Task (nhiệm vụ): a piece of work that has a time."""

from schemas.base import Grounded
from schemas.time import TaskTime
from schemas.unit import Unit


class Task(Grounded):
    """`action` in the document's words, without bullet, time label and unit.

    `leads` are the units that do or chair it (đơn vị chủ trì), `partners` those that take
    part (đơn vị phối hợp); `section` is the number path of its heading (`III.2`).
    """

    action: str
    leads: tuple[Unit, ...] = ()
    partners: tuple[Unit, ...] = ()
    time: TaskTime
    section: str | None = None
