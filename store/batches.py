"""Writes together: a store's connection, and the transaction around what is written."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from store import bulk, originals, units
from store.asking import Asking
from store.connection import WAIT_SECONDS, Waiting, not_writable, writing
from store.journal import Journal


class Batches(Asking):
    """A store with its turn to write: many may read while one writes; a second writer waits."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        path: Path,
        *,
        read_only: bool = False,
        waiting: Waiting | None = None,
        wait_seconds: int = WAIT_SECONDS,
    ) -> None:
        super().__init__(connection, path)
        self._read_only = read_only
        self.journal = Journal(connection, self.batch)
        self._keeper = originals.Keeper(self.originals)
        self._loading = False
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
        if self._read_only:
            raise not_writable(self.path)
        if self.connection.in_transaction:
            yield
            return
        try:
            with writing(
                self.connection, self.path, waiting=self._waiting, wait_seconds=self._wait_seconds
            ):
                yield
                self._keeper.settle()
        except BaseException:
            self._keeper.drop()
            self._units.forget()
            raise

    @contextmanager
    def loading(self) -> Iterator[None]:
        """Around many batches that fill a database: quicker, with some 1 GB of memory, and
        nobody else can ask until it is done. Into a database that holds documents already the
        batches go as always."""
        bulk.widen(self.connection)
        if self.count_documents():
            yield
            return
        with self.batch():
            bulk.begin(self.connection)
        self._loading = True
        try:
            yield
        finally:
            self._loading = False
            with self.batch():
                bulk.finish(self.connection)
