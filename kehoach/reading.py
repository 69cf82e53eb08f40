"""Reading many files: each gives its records or its trouble, none stops the others."""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future
from contextlib import AbstractContextManager, nullcontext

from kehoach.intake import Found
from kehoach.lanes import Lane, local_lane
from kehoach.readers import ReadFile, how_to_read
from kehoach.settings import Settings

_BYTES_AHEAD = 256 << 20  # of originals that were read and not yet taken

Pending = deque[tuple[Found, Future[ReadFile]]]


def read_files(
    files: Iterable[Found], settings: Settings, lane: Lane | None = None
) -> Iterator[ReadFile]:
    """Read under the settings' limits, here or on the settings' cluster; results in order.

    In order, so that the same folder gives the same database wherever it was read: of two
    copies the first is the document and the second the duplicate. A `lane` that is given stays
    open for the caller's next files.
    """
    pending: Pending = deque()
    with nullcontext(lane) if lane else open_lane(settings) as lane:
        try:
            for file in files:
                pending.append((file, lane.submit(file)))
                while len(pending) >= lane.ahead or _bytes_held(pending) > _BYTES_AHEAD:
                    yield lane.outcome(*pending.popleft())
            while pending:
                yield lane.outcome(*pending.popleft())
        finally:
            for _, future in pending:
                future.cancel()


def open_lane(settings: Settings) -> AbstractContextManager[Lane]:
    """What reads under these settings: processes here, or a cluster."""
    how = how_to_read(settings)
    if not settings.cluster:
        return local_lane(how, settings.workers)
    from kehoach.cluster import cluster_lane

    return cluster_lane(settings.cluster, how)


def _bytes_held(pending: Pending) -> int:
    return sum(
        len(future.result().original)
        for _, future in pending
        if future.done() and not future.cancelled() and not future.exception()
    )
