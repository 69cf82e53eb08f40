"""Memory: answers about the whole database, kept until it changes.

Counting everything takes longer the more there is. What was counted holds as long as nobody
has written since; while someone writes all the time, it may be older by thirty times what
counting costs, ten seconds at most. The same question is asked by one visitor at a time: the
others are told what was known a moment ago or, where nothing was, wait for the answer.
"""

import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Lock
from typing import TypeVar, cast

from store import Store, open_store

Answer = TypeVar("Answer")

_MOST = 256  # answers
_PATIENCE = 30.0  # times the cost
_OLDEST = 10.0  # seconds


@dataclass(frozen=True)
class _Kept:
    answer: object
    version: int
    at: float
    cost: float


class Memory:
    """Answers by what was asked; safe to use from several threads."""

    def __init__(self, path: Path) -> None:
        # A connection that only listens: SQLite tells it when any other has written.
        self._listening: Store = open_store(path, read_only=True)
        self._kept: OrderedDict[Hashable, _Kept] = OrderedDict()
        self._asking: dict[Hashable, Event] = {}
        self._lock = Lock()

    def close(self) -> None:
        """Let go of the database."""
        self._listening.close()

    def forget(self) -> None:
        """Ask everything anew, also what is being asked just now."""
        with self._lock:
            self._kept.clear()
            self._asking.clear()

    def recall(self, asked: Hashable, ask: Callable[[], Answer], *, seconds: float = 0.0) -> Answer:
        """The answer as it was kept, or asked for anew; what others have written meanwhile may
        be missing for so many `seconds` in any case."""
        with self._lock:
            version = self._version()
            kept = self._kept.get(asked)
            if kept is not None and self._holds(kept, version, seconds):
                return cast(Answer, kept.answer)
            other = self._asking.get(asked)
            if other is None:
                mine = self._asking[asked] = Event()
        if other is None:
            return self._ask(asked, ask, version, mine)
        if kept is None:
            other.wait(_OLDEST)
            with self._lock:
                kept = self._kept.get(asked)
        return ask() if kept is None else cast(Answer, kept.answer)

    def _ask(self, asked: Hashable, ask: Callable[[], Answer], version: int, mine: Event) -> Answer:
        began = time.monotonic()
        try:
            answer = ask()
            cost = time.monotonic() - began
            with self._lock:
                if self._asking.get(asked) is mine:  # else it was asked before a change
                    # The version from before: what was written meanwhile may be missing.
                    self._kept[asked] = _Kept(answer, version, began, cost)
                    self._kept.move_to_end(asked)
                    while len(self._kept) > _MOST:
                        self._kept.popitem(last=False)
        finally:
            with self._lock:
                if self._asking.get(asked) is mine:
                    del self._asking[asked]
            mine.set()
        return answer

    def _holds(self, kept: _Kept, version: int, seconds: float) -> bool:
        age = time.monotonic() - kept.at
        oldest = max(seconds, min(_PATIENCE * kept.cost, _OLDEST))
        return kept.version == version or age < oldest

    def _version(self) -> int:
        return int(self._listening.connection.execute("PRAGMA data_version").fetchone()[0])
