"""Reading many files: each gives its records or its trouble, none stops the others."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from extract.errors import ReadError
from extract.readers import Limits
from extract.readers.fetch import fetch
from kehoach import __version__
from kehoach.intake import Found, readable
from kehoach.settings import Settings
from schemas import Plan


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
            yield _read(file.path, settings)
        except ReadError as trouble:
            yield ReadFile(file.path, trouble=trouble)


def _read(path: Path, settings: Settings) -> ReadFile:
    """The bytes are taken once, so that what is kept is what was read."""
    original = fetch(path, Limits())
    return ReadFile(path, original, read_bytes(original, readable(path.name), settings))


def read_bytes(original: bytes, name: str, settings: Settings) -> tuple[Plan, ...]:
    """The documents in a file's bytes, marked with the version that read them."""
    from extract.files import plans_of  # the finders and their patterns are loaded once needed

    return tuple(_marked(plan) for plan in plans_of(original, name))


def _marked(plan: Plan) -> Plan:
    source = plan.source.model_copy(update={"reader_version": __version__})
    return plan.model_copy(update={"source": source})
