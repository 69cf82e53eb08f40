"""Bodies (cơ quan) by the letters of their symbols, and when those that ended did so."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from checks.reference.confidence import Confidence, confidence_of
from checks.reference.tables import Row, day, rows
from schemas.keys import number_key, words_key

Line = Literal["state", "party", "front"]

# The last day of the district level (Nghị quyết 203/2025/QH15; Luật Tổ chức chính quyền địa
# phương 2025).
DISTRICTS_END = dt.date(2025, 6, 30)


@dataclass(frozen=True, slots=True)
class Body:
    """A kind of body; `level` is that of the record, or `government` for UBND and HĐND.

    `valid_to` is its last day, `None` for those that exist or of which nobody knows.
    """

    code: str
    name: str
    level: str
    line: Line
    valid_to: dt.date | None
    successor: str
    confidence: Confidence


def _body(row: Row) -> Body:
    return Body(
        code=row["code"],
        name=row["name"],
        level=row["level"],
        line=cast(Line, row["line"]),
        valid_to=day(row["valid_to"]),
        successor=row["successor"],
        confidence=confidence_of(row["confidence"]),
    )


class Bodies:
    """The known bodies, found by code (`SGDĐT` is `SGD&ĐT`) or by name."""

    def __init__(self, bodies: Iterable[Body]) -> None:
        self.all = tuple(bodies)
        self._by_code = {number_key(b.code): b for b in self.all}
        self._by_name = {words_key(b.name): b for b in self.all}

    def by_code(self, code: str) -> Body | None:
        """The body that a symbol's letters name."""
        return self._by_code.get(number_key(code).replace("-", ""))

    def by_name(self, name: str) -> Body | None:
        """The body of that full name, without a place."""
        return self._by_name.get(words_key(name))


@cache
def bodies() -> Bodies:
    """The table that the program carries."""
    return Bodies(_body(row) for row in rows("bodies"))
