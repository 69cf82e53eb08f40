"""Ids: an item keeps its identity as long as its own words stay the same.

Made from the group and the words (and the rank among equal ones), never from a position, so
that corrections, findings and calendar entries survive a re-reading by a newer version.
"""

import hashlib
from collections import Counter
from collections.abc import Sequence
from typing import TypeVar

from schemas import Duty, DutyText, Grounded
from schemas.keys import words_key

Item = TypeVar("Item", bound=Grounded)


def identified(group: str, items: Sequence[Item]) -> tuple[Item, ...]:
    """The items with their ids set, `task-3f9a…` for a task."""
    seen: Counter[str] = Counter()
    return tuple(_with_id(group, item, seen) for item in items)


def _with_id(group: str, item: Item, seen: Counter[str]) -> Item:
    words = words_key(item.as_written)
    rank = seen[words]
    seen[words] += 1
    digest = hashlib.blake2b(f"{group}\n{words}\n{rank}".encode(), digest_size=6).hexdigest()
    update: dict[str, object] = {"id": f"{group}-{digest}"}
    if isinstance(item, Duty):
        texts: tuple[DutyText, ...] = identified(f"{group}-{digest}", item.duties)
        update["duties"] = texts
    return item.model_copy(update=update)
