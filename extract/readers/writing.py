"""Writing: whether letters could be Vietnamese, by the shape of its syllables.

A Vietnamese syllable is onset, vowels, coda, with at most one tone; nearly every word of a
real text fits, few words of other languages do, and random letters hardly ever.
"""

import re
import unicodedata
from collections import Counter
from functools import lru_cache
from typing import Final

_ONSET: Final = "b|ch|c|d|đ|gh|gi|g|h|kh|k|l|m|ngh|ng|nh|n|ph|p|qu|r|s|th|tr|t|v|x|"
_NUCLEUS: Final = (
    "iêu|yêu|ươu|ươi|uôi|oai|oay|oeo|uyê|uây|uya|uyu|"
    "ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iu|oa|oă|oe|oi|oo|ôi|ơi|ua|uâ|ue|uê|ui|uô|uơ|uy|ưa|ươ|ưi|ưu|yê|"
    "a|ă|â|e|ê|i|o|ô|ơ|u|ư|y"
)
_CODA: Final = "ch|c|m|ng|nh|n|p|t|"
_SYLLABLE: Final = re.compile(rf"(?:{_ONSET})(?:{_NUCLEUS})(?:{_CODA})")
_WORD: Final = re.compile(r"[^\W\d_]+")
_TONES: Final = "\u0300\u0301\u0303\u0309\u0323"
_STOPS: Final = re.compile(r"(?:ch|c|p|t)$")
_MARKED: Final = re.compile("[ăâđêôơưĂÂĐÊÔƠƯà-ãÀ-Ãè-êÈ-Êì-íò-õÒ-Õù-úÙ-Úýĩũ\u1ea0-\u1ef9]")
_LEADERS: Final = "._…-*|"
LONGEST: Final = 12  # `nghiêng` with its marks apart
SAMPLE: Final = 40_000
GLANCE: Final = 600
SHORT: Final = 400
LEAST_SHARE: Final = 0.055
PLAIN_SHARE: Final = 0.6  # at a glance; a text with as much can't be noise in all its parts


def is_syllable(word: str) -> bool:
    """`nghiệp` and `Đảng` are, `board`, `thtạ` and `kquà` are not; any case, with marks.

    A syllable that ends in a stop carries only the acute tone or the dot below.
    """
    return len(word) <= LONGEST and _fits(word)


@lru_cache(maxsize=1 << 14)
def _fits(word: str) -> bool:
    """Vietnamese has some 7,000 syllables: each is taken apart once."""
    split = unicodedata.normalize("NFD", word.lower())
    tones = [mark for mark in split if mark in _TONES]
    bare = unicodedata.normalize("NFC", "".join(mark for mark in split if mark not in _TONES))
    if len(tones) > 1 or not _SYLLABLE.fullmatch(bare):
        return False
    return not (tones and _STOPS.search(bare) and tones[0] not in "\u0301\u0323")


def is_marked_syllable(word: str) -> bool:
    """A syllable that also bears a mark of Vietnamese writing."""
    return _MARKED.search(unicodedata.normalize("NFC", word)) is not None and is_syllable(word)


def share_of_syllables(text: str) -> tuple[float, int]:
    """How many of the words are syllables (0 to 1), and how many words there are.

    Words without marks fit as written in ASCII (`Thuc hien`).
    """
    words = _WORD.findall(text)
    if not words:
        return 0.0, 0
    return sum(map(is_syllable, words)) / len(words), len(words)


def samples(text: str, size: int = SAMPLE) -> str:
    """The head, middle and tail of a long text: enough to judge it by, in constant time."""
    if len(text) <= 3 * size:
        return text
    middle = len(text) // 2
    return " ".join((text[:size], text[middle : middle + size], text[-size:]))


def share_in_syllables(text: str) -> float:
    """How much of the ink is in syllables of two letters and more, 0 to 1.

    Vietnamese has 0.85 and more, English and program code 0.08 to 0.11, random letters and
    base64 0.01 to 0.035.
    """
    ink = sum(map(len, text.split())) - sum(map(text.count, _LEADERS))
    words = Counter(_WORD.findall(text))
    inked = sum(
        len(word) * times for word, times in words.items() if len(word) > 1 and is_syllable(word)
    )
    return inked / max(ink, 1)


def is_noise(text: str) -> bool:
    """No writing at all: random letters, base64, one letter a million times, control codes.

    Foreign languages in Latin letters pass (some of their words fit by chance); they give an
    empty record rather than a refusal. Short texts pass whenever they hold a word.
    """
    if len(text) >= SHORT and share_in_syllables(samples(text, GLANCE)) > PLAIN_SHARE:
        return False
    sample = samples(text)
    letters = sum(map(len, _WORD.findall(sample)))
    if len(sample) < SHORT:
        return letters < 2
    return share_in_syllables(sample) < LEAST_SHARE
