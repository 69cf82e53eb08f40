"""How words are folded for the search index and for the likeness of texts.

Whole documents pass here, so these do without the cache of `schemas.keys`. What is indexed
and what is asked for must pass the same functions.
"""

import re
import unicodedata
from functools import lru_cache

from schemas.keys import words_key

# Letters of the Latin blocks that Unicode takes apart, their marks on their own, and đ,
# which Unicode does not take apart.
_BARE = {
    code: base
    for code in range(0xC0, 0x1F00)
    if (base := unicodedata.normalize("NFD", chr(code))[0]).isascii()
}
_BARE[ord("đ")], _BARE[ord("Đ")] = "d", "D"
_BARE_IN_PLACE = dict(_BARE)
_BARE |= dict.fromkeys(range(0x300, 0x370), "")
_ONE_DOCUMENT = 4  # saving folds the same text for its sketch and for the index
_SHORT = 500
_MOST_WORDS = 65536
_WORDS = re.compile(r"\w+")
_LEADING_ZEROS = re.compile(r"(?<!\d)0+(?=\d)")


def with_marks(text: str) -> str:
    """Lower-case words with their marks: `Hoá 05/3` is `hóa 5 3`."""
    return _folded(text) if len(text) > _SHORT else _LEADING_ZEROS.sub("", words_key(text))


@lru_cache(maxsize=_ONE_DOCUMENT)
def _folded(text: str) -> str:
    """Word by word: a document has few words that the one before did not have."""
    if "&" in text:  # joins what stands around it to one word
        return _LEADING_ZEROS.sub("", words_key(text))
    folded = unicodedata.normalize("NFC", text).casefold()
    return " ".join(map(_folded_word, _WORDS.findall(folded)))


@lru_cache(maxsize=_MOST_WORDS)
def _folded_word(word: str) -> str:
    return _LEADING_ZEROS.sub("", words_key(word))


def without_marks(folded: str) -> str:
    """What `with_marks` gave, with its marks off: `hoa 5 3`."""
    return folded.translate(_BARE) if len(folded) <= _SHORT else _bare(folded)


@lru_cache(maxsize=_ONE_DOCUMENT)
def _bare(folded: str) -> str:
    return " ".join(map(_bare_word, folded.split(" ")))


@lru_cache(maxsize=_MOST_WORDS)
def _bare_word(word: str) -> str:
    return word.translate(_BARE)


def in_place(text: str, *, marks: bool = True) -> str:
    """The text in lower case, each letter at its place, for marking words in it."""
    lower = text.lower()
    if len(lower) != len(text):  # a letter such as the Turkish capital i grows
        lower = "".join(one if len(one) == 1 else "?" for one in map(str.lower, text))
    return lower if marks else lower.translate(_BARE_IN_PLACE)


def has_marks(word: str) -> bool:
    """Whether a folded word was typed with marks, and must be found with just these."""
    return word != word.translate(_BARE)
