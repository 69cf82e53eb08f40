"""Measure a folder of mixed documents: one worker, two, and a cluster of two on this machine.

    bench_folder.py [--documents 1000] [--folder DIR] [--lanes 1 2 c1 c2 c4] [--publish]

Of each twenty documents seven are text, seven Word, five born-digital PDF and one a scanned
page. Each run starts from an empty database; all must come to the same database, byte for byte
of every record. Exits 1 where they do not. Beside the seconds stands the processor time of the
command with all its processes: divided by the cores it is what no run can fall below. What two
processes that have nothing to do with each other do on this machine is measured before and after.
"""

import argparse
import contextlib
import hashlib
import json
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from kept import keep
from mixed_folder import make
from scaling import scaling

ROOT = Path(__file__).resolve().parents[2]
AS_ADVISED = {"DASK_CONFIG": str(ROOT / "docs/dask.yaml")}  # docs/cluster.md
WORTH_A_LIMIT = 100  # documents: of fewer the times say nothing anyway


def ingest(folder: Path, db: Path, *how: str) -> tuple[float, str]:
    """Seconds of the whole command, and a hash of all that it stored."""
    began = time.perf_counter()
    told = subprocess.run(
        [sys.executable, "-m", "kehoach", "ingest", folder, "--db", db, "--json", *how],
        cwd=ROOT,
        capture_output=True,
    )
    seconds = time.perf_counter() - began
    if told.returncode != 0:
        sys.exit(told.stderr.decode() or told.stdout.decode()[-2000:])
    return seconds, contents(db)


def contents(db: Path) -> str:
    """A hash over every record and every finding."""
    seen = hashlib.sha256()
    with contextlib.closing(sqlite3.connect(db)) as there:
        for question in (
            "SELECT doc, part, record, text FROM versions ORDER BY version",
            "SELECT * FROM findings ORDER BY id",
        ):
            for row in there.execute(question):
                seen.update(repr(row).encode())
    return seen.hexdigest()


@contextlib.contextmanager
def cluster(scratch: Path, workers: int) -> Iterator[tuple[str, list["subprocess.Popen[bytes]"]]]:
    """A scheduler and `workers` workers of one thread each: its address, and the processes with
    the scheduler first."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    address = f"tcp://127.0.0.1:{port}"
    host = ("--host", "127.0.0.1", "--no-dashboard")
    commands = [("scheduler", "--port", str(port), *host)] + [
        ("worker", address, "--nthreads", "1", "--local-directory", str(scratch / str(n)), *host)
        for n in range(workers)
    ]
    running = [
        subprocess.Popen(
            [sys.executable, "-m", "dask", *words],
            env={**os.environ, "PYTHONPATH": str(ROOT), **AS_ADVISED},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        for words in commands
    ]
    try:
        time.sleep(6)  # they import Dask; a service that runs has done so long before
        yield address, running
    finally:
        for process in running:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def run(lane: str, folder: Path, scratch: Path) -> tuple[float, str]:
    """Take the folder in by `2` workers of this machine, or by `c2`, two of a cluster."""
    db = scratch / f"{lane}.db"
    if not lane.startswith("c"):
        return ingest(folder, db, "--workers", lane)
    with cluster(scratch / lane, int(lane[1:])) as (address, _):
        return ingest(folder, db, "--cluster", address)


def name_of(lane: str) -> str:
    """For people."""
    return f"cluster of {lane[1:]}" if lane.startswith("c") else f"{lane} worker(s)"


def _children() -> float:
    """Processor seconds of all processes that were started here and have ended."""
    times = os.times()
    return times.children_user + times.children_system


def _show(seconds: dict[str, float], cpu: dict[str, float]) -> None:
    """A line for each lane, beside the first."""
    first = next(iter(seconds.values()))
    print(f"\n{'':16}{'s':>8}{'times the first':>18}{'processor s':>14}")
    for lane, taken in seconds.items():
        print(f"{name_of(lane):16}{taken:8.1f}{first / taken:18.2f}{cpu[lane]:14.1f}")


def main() -> int:
    """Make the folder, read it once for each lane, print the table."""
    parser = argparse.ArgumentParser(description="Measure a folder of mixed documents.")
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--folder", type=Path, help="keep the documents here, or use those there")
    parser.add_argument("--json", type=Path, help="keep the figures in this file")
    parser.add_argument("--publish", action="store_true", help="for the README too")
    parser.add_argument("--lanes", nargs="+", default=["1", "2", "c2"])
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        folder = args.folder or scratch / "in"
        if not folder.is_dir():
            print(f"Making {args.documents} documents ...", flush=True)
            print(make(folder, args.documents), flush=True)
        runs, cpu = {}, {}
        limits = [scaling()] if args.documents >= WORTH_A_LIMIT else []
        for lane in args.lanes:
            before = _children()
            runs[lane] = run(lane, folder, scratch)
            cpu[lane] = round(_children() - before, 1)
        limits += [scaling()] if limits else []
    seconds = {lane: round(taken, 1) for lane, (taken, _) in runs.items()}
    _show(seconds, cpu)
    limit = round(sum(limits) / 2, 2) if limits else None
    if limit:
        print(
            f"Two processes that only read texts do {limit} times as much as one on this machine."
        )
    same = len({hashed for _, hashed in runs.values()}) == 1
    print("The same records and findings in all of them." if same else "THE RESULTS DIFFER.")
    figures = {
        "documents": args.documents,
        "seconds": seconds,
        "cpu": cpu,
        "identical": same,
        "limit": limit,
    }
    keep("folder", figures, publish=args.publish)
    if args.json:
        args.json.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main())
