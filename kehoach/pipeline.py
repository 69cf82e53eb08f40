"""The pipeline: read, save, check what is new and what rests on it."""

import os
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from extract.errors import ReadError
from kehoach.checking import check_new, check_with_dependents
from kehoach.fate import Fate, count_open, fate_of_trouble, why_probable
from kehoach.hints import hints_beside, why_person, with_hints
from kehoach.intake import Found, place_of
from kehoach.lanes import Lane
from kehoach.looked import Looked
from kehoach.readers import ReadFile
from kehoach.reading import read_in_groups
from kehoach.rechecking import recheck_all
from kehoach.remote import is_remote
from kehoach.settings import Settings
from schemas import DocumentRef, Finding, Plan
from store import Store
from store.hints import Hint
from store.write import Saved

_STALE = 300.0  # seconds for which others may wait to be checked again


def ingest(
    files: Iterable[Found],
    store: Store,
    settings: Settings,
    lane: Lane | None = None,
    looked: Looked | None = None,
) -> Iterator[Fate]:
    """Take files in, one `Fate` for each document of each; no file stops the others. `lane`
    reads, where the caller holds one open.

    Files that were read while others were waited for are stored in one transaction. Nothing is
    said of a file before it is on the disk. Documents that were there before and that the new
    ones touch wait: the caller has them checked afterwards, with the same `looked`
    (`kehoach.rechecking`). While many files come they are checked every five minutes.
    """
    looked = looked or Looked()
    since = time.monotonic()
    for group in read_in_groups(files, settings, lane):
        beside = [_hints_of(read) for read in group]  # a share is slow: before the writer's turn
        with store.batch():
            taken = [
                _take_all(store, read, hints, settings, looked)
                for read, hints in zip(group, beside, strict=True)
            ]
            plans, formerly = _stored([one for several in taken for one in several])
            checked = check_new(store, plans, settings, formerly=formerly, looked=looked)
        for read, several in zip(group, taken, strict=True):
            if read.trouble:
                yield refused(store, read.path, read.trouble, settings)
            yield from (_fate(store, one, checked) for one in several)
        if time.monotonic() - since > _STALE:
            recheck_all(store, settings, looked)
            since = time.monotonic()


def as_checked(fates: Sequence[Fate], store: Store, *, duplicates: bool = False) -> list[Fate]:
    """The fates with the open findings of their documents as they are stored now; of what
    brought nothing new only with `duplicates`."""
    counts = store.open_findings([fate.document.id for fate in fates if fate.document])
    return [
        replace(fate, findings=counts[fate.document.id])
        if fate.document and (duplicates or fate.status != "duplicate")
        else fate
        for fate in fates
    ]


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


def keep(store: Store, read: ReadFile, plan: Plan, settings: Settings) -> Fate:
    """Save one document; check it, and those whose findings can change because of it."""
    hints = _hints_of(read)
    with store.batch():  # stored with its findings, or not at all
        taken = _take(store, read, plan, hints, settings)
        plans, formerly = _stored([taken])
        checked = check_with_dependents(store, plans, settings, formerly=formerly)
    return _fate(store, taken, checked)


@dataclass(frozen=True)
class _Taken:
    """A document that was stored, and what was known of it besides."""

    path: Path
    saved: Saved
    hints: tuple[Hint, ...]


def _hints_of(read: ReadFile) -> tuple[Hint, ...]:
    return hints_beside(read.path) if len(read.plans) == 1 else ()


def _take_all(
    store: Store, read: ReadFile, hints: tuple[Hint, ...], settings: Settings, looked: Looked
) -> list[_Taken]:
    taken = []
    for plan, alone in read.documents():
        looked.note(plan, alone)
        taken.append(_take(store, read, plan, hints, settings))
    return taken


def _take(
    store: Store, read: ReadFile, plan: Plan, hints: tuple[Hint, ...], settings: Settings
) -> _Taken:
    """Save one document of a file, inside the caller's batch."""
    place, at = place_of(read.path), settings.now()
    if len(read.plans) == 1:
        plan = with_hints(plan, hints)
        store.keep_hints(read.original, hints, at=at)
    saved = store.save(plan, read.original, path=place, at=at)
    if store.journal.find(place) and not _in_hand(store, place):  # it failed before
        store.journal.settle(place, saved.status, at=at, document_id=saved.document_id)
    return _Taken(read.path, saved, hints)


def _fate(store: Store, taken: _Taken, checked: dict[str, list[Finding]]) -> Fate:
    saved = taken.saved
    document = DocumentRef(id=saved.document_id, name=saved.plan.name)
    if saved.status == "duplicate":
        return Fate(taken.path, "duplicate", document=document)
    found = count_open(checked[saved.document_id])
    if saved.duplicate_of:
        probable = why_probable(_reference(store, saved.duplicate_of), saved.document_id)
        return Fate(taken.path, saved.status, probable, document, found)
    why = why_person(saved.plan, taken.hints)
    status = "needs-person" if why and saved.status == "new" else saved.status
    return Fate(taken.path, status, why, document, found)


def _reference(store: Store, document_id: str) -> DocumentRef:
    return DocumentRef(id=document_id, name=store.plan(document_id).name)


def _stored(taken: Sequence[_Taken]) -> tuple[list[Plan], list[str]]:
    """The plans that were stored just now, and documents that rested on what they replaced."""
    stored = [one.saved for one in taken if one.saved.status != "duplicate"]
    formerly = [document for saved in stored for document in saved.formerly]
    return list({saved.document_id: saved.plan for saved in stored}.values()), formerly
