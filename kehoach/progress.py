"""A progress bar on standard error, for work that takes a person's patience."""

import sys
import time
from collections.abc import Iterable, Iterator, Sized
from typing import TypeVar

from kehoach.i18n import _

Item = TypeVar("Item")

PATIENCE = 1.0  # seconds before a bar is worth its lines


def with_progress(items: Iterable[Item], total: Sized | int, doing: str) -> Iterator[Item]:
    """The items; a bar appears on a terminal once they have taken longer than a second."""
    if not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    count = total if isinstance(total, int) else len(total)
    bar = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    )
    task = bar.add_task(_(doing), total=count)
    began, shown = time.monotonic(), False
    try:
        for item in items:
            bar.advance(task)
            if not shown and time.monotonic() - began > PATIENCE:
                bar.start()
                shown = True
            yield item
    finally:
        if shown:
            bar.stop()
