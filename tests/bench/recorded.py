"""Recorded patterns: what a reading asks of `re`, to be asked again and nothing else.

Imported before the program, it puts a recorder around each pattern that the program compiles.
Every call of one reading can then be repeated on the bare patterns: same pattern, same stretch
of the same text. That time is the limit of what faster code around the patterns could reach.
"""

import re
import sys
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any

_compile = re.compile
_ROOMS = ("extract", "schemas")
PATTERNS: "list[re.Pattern[str]]" = []
CALLS: list[tuple[Callable[..., object], tuple[object, ...], list[int] | None]] = []
_recording = False


class Recorder:
    """A pattern of the program that remembers what it was asked while a reading is recorded."""

    def __init__(self, real: "re.Pattern[Any]") -> None:
        self.real = real

    def __getattr__(self, name: str) -> object:
        found = getattr(self.real, name)
        if not _recording or not callable(found):
            return found
        return self._finditer if name == "finditer" else self._remembering(found)

    def _remembering(self, asked: Callable[..., object]) -> Callable[..., object]:
        def ask(*args: object, **named: object) -> object:
            if not named:
                CALLS.append((asked, args, None))
            return asked(*args, **named)

        return ask

    def _finditer(self, *args: object) -> Iterator[object]:
        taken = [0]
        CALLS.append((self.real.finditer, args, taken))
        for match in self.real.finditer(*args):  # type: ignore[arg-type]
            taken[0] += 1
            yield match
        taken[0] += 1  # the look for one more that was not there


def _recorder(pattern: Any, flags: int = 0) -> Any:
    real = _compile(pattern.real if isinstance(pattern, Recorder) else pattern, flags)
    caller = sys._getframe(1).f_globals.get("__name__", "")  # who compiles it
    if caller.split(".", 1)[0] not in _ROOMS or isinstance(real.pattern, bytes):
        return real
    PATTERNS.append(real)
    return Recorder(real)


def install() -> None:
    """From now on the program's patterns can be recorded."""
    re.compile = _recorder


def record(read: Callable[[], object]) -> int:
    """Remember what `read` asks of the patterns; the number of calls."""
    global _recording  # noqa: PLW0603 - one process measures one thing
    CALLS.clear()
    _recording = True
    try:
        read()
    finally:
        _recording = False
    return len(CALLS)


def replay() -> None:
    """Ask the same again, of the bare patterns."""
    for asked, args, taken in CALLS:
        found = asked(*args)
        if taken is not None:
            for _ in islice(found, taken[0]):  # type: ignore[call-overload]
                pass
