"""Coverage-guided fuzzing of the way from a text to its record (atheris, libFuzzer).

    fuzz_text.py [-max_total_time=60] [-seed=1] [CORPUS] [any other option of libFuzzer]

Starts from the samples' texts, cut to a size at which mutation is quick; its dictionary are
words of the genre. What is found interesting is kept in `outputs/fuzz-text` (or CORPUS), a
text that fails in `outputs/fuzz-text-failures`. Fails on any exception, on an item that its
words do not ground, on a second reading that differs, and on a text that takes too long.
"""

import sys
import time
import unicodedata
from pathlib import Path

import atheris

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

with atheris.instrument_imports(include=["extract"]):
    from extract.parse import parse
    from extract.reading import Reading

from genre_words import PIECES  # noqa: E402

from schemas import Plan, Source  # noqa: E402

SOURCE = Source(name="x.txt", sha256="0" * 64)
LONGEST = 6_000  # bytes; a longer text finds no more paths and takes longer
SLOW = 2.0  # seconds of processor time for so short a text, under instrumentation


def check(data: bytes) -> None:
    """One text: read, validated, grounded, the same again, in time."""
    text = unicodedata.normalize("NFC", data.decode("utf-8", "ignore"))
    began = time.process_time()
    plan = parse(Reading(text), SOURCE)
    taken = time.process_time() - began
    if taken > SLOW:
        raise RuntimeError(f"{taken:.1f} s for {len(text)} characters")
    if Plan.model_validate_json(plan.model_dump_json()) != plan:
        raise RuntimeError("written and read back, the record is another one")
    for item in (*plan.citations, *plan.tasks, *plan.phases, *plan.campaigns, *plan.outline):
        if item.span is None or plan.text[item.span.start : item.span.end].strip() == "":
            raise RuntimeError(f"no words under {item!r}")


def _dictionary(path: Path) -> Path:
    words = (word.encode() for word in PIECES)
    lines = ["".join(f"\\x{byte:02x}" for byte in word) for word in words if len(word) < 60]
    path.write_text("".join(f'"{line}"\n' for line in lines), encoding="ascii")
    return path


def _seeds(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for sample in sorted((ROOT / "corpus" / "samples").glob("*/*.txt")):
        data = sample.read_bytes()
        for number, start in enumerate(range(0, len(data), LONGEST // 2)):
            (folder / f"{sample.stem}-{number}").write_bytes(data[start : start + LONGEST // 2])


def main() -> None:
    """Hand over to libFuzzer, which ends the process."""
    options = [word for word in sys.argv[1:] if word.startswith("-")]
    named = [word for word in sys.argv[1:] if not word.startswith("-")]
    corpus = Path(named[0]) if named else ROOT / "outputs" / "fuzz-text"
    failures = corpus.with_name(f"{corpus.name}-failures")
    failures.mkdir(parents=True, exist_ok=True)
    _seeds(corpus)
    words = _dictionary(failures / "words.dict")
    atheris.Setup(
        [
            *(sys.argv[0], f"-max_len={LONGEST}", f"-dict={words}", "-timeout=30"),
            *(
                f"-artifact_prefix={failures}/",
                "-verbosity=1",
                "-print_final_stats=1",
                *options,
                str(corpus),
            ),
        ],
        check,
    )
    atheris.Fuzz()


if __name__ == "__main__":
    main()
