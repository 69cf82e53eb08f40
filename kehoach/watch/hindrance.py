"""Hindrance: what keeps a file from being taken in now and may pass: a lock of another program,
a fault of ours."""

import contextlib
import os
from pathlib import Path

from kehoach.i18n import N_

LOCKED = N_("Another program holds the file.")
LOCKED_ADVICE = N_("Close it there; it is read as soon as it is free.")
FAULT = N_("A fault in kehoach kept this file from being taken in.")
FAULT_ADVICE = N_(
    "Show the log to whoever looks after the program; kehoach reread --failed tries again."
)


def is_locked(path: Path) -> bool:
    """Whether another program asks, by an advisory lock, that nobody reads the file now. On
    Windows the system itself refuses, which reading then says."""
    try:
        import fcntl
    except ImportError:
        return False
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    except (OSError, ValueError):
        return False  # reading says why
    try:
        fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except OSError:  # a share that knows no locks
        return False
    finally:
        with contextlib.suppress(OSError):
            os.close(handle)
    return False
