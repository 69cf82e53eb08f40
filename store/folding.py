"""How words are folded for the search index and for the likeness of texts.

Whole documents pass here, so these do without the cache of `schemas.keys`. What is indexed
and what is asked for must pass the same functions.
"""

import re
import unicodedata

from schemas.keys import words_key

# Letters of the Latin blocks that Unicode takes apart, their marks on their own, and đ,
# which Unicode does not take apart.
_BARE = {
    code: base
    for code in range(0xC0, 0x1F00)
    if (base := unicodedata.normalize("NFD", chr(code))[0]).isascii()
}
_BARE |= {ord("đ"): "d", ord("Đ"): "D"} | dict.fromkeys(range(0x300, 0x370), "")
_LEADING_ZEROS = re.compile(r"(?<!\d)0+(?=\d)")


def with_marks(text: str) -> str:
    """Lower-case words with their marks: `Hoá 05/3` is `hóa 5 3`."""
    return _LEADING_ZEROS.sub("", words_key(text))


def without_marks(folded: str) -> str:
    """What `with_marks` gave, with its marks off: `hoa 5 3`."""
    return folded.translate(_BARE)


def has_marks(word: str) -> bool:
    """Whether a folded word was typed with marks, and must be found with just these."""
    return word != word.translate(_BARE)
