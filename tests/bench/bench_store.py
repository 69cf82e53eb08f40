"""Measure the store: `python tests/bench/bench_store.py --plans 100000`.

Builds a database of made-up plans (seeded, over ten years; some twenty tasks and ten citations
each) through the store's own door, asks it the standard questions, and asks the same questions
written as plain SQL on a plain connection in the same run. Prints a table; `--json FILE` keeps
the figures. A database that is already there with so many plans is used again (`--db`).
"""

import argparse
import datetime as dt
import json
import os
import platform
import random
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]

from plain import Plain  # noqa: E402 - found through the line above
from plans import FIELDS, FIRST_YEAR, YEARS, make_plan  # noqa: E402

from store import Store, open_store  # noqa: E402
from store.deadlines import DeadlineFilter  # noqa: E402

AT = dt.datetime(2026, 1, 5, 8, tzinfo=dt.UTC)
BATCH = 1000
SAMPLES = 100
PROCESSES = 7
LOADING = ("PRAGMA cache_size = -1000000", "PRAGMA wal_autocheckpoint = 50000")


@dataclass(frozen=True)
class Figure:
    """Milliseconds of one question; `plain` is the same as plain SQL, where there is such."""

    question: str
    median: float
    p95: float
    plain_median: float | None = None
    plain_p95: float | None = None

    @property
    def ratio(self) -> float | None:
        return None if self.plain_median is None else self.median / self.plain_median


def main() -> None:
    """Build, ask, print."""
    arguments = _arguments()
    with tempfile.TemporaryDirectory(prefix="bench-store-") as folder:
        path = arguments.db or Path(folder) / "plans.db"
        load = build(path, arguments.plans, arguments.seed)
        figures = list(measure(path, arguments.plans, arguments.seed))
        facts = {"machine": machine(), "load": load, "plans": arguments.plans}
    show(facts, figures)
    if arguments.json:
        kept = {**facts, "questions": [{**asdict(one), "ratio": one.ratio} for one in figures]}
        arguments.json.write_text(json.dumps(kept, ensure_ascii=False, indent=1), "utf-8")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--plans", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--db", type=Path, help="keep the database here, or use it again")
    parser.add_argument("--json", type=Path, help="keep the figures here")
    return parser.parse_args()


def build(path: Path, plans: int, seed: int) -> dict[str, float]:
    """Store the plans through the store's own door, `BATCH` in a transaction."""
    with open_store(path) as store:
        stored = store.count_documents()
        for pragma in LOADING:
            store.connection.execute(pragma)
        begin = time.perf_counter()
        for first in range(stored, plans, BATCH):
            with store.batch():
                for n in range(first, min(first + BATCH, plans)):
                    _save(store, seed, n)
            _progress(min(first + BATCH, plans), plans, time.perf_counter() - begin)
        seconds = time.perf_counter() - begin
        store.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        store.connection.execute("PRAGMA optimize")
        counts = "SELECT (SELECT count(*) FROM tasks), (SELECT count(*) FROM citations)"
        tasks, citations = store.connection.execute(counts).fetchone()
    made = plans - stored
    return {
        "seconds": round(seconds, 1),
        "plans_per_second": round(made / seconds, 1) if made else 0.0,
        "tasks": tasks,
        "citations": citations,
        "megabytes": round(path.stat().st_size / 1e6, 1),
    }


def _save(store: Store, seed: int, n: int) -> str:
    plan = make_plan(seed, n)
    return store.save(plan, plan.text.encode(), path=plan.name, at=AT).document_id


def _progress(done: int, plans: int, seconds: float) -> None:
    if sys.stderr.isatty() or done % (10 * BATCH) == 0:
        print(f"\r{done} of {plans} plans, {seconds:.0f} s", end="", file=sys.stderr, flush=True)
        if done == plans:
            print(file=sys.stderr)


def measure(path: Path, plans: int, seed: int) -> Iterator[Figure]:
    """Every standard question, ours and plain."""
    chance = random.Random(seed)
    with open_store(path) as store:
        plain = Plain(path)
        ids = [row[0] for row in store.connection.execute("SELECT id FROM documents")]
        quarters = [_quarter(chance) for _ in range(SAMPLES)]
        units = [_unit(chance) for _ in range(SAMPLES)]
        words = [_words(chance) for _ in range(SAMPLES)]
        some = [chance.choice(ids) for _ in range(SAMPLES)]

        def asked(n: int, **more: object) -> int:
            start, end = quarters[n]
            return store.deadlines(DeadlineFilter(start=start, end=end, **more)).total  # type: ignore[arg-type]

        yield _both(
            "a quarter, 100 rows and the total", asked, lambda n: plain.quarter(*quarters[n])
        )
        yield _both(
            "a quarter and a unit",
            lambda n: asked(n, unit=units[n]),
            lambda n: plain.unit(*quarters[n], units[n]),
        )
        yield _both(
            "a quarter, windows that touch it",
            lambda n: asked(n, overlapping=True),
            lambda n: plain.overlapping(*quarters[n]),
        )
        yield _both(
            "search of two words",
            lambda n: store.search(words[n]).total,
            lambda n: plain.search(words[n]),
        )
        yield _both(
            "the citation chain of a plan",
            lambda n: len(store.chain(some[n])),
            lambda n: plain.chain(some[n]),
        )
        yield _ours("a quarter with recurring work", lambda n: asked(n, include_recurring=True), 20)
        yield _ours("one record", lambda n: len(store.plan(some[n]).tasks))
        yield _ours("plans that may stand above one", lambda n: _above(store, seed, plans + n))
        yield _ours("save one more plan", _saver(store, seed, plans + 10 * SAMPLES))
        plain.close()
    yield _process(path)


def _quarter(chance: random.Random) -> tuple[dt.date, dt.date]:
    year, first = FIRST_YEAR + chance.randrange(YEARS), 3 * chance.randrange(4) + 1
    after = dt.date(year + (first + 3) // 13, (first + 2) % 12 + 1, 1)
    return dt.date(year, first, 1), after - dt.timedelta(days=1)


def _unit(chance: random.Random) -> str:
    kind = chance.choice(("Sở", "Phòng", "Chi cục", "Trung tâm"))
    return f"{kind} {FIELDS[chance.randrange(len(FIELDS))][0]}"


def _words(chance: random.Random) -> str:
    """Two words of one subject, of two subjects, or of the body's common words."""
    subjects = [field[1].replace(",", "").split() for field in FIELDS]
    common = "hiệu quả nhân dân kịp thời đường lối công khai".split()
    pool = chance.choice(
        (chance.choice(subjects), [one for each in subjects for one in each], common)
    )
    return " ".join(chance.sample(pool, 2))


def _above(store: Store, seed: int, n: int) -> int:
    return len(store.neighbours(make_plan(seed, n)))


def _saver(store: Store, seed: int, first: int) -> Callable[[int], int]:
    """Saves a plan that is not there yet; making it is not measured."""
    offset = store.count_documents()
    plans = [make_plan(seed, first + offset + n) for n in range(SAMPLES)]

    def save(n: int) -> int:
        plan = plans[n]
        saved = store.save(plan, plan.text.encode(), path=plan.name, at=AT)
        return int(saved.status == "new")

    return save


def _both(question: str, ours: Callable[[int], int], plain: Callable[[int], int]) -> Figure:
    """The two in turns, so that what else the machine does hits both; answers must agree."""
    mine: list[float] = []
    theirs: list[float] = []
    for n in range(SAMPLES):
        first = _timed(ours, n, mine)
        second = _timed(plain, n, theirs)
        if first != second:
            raise AssertionError(f"{question}: {first} here, {second} in plain SQL")
    return Figure(question, *_summary(mine), *_summary(theirs))


def _ours(question: str, ours: Callable[[int], int], samples: int = SAMPLES) -> Figure:
    mine: list[float] = []
    for n in range(samples):
        _timed(ours, n, mine)
    return Figure(question, *_summary(mine))


def _timed(ask: Callable[[int], int], n: int, times: list[float]) -> int:
    begin = time.perf_counter()
    answer = ask(n)
    times.append(1000 * (time.perf_counter() - begin))
    return answer


def _summary(times: list[float]) -> tuple[float, float]:
    ordered = sorted(times)
    return statistics.median(ordered), ordered[int(0.95 * (len(ordered) - 1))]


def _process(path: Path) -> Figure:
    command = [sys.executable, "-m", "kehoach", "deadlines", "--db", str(path)]
    command += ["--quarter", "Q3", "--year", "2024"]
    times: list[float] = []
    for _ in range(PROCESSES):
        begin = time.perf_counter()
        subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        times.append(1000 * (time.perf_counter() - begin))
    return Figure("kehoach deadlines --quarter Q3 --year 2024, whole process", *_summary(times))


def machine() -> dict[str, str | int | None]:
    """What the figures were measured on."""
    return {
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        "system": platform.platform(),
        "cores": os.cpu_count(),
    }


def show(facts: dict[str, object], figures: list[Figure]) -> None:
    """The table for people."""
    print(json.dumps(facts, ensure_ascii=False))
    print(f"{'milliseconds':58}{'median':>9}{'p95':>9}{'SQL':>9}{'p95':>9}{'ratio':>7}")
    for one in figures:
        line = f"{one.question:58}{one.median:9.2f}{one.p95:9.2f}"
        if one.plain_median is not None and one.plain_p95 is not None and one.ratio is not None:
            line += f"{one.plain_median:9.2f}{one.plain_p95:9.2f}{one.ratio:7.2f}"
        print(line)


if __name__ == "__main__":
    main()
