"""Original files, kept beside the database under the hash of their bytes.

`plans.db` has `plans.db.files/3f/3fa9…`. A file is complete or absent: it is written under
another name, forced to the disk, and renamed, before the database speaks of it.
"""

import hashlib
import os
import tempfile
from pathlib import Path

from store.errors import StoreError


def folder_of(database: Path) -> Path:
    """Where the originals of a database lie."""
    return database.with_name(database.name + ".files")


def place_of(folder: Path, sha256: str) -> Path:
    """The file with these bytes, whether it is there or not."""
    return folder / sha256[:2] / sha256


def keep(folder: Path, original: bytes) -> str:
    """Store the bytes unless they are there already; gives their sha256."""
    sha256 = hashlib.sha256(original).hexdigest()
    place = place_of(folder, sha256)
    try:
        if not (place.exists() and place.stat().st_size == len(original)):
            _write(place, original)
    except OSError as error:
        raise StoreError(
            "The original file can't be kept in {folder}: {why}",
            "Make room on the disk or ask for the right to write there, and start again.",
            folder=str(folder),
            why=str(error),
        ) from error
    return sha256


def _write(place: Path, original: bytes) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=place.parent, prefix=".part-")
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(original)
            out.flush()
            os.fsync(out.fileno())
        Path(temporary).replace(place)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    _sync_folder(place.parent)


def _sync_folder(folder: Path) -> None:
    """Make the rename itself outlive a power cut, where the system lets folders be synced."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def fetch(folder: Path, sha256: str) -> bytes:
    """The bytes; raises `StoreError` when they are gone or no longer those that were kept."""
    place = place_of(folder, sha256)
    try:
        original = place.read_bytes()
    except OSError as error:
        raise StoreError(
            "The original file {name} is missing beside the database: {why}",
            "Restore the folder {folder} from a backup, or ingest the file again.",
            name=sha256[:12],
            folder=str(folder),
            why=str(error),
        ) from error
    if hashlib.sha256(original).hexdigest() != sha256:
        raise StoreError(
            "The original file {name} beside the database is damaged.",
            "Restore the folder {folder} from a backup, or ingest the file again.",
            name=sha256[:12],
            folder=str(folder),
        )
    return original
