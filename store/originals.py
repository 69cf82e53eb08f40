"""Original files, kept beside the database under the hash of their bytes.

`plans.db` has `plans.db.files/3f/3fa9…`. A file is complete or absent: it is written under
another name, forced to the disk, and renamed, before the database speaks of it.
"""

import contextlib
import datetime as dt
import hashlib
import os
import tempfile
from pathlib import Path

from store.errors import StoreError

_MANY = 32  # from here on one wait for the whole disk is shorter than one for each file


def folder_of(database: Path) -> Path:
    """Where the originals of a database lie."""
    return database.with_name(database.name + ".files")


def place_of(folder: Path, sha256: str) -> Path:
    """The file with these bytes, whether it is there or not."""
    return folder / sha256[:2] / sha256


class Keeper:
    """Takes in originals for one transaction. They are forced to the disk together, before the
    database speaks of them: one at a time would wait for the disk at each."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._waiting: dict[Path, Path] = {}  # where the bytes are to lie, where they are now

    def keep(self, original: bytes) -> str:
        """Write the bytes unless they are there already; gives their sha256."""
        sha256 = hashlib.sha256(original).hexdigest()
        place = place_of(self._folder, sha256)
        try:
            known = place in self._waiting or (
                place.exists() and place.stat().st_size == len(original)
            )
            if not known:
                self._waiting[place] = _written(place.parent, original)
        except OSError as error:
            raise self._refused(error) from error
        return sha256

    def settle(self) -> None:
        """Force what was written to the disk, under its name."""
        try:
            _sync_files(list(self._waiting.values()))
            for place, temporary in self._waiting.items():
                temporary.replace(place)
            _sync_folders({place.parent for place in self._waiting})
        except OSError as error:
            raise self._refused(error) from error
        self._waiting.clear()

    def drop(self) -> None:
        """Forget what was written: the transaction failed."""
        for temporary in self._waiting.values():
            temporary.unlink(missing_ok=True)
        self._waiting.clear()

    def _refused(self, error: OSError) -> StoreError:
        return StoreError(
            "The original file can't be kept in {folder}: {why}",
            "Make room on the disk or ask for the right to write there, and start again.",
            folder=str(self._folder),
            why=str(error),
        )


def _written(folder: Path, original: bytes) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=folder, prefix=".part-")
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(original)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    return Path(temporary)


def _sync_files(files: list[Path]) -> None:
    """Force each file to the disk; of many, all that the system holds, in one go."""
    if len(files) > _MANY and os.name == "posix":
        os.sync()  # on Linux this waits until all is written
        return
    for file in files:
        with file.open("rb") as written:
            os.fsync(written.fileno())


def _sync_folders(folders: set[Path]) -> None:
    """Make the new names outlive a power cut too, where the system lets folders be synced."""
    if os.name != "posix":
        return
    if len(folders) > _MANY:
        os.sync()
        return
    for folder in folders:
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def sweep(folder: Path, before: dt.datetime) -> int:
    """Take away what a killed writer had begun to write, if it is older than `before`; gives
    how many files."""
    swept = 0
    for left in folder.glob("*/.part-*"):
        with contextlib.suppress(OSError):  # another sweeper was faster
            if left.stat().st_mtime < before.timestamp():
                left.unlink()
                swept += 1
    return swept


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
