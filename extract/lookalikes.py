"""Look-alikes: Cyrillic letters that a bad text layer or a keyboard put for Latin ones.

`24/HDLN-ВСТ` (its last three letters Cyrillic) is read as `24/HDLN-BCT`, one letter for one, so
that every offset stays; where it was done is told in `Reading.mended`. Words of a language
that is written so, beside letters that look like nothing Latin, stay.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from extract.reading import Reading

_PAIRS = dict(zip("АВЕЅІЈКМНОРСТУХаеіјорсухѕ", "ABESIJKMHOPCTYXaeijopcyxs", strict=True))
_LATIN = str.maketrans(_PAIRS)
_RUN = re.compile("[\u0400-\u04ff]+")
_FOREIGN = re.compile(rf"[\u0400-\u04ff](?<![{''.join(_PAIRS)}])")
_NEAR = 80  # characters on either side in which a foreign language shows itself


def with_latin(reading: Reading) -> Reading:
    """The reading with Latin letters where they were meant; itself where nothing is to do."""
    text = reading.text
    if not any(letter in text for letter in _PAIRS):
        return reading
    mended = tuple(_runs(text))
    pieces: list[str] = []
    at = 0
    for start, end in mended:
        pieces += text[at:start], text[start:end].translate(_LATIN)
        at = end
    return (
        replace(reading, text="".join([*pieces, text[at:]]), mended=mended) if mended else reading
    )


def _runs(text: str) -> Iterator[tuple[int, int]]:
    for run in _RUN.finditer(text):
        start, end = run.span()
        around = text[max(0, start - 1) : start] + text[end : end + 1]
        joined = any(c.isalnum() for c in around)  # the rest of the word is Latin
        near = (start, end) if joined else (max(0, start - _NEAR), end + _NEAR)
        if not _FOREIGN.search(text, *near):
            yield start, end
