"""Lists of words for the tests of the finders' words (`test_words_*.py`).

A word of a finder stands a second time in its test on purpose, in a sentence of its own: one that
is dropped from a list by mistake is missed by its test, not by a clerk. `make pattern-mutants`
tells which words no test asks for.
"""

import re


def words(text: str) -> list[str]:
    """`a, b c, d` as three."""
    return [one.strip() for one in re.split(r",\s*|\n", text) if one.strip()]
