"""Checking again: stored documents whose findings may have changed, each once.

`kehoach.pipeline.ingest` leaves them to its caller, who can show how far it is. Many are looked
at by as many processes as read, this one among them, which writes what the others found.
"""

import multiprocessing
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from pathlib import Path

from kehoach.checking import findings_of
from kehoach.looked import Known, Looked
from kehoach.settings import RuleSetting, Settings
from schemas import Finding
from store import Store, open_store
from store.rechecks import Recheck

_TOGETHER = 8  # in one transaction: another writer waits for so many
_MANY = 100  # documents that are worth starting processes for, a second each
_AHEAD = 2  # portions given to each process, so that it has one while another is fetched


def recheck(
    store: Store, due: Sequence[Recheck], settings: Settings, looked: Looked | None = None
) -> Iterator[Recheck]:
    """Check what waits (`Store.rechecks`), and give each when it is done."""
    looked = looked or Looked()
    left = deque(due[at : at + _TOGETHER] for at in range(0, len(due), _TOGETHER))
    if settings.workers > 1 and len(due) >= _MANY:
        with suppress(BrokenProcessPool):  # they died: what they had in hand is left
            yield from _with_others(store, left, settings, looked)
    while left:
        yield from _here(store, left.popleft(), settings, looked)


def _here(
    store: Store, some: Sequence[Recheck], settings: Settings, looked: Looked
) -> Sequence[Recheck]:
    with store.batch():
        for one in some:
            recheck_one(store, one, settings, looked)
    return some


def recheck_one(store: Store, due: Recheck, settings: Settings, looked: Looked) -> None:
    """Check one document that waits, as the database is when nobody else writes."""
    with store.batch():
        found = findings_of(store, store.plan(due.document_id), settings, looked)
        store.save_findings(due.document_id, found, settles=due)


def recheck_all(store: Store, settings: Settings, looked: Looked | None = None) -> None:
    """Check all that waits."""
    for _done in recheck(store, store.rechecks(), settings, looked):
        pass


def _with_others(
    store: Store, left: deque[Sequence[Recheck]], settings: Settings, looked: Looked
) -> Iterator[Recheck]:
    """Check what is `left`, here from its beginning and in other processes from its end; they
    take a second to start. `BrokenProcessPool` where they die, with their work left again."""
    office = (store.path, settings.db, settings.rules, settings.register)
    start = multiprocessing.get_context("spawn")  # threads read here: to fork is not safe
    given: dict[Future[list[list[Finding]]], Sequence[Recheck]] = {}
    with ProcessPoolExecutor(settings.workers - 1, start, _begin, office) as others:
        try:
            while left or given:
                while left and len(given) < _AHEAD * (settings.workers - 1):
                    jobs = [(one.document_id, looked.last_of(one.document_id)) for one in left[-1]]
                    given[others.submit(_look, jobs)] = left[-1]
                    left.pop()  # now that it is given
                if left:
                    yield from _here(store, left.popleft(), settings, looked)
                for done in wait(given, 0 if left else None, FIRST_COMPLETED).done:
                    with store.batch():
                        for one, found in zip(given[done], done.result(), strict=True):
                            store.save_findings(one.document_id, found, settles=one)
                    yield from given.pop(done)
        finally:
            left.extend(given.values())
            others.shutdown(cancel_futures=True)


_office: list[tuple[Store, Settings]] = []  # of a process that looks, which has one


def _begin(path: Path, db: Path, rules: tuple[RuleSetting, ...], register: Path | None) -> None:
    settings = Settings(db=db, rules=rules, register=register)
    _office.append((open_store(path, read_only=True), settings))


def _look(jobs: Sequence[tuple[str, Known | None]]) -> list[list[Finding]]:
    """Of what is stored now, which is no older than what the documents wait for; where one
    changes before this is saved, it waits anew or was checked, and this is not saved."""
    store, settings = _office[0]
    with store.snapshot():
        return [
            findings_of(store, store.plan(document_id), settings, Looked(known))
            for document_id, known in jobs
        ]
