"""Unit (cơ quan, đơn vị): who issues, leads, takes part or answers."""

from typing import Literal

from schemas.base import Noun

Level = Literal[
    "central",
    "ministry",
    "ministry-department",
    "province",
    "province-department",
    "district",
    "district-department",
    "commune",
    "commune-department",
    "institution",
    "council",
    "party",
    "organisation",
]


class Unit(Noun):
    """A unit by its full canonical name, abbreviations written out, without the place.

    `area` is the place that it governs or sits in as far as the document tells. A person's
    office counts as its unit, with `office` set (`Chủ tịch`). A `group` stays a group;
    `members` are the canonical names of those it names, so that each can be asked for.
    """

    name: str
    area: str | None = None
    level: Level | None = None
    office: str | None = None
    group: bool = False
    members: tuple[str, ...] = ()
