"""Words: what is compared when two texts are compared, and what carries no meaning of its own."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from schemas.keys import words_key

# Capital letters of Vietnamese, for character classes: Unicode ranges mix them with small ones.
UPPER = "A-ZĐÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"

_WORD = re.compile(r"\w+")


class Word(NamedTuple):
    """A syllable as printed, its key (case and tone placement folded) and its place."""

    key: str
    text: str
    start: int
    end: int


@lru_cache(maxsize=32768)
def word_key(word: str) -> str:
    """The key of one word: `Hoá` and `hòa` differ in the word, `hoá` and `hóa` do not."""
    return words_key(word)


def words_of(text: str) -> tuple[Word, ...]:
    """Every word of `text` in order."""
    return tuple(Word(word_key(m[0]), m[0], m.start(), m.end()) for m in _WORD.finditer(text))


def keys_of(text: str) -> tuple[str, ...]:
    """The keys of the words of `text`, in order."""
    return tuple(words_key(text).split())


# Words that a plan of any field has; they say nothing about what it is about.
GENRE = frozenset(
    "và của các những trong về việc cho với theo tại từ đến để là được có trên do bởi nhằm một số "
    "này đó như sau cùng cũng khi đã sẽ đang phải ra vào ở thì mà hoặc gồm".split()
)


def content_of(keys: Iterable[str]) -> tuple[str, ...]:
    """The keys without particles."""
    return tuple(key for key in keys if key not in GENRE)
