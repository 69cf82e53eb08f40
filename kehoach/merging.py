"""Documents of other databases into this one: saved by identity, then checked here."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from kehoach.rechecking import recheck_all
from kehoach.settings import Settings
from store import Store
from store.errors import StoreError
from store.parcel import Parcel
from store.taking import Conflict, Taken

_AT_ONCE = 50  # documents in one transaction


@dataclass
class Merged:
    """What came of one database: how many documents of each state, what both sides see
    differently, and what could not be taken in."""

    documents: int = 0
    new: int = 0
    known: int = 0
    probable: int = 0
    updated: int = 0
    enriched: int = 0  # known here, with corrections or verdicts that were not
    conflicts: list[Conflict] = field(default_factory=list)
    troubles: list[StoreError] = field(default_factory=list)

    def count(self, taken: Taken) -> None:
        """Add one document."""
        self.documents += 1
        self.new += taken.status == "new"
        self.probable += taken.status == "probable-duplicate"
        self.updated += taken.status == "updated"
        self.known += taken.status == "duplicate"
        self.enriched += taken.status == "duplicate" and taken.changed
        self.conflicts.extend(taken.conflicts)


def take_in(
    parcels: Iterable[Parcel | StoreError], store: Store, settings: Settings, *, check: bool = True
) -> Merged:
    """All of them, `_AT_ONCE` in a transaction, then checked once each. Without `check` the
    findings come along as they are: right for a copy of one database, not for the union of
    several."""
    done, ids = Merged(), dict[str, str]()
    rest = iter(parcels)
    while some := list(islice(rest, _AT_ONCE)):
        with store.batch():
            for one in some:
                if isinstance(one, StoreError):
                    done.troubles.append(one)
                else:
                    done.count(_take(one, store, ids, check=check))
    recheck_all(store, settings)
    return done


def _take(parcel: Parcel, store: Store, ids: dict[str, str], *, check: bool) -> Taken:
    taken = store.take(parcel, ids, with_findings=not check)
    if check and taken.changed and store.is_listed(taken.document_id):
        below = store.dependents(store.plan(taken.document_id))
        store.ask_rechecks([taken.document_id, *below, *taken.formerly])
    return taken


def merge(others: Iterable[Store], store: Store, settings: Settings) -> Iterator[Merged]:
    """One database after the other; a second time nothing changes."""
    for other in others:
        done = take_in(other.parcels(), store, settings)
        done.conflicts.extend(store.take_names(other))
        yield done
