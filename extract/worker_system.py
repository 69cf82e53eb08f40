"""Worker and system: processes as families that end together, and what ended them.

The one place that knows POSIX from Windows.
"""

import contextlib
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Final, TypedDict

_POSIX: Final = os.name == "posix"
_GRACE: Final = 5.0
_BEHIND: Final = 15  # a small part of the weight of what people wait for


class Family(TypedDict, total=False):
    """Arguments for Popen that make a process the head of a family of its own."""

    start_new_session: bool
    creationflags: int


def own_family() -> Family:
    """Programs that the process starts belong to it and end with it; they give way to others."""
    if _POSIX:
        return {"start_new_session": True}  # and give way by themselves, see `give_way`
    group: int = getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)
    below: int = getattr(subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 0)
    return {"creationflags": group | below}


def give_way(*, session: bool = False) -> None:
    """Whoever waits for an answer goes before this process, and before its `session` where that
    is its own: Linux weighs sessions against each other first. On Windows see `own_family`."""
    if not _POSIX:
        return
    with contextlib.suppress(OSError):
        os.nice(_BEHIND - os.nice(0))
    if session and sys.platform == "linux":
        with contextlib.suppress(OSError):
            Path("/proc/self/autogroup").write_text(str(_BEHIND), encoding="ascii")


def end_family(process: "subprocess.Popen[bytes]") -> None:
    """Kills the process and all that it started, and waits until it is gone."""
    if _POSIX:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    else:
        _end_on_windows(process)
    with contextlib.suppress(ProcessLookupError):
        process.kill()
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(_GRACE)


def _end_on_windows(process: "subprocess.Popen[bytes]") -> None:
    subprocess.run(
        ["taskkill", "/F", "/T", "/PID", str(process.pid)], capture_output=True, check=False
    )


def died_of_memory(process: "subprocess.Popen[bytes]", memory: int) -> bool:
    """Whether a process that ended by itself had taken nearly all that it may."""
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(_GRACE)
    if not _POSIX:
        return False
    if process.returncode == -signal.SIGKILL:  # not by us: the kernel was short of memory
        return True
    import resource

    largest = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return process.returncode == -signal.SIGABRT and largest * _RSS_UNIT > memory // 2


_RSS_UNIT: Final = 1 if sys.platform == "darwin" else 1024
