"""Reading many files: each gives its records or its trouble, none stops the others."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from extract import read_plans
from extract.errors import ReadError
from extract.readers.refusals import refuse
from kehoach.intake import Found
from kehoach.settings import Settings
from schemas import Plan

_ATTEMPTS = 3  # a file that changes while it is read is read again


@dataclass(frozen=True)
class ReadFile:
    """One file: its bytes and its documents, or the trouble that kept it from being read."""

    path: Path
    original: bytes = b""
    plans: tuple[Plan, ...] = ()
    trouble: ReadError | None = None


def read_files(files: Iterable[Found], settings: Settings) -> Iterator[ReadFile]:
    """Read each file under the settings' limits, in order."""
    for file in files:
        if file.trouble:
            yield ReadFile(file.path, trouble=file.trouble)
            continue
        try:
            yield _read(file.path)
        except ReadError as trouble:
            yield ReadFile(file.path, trouble=trouble)


def _read(path: Path) -> ReadFile:
    """The records and the bytes that they were read from, which must be the same ones."""
    for _attempt in range(_ATTEMPTS):
        plans = read_plans(path)
        try:
            original = path.read_bytes()
        except OSError as error:
            raise refuse("vanished") from error
        sha256 = hashlib.sha256(original).hexdigest()
        if all(plan.source.container or plan.source.sha256 == sha256 for plan in plans):
            return ReadFile(path, original, plans)
    raise refuse("vanished")
