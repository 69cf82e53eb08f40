"""Held drafts: what was just checked, held in memory until its copy with comments is fetched.

Nothing of a draft is written to the disk or the database. It is given back only to the session
that brought it, for half an hour, as long as there is room.
"""

import secrets
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from schemas import Finding, Plan

HELD_SECONDS = 1800.0
_MOST_BYTES = 192 << 20  # of all drafts together


@dataclass(frozen=True)
class Draft:
    """A file as it was brought, what was read in it and what is wrong in it."""

    name: str
    original: bytes
    plans: tuple[Plan, ...]
    findings: tuple[Finding, ...]


class HeldDrafts:
    """Drafts by a name that nobody can guess; safe to use from several threads."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._held: OrderedDict[str, tuple[str, float, Draft]] = OrderedDict()
        self._lock = threading.Lock()
        self._clock = clock

    def hold(self, owner: str, draft: Draft) -> str:
        """Keep a draft for its owner; gives the name under which it is asked for."""
        name = secrets.token_urlsafe(16)
        with self._lock:
            self._held[name] = (owner, self._clock() + HELD_SECONDS, draft)
            self._drop()
        return name

    def of(self, owner: str, name: str) -> Draft | None:
        """The draft, if it is still there and the owner's."""
        with self._lock:
            self._drop()
            whose, _until, draft = self._held.get(name, ("", 0.0, None))
        return draft if secrets.compare_digest(whose.encode(), owner.encode()) else None

    def _drop(self) -> None:
        now = self._clock()
        while self._held:
            first = next(iter(self._held))
            size = sum(len(draft.original) for _owner, _until, draft in self._held.values())
            if self._held[first][1] >= now and (size <= _MOST_BYTES or len(self._held) == 1):
                return
            del self._held[first]
