"""Changes: what the system says has changed in the folder, gathered until somebody asks.

Without it (a network share, a setting, too many folders for the system) every file is looked at
each time. What the system tells is never all of the truth: the whole folder is looked through
now and then in any case.
"""

import contextlib
import os
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from kehoach.watch.mount import is_shared
from kehoach.watch_settings import Watching

if TYPE_CHECKING:
    from watchfiles._rust_notify import RustNotify

_STEP_MS = 200
_GATHER_MS = 400
_MOST = 10_000  # paths that are kept; of more, the whole folder is looked through


class Changes:
    """Told changes of one folder; `start` and `stop` as often as the folder comes and goes."""

    def __init__(self, folder: Path, watching: Watching, monotonic: Callable[[], float]) -> None:
        self._folder = folder
        self._wanted = watching.notice
        self._monotonic = monotonic
        self._lock = threading.Lock()
        self._changed: dict[Path, float] = {}
        self._all = True
        self._ended = threading.Event()
        self._identity: tuple[int, int] | None = None
        self._told = False

    @property
    def told(self) -> bool:
        """Whether the system tells of changes now; otherwise look around."""
        return self._told

    def follow(self) -> None:
        """Begin to listen, or anew when the folder is another than it was."""
        try:
            about = os.stat(self._folder)  # noqa: PTH116 - a name of any bytes
        except OSError:
            self.stop()
            return
        identity = (about.st_dev, about.st_ino)
        if identity != self._identity:
            self.stop()
            self._identity = identity
            self._start()

    def take(self) -> dict[Path, float] | None:
        """The paths that changed since the last time, and when each was told of; `None` when
        everything has to be looked at."""
        if not self._told:
            return None
        with self._lock:
            changed, self._changed = self._changed, {}
            everything, self._all = self._all, False
        return None if everything else changed

    def stop(self) -> None:
        """Listen no longer."""
        self._ended.set()
        self._told, self._identity = False, None

    def _start(self) -> None:
        self._all = True
        if self._wanted == "poll" or (self._wanted == "auto" and is_shared(self._folder)):
            return
        from watchfiles._rust_notify import RustNotify, WatchfilesRustInternalError

        try:
            listener = RustNotify([str(self._folder)], False, False, 0, True, True)
        except (OSError, WatchfilesRustInternalError, UnicodeEncodeError):
            return  # no more listeners to be had, or a share that takes none: look around
        self._ended, self._told = threading.Event(), True
        threading.Thread(target=self._listen, args=(listener, self._ended), daemon=True).start()

    def _listen(self, listener: "RustNotify", ended: threading.Event) -> None:
        with listener:
            while not ended.is_set():
                try:
                    told = listener.watch(_GATHER_MS, _STEP_MS, 0, ended)
                except Exception:  # its errors have no common kind; sweeps go on without it
                    if not ended.is_set():
                        self._told = False
                    return
                if isinstance(told, str):
                    return  # stop, or a signal that the main thread handles
                self._gather(told)
        with contextlib.suppress(RuntimeError):
            listener.close()

    def _gather(self, told: set[tuple[int, str]]) -> None:
        moment = self._monotonic()
        with self._lock:
            self._changed.update((Path(path), moment) for _kind, path in told)
            if len(self._changed) > _MOST:
                self._changed.clear()
                self._all = True
