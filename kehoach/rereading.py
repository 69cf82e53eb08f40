"""Reading stored originals again: what changed, and what now disagrees with a correction."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from extract.errors import ReadError
from extract.readers.refusals import refuse
from kehoach.checking import check_new
from kehoach.fate import Fate, count_open, fate_of_trouble
from kehoach.hints import with_hints
from kehoach.intake import Found
from kehoach.readers import Readers, how_to_read
from kehoach.settings import Settings
from schemas import DocumentRef, Plan
from store import Store
from store.changes import Change
from store.corrections import Correction
from store.journal import FAILED
from store.versions import ToRead

_DENIED = ("disagrees", "lost")


@dataclass(frozen=True)
class Reread:
    """One document read again; `disagreeing` are the corrections that the new reading denies,
    `kept` the others."""

    fate: Fate
    changes: tuple[Change, ...] = ()
    disagreeing: tuple[Correction, ...] = ()
    kept: tuple[Correction, ...] = ()

    @property
    def says_something(self) -> bool:
        """Whether anything changed, or people had corrected something there."""
        return bool(self.changes or self.disagreeing or self.kept)

    def as_json(self) -> dict[str, object]:
        """Plain values."""
        return {
            "document": self.fate.document.model_dump() if self.fate.document else None,
            "changes": [vars(change) for change in self.changes],
            "disagreeing": [vars(correction) for correction in self.disagreeing],
            "kept": [vars(correction) for correction in self.kept],
        }


def failed_files(store: Store) -> list[Found]:
    """The files that could not be read, where they were found; also those that a watcher has
    put off for a later try."""
    rows = store.journal.rows((*FAILED, "waiting"))
    return [Found(Path(row.path)) for row in rows if row.status != "waiting" or row.attempts]


def read_again(due: Iterable[ToRead], store: Store, settings: Settings) -> Iterator[Reread]:
    """Read each stored original; one that cannot be read any more keeps its old record. What
    rests on those that changed waits to be checked again (`kehoach.rechecking`)."""
    with Readers(how_to_read(settings)) as readers:
        for item in due:
            try:
                original, plan = _read(item, readers, store)
            except ReadError as trouble:
                yield Reread(fate_of_trouble(Path(item.path), trouble))
            else:
                yield _save(item, original, plan, store, settings)


def _save(item: ToRead, original: bytes, plan: Plan, store: Store, settings: Settings) -> Reread:
    before = _current(store, item.document_id)
    with store.batch():
        saved = store.save(plan, original, path=item.path, at=settings.now())
        found = check_new(store, [saved.plan], settings, formerly=saved.formerly)
    after = _current(store, item.document_id)
    corrections = store.corrections(item.document_id)
    return Reread(
        Fate(
            Path(item.path),
            "updated" if after != before else "duplicate",
            document=DocumentRef(id=saved.document_id, name=saved.plan.name),
            findings=count_open(found[saved.plan.id]),
        ),
        tuple(store.changes(item.document_id, before, after)) if after != before else (),
        tuple(one for one in corrections if one.state in _DENIED),
        tuple(one for one in corrections if one.state not in _DENIED),
    )


def _read(item: ToRead, readers: Readers, store: Store) -> tuple[bytes, Plan]:
    try:
        original = item.place.read_bytes()
    except OSError as error:
        raise refuse("vanished") from error
    plans = readers.read_bytes(original, item.name)
    if len(plans) < item.part:
        raise refuse("damaged")
    plan = plans[item.part - 1]
    if len(plans) == 1:
        plan = with_hints(plan, store.hints(hashlib.sha256(original).hexdigest()))
    return original, plan


def _current(store: Store, document_id: str) -> int:
    return next(one.version for one in store.versions(document_id) if one.current)
