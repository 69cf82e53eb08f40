"""One folder read in line, by a pool and on a cluster: the same records, nothing lost or doubled.

A real scheduler and real workers run on loopback, as people start them.
"""

import json
import os
import re
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from conftest import Kehoach, clean_environment
from shared import ROOT

pytest.importorskip("distributed", reason="Dask is not installed")

NUMBER = re.compile(r"Số:\s*\d+")
MANY = 100  # more than are given out ahead, so that some are left when the cluster goes
SAMPLES = sorted((ROOT / "corpus" / "samples").glob("*/*.txt"))[:6]


def _environment() -> dict[str, str]:
    return {**clean_environment(), "PYTHONPATH": str(ROOT), "DASK_DISTRIBUTED__DASHBOARD__LINK": ""}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _dask(*words: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-m", "dask", *words],
        env=_environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def _end(process: "subprocess.Popen[bytes]") -> None:
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait(10)


@contextmanager
def _cluster(
    scratch: Path, workers: int = 2
) -> Iterator[tuple[str, list["subprocess.Popen[bytes]"]]]:
    """A scheduler's address, and its processes, the scheduler first."""
    port = _free_port()
    address = f"tcp://127.0.0.1:{port}"
    running = [_dask("scheduler", "--host", "127.0.0.1", "--port", str(port), "--no-dashboard")]
    running += [
        _dask(
            *("worker", address, "--nthreads", "1", "--no-dashboard", "--host", "127.0.0.1"),
            *("--local-directory", str(scratch / str(number))),
        )
        for number in range(workers)
    ]
    try:
        yield address, running
    finally:
        for process in running:
            _end(process)


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a cluster of two workers."""
    with _cluster(tmp_path_factory.mktemp("dask")) as (address, _):
        yield address


def _folder(at: Path) -> Path:
    folder = at / "in"
    folder.mkdir()
    for sample in SAMPLES:
        shutil.copy(sample, folder)
    shutil.copy(SAMPLES[0], folder / "z lần nữa.txt")
    (folder / "hỏng.pdf").write_bytes(b"%PDF-1.7 nothing of it")
    return folder


def _told(stdout: str) -> list[tuple[str, str]]:
    return [(Path(file["path"]).name, file["status"]) for file in json.loads(stdout)["files"]]


def _records(db: Path) -> list[str]:
    with sqlite3.connect(db) as there:
        return [row[0] for row in there.execute("SELECT record FROM versions ORDER BY record")]


def _documents(db: Path) -> int:
    with sqlite3.connect(db) as there:
        return int(there.execute("SELECT count(*) FROM documents").fetchone()[0])


def test_the_same_wherever_it_is_read(
    kehoach_process: Kehoach, cluster: str, tmp_path: Path
) -> None:
    folder = _folder(tmp_path)
    seen = []
    for name, how in (
        ("line", ("--workers", "0")),
        ("pool", ("--workers", "2")),
        ("cluster", ("--cluster", cluster)),
    ):
        db = tmp_path / f"{name}.db"
        told = kehoach_process("ingest", folder, "--db", db, "--json", *how)
        assert told.returncode == 3, told.stderr
        seen.append((_told(told.stdout), _records(db)))
    assert seen[0] == seen[1] == seen[2]
    assert [status for name, status in seen[0][0] if name.startswith("z ")] == ["duplicate"]
    assert ("hỏng.pdf", "unreadable") in seen[0][0]


def test_no_scheduler_is_said(kehoach_process: Kehoach, tmp_path: Path) -> None:
    address = f"tcp://127.0.0.1:{_free_port()}"
    told = kehoach_process(
        "ingest", SAMPLES[0], "--cluster", address, "--db", tmp_path / "x.db", "--lang", "en",
        DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT="1s",
    )  # fmt: skip
    assert told.returncode == 3
    assert re.search(rf"No scheduler answers at {address}.*dask scheduler", told.stderr)
    assert "Traceback" not in told.stderr


def test_a_lost_cluster_loses_nothing(kehoach_process: Kehoach, tmp_path: Path) -> None:
    folder, db = tmp_path / "many", tmp_path / "lost.db"
    folder.mkdir()
    for number in range(1, MANY + 1):
        text = NUMBER.sub(f"Số: {number}", SAMPLES[0].read_text(encoding="utf-8"), count=1)
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    with _cluster(tmp_path, workers=1) as (address, running):
        command = [sys.executable, "-m", "kehoach", "ingest", str(folder), "--db", str(db)]
        env = {**_environment(), "KEHOACH_LANG": "en",
               "DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT": "3s"}  # fmt: skip
        ingesting = subprocess.Popen(
            [*command, "--cluster", address], env=env, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, text=True, cwd=ROOT,
        )  # fmt: skip
        assert ingesting.stdout
        ingesting.stdout.readline()  # one is stored
        for process in running:
            _end(process)
        _, said = ingesting.communicate(timeout=90)
    assert ingesting.returncode == 3
    assert "The cluster was lost. What was stored is stored" in said
    assert "Traceback" not in said
    assert 1 <= _documents(db) < MANY
    stored = _documents(db)
    again = kehoach_process("ingest", folder, "--db", db, "--json")
    statuses = [status for _, status in _told(again.stdout)]
    assert statuses.count("duplicate") == stored
    assert _documents(db) == MANY


def test_a_lost_worker_is_replaced(tmp_path: Path, kehoach_process: Kehoach) -> None:
    folder, db = _folder(tmp_path), tmp_path / "worker.db"
    with _cluster(tmp_path) as (address, running):
        ingesting = subprocess.Popen(
            [sys.executable, "-m", "kehoach", "ingest", str(folder), "--db", str(db), "--json",
             "--cluster", address],
            env=_environment(), stdout=subprocess.PIPE, text=True, cwd=ROOT,
        )  # fmt: skip
        time.sleep(2.5)
        _end(running[1])
        out, _ = ingesting.communicate(timeout=90)
    assert ingesting.returncode == 3
    assert len(_told(out)) == len(SAMPLES) + 2
    assert _documents(db) == len(SAMPLES)
