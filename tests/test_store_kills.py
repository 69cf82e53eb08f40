"""A few kills of `kehoach ingest`; `make kills` does two hundred."""

import os
import subprocess
import sys

import pytest
from shared import ROOT


@pytest.mark.skipif(os.name != "posix", reason="processes part by fork on POSIX only")
def test_nothing_is_lost_or_doubled():
    script = [sys.executable, ROOT / "tests" / "kills.py", "--kills", "2", "--seed", "5"]
    told = subprocess.run(script, capture_output=True, text=True, cwd=ROOT)
    assert (told.returncode, told.stderr) == (0, "")
    assert told.stdout.startswith("2 kills, ")
    assert told.stdout.endswith("troubles: 0\n")
