"""Paths to a record's fields: `document.number`, `tasks[3].time.end`, `tasks[t-1f…].action`.

Positions count from 0. A position is only what a person sees now; what is kept is the item's
id, which stays when documents are read again.
"""

import contextlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pydantic import ValidationError

from schemas import Plan
from store.errors import BadCorrection

Tree = dict[str, "Value"]
Value = Tree | list["Value"] | str | float | int | bool | None

_STEP = re.compile(r"([a-z_]{1,40})(?:\[([^\[\]]{1,80})\])?")
_ITEM = "item"  # stands for the item's place in a kept path: tasks[item].time.end


@dataclass(frozen=True)
class Field:
    """A field of a record: the steps to it and the id of the item that it belongs to."""

    steps: tuple[str, ...]
    item: str | None

    @property
    def path(self) -> str:
        """As it is kept and shown: `tasks[item].time.end`."""
        text = ""
        for step in self.steps:
            text += f"[{step}]" if step.isdigit() or step == _ITEM else f".{step}"
        return text.removeprefix(".")


def tree_of(plan: Plan) -> Tree:
    """The record as plain values, as in its JSON, without the text."""
    tree: Tree = plan.model_dump(mode="json", exclude={"text"})
    return tree


def find_field(tree: Tree, words: str) -> Field:
    """The field that a person names; raises `BadCorrection` where the record has none such."""
    steps: list[str] = []
    item: str | None = None
    here: Value = tree
    for part in words.strip().split("."):
        match = _STEP.fullmatch(part)
        if match is None or not isinstance(here, dict) or match[1] not in here:
            raise _unknown(words)
        here = here[match[1]]
        steps.append(match[1])
        if match[2] is None:
            continue
        if not isinstance(here, list):
            raise _unknown(words)
        position = _position(here, match[2], words)
        here = here[position]
        found = here.get("id") if isinstance(here, dict) else None
        if item is None and isinstance(found, str) and found:
            item = found
            steps.append(_ITEM)
        else:
            steps.append(str(position))
    if steps[0] in ("contract", "source", "text"):
        raise _unknown(words)
    return Field(tuple(steps), item)


def _position(several: list[Value], named: str, words: str) -> int:
    if named.isdecimal() and int(named) < len(several):
        return int(named)
    for position, one in enumerate(several):
        if isinstance(one, dict) and one.get("id") == named:
            return position
    raise _unknown(words)


def kept_field(path: str, item: str | None) -> Field:
    """The field of a kept path."""
    return Field(tuple(re.findall(r"[^.\[\]]+", path)), item)


def get(tree: Tree, field: Field) -> Value:
    """The value of a field; raises `KeyError` where its item is gone."""
    here: Value = tree
    for step in field.steps:
        here = _step(here, step, field.item)
    return here


def put(tree: Tree, field: Field, value: Value) -> None:
    """Set a field's value; raises `KeyError` where its item is gone."""
    here: Value = tree
    for step in field.steps[:-1]:
        here = _step(here, step, field.item)
    last = field.steps[-1]
    if isinstance(here, dict):
        here[last] = value
    elif isinstance(here, list) and last != _ITEM and int(last) < len(here):
        here[int(last)] = value
    else:
        raise KeyError(last)


def _step(here: Value, step: str, item: str | None) -> Value:
    if isinstance(here, dict):
        return here[step]
    if isinstance(here, list) and step == _ITEM:
        for one in here:
            if isinstance(one, dict) and one.get("id") == item:
                return one
    elif isinstance(here, list) and step.isdecimal() and int(step) < len(here):
        return here[int(step)]
    raise KeyError(step)


def item_of(tree: Tree, field: Field) -> Mapping[str, Value]:
    """The item that a field belongs to; empty for the document's own fields."""
    if field.item is None:
        return {}
    one = get(tree, Field(field.steps[: field.steps.index(_ITEM) + 1], field.item))
    return one if isinstance(one, dict) else {}


def group_of(tree: Tree, field: Field) -> Sequence[Value]:
    """The list in which the field's item stands, or stood."""
    if field.item is None:
        return ()
    several = get(tree, Field(field.steps[: field.steps.index(_ITEM)], None))
    return several if isinstance(several, list) else ()


def plan_of(tree: Tree, text: str) -> Plan:
    """The record of plain values; raises pydantic's `ValidationError` where they don't fit."""
    return Plan.model_validate({**tree, "text": text})


def fitting(tree: Tree, field: Field, words: str, text: str) -> Value:
    """A person's words as the value of a field: the words themselves, else what they are as
    JSON; `null` or nothing empties the field. Raises `BadCorrection` where neither fits."""
    from pydantic_core import from_json

    choices: list[Value] = [None] if words.strip() in ("", "null") else [words.strip()]
    with contextlib.suppress(ValueError):
        choices.append(from_json(words))
    before = get(tree, field)
    for choice in choices:
        put(tree, field, choice)
        try:
            return get(tree_of(plan_of(tree, text)), field)
        except ValidationError:
            continue
        finally:
            put(tree, field, before)
    raise BadCorrection(
        "{value} does not fit the field {field}.",
        "Days are written as 2024-06-30, yes and no as true and false.",
        value=repr(words),
        field=field.path,
    )


def _unknown(words: str) -> BadCorrection:
    return BadCorrection(
        "The record has no field {field}.",
        "Fields are written as document.number or tasks[3].time.end; kehoach show names them.",
        field=repr(words),
    )
