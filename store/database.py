"""The store as the front door sees it: one object, one method per thing that can be done."""

import datetime as dt
import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from schemas import Finding, Plan, Status
from store import (
    corrections,
    documents,
    findings,
    migrate,
    moves,
    notices,
    originals,
    rechecks,
    units,
    write,
)
from store.batches import Batches
from store.connection import WAIT_SECONDS, Waiting, connect
from store.doctor import Trouble, examine
from store.hints import Hint, keep_hints
from store.prepared import Arrival, Prepared
from store.rechecks import Recheck

if TYPE_CHECKING:
    from store.parcel import Parcel
    from store.taking import Conflict, Taken


class Store(Batches):
    """A database of plans with the original files beside it; made by `open_store`.

    Every method that writes is one transaction, several inside `with store.batch():` are one
    together.
    """

    def save(
        self,
        plan: Plan,
        original: bytes,
        *,
        path: str | None,
        at: dt.datetime,
        prepared: Prepared | None = None,
    ) -> write.Saved:
        """Store a record and the file it was read from, found at `path`, or `None` when a
        stored original was read again. Saving twice is saving once; the original is on the
        disk before the database speaks of it. `prepared` is `store.prepared.prepare(plan)`,
        where another process has worked it out already."""
        with self.batch():
            sha256 = self._keeper.keep(original)
            arrival = Arrival(
                plan, sha256, len(original), path, at, prepared, resolved_last=self._loading
            )
            return write.save(self.connection, self._units, arrival)

    def keep_hints(self, original: bytes, hints: Sequence[Hint], *, at: dt.datetime) -> None:
        """Remember what a side file or the name of the file with these bytes says."""
        sha256 = hashlib.sha256(original).hexdigest()
        if not hints and not self.hints(sha256):
            return
        with self.batch():
            keep_hints(self.connection, sha256, hints, at)

    def begin_move(self, move: moves.Move, *, at: dt.datetime) -> None:
        """Note that a file of the drop folder is about to be moved."""
        with self.batch():
            moves.begin(self.connection, move, at)

    def finish_move(self, move: moves.Move, *, at: dt.datetime) -> None:
        """The file lies at its target; journal and documents speak of it there."""
        with self.batch():
            moves.finish(self.connection, move, at)

    def give_up_move(self, move: moves.Move) -> None:
        """The file stayed where it was."""
        with self.batch():
            moves.give_up(self.connection, move)

    def claim_notice(
        self, name: notices.NoticeName, day: dt.date, worker: str, *, at: dt.datetime
    ) -> int | None:
        """Which attempt it is, when a digest or reminder is this worker's to send now."""
        if not notices.is_due(self.connection, name, day, at):
            return None
        with self.batch():
            return notices.claim(self.connection, name, day, worker, at)

    def settle_notice(
        self,
        name: notices.NoticeName,
        day: dt.date,
        *,
        at: dt.datetime,
        next_try: dt.datetime | None = None,
        why: str | None = None,
    ) -> None:
        """The notice was sent, or (with `next_try`) is to be tried again."""
        with self.batch():
            notices.settle(self.connection, name, day, at=at, next_try=next_try, why=why)

    def take(
        self, parcel: "Parcel", ids: dict[str, str], *, with_findings: bool = False
    ) -> "Taken":
        """Take in a document of another database; see `store.taking`."""
        from store.taking import take

        with self.batch():
            sha256 = self._keeper.keep(parcel.original)
            return take(
                self.connection, self._units, parcel, sha256, ids, with_findings=with_findings
            )

    def take_names(self, other: "Store") -> "list[Conflict]":
        """Take in what another database's office says of units."""
        from store.other_names import take_names

        with self.batch():
            return take_names(self.connection, other.connection)

    def settle_duplicate(
        self, document_id: str, *, same: bool, who: str, why: str, at: dt.datetime
    ) -> None:
        """A person's word on a probable duplicate; taken back by the other word."""
        from store.settle import settle

        with self.batch():
            settle(self.connection, self._units, document_id, same=same, who=who, why=why, at=at)

    def save_findings(
        self, document_id: str, found: Sequence[Finding], *, settles: Recheck | None = None
    ) -> None:
        """Put these in place of the document's findings; verdicts stay.

        `settles` is what the document waited for, if it was checked again: where it does not
        wait for that any more, the findings are older than others and are not kept.
        """
        with self.batch():
            if settles is None:
                rechecks.forget(self.connection, document_id)
            elif not rechecks.settle(self.connection, settles):
                return
            findings.save_findings(self.connection, document_id, found)

    def ask_rechecks(self, document_ids: Iterable[str]) -> None:
        """Note documents whose findings may have changed; they wait until they are checked."""
        with self.batch():
            rechecks.ask(self.connection, document_ids)

    def decide(
        self, finding: str, status: Status, *, reason: str | None, who: str, at: dt.datetime
    ) -> Finding:
        """A person's verdict on a finding; raises `NotFound`, and `ValueError` for a
        dismissal without a reason."""
        with self.batch():
            return findings.decide(self.connection, finding, status, reason=reason, who=who, at=at)

    def correct(
        self, document_id: str, field: str, value: str, *, who: str, why: str, at: dt.datetime
    ) -> Plan:
        """Keep a person's value of a field; gives the record as it is now. Raises `NotFound`
        and `BadCorrection`."""
        with self.batch():
            doc = documents.number_of(self.connection, document_id)
            old = documents.load(self.connection, doc)
            read = documents.as_read(self.connection, doc)
            corrections.add(self.connection, doc, read, field, value, who=who, why=why, at=at)
            return write.refresh(self.connection, self._units, doc, old, at)

    def undo(self, correction: int, *, who: str, why: str, at: dt.datetime) -> Plan:
        """Take a correction back; gives the record as it is now. Raises `NotFound`."""
        with self.batch():
            doc = corrections.document_of(self.connection, correction)
            old = documents.load(self.connection, doc)
            corrections.undo(self.connection, correction, who=who, why=why, at=at)
            return write.refresh(self.connection, self._units, doc, old, at)

    def add_unit_alias(self, name: str, alias: str, source: str) -> None:
        """Let an alias stand for units of this name in questions."""
        with self.batch():
            units.add_alias(self.connection, name, alias, source)

    def describe_unit(
        self,
        name: str,
        *,
        valid_from: dt.date | None = None,
        valid_to: dt.date | None = None,
        successor: str | None = None,
    ) -> None:
        """Say when units of this name exist and what became of them; raises `NotFound`."""
        from store.unit_list import describe_unit

        with self.batch():
            describe_unit(
                self.connection, name, valid_from=valid_from, valid_to=valid_to, successor=successor
            )

    def rebuild(self) -> int:
        """Make all derived rows anew from the records; gives the number of documents."""
        from store.rebuild import rebuild

        with self.batch():
            return rebuild(self.connection, self._units)

    def back_up(self, target: Path) -> int:
        """A consistent copy while others read and write; gives how many originals it copied."""
        from store.backup import back_up

        return back_up(self.connection, self.path, target)

    def sweep(self, before: dt.datetime) -> int:
        """Take away what killed writers left half-written beside the database before then."""
        return originals.sweep(self.originals, before)

    def examine(self, *, thorough: bool = False) -> list[Trouble]:
        """Whether the database is whole; `thorough` also reads every original and record."""
        return examine(self.connection, self.path, thorough=thorough)


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
    return Store(connection, path, read_only=read_only, waiting=waiting, wait_seconds=wait_seconds)
