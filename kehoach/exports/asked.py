"""What an export is asked for."""

from dataclasses import dataclass, replace

from kehoach.exports.places import Places
from kehoach.settings import Settings
from store import Store
from store.deadlines import DeadlineFilter, DeadlineRow

_EVERYTHING = DeadlineFilter()


@dataclass(frozen=True)
class Asked:
    """`document` is an id; it and `label` narrow every kind, `deadlines` the deadlines alone."""

    store: Store
    settings: Settings
    places: Places
    document: str | None = None
    deadlines: DeadlineFilter = _EVERYTHING
    label: str | None = None

    def due(self, *, recurring: bool | None = None) -> list[DeadlineRow]:
        """All the deadlines asked for, sorted by end."""
        wanted = replace(self.deadlines, document=self.document, limit=None, offset=0)
        if self.label:
            wanted = replace(wanted, label=self.label)
        if recurring is not None:
            wanted = replace(wanted, include_recurring=recurring)
        return self.store.deadlines(wanted).rows
