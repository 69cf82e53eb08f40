"""Measure reading: text to record, beside its peers; a folder; a question.

    bench_reading.py [--repeats 5] [--json FILE]

One core for the first table: the texts of `corpus/samples` (and of the shared folder where it
is present), medians over the repeats. The peers run over the same texts in the same run:
dateparser's search for dates, underthesea's names, and a bare scan with one alternation of
words, which is the limit of what `re` can do. Whole processes are timed from outside.
"""

import argparse
import json
import os
import platform
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from shared import ABSENT, shared_folder  # noqa: E402

from extract.files import plans_of, read_plan  # noqa: E402

WORDS = re.compile(r"(?:Căn cứ|Thực hiện|Nghị định|Quyết định|Kế hoạch|quý|tháng|ngày) [^\s,;.]+")
PEER_CHARACTERS = 4000  # of each text: the slow peers would take minutes over all of them


def texts() -> list[str]:
    """The texts to read, as canonical text."""
    documents = [
        path
        for ending in ("txt", "docx", "pdf")
        for path in sorted((ROOT / "corpus" / "samples").glob(f"*/*.{ending}"))
    ]
    folder = shared_folder()
    if folder:
        documents += sorted([*folder.glob("seeds/*.txt"), *folder.glob("more/*.txt")])
    else:
        print(f"Only the samples are read: {ABSENT}.")
    return [read_plan(path).text for path in documents]


def rate(read: Callable[[str], object], of: list[str], repeats: int) -> float:
    """Megabytes of UTF-8 a second, the median over the repeats; one run before to warm up."""
    size = sum(len(text.encode()) for text in of)
    read(of[0])
    times = []
    for _ in range(repeats):
        began = time.perf_counter()
        for text in of:
            read(text)
        times.append(time.perf_counter() - began)
    return size / 1e6 / statistics.median(times)


def search_dates(text: str) -> object:
    """dateparser's own search."""
    from dateparser.search import search_dates as search

    return search(text, languages=["vi"])


def find_names(text: str) -> object:
    """underthesea's named entities."""
    from underthesea import ner

    return ner(text)


def seconds(*words: object, repeats: int = 3) -> float:
    """A whole process of the command line, the median over the repeats."""
    times = []
    for _ in range(repeats):
        began = time.perf_counter()
        told = subprocess.run(
            [sys.executable, "-m", "kehoach", *map(str, words)], cwd=ROOT, capture_output=True
        )
        times.append(time.perf_counter() - began)
        if told.returncode not in (0, 1):
            sys.exit(told.stderr.decode())
    return statistics.median(times)


def processes() -> dict[str, float]:
    """Seconds of whole processes: the samples with one and two workers, a quarter's deadlines."""
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        for workers in (1, 2):
            db = Path(folder, f"{workers}.db")
            words = ("ingest", "corpus/samples", "--workers", workers, "--db", db, "--json")
            found[f"ingest corpus/samples, {workers} worker(s)"] = seconds(*words, repeats=1)
        quarter = ("deadlines", "--quarter", "Q3", "--year", 2025, "--db", db)
        found["deadlines of a quarter"] = seconds(*quarter, repeats=5)
    return found


def main() -> None:
    """Print both tables; keep the figures where asked."""
    parser = argparse.ArgumentParser(description="Measure reading.")
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--json", type=Path, help="keep the figures in this file")
    args = parser.parse_args()
    of = texts()
    heads = [text[:PEER_CHARACTERS] for text in of]
    rates = {
        "text to record": rate(lambda text: plans_of(text.encode(), "x.txt"), of, args.repeats),
        "bare re scan (limit)": rate(WORDS.findall, of, args.repeats),
        "dateparser.search_dates": rate(search_dates, heads[:5], 1),
        "underthesea ner": rate(find_names, heads[:5], 1),
    }
    own = rates["text to record"]
    print(f"\n{len(of)} texts, one core\n{'':28}{'MB/s':>10}{'of ours':>10}")
    for name, value in rates.items():
        print(f"{name:28}{value:10.3f}{value / own:10.3f}")
    times = processes()
    print(f"\nwhole processes\n{'':40}{'s':>8}")
    for name, value in times.items():
        print(f"{name:40}{value:8.2f}")
    if args.json:
        machine = {"python": platform.python_version(), "cores": os.cpu_count()}
        figures = {"machine": machine, "megabytes_per_second": rates, "seconds": times}
        args.json.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
