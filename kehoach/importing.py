"""A database back from the Parquet files that `export database` wrote."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kehoach.errors import BadRequest
from kehoach.exports.parted import ABOUT, FORMAT, parts_of
from kehoach.i18n import _
from kehoach.merging import Merged, take_in
from kehoach.settings import Settings
from schemas import Finding, Plan
from store import Store
from store.errors import StoreError
from store.findings import Verdict
from store.parcel import Parcel, SetValue, Word

_AT_ONCE = 50  # documents in memory
_COLUMNS = ["id", "status", "path", "stored_at", "text", "record", "known", "original"]


def import_parted(folder: Path, store: Store, settings: Settings) -> Merged:
    """Into an empty database as it was; into another one as `merge` does, checked anew there."""
    about = _about(folder)
    empty = store.count_documents() == 0
    origin = "" if empty else str(about["origin"])
    return take_in(_parcels(folder, origin), store, settings, check=not empty)


def _about(folder: Path) -> dict[str, object]:
    try:
        about = json.loads((folder / ABOUT).read_text("utf-8"))
    except (OSError, ValueError):
        about = {}
    if not isinstance(about, dict) or about.get("format") != FORMAT:
        raise BadRequest(
            _("{folder} holds no export that this version can read.").format(folder=folder),
            _("Name the folder that kehoach export database wrote."),
        )
    return about


def _parcels(folder: Path, origin: str) -> Iterator[Parcel | StoreError]:
    """Documents before what may be copies of them."""
    for copies in (False, True):
        for part in parts_of(folder, "documents"):
            findings: dict[str, list[Finding]] | None = None
            for row in _rows(part, _COLUMNS):
                if (row["status"] != "stored") == copies:
                    if findings is None:
                        findings = _findings(folder, part)
                    yield _parcel(row, findings.get(row["id"], []), origin)


def _rows(part: Path, columns: list[str]) -> Iterator[dict[str, Any]]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        with pq.ParquetFile(part) as file:
            for batch in file.iter_batches(batch_size=_AT_ONCE, columns=columns):
                yield from batch.to_pylist()
    except (pa.ArrowException, OSError) as error:
        raise BadRequest(
            _("{file} can't be read: {why}").format(file=part, why=str(error).split("\n")[0]),
            _("Export the database again; what was taken in before is kept."),
        ) from error


def _findings(folder: Path, part: Path) -> dict[str, list[Finding]]:
    """Those of the documents of one part."""
    beside = folder / "findings" / part.relative_to(folder / "documents")
    found: dict[str, list[Finding]] = {}
    for row in _rows(beside, ["document", "whole"]) if beside.exists() else ():
        found.setdefault(row["document"], []).append(Finding.model_validate_json(row["whole"]))
    return found


def _parcel(row: dict[str, Any], findings: list[Finding], origin: str) -> Parcel:
    known = json.loads(row["known"]) if row["known"] else {}
    plan = Plan.model_validate({**json.loads(row["record"]), "text": row["text"]})
    word = known.get("word")
    return Parcel(
        origin=origin,
        plan=plan,
        original=row["original"],
        path=row["path"],
        at=row["stored_at"],
        corrections=tuple(SetValue(**one) for one in known.get("corrections", ())),
        findings=tuple(findings),
        verdicts=tuple(Verdict(**one) for one in known.get("verdicts", ())),
        word=Word(**word) if word else None,
    )
