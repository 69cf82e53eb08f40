"""Parquet for programs that analyse; pyarrow is needed only here."""

from collections.abc import Sequence
from pathlib import Path

from kehoach.errors import BadRequest
from kehoach.exports.sheet import Sheet
from kehoach.i18n import _


def write_parquet(sheets: Sequence[Sheet], target: Path) -> None:
    """One table: days are dates, counts whole numbers, the rest text or true and false."""
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError:
        raise BadRequest(
            _("Writing Parquet needs the package pyarrow, which is not installed."),
            _("Install it with: pip install pyarrow"),
        ) from None
    types = {"text": pa.string(), "date": pa.date32(), "count": pa.int64(), "yes": pa.bool_()}
    for sheet in sheets:
        fields = [pa.field(column.key, types[column.type]) for column in sheet.columns]
        columns = list(zip(*sheet.rows, strict=True)) or [()] * len(fields)
        arrays = [
            pa.array(cells, type=field.type) for cells, field in zip(columns, fields, strict=True)
        ]
        pq.write_table(pa.Table.from_arrays(arrays, schema=pa.schema(fields)), target)
