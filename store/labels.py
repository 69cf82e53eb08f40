"""Labels of documents: the sub-folders of the drop folder that a file lies in, and what a side
file beside it says.

Neither stands in the record. They are kept where they came from (`intake.label` by path,
`hints` by the hash of the bytes) and are joined to documents through their files.
"""

import json
import re
import sqlite3
from collections.abc import Iterable, Iterator

from schemas.keys import bare_key
from store.collation import sort_key

# What `labels_in` takes, for each document `d`; only where the file still lies.
COLUMNS = """(SELECT json_group_array(i.label) FROM document_files f JOIN intake i USING (path)
    WHERE f.doc = d.doc AND f.here = 1 AND i.label <> '') AS folders,
  (SELECT json_group_array(h.value) FROM document_files f JOIN hints h USING (sha256)
    WHERE f.doc = d.doc AND h.field = 'labels') AS said"""
_KNOWN = """SELECT DISTINCT 1, label FROM intake WHERE label <> ''
  UNION ALL SELECT DISTINCT 0, value FROM hints WHERE field = 'labels'"""
# From the few files that have it, not from all documents.
_HAVE = """SELECT f.doc FROM intake i CROSS JOIN document_files f USING (path)
    WHERE f.here = 1 AND i.label IN (SELECT value FROM json_each(?))
  UNION SELECT f.doc FROM hints h CROSS JOIN document_files f USING (sha256)
    WHERE h.field = 'labels' AND h.value IN (SELECT value FROM json_each(?))"""
_DIVIDER = re.compile(r"[;\n]")


def labels_in(row: sqlite3.Row) -> tuple[str, ...]:
    """The labels of a row that has `COLUMNS`; folders first, each label once."""
    return _each_once(
        [
            *(one for folder in json.loads(row["folders"]) for one in _folders(folder)),
            *(one for words in json.loads(row["said"]) for one in _said(words)),
        ]
    )


def known_labels(connection: sqlite3.Connection) -> list[str]:
    """All labels in the order of the alphabet."""
    return sorted(_each_once(label for _f, _raw, label in _known(connection)), key=sort_key)


def labelled(connection: sqlite3.Connection, label: str) -> str:
    """The documents that have a label, written in any way, as JSON for `json_each`."""
    key = bare_key(label)
    folders: list[str] = []
    said: list[str] = []
    for is_folder, raw, one in _known(connection):
        if bare_key(one) == key:
            (folders if is_folder else said).append(raw)
    rows = connection.execute(_HAVE, (json.dumps(folders), json.dumps(said)))
    return json.dumps([row[0] for row in rows])


def _known(connection: sqlite3.Connection) -> Iterator[tuple[bool, str, str]]:
    """Each label with the words as they are kept, and whether these are a folder's."""
    for is_folder, raw in connection.execute(_KNOWN):
        for label in _folders(raw) if is_folder else _said(raw):
            yield bool(is_folder), raw, label


def _folders(path: str) -> Iterable[str]:
    """`Phòng Giáo dục/2025` is two labels."""
    return filter(None, (one.strip() for one in path.split("/")))


def _said(words: str) -> Iterable[str]:
    return filter(None, (one.strip() for one in _DIVIDER.split(words)))


def _each_once(labels: Iterable[str]) -> tuple[str, ...]:
    return tuple({bare_key(one): one for one in reversed(list(labels))}.values())[::-1]
