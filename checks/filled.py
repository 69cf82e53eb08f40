"""Filled (điền dần): numbers by what they are of, each worked out when it is first asked for."""

from collections.abc import Callable, Hashable
from typing import TypeVar

K = TypeVar("K", bound=Hashable)


class Filled(dict[K, float]):
    """A dictionary that works out what is missing."""

    def __init__(self, work_out: Callable[[K], float]) -> None:
        super().__init__()
        self._work_out = work_out

    def __missing__(self, key: K) -> float:
        value = self[key] = self._work_out(key)
        return value
