"""A consistent copy of the database and its originals, while others read and write.

The database is copied first: every original that it speaks of was on the disk before.
"""

import os
import shutil
import sqlite3
import tempfile
from pathlib import Path

from store import originals
from store.connection import explain
from store.errors import StoreError


def back_up(connection: sqlite3.Connection, path: Path, target: Path) -> int:
    """Copy to `target` and `target.files/`; gives how many originals had to be copied.

    An earlier copy at the same place is replaced when the new one is complete, and its
    originals are used again.
    """
    if target.resolve() == path.resolve():
        raise StoreError(
            "{path} is the database itself.",
            "Name another file for the copy.",
            path=str(target),
        )
    try:
        _copy_database(connection, target)
        return _copy_originals(target, originals.folder_of(path), originals.folder_of(target))
    except OSError as error:
        raise StoreError(
            "The copy {path} can't be written: {why}",
            "Make room on the disk, or name another place; the database is untouched.",
            path=str(target),
            why=str(error),
        ) from error


def _copy_database(connection: sqlite3.Connection, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=".part-", suffix=".db")
    os.close(handle)
    copy = sqlite3.connect(temporary, isolation_level=None)
    try:
        connection.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")  # one file, complete in itself
        copy.close()
        Path(temporary).replace(target)
    except sqlite3.Error as error:
        raise explain(error, target) from error
    finally:
        copy.close()
        for left in (temporary, temporary + "-wal", temporary + "-shm", temporary + "-journal"):
            Path(left).unlink(missing_ok=True)


def _copy_originals(target: Path, source_folder: Path, target_folder: Path) -> int:
    copy = sqlite3.connect(target.resolve().as_uri() + "?mode=ro", uri=True)
    try:
        stored = copy.execute("SELECT sha256, size FROM files").fetchall()
    finally:
        copy.close()
    copied = 0
    for sha256, size in stored:
        place = originals.place_of(target_folder, sha256)
        if not (place.exists() and place.stat().st_size == size):
            place.parent.mkdir(parents=True, exist_ok=True)
            part = place.with_name(".part-" + place.name)
            shutil.copyfile(originals.place_of(source_folder, sha256), part)
            part.replace(place)
            copied += 1
    return copied
