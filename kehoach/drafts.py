"""Drafts: files checked against the database, where there is one, without being stored."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from extract.errors import ReadError
from kehoach.intake import Found
from kehoach.office import check_plan
from kehoach.reading import read_files
from kehoach.settings import Settings
from schemas import Finding, Plan
from store import open_store


@dataclass(frozen=True)
class Draft:
    """A file that was checked without being stored, or why it could not be read."""

    path: Path
    findings: tuple[Finding, ...] = ()
    original: bytes = b""
    plans: tuple[Plan, ...] = ()
    trouble: ReadError | None = None


def check_drafts(
    files: Iterable[Found], settings: Settings, as_of: dt.date | None = None
) -> Iterator[Draft]:
    """Check files against the database, where there is one, without storing them."""
    for read in read_files(files, settings):
        found: list[Finding] = []
        for plan in read.plans:
            above = _neighbours_of_draft(plan, settings)
            found += check_plan(plan, above, settings, as_of=as_of)
        yield Draft(read.path, tuple(found), read.original, read.plans, read.trouble)


def _neighbours_of_draft(plan: Plan, settings: Settings) -> list[Plan]:
    if not settings.db.exists():
        return []
    with open_store(settings.db, read_only=True) as store:
        return store.neighbours(plan)
