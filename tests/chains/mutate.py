"""Mutants: a chain with one contradiction planted in one place, and what must be said of it."""

import copy
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from chains import plants_citing as citing
from chains import plants_content as content
from chains.spec import Chain
from chains.spots import Found


@dataclass(frozen=True)
class Mutant:
    """`words` stand in a quotation of the finding that must be there, in `sheets[place]`."""

    rule: str
    chain: Chain
    place: int
    words: str


Plant = Callable[[Random, Chain], Found]


PLANTS: dict[str, Plant] = {
    "A00": citing.uncited,
    "A02": citing.parent_uncited,
    "A03": citing.lapsed,
    "A04": citing.younger,
    "A05": citing.ended_basis,
    "A08": content.less,
    "A09": content.too_late,
    "A10": content.left_out,
    "A12": content.ended_body,
    "A13": citing.two_bases,
    "C10": citing.misdated,
    "C16": citing.unknown,
    "C17": citing.miscited,
    "E03": content.other_period,
    "F01": content.misnamed,
    "F04": content.misquoted,
    "P01": content.outside,
    "P02": content.belated,
}


def mutant(rule: str, chain: Chain, seed: int) -> Mutant | None:
    """The chain with a fault of a rule in it, or `None` where it has no place for one."""
    changed = copy.deepcopy(chain)
    found = PLANTS[rule](Random(f"{rule} {seed}"), changed)
    return Mutant(rule, changed, *found) if found else None
