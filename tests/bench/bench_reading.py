"""Measure reading texts: text to record, beside its peers, in one run on one core.

    bench_reading.py [--repeats 15] [--publish] [--no-peers]

The texts are the five real plans of the shared folder, or the samples where it is not beside
the project. Each is read several times; its rate is that of the fastest reading (processor
time, megabytes of UTF-8 a second), and the figure is the median over the texts. The peers run
over the same texts: dateparser's search for dates, underthesea's names of places and people,
and `re` alone, twice: every pattern of the program once over the text, and exactly the calls
that one reading makes, with nothing around them, which is the limit. `--publish` also writes
the figures that the README shows. Exit code 1 where the bar is missed.
"""

import argparse
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests"), str(Path(__file__).parent)]

import recorded  # noqa: E402 - before the program compiles its patterns
from kept import keep, table  # noqa: E402
from shared import ABSENT, shared_folder  # noqa: E402

BAR = 1.0  # megabytes a second
PEER_CHARACTERS = 4000  # of each text: the slow peers would take minutes over all of them


def texts() -> dict[str, str]:
    """The texts to read, by the names of their files."""
    folder = shared_folder()
    if not folder:
        print(f"The samples are read: {ABSENT}.")
    paths = folder.glob("seeds/*.txt") if folder else (ROOT / "corpus/samples").glob("*/*.txt")
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted(paths)}


def rates(
    read: Callable[[str], object], of: dict[str, str], repeats: int, characters: int | None = None
) -> dict[str, float]:
    """Megabytes of UTF-8 a second of processor time, of each text, the fastest of the repeats."""
    found = {}
    for name, whole in of.items():
        text = whole[:characters]
        read(text)
        times = []
        for _ in range(repeats):
            began = time.process_time()
            read(text)
            times.append(time.process_time() - began)
        found[name] = len(text.encode()) / 1e6 / max(min(times), 1e-9)
    return found


def scan(text: str) -> None:
    """Every pattern of the program once over the text."""
    for pattern in recorded.PATTERNS:
        for _ in pattern.finditer(text):
            pass


def replayed(of: dict[str, str], repeats: int, read: Callable[[str], object]) -> dict[str, float]:
    """The calls of one reading to `re`, asked again."""
    found = {}
    for name, text in of.items():
        recorded.record(lambda text=text: read(text))  # type: ignore[misc]
        found |= rates(lambda _: recorded.replay(), {name: text}, repeats)
    return found


def search_dates(text: str) -> object:
    """dateparser's own search."""
    from dateparser.search import search_dates as search

    return search(text, languages=["vi"])


def find_names(text: str) -> object:
    """underthesea's named entities."""
    from underthesea import ner

    return ner(text)


def in_fresh_process(repeats: int) -> dict[str, float]:
    """Our own rates, without a recorder around the patterns."""
    import json
    import subprocess

    words = [sys.executable, __file__, "--own", "--repeats", str(repeats)]
    told = subprocess.run(words, capture_output=True, text=True, check=True)
    rates_of: dict[str, float] = json.loads(told.stdout.splitlines()[-1])
    return rates_of


def measure(repeats: int, peers: bool) -> dict[str, dict[str, float]]:
    """The rate of every text, for us and for each peer."""
    of = texts()
    found = {"text to record": in_fresh_process(repeats)}
    recorded.install()
    from extract.files import plans_of

    def read(text: str) -> object:
        return plans_of(text.encode(), "x.txt")

    for text in of.values():
        read(text)  # so that every pattern is there
    found["the same calls to re, alone (limit)"] = replayed(of, repeats, read)
    found["each pattern once over the text"] = rates(scan, of, 1)
    if peers:
        found["dateparser search_dates"] = rates(search_dates, of, 1, PEER_CHARACTERS)
        found["underthesea ner"] = rates(find_names, of, 1, PEER_CHARACTERS)
    return found


def own(repeats: int) -> None:
    """Our rates as JSON, for the process that asked."""
    import json

    from extract.files import plans_of

    print(json.dumps(rates(lambda text: plans_of(text.encode(), "x.txt"), texts(), repeats)))


def main() -> int:
    """Print the table; keep the figures; 1 where the bar is missed."""
    parser = argparse.ArgumentParser(description="Measure reading texts.")
    parser.add_argument("--repeats", type=int, default=15)
    parser.add_argument("--publish", action="store_true", help="for the README too")
    parser.add_argument("--no-peers", action="store_true", help="ours and `re` alone")
    parser.add_argument("--own", action="store_true", help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.own:
        own(args.repeats)
        return 0
    found = measure(args.repeats, not args.no_peers)
    medians = {name: statistics.median(of.values()) for name, of in found.items()}
    ours = medians["text to record"]
    size = len(found["text to record"])
    print(f"\n{size} texts, one core, megabytes a second (median, slowest)")
    rows: list[tuple[object, ...]] = [
        (name, value, min(found[name].values()), ours / value) for name, value in medians.items()
    ]
    print(table(("", "median", "slowest", "ours to it"), rows))
    print(f"bar {BAR} MB/s: {'met' if ours >= BAR else 'MISSED'}")
    keep(
        "reading",
        {
            "texts": size,
            "real": shared_folder() is not None,
            "megabytes_per_second": {name: round(value, 4) for name, value in medians.items()},
            "ours_to_it": {name: round(ours / value, 2) for name, value in medians.items()},
        },
        publish=args.publish,
    )
    return 0 if ours >= BAR else 1


if __name__ == "__main__":
    sys.exit(main())
