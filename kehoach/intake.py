"""Which files are meant: paths as given, folders walked, what is no document left out."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from extract.errors import ReadError, Unreadable
from extract.readers.refusals import refuse
from kehoach.remote import files_below, is_remote

# Half-written or private to another program: Word's locks, downloads under way, hidden files.
_PASSING_PREFIXES = (".", "~$")
_PASSING_ENDINGS = (".part", ".partial", ".tmp", ".temp", ".crdownload", ".download", "~")
# Lie beside documents in a folder and are none. A file named by itself is always taken.
_BESIDE = frozenset(
    (
        *(".json", ".jsonl", ".yaml", ".yml", ".toml", ".ini", ".csv", ".tsv", ".md", ".layout"),
        *(".log", ".py", ".sh", ".css", ".js", ".ics", ".db", ".sqlite"),
    )
)
_SYSTEM = frozenset(("thumbs.db", "desktop.ini", "ehthumbs.db"))


@dataclass(frozen=True)
class Found:
    """A file to read, or (with `trouble`) a path that cannot even be looked at."""

    path: Path
    trouble: ReadError | None = None


def find_files(paths: Iterable[Path]) -> Iterator[Found]:
    """Every file meant, each once, folders in the order of their names."""
    seen: set[str] = set()
    for path in paths:
        for found in _walk(path) if _is_folder(path) else (Found(path),):
            key = place_of(found.path)
            if key not in seen:
                seen.add(key)
                yield found


def place_of(path: Path) -> str:
    """Where a file is, as it is kept: from the root on; links stay what they are."""
    if is_remote(path):
        return str(path)
    return readable(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow links


def readable(name: str) -> str:
    """A name whose bytes are no UTF-8 with these written out; others unchanged."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def is_passing(name: str) -> bool:
    """Whether a file of this name is another program's own, or not yet complete."""
    folded = name.casefold()
    return (
        folded.startswith(_PASSING_PREFIXES)
        or folded.endswith(_PASSING_ENDINGS)
        or folded in _SYSTEM
    )


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):  # ValueError: a NUL in the name
        return False
    except Exception:
        if is_remote(path):  # the store is away: said when the file is fetched
            return False
        raise


def is_beside(name: str) -> bool:
    """Whether a file of this name lies beside documents and is none."""
    return is_passing(name) or Path(name).suffix.casefold() in _BESIDE


def _walk(folder: Path) -> Iterator[Found]:
    if is_remote(folder):
        yield from _walk_remote(folder)
        return
    closed: list[Found] = []
    for here, folders, files in os.walk(
        folder, onerror=lambda e: closed.append(_closed(e, folder))
    ):
        yield from closed
        closed.clear()
        folders[:] = sorted(name for name in folders if not is_passing(name))
        for name in sorted(files):
            if not is_beside(name):
                yield Found(Path(here, name))
    yield from closed


def _walk_remote(folder: Path) -> Iterator[Found]:
    try:
        for path in files_below(folder):
            below = path.relative_to(folder).parts
            if not is_beside(path.name) and not any(is_passing(part) for part in below[:-1]):
                yield Found(path)
    except OSError:
        yield Found(folder, refuse("disk"))


def _closed(error: OSError, folder: Path) -> Found:
    key = "no-permission" if isinstance(error, PermissionError) else "vanished"
    trouble: Unreadable = refuse(key)
    return Found(Path(error.filename or folder), trouble)
