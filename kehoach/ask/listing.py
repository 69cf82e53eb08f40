"""Documents by who issued them, at which level, and what they cite or do not cite."""

from dataclasses import dataclass

from kehoach.ask.meaning import Cited
from schemas.unit import Unit
from store import Store
from store.citing import citing_number
from store.listing import DocumentFilter, DocumentRow, Order
from store.ranks import rank_of


@dataclass(frozen=True)
class DocumentsWanted:
    """`issuer` are words of a unit's name, aliases and abbreviations too."""

    year: int | None = None
    issuer: str | None = None
    level: str | None = None
    cited: Cited | None = None
    order: Order = "arrival"
    limit: int | None = None


def cited_by_words(store: Store, words: str, *, missing: bool, lower: bool) -> Cited:
    """The cited document by its number, id or file name; a number need not be stored."""
    found = store.look_up(words)
    stored = found.rows[0].id if found.exact and len(found.rows) == 1 else None
    return Cited(words, stored, missing, lower)


def list_documents(store: Store, wanted: DocumentsWanted) -> tuple[list[DocumentRow], int]:
    """The documents, and how many they are without the limit."""
    plain = DocumentFilter(year=wanted.year, level=wanted.level, order=wanted.order)
    if wanted.issuer is None and wanted.cited is None:
        limited = DocumentFilter(
            year=wanted.year, level=wanted.level, order=wanted.order, limit=wanted.limit
        )
        return store.documents(limited), store.count_documents(plain)
    rows = store.documents(plain)
    if wanted.issuer is not None:
        rows = _issued_by(store, rows, wanted.issuer)
    if wanted.cited is not None:
        rows = _by_citation(store, rows, wanted.cited)
    return rows[: wanted.limit], len(rows)


def _issued_by(store: Store, rows: list[DocumentRow], words: str) -> list[DocumentRow]:
    units, _total = store.units(words, limit=1000)
    names = {(unit.name, unit.area) for unit in units}
    return [row for row in rows if (row.issuer, row.area) in names]


def _by_citation(store: Store, rows: list[DocumentRow], cited: Cited) -> list[DocumentRow]:
    if cited.document:
        own = cited.document
        citing = {link.document.id for link in store.cited_by(own)}
        rank = next((_rank(row) for row in rows if row.id == own), None)
        if rank is None:
            found = store.look_up(own).rows
            rank = _rank(found[0]) if found else None
    else:
        own, rank = "", None
        citing = set(citing_number(store.connection, cited.words))
    chosen = [row for row in rows if (row.id in citing) != cited.missing and row.id != own]
    if cited.lower and rank is not None:
        return [row for row in chosen if (_rank(row) or 0) > rank]
    return chosen


def _rank(row: DocumentRow) -> int | None:
    if row.issuer is None:
        return None
    return rank_of(Unit.model_validate({"name": row.issuer, "level": row.level}))
