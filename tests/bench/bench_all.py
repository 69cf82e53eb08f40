"""Measure everything, small enough for a coffee: reading, checks, files, database, folder.

    bench_all.py [--publish]

Each family is a program of its own, named below with what is less here than there, and can be
run alone at its full size. What they measured is put together in `outputs/bench.json`. Exit
code 1 where one of them missed a bar or did not end well.
"""

import argparse
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).parent
FAMILIES: dict[str, tuple[str, ...]] = {
    "bench_reading.py": ("--repeats", "9"),
    "bench_checks.py": ("--chains", "20", "--repeats", "3"),
    "bench_files.py": ("--repeats", "1", "--scans", "2"),
    "bench_store.py": ("--plans", "10000"),
    "bench_folder.py": ("--documents", "200"),
}


def main() -> int:
    """Run them in turn; tell how long each took and which missed a bar."""
    parser = argparse.ArgumentParser(description="Measure everything at a small size.")
    parser.add_argument("--publish", action="store_true", help="for the README too")
    args = parser.parse_args()
    more = ("--publish",) if args.publish else ()
    began = time.monotonic()
    ended: dict[str, tuple[int, float]] = {}
    for n, (program, options) in enumerate(FAMILIES.items(), 1):
        print(f"\n== {n} of {len(FAMILIES)}: {program} {' '.join(options)}", flush=True)
        first = time.monotonic()
        done = subprocess.run([sys.executable, HERE / program, *options, *more])
        ended[program] = done.returncode, time.monotonic() - first
    print("\n== together")
    for program, (code, seconds) in ended.items():
        print(f"{program:20}{seconds:6.0f} s   {'' if code == 0 else 'MISSED A BAR, see above'}")
    print(f"{'':20}{time.monotonic() - began:6.0f} s")
    return 1 if any(code for code, _ in ended.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
