"""Records against gold, per field, with gains and losses against the last release.

    make score                      the table of every set of documents that is here
    make score ARGS=--misses        every miss and false alarm besides
    make score ARGS=--keep          and keep the figures in tests/scores.json as the release's

Sets: the samples of `corpus/samples`; the real documents of the shared folder where it is
present. Reading happens in this process, through `extract.read_plan`.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

import score
from shared import ABSENT, ROOT, shared_folder

from extract import read_plan
from extract.errors import ReadError

KEPT = ROOT / "tests" / "scores.json"
NOTICEABLE = 0.0005  # a change of F1 that is printed as a gain or a loss

Pair = tuple[Path, Path]  # (document, gold record)


def sample_pairs() -> list[Pair]:
    """Every sample's document beside its gold record, all of its formats."""
    pairs = []
    for gold in sorted((ROOT / "corpus" / "samples").glob("*/*.gold.json")):
        stem = gold.name.removesuffix(".gold.json")
        for ending in (".txt", ".docx", ".pdf"):
            document = gold.with_name(stem + ending)
            if document.exists():
                pairs.append((document, gold))
    return pairs


def shared_pairs(folder: Path, *parts: str) -> list[Pair]:
    """The texts of the shared folder that have a gold record."""
    documents = {path.stem: path for part in parts for path in (folder / part).glob("*.txt")}
    golds = sorted((folder / "gold").glob("*.json"))
    return [(documents[gold.stem], gold) for gold in golds if gold.stem in documents]


def measure(pairs: list[Pair], misses: bool) -> dict[str, object]:
    """Counts of every field over the pairs, headline and grounded items."""
    total: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    good = everything = 0
    for document, gold in pairs:
        try:
            found = json.loads(read_plan(document).model_dump_json())
        except ReadError as error:
            print(f"{document.name}: not read ({error}); all of it counts as missed")
            found = {}
        tally = score.score(json.loads(gold.read_text(encoding="utf-8")), found)
        proven, items = score.grounded(found)
        good, everything = good + proven, everything + items
        for name, counts in tally.counts.items():
            total[name] = [a + b for a, b in zip(total[name], counts, strict=True)]
        if misses:
            for what, name, words in tally.notes:
                print(f"{document.name}\t{what}\t{name}\t{words}")
    table, headline = score.summary(total)
    return {
        "documents": len(pairs),
        "headline": round(headline, 4),
        "grounded": [good, everything],
        "f1": {name: round(table[name][2], 4) for name in sorted(table)},
        "counts": {name: total[name] for name in sorted(total)},
    }


def show(title: str, now: Mapping, before: Mapping | None) -> None:
    """One set's table, with the change of each F1 since the release."""
    score.show(f"{title}: {now['documents']} documents", now["counts"])
    print("grounded {}/{}".format(*now["grounded"]))
    if before is None:
        print("no figures of a release to compare with")
        return
    changes = {
        name: now["f1"].get(name, 0.0) - before["f1"].get(name, 0.0)
        for name in sorted({*now["f1"], *before["f1"]})
    }
    moved = {name: change for name, change in changes.items() if abs(change) >= NOTICEABLE}
    change = now["headline"] - before["headline"]
    print(f"against the last release: headline {change:+.4f}", end="")
    print("".join(f", {name} {by:+.3f}" for name, by in moved.items()) or ", no field changed")


def score_findings(folder: Path) -> None:
    """Findings on the seeds against the known defects and traps."""
    with tempfile.TemporaryDirectory() as scratch:
        db, found = Path(scratch, "seeds.db"), Path(scratch, "findings.json")
        kehoach = [sys.executable, "-m", "kehoach"]
        subprocess.run(
            [*kehoach, "ingest", folder / "seeds", "--db", db, "--json"],
            cwd=ROOT,
            check=True,
            stdout=subprocess.DEVNULL,
        )
        with found.open("w") as out:
            checked = subprocess.run(
                [*kehoach, "check", "--db", db, "--json"], cwd=ROOT, stdout=out
            )
        if checked.returncode not in (0, 1):
            sys.exit(checked.returncode)
        print("\nfindings on the seeds", flush=True)
        subprocess.run(
            [
                sys.executable,
                ROOT / "tests" / "score_findings.py",
                found,
                "--defects",
                folder / "domain" / "seed_defects.tsv",
                "--traps",
                folder / "domain" / "seed_traps.tsv",
                "--texts",
                folder / "seeds",
            ],
            check=True,
        )


def main() -> None:
    """Measure every set that is here."""
    parser = argparse.ArgumentParser(description="Records against gold.")
    parser.add_argument("--misses", action="store_true", help="every miss and false alarm")
    parser.add_argument("--keep", action="store_true", help="keep the figures as the release's")
    args = parser.parse_args()
    kept = json.loads(KEPT.read_text(encoding="utf-8")) if KEPT.exists() else {}
    folder = shared_folder()
    sets = {"samples": sample_pairs()}
    if folder:
        sets["seeds"] = shared_pairs(folder, "seeds")
        sets["seeds and more"] = shared_pairs(folder, "seeds", "more")
    figures = dict(kept)
    for title, pairs in sets.items():
        figures[title] = measure(pairs, args.misses)
        show(title, figures[title], kept.get(title))
    if folder:
        score_findings(folder)
    else:
        print(f"\nOnly the samples were scored: {ABSENT}.")
    if args.keep:
        for each in figures.values():
            each.pop("counts", None)
        KEPT.write_text(json.dumps(figures, indent=1, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
