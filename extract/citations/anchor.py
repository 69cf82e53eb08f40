"""Anchor: the words by which a text names a document, before its day, issuer and subject."""

from dataclasses import dataclass

from extract.numbers import Number


@dataclass(frozen=True, slots=True)
class Anchor:
    """`text[start:end]` names a document; `name` is a law's or what stands before the number.

    `number_at` is where the number begins, `shared` says that the kind is that of the anchor
    before it in a list, `blank` that the number's place is empty (`số    /NQ-CP`), `amending`
    that a law is called by the law that it changes.
    """

    start: int
    end: int
    kind: str
    number: Number | None = None
    name: str | None = None
    number_at: int | None = None
    shared: bool = False
    blank: bool = False
    amending: bool = False
