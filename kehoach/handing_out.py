"""Handing out (giao việc): small files go to a cluster some at a time.

What a scheduler does for a task costs as much for one text as for four. A large file, of which
nobody knows how long it takes, goes by itself.
"""

from collections.abc import Callable, Sequence
from concurrent.futures import Executor, Future, InvalidStateError
from contextlib import suppress
from dataclasses import dataclass, field

from kehoach.intake import Found
from kehoach.readers import ReadFile
from kehoach.remote import is_remote

_TOGETHER = 4  # files; as many wait for one another
_SMALL = 128 << 10  # bytes: a text or a short Word file, a tenth of a second of reading

ReadSome = Callable[[Sequence[Found]], list[ReadFile]]
Handful = list[tuple[Found, "Future[ReadFile]"]]


@dataclass
class HandingOut:
    """Gives files to an executor; `read` is what reads some of them there.

    Where some of them together come to nothing (`parted` says so of the error), each is given out
    again by itself, so that one file's trouble is no other's.
    """

    executor: Executor
    read: ReadSome
    parted: Callable[[BaseException], bool]
    _waiting: Handful = field(default_factory=list)

    def submit(self, file: Found) -> "Future[ReadFile]":
        """The file's own future; its task may wait for more files until `send`."""
        future: Future[ReadFile] = Future()
        if not _is_small(file):
            self._give([(file, future)])
            return future
        self._waiting.append((file, future))
        if len(self._waiting) >= _TOGETHER:
            self.send()
        return future

    def send(self) -> None:
        """Let those go that wait for more, as no more come."""
        if self._waiting:
            some, self._waiting = self._waiting, []
            self._give(some)

    def send_with(self, future: "Future[ReadFile]") -> None:
        """Let those go that wait for more if this is one of them, as somebody waits for it."""
        if any(one is future for _, one in self._waiting):
            self.send()

    def _give(self, some: Handful) -> None:
        task = self.executor.submit(self.read, [file for file, _ in some])
        task.add_done_callback(lambda done: self._share_out(some, done))

    def _give_alone(self, some: Handful) -> None:
        for one in some:
            try:
                self._give([one])
            except Exception as error:  # the executor ends: whoever waits is told
                one[1].set_exception(error)

    def _share_out(self, some: Handful, done: "Future[list[ReadFile]]") -> None:
        if done.cancelled():
            for _, future in some:
                if future.cancel():
                    future.set_running_or_notify_cancel()  # else who waits for it waits forever
            return
        error = done.exception()
        if error and len(some) > 1 and self.parted(error):
            self._give_alone(some)
            return
        for place, (_, future) in enumerate(some):
            with suppress(InvalidStateError):  # nobody waits for it any more
                if error:
                    future.set_exception(error)
                else:
                    future.set_result(done.result()[place])


def _is_small(file: Found) -> bool:
    """Whether it is known to be; to ask a remote store costs more than is saved."""
    if file.trouble or is_remote(file.path):
        return False
    try:
        return file.path.stat().st_size <= _SMALL
    except (OSError, ValueError):
        return False
