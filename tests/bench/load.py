"""Fill a database with made-up plans through the store's own door, in the order of their numbers.

Other processes make the plans, keep the originals and work out what saving needs of a record
alone (`store.prepared`); this one writes. A few hundred plans are in memory at a time, however
many are loaded.
"""

import datetime as dt
import gc
import os
import sys
import time
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from plans import make_plan

from schemas import Plan
from store import open_store
from store.likeness import sketch_of_many
from store.originals import Keeper
from store.prepared import Prepared, prepare

if TYPE_CHECKING:
    from store import Store

AT = dt.datetime(2026, 1, 5, 8, tzinfo=dt.UTC)
BATCH = 1000  # plans in a transaction
_TASK = 1000  # plans that a process makes at a time
_AHEAD = 2  # such portions under way for each process

Made = list[tuple[Plan, Prepared]]


@dataclass(frozen=True)
class Load:
    """What a load came to; `peak_megabytes` is of the process that wrote."""

    plans: int
    made: int
    seconds: float
    plans_per_second: float
    index_seconds: float
    tasks: int
    citations: int
    megabytes: float
    originals_megabytes: float
    peak_megabytes: float


def build(path: Path, plans: int, seed: int, processes: int = 1) -> Load:
    """Store what is missing of plans 0 to `plans`."""
    with open_store(path) as store:
        stored = store.count_documents()
        begin = time.perf_counter()
        with store.loading():
            _fill(store, seed, range(stored, plans), processes)
            filled = time.perf_counter()
        indexed = time.perf_counter()
        store.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        store.connection.execute("PRAGMA optimize")
        counts = "SELECT (SELECT count(*) FROM tasks), (SELECT count(*) FROM citations)"
        tasks, citations = store.connection.execute(counts).fetchone()
        kept = store.connection.execute("SELECT coalesce(sum(size), 0) FROM files").fetchone()[0]
    made = max(0, plans - stored)
    seconds = indexed - begin
    return Load(
        plans=plans,
        made=made,
        seconds=round(seconds, 1),
        plans_per_second=round(made / seconds, 1) if made else 0.0,
        index_seconds=round(indexed - filled, 1),
        tasks=tasks,
        citations=citations,
        megabytes=round(path.stat().st_size / 1e6, 1),
        originals_megabytes=round(kept / 1e6, 1),
        peak_megabytes=peak_megabytes(),
    )


def _fill(store: "Store", seed: int, numbers: range, processes: int) -> None:
    gc.collect()
    gc.freeze()
    gc.disable()  # records have no circles; looking for some takes a third of the time
    begin, done = time.perf_counter(), 0
    waiting: Made = []
    try:
        for portion in _portions(store.originals, seed, numbers, processes):
            waiting += portion
            if len(waiting) >= BATCH or done + len(waiting) == len(numbers):
                with store.batch():
                    for plan, prepared in waiting:
                        original = plan.text.encode()
                        store.save(plan, original, path=plan.name, at=AT, prepared=prepared)
                done += len(waiting)
                waiting = []
                _progress(done, len(numbers), time.perf_counter() - begin)
    finally:
        gc.enable()
        gc.unfreeze()


def _portions(folder: Path, seed: int, numbers: range, processes: int) -> Iterator[Made]:
    """Portions in order; those to come are being made meanwhile."""
    starts = deque(range(numbers.start, numbers.stop, _TASK))
    under_way: deque[Future[Made]] = deque()
    with ProcessPoolExecutor(processes) as pool:
        while starts or under_way:
            while starts and len(under_way) < _AHEAD * processes:
                first = starts.popleft()
                last = min(first + _TASK, numbers.stop)
                under_way.append(pool.submit(_make, folder, seed, first, last))
            yield under_way.popleft().result()


def _make(folder: Path, seed: int, first: int, last: int) -> Made:
    gc.disable()
    keeper = Keeper(folder)
    made: Made = []
    for n in range(first, last):
        plan = make_plan(seed, n)
        keeper.keep(plan.text.encode())
        made.append((plan, prepare(plan, sketch_of_many)))
    keeper.settle()
    return made


def _progress(done: int, plans: int, seconds: float) -> None:
    if sys.stderr.isatty() or done % (10 * BATCH) == 0 or done == plans:
        rate, end = done / seconds, "" if sys.stderr.isatty() and done < plans else "\n"
        told = f"\r{done} of {plans} plans, {seconds:.0f} s, {rate:.0f} plans/s, "
        print(f"{told}{peak_megabytes():.0f} MB", end=end, file=sys.stderr, flush=True)


def peak_megabytes() -> float:
    """The most memory that this process has had."""
    if os.name != "posix":
        return 0.0
    import resource

    kilobytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return round(kilobytes / 1000, 1)
