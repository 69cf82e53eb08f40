"""Fetch: the bytes of a file, or the reason why there are none."""

import errno
import stat
from pathlib import Path

from extract.errors import Unreadable
from extract.readers.limits import Limits
from extract.readers.refusals import refuse


def fetch(path: Path, limits: Limits) -> bytes:
    """All bytes of `path`, at most `limits.file_bytes`; raises Unreadable, never OSError."""
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            raise refuse("not-a-file")
        if about.st_size > limits.file_bytes:
            raise refuse("too-large")
        with path.open("rb") as file:
            data = file.read(limits.file_bytes + 1)
    except OSError as error:
        raise _refusal(error) from error
    except ValueError as error:  # a NUL in the name
        raise refuse("vanished") from error
    if len(data) > limits.file_bytes:
        raise refuse("too-large")
    if not data:
        raise refuse("empty")
    return data


def _refusal(error: OSError) -> Unreadable:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return refuse("vanished")
    if isinstance(error, PermissionError):
        return refuse("no-permission")
    if isinstance(error, IsADirectoryError):
        return refuse("not-a-file")
    if error.errno in (errno.ENAMETOOLONG, errno.ELOOP, errno.EINVAL):
        return refuse("vanished")
    return refuse("disk")
