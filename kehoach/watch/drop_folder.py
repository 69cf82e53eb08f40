"""The drop folder as a watcher sees it: which of its files are meant, and what they look like."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

from kehoach.intake import find_files, is_beside, is_passing, place_of
from kehoach.side_files import INDEX, listed_in, side_file_of
from kehoach.watch_settings import Watching


@dataclass(frozen=True)
class Look:
    """A file as it was when looked at. `modified` grows with the times of what lies beside it,
    so that a side file that comes later has the document read again."""

    path: Path
    size: int
    modified: float


class DropFolder:
    """One folder with all its sub-folders, less what the settings leave out."""

    def __init__(self, folder: Path, watching: Watching) -> None:
        self.path = folder
        self.place = place_of(folder)
        self._ignore = watching.ignore
        self._away = tuple(
            place_of(each) for each in (watching.archive, watching.quarantine) if each
        )
        self._lists: dict[Path, tuple[float, frozenset[str]]] = {}
        self.closed: list[str] = []  # sub-folders that the last look could not open

    def is_there(self) -> bool:
        """Whether the folder can be listed now; not where the share is away."""
        try:
            with os.scandir(self.path):
                return True
        except (OSError, ValueError):
            return False

    def files(self) -> Iterator[Path]:
        """Every file that is meant, the whole folder through."""
        self.closed = []
        for found in find_files((self.path,)):
            if found.trouble:
                self.closed.append(place_of(found.path))
            elif self.means(found.path):
                yield found.path

    def files_at(self, path: Path) -> Iterator[Path]:
        """The files that a change at a path is about: itself, all below it, or the documents
        that a side file speaks of."""
        if path.name == INDEX:
            yield from (one for one in self._siblings(path) if self.means(one))
        elif path.suffix == ".yaml" and self.means(path.with_suffix("")):
            yield path.with_suffix("")
        elif os.path.isdir(path):  # noqa: PTH112 - false, not an error, in a closed folder
            yield from (one.path for one in find_files((path,)) if self._is_meant_below(one.path))
        elif self.means(path):
            yield path

    def _is_meant_below(self, path: Path) -> bool:
        return not is_beside(path.name) and self.means(path)

    def _siblings(self, path: Path) -> Iterator[Path]:
        try:
            yield from (one for one in path.parent.iterdir() if one.is_file())
        except OSError:
            return

    def means(self, path: Path) -> bool:
        """Whether a file of this path is to be read."""
        place = place_of(path)
        if not place.startswith(self.place + os.sep):
            return False
        if any(place.startswith(away + os.sep) for away in self._away):
            return False
        inside = Path(place[len(self.place) + 1 :])
        if is_beside(path.name) or any(is_passing(part) for part in inside.parts[:-1]):
            return False
        return not any(
            fnmatch(path.name, pattern) or fnmatch(inside.as_posix(), pattern)
            for pattern in self._ignore
        )

    def label(self, path: Path) -> str:
        """The sub-folders that a file lies in, `Phòng Giáo dục/2025`."""
        inside = place_of(path.parent).removeprefix(self.place)
        return inside.replace("\\", "/").strip("/")

    def look(self, path: Path) -> Look | None:
        """The file as it is now; `None` when it is not there or is no file."""
        try:
            about = os.stat(path)  # noqa: PTH116 - a name of any bytes
        except (OSError, ValueError):  # it went away, or it will be there again
            return None
        beside = _time_of(side_file_of(path)) + self._time_in_list(path)
        return Look(path, about.st_size, about.st_mtime + beside)

    def _time_in_list(self, path: Path) -> float:
        index = path.with_name(INDEX)
        modified = _time_of(index)
        if not modified:
            return 0.0
        known = self._lists.get(index)
        if known is None or known[0] != modified:
            known = self._lists[index] = (modified, listed_in(index))
        return modified if path.name in known[1] else 0.0


def _time_of(path: Path) -> float:
    try:
        return os.stat(path).st_mtime  # noqa: PTH116
    except (OSError, ValueError):
        return 0.0


def is_gone_from_disk(path: Path) -> bool:
    """Whether a file is known to be no longer there; in a folder that is closed to us nobody
    knows."""
    try:
        os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return True
    except (OSError, ValueError):
        return False
    return False
