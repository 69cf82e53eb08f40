"""Measure the store: `python tests/bench/bench_store.py --plans 100000`.

Builds a database of made-up plans (seeded, over ten years; some twenty tasks and ten citations
each) through the store's own door, asks it the standard questions, and asks the same questions
written as plain SQL on a plain connection in the same run. Prints a table and how each bar was
met; `--json FILE` keeps the figures. `--keep DIR` keeps the database; one that lies there
already is filled up to the number of plans and used again.
"""

import argparse
import datetime as dt
import json
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]

import figures  # noqa: E402 - found through the line above
from figures import Figure, machine, show, summary, timed  # noqa: E402 - through the line above
from kept import keep  # noqa: E402
from load import AT, build, peak_megabytes  # noqa: E402
from plain import Plain  # noqa: E402
from plans import FIELDS, FIRST_YEAR, YEARS, make_plan  # noqa: E402

from kehoach.office import check_plan  # noqa: E402
from kehoach.settings import load_settings  # noqa: E402
from schemas import Plan  # noqa: E402
from store import Store, open_store  # noqa: E402
from store.deadlines import DeadlineFilter  # noqa: E402

SAMPLES = 100
PROCESSES = 7
_BAR = (50.0, 2.0)  # milliseconds, times the plain SQL
SMALL = 1000  # plans of the database that the checks of a new plan are compared with
CHECKED = 30


def main() -> int:
    """Build, ask, print; 1 where a bar is missed."""
    arguments = _arguments()
    if arguments.cpu:
        figures.clock = time.process_time
    with tempfile.TemporaryDirectory(prefix="bench-store-") as folder:
        path = (arguments.keep or Path(folder)) / "plans.db"
        small = Path(folder) / "small.db"
        load = build(path, arguments.plans, arguments.seed, arguments.processes)
        print(json.dumps(asdict(load)), file=sys.stderr, flush=True)
        build(small, min(SMALL, arguments.plans), arguments.seed)
        found = list(measure(path, arguments.plans, arguments.seed))
        found.append(checking(path, small, arguments.plans, arguments.seed))
        facts = {"machine": machine(), "load": asdict(load), "asking_peak_megabytes":
                 peak_megabytes(), "plans": arguments.plans}  # fmt: skip
    show(facts, found)
    questions = [{**asdict(one), "ratio": one.ratio, "met": one.met} for one in found]
    kept = {**facts, "questions": questions}
    keep("store", kept, publish=arguments.publish)
    if arguments.json:
        arguments.json.write_text(json.dumps(kept, ensure_ascii=False, indent=1), "utf-8")
    return 1 if any(one.met is False for one in found) else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--plans", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="keep the database in this folder")
    parser.add_argument("--processes", type=int, default=1, help="that make plans meanwhile")
    parser.add_argument("--cpu", action="store_true", help="processor time, on a busy machine")
    parser.add_argument("--publish", action="store_true", help="for the README too")
    parser.add_argument("--json", type=Path, help="keep the figures here too")
    return parser.parse_args()


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
            "a quarter, 100 rows and the total",
            asked,
            lambda n: plain.quarter(*quarters[n]),
            _BAR,
        )
        yield _both(
            "a quarter and a unit",
            lambda n: asked(n, unit=units[n]),
            lambda n: plain.unit(*quarters[n], units[n]),
            _BAR,
        )
        yield _both(
            "a quarter, windows that touch it",
            lambda n: asked(n, overlapping=True),
            lambda n: plain.overlapping(*quarters[n]),
            samples=10,  # as plain SQL it looks at every task
        )
        yield _both(
            "search of two words",
            lambda n: store.search(words[n]).total,
            lambda n: plain.search(words[n]),
            _BAR,
        )
        yield _both(
            "the citation chain of a plan",
            lambda n: len(store.chain(some[n])),
            lambda n: plain.chain(some[n]),
            _BAR,
        )
        yield _ours("a quarter with recurring work", lambda n: asked(n, include_recurring=True), 20)
        yield _ours("one record", lambda n: len(store.plan(some[n]).tasks))
        yield _ours("plans that may stand above one", lambda n: _above(store, seed, plans + n))
        yield _ours("save one more plan", _saver(store, seed, plans + 10 * SAMPLES), limit=50)
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


def checking(path: Path, small: Path, plans: int, seed: int) -> Figure:
    """Finding the plans above a new one and checking it: among all, and among few."""
    settings = load_settings(env={})
    # What the checks work out about a plan they keep with it: each side has its own copy.
    new, same = ([make_plan(seed, plans + n) for n in range(CHECKED)] for _ in range(2))
    with open_store(path, read_only=True) as many, open_store(small, read_only=True) as few:

        def check(store: Store, plan: Plan) -> int:
            check_plan(plan, store.neighbours(plan), settings)
            return 0

        check(many, make_plan(seed, plans + CHECKED))
        check(few, make_plan(seed, plans + CHECKED))
        return _both(
            f"check of one new plan (beside: among {SMALL})",
            lambda n: check(many, new[n]),
            lambda n: check(few, same[n]),
            (300.0, 2.0),
            CHECKED,
        )


def _both(
    question: str,
    ours: Callable[[int], int],
    plain: Callable[[int], int],
    bar: tuple[float, float] | tuple[None, None] = (None, None),
    samples: int = SAMPLES,
) -> Figure:
    """The two in turns, so that what else the machine does hits both; answers must agree."""
    mine: list[float] = []
    theirs: list[float] = []
    for n in range(samples):
        first = timed(ours, n, mine)
        second = timed(plain, n, theirs)
        if first != second:
            raise AssertionError(f"{question}: {first} here, {second} in plain SQL")
    return Figure(question, *summary(mine), *summary(theirs), *bar)


def _ours(
    question: str, ours: Callable[[int], int], samples: int = SAMPLES, limit: float | None = None
) -> Figure:
    mine: list[float] = []
    for n in range(samples):
        timed(ours, n, mine)
    return Figure(question, *summary(mine), limit=limit)


def _process(path: Path) -> Figure:
    command = [sys.executable, "-m", "kehoach", "deadlines", "--db", str(path)]
    command += ["--quarter", "Q3", "--year", "2024"]
    times: list[float] = []
    for _ in range(PROCESSES):
        begin = time.perf_counter()
        subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        times.append(1000 * (time.perf_counter() - begin))
    question = "kehoach deadlines --quarter Q3 --year 2024, whole process"
    return Figure(question, *summary(times), limit=500)


if __name__ == "__main__":
    sys.exit(main())
