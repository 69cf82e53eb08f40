"""Register (sổ tra cứu): the reference facts of one run, the program's and the office's own.

An office adds what it knows in a YAML file with the lists `documents`, `movements` and
`days`, whose entries carry the columns of the tables in `checks/reference`; a number or a
name that is there already is replaced. Entries without `confidence` count as `office`.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from checks.reference.bodies import Bodies, bodies
from checks.reference.days import CelebratedDay, CelebratedDays, celebrated_day, celebrated_days
from checks.reference.documents import (
    LegalDocument,
    LegalDocuments,
    legal_document,
    legal_documents,
)
from checks.reference.movements import Movement, Movements, movement, movements
from checks.reference.school_years import SchoolYear, school_years


class RegisterError(Exception):
    """An office's file cannot be used; the words say where and why."""


@dataclass(frozen=True, slots=True)
class Register:
    """Everything that rules look up; `digest` tells apart what offices have added."""

    documents: LegalDocuments
    movements: Movements
    days: CelebratedDays
    bodies: Bodies
    school_years: tuple[SchoolYear, ...]
    digest: str


def register(office: Path | Sequence[Path] | None = None) -> Register:
    """The facts that the program carries, with those of an office's files, the later of which
    hold; each is read once, and again when it has changed."""
    files = () if office is None else (office,) if isinstance(office, Path) else tuple(office)
    return _register(tuple((file, _stamp(file)) for file in files))


def _stamp(file: Path) -> int:
    try:
        return file.stat().st_mtime_ns
    except OSError:
        return 0  # reading it tells what is wrong


@lru_cache(maxsize=8)
def _register(files: tuple[tuple[Path, int], ...]) -> Register:
    texts = []
    for file, _changed in files:
        try:
            texts.append(text_of(file))
            _added(texts[-1])
        except (OSError, RegisterError) as error:
            raise RegisterError(f"{file}: {error}") from error
    return register_of(tuple(texts))


def text_of(file: Path) -> str:
    """An office's file; `OSError` or `RegisterError`."""
    try:
        return file.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise RegisterError(str(error)) from error


@lru_cache(maxsize=8)
def register_of(texts: tuple[str, ...]) -> Register:
    """The facts that the program carries with those of an office's files, given as text."""
    added = [_added(text) for text in texts]
    return Register(
        documents=LegalDocuments(
            (*legal_documents(), *(d for one in added for d in one.documents))
        ),
        movements=Movements((*movements(), *(m for one in added for m in one.movements))),
        days=CelebratedDays((*celebrated_days(), *(d for one in added for d in one.days))),
        bodies=bodies(),
        school_years=school_years(),
        digest=hashlib.sha256("\0".join(texts).encode()).hexdigest(),
    )


@dataclass(frozen=True, slots=True)
class _Added:
    documents: tuple[LegalDocument, ...]
    movements: tuple[Movement, ...]
    days: tuple[CelebratedDay, ...]


@lru_cache(maxsize=8)
def _added(text: str) -> _Added:
    import yaml  # only offices with a file of their own pay for it

    try:
        content = yaml.load(text, yaml.CSafeLoader) or {}
    except yaml.YAMLError as error:
        raise RegisterError(str(error)) from error
    if not isinstance(content, dict):
        raise RegisterError("expected the lists documents, movements, days")
    try:
        return _Added(
            tuple(legal_document(row) for row in _entries(content.get("documents"))),
            tuple(movement(row) for row in _entries(content.get("movements"))),
            tuple(celebrated_day(row) for row in _entries(content.get("days"))),
        )
    except (KeyError, ValueError, AttributeError, TypeError) as error:
        raise RegisterError(repr(error)) from error


def _entries(found: object) -> list[dict[str, str]]:
    """Rows as in the tables: every value in words, days as ISO days."""
    if found is None:
        return []
    if not isinstance(found, list):
        raise TypeError("a list of entries")
    out = []
    for entry in found:
        row = {str(k): "" if v is None else str(v) for k, v in dict(entry).items()}
        for column in ("confidence", "day_confidence", "year_confidence"):
            row.setdefault(column, "office")
        out.append(row)
    return out
