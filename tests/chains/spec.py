"""What is said in a made-up plan, before anybody words it: what mutants change."""

import datetime as dt
from dataclasses import dataclass, field


@dataclass
class Office:
    """An issuer as it prints itself, and the group under which its superior addresses it.

    `region` are the places that it lies in, which a lower office names somewhere: from nothing
    else could anybody know who stands above it.
    """

    role: str
    head: tuple[str, ...]
    name: str
    short: str
    code: str
    place: str
    group: tuple[str, ...]
    signer: tuple[str, ...]
    own: tuple[str, ...]
    party: bool = False
    region: str = ""


@dataclass
class Cite:
    """A citation of the opening; `style` is which wording is taken."""

    kind: str
    number: str
    day: dt.date
    issuer: str
    subject: str
    style: int
    law: bool = False


@dataclass
class Work:
    """A piece of work; `key` is the same in every plan of the chain that takes it up."""

    key: int
    words: str
    due: dt.date
    style: int
    begin: dt.date | None = None


@dataclass
class Aim:
    """A target: an indicator and the least share that has to be reached."""

    key: int
    what: str
    value: int
    style: int


@dataclass
class Stage:
    """A counted phase."""

    number: int
    start: dt.date
    end: dt.date
    what: str


@dataclass
class Sheet:
    """One plan."""

    office: Office
    number: str
    day: dt.date
    subject: str
    year: int
    cites: list[Cite]
    below: Office | None
    work: list[Work]
    stages: list[Stage]
    stage_label: str
    stage_style: int
    aims: list[Aim]
    half: dt.date | None
    final: dt.date | None
    report_styles: tuple[int, int]
    ask: dt.date | None
    ask_style: int
    movement: tuple[str, int, int] | None
    theme: str | None
    styles: dict[str, int] = field(default_factory=dict)
    table: bool = False
    wrap: int = 0
    extra: list[str] = field(default_factory=list)


@dataclass
class Chain:
    """Plans from the highest to the lowest, and others of the same database that mean nothing."""

    field: str
    after_2025: bool
    sheets: list[Sheet]
    others: list[Sheet]
