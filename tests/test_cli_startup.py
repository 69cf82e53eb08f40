"""A question must answer at once: what it may import, and how long the whole process takes."""

import subprocess
import sys
import time

import pytest
from shared import ROOT

HEAVY = (
    "spacy", "underthesea", "dateparser", "pdfplumber", "pdfminer", "pypdfium2", "pyhanko", "docx",
    "numpy", "sqlite_utils", "babel", "yaml", "cryptography", "openpyxl",
)  # fmt: skip
QUESTIONS = (
    ("deadlines", "--json"),
    ("deadlines",),
    ("documents",),
    ("check", "--severity", "error"),
    ("search", "kế hoạch"),
    ("rules",),
)


@pytest.fixture(scope="module")
def db(kehoach_process, tmp_path_factory):
    path = tmp_path_factory.mktemp("startup") / "samples.db"
    assert kehoach_process("ingest", ROOT / "corpus" / "samples", "--db", path).returncode == 0
    return path


@pytest.mark.parametrize("words", QUESTIONS, ids=" ".join)
def test_no_language_package_on_the_way_of_a_question(db, words):
    script = (
        "import sys; from kehoach.cli.main import run; run(sys.argv[1:]);"
        f"print(*sorted(set(sys.modules) & {set(HEAVY)!r}), sep=',')"
    )
    options = [] if words == ("rules",) else ["--db", db]
    out = subprocess.run(
        [sys.executable, "-c", script, *words, *options], cwd=ROOT, capture_output=True, text=True
    )
    assert out.stdout.splitlines()[-1] == "", "the last line lists what was imported"


def test_time_of_a_question(db, capsys):
    """Printed, not judged: a busy machine is no fault of the program."""
    times = []
    for _ in range(5):
        began = time.perf_counter()
        subprocess.run(
            [sys.executable, "-m", "kehoach", "deadlines", "--db", db, "--quarter", "Q2",
             "--year", "2025"],
            cwd=ROOT, check=True, capture_output=True,
        )  # fmt: skip
        times.append(time.perf_counter() - began)
    with capsys.disabled():
        print(f"\nkehoach deadlines, whole process: median {sorted(times)[2]:.2f} s (limit 0.5 s)")
