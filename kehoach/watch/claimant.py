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
    if not process.isdigit():
        return False
    if machine == socket.gethostname() and int(process) == os.getpid():
        return True  # an earlier run had the same number
    return process_is_gone(machine, int(process))


def process_is_gone(machine: str, process: int) -> bool:
    """Whether a process is known to run no longer; nobody knows that of another machine's."""
    if machine != socket.gethostname() or os.name != "posix":
        return False
    try:
        os.kill(process, 0)  # asks only whether it is there
    except ProcessLookupError:
        return True
    except (OSError, OverflowError):
        return False
    return False
