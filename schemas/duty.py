"""Duty (trách nhiệm): what a unit answers for."""

from schemas.base import Grounded
from schemas.unit import Unit


class DutyText(Grounded):
    """One bullet, sentence or `;`-part of a unit's duties."""

    text: str


class Duty(Grounded):
    """A unit and the list of what it is to do."""

    unit: Unit
    duties: tuple[DutyText, ...] = ()
