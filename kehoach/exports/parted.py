"""A whole database as Parquet, parted by year and province, for DuckDB, Spark or Dask.

    FOLDER/documents/year=2024/province=Hải Phòng/part.parquet, and so tasks, citations, findings

One document is in memory at a time, and a few thousand rows. The folder appears when all is
written; an earlier export of ours at the same place is replaced, anything else is not.
"""

import json
import shutil
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING
from urllib.parse import quote

from kehoach import __version__
from kehoach.errors import BadRequest
from kehoach.exports.parted_rows import COLUMNS, NAMES, Name, Row, province_of, rows_of, year_of
from kehoach.i18n import _
from store import Store

if TYPE_CHECKING:
    import pyarrow as pa
    import pyarrow.parquet as pq

ABOUT = "kehoach.json"
FORMAT = 1
UNKNOWN = "__HIVE_DEFAULT_PARTITION__"
_ROWS_AT_ONCE = 2000
_PLAIN = " -–'"  # of a province's name; the rest is escaped as in a URL

Part = tuple[str, str]  # year and province as they stand in the names of folders


def write_parted(store: Store, target: Path) -> dict[Name, int]:
    """Write it; gives the number of rows of each table."""
    _require_pyarrow()
    _refuse_strange(target)
    partial = target.with_name(f".{target.name}.part")
    try:
        shutil.rmtree(partial, ignore_errors=True)
        partial.mkdir(parents=True)
        with store.snapshot():
            counts = _write(store, partial)
            about = {"format": FORMAT, "version": __version__, "rows": counts,
                     "origin": store.origin}  # fmt: skip
        (partial / ABOUT).write_text(json.dumps(about, indent=1) + "\n", encoding="utf-8")
        shutil.rmtree(target, ignore_errors=True)
        partial.rename(target)
    except OSError as error:
        raise BadRequest(
            _("{file} can't be written: {why}").format(file=target, why=error.strerror or error),
            _("Name a folder in a place that you may write to, with room on the disk."),
        ) from error
    finally:
        shutil.rmtree(partial, ignore_errors=True)
    return counts


def _require_pyarrow() -> None:
    if find_spec("pyarrow") is None:
        raise BadRequest(
            _("Writing Parquet needs the package pyarrow, which is not installed."),
            _("Install it with: pip install pyarrow"),
        )


def _refuse_strange(target: Path) -> None:
    strange = target.exists() and not (target.is_dir() and (target / ABOUT).is_file())
    if strange and not (target.is_dir() and not any(target.iterdir())):
        raise BadRequest(
            _("{file} is there already and is no export of this program.").format(file=target),
            _("Name a new folder."),
        )


def _write(store: Store, folder: Path) -> dict[Name, int]:
    counts: dict[Name, int] = dict.fromkeys(NAMES, 0)
    writers: Writers | None = None
    for part, document_id in _by_part(store):
        if writers is None or writers.part != part:
            if writers is not None:
                writers.close()
            writers = Writers(folder, part)
        plan = store.plan(document_id)
        status = store.status(document_id)
        for name, row in rows_of(store.parcel(document_id), plan, status, store):
            counts[name] += 1
            writers.add(name, row)
    if writers is not None:
        writers.close()
    return counts


def _by_part(store: Store) -> list[tuple[Part, str]]:
    """All documents with their parts, part after part, in each in order of arrival."""
    found = []
    for place, document_id in enumerate(store.ids()):
        plan = store.plan(document_id)
        year, province = year_of(plan), province_of(plan)
        part = (str(year or UNKNOWN), quote(province, safe=_PLAIN) if province else UNKNOWN)
        found.append((part, place, document_id))
    return [(part, document_id) for part, _place, document_id in sorted(found)]


class Writers:
    """One file a table for one part; a table without rows there has none."""

    def __init__(self, folder: Path, part: Part) -> None:
        self.part = part
        self._folder = folder
        self._waiting: dict[Name, list[Row]] = {name: [] for name in NAMES}
        self._open: dict[Name, pq.ParquetWriter] = {}

    def __enter__(self) -> "Writers":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def add(self, name: Name, row: Row) -> None:
        """One more row."""
        self._waiting[name].append(row)
        if len(self._waiting[name]) >= (_ROWS_AT_ONCE if name != "documents" else 100):
            self._flush(name)

    def close(self) -> None:
        """Write what waits, and end the files."""
        for name in NAMES:
            self._flush(name)
        for writer in self._open.values():
            writer.close()

    def _flush(self, name: Name) -> None:
        import pyarrow as pa
        import pyarrow.parquet as pq

        rows, self._waiting[name] = self._waiting[name], []
        if not rows:
            return
        if name not in self._open:
            place = self._folder / name / f"year={self.part[0]}" / f"province={self.part[1]}"
            place.mkdir(parents=True)
            self._open[name] = pq.ParquetWriter(
                place / "part.parquet", schema_of(name), compression="zstd"
            )
        self._open[name].write_table(pa.Table.from_pylist(rows, schema=schema_of(name)))


def schema_of(name: Name) -> "pa.Schema":
    """The types of a table's columns."""
    import pyarrow as pa

    types = {
        "text": pa.string(), "date": pa.date32(), "count": pa.int64(), "yes": pa.bool_(),
        "words": pa.list_(pa.string()), "moment": pa.timestamp("us", "UTC"), "bytes": pa.binary(),
    }  # fmt: skip
    return pa.schema([(column, types[kind]) for column, kind in COLUMNS[name].items()])


def parts_of(folder: Path, name: Name) -> Iterator[Path]:
    """The files of a table, part after part."""
    yield from sorted(folder.glob(f"{name}/year=*/province=*/*.parquet"))
