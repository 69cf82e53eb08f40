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


def findings_of(documents: Path, scratch: Path) -> Path:
    """Ingest a folder into a new database, as a user does; gives the findings as JSON."""
    db, found = scratch / "findings.db", scratch / "findings.json"
    kehoach = [sys.executable, "-m", "kehoach"]
    subprocess.run(
        [*kehoach, "ingest", documents, "--db", db, "--json"],
        cwd=ROOT, check=True, stdout=subprocess.DEVNULL,
    )  # fmt: skip
    with found.open("w") as out:
        checked = subprocess.run([*kehoach, "check", "--db", db, "--json"], cwd=ROOT, stdout=out)
    if checked.returncode not in (0, 1):
        sys.exit(checked.returncode)
    return found


def score_findings(found: Path, defects: Path, traps: Path, texts: Path, misses: bool) -> None:
    """Findings against the faults that are known and what only looks like one."""
    options = ["--defects", defects, "--traps", traps, "--texts", texts]
    sys.stdout.flush()
    subprocess.run(
        [sys.executable, ROOT / "tests" / "score_findings.py", found, *options,
         *(["--misses"] if misses else [])],
        check=True,
    )  # fmt: skip


def score_sample_findings(misses: bool) -> None:
    """The faults planted in the samples; their texts are what was read from them."""
    samples = ROOT / "corpus" / "samples"
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        texts = scratch / "texts"
        texts.mkdir()
        for document, _gold in sample_pairs():
            text = read_plan(document).text
            (texts / f"{document.stem}.txt").write_text(text, encoding="utf-8")
        for name in ("faults.tsv", "traps.tsv"):
            rows = (samples / name).read_text(encoding="utf-8")
            for ending in (".docx\t", ".pdf\t"):
                rows = rows.replace(ending, ".txt\t")
            (scratch / name).write_text(rows, encoding="utf-8")
        print("\nfindings on the samples")
        found = findings_of(samples, scratch)
        score_findings(found, scratch / "faults.tsv", scratch / "traps.tsv", texts, misses)


def score_seed_findings(folder: Path, misses: bool) -> None:
    """The known defects of the real documents."""
    with tempfile.TemporaryDirectory() as scratch:
        print("\nfindings on the seeds")
        found = findings_of(folder / "seeds", Path(scratch))
        domain = folder / "domain"
        score_findings(
            found, domain / "seed_defects.tsv", domain / "seed_traps.tsv", folder / "seeds", misses
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
    score_sample_findings(args.misses)
    if folder:
        score_seed_findings(folder, args.misses)
    else:
        print(f"\nOnly the samples were scored: {ABSENT}.")
    if args.keep:
        for each in figures.values():
            each.pop("counts", None)
        KEPT.write_text(json.dumps(figures, indent=1, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
