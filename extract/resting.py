"""Resting: no search for circles in memory while a record is made.

Records, readings and matches have none, and there are hundreds of thousands of them in a long
text: looking through them all again and again took a fifth of the time.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """The collector is still within; it goes on behind, where it was at work before."""
    at_work = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if at_work:
            gc.enable()
