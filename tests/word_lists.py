"""Lists of words for the tests of the finders' words (`test_words_*.py`).

A word of a finder stands a second time in its test on purpose, in a sentence of its own: one that
is dropped from a list by mistake is missed by its test, not by a clerk. `make pattern-mutants`
tells which words no test asks for.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

T = TypeVar("T")


def words(text: str) -> list[str]:
    """`a, b c, d` as three."""
    return [one.strip() for one in re.split(r",\s*|\n", text) if one.strip()]


def each(cases: Iterable[T]) -> Callable[[Callable[[T], None]], Callable[[], None]]:
    """A test of thousands of words that counts as one: every word that fails is named."""
    return lambda test: _one(test, [(case,) for case in cases])


def each_of(cases: Iterable[Sequence[Any]]) -> Callable[[Callable[..., None]], Callable[[], None]]:
    """The same for cases of several values."""
    return lambda test: _one(test, cases)


def _one(test: Callable[..., None], cases: Iterable[Sequence[Any]]) -> Callable[[], None]:
    every = list(cases)

    def run() -> None:
        failed = []
        for case in every:
            try:
                test(*case)
            except Exception as error:
                failed.append(f"{case}: {error!r}")
        assert every
        assert not failed, "\n".join(failed)

    run.__name__, run.__doc__, run.__module__ = test.__name__, test.__doc__, test.__module__
    return run
