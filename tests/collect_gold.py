"""Lay the gold records of the samples and their files out as the scorers want them.

collect_gold.py OUT

OUT/gold/<slug>.json           for `score.py --gold`
OUT/inputs/<slug>.{txt,…}      for `kehoach extract OUT/inputs/* --out DIR`
OUT/texts/<slug>.txt           for `score_findings.py --texts`, rendered samples as text
OUT/faults.tsv, OUT/traps.tsv  for `--defects` and `--traps`, with the names in OUT/texts
"""

import argparse
import shutil
from pathlib import Path

import sample_layout

SAMPLES = Path(__file__).resolve().parent.parent / "corpus" / "samples"
FORMATS = (".txt", ".docx", ".pdf")


def inputs_of(folder: Path) -> list[Path]:
    """The plan of a sample's folder as an office would drop it: one file named as the folder."""
    return [path for suffix in FORMATS if (path := folder / f"{folder.name}{suffix}").is_file()]


def text_of(folder: Path) -> str:
    """The words of a sample; of rendered files those of their layout."""
    source = folder / f"{folder.name}.layout"
    if source.exists():
        return sample_layout.words_of(sample_layout.read(source)[1])
    return (folder / f"{folder.name}.txt").read_text(encoding="utf-8")


def as_text(row: str) -> str:
    """A row of `faults.tsv` or `traps.tsv` with the file's name as it is in OUT/texts."""
    number, name, rest = row.split("\t", 2)
    return "\t".join((number, name if name == "file" else f"{Path(name).stem}.txt", rest))


def collect(samples: Path, out: Path) -> list[str]:
    """Copy every gold record and its input, write the texts and lists; the slugs, sorted."""
    for name in ("gold", "inputs", "texts"):
        (out / name).mkdir(parents=True, exist_ok=True)
    slugs = []
    for gold in sorted(samples.glob("*/*.gold.json")):
        slug = gold.parent.name
        shutil.copyfile(gold, out / "gold" / f"{slug}.json")
        for path in inputs_of(gold.parent):
            shutil.copyfile(path, out / "inputs" / path.name)
        (out / "texts" / f"{slug}.txt").write_text(text_of(gold.parent), encoding="utf-8")
        slugs.append(slug)
    for name in ("faults.tsv", "traps.tsv"):
        rows = (samples / name).read_text(encoding="utf-8").splitlines()
        (out / name).write_text("\n".join(map(as_text, rows)) + "\n", encoding="utf-8")
    return slugs


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("out", type=Path)
    for name in collect(SAMPLES, parser.parse_args().out):
        print(name)
