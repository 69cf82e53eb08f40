"""A folder as an office's archive has it: most of it text and Word, some PDF, a few scans.

The plans are those of generated chains, so no two are the same. Made from a seed.
"""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TESTS.parent), str(TESTS)]

from chains.build import build  # noqa: E402
from chains.measure import texts_of  # noqa: E402
from fixtures.derived import scan  # noqa: E402
from render_samples import write_docx, write_pdf  # noqa: E402
from renderings import blocks_of  # noqa: E402

# Of each twenty documents: seven texts, seven Word files, five PDF, one scanned page.
_PATTERN = "txt docx pdf txt docx pdf txt docx pdf txt docx pdf txt docx txt docx pdf txt docx scan"
PATTERN = tuple(_PATTERN.split())


def _texts() -> Iterator[str]:
    for seed in range(100_000):
        yield from texts_of(build(seed))


def make(folder: Path, count: int) -> dict[str, int]:
    """Write `count` documents; returns how many of each format."""
    folder.mkdir(parents=True, exist_ok=True)
    made = dict.fromkeys(("txt", "docx", "pdf", "scan"), 0)
    with tempfile.TemporaryDirectory() as scratch:
        for number, text in zip(range(count), _texts(), strict=False):
            kind = PATTERN[number % len(PATTERN)]
            made[kind] += 1
            _write(text, kind, folder / f"{number:05d}", Path(scratch))
    return made


def _write(text: str, kind: str, stem: Path, scratch: Path) -> None:
    source = scratch / "plan.txt"
    source.write_text(text, encoding="utf-8")
    if kind == "txt":
        source.rename(stem.with_suffix(".txt"))
        return
    blocks = blocks_of(source)
    if kind == "docx":
        write_docx(blocks, stem.with_suffix(".docx"))
        return
    pdf = scratch / "plan.pdf"
    write_pdf(blocks, pdf)
    data = pdf.read_bytes()
    if kind == "scan":
        data = scan(data, 200, [0], tilt=0.3, noise=4.0)
    stem.with_suffix(".pdf").write_bytes(data)
