"""What saving works out of a record before it looks at the database.

None of it needs a connection, so it may be worked out in another process, while the one
writer writes: it is two thirds of the time of saving.
"""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property

from schemas import Plan
from store import identity, packing, search_index, subjects
from store.likeness import Fold, sketch_of


@dataclass(frozen=True, slots=True)
class Prepared:
    """`features` decide whether the document is known, `packed` is its version, `words` are
    the columns of the search index, the rest is what neighbours are found by."""

    features: identity.Features
    packed: packing.Packed
    words: search_index.Columns
    concerns: subjects.Concerns


def prepare(plan: Plan, fold: Fold = sketch_of) -> Prepared:
    """All of it for one record; `fold` may be `likeness.sketch_of_many` where many follow."""
    return Prepared(
        features=identity.features_of(plan, fold),
        packed=packing.pack(plan),
        words=search_index.columns_of(plan),
        concerns=subjects.concerns_of(plan),
    )


@dataclass(frozen=True)
class Arrival:
    """A record on its way in: whose bytes, found where (nowhere when a stored original was read
    again), when. `prepared` is worked out here unless it came along."""

    plan: Plan
    sha256: str
    size: int
    path: str | None
    at: dt.datetime
    prepared: Prepared | None = None
    resolved_last: bool = False  # in a load: what citations mean is found out at its end

    @property
    def part(self) -> int:
        return self.plan.source.part

    @cached_property
    def features(self) -> identity.Features:
        return self.prepared.features if self.prepared else identity.features_of(self.plan)

    @cached_property
    def packed(self) -> packing.Packed:
        return self.prepared.packed if self.prepared else packing.pack(self.plan)

    @cached_property
    def words(self) -> search_index.Columns:
        return self.prepared.words if self.prepared else search_index.columns_of(self.plan)

    @cached_property
    def concerns(self) -> subjects.Concerns:
        return self.prepared.concerns if self.prepared else subjects.concerns_of(self.plan)
