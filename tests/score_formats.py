"""The same documents as text, DOCX, PDF, PDF in mixed fonts, and scans: what is lost.

    score_formats.py [--keep DIR] [--misses] [--only WORDS] [--formats docx,pdf] [--others]

Renders every plan of `corpus/samples` and of the shared folder (where it is present), reads
each rendering and compares its headline with the text's. Needs LibreOffice, and tesseract
for the scans; what is missing is said and left out. `--others` adds renderings by other tools
(HTML, printed by chromium, drawn by reportlab). Exit code 1 where a format falls
further behind the text than it may.
"""

import argparse
import json
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import score
from other_renderings import render_otherwise
from readings import TOOLS
from renderings import FORMATS, HAS_OFFICE, blocks_of, render
from shared import ABSENT, ROOT, shared_folder

from extract.files import read_plans
from extract.readers import Tools

MAY_LOSE = {"docx": 0.01, "pdf": 0.02, "mixed": 0.03, "scan": 0.08}
MAY_LOSE |= {"html": 0.01, "drawn": 0.02, "printed": 0.02}
OTHERS = ("html", "drawn", "printed")
Counts = dict[str, list[int]]


def documents(only: str) -> list[tuple[Path, Path]]:
    """Each plan (text or layout) beside its gold record."""
    found = []
    for gold in sorted((ROOT / "corpus" / "samples").glob("*/*.gold.json")):
        stem = gold.name.removesuffix(".gold.json")
        sources = (gold.with_name(stem + ending) for ending in (".txt", ".layout"))
        found += [(source, gold) for source in sources if source.exists()]
    folder = shared_folder()
    if folder is None:
        print(ABSENT)
    else:
        texts = {
            path.stem: path for part in ("seeds", "more") for path in (folder / part).glob("*.txt")
        }
        golds = sorted((folder / "gold").glob("*.json"))
        found += [(texts[gold.stem], gold) for gold in golds if gold.stem in texts]
    return [pair for pair in found if only in pair[0].name]


def counts(gold: Path, document: Path, tools: Tools, misses: bool) -> Counts:
    """Counts of every field of one reading of a document against its gold record."""
    plan = read_plans(document, tools=tools)[0]
    tally = score.score(json.loads(gold.read_text("utf-8")), json.loads(plan.model_dump_json()))
    if misses:
        for what, name, words in tally.notes:
            print(f"    {document.name}\t{what}\t{name}\t{words}")
    return {name: list(values) for name, values in tally.counts.items()}


def headline(parts: list[Counts]) -> float:
    """The scorer's headline over several documents."""
    total: Counts = defaultdict(lambda: [0, 0, 0])
    for part in parts:
        for name, values in part.items():
            total[name] = [a + b for a, b in zip(total[name], values, strict=True)]
    return float(score.summary(total)[1])


def main() -> int:
    """Print the table; 1 where a format loses more than it may."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--only", default="")
    parser.add_argument("--formats", default=",".join(FORMATS))
    parser.add_argument("--others", action="store_true")
    args = parser.parse_args()
    if not HAS_OFFICE:
        print(
            "LibreOffice is not installed (apt install libreoffice-writer-nogui): nothing rendered"
        )
        return 0
    asked = [*filter(None, args.formats.split(",")), *(OTHERS if args.others else ())]
    wanted = [name for name in asked if name != "scan" or TOOLS.tesseract]
    if TOOLS.tesseract is None:
        print("tesseract is not installed (apt install tesseract-ocr-vie): no scans")
    columns: dict[str, list[Counts]] = defaultdict(list)
    print(f"{'':44}{'text':>8}" + "".join(f"{name:>8}" for name in wanted))
    with tempfile.TemporaryDirectory() as temporary:
        folder = args.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        for source, gold in documents(args.only):
            rendered = render(source, folder, without={"scan", "mixed"} - set(wanted))
            if args.others:
                rendered |= render_otherwise(blocks_of(source), source.stem, folder)
            # A layout is no document: its Word form is what the others are compared with.
            first = rendered["docx"] if source.suffix == ".layout" else source
            row = {"text": counts(gold, first, TOOLS, misses=False)}
            for name in wanted:
                row[name] = counts(gold, rendered[name], TOOLS, args.misses)
            for name, part in row.items():
                columns[name].append(part)
            figures = "".join(f"{headline([part]):8.3f}" for part in row.values())
            print(f"{source.stem[:43]:44}{figures}", flush=True)
    whole = {name: headline(parts) for name, parts in columns.items()}
    print(f"{'all':44}" + "".join(f"{figure:8.3f}" for figure in whole.values()))
    lost = {name: whole["text"] - whole[name] for name in wanted}
    print(
        f"{'lost, and what may be lost':44}{'':8}"
        + "".join(f"{each:8.3f}" for each in lost.values())
    )
    print(f"{'':52}" + "".join(f"{MAY_LOSE[name]:8.2f}" for name in wanted))
    return 1 if any(lost[name] > MAY_LOSE[name] for name in wanted) else 0


if __name__ == "__main__":
    sys.exit(main())
