"""Which ending is written by whom."""

import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from kehoach.errors import BadRequest
from kehoach.exports.sheet import Sheet
from kehoach.i18n import _

ENDINGS = (".xlsx", ".csv", ".json", ".ics", ".parquet")
_ONE_SHEET = (".csv", ".parquet")  # their files hold one sheet each


def write_sheets(sheets: Sequence[Sheet], target: Path) -> list[Path]:
    """Write the sheets in the form that the ending asks for; gives the files written.

    Several sheets in a form that holds one become several files, `plan-deadlines.csv` beside
    `plan-findings.csv`. A file is complete or, after an error, as it was before.
    """
    ending = target.suffix.lower()
    if ending in _ONE_SHEET and len(sheets) > 1:
        written = []
        for sheet in sheets:
            written += write_sheets([sheet], target.with_stem(f"{target.stem}-{sheet.kind}"))
        return written
    with whole_file(target) as part:
        _writer(ending)(sheets, part)
    return [target]


def _writer(ending: str) -> Callable[[Sequence[Sheet], Path], None]:
    if ending == ".xlsx":
        from kehoach.exports.xlsx import write_xlsx

        return write_xlsx
    if ending == ".csv":
        from kehoach.exports.csv_file import write_csv

        return write_csv
    if ending == ".parquet":
        from kehoach.exports.parquet import write_parquet

        return write_parquet
    if ending == ".json":
        from kehoach.exports.json_file import write_json

        return write_json
    raise BadRequest(
        _("No file can be written that ends in {ending}.").format(ending=repr(ending)),
        _("Use one of {endings}.").format(endings=", ".join(ENDINGS)),
    )


@contextmanager
def whole_file(target: Path) -> Iterator[Path]:
    """A path to write to, which takes the place of `target` once all is written."""
    try:
        handle, name = tempfile.mkstemp(
            prefix=f".{target.stem[:40]}-", suffix=target.suffix, dir=target.parent
        )
        os.close(handle)
        part = Path(name)
        try:
            yield part
            part.chmod(0o644)
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise BadRequest(
            _("{file} can't be written: {why}").format(file=target, why=error.strerror or error),
            _("Name a file in a folder that you may write to."),
        ) from error
