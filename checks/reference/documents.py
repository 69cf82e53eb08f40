"""Legal documents (văn bản) that plans rest on: what they are called and when they hold."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal

from checks.reference.confidence import Confidence, confidence_of
from checks.reference.tables import Row, day, rows
from schemas.keys import number_key, words_key

State = Literal["in force", "lapsed", "not yet in force", "not known"]


@dataclass(frozen=True, slots=True)
class LegalDocument:
    """One known document; a date that nobody looked up is `None`.

    `valid_to` is the last day on which it holds, `period` the years that a scheme runs
    (`2021-2025`), as in its title.
    """

    number: str
    kind: str
    title: str
    issuer: str
    issued_on: dt.date | None
    valid_from: dt.date | None
    valid_to: dt.date | None
    replaced_by: str
    period: str
    confidence: Confidence
    source: str

    def state(self, on: dt.date) -> State:
        """Whether it holds on a day; not known where no date tells."""
        if self.valid_to and on > self.valid_to:
            return "lapsed"
        if self.valid_from and on < self.valid_from:
            return "not yet in force"
        if self.valid_from and (self.valid_to or self.confidence in ("confirmed", "office")):
            return "in force"
        return "not known"

    @property
    def label(self) -> str:
        """What people call it: `Nghị định 98/2023/NĐ-CP`."""
        return f"{self.kind} {self.number}"

    @property
    def name_key(self) -> str:
        """The key of its title: a law is known by its name."""
        return words_key(self.title)


def legal_document(row: Row) -> LegalDocument:
    """A row of the table, or of an office's own file."""
    return LegalDocument(
        number=row["number"],
        kind=row["kind"],
        title=row.get("title", ""),
        issuer=row.get("issuer", ""),
        issued_on=day(row.get("issued_on", "")),
        valid_from=day(row.get("valid_from", "")),
        valid_to=day(row.get("valid_to", "")),
        replaced_by=row.get("replaced_by", ""),
        period=row.get("period", ""),
        confidence=confidence_of(row.get("confidence", "")),
        source=row.get("source", ""),
    )


class LegalDocuments:
    """The known documents, found by number or, for laws, by name."""

    def __init__(self, documents: Iterable[LegalDocument]) -> None:
        self.all = tuple(documents)
        self._by_number = {number_key(d.number): d for d in self.all}
        self._laws: dict[str, list[LegalDocument]] = {}
        for d in self.all:
            if d.kind in ("Luật", "Bộ luật", "Pháp lệnh"):
                self._laws.setdefault(d.name_key, []).append(d)

    @property
    def listed(self) -> tuple[LegalDocument, ...]:
        """Each number once, as it holds."""
        return tuple(self._by_number.values())

    def by_number(self, number: str) -> LegalDocument | None:
        """The document of that number; zeros and letter case do not count."""
        return self._by_number.get(number_key(number))

    def laws_named(self, name: str) -> tuple[LegalDocument, ...]:
        """The laws of that name, all versions, oldest first."""
        found = self._laws.get(words_key(name), [])
        return tuple(sorted(found, key=lambda d: d.issued_on or dt.date.min))


@cache
def legal_documents() -> tuple[LegalDocument, ...]:
    """The table that the program carries."""
    return tuple(legal_document(row) for row in rows("documents"))
