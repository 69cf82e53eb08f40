"""The store as the front door sees it: one object, one method per thing that can be asked."""

import datetime as dt
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from schemas import Finding, Plan, Status
from store import (
    corrections,
    deadlines,
    documents,
    findings,
    links,
    listing,
    log,
    migrate,
    neighbours,
    originals,
    search,
    units,
    write,
)
from store.connection import WAIT_SECONDS, Waiting, connect, writing


class Store:
    """A database of plans with the original files beside it; made by `open_store`.

    Many may read while one writes; a second writer waits. Every method that writes is one
    transaction, several inside `with store.batch():` are one together.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        path: Path,
        *,
        waiting: Waiting | None = None,
        wait_seconds: int = WAIT_SECONDS,
    ) -> None:
        self.connection = connection
        self.path = path
        self._originals = originals.folder_of(path)
        self._units = units.Units(connection)
        self._waiting = waiting
        self._wait_seconds = wait_seconds

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self.connection.close()

    @contextmanager
    def batch(self) -> Iterator[None]:
        """One transaction around several writes: all of them are stored, or none."""
        with self._writing():
            yield

    @contextmanager
    def _writing(self) -> Iterator[None]:
        try:
            with writing(
                self.connection, self.path, waiting=self._waiting, wait_seconds=self._wait_seconds
            ):
                yield
        except BaseException:
            self._units.forget()
            raise

    # Records

    def save(self, plan: Plan, original: bytes, *, path: str, at: dt.datetime) -> write.Saved:
        """Store a record and the file it was read from, found at `path`. Saving twice is
        saving once; the original is on the disk before the database speaks of it."""
        sha256 = originals.keep(self._originals, original)
        with self._writing():
            arrival = write.Arrival(plan, sha256, len(original), path, at)
            return write.save(self.connection, self._units, arrival)

    def plan(self, document_id: str) -> Plan:
        """The current record, corrections applied; raises `NotFound`."""
        return documents.load(self.connection, documents.number_of(self.connection, document_id))

    def original(self, document_id: str) -> bytes:
        """The bytes of the file that the current record was read from."""
        doc = documents.number_of(self.connection, document_id)
        return originals.fetch(
            self._originals, str(documents.current_version(self.connection, doc)["sha256"])
        )

    def documents(
        self,
        wanted: listing.DocumentFilter = listing.DocumentFilter(),  # noqa: B008 - frozen
    ) -> list[listing.DocumentRow]:
        """The documents that a filter asks for, the newest arrival first."""
        return listing.list_documents(self.connection, wanted)

    def count_documents(
        self,
        wanted: listing.DocumentFilter = listing.DocumentFilter(),  # noqa: B008 - frozen
    ) -> int:
        """How many documents a filter asks for."""
        return listing.count_documents(self.connection, wanted)

    def find_documents(self, words: str) -> list[listing.DocumentRow]:
        """The documents that an id, a number or a file name means; the nearest when none."""
        return self.look_up(words).rows

    def look_up(self, words: str) -> listing.Found:
        """As `find_documents`, and whether these are what was named or only the nearest."""
        return listing.find_documents(self.connection, words)

    # Citations and neighbours

    def citation_links(self, document_id: str) -> list[links.CitationLink]:
        """What a document cites, with what each citation resolves to."""
        return links.citation_links(self.connection, document_id)

    def cited_by(self, document_id: str) -> list[links.CitationLink]:
        """Who cites a document."""
        return links.cited_by(self.connection, document_id)

    def chain(self, document_id: str) -> list[links.ChainLink]:
        """What a plan rests on, up to the law."""
        return links.chain(self.connection, document_id)

    def neighbours(self, plan: Plan) -> list[Plan]:
        """The plans that may stand above a plan, whether it is stored or a draft."""
        row = self.connection.execute(
            "SELECT doc FROM documents WHERE id = ?", (plan.source.document_id or "",)
        ).fetchone()
        found = neighbours.above(self.connection, plan, None if row is None else int(row[0]))
        return [documents.load(self.connection, doc) for doc in found]

    def dependents(self, plan: Plan) -> list[str]:
        """Ids of the documents whose findings can change because of a stored plan."""
        doc = documents.number_of(self.connection, plan.id)
        found = neighbours.below(self.connection, plan, doc)
        return [documents.id_of(self.connection, one) for one in found]

    # Questions

    def deadlines(self, wanted: deadlines.DeadlineFilter) -> deadlines.DeadlinePage:
        """Deadlines sorted by end, and how many there are in all."""
        return deadlines.find_deadlines(self.connection, wanted)

    def search(self, words: str, *, limit: int = 20, offset: int = 0) -> search.SearchPage:
        """Full text, with or without marks."""
        return search.search(self.connection, words, limit=limit, offset=offset)

    # Findings

    def save_findings(self, document_id: str, found: Sequence[Finding]) -> None:
        """Put these in place of the document's findings; verdicts stay."""
        with self._writing():
            findings.save_findings(self.connection, document_id, found)

    def findings(
        self,
        wanted: findings.FindingFilter = findings.FindingFilter(),  # noqa: B008 - frozen
    ) -> list[Finding]:
        """The findings that a filter asks for, the gravest first."""
        return findings.find_findings(self.connection, wanted)

    def decide(
        self, finding: str, status: Status, *, reason: str | None, who: str, at: dt.datetime
    ) -> Finding:
        """A person's verdict on a finding; raises `NotFound`."""
        with self._writing():
            return findings.decide(self.connection, finding, status, reason=reason, who=who, at=at)

    # Corrections

    def correct(
        self, document_id: str, field: str, value: str, *, who: str, why: str, at: dt.datetime
    ) -> Plan:
        """Keep a person's value of a field; gives the record as it is now."""
        with self._writing():
            doc = documents.number_of(self.connection, document_id)
            old = documents.load(self.connection, doc)
            read = documents.as_read(self.connection, doc)
            corrections.add(self.connection, doc, read, field, value, who=who, why=why, at=at)
            return write.refresh(self.connection, self._units, doc, old, at)

    def undo(self, correction: int, *, who: str, why: str, at: dt.datetime) -> Plan:
        """Take a correction back; gives the record as it is now."""
        with self._writing():
            doc = corrections.document_of(self.connection, correction)
            old = documents.load(self.connection, doc)
            corrections.undo(self.connection, correction, who=who, why=why, at=at)
            return write.refresh(self.connection, self._units, doc, old, at)

    def corrections(
        self, document_id: str, *, undone: bool = False
    ) -> list[corrections.Correction]:
        """The corrections of a document, and how today's reading stands to each."""
        doc = documents.number_of(self.connection, document_id)
        read = documents.as_read(self.connection, doc)
        return corrections.listed(self.connection, doc, read, undone=undone)

    def log(self, document_id: str | None = None, limit: int = 100) -> list[log.LogEntry]:
        """What was changed by whom, the newest first."""
        return log.entries(self.connection, document_id, limit)

    def add_unit_alias(self, name: str, alias: str, source: str) -> None:
        """Let an alias stand for units of this name in questions."""
        with self._writing():
            units.add_alias(self.connection, name, alias, source)


def open_store(
    path: Path | str,
    read_only: bool = False,
    *,
    waiting: Waiting | None = None,
    wait_seconds: int = WAIT_SECONDS,
) -> Store:
    """Connect and migrate; raises `StoreError`, and then nothing was changed.

    `waiting` hears, about once a second, that another writer is at work.
    """
    path = Path(path)
    connection = connect(path, read_only=read_only)
    try:
        if read_only:
            migrate.require_current(connection, path)
        else:
            migrate.migrate(connection, path, waiting, wait_seconds)
    except BaseException:
        connection.close()
        raise
    return Store(connection, path, waiting=waiting, wait_seconds=wait_seconds)
