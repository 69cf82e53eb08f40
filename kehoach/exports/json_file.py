"""JSON: a list of rows for one kind, an object of such lists for several."""

import datetime as dt
import json
from collections.abc import Sequence
from pathlib import Path

from kehoach.exports.sheet import Sheet


def write_json(sheets: Sequence[Sheet], target: Path) -> None:
    """Days as `2024-09-30`; what is empty is null."""
    lists = {sheet.kind: list(sheet.records()) for sheet in sheets}
    value: object = lists if len(sheets) > 1 else next(iter(lists.values()))
    with target.open("w", encoding="utf-8") as file:
        json.dump(value, file, ensure_ascii=False, indent=1, default=_day)
        file.write("\n")


def _day(value: object) -> str:
    assert isinstance(value, dt.date)
    return value.isoformat()
