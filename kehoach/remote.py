"""Files that lie in an object store or on another filesystem that fsspec knows, as paths.

`s3://bucket/folder` is listed, asked for its size and opened like a path of this machine. What
an address needs besides (keys, an endpoint) comes from that store's own environment variables
or configuration files, which kehoach neither reads nor keeps.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import cast

from kehoach.errors import BadRequest
from kehoach.i18n import _

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+://.", re.IGNORECASE)  # two letters: C:\ is a drive


def is_address(text: str) -> bool:
    """Whether it is written as an address, `scheme://…`."""
    return bool(_ADDRESS.match(text))


def is_remote(path: object) -> bool:
    """Whether a path was made by `path_of` of an address; no other is without `os.fspath`."""
    return not isinstance(path, os.PathLike)


def path_of(text: str | Path) -> Path:
    """The path that a person wrote, or the address as something with a path's methods.

    Raises `BadRequest` where what reads addresses is not installed, or the scheme is unknown.
    """
    if isinstance(text, Path) or not is_address(text):
        return Path(text)
    try:
        from upath import UPath

        path = UPath(text)
        path.fs  # noqa: B018 - the package for the scheme is looked up here
    except ImportError as error:
        raise BadRequest(
            _("Addresses such as {address} can't be read here: {why}.").format(
                address=text, why=error
            ),
            _("Install what reads them: pip install kehoach[cluster]"),
        ) from error
    except ValueError as error:
        raise BadRequest(
            _("{address} is no address that is known here.").format(address=text),
            _("Write it as in s3://bucket/folder."),
        ) from error
    return cast("Path", path)


def files_below(folder: Path) -> Iterator[Path]:
    """Every file of a remote folder, whole subtrees, in the order of their addresses.

    Raises OSError where it cannot be listed.
    """
    try:
        found = [path for path in folder.rglob("*") if path.is_file()]
    except OSError:
        raise
    except Exception as error:  # each store has exceptions of its own for being away
        raise OSError(str(error)) from error
    yield from sorted(found, key=str)
