"""Reader, the process: reads a file, then looks for what its documents do wrong by themselves.

Not imported by the program itself; `kehoach.reader` starts it. The records are handed over
first: nothing is lost where the rest never comes.
"""

from checks import check_alone
from extract import worker_main
from extract.worker_main import Answer
from schemas import Plan


def main() -> None:
    """Reads files until the input ends."""
    worker_main.main(_look)


def _look(plans: tuple[Plan, ...], office: object) -> Answer:
    """The faults of each document; `office` is a list of the texts of the office's registers."""
    texts = tuple(map(str, office)) if isinstance(office, list) else ()
    return {"kind": "alone", "alone": [check_alone(p, texts).model_dump_json() for p in plans]}
