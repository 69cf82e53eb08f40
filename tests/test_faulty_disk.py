"""A disk that is slow, or full in the middle of the work: the whole command, from outside."""

import json
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from conftest import Kehoach
from shared import ROOT

SAMPLES = sorted((ROOT / "corpus" / "samples").glob("*/*.txt"))[:10]

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux") or shutil.which("cc") is None,
    reason="the disk is made faulty with a C library that is compiled here, for Linux",
)


@pytest.fixture(scope="module")
def faulty(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The library that stands before the C library."""
    made = tmp_path_factory.mktemp("disk") / "faulty_disk.so"
    source = ROOT / "tests" / "fixtures" / "faulty_disk.c"
    subprocess.run(["cc", "-shared", "-fPIC", "-O1", "-o", made, source, "-ldl"], check=True)
    return str(made)


def _ingest(process: Kehoach, folder: Path, db: Path, **env: str) -> tuple[int, list[str], str]:
    """Exit code, the fate of each file, and what was said."""
    told = process("ingest", folder, "--db", db, "--json", KEHOACH_LANG="en", **env)
    files = json.loads(told.stdout)["files"] if told.stdout else []
    return told.returncode, [one["status"] for one in files], told.stderr


def _records(db: Path) -> list[tuple[int, bytes]]:
    with closing(sqlite3.connect(db)) as there:
        if not there.execute("SELECT 1 FROM sqlite_master").fetchone():
            return []
        return there.execute("SELECT doc, record FROM versions ORDER BY version").fetchall()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    found = tmp_path / "den"
    found.mkdir()
    for path in SAMPLES:
        shutil.copy(path, found)
    return found


def test_a_slow_disk_costs_time_and_nothing_else(
    kehoach_process: Kehoach, folder: Path, tmp_path: Path, faulty: str
) -> None:
    quick, slow = tmp_path / "quick.db", tmp_path / "slow.db"
    for path in sorted(folder.iterdir())[3:]:
        path.unlink()
    expected = _ingest(kehoach_process, folder, quick)
    found = _ingest(
        kehoach_process, folder, slow,
        LD_PRELOAD=faulty, FAULTY_PATH=str(tmp_path), FAULTY_MS="3",
    )  # fmt: skip
    assert found == expected
    assert found[:2] == (0, ["new"] * 3)
    assert _records(slow) == _records(quick)


@pytest.mark.parametrize(("room", "some"), [(200_000, False), (1_000_000, True)])
def test_a_disk_that_is_full_is_told_and_the_rest_goes_on_later(
    kehoach_process: Kehoach, folder: Path, tmp_path: Path, faulty: str, room: int, some: bool
) -> None:
    """While the database is made, and while some documents have found room."""
    db = tmp_path / "full.db"
    code, _, said = _ingest(
        kehoach_process, folder, db,
        LD_PRELOAD=faulty, FAULTY_PATH=str(db), FAULTY_ROOM=str(room),
    )  # fmt: skip
    assert code == 4
    assert "disk is full" in said
    assert "Traceback" not in said
    stored = _records(db)
    assert len(stored) < len(SAMPLES)
    assert bool(stored) == some
    assert not some or kehoach_process("doctor", "--db", db).returncode == 0
    code, fates, _ = _ingest(kehoach_process, folder, db)
    assert code == 0
    assert fates.count("duplicate") == len(stored)
    assert len(fates) == len(SAMPLES)
