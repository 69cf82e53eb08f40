"""Figures that are kept: every family of benchmarks puts its own into one file.

`outputs/bench.json` holds what this machine measured last, `docs/bench.json` (committed) what
the README shows; `publish=True` writes both. A family is one key of the file and holds the
facts of the machine beside its figures, for families are measured at different times.
`BENCH_KEPT` names another file than the first: for short runs whose figures mean nothing.
"""

import json
import os
import platform
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MEASURED = Path(os.environ.get("BENCH_KEPT", ROOT / "outputs" / "bench.json"))
PUBLISHED = ROOT / "docs" / "bench.json"

Figures = Mapping[str, object]


def facts() -> dict[str, object]:
    """What the figures were measured on."""
    return {
        "python": platform.python_version(),
        "system": platform.system(),
        "processor": platform.machine(),
        "cores": os.cpu_count(),
    }


def keep(family: str, figures: Figures, *, publish: bool = False) -> None:
    """Put a family's figures beside those of the others."""
    for path in (MEASURED, PUBLISHED) if publish else (MEASURED,):
        known = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
        known[family] = {"machine": facts(), **figures}
        path.parent.mkdir(exist_ok=True)
        path.write_text(
            json.dumps(known, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8"
        )


def table(heads: tuple[str, ...], rows: list[tuple[object, ...]]) -> str:
    """A table for the terminal: the first column of words, the others of figures."""
    cells = [heads, *([_cell(value) for value in row] for row in rows)]
    widths = [max(len(str(row[i])) for row in cells) for i in range(len(heads))]
    return "\n".join(
        f"{row[0]:{widths[0]}}"
        + "".join(f"{cell:>{width + 2}}" for cell, width in zip(row[1:], widths[1:], strict=True))
        for row in cells
    )


def _cell(value: object) -> str:
    return f"{value:.3g}" if isinstance(value, float) else "" if value is None else str(value)
