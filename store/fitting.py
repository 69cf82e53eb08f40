"""Whether a stored document is what a citation means: by number, day, issuer and place.

A number alone names many documents (`15/KH-UBND` is one of every district and year), so a
citation is `resolved` only where one document fits best and something besides the number says
so; else it is `ambiguous`, with its candidates, or `not-in-database`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Resolution = Literal["resolved", "ambiguous", "not-in-database"]

_THE_DAY, _THE_YEAR, _ANOTHER_DAY = 4, 2, 1
_CENTRAL = 2  # ranks up to this one are known in the whole country
_MOST_CANDIDATES = 10  # kept of an ambiguous citation, two at least; nobody looks through more
_UNNAMED = -1  # a document of a place that the citing one never names


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation in keys; `home` is the citing document's area."""

    citation: int
    doc: int
    kind: str
    number: str | None
    issued_on: str | None
    year: int | None
    issuer: str
    area: str
    resolution: Resolution
    target: int | None
    home: str
    home_rank: int | None
    home_day: str | None


@dataclass(frozen=True, slots=True)
class Stored:
    """A document in keys."""

    doc: int
    kind: str | None
    number: str | None
    issued_on: str | None
    issuer: str
    area: str
    rank: int | None
    duplicate_of: int | None


@dataclass(frozen=True, slots=True)
class Mention:
    """Day and issuer by which a number is cited, here or elsewhere in the document."""

    day: str | None
    issuer: str


@dataclass(frozen=True, slots=True)
class Fit:
    """How well a document fits a citation; `sure` where it is not the number alone."""

    doc: int
    points: int
    sure: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """What a citation means: the one document, or the candidates by their number."""

    resolution: Resolution
    kept: tuple[Fit, ...] = ()

    @property
    def docs(self) -> list[int]:
        """The documents."""
        return [fit.doc for fit in self.kept]


def chosen(fits: Sequence[Fit]) -> Choice:
    """The one that fits best, if it is sure; else those that fit about as well, the first
    stored ones where they are many."""
    if not fits:
        return Choice("not-in-database")
    best = max(fit.points for fit in fits)
    top = [fit for fit in fits if fit.points == best]
    if len(top) == 1 and top[0].sure:
        return Choice("resolved", (top[0],))
    near = [fit for fit in fits if fit.points >= best - 2]
    near.sort(key=lambda fit: (-fit.points, fit.doc))
    kept = sorted(near[:_MOST_CANDIDATES], key=lambda fit: fit.doc)
    return Choice("ambiguous", tuple(kept))


def is_crowded(citation: Cited, mention: Mention, choice: Choice) -> bool:
    """Whether no further document of a place that is never named can be among the candidates."""
    if len(choice.kept) < _MOST_CANDIDATES or mention.day is not None:
        return False
    most = (_THE_YEAR if citation.year else 0) + (2 if mention.issuer else 0) + _UNNAMED + 1
    return min(fit.points for fit in choice.kept) >= most


def fit_of(
    citation: Cited, mention: Mention, document: Stored, areas: Sequence[str] | set[str]
) -> Fit | None:
    """`None` where the document can't be meant; `areas` are the places that the citing
    document names."""
    if citation.number is None and (citation.kind != document.kind or not citation.issuer):
        return None
    dated = _day_fit(citation, mention.day, document.issued_on)
    issued = issuer_fit(mention.issuer, document.issuer)
    placed = _area_fit(citation, document, areas)
    if dated is None or issued is None or placed is None:
        return None
    younger = citation.home_day and (document.issued_on or "") > citation.home_day
    if younger and dated < _THE_DAY:  # only a printed day shows that a plan cites what came later
        return None
    if placed == _UNNAMED and dated == _ANOTHER_DAY:  # neither its day nor its place is ever named
        return None
    kind = 1 if citation.kind == document.kind else -1
    if citation.number is None:
        sure = dated == _THE_DAY and issued == 2 and placed >= 2
    else:
        sure = (dated == _THE_DAY and issued + placed > 0) or (
            placed >= 2 and (dated > 0 or issued == 2)
        )
    return Fit(document.doc, dated + issued + placed + kind, sure)


def _day_fit(citation: Cited, day: str | None, issued: str | None) -> int | None:
    """The day, the year, another day of the year, 0 unknown; `None` another year."""
    year = int(day[:4]) if day else citation.year
    if issued is None or year is None:
        return 0
    if int(issued[:4]) != year:
        return None
    if day is None:
        return _THE_YEAR
    return _THE_DAY if issued == day else _ANOTHER_DAY


def issuer_fit(one: str, other: str) -> int | None:
    """2 the same name, 1 the beginning of it, 0 unknown; `None` another issuer."""
    if not one or not other:
        return 0
    if one == other:
        return 2
    return 1 if one.startswith(other) or other.startswith(one) else None


def _area_fit(citation: Cited, document: Stored, areas: Sequence[str] | set[str]) -> int | None:
    """3 the place that is cited, 2 one that the citing document names or the whole country,
    0 unknown, -1 a place that it never names; `None` another place than the cited, or a
    colleague's of the citing document's own level."""
    if citation.area and document.area:
        return 3 if citation.area == document.area else None
    if not document.area:
        return 2 if document.rank is not None and document.rank <= _CENTRAL else 0
    if document.area == citation.home or document.area in areas:
        return 2
    if citation.home and document.rank is not None and document.rank == citation.home_rank:
        return None
    return _UNNAMED if citation.home else 0
