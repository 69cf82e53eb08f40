"""Movements (phong trào thi đua, cuộc vận động): their right names and periods."""

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from checks.reference.confidence import Confidence, confidence_of
from checks.reference.tables import Row, day, listed, rows
from schemas.keys import words_key

_YEARS = re.compile(r"((?:19|20)\d\d)\s*[-–]\s*((?:19|20)\d\d)")


@dataclass(frozen=True, slots=True)
class Movement:
    """A movement under the name it was launched with; `variants` are accepted short forms.

    `periods` are pairs of years, more than one where it was launched anew. `valid_to` is the
    last day on which it ran, `None` where it is open or not known.
    """

    name: str
    kind: str
    launched_by: str
    periods: tuple[tuple[int, int], ...]
    valid_from: dt.date | None
    valid_to: dt.date | None
    successor: str
    variants: tuple[str, ...]
    launching_document: str
    confidence: Confidence
    source: str

    @property
    def keys(self) -> tuple[str, ...]:
        """The word keys of its name and of its accepted variants."""
        return tuple(words_key(name) for name in (self.name, *self.variants))


def movement(row: Row) -> Movement:
    """A row of the table, or of an office's own file."""
    return Movement(
        name=row["name"],
        kind=row.get("kind", "phong trào thi đua"),
        launched_by=row.get("launched_by", ""),
        periods=tuple((int(m[1]), int(m[2])) for m in _YEARS.finditer(row.get("periods", ""))),
        valid_from=day(row.get("valid_from", "")),
        valid_to=day(row.get("valid_to", "")),
        successor=row.get("successor", ""),
        variants=listed(row.get("variants", "")),
        launching_document=row.get("launching_document", ""),
        confidence=confidence_of(row.get("confidence", "")),
        source=row.get("source", ""),
    )


class Movements:
    """The known movements, found by name."""

    def __init__(self, movements: Iterable[Movement]) -> None:
        self.all = tuple(movements)
        self._by_key = {key: m for m in self.all for key in m.keys}

    @property
    def listed(self) -> tuple[Movement, ...]:
        """Each name once, as it holds."""
        return tuple(m for m in self.all if self._by_key[words_key(m.name)] is m)

    def named(self, name: str) -> Movement | None:
        """The movement of exactly that name or variant; case and punctuation do not count."""
        return self._by_key.get(words_key(name))


@cache
def movements() -> tuple[Movement, ...]:
    """The table that the program carries."""
    return tuple(movement(row) for row in rows("movements"))
