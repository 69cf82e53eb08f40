"""The pipeline: read, save, load the neighbours, check, save the findings."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from extract.errors import ReadError
from kehoach.fate import Fate, count_open, fate_of_trouble, why_probable
from kehoach.hints import hints_beside, why_person, with_hints
from kehoach.intake import Found, place_of
from kehoach.lanes import Lane
from kehoach.looked import Looked
from kehoach.office import check_plan
from kehoach.readers import ReadFile
from kehoach.reading import read_files
from kehoach.remote import is_remote
from kehoach.settings import Settings
from schemas import DocumentRef, Finding, Plan
from store import Store


def ingest(
    files: Iterable[Found], store: Store, settings: Settings, lane: Lane | None = None
) -> Iterator[Fate]:
    """Take files in, one `Fate` for each document of each; no file stops the others. `lane`
    reads, where the caller holds one open."""
    looked = Looked()
    for read in read_files(files, settings, lane):
        if read.trouble:
            yield refused(store, read.path, read.trouble, settings)
        for plan, alone in read.documents():
            looked.note(plan, alone)
            yield keep(store, read, plan, settings, looked)


def refused(store: Store, path: Path, trouble: ReadError, settings: Settings) -> Fate:
    """Note in the journal what could not be read, so that it can be tried again."""
    fate = fate_of_trouble(path, trouble)
    about = _about(path)
    place, at = place_of(path), settings.now()
    if about and not _in_hand(store, place):  # else nothing is there to be tried again
        with store.batch():
            store.journal.note(place, about.st_size, about.st_mtime, label="", at=at)
            store.journal.settle(
                place, fate.status, at=at, reason=trouble.reason, message=trouble.message
            )
    return fate


def _in_hand(store: Store, place: str) -> bool:
    """Whether a watcher is at work on the file and settles it once all its documents are in."""
    row = store.journal.find(place)
    return row is not None and row.status == "reading"


def _about(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except (OSError, ValueError):
        return None
    except Exception:
        if is_remote(path):  # each store has exceptions of its own for being away
            return None
        raise


def keep(
    store: Store, read: ReadFile, plan: Plan, settings: Settings, looked: Looked | None = None
) -> Fate:
    """Save one document; check it, and those whose findings can change because of it. `looked`
    is what was found where documents were read."""
    place, at = place_of(read.path), settings.now()
    hints = hints_beside(read.path) if len(read.plans) == 1 else ()
    with store.batch():  # stored with its findings, or not at all
        if len(read.plans) == 1:
            plan = with_hints(plan, hints)
            store.keep_hints(read.original, hints, at=at)
        saved = store.save(plan, read.original, path=place, at=at)
        document = DocumentRef(id=saved.document_id, name=saved.plan.name)
        if store.journal.find(place) and not _in_hand(store, place):  # it failed before
            store.journal.settle(place, saved.status, at=at, document_id=document.id)
        if saved.status == "duplicate":
            return Fate(read.path, "duplicate", document=document)
        findings = check_with_dependents(store, saved.plan, settings, looked)
    if saved.duplicate_of:
        probable = why_probable(_reference(store, saved.duplicate_of), saved.document_id)
        return Fate(read.path, saved.status, probable, document, count_open(findings))
    why = why_person(saved.plan, hints)
    return Fate(
        read.path,
        "needs-person" if why and saved.status == "new" else saved.status,
        why,
        document,
        count_open(findings),
    )


def _reference(store: Store, document_id: str) -> DocumentRef:
    return DocumentRef(id=document_id, name=store.plan(document_id).name)


def check_with_dependents(
    store: Store, plan: Plan, settings: Settings, looked: Looked | None = None
) -> list[Finding]:
    """Check a stored plan, then those whose findings can change because of it."""
    findings = _check(store, plan, settings, looked)
    for dependent in store.dependents(plan):
        _check(store, store.plan(dependent), settings, looked)
    return findings


def check_stored(store: Store, document_id: str, settings: Settings) -> list[Finding]:
    """Check a stored document against those above it and keep what was found."""
    return _check(store, store.plan(document_id), settings, None)


def _check(store: Store, plan: Plan, settings: Settings, looked: Looked | None) -> list[Finding]:
    alone = looked.of(plan) if looked else None
    findings = check_plan(plan, store.neighbours(plan), settings, alone=alone)
    store.save_findings(plan.id, findings)
    return findings
