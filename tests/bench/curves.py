"""Draw what documents cost as they grow in number: `curves.py --store FILE... --folder FILE`.

    --store    figures kept by `bench_store.py --json`, one for each size of the database
    --folder   figures kept by `bench_folder.py --json --lanes 1 2 c1 c2 c3 c4`
    --out      where the pictures go (docs/pictures unless said)

Axes are logarithmic where sizes are, so that what grows in proportion is a straight line.
"""

import argparse
import json
from pathlib import Path
from typing import Any

import matplotlib as mpl

mpl.use("svg")
import matplotlib.pyplot as plt

ROOT = Path(__file__).resolve().parents[2]
plt.rcParams.update({"svg.hashsalt": "kehoach", "font.size": 9, "axes.grid": True})
WIDTH, HEIGHT = 11.0, 3.4


def store_curves(runs: list[dict[str, Any]], out: Path) -> None:
    """Loading, size and memory; and the 95th percentile of each question."""
    runs = sorted(runs, key=lambda run: run["plans"])
    plans = [run["plans"] for run in runs]
    picture, (left, middle, right) = plt.subplots(1, 3, figsize=(WIDTH, HEIGHT))
    left.plot(plans, [run["load"]["plans_per_second"] for run in runs], "o-")
    left.set(title="loading, plans a second", xscale="log", ylim=(0, None))
    middle.plot(plans, [run["load"]["megabytes"] for run in runs], "o-", label="database, MB")
    middle.plot(
        plans,
        [run["load"]["peak_megabytes"] for run in runs],
        "s--",
        label="memory of the writer, MB",
    )
    middle.set(title="size and memory", xscale="log", yscale="log")
    middle.legend(fontsize=7)
    names = [one["question"] for one in runs[0]["questions"] if one["limit"] is not None]
    for name in names:
        points = [
            (run["plans"], one["p95"])
            for run in runs
            for one in run["questions"]
            if one["question"].split(" (")[0] == name.split(" (")[0]
        ]
        right.plot(*zip(*points, strict=True), "o-", label=_short(name))
    right.set(title="p95 of the questions, ms", xscale="log", yscale="log")
    right.legend(fontsize=7, loc="center left", bbox_to_anchor=(1.02, 0.5))
    for axis in (left, middle, right):
        axis.set_xlabel("plans in the database")
    _keep(picture, out / "cost-store.svg")


def reading_curves(run: dict[str, Any], out: Path) -> None:
    """Documents a second by workers of this machine and of a cluster on it."""
    picture, axis = plt.subplots(figsize=(WIDTH / 2.4, HEIGHT))
    for prefix, label in (("", "workers of the pool"), ("c", "workers of a Dask cluster")):
        points = [
            (int(lane.removeprefix("c")), run["documents"] / seconds)
            for lane, seconds in run["seconds"].items()
            if lane.startswith("c") == bool(prefix)
        ]
        axis.plot(*zip(*sorted(points), strict=True), "o-", label=label)
    axis.set(title=f"{run['documents']} mixed documents, two cores", ylim=(0, None))
    axis.margins(y=0.15)
    axis.xaxis.get_major_locator().set_params(integer=True)
    axis.set_xlabel("workers")
    axis.set_ylabel("documents a second")
    axis.legend(fontsize=7)
    _keep(picture, out / "cost-reading.svg")


def _short(question: str) -> str:
    """A question for the legend."""
    words = question.split(" (")[0].split(",")[0]
    return "a whole process" if words.startswith("kehoach") else words


def _keep(picture: Any, path: Path) -> None:
    picture.tight_layout()
    picture.savefig(path, metadata={"Date": None})
    print(f"wrote {path}")


def main() -> None:
    """Read the figures, draw them."""
    parser = argparse.ArgumentParser(description="Draw what documents cost as they grow in number.")
    parser.add_argument("--store", type=Path, nargs="*", default=[])
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "pictures")
    args = parser.parse_args()
    if args.store:
        store_curves([json.loads(path.read_text("utf-8")) for path in args.store], args.out)
    if args.folder:
        reading_curves(json.loads(args.folder.read_text("utf-8")), args.out)


if __name__ == "__main__":
    main()
