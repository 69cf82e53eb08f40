"""Lay the gold records of the samples and their files into two folders.

    collect_gold.py OUT        OUT/gold/<slug>.json and OUT/inputs/<slug>.{txt,docx,pdf}

That is what `score.py --gold OUT/gold --records DIR` wants, DIR being what
`kehoach extract OUT/inputs/* --out DIR` wrote.
"""

import argparse
import shutil
from pathlib import Path

SAMPLES = Path(__file__).resolve().parent.parent / "corpus" / "samples"
FORMATS = (".txt", ".docx", ".pdf")


def inputs_of(folder: Path) -> list[Path]:
    """The plan of a sample's folder as an office would drop it: one file named as the folder."""
    return [path for suffix in FORMATS if (path := folder / f"{folder.name}{suffix}").is_file()]


def collect(samples: Path, out: Path) -> list[str]:
    """Copy every gold record and its input; the slugs, sorted."""
    golds, inputs = out / "gold", out / "inputs"
    golds.mkdir(parents=True, exist_ok=True)
    inputs.mkdir(parents=True, exist_ok=True)
    slugs = []
    for gold in sorted(samples.glob("*/*.gold.json")):
        slug = gold.parent.name
        shutil.copyfile(gold, golds / f"{slug}.json")
        for path in inputs_of(gold.parent):
            shutil.copyfile(path, inputs / path.name)
        slugs.append(slug)
    return slugs


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("out", type=Path)
    for name in collect(SAMPLES, parser.parse_args().out):
        print(name)
