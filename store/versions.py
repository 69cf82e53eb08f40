"""The history of a document: its files, its readings, and which are due to be read again."""

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from schemas import Plan
from store import documents, originals, packing


@dataclass(frozen=True)
class Version:
    """One reading that gave another record; `sha256` and `part` say of what."""

    version: int
    sha256: str
    part: int
    reader_version: str | None
    read_at: str
    current: bool


@dataclass(frozen=True)
class FileOf:
    """A file that holds the document; `status` is what it was when it came, `here` is false
    when the path has held other bytes since."""

    path: str
    sha256: str
    part: int
    seen_at: str
    status: str
    here: bool


@dataclass(frozen=True)
class ToRead:
    """A stored file that is due to be read again. `place` has no ending; `name` has the one
    that the file came with, `path` is where it was found."""

    document_id: str
    name: str
    path: str
    place: Path
    part: int
    reader_version: str | None


def versions(connection: sqlite3.Connection, document_id: str) -> list[Version]:
    """All readings of a document, the first first."""
    doc = documents.number_of(connection, document_id)
    rows = connection.execute(
        """SELECT v.version, v.sha256, v.part, v.reader_version, v.read_at,
          v.version = d.version AS current
        FROM versions v JOIN documents d USING (doc) WHERE d.doc = ? ORDER BY v.version""",
        (doc,),
    )
    return [
        Version(
            row["version"],
            row["sha256"],
            row["part"],
            row["reader_version"],
            row["read_at"],
            bool(row["current"]),
        )
        for row in rows
    ]


def plan_of_version(connection: sqlite3.Connection, document_id: str, version: int) -> Plan:
    """The record of one reading, without corrections."""
    doc = documents.number_of(connection, document_id)
    row = connection.execute(
        "SELECT record, text FROM versions WHERE version = ? AND doc = ?", (version, doc)
    ).fetchone()
    if row is None:
        raise documents.not_found(f"{document_id}, {version}")
    return packing.unpack(row["record"], row["text"], document_id)


def files(connection: sqlite3.Connection, document_id: str) -> list[FileOf]:
    """Every place where the document was found, the first first."""
    doc = documents.number_of(connection, document_id)
    rows = connection.execute(
        """SELECT path, sha256, part, seen_at, status, here FROM document_files
        WHERE doc = ? ORDER BY seen_at, path, sha256""",
        (doc,),
    )
    return [
        FileOf(
            row["path"],
            row["sha256"],
            row["part"],
            row["seen_at"],
            row["status"],
            bool(row["here"]),
        )
        for row in rows
    ]


def to_read(
    connection: sqlite3.Connection, folder: Path, reader_version: str | None = None
) -> list[ToRead]:
    """The files of all current records, or of those that another version of the program read."""
    rows = connection.execute(
        """SELECT d.id, d.name, v.sha256, v.part, v.reader_version,
          (SELECT f.path FROM document_files f WHERE f.sha256 = v.sha256 AND f.part = v.part
            ORDER BY f.here DESC, f.seen_at LIMIT 1) AS path
        FROM documents d JOIN versions v USING (version)
        WHERE d.status <> 'duplicate' AND (?1 IS NULL OR v.reader_version IS NOT ?1)
        ORDER BY d.doc""",
        (reader_version,),
    )
    return [
        ToRead(
            row["id"],
            row["name"],
            row["path"],
            originals.place_of(folder, row["sha256"]),
            row["part"],
            row["reader_version"],
        )
        for row in rows
    ]
