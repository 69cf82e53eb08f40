"""Forms: how an expression of time is printed, with examples, and how it becomes an atom."""

import re
from collections.abc import Callable
from typing import NamedTuple

from extract.times.atoms import Atom

Reader = Callable[["re.Match[str]"], Atom | None]


class Form(NamedTuple):
    """`pattern` is matched where its family's first word or digit stands; `examples` are whole."""

    name: str
    pattern: "re.Pattern[str]"
    read: Reader
    examples: tuple[str, ...]


def form(name: str, pattern: str, read: Reader, *examples: str) -> Form:
    """A form whose pattern ignores letter case and reads single spaces."""
    return Form(name, re.compile(pattern, re.IGNORECASE | re.VERBOSE), read, examples)
