"""Documents by who issued them, at which level, and what they cite or do not cite."""

from dataclasses import dataclass, replace

from kehoach.ask.meaning import Cited
from store import Store
from store.listing import DocumentFilter, DocumentRow, Order
from store.spans import Days


@dataclass(frozen=True)
class DocumentsWanted:
    """`issued` are the days of issue; `issuer` are words of a unit's name, aliases and
    abbreviations too."""

    issued: Days | None = None
    issuer: str | None = None
    level: str | None = None
    cited: Cited | None = None
    order: Order = "arrival"
    limit: int | None = None
    label: str | None = None


def cited_by_words(store: Store, words: str, *, missing: bool, lower: bool) -> Cited:
    """The cited document by its number, id or file name; a number need not be stored."""
    found = store.look_up(words)
    stored = found.rows[0].id if found.exact and len(found.rows) == 1 else None
    return Cited(words, stored, missing, lower)


def list_documents(store: Store, wanted: DocumentsWanted) -> tuple[list[DocumentRow], int]:
    """The documents, and how many they are without the limit."""
    asked = DocumentFilter(
        issued_from=wanted.issued.start if wanted.issued else None,
        issued_until=wanted.issued.end if wanted.issued else None,
        level=wanted.level,
        issuer=wanted.issuer,
        order=wanted.order,
        label=wanted.label,
    )
    if wanted.cited is not None:
        asked = _citing(asked, wanted.cited)
    return store.documents(replace(asked, limit=wanted.limit)), store.count_documents(asked)


def _citing(asked: DocumentFilter, cited: Cited) -> DocumentFilter:
    """A stored document is meant by what resolves to it, another one by its number."""
    words, stored, missing = cited.words, cited.document, cited.missing
    if not stored:
        return replace(
            asked, cites=None if missing else words, cites_not=words if missing else None
        )
    return replace(
        asked,
        lower=cited.lower,
        cites_stored=None if missing else stored,
        cites_not_stored=stored if missing else None,
    )
