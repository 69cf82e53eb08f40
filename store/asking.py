"""What can be asked of a store: every method reads, none writes."""

import datetime as dt
import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from schemas import Finding, Plan, Severity, Status
from store import (
    corrections,
    deadlines,
    documents,
    findings,
    labels,
    links,
    listing,
    log,
    moves,
    neighbours,
    notices,
    originals,
    rechecks,
    search,
    unit_list,
    versions,
)
from store.changes import Change
from store.changes import changes as differences
from store.corrections import Correction
from store.deadlines import DeadlineFilter, DeadlinePage
from store.findings import FindingFilter, Verdict
from store.fitting import Resolution
from store.hints import Hint, hints_of
from store.links import ChainLink, CitationLink
from store.listing import DocumentFilter, DocumentRow, Found
from store.log import LogEntry
from store.moves import Move
from store.notices import Notice
from store.rechecks import Recheck
from store.search import SearchPage
from store.unit_list import UnitRow
from store.versions import FileOf, ToRead, Version

if TYPE_CHECKING:
    from store.errors import StoreError
    from store.parcel import Parcel

# Filters are frozen: one may stand for "all" in every call.
_ALL_DOCUMENTS = DocumentFilter()
_ALL_FINDINGS = FindingFilter()


class Asking:
    """The reading half of a store."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self.connection = connection
        self.path = path
        self.originals = originals.folder_of(path)

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Several questions about one state, whatever others write meanwhile."""
        if self.connection.in_transaction:
            yield
            return
        self.connection.execute("BEGIN")
        try:
            yield
        finally:
            self.connection.execute("COMMIT")

    # Documents

    def plan(self, document_id: str) -> Plan:
        """The current record, corrections applied; raises `NotFound`."""
        return documents.load(self.connection, documents.number_of(self.connection, document_id))

    def plan_as_read(self, document_id: str) -> Plan:
        """The current record as the program read it, without corrections."""
        return documents.as_read(self.connection, documents.number_of(self.connection, document_id))

    def original(self, document_id: str) -> bytes:
        """The bytes of the file that the current record was read from."""
        doc = documents.number_of(self.connection, document_id)
        version = documents.current_version(self.connection, doc)
        return originals.fetch(self.originals, str(version["sha256"]))

    def documents(self, wanted: DocumentFilter = _ALL_DOCUMENTS) -> list[DocumentRow]:
        """The documents that a filter asks for, the newest arrival first."""
        return listing.list_documents(self.connection, wanted)

    def count_documents(self, wanted: DocumentFilter = _ALL_DOCUMENTS) -> int:
        """How many documents a filter asks for."""
        return listing.count_documents(self.connection, wanted)

    def find_documents(self, words: str) -> list[DocumentRow]:
        """The documents that an id, a number or a file name means; the nearest when none."""
        return self.look_up(words).rows

    def look_up(self, words: str) -> Found:
        """As `find_documents`, and whether these are what was named or only the nearest."""
        return listing.find_documents(self.connection, words)

    def hints(self, sha256: str) -> tuple[Hint, ...]:
        """What a side file or the file's name said of the file with these bytes."""
        return hints_of(self.connection, sha256)

    def labels(self) -> list[str]:
        """All labels of documents, in the order of the alphabet."""
        return labels.known_labels(self.connection)

    def moves_begun(self) -> list[Move]:
        """Files that were about to be moved out of the drop folder."""
        return moves.begun(self.connection)

    def came_from(self, path: str) -> str | None:
        """Where a file was dropped that was moved to this path since."""
        return moves.came_from(self.connection, path)

    def notices(self) -> list[Notice]:
        """The digests and reminders of all days, the last first."""
        return notices.notices(self.connection)

    # History

    def versions(self, document_id: str) -> list[Version]:
        """All readings of a document that gave another record, the first first."""
        return versions.versions(self.connection, document_id)

    def files(self, document_id: str) -> list[FileOf]:
        """Every place where the document was found."""
        return versions.files(self.connection, document_id)

    def changes(self, document_id: str, before: int, after: int) -> list[Change]:
        """What differs between two versions of a document, as they were read."""
        old = versions.plan_of_version(self.connection, document_id, before)
        return differences(old, versions.plan_of_version(self.connection, document_id, after))

    def to_read(self, reader_version: str | None = None) -> list[ToRead]:
        """The stored files to read again: all, or those that another version had read."""
        return versions.to_read(self.connection, self.originals, reader_version)

    def corrections(self, document_id: str, *, undone: bool = False) -> list[Correction]:
        """The corrections of a document, and how today's reading stands to each."""
        doc = documents.number_of(self.connection, document_id)
        read = documents.as_read(self.connection, doc)
        return corrections.listed(self.connection, doc, read, undone=undone)

    def log(self, document_id: str | None = None, limit: int = 100) -> list[LogEntry]:
        """What was changed by whom, the newest first."""
        return log.entries(self.connection, document_id, limit)

    # Citations and neighbours

    def citation_links(self, document_id: str) -> list[CitationLink]:
        """What a document cites, with what each citation resolves to."""
        return links.citation_links(self.connection, document_id)

    def cited_by(self, document_id: str) -> list[CitationLink]:
        """Who cites a document."""
        return links.cited_by(self.connection, document_id)

    def all_links(
        self,
        *,
        resolution: Resolution | None = None,
        limit: int | None = None,
        offset: int = 0,
    ) -> list[CitationLink]:
        """The citations of all documents, in order of arrival."""
        return links.all_links(self.connection, resolution=resolution, limit=limit, offset=offset)

    def chain(self, document_id: str, deepest: int = 12) -> list[ChainLink]:
        """What a plan rests on, up to the law, at most so many steps up."""
        return links.chain(self.connection, document_id, deepest)

    def neighbours(self, plan: Plan) -> list[Plan]:
        """The plans that may stand above a plan, whether it is stored or a draft."""
        doc = documents.stored_number(self.connection, plan.source.document_id or "")
        found = neighbours.above(self.connection, plan, doc)
        return [documents.load(self.connection, doc) for doc in found]

    def dependents(self, plan: Plan) -> list[str]:
        """Ids of the documents whose findings can change because of a stored plan."""
        doc = documents.number_of(self.connection, plan.id)
        found = neighbours.below(self.connection, plan, doc)
        return [documents.id_of(self.connection, one) for one in found]

    def rechecks(self) -> list[Recheck]:
        """Documents that wait to be checked again."""
        return rechecks.waiting(self.connection)

    def is_listed(self, document_id: str) -> bool:
        """Whether a document is one of its own, and not folded into another."""
        return documents.is_listed(self.connection, document_id)

    @property
    def origin(self) -> str:
        """What tells this database from others, wherever it lies; empty while it is empty."""
        from store.parcel import origin_of

        return origin_of(self.connection)

    def ids(self) -> list[str]:
        """All documents in order of arrival, those too that were found to be copies."""
        return documents.ids(self.connection)

    def status(self, document_id: str) -> str:
        """`stored`, `probable-duplicate` or `duplicate`; raises `NotFound`."""
        return documents.status_of(self.connection, document_id)

    def parcel(self, document_id: str) -> "Parcel":
        """One document with all that is known of it; `StoreError` where its original is gone."""
        from store.parcel import parcel_of

        doc = documents.number_of(self.connection, document_id)
        return parcel_of(self.connection, self.originals, doc, self.origin)

    def parcels(self) -> "Iterator[Parcel | StoreError]":
        """Every document with all that is known of it, for another database."""
        from store.parcel import parcels

        return parcels(self.connection, self.path)

    # Questions and findings

    def deadlines(self, wanted: DeadlineFilter) -> DeadlinePage:
        """Deadlines sorted by end, and how many there are in all."""
        return deadlines.find_deadlines(self.connection, wanted)

    def deadline_days(self, wanted: DeadlineFilter, shown: int) -> dict[dt.date, DeadlinePage]:
        """The first deadlines of each day, and how many there are; see `find_days`."""
        return deadlines.find_days(self.connection, wanted, shown)

    def units(
        self, words: str | None = None, *, limit: int | None = 50, offset: int = 0
    ) -> tuple[list[UnitRow], int]:
        """Units with their other names, and how many there are in all."""
        return unit_list.list_units(self.connection, words, limit, offset)

    def search(self, words: str, *, limit: int = 20, offset: int = 0) -> SearchPage:
        """Full text, with or without marks."""
        return search.search(self.connection, words, limit=limit, offset=offset)

    def findings(self, wanted: FindingFilter = _ALL_FINDINGS) -> list[Finding]:
        """The findings that a filter asks for, the gravest first."""
        return findings.find_findings(self.connection, wanted)

    def count_findings(
        self, wanted: FindingFilter = _ALL_FINDINGS
    ) -> dict[tuple[Severity, Status], int]:
        """How many findings there are of each severity and status."""
        return findings.count_findings(self.connection, wanted)

    def open_findings(self, document_ids: Sequence[str]) -> dict[str, Counter[Severity]]:
        """How many open findings of each severity each of these documents has."""
        return findings.open_by_document(self.connection, document_ids)

    def finding(self, finding: str) -> Finding:
        """One finding by its id; raises `NotFound`."""
        return findings.find_finding(self.connection, finding)

    def verdict(self, finding: str) -> Verdict | None:
        """The last verdict on a finding: who, when and why."""
        return findings.verdict_on(self.connection, finding)
