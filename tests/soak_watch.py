"""Long runs of the drop folder, with the figures that they came to (`make soak`).

`soak_watch.py [latency|idle|kills|thousand|memory …] [--kills N] [--documents N]`
"""

import argparse
import statistics
import time

from test_watch_process import kill_at_random_points
from watched_office import Office, cpu_seconds, plan_text, resident_megabytes, until

_ENOUGH = 10_000  # documents until all that is bounded is full, and as many again


def latency(_asked: argparse.Namespace) -> None:
    """From the moment at which a file has stood still to the answer of a query."""
    took = []
    still = 1.0
    with Office(still, "notice = 'system'\n") as office:
        office.drop("0.txt", plan_text(0))
        office.start()
        until(lambda: office.count() == 1)
        for number in range(1, 11):
            written = time.monotonic()
            office.drop(f"{number}.txt", plan_text(number))
            until(lambda n=number: office.count() == n + 1, every=0.01)
            took.append(time.monotonic() - written - still)
        office.stop()
    print(
        f"queryable after settling: median {statistics.median(took):.2f} s, "
        f"worst {max(took):.2f} s of {len(took)} (bound 2 s)"
    )
    assert max(took) < 2, took


def idle(_asked: argparse.Namespace) -> None:
    """Processor time while nothing happens, told by the system and looking around."""
    for notice in ("system", "poll"):
        with Office(1.0, f"notice = '{notice}'\n", look=1.0) as office:
            for number in range(200):
                office.drop(f"{number % 10}/{number}.txt", b"")
            process = office.start()
            until(lambda office=office: office.is_settled(200))
            time.sleep(3)
            before = cpu_seconds(process.pid)
            time.sleep(10)
            used = cpu_seconds(process.pid) - before
            office.stop()
        print(f"idle, {notice}: {used:.2f} s of processor time in 10 s ({used * 10:.1f} %)")
        assert used < (0.2 if notice == "system" else 0.5)


def kills(asked: argparse.Namespace) -> None:
    """A watcher killed again and again, in runs of ten."""
    for run in range(0, asked.kills, 10):
        kill_at_random_points(min(10, asked.kills - run), seed=run)
    print(f"killed at {asked.kills} random points: each document stored once, none left over")


def thousand(_asked: argparse.Namespace) -> None:
    """A thousand distinct plans dropped at once."""
    with Office(1.0) as office:
        for number in range(1000):
            office.drop(f"{number % 20}/{number}.txt", plan_text(number))
        began = time.monotonic()
        office.start()
        until(lambda: office.is_settled(1000), 1800, every=2)
        seconds = time.monotonic() - began
        office.stop()
        assert office.count() == 1000
        assert set(office.states().values()) == {"new"}
    print(f"1,000 files at once: {seconds:.0f} s, each stored once")


def memory(asked: argparse.Namespace) -> None:
    """Thousands of documents through the folder; the watcher's memory on the way."""
    step = max(50, asked.documents // 20)
    sizes = []
    with Office(0.5) as office:
        process = office.start()
        for start in range(0, asked.documents, step):
            for number in range(start, min(start + step, asked.documents)):
                office.drop(f"{number // 500}/{number}.txt", plan_text(number))
            done = min(start + step, asked.documents)
            until(lambda done=done: office.count() >= done, 3600, every=1)
            sizes.append(resident_megabytes(process.pid))
            print(f"{done} documents: {sizes[-1]:.0f} MB", flush=True)
        office.stop()
        assert office.count() == asked.documents
    # The database keeps pages in memory, 64 MB at most, and tables of words fill up: what is asked
    # is whether it ends there.
    if asked.documents < _ENOUGH:
        print(f"whether it grows on is to be seen from {_ENOUGH:,} documents on")
        return
    early = statistics.mean(sizes[9:12])
    late = statistics.mean(sizes[-3:])
    print(f"memory of the watcher: {early:.0f} MB half way, {late:.0f} MB at the end")
    assert late < early * 1.1 + 10


RUNS = {one.__name__: one for one in (latency, idle, kills, thousand, memory)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("runs", nargs="*", choices=[*RUNS, []], help="all unless named")
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--documents", type=int, default=10_000)
    asked = parser.parse_args()
    for name in asked.runs or RUNS:
        RUNS[name](asked)


if __name__ == "__main__":
    main()
