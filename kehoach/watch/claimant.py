"""Claimant: who a watcher is in the journal, and whether another one still lives."""

import os
import socket
import uuid


def new_claimant() -> str:
    """`machine/process/token`; no two runs of any watcher share one."""
    return f"{socket.gethostname()}/{os.getpid()}/{uuid.uuid4().hex[:8]}"


def is_gone(claimant: str) -> bool:
    """Whether that watcher is known to be dead: it ran on this machine and does so no longer.

    One on another machine may live; its claims run out with time."""
    machine, process, _token = (*claimant.split("/"), "", "")[:3]
    if machine != socket.gethostname() or not process.isdigit() or os.name != "posix":
        return False
    if int(process) == os.getpid():
        return True  # an earlier run had the same number
    try:
        os.kill(int(process), 0)  # asks only whether it is there
    except ProcessLookupError:
        return True
    except OSError:
        return False
    return False
