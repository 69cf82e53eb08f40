"""Citation (viện dẫn): a mention of another document."""

import datetime as dt
from typing import Literal

from schemas.base import Grounded
from schemas.unit import Unit

Role = Literal["basis", "implements", "continues", "amends", "replaces", "mention"]


class Citation(Grounded):
    """A kind of document with a number, a day or a year, or a law by its name.

    `number` is canonical (`98/2023/NĐ-CP`); what had to be mended to read it is named in
    `repairs` (`separator`, `line-break`, `space`, `dash`, `ocr`). `issuer_from_symbol` is
    the unit that only the symbol shows. `provision` is the article cited (`khoản 2 Điều 5`).
    """

    kind: str
    number: str | None = None
    issued_on: dt.date | None = None
    year: int | None = None
    issuer: Unit | None = None
    issuer_from_symbol: Unit | None = None
    subject: str | None = None
    role: Role = "mention"
    provision: str | None = None
    repairs: tuple[str, ...] = ()
