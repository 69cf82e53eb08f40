"""When two printed values are the same: match keys for numbers, names and words.

`underthesea.text_normalize` would fold the tone placement as well, but costs an import of
0.35 s on the path of a query; the table of twenty pairs below does the same.
"""

import re
import unicodedata
from functools import lru_cache

# The tone mark on the second vowel (hoá), and where the older placement puts it (hóa).
_TONE = {
    "oà": "òa",
    "oá": "óa",
    "oả": "ỏa",
    "oã": "õa",
    "oạ": "ọa",
    "oè": "òe",
    "oé": "óe",
    "oẻ": "ỏe",
    "oẽ": "õe",
    "oẹ": "ọe",
    "uỳ": "ùy",
    "uý": "úy",
    "uỷ": "ủy",
    "uỹ": "ũy",
    "uỵ": "ụy",
}
_TONE_AT_END = re.compile(
    r"(o(?<!qo)[àáảãạèéẻẽẹ]|u(?<!qu)[ỳýỷỹỵ])(?!\w)"  # each is a key of `_TONE`
)
_WORDS = re.compile(r"\w+")
_GAPS = re.compile(r"[\s.]")
_ZEROS = re.compile(r"^0+(?=\d)")
_SHORT = 160
_MARKS_OFF = str.maketrans("đĐ", "dD")


@lru_cache(maxsize=65536)
def number_key(number: str) -> str:
    """`0665/KH-SGD&ĐT` and `665/kh-sgdđt` have one key; leading zeros do not count."""
    key = unicodedata.normalize("NFC", number).upper().replace("Đ", "D").replace("&", "")
    key = _GAPS.sub("", key).replace("–", "-").replace("—", "-")
    return _ZEROS.sub("", key)


def words_key(words: str) -> str:
    """Lower-case words with one tone placement (`hoá` = `hóa`) and no punctuation."""
    return _short_key(words) if len(words) <= _SHORT else _words_key(words)


def _words_key(words: str) -> str:
    folded = unicodedata.normalize("NFC", words).casefold()
    if _TONE_AT_END.search(folded):
        folded = _TONE_AT_END.sub(lambda m: _TONE[m[1]], folded)
    return " ".join(_WORDS.findall(folded.replace("&", "")))


# Names and headings are asked for again and again, texts hardly.
_short_key = lru_cache(maxsize=32768)(_words_key)


@lru_cache(maxsize=65536)
def bare_key(words: str) -> str:
    """Words without any marks, đ as d: what a person types without a Vietnamese keyboard."""
    decomposed = unicodedata.normalize("NFD", words.casefold().translate(_MARKS_OFF))
    bare = "".join(c for c in decomposed if not unicodedata.combining(c))
    return " ".join(_WORDS.findall(bare))
