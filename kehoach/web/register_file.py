"""The office's own entries of the register that were written on the page.

They lie in a YAML file beside the database, of the shape that `register` in the settings has,
and count after it: what a person wrote on the page holds. A file that the office wrote by hand
is never touched.
"""

import datetime as dt
import os
import tempfile
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from checks.reference.documents import legal_document
from checks.reference.movements import movement
from kehoach.errors import BadRequest
from kehoach.i18n import _
from schemas.keys import number_key, words_key

Part = Literal["documents", "movements"]
Row = dict[str, str]

FIELDS: dict[Part, tuple[str, ...]] = {
    "documents": ("kind", "number", "title", "issuer", "issued_on", "valid_from", "valid_to",
                  "replaced_by", "period", "source"),
    "movements": ("name", "kind", "launched_by", "periods", "valid_from", "valid_to", "successor",
                  "variants", "launching_document", "source"),
}  # fmt: skip
NEEDED: dict[Part, tuple[str, ...]] = {
    "documents": ("kind", "number", "source"),
    "movements": ("name", "source"),
}
DAYS = ("issued_on", "valid_from", "valid_to")
_LONGEST = 500
_MOST_ENTRIES = 5_000
_writing = threading.Lock()


def key_of(part: Part, row: Mapping[str, str]) -> str:
    """What makes two entries the same: the number, or the name."""
    return number_key(row["number"]) if part == "documents" else words_key(row["name"])


def entries(path: Path, part: Part) -> list[Row]:
    """What was written on the page so far."""
    return _content(path).get(part, [])


def keep(
    path: Path, part: Part, sent: Mapping[str, str], *, who: str, at: dt.datetime
) -> Row | None:
    """Put an entry in place of that of the same number or name; gives the one that was there.
    Raises `BadRequest` for one that can't be used."""
    row = {name: sent.get(name, "").strip()[:_LONGEST] for name in FIELDS[part]}
    _check(part, row)
    row |= {"kept_by": who, "kept_at": at.isoformat(timespec="seconds")}
    return _change(path, part, key_of(part, row), row)


def remove(path: Path, part: Part, key: str) -> Row | None:
    """Take an entry out again; gives it, or `None` where there is none."""
    return _change(path, part, key, None)


def _check(part: Part, row: Row) -> None:
    if not all(row[name] for name in NEEDED[part]):
        raise BadRequest(
            _("The entry is not complete."),
            _("Fill in what it is called, and where it is from."),
        )
    if not any(map(str.isalnum, key_of(part, row))):
        raise BadRequest(_("This is no number and no name."), "")
    try:
        legal_document(row) if part == "documents" else movement(row)
    except ValueError as error:
        raise BadRequest(
            _("The entry can't be used: {why}").format(why=error),
            _("Write days as 2024-09-30."),
        ) from error


def _change(path: Path, part: Part, key: str, row: Row | None) -> Row | None:
    with _writing:
        content = _content(path)
        rows = content.get(part, [])
        before = next((one for one in rows if key_of(part, one) == key), None)
        rows = [one for one in rows if key_of(part, one) != key]
        if row is not None:
            if len(rows) >= _MOST_ENTRIES:
                raise BadRequest(_("The register is full."), "")
            rows.append(row)
        _write(path, {**content, part: rows})
    return before


def _content(path: Path) -> dict[str, list[Row]]:
    import yaml

    if not path.exists():
        return {}
    found = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
    return found if isinstance(found, dict) else {}


def _write(path: Path, content: Mapping[str, list[Row]]) -> None:
    import yaml

    words = yaml.safe_dump(dict(content), allow_unicode=True, sort_keys=False, width=100)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".register-")
    with os.fdopen(handle, "w", encoding="utf-8") as out:
        out.write(words)
        out.flush()
        os.fsync(out.fileno())
    Path(temporary).replace(path)
