"""PDF guard: whether the text layer of a page can be believed."""

from enum import Enum
from typing import Final

from extract.readers.encodings import recognise
from extract.readers.pdf_rules import Rules
from extract.readers.writing import samples, share_in_syllables

_FEW: Final = 40
_LEAST_SHARE: Final = 0.55
_COVERING: Final = 0.35
_MANY_PATHS: Final = 150


class Layer(Enum):
    """What the text layer of a page is worth."""

    SOUND = "sound"
    PICTURE = "picture"  # the words are in a picture; the layer holds a stamp at most
    SOUP = "soup"  # letters, but not those that the eye sees
    BLANK = "blank"  # nothing on the page at all


def judge(text: str, rules: Rules, area: float) -> Layer:
    """The worth of a layer by its text, what is drawn on the page, and the page's area.

    Vietnamese has 85 % and more of its ink in syllables; broken encodings and recognition in
    a wrong language have under half.
    """
    ink = sum(1 for letter in text if letter.isalnum())
    drawn = sum((x1 - x0) * (bottom - top) for x0, top, x1, bottom in rules.pictures)
    covered = drawn > _COVERING * area
    if ink < _FEW:
        if covered or rules.paths > _MANY_PATHS:
            return Layer.PICTURE
        return Layer.SOUND if ink else Layer.BLANK
    if share_in_syllables(samples(text)) < _LEAST_SHARE and recognise(text) is None:
        return Layer.SOUP
    if covered and ink < 6 * _FEW and _is_stamp(text):
        return Layer.PICTURE
    return Layer.SOUND


def _is_stamp(text: str) -> bool:
    """Whether all that is said is who signed and when."""
    return any(word in text for word in ("Ký bởi", "Người ký", "Thời gian ký", "Cơ quan"))
