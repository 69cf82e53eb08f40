"""Kill `kehoach ingest` at random moments: `python tests/kills.py --kills 200`.

Each time a folder is taken in by the command line, in a process of its own with its reading
processes, and all of them are killed at once at a random moment, from before the first
document to after the last. Then `doctor` looks the database through, what was reported is
looked for, and the same command runs to its end: as many documents, deadlines and findings
as without a kill, each once. Prints one line for each trouble and a summary.
"""

import argparse
import contextlib
import os
import random
import signal
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "bench")]

from plans import make_plan  # noqa: E402 - found through the line above

import kehoach.health  # noqa: E402 - once, before the processes part
import kehoach.pipeline  # noqa: E402, F401
from kehoach.cli.main import run  # noqa: E402
from store import open_store  # noqa: E402
from store.deadlines import DeadlineFilter  # noqa: E402

DOCUMENTS = 8
_LONGEST = 60  # seconds that a run is waited for


@dataclass
class Tally:
    """What came of the kills; `early` before anything was reported, `late` after the end."""

    kills: int = 0
    early: int = 0
    late: int = 0
    reported: int = 0
    stored: int = 0
    troubles: list[str] = field(default_factory=list)


def main() -> None:
    """Run, print, fail where anything was lost or doubled."""
    parser = argparse.ArgumentParser(description="Kill ingest at random moments.")
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    tally = kill_often(arguments.kills, arguments.seed)
    print(
        f"{tally.kills} kills, {tally.early} before anything was reported, {tally.late} after the "
        f"end; {tally.reported} documents reported before a kill, {tally.stored} stored then; "
        f"troubles: {len(tally.troubles)}"
    )
    sys.exit(bool(tally.troubles))


def kill_often(kills: int, seed: int, workers: int = 1) -> Tally:
    """So many kills, each with a database of its own."""
    chance, tally = random.Random(seed), Tally()
    with tempfile.TemporaryDirectory(prefix="kills-") as name:
        folder = Path(name, "inbox")
        folder.mkdir()
        for n in range(DOCUMENTS):
            plan = make_plan(seed, n)
            (folder / plan.name).write_text(plan.text, encoding="utf-8")
        words = ["ingest", str(folder), "--workers", str(workers), "--lang", "en"]
        begin = time.monotonic()
        _finish([*words, "--db", f"{name}/whole.db"], Path(name, "whole.log"))
        longest = time.monotonic() - begin
        whole = _facts(Path(name, "whole.db"))
        for kill in range(kills):
            db, log = Path(name, f"{kill}.db"), Path(name, f"{kill}.log")
            first = chance.randint(0, DOCUMENTS)
            after = chance.random() * longest / (DOCUMENTS if first else 1)
            _kill([*words, "--db", str(db)], log, first, after)
            tally.kills += 1
            for trouble in _examine(words, db, log, whole, tally):
                tally.troubles.append(trouble)
                print(f"kill {kill}: {trouble}")
    return tally


def _examine(
    words: list[str], db: Path, log: Path, whole: tuple[object, ...], tally: Tally
) -> list[str]:
    """What is wrong after a kill, and after the run that follows it."""
    lines = log.read_text("utf-8").splitlines()
    reported = {
        line.rpartition("/")[2].split()[0]
        for line in lines
        if ".txt" in line and not line.startswith("not read")
    }
    tally.early += not reported
    tally.late += any("The database is" in line for line in lines)
    tally.reported += len(reported)
    troubles = []
    if db.exists():
        if _finish(["doctor", "--thorough", "--db", str(db)], log.with_suffix(".doctor")):
            troubles.append("doctor: " + log.with_suffix(".doctor").read_text("utf-8"))
        with open_store(db) as store:
            stored = Counter(row.name for row in store.documents())
        tally.stored += stored.total()
        troubles += [f"lost: {name}" for name in sorted(reported - set(stored))]
        troubles += [f"doubled: {name}" for name, times in stored.items() if times > 1]
    elif reported:
        troubles.append("reported, and there is no database")
    if _finish([*words, "--db", str(db)], log.with_suffix(".again")):
        troubles.append("again: " + log.with_suffix(".again").read_text("utf-8"))
    elif _facts(db) != whole:
        troubles.append(f"after the second run: {_facts(db)} instead of {whole}")
    return troubles


def _facts(db: Path) -> tuple[object, ...]:
    """What has to be the same however often the work was broken off."""
    with open_store(db) as store:
        assert store.examine(thorough=True) == []
        return (
            sorted(row.name for row in store.documents()),
            store.deadlines(DeadlineFilter()).total,
            sorted(one.id for one in store.findings()),
            sorted((link.document.name, link.item, link.resolution) for link in store.all_links()),
            sum(len(store.files(one)) for one in store.ids()),
        )


def _kill(words: list[str], log: Path, first: int, after: float) -> None:
    """Let it report the first documents, and live a little longer."""
    log.touch()
    child, until = _start(words, log), time.monotonic() + _LONGEST
    while log.read_bytes().count(b".txt") < first and time.monotonic() < until:
        time.sleep(0.002)
    time.sleep(after)
    os.killpg(child, signal.SIGKILL)
    os.waitpid(child, 0)


def _finish(words: list[str], log: Path) -> int:
    _, status = os.waitpid(_start(words, log), 0)
    return os.waitstatus_to_exitcode(status)


def _start(words: list[str], log: Path) -> int:
    """The command line in a process group of its own, all it says going into `log`."""
    child = os.fork()
    if child:
        with contextlib.suppress(OSError):  # the child has done so itself and gone on
            os.setpgid(child, child)
        return child
    os.setpgid(0, 0)
    with log.open("wb") as out:
        os.dup2(out.fileno(), 1)
        os.dup2(out.fileno(), 2)
    code = 70
    try:
        code = run(words)
        sys.stdout.flush()
    finally:
        os._exit(code)


if __name__ == "__main__":
    main()
