"""Issuers of a list: printed once, they hold for every number that shows the same letters."""

import re
from collections.abc import Sequence
from itertools import pairwise

from extract.citations.found import Found
from extract.citations.issuers import issuer_before, unit_words
from extract.context import Context

_LIST_GAP = re.compile(r"\s*(?:[,;]|và|[,;]\s?và)\s*(?:các\s|số\s?:?\s?)?")


def give_issuers(text: str, found: Sequence[Found], context: Context) -> None:
    """After the number, before it, or once for a list whose numbers are of one issuer."""
    for i, item in enumerate(found):
        if item.tail.issuer:
            item.issuer, item.after = unit_words(item.tail.issuer, context), True
        elif (name := item.anchor.name or "").startswith("của "):
            # `các Quyết định của Bộ X: số …, số …`
            item.issuer, item.after = unit_words(name[4:].strip(" :,"), context), True
        else:
            low = found[i - 1].tail.end if i else 0
            item.issuer = issuer_before(text, low, item.anchor, context)
    for i in range(len(found) - 1, 0, -1):  # `số A và số B của Bộ …`
        one, two = found[i - 1], found[i]
        if one.issuer is None and two.issuer and two.after and _listed(text, one, two):
            one.issuer, one.after = two.issuer, True
    flat = [item for item in found if not item.nested]
    for one, two in pairwise(flat):
        before = not one.tail.issuer or two.anchor.shared  # `Chủ tịch tại Công văn số A và … B`
        near = two.anchor.start - one.end < 12
        if two.issuer is None and one.issuer and before and near and _of_one(one, two):
            two.issuer = one.issuer
    _give_areas(found)


def _give_areas(found: Sequence[Found]) -> None:
    """A place printed once with an issuer holds for its bare name in the same document."""
    areas: dict[str, set[str]] = {}
    for item in found:
        if item.issuer and item.issuer.area:
            areas.setdefault(item.issuer.name, set()).add(item.issuer.area)
    for item in found:
        known = areas.get(item.issuer.name) if item.issuer else None
        if item.issuer and not item.issuer.area and known and len(known) == 1:
            item.issuer = item.issuer.model_copy(update={"area": next(iter(known))})


def _listed(text: str, one: Found, two: Found) -> bool:
    """Whether two stand in one list, nothing between them but `và`, a comma, `số`."""
    gap = text[one.end : two.anchor.start]
    return bool(_LIST_GAP.fullmatch(gap)) and not one.subject and _of_one(one, two)


def _of_one(one: Found, two: Found) -> bool:
    """Whether both numbers show the same issuer."""
    a, b = one.anchor.number, two.anchor.number
    return bool(a and b and a.issuer_abbr and a.issuer_abbr == b.issuer_abbr)
