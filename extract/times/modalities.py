"""Modalities: whether a chain dates work, names a period, or hangs on something else."""

from extract.times.atoms import Atom
from extract.times.chains import Chain, Node
from extract.times.match import Modality

_OF_KIND: dict[str, Modality] = {
    "condition": "condition",
    "continuous": "continuous",
    "weekday": "reference",
    "festal": "anniversary",
}


def modality_of(chain: Chain) -> Modality:
    """What the words of a chain say of its times."""
    head = chain.head
    atom = head.atom
    if head.has("event"):
        return "condition"
    if chain.rhythm is not None:
        return "recurring"
    if atom.kind in _OF_KIND:
        return _OF_KIND[atom.kind]
    if head.has("data") or (atom.kind == "signing" and chain.items[0].last is None):
        return "reference"
    if head.has("outlook", "about"):
        return "label"
    if chain.items[0].last is not None:
        return "label" if atom.label and not head.roles else "window"
    return _of_single(head, atom)


def _of_single(head: Node, atom: Atom) -> Modality:
    due = atom.fact == "until" and not atom.label
    if due or head.has("before", "by", "until", "ending", "finish"):
        return "deadline"
    if atom.label and not head.has("in", "from", "after") and not atom.open_end:
        return "label"
    return "window"
