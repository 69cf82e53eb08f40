"""The order of the Vietnamese alphabet: a ă â b c d đ e ê g h i …, then the tones.

As the Unicode collation of `vi` has it: letters decide first, over the whole name, then
tones (ngang, huyền, hỏi, ngã, sắc, nặng), then capitals. The key is plain text, so that any
program may sort by it without knowing this order.
"""

import unicodedata
from functools import lru_cache

_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_PLACE = {letter: chr(0x41 + place) for place, letter in enumerate(_LETTERS)}
_TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
_SHAPES = {"\u0302", "\u0306", "\u031b"}  # circumflex, breve, horn: part of the letter


@lru_cache(maxsize=65536)
def sort_key(words: str) -> str:
    """A key by which `sorted` gives the Vietnamese order; digits and others come first."""
    letters: list[str] = []
    tones: list[str] = []
    cases: list[str] = []
    for character in unicodedata.normalize("NFC", " ".join(words.split())):
        letter, tone = _taken_apart(character)
        folded = letter.casefold()
        letters.extend(_PLACE.get(one, one if one < "A" else "~" + one) for one in folded)
        tones.append(tone)
        cases.append("1" if letter != folded else "0")
    return "\t".join(("".join(letters), "".join(tones).rstrip("0"), "".join(cases).rstrip("0")))


def _taken_apart(character: str) -> tuple[str, str]:
    tone, rest = "0", ""
    for part in unicodedata.normalize("NFD", character):
        if part in _TONES:
            tone = _TONES[part]
        elif not unicodedata.combining(part) or part in _SHAPES:
            rest += part
    return unicodedata.normalize("NFC", rest), tone
