"""Whether the database is whole: its pages, its links, its originals, and its derived rows."""

import hashlib
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from store import documents, originals
from store.changes import GROUPS

_TABLES = {
    "citations": "SELECT item FROM citations WHERE doc = ? ORDER BY position",
    "campaigns": "SELECT item FROM document_campaigns WHERE doc = ? ORDER BY position",
    "phases": "SELECT item FROM phases WHERE doc = ? ORDER BY position",
    "tasks": "SELECT item FROM tasks WHERE doc = ? ORDER BY position",
    "anniversaries": "SELECT item FROM anniversaries WHERE doc = ? ORDER BY position",
    "targets": "SELECT item FROM targets WHERE doc = ? ORDER BY position",
}


@dataclass(frozen=True)
class Trouble:
    """Something that is not as it should be; `message` and `advice` are message keys with
    `{names}` that `values` fill, as in `StoreError`."""

    code: str
    message: str
    advice: str
    values: dict[str, str]


def examine(connection: sqlite3.Connection, path: Path, *, thorough: bool = False) -> list[Trouble]:
    """All troubles found. `thorough` also reads every original and every record."""
    found = list(_pages(connection))
    if found:  # what else is asked of damaged pages can't be answered
        return found
    found = [*_links(connection), *_originals(connection, path, thorough)]
    if thorough and not found:
        found.extend(_derived(connection))
    return found


def _pages(connection: sqlite3.Connection) -> Iterator[Trouble]:
    try:
        rows = connection.execute("PRAGMA integrity_check(5)").fetchall()
        reports = [str(row[0]) for row in rows if row[0] != "ok"]
    except sqlite3.DatabaseError as error:
        reports = [str(error)]
    for report in reports:
        yield Trouble(
            "damaged",
            "The database is damaged: {report}",
            "Restore the last backup, or move it aside and ingest the documents again.",
            {"report": report},
        )


def _links(connection: sqlite3.Connection) -> Iterator[Trouble]:
    for row in connection.execute("PRAGMA foreign_key_check").fetchmany(5):
        yield Trouble(
            "broken-link",
            "A row of {table} refers to one of {parent} that is not there.",
            "Restore the last backup, or run kehoach reread --all.",
            {"table": str(row[0]), "parent": str(row[2])},
        )
    rows = connection.execute(
        """SELECT id FROM documents d WHERE NOT EXISTS
        (SELECT 1 FROM versions v WHERE v.version = d.version AND v.doc = d.doc) LIMIT 5"""
    )
    for row in rows:
        yield Trouble(
            "no-record",
            "Document {document} has no record.",
            "Ingest its file again.",
            {"document": str(row[0])},
        )


def _originals(connection: sqlite3.Connection, path: Path, thorough: bool) -> Iterator[Trouble]:
    folder = originals.folder_of(path)
    for sha256, size in connection.execute("SELECT sha256, size FROM files"):
        place = originals.place_of(folder, sha256)
        if not place.exists():
            what = "missing"
        elif place.stat().st_size != size or (
            thorough and hashlib.sha256(place.read_bytes()).hexdigest() != sha256
        ):
            what = "changed"
        else:
            continue
        yield Trouble(
            f"original-{what}",
            "The original file {name} beside the database is missing."
            if what == "missing"
            else "The original file {name} beside the database is damaged.",
            "Restore the folder {folder} from a backup, or ingest the file again.",
            {"name": sha256[:12], "folder": str(folder)},
        )


def _derived(connection: sqlite3.Connection) -> Iterator[Trouble]:
    """Rows of items against the records that they are made from."""
    rows = connection.execute("SELECT doc, id FROM documents WHERE status <> 'duplicate'")
    for row in rows.fetchall():
        plan = documents.load(connection, int(row["doc"]))
        for group in GROUPS:
            if group not in _TABLES:
                continue
            items = [str(one[0]) for one in connection.execute(_TABLES[group], (row["doc"],))]
            if items != [item.id for item in getattr(plan, group)]:
                yield Trouble(
                    "stale-rows",
                    "The {group} of document {document} are not those of its record.",
                    "Run kehoach reread --all.",
                    {"group": group, "document": str(row["id"])},
                )
