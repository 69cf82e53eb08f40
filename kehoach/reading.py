"""Reading many files: each gives its records or its trouble, none stops the others."""

import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from extract.errors import ReadError
from extract.readers import Limits, find_tools
from extract.readers.fetch import fetch
from extract.worker import Worker
from kehoach import __version__
from kehoach.intake import Found, readable
from kehoach.settings import Settings
from schemas import Plan

_AHEAD = 2  # files read ahead for each worker while earlier ones are being stored


@dataclass(frozen=True)
class ReadFile:
    """One file: its bytes and its documents, or the trouble that kept it from being read."""

    path: Path
    original: bytes = b""
    plans: tuple[Plan, ...] = ()
    trouble: ReadError | None = None


class Readers:
    """Killable processes that read, one for each thread that asks; use as a context manager."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._limits = _limits(settings)
        self._here = threading.local()
        self._all: list[Worker] = []
        self._lock = threading.Lock()

    def __enter__(self) -> "Readers":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for worker in self._all:
            worker.close()

    def read(self, file: Found) -> ReadFile:
        """Take the bytes once, so that what is kept is what was read."""
        if file.trouble:
            return ReadFile(file.path, trouble=file.trouble)
        try:
            original = fetch(file.path, self._limits)
            plans = self.read_bytes(original, readable(file.path.name))
        except ReadError as trouble:
            return ReadFile(file.path, trouble=trouble)
        return ReadFile(file.path, original, plans)

    def read_bytes(self, original: bytes, name: str) -> tuple[Plan, ...]:
        """The documents in the bytes, marked with the version that read them; `ReadError`."""
        outcome = self._worker().read(original, name)
        if outcome.trouble:
            raise outcome.trouble
        return tuple(_marked(plan) for plan in outcome.plans)

    def _worker(self) -> Worker:
        mine: Worker | None = getattr(self._here, "worker", None)
        if mine is None:
            mine = self._here.worker = Worker(self._limits, find_tools(self._settings.certificates))
            with self._lock:
                self._all.append(mine)
        return mine


def read_files(files: Iterable[Found], settings: Settings) -> Iterator[ReadFile]:
    """Read under the settings' limits with `settings.workers` at once; results in order."""
    pending: deque[Future[ReadFile]] = deque()
    with Readers(settings) as readers, ThreadPoolExecutor(settings.workers) as pool:
        try:
            for file in files:
                pending.append(pool.submit(readers.read, file))
                if len(pending) >= _AHEAD * settings.workers:
                    yield pending.popleft().result()
            while pending:
                yield pending.popleft().result()
        finally:
            for future in pending:
                future.cancel()


def _limits(settings: Settings) -> Limits:
    asked = settings.limits
    return Limits(
        seconds=asked.seconds,
        ocr_page_seconds=asked.seconds_per_scanned_page,
        memory=asked.megabytes << 20,
        pages=asked.pages,
    )


def _marked(plan: Plan) -> Plan:
    source = plan.source.model_copy(update={"reader_version": __version__})
    return plan.model_copy(update={"source": source})
