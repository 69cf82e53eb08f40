"""Worker guard: what the reading process takes from itself before it reads anything.

Memory, core files and the size of files are limited; the network is cut off, by the kernel
where it allows that and by an audit hook everywhere; nothing is written outside the scratch
folder.
"""

import contextlib
import ctypes
import os
import signal
import socket
import sys
from pathlib import Path
from typing import Final

from extract.worker_system import give_way

_CLONE_NEWNET: Final = 0x4000_0000
_CLONE_NEWUSER: Final = 0x1000_0000
_PR_SET_PDEATHSIG: Final = 1
_WRITING: Final = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_TRUNC
_CHANGES: Final = frozenset(
    {
        "os.remove", "os.rename", "os.rmdir", "os.mkdir", "os.link", "os.symlink", "os.truncate",
        "os.chmod", "os.chown", "shutil.rmtree", "shutil.move",
    }
)  # fmt: skip
_NET: Final = frozenset(
    {
        "socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo",
        "socket.gethostbyname", "socket.gethostbyaddr", "socket.getnameinfo", "urllib.Request",
    }
)  # fmt: skip


_FAR: Final = (socket.AF_INET, socket.AF_INET6)


class Forbidden(PermissionError):
    """Something that reading a document never needs."""


def guard(memory: int, scratch: Path) -> None:
    """Gives up, for good, what reading does not need. `memory` is in bytes."""
    _limit(memory)
    give_way(session=True)
    _die_with_parent()
    _leave_network()
    sys.addaudithook(_hook(scratch.resolve()))


def _limit(memory: int) -> None:
    try:
        import resource
    except ImportError:  # Windows: the parent watches
        return
    for which, value in (
        (resource.RLIMIT_DATA, memory),
        (resource.RLIMIT_AS, 4 * memory),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, memory),
    ):
        with contextlib.suppress(ValueError, OSError):
            _, hardest = resource.getrlimit(which)
            within = value if hardest == resource.RLIM_INFINITY else min(value, hardest)
            resource.setrlimit(which, (within, within))


def _die_with_parent() -> None:
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)


def _leave_network() -> None:
    """A network of its own without any device, for this process and the programs it starts.

    Needs the right to make one, or user namespaces; without either the audit hook is left.
    """
    if sys.platform != "linux":
        return
    system = ctypes.CDLL(None)
    if system.unshare(_CLONE_NEWNET) == 0:
        return
    user, group = os.getuid(), os.getgid()
    if system.unshare(_CLONE_NEWUSER | _CLONE_NEWNET) == 0:
        for name, line in (
            ("setgroups", "deny"),
            ("uid_map", f"{user} {user} 1"),
            ("gid_map", f"{group} {group} 1"),
        ):
            with contextlib.suppress(OSError):
                Path("/proc/self", name).write_text(line, encoding="ascii")


class _hook:  # noqa: N801 - called like the function it stands for
    """Refuses sockets, and writing outside the scratch folder."""

    def __init__(self, scratch: Path) -> None:
        self._scratch = str(scratch)

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        if event == "open":
            path, _, flags = arguments
            if isinstance(flags, int) and flags & _WRITING and not self._allowed(path):
                raise Forbidden(f"open for writing: {path!r}")
        elif event in _CHANGES:
            if not self._allowed(arguments[0]):
                raise Forbidden(f"{event}: {arguments[0]!r}")
        elif event in _NET or (event == "socket.__new__" and arguments[1] in _FAR):
            raise Forbidden(event)

    def _allowed(self, path: object) -> bool:
        if isinstance(path, int):  # a descriptor that is open already
            return True
        if isinstance(path, bytes):
            path = os.fsdecode(path)
        if not isinstance(path, str | os.PathLike):
            return False
        full = os.path.abspath(path)  # noqa: PTH100 - links must not be followed here
        return full == os.devnull or full.startswith(self._scratch + os.sep)
