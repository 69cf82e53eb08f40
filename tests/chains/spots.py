"""Where in a chain a fault can be planted, and what a changed plan takes with it."""

import datetime as dt
from random import Random

from chains.spec import Chain, Cite, Sheet

Found = tuple[int, str] | None
"""A plan's place in its chain, and words that a finding must quote; `None` without a spot."""


def lower(rng: Random, chain: Chain) -> tuple[int, Sheet, Sheet]:
    """A plan that carries out another, and that one."""
    place = rng.randrange(1, len(chain.sheets))
    return place, chain.sheets[place], chain.sheets[place - 1]


def plan_cites(chain: Chain, place: int) -> list[Cite]:
    numbers = {s.number for s in chain.sheets[:place]}
    return [c for c in chain.sheets[place].cites if c.number in numbers]


def own_number(sheet: Sheet, rng: Random, kind: str) -> tuple[str, str]:
    """A number and an issuer of a body above the plan's, that is not in the database."""
    serial = rng.randint(300, 990)
    if sheet.office.party:
        return f"{serial}-{kind}/TU", "Tỉnh ủy"
    return f"{serial}/{kind}-UBND", "Ủy ban nhân dân tỉnh"


def reissue(chain: Chain, place: int, day: dt.date) -> None:
    """Another day of issue, in the plan and wherever it is cited."""
    was = chain.sheets[place].number, chain.sheets[place].day
    chain.sheets[place].day = day
    for sheet in chain.sheets:
        for cite in sheet.cites:
            if (cite.number, cite.day) == was:
                cite.day = day
