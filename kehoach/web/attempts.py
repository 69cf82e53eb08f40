"""Attempts to sign in: after a few that fail, a name or an address has to wait."""

import datetime as dt
import threading
from collections import deque

FAILURES = 5
WINDOW = dt.timedelta(minutes=15)
_MOST_KEYS = 10_000  # an attacker's made-up names must not fill the memory


class Attempts:
    """Failed attempts of the last quarter of an hour, by name and by address. An attempt counts
    as failed until it has succeeded, so that a hundred at once are no more than one by one."""

    def __init__(self) -> None:
        self._failed: dict[str, deque[dt.datetime]] = {}
        self._lock = threading.Lock()

    def may_try(self, keys: tuple[str, ...], at: dt.datetime) -> bool:
        """Note an attempt; false where one of the keys has failed too often lately."""
        with self._lock:
            if any(len(self._recent(key, at)) >= FAILURES for key in keys):
                return False
            for key in keys:
                while len(self._failed) >= _MOST_KEYS:
                    del self._failed[next(iter(self._failed))]
                self._failed.setdefault(key, deque(maxlen=FAILURES)).append(at)
            return True

    def succeeded(self, keys: tuple[str, ...]) -> None:
        """Forget the failures of a key."""
        with self._lock:
            for key in keys:
                self._failed.pop(key, None)

    def _recent(self, key: str, at: dt.datetime) -> deque[dt.datetime]:
        kept = self._failed.get(key) or deque()
        while kept and kept[0] < at - WINDOW:
            kept.popleft()
        return kept
