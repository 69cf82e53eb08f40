"""Lanes: where files are read, in line, in a pool on this machine, or on a cluster.

Each is a `concurrent.futures.Executor` that is handed the same function, so the records are the
same whichever it is.
"""

from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeVar

from kehoach.intake import Found
from kehoach.readers import HowToRead, Readers, ReadFile

T = TypeVar("T")

_AHEAD = 64  # files given out for each worker: one scan takes as long as a hundred texts


def _result(_file: Found, future: Future[ReadFile]) -> ReadFile:
    return future.result()


def _nothing() -> None:
    """What is given out is on its way already."""


@dataclass(frozen=True)
class Lane:
    """`submit` gives a file out, `outcome` waits for it; `workers` read at once. `no_more` says
    that no file comes for now: none waits to be given out with others."""

    submit: Callable[[Found], Future[ReadFile]]
    workers: int
    outcome: Callable[[Found, Future[ReadFile]], ReadFile] = _result
    no_more: Callable[[], None] = _nothing

    @property
    def ahead(self) -> int:
        """How many files are given out before the first of them is waited for."""
        return max(1, _AHEAD * self.workers)


class InLine(Executor):
    """Runs what it is given at once, in the caller's thread."""

    def submit(self, fn: Callable[..., T], /, *args: object, **kwargs: object) -> Future[T]:
        """A future that is done."""
        future: Future[T] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future


@contextmanager
def local_lane(how: HowToRead, workers: int) -> Iterator[Lane]:
    """`workers` threads with a process each that reads; with 0, one process and no thread."""
    executor: Executor = ThreadPoolExecutor(workers) if workers else InLine()
    with executor, Readers(how) as readers:  # stopped early, what is being read is killed
        yield Lane(lambda file: executor.submit(readers.read, file), workers)
