"""What two cores of this machine are worth: the same reading by one process, and by two at once.

Cores that share their memory or their arithmetic are not two; no program scales beyond this.
"""

import statistics
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = 3
_WORK = """
import sys, time; sys.path.insert(0, sys.argv[1])
from pathlib import Path
from extract.files import plans_of
texts = [p.read_bytes() for p in sorted(Path(sys.argv[1], "corpus/samples").glob("*/*.txt"))]
for text in texts: plans_of(text, "x.txt")
print("ready", flush=True); sys.stdin.readline()
began = time.perf_counter()
for _ in range(6):
    for text in texts: plans_of(text, "x.txt")
print(time.perf_counter() - began, flush=True)
"""


def at_once(processes: int) -> float:
    """Seconds until each of so many has done its share, the slowest of them."""
    running = [
        subprocess.Popen(
            [sys.executable, "-c", _WORK, str(ROOT)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(processes)
    ]
    for process in running:
        assert process.stdout
        process.stdout.readline()
    for process in running:
        assert process.stdin
        process.stdin.write("go\n")
        process.stdin.flush()
    return max(float(process.communicate()[0]) for process in running)


def scaling() -> float:
    """How many times as much two processes do as one, the median of some rounds."""
    return statistics.median(2 * at_once(1) / at_once(2) for _ in range(ROUNDS))


if __name__ == "__main__":
    print(f"two processes do {scaling():.2f} times as much as one")
