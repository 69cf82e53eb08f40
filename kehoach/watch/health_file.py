"""The health file: a small JSON that a monitor reads, written by the watcher now and then."""

import contextlib
import datetime as dt
import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Literal

from kehoach.settings import Settings

HealthState = Literal["well", "folder-away", "trouble", "stopped"]
STALE = dt.timedelta(minutes=3)
_EVERY = 20.0  # seconds between two writings when nothing changes


@dataclass(frozen=True)
class Health:
    """`at` is when it was written; `notice` how changes are noticed, `files` counts by state,
    `trouble` says in a sentence what is wrong."""

    state: HealthState
    at: dt.datetime
    host: str
    pid: int
    folder: str
    notice: str = "poll"
    files: Mapping[str, int] = field(default_factory=dict)
    closed: tuple[str, ...] = ()
    trouble: str = ""

    def is_stale(self, now: dt.datetime) -> bool:
        """Whether the watcher should have written again by now; a moment yet to come counts,
        for the clock was set back."""
        return self.state != "stopped" and abs(now - self.at) > STALE


def health_path(settings: Settings) -> Path:
    """Beside the database unless the settings say otherwise."""
    return settings.watch.health or settings.db.with_name(settings.db.name + ".health.json")


class HealthFile:
    """Writes the file, whole or not at all; a disk that is full must not stop the watcher."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._last: tuple[object, ...] | None = None
        self._written = float("-inf")

    def is_due(self, state: HealthState, trouble: str, moment: float) -> bool:
        """Whether something else is to be said than last time, or it was long ago."""
        return (state, trouble) != self._last or moment - self._written >= _EVERY

    def write(self, health: Health, moment: float) -> None:
        """Put it in place of what was there."""
        self._last, self._written = (health.state, health.trouble), moment
        partial = self._path.with_name(f"{self._path.name}.{os.getpid()}.part")
        words = json.dumps(
            {**asdict(health), "at": health.at.isoformat()}, ensure_ascii=False, indent=1
        )
        with contextlib.suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            partial.write_text(words + "\n", encoding="utf-8")
            partial.replace(self._path)


def read_health(path: Path) -> Health | None:
    """What the watcher wrote last; `None` where nothing is there or it is not understood."""
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
        values["at"] = dt.datetime.fromisoformat(values["at"])
        values["closed"] = tuple(values["closed"])
        return Health(**values)
    except (OSError, ValueError, KeyError, TypeError):
        return None
