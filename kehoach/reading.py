"""Reading many files: each gives its records or its trouble, none stops the others."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.errors import ReadError
from kehoach.intake import Found
from kehoach.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

    from schemas import Plan


@dataclass(frozen=True)
class ReadFile:
    """What became of one file: its documents, or the trouble that kept it from being read."""

    path: "Path"
    plans: "tuple[Plan, ...]" = ()
    trouble: ReadError | None = None


def read_files(files: Iterable[Found], settings: Settings) -> Iterator[ReadFile]:
    """Read each file under the settings' limits, in order."""
    from extract import read_plans

    for file in files:
        if file.trouble:
            yield ReadFile(file.path, trouble=file.trouble)
            continue
        try:
            yield ReadFile(file.path, read_plans(file.path))
        except ReadError as trouble:
            yield ReadFile(file.path, trouble=trouble)
