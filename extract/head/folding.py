"""Folding: Vietnamese letters without their marks, one for one, so that offsets stay."""

import unicodedata
from functools import lru_cache


@lru_cache(maxsize=4096)
def _bare(char: str) -> str:
    if char in "đĐ":
        return "d" if char == "đ" else "D"
    return unicodedata.normalize("NFD", char)[0]


def fold(words: str) -> str:
    """Marks off, character by character; case is kept: `Độc lập` gives `Doc lap`."""
    return words if words.isascii() else "".join(map(_bare, words))
