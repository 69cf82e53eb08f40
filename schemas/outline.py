"""Heading (đề mục): one entry of a plan's outline."""

from schemas.base import Grounded


class Heading(Grounded):
    """`number` as printed without its closing dot (`I`, `1.1`, `a`), `level` 1 = I, II, III."""

    number: str | None = None
    title: str | None = None
    level: int = 1
