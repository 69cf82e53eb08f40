"""Stillness: a file is whole when its size and its time have not changed for a while."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kehoach.intake import place_of


@dataclass(frozen=True)
class Look:
    """A file as it was when looked at."""

    path: Path
    size: int
    modified: float


@dataclass
class _Seen:
    look: Look
    since: float
    told: bool = False


class Stillness:
    """Watches the files of a folder; one small row of memory for each that is there.

    Time is that of a monotonic clock in seconds, so that a clock set back or forth neither
    hurries nor delays a file.
    """

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._seen: dict[str, _Seen] = {}

    def settled(self, files: Iterable[Path], moment: float) -> Iterator[tuple[str, Look]]:
        """Files that have stood still long enough, each told once until it changes.

        `files` are all that are there now; what is no longer among them is forgotten."""
        there = set()
        for path in files:
            look = _look(path)
            if look is None:
                continue
            place = place_of(path)
            there.add(place)
            seen = self._seen.get(place)
            if seen is None or seen.look != look:
                seen = self._seen[place] = _Seen(look, moment)
            if not seen.told and moment - seen.since >= self._seconds:
                seen.told = True
                yield place, look
        for gone in self._seen.keys() - there:
            del self._seen[gone]

    @property
    def moving(self) -> bool:
        """Whether some file has not stood still long enough yet."""
        return any(not seen.told for seen in self._seen.values())

    def path(self, place: str) -> Path:
        """The path of a place as the system knows it, whatever bytes its name holds."""
        seen = self._seen.get(place)
        return seen.look.path if seen else Path(place)


def _look(path: Path) -> Look | None:
    try:
        about = os.stat(path)  # noqa: PTH116 - a name of any bytes
    except (OSError, ValueError):  # it went away, or it will be there again
        return None
    return Look(path, about.st_size, about.st_mtime)
