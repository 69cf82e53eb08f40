"""Kill what takes a folder in, in the middle of it: `python tests/folder_faults.py`.

    folder_faults.py [--documents 1000] [--folder DIR] [--only reader_killed]

The mixed folder of `bench_folder.py` is taken in once undisturbed. Then, each time into an
empty database: a reading process is killed, a worker of a cluster, the cluster's scheduler, and
the process that writes. What can go on must go on; what ended is started again. In the end the
database must be the undisturbed one, byte for byte of every record and finding, and `doctor`
must find nothing. Exits 1 where it is not. POSIX only.
"""

import argparse
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

TESTS = Path(__file__).resolve().parent
sys.path[:0] = [str(TESTS.parent), str(TESTS), str(TESTS / "bench")]

from bench_folder import cluster, contents, ingest  # noqa: E402 - found through the line above
from mixed_folder import make  # noqa: E402

_SHARE = 0.4  # of the undisturbed run, after which the fault comes
_LONGEST = 20  # times as long as the undisturbed run a disturbed one may take


def main() -> int:
    """Every fault in turn; a line for each."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--folder", type=Path, help="documents that were made before")
    faults = (reader_killed, cluster_worker_killed, scheduler_killed, writer_killed)
    parser.add_argument("--only", choices=[fault.__name__ for fault in faults])
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        folder = asked.folder or scratch / "in"
        if not folder.is_dir():
            print(make(folder, asked.documents), flush=True)
        whole, expected = ingest(folder, scratch / "whole.db", "--workers", "2")
        print(f"undisturbed: {whole:.0f} s", flush=True)
        kept = [
            tried(fault, folder, scratch, whole, expected)
            for fault in faults
            if asked.only in (None, fault.__name__)
        ]
    return 0 if all(kept) else 1


def tried(
    fault: Callable[[Path, Path, float], str], folder: Path, scratch: Path, whole: float, want: str
) -> bool:
    """One fault; whether the database became the undisturbed one."""
    db = scratch / f"{fault.__name__}.db"
    told = fault(folder, db, whole)
    if told != "went on":
        _, found = ingest(folder, db, "--workers", "2")
    else:
        found = contents(db)
    doctor = subprocess.run(
        [sys.executable, "-m", "kehoach", "doctor", "--db", db],
        cwd=TESTS.parent,
        capture_output=True,
    )
    sound = doctor.returncode == 0
    verdict = "the same database" if found == want and sound else "NOT THE SAME DATABASE"
    print(f"{fault.__name__}: {told}; {verdict}", flush=True)
    return found == want and sound


def reader_killed(folder: Path, db: Path, whole: float) -> str:
    """One of the processes that read is killed: its file is read by another."""
    running = _started(folder, db, "--workers", "2")
    time.sleep(whole * _SHARE)
    os.kill(_children(running.pid)[0], signal.SIGKILL)
    return _ended(running, whole)


def cluster_worker_killed(folder: Path, db: Path, whole: float) -> str:
    """One of two workers of a cluster is killed: the other reads on."""
    with cluster(db.with_suffix(".cluster"), 2) as (address, processes):
        running = _started(folder, db, "--cluster", address)
        time.sleep(whole * _SHARE)
        os.killpg(processes[-1].pid, signal.SIGKILL)
        return _ended(running, whole)


def scheduler_killed(folder: Path, db: Path, whole: float) -> str:
    """The cluster is gone: the command ends, and says so."""
    with cluster(db.with_suffix(".cluster"), 2) as (address, processes):
        running = _started(folder, db, "--cluster", address)
        time.sleep(whole * _SHARE)
        os.killpg(processes[0].pid, signal.SIGKILL)
        return _ended(running, whole)


def writer_killed(folder: Path, db: Path, whole: float) -> str:
    """The one process that writes is killed, and all of its readers."""
    running = _started(folder, db, "--workers", "2")
    time.sleep(whole * _SHARE)
    os.killpg(running.pid, signal.SIGKILL)
    return _ended(running, whole)


def _started(folder: Path, db: Path, *how: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-m", "kehoach", "ingest", folder, "--db", db, "--json", *how],
        cwd=TESTS.parent,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def _ended(running: "subprocess.Popen[bytes]", whole: float) -> str:
    """`went on`, or how it ended and what it said last."""
    _, complaints = running.communicate(timeout=60 + _LONGEST * whole)
    if running.returncode == 0:
        return "went on"
    said = complaints.decode().strip().splitlines()
    return (
        f"ended with {running.returncode} ({said[-1][:90] if said else 'no word'}), started again"
    )


def _children(pid: int) -> list[int]:
    tasks = Path(f"/proc/{pid}/task").iterdir()
    return [int(one) for task in tasks for one in (task / "children").read_text().split()]


if __name__ == "__main__":
    sys.exit(main())
