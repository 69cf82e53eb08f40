"""Folding: Vietnamese letters without their marks, one for one, so that offsets stay."""

import unicodedata

# Every letter of Latin script outside ASCII that bears a mark.
_BARE = {
    code: unicodedata.normalize("NFD", chr(code))[0]
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))
} | {ord("đ"): "d", ord("Đ"): "D"}


def fold(words: str) -> str:
    """Marks off, character by character; case is kept: `Độc lập` gives `Doc lap`."""
    return words if words.isascii() else words.translate(_BARE)
