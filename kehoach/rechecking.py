"""Checking again: stored documents whose findings may have changed, each once.

`kehoach.pipeline.ingest` leaves them to its caller, who can show how far it is. Many are looked
at by processes of their own, as many as read; this one writes what they found.
"""

import multiprocessing
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

from kehoach.checking import findings_of
from kehoach.looked import Known, Looked
from kehoach.settings import RuleSetting, Settings
from schemas import Finding
from store import Store, open_store
from store.rechecks import Recheck

_TOGETHER = 16  # in one transaction: another writer waits for so many
_MANY = 100  # documents that are worth starting processes for, a second each


def recheck(
    store: Store, due: Sequence[Recheck], settings: Settings, looked: Looked | None = None
) -> Iterator[Recheck]:
    """Check what waits (`Store.rechecks`), and give each when it is done."""
    looked = looked or Looked()
    done = 0
    if settings.workers > 1 and len(due) >= _MANY:
        for one in _by_processes(store, due, settings, looked):
            done += 1
            yield one
    for some in _portions(due[done:]):
        with store.batch():
            for one in some:
                recheck_one(store, one, settings, looked)
        yield from some


def recheck_one(store: Store, due: Recheck, settings: Settings, looked: Looked) -> None:
    """Check one document that waits, as the database is when nobody else writes."""
    with store.batch():
        found = findings_of(store, store.plan(due.document_id), settings, looked)
        store.save_findings(due.document_id, found, settles=due)


def recheck_all(store: Store, settings: Settings, looked: Looked | None = None) -> None:
    """Check all that waits."""
    for _done in recheck(store, store.rechecks(), settings, looked):
        pass


def _portions(due: Sequence[Recheck]) -> Iterator[Sequence[Recheck]]:
    for first in range(0, len(due), _TOGETHER):
        yield due[first : first + _TOGETHER]


def _by_processes(
    store: Store, due: Sequence[Recheck], settings: Settings, looked: Looked
) -> Iterator[Recheck]:
    """As far as the processes live; what they leave is for the caller."""
    jobs = [(one.document_id, looked.last_of(one.document_id)) for one in due]
    office = (store.path, settings.db, settings.rules, settings.register)
    start = multiprocessing.get_context("spawn")  # threads read here: to fork is not safe
    with ProcessPoolExecutor(settings.workers, start, _begin, office) as pool:
        try:
            found = pool.map(_look, jobs, chunksize=4)
            for some in _portions(due):
                findings = [next(found) for _ in some]
                with store.batch():
                    for one, each in zip(some, findings, strict=True):
                        store.save_findings(one.document_id, each, settles=one)
                yield from some
        except BrokenProcessPool:
            return
        finally:
            pool.shutdown(cancel_futures=True)


_office: list[tuple[Store, Settings]] = []  # of a process that looks, which has one


def _begin(path: Path, db: Path, rules: tuple[RuleSetting, ...], register: Path | None) -> None:
    settings = Settings(db=db, rules=rules, register=register)
    _office.append((open_store(path, read_only=True), settings))


def _look(job: tuple[str, Known | None]) -> list[Finding]:
    """Of what is stored now, which is no older than what the document waits for; where it
    changes before this is saved, the document waits anew."""
    store, settings = _office[0]
    document_id, known = job
    with store.snapshot():
        return findings_of(store, store.plan(document_id), settings, Looked(known))
