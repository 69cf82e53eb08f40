"""What a citation resolves to: in the database, or else in the register of legal documents."""

from dataclasses import dataclass
from typing import Literal

from checks import register
from kehoach.settings import Settings
from store.links import CitationLink

Resolution = Literal["resolved", "ambiguous", "register", "not-in-database"]


@dataclass(frozen=True)
class Resolved:
    """A citation with its final resolution."""

    link: CitationLink
    resolution: Resolution

    def as_json(self) -> dict[str, object]:
        """Plain values, dates as ISO days."""
        link = self.link
        return {
            "document": link.document.model_dump(),
            "item": link.item,
            "role": link.role,
            "kind": link.kind,
            "number": link.number,
            "issued_on": link.issued_on,
            "year": link.year,
            "issuer": link.issuer,
            "subject": link.subject,
            "as_written": link.as_written,
            "resolution": self.resolution,
            "target": link.target.model_dump() if link.target else None,
            "candidates": [candidate.model_dump() for candidate in link.candidates],
        }


def resolved(link: CitationLink, settings: Settings) -> Resolved:
    """The store's answer; where it has none, whether the register knows the document."""
    if link.resolution == "not-in-database" and _is_known(link, settings):
        return Resolved(link, "register")
    return Resolved(link, link.resolution)


def _is_known(link: CitationLink, settings: Settings) -> bool:
    known = register(settings.registers).documents
    if link.number:
        return known.by_number(link.number) is not None
    return bool(link.subject and known.laws_named(link.subject))
