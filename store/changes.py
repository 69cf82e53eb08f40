"""What differs between two readings of a document, item by item.

Items are the same when their ids are; where they stand in the text is no difference.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from schemas import Plan
from store.fields import Tree, Value, tree_of

GROUPS = (
    "outline",
    "citations",
    "campaigns",
    "phases",
    "tasks",
    "duties",
    "anniversaries",
    "targets",
)
_PLACES = frozenset(("id", "span", "spans", "boxes", "confidence"))


@dataclass(frozen=True)
class Change:
    """One difference. `field` is a path as corrections have it; `item` is the item's id;
    `before` and `after` are JSON, empty where there was or is nothing."""

    what: Literal["added", "removed", "changed"]
    field: str
    item: str | None
    before: str
    after: str


def changes(old: Plan, new: Plan) -> list[Change]:
    """What the new reading changed: the document's fields first, then each group of items."""
    before, after = tree_of(old), tree_of(new)
    found = list(_fields("document", None, before["document"], after["document"]))
    for group in GROUPS:
        found.extend(_items(group, before[group], after[group]))
    return found


def _items(group: str, before: Value, after: Value) -> Iterator[Change]:
    old, new = _by_id(before), _by_id(after)
    for item, value in old.items():
        if item not in new:
            yield Change("removed", group, item, _json(value), "")
        else:
            yield from _fields(f"{group}[item]", item, value, new[item])
    for item, value in new.items():
        if item not in old:
            yield Change("added", group, item, "", _json(value))


def _fields(path: str, item: str | None, before: Value, after: Value) -> Iterator[Change]:
    if isinstance(before, dict) and isinstance(after, dict):
        for key in before:
            if key not in _PLACES and _bare(before[key]) != _bare(after.get(key)):
                yield Change(
                    "changed", f"{path}.{key}", item, _json(before[key]), _json(after.get(key))
                )


def _by_id(several: Value) -> dict[str, Value]:
    """Items by their ids; equal ids, which a reader should not give, count up."""
    found: dict[str, Value] = {}
    for one in several if isinstance(several, list) else []:
        name = str(one.get("id", "")) if isinstance(one, dict) else ""
        rank = 1
        while (key := name if rank == 1 else f"{name}#{rank}") in found:
            rank += 1
        found[key] = one
    return found


def _bare(value: Value) -> Value:
    """The value without ids and places, which are no content."""
    if isinstance(value, dict):
        return {key: _bare(one) for key, one in value.items() if key not in _PLACES}
    if isinstance(value, list):
        return [_bare(one) for one in value]
    return value


def _json(value: Value) -> str:
    plain: Tree | Value = _bare(value)
    return json.dumps(plain, ensure_ascii=False, sort_keys=True)
