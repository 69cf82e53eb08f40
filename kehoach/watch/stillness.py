"""Stillness: a file is whole when its size and its time have not changed for a while."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from kehoach.intake import place_of
from kehoach.watch.drop_folder import Look


@dataclass
class _Moving:
    look: Look
    since: float


class Stillness:
    """Watches the files of a folder; of those at rest it keeps a name and a number.

    Time is that of a monotonic clock in seconds, so that a clock set back or forth neither
    hurries nor delays a file.
    """

    def __init__(self, seconds: float, look: Callable[[Path], Look | None]) -> None:
        self._seconds = seconds
        self._look = look
        self._moving: dict[str, _Moving] = {}
        self._resting: dict[str, int] = {}
        self._odd: dict[str, Path] = {}  # names whose bytes are no UTF-8

    def sweep(self, files: Iterable[Path], moment: float) -> None:
        """Look at all the files that are there; what is no longer among them is forgotten."""
        there = {place_of(path) for path in self._each(files, moment)}
        for gone in [place for place in self._resting if place not in there]:
            del self._resting[gone]
        for gone in [place for place in self._moving if place not in there]:
            del self._moving[gone]

    def touch(self, files: Iterable[Path], moment: float) -> None:
        """Look at some files of which a change was told."""
        for _path in self._each(files, moment):
            pass

    def _each(self, files: Iterable[Path], moment: float) -> Iterable[Path]:
        for path in files:
            look = self._look(path)
            if look is not None:
                self._see(place_of(path), look, moment)
                yield path

    def _see(self, place: str, look: Look, moment: float) -> None:
        if self._resting.get(place) == hash(look):
            return
        self._resting.pop(place, None)
        seen = self._moving.get(place)
        if seen is None or seen.look != look:
            self._moving[place] = _Moving(look, moment)
        if place != str(look.path):
            self._odd[place] = look.path

    def settled(self, moment: float) -> list[tuple[str, Look]]:
        """Files that have stood still long enough, each looked at once more; each again until
        `rest` says that it is noted."""
        due = [
            (place, seen.look)
            for place, seen in self._moving.items()
            if moment - seen.since >= self._seconds
        ]
        still = []
        for place, look in due:
            now = self._look(look.path)
            if now == look:
                still.append((place, look))
            elif now is None:
                del self._moving[place]
            else:
                self._moving[place] = _Moving(now, moment)
        return still

    def rest(self, place: str, look: Look) -> None:
        """The file is noted as it is; it is told again once it changes."""
        self._moving.pop(place, None)
        self._resting[place] = hash(look)

    @property
    def moving(self) -> bool:
        """Whether some file has not stood still long enough yet."""
        return bool(self._moving)

    def seconds_left(self, moment: float) -> float | None:
        """Until the next file may be whole; `None` when none moves."""
        if not self._moving:
            return None
        first = min(seen.since for seen in self._moving.values())
        return max(0.0, first + self._seconds - moment)

    def path(self, place: str) -> Path:
        """The path of a place as the system knows it, whatever bytes its name holds."""
        return self._odd.get(place, Path(place))
