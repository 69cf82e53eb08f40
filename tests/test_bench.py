"""The benchmarks run, come to the same answers as their peers, and keep figures: short ones,
whose times mean nothing and fail nothing."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from shared import ROOT

BENCH = ROOT / "tests" / "bench"
SHORT = {
    "checks": ("bench_checks.py", "--chains", "1", "--repeats", "1"),
    "folder": ("bench_folder.py", "--documents", "3", "--lanes", "0", "2"),
}


@pytest.mark.parametrize("family", SHORT)
def test_a_short_run(family: str, tmp_path: Path) -> None:
    program, *options = SHORT[family]
    kept = tmp_path / "bench.json"
    told = subprocess.run(
        [sys.executable, BENCH / program, *options],
        env={**os.environ, "BENCH_KEPT": str(kept)},
        capture_output=True,
        text=True,
        timeout=100,
    )
    assert told.returncode in (0, 1), told.stderr  # 1: a bar of time is missed
    assert "Traceback" not in told.stderr
    figures = json.loads(kept.read_text(encoding="utf-8"))[family]
    assert figures["machine"]["cores"] == os.cpu_count()
    if family == "folder":
        assert figures["identical"], told.stdout
