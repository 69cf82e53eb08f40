"""Reading many files: each gives its records or its trouble, none stops the others."""

import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future
from contextlib import AbstractContextManager, nullcontext

from kehoach.intake import Found
from kehoach.lanes import Lane, local_lane
from kehoach.readers import ReadFile, how_to_read
from kehoach.settings import Settings

_BYTES_AHEAD = 256 << 20  # of originals that were read and not yet taken
_TOGETHER = 16  # files at most in a group: a writer that waits for its turn waits for a group

Pending = deque[tuple[Found, Future[ReadFile]]]


def read_files(
    files: Iterable[Found], settings: Settings, lane: Lane | None = None
) -> Iterator[ReadFile]:
    """Read under the settings' limits, here or on the settings' cluster; results in order.

    In order, so that the same folder gives the same database wherever it was read: of two
    copies the first is the document and the second the duplicate. A `lane` that is given stays
    open for the caller's next files.
    """
    for group in read_in_groups(files, settings, lane):
        yield from group


def read_in_groups(
    files: Iterable[Found], settings: Settings, lane: Lane | None = None
) -> Iterator[list[ReadFile]]:
    """As `read_files`, with those together that are there without waiting, 16 at most: behind
    a scan many texts are read before it is their turn."""
    pending: Pending = deque()
    with nullcontext(lane) if lane else open_lane(settings) as lane:
        held = _Held()
        try:
            for file in files:
                pending.append((file, held.watch(lane.submit(file))))
                while pending and (len(pending) >= lane.ahead or held.bytes > _BYTES_AHEAD):
                    yield _next_group(pending, lane, held)
            lane.no_more()
            while pending:
                yield _next_group(pending, lane, held)
        finally:
            for _, future in pending:
                future.cancel()


def _next_group(pending: Pending, lane: Lane, held: "_Held") -> list[ReadFile]:
    """Waits for the first, and takes what follows as far as it is done."""
    group = [lane.outcome(*pending.popleft())]
    while pending and len(group) < _TOGETHER and pending[0][1].done():
        group.append(lane.outcome(*pending.popleft()))
    held.let_go(group)
    return group


class _Held:
    """How many bytes of originals were read and not yet taken."""

    def __init__(self) -> None:
        self._lock = threading.Lock()  # readers are done in threads of their own
        self.bytes = 0

    def watch(self, future: Future[ReadFile]) -> Future[ReadFile]:
        future.add_done_callback(self._done)
        return future

    def _done(self, future: Future[ReadFile]) -> None:
        if not future.cancelled() and not future.exception():
            self._add(len(future.result().original))

    def let_go(self, group: list[ReadFile]) -> None:
        self._add(-sum(len(read.original) for read in group))

    def _add(self, size: int) -> None:
        with self._lock:
            self.bytes += size


def open_lane(settings: Settings) -> AbstractContextManager[Lane]:
    """What reads under these settings: processes here, or a cluster."""
    how = how_to_read(settings)
    if not settings.cluster:
        return local_lane(how, settings.workers)
    from kehoach.cluster import cluster_lane

    return cluster_lane(settings.cluster, how)
