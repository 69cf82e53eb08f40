"""Measure checking: plans of made-up chains, beside what any check of them must do.

    bench_checks.py [--chains 40] [--repeats 5] [--publish]

A chain is the plans of a ministry down to a commune, with the bases that they cite, in a database
of its own. Each plan is checked by itself and with those that the database finds above it; beside
it stand, over the same plans in the same run, the reading of its text and the making of its
record and of theirs from JSON, without which there is nothing to check (the limit). Milliseconds
of processor time, the fastest of the repeats; the figures are medians over the plans.
"""

import argparse
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests"), str(Path(__file__).parent)]

from chains.build import build  # noqa: E402 - found through the line above
from chains.measure import empty_store, put, texts_of  # noqa: E402
from kept import keep, table  # noqa: E402

from checks import check  # noqa: E402
from extract.files import plans_of  # noqa: E402
from schemas import Plan  # noqa: E402

CHECK = "check, with those above it"
READING = "reading its text"
LIMIT = "its record and theirs from JSON (limit)"


def chains(count: int) -> list[tuple[Plan, list[Plan]]]:
    """Every plan of the chains, with the plans that its database finds above it."""
    found = []
    for seed in range(count):
        with empty_store() as store:
            plans = [
                put(store, plans_of(text.encode(), f"ke-hoach-{n}.txt")[0])
                for n, text in enumerate(texts_of(build(seed)))
            ]
            found += [(plan, list(store.neighbours(plan))) for plan in plans]
    return found


def measure(of: Sequence[tuple[Plan, list[Plan]]], repeats: int) -> dict[str, list[float]]:
    """Milliseconds of every plan, by what is done with it."""
    found: dict[str, list[float]] = {CHECK: [], "check, by itself": [], READING: [], LIMIT: []}
    for plan, above in of:
        written = [each.model_dump_json() for each in (plan, *above)]
        data = plan.text.encode()

        def fresh(written: Sequence[str] = written) -> list[Plan]:
            # What rules work out of a record is kept with it: a new one has nothing.
            return [Plan.model_validate_json(each) for each in written]

        found[CHECK].append(
            _fastest(lambda plans: check(plans[0], plans[1:]), repeats, fresh),
        )
        found["check, by itself"].append(_fastest(lambda plans: check(plans[0]), repeats, fresh))
        found[READING].append(
            _fastest(lambda _, data=data: plans_of(data, "x.txt"), repeats)  # type: ignore[misc]
        )
        found[LIMIT].append(_fastest(lambda _, fresh=fresh: fresh(), repeats))  # type: ignore[misc]
    return found


def _fastest(
    work: Callable[[list[Plan]], object],
    repeats: int,
    prepare: Callable[[], list[Plan]] = list,
) -> float:
    times = []
    for _ in range(repeats):
        given = prepare()
        began = time.process_time()
        work(given)
        times.append(1000 * (time.process_time() - began))
    return min(times)


def main() -> None:
    """Print the table; keep the figures."""
    parser = argparse.ArgumentParser(description="Measure checking.")
    parser.add_argument("--chains", type=int, default=40)
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--publish", action="store_true", help="for the README too")
    args = parser.parse_args()
    of = chains(args.chains)
    check(*of[0])  # what is imported and read once
    found = measure(of, args.repeats)
    medians = {name: statistics.median(times) for name, times in found.items()}
    ratios = {name: medians[CHECK] / value for name, value in medians.items()}
    print(f"\n{len(of)} plans of {args.chains} chains, one core, milliseconds a plan")
    rows = [(name, value, max(found[name]), ratios[name]) for name, value in medians.items()]
    print(table(("", "median", "slowest", "a check is"), rows))
    figures = {
        "plans": len(of),
        "milliseconds": {name: round(value, 3) for name, value in medians.items()},
        "check_to_it": {name: round(value, 2) for name, value in ratios.items()},
    }
    keep("checks", figures, publish=args.publish)


if __name__ == "__main__":
    main()
