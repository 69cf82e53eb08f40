"""Readers: a file's bytes and its records, read in killable processes."""

import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from types import TracebackType

from checks import AloneFaults, register
from checks.register import RegisterError, text_of
from extract.errors import ReadError
from extract.readers import Limits, find_tools
from extract.readers.fetch import fetch
from extract.readers.refusals import refuse
from kehoach import __version__
from kehoach.errors import BadSettings
from kehoach.i18n import _
from kehoach.intake import Found, readable
from kehoach.reader import Alone, Reader
from kehoach.remote import is_remote
from kehoach.settings import Settings
from schemas import Plan


@dataclass(frozen=True)
class ReadFile:
    """One file: its bytes and its documents, or the trouble that kept it from being read."""

    path: Path
    original: bytes = b""
    plans: tuple[Plan, ...] = ()
    trouble: ReadError | None = None
    alone: Alone = ()  # what was found in each document by itself, where that was looked for

    def documents(self) -> Iterator[tuple[Plan, AloneFaults | None]]:
        """Each document with what was found in it."""
        yield from zip_longest(self.plans, self.alone)


@dataclass(frozen=True)
class HowToRead:
    """All that reading a file depends on besides the file; the same here and on a cluster."""

    limits: Limits
    certificates: Path | None
    aliases: str = ""  # the text of the office's file of names, so that a cluster has it too
    registers: tuple[str, ...] = ()  # and those of its own reference facts
    version: str = __version__


def how_to_read(settings: Settings) -> HowToRead:
    """What the settings say on reading; `BadSettings` for a file of names that is none."""
    asked = settings.limits
    limits = Limits(
        seconds=asked.seconds,
        ocr_page_seconds=asked.seconds_per_scanned_page,
        memory=asked.megabytes << 20,
        pages=asked.pages,
    )
    return HowToRead(
        limits, settings.certificates, _aliases(settings.aliases), _texts(settings.registers)
    )


def _texts(registers: Sequence[Path]) -> tuple[str, ...]:
    """The office's reference facts; none where they are of no use, as checking will say."""
    try:
        register(registers)
        return tuple(text_of(file) for file in registers)
    except (OSError, RegisterError):
        return ()


def _aliases(path: Path | None) -> str:
    """The text of a file of names, all of whose lines are understood."""
    if path is None:
        return ""
    from extract.units import AliasError, read_aliases  # the finders' patterns, if at all

    try:
        text = path.read_text(encoding="utf-8-sig")
        read_aliases(text)
    except AliasError as error:
        raise BadSettings(
            _("Line {line} of {file} is no name of a unit: {why}.").format(
                line=error.line, file=path, why=_(error.why)
            ),
            _("Correct the line, or take it out."),
        ) from error
    except (OSError, UnicodeDecodeError) as error:
        raise BadSettings(
            _("The file of names {file} can't be read: {why}").format(file=path, why=error),
            _("Correct it, or take aliases out of the settings."),
        ) from error
    return text


_DEATHS = ("crashed", "out-of-memory")  # a kernel that is short of memory kills whom it likes


class Readers:
    """Killable processes that read, one for each thread that asks; use as a context manager."""

    def __init__(self, how: HowToRead) -> None:
        self._how = how
        self._here = threading.local()
        self._all: list[Reader] = []
        self._lock = threading.Lock()

    def __enter__(self) -> "Readers":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Ends every process; whatever they were reading is given up."""
        for reader in self._all:
            reader.close()

    def read(self, file: Found) -> ReadFile:
        """Take the bytes once, so that what is kept is what was read."""
        if file.trouble:
            return ReadFile(file.path, trouble=file.trouble)
        try:
            original = _fetch(file.path, self._how.limits)
        except ReadError as trouble:
            return ReadFile(file.path, trouble=trouble)
        name, office = readable(file.path.name), self._how.registers
        outcome, alone = self._reader().read_and_look(original, name, office)
        if outcome.trouble and outcome.trouble.reason in _DEATHS:
            # Killed from outside, or by the file: a second death says which.
            outcome, alone = self._reader().read_and_look(original, name, office)
        if outcome.trouble:
            return ReadFile(file.path, trouble=outcome.trouble)
        return ReadFile(file.path, original, _marked(outcome.plans), alone=alone)

    def read_bytes(self, original: bytes, name: str) -> tuple[Plan, ...]:
        """The documents in the bytes, marked with the version that read them; `ReadError`."""
        outcome = self._reader().read(original, name)
        if outcome.trouble:
            raise outcome.trouble
        return _marked(outcome.plans)

    def _reader(self) -> Reader:
        mine: Reader | None = getattr(self._here, "reader", None)
        if mine is None:
            how = self._how
            mine = self._here.reader = Reader(how.limits, find_tools(how.certificates), how.aliases)
            with self._lock:
                self._all.append(mine)
        return mine


def _marked(plans: tuple[Plan, ...]) -> tuple[Plan, ...]:
    """The records with the version that read them."""
    version = {"reader_version": __version__}
    return tuple(
        plan.model_copy(update={"source": plan.source.model_copy(update=version)}) for plan in plans
    )


def _fetch(path: Path, limits: Limits) -> bytes:
    try:
        return fetch(path, limits)
    except ReadError:
        raise
    except Exception as error:
        if is_remote(path):  # each store has exceptions of its own for being away
            raise refuse("disk") from error
        raise
