"""Days that are celebrated (ngày kỷ niệm): the day, and the years that counts start from."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from checks.reference.confidence import Confidence, confidence_of
from checks.reference.tables import Row, listed, rows
from schemas.keys import words_key


@dataclass(frozen=True, slots=True)
class CelebratedDay:
    """An event; `years` are the founding years that people count from, usually one.

    `keys` are word keys of which one stands in the words of a mention; `scope` is the place
    where it is celebrated, empty for the whole country.
    """

    event: str
    keys: tuple[str, ...]
    day: int
    month: int
    years: tuple[int, ...]
    scope: str
    day_confidence: Confidence
    year_confidence: Confidence
    source: str


def celebrated_day(row: Row) -> CelebratedDay:
    """A row of the table, or of an office's own file."""
    return CelebratedDay(
        event=row["event"],
        keys=tuple(words_key(key) for key in listed(row["keys"], "|")),
        day=int(row["day"]),
        month=int(row["month"]),
        years=tuple(int(year) for year in listed(row["years"], "|")),
        scope=row.get("scope", ""),
        day_confidence=confidence_of(row.get("day_confidence", "")),
        year_confidence=confidence_of(row.get("year_confidence", "")),
        source=row.get("source", ""),
    )


class CelebratedDays:
    """The known days, found by the words of a mention."""

    def __init__(self, days: Iterable[CelebratedDay]) -> None:
        self.all = tuple(days)

    def named(self, words: str) -> tuple[CelebratedDay, ...]:
        """The days whose key stands in the words, the longest key first; local ones count."""
        text = f" {words_key(words)} "
        found = [
            (max(map(len, keys)), day)
            for day in self.all
            if (keys := [key for key in day.keys if f" {key} " in text])
        ]
        return tuple(day for _, day in sorted(found, key=lambda pair: -pair[0]))


@cache
def celebrated_days() -> tuple[CelebratedDay, ...]:
    """The table that the program carries."""
    return tuple(celebrated_day(row) for row in rows("anniversaries"))
