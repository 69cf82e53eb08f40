"""Context: what the whole document says that a bare expression in it leans on."""

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from schemas import Period, TaskTime, Unit

if TYPE_CHECKING:
    from extract.units.aliases import Aliases


@dataclass(frozen=True, slots=True)
class Context:
    """Facts of the document, known before its body is read.

    - `year`: calendar year that the plan is for; `school_year`: first year of the school
      year where the plan is for one (then bare months 8 to 12 fall in it, 1 to 7 in the next).
    - `issued_on`: day of issue, or None; `period`: the plan's own time.
    - `issuer`: who issued it, with area and level; `area`: the province, district or commune
      named in it that bare words such as `thành phố`, `tỉnh`, `huyện`, `xã` refer to.
    - `aliases`: names of units that the office or the document itself explains.
    - `units`: what single names were read as so far; plans repeat the same few names.
    - `assumed_year`: where `year` comes from if not from the title (`issued_on`, `text`).
    """

    year: int | None = None
    school_year: int | None = None
    issued_on: dt.date | None = None
    period: Period | None = None
    issuer: Unit | None = None
    area: str | None = None
    inherited: TaskTime | None = None
    assumed_year: str | None = None
    aliases: "Aliases | None" = None
    units: dict[str, Unit] = field(default_factory=dict, compare=False, repr=False)
