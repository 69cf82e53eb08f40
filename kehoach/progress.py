"""A progress bar on standard error, for work that takes a person's patience."""

import sys
import threading
import time
from collections.abc import Iterable, Iterator, Sized
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from rich.progress import Progress

Item = TypeVar("Item")

PATIENCE = 1.0  # seconds before a bar is worth its line


def with_progress(items: Iterable[Item], total: Sized, doing: str) -> Iterator[Item]:
    """The items; a bar stands on a terminal once they have taken longer than a second.

    It is gone while the caller has an item, so that what is printed then stands alone.
    """
    if not sys.stderr.isatty():
        yield from items
        return
    bar = _bar()
    task = bar.add_task(doing, total=len(total))
    began = time.monotonic()
    first = threading.Timer(PATIENCE, bar.start)
    first.start()
    try:
        for item in items:
            first.cancel()
            first.join()
            bar.stop()
            yield item
            bar.advance(task)
            if time.monotonic() - began > PATIENCE:
                bar.start()
    finally:
        first.cancel()
        first.join()
        bar.stop()


def _bar() -> "Progress":
    """What is done and how long the rest may take; it leaves no line behind."""
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
        redirect_stdout=False,
        redirect_stderr=False,
    )
