"""Wrapping: which line breaks are the page's and which are the author's.

Signals, strongest first: a marker begins a paragraph; a lower-case letter continues one; a
line that ends well before the margin closes its paragraph. Blank lines say little: some
exports put one after every line, others in the middle of a sentence.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from extract.lines import Line
from extract.markers import marker_at
from extract.reading import Reading

_LONG = 40  # a line this long may have been broken by the margin
_TERMINAL = (".", ";", ":", "!", "?", "…", ".”", '."')
# Words that no Vietnamese sentence, title or name ends with.
_CONNECTIVES = frozenset(
    "và của về các những cho với tại do theo trong trên là hoặc để từ số".split()
)
# Words that always begin a paragraph of their own.
_OPENERS = ("Trên đây là", "Nơi nhận", "NƠI NHẬN", "KẾ HOẠCH", "CỘNG HÒA", "CỘNG HOÀ")
_OPEN_QUOTE, _CLOSE_QUOTE = "“", "”"


@dataclass(frozen=True, slots=True)
class Wrapping:
    """`wrapped`: the margin breaks lines; `width`: length of a full line in characters."""

    wrapped: bool
    width: int


def wrapping_of(reading: Reading) -> Wrapping:
    """Guess from the lengths of the lines, where the reader does not know."""
    lengths = sorted(
        len(stripped)
        for line in reading.text.splitlines()
        if len(stripped := line.strip()) >= _LONG
    )
    if reading.wrapped is False or not lengths:
        return Wrapping(bool(reading.wrapped), 0)
    width = lengths[int(0.9 * (len(lengths) - 1))]
    near = sum(1 for n in lengths if 0.8 * width <= n <= 1.2 * width)
    wrapped = reading.wrapped or (width <= 150 and near >= 0.4 * len(lengths))
    return Wrapping(bool(wrapped), width if wrapped else 0)


def joins(text: str, above: Sequence[Line], line: Line, wrapping: Wrapping) -> bool:
    """Whether `line` continues the paragraph whose lines so far are `above`."""
    last = above[-1]
    before = text[last.start : last.end]
    here = text[line.start : line.end]
    if before[-1] in "-/" and len(before) > 1 and before[-2].isalnum() and here[0].isalnum():
        return True  # a symbol or a range of years cut at its hyphen
    if here.startswith(_OPENERS):
        return False
    marker = marker_at(text, line.start, line.end)
    if marker:
        return _continues_range(before, here, marker.kind)
    caps, caps_before = _is_caps(here), _is_caps(before)
    if caps or caps_before:
        headed = marker_at(text, above[0].start, above[0].end) is not None
        return headed and caps and caps_before and before[-1] not in ".:"
    if before.endswith("./.") or (len(above) == 1 and len(before) <= 2):
        return False
    if here[0].islower() or here[0] in ",;)”":
        return not before.endswith("./.")
    return _joins_upper(text, above, line, wrapping, before, here)


def _joins_upper(
    text: str, above: Sequence[Line], line: Line, wrapping: Wrapping, before: str, here: str
) -> bool:
    """The line begins with a capital, a digit or a quotation mark: does a sentence go on?"""
    ended = before.endswith(_TERMINAL)
    unclosed = text.count(_OPEN_QUOTE, above[0].start, above[-1].end) > text.count(
        _CLOSE_QUOTE, above[0].start, above[-1].end
    )
    if not wrapping.wrapped:
        return unclosed and not ended and len(above) < 4
    fill = (len(before) + _first_word(here) + 1) / wrapping.width
    full = fill > 0.93
    if ended and before[-1] == ":":
        return False
    if ended:
        return (
            full and len(before) > 0.9 * wrapping.width and not line.blanks > above[-1].blanks + 1
        )
    if before[-1] == "," or before.rsplit(" ", 1)[-1] in _CONNECTIVES:
        return fill > 0.5
    return fill > 0.86 or (fill > 0.8 and len(above) == 1) or (unclosed and fill > 0.7)


def _first_word(words: str) -> int:
    """Length of the first word: what did not fit on the line above."""
    return words.find(" ") if " " in words else len(words)


def _continues_range(before: str, here: str, kind: str) -> bool:
    """`… giai đoạn 2021` + `- 2025 …` is a range, not a bullet."""
    return kind == "bullet" and before[-1].isdigit() and here[1:].lstrip()[:4].isdigit()


def _is_caps(words: str) -> bool:
    if words[-3:].islower():
        return False  # most lines end in small letters; a heading in capitals does not
    letters = sum(map(str.isalpha, words))
    return letters >= 3 and sum(map(str.islower, words)) <= 0.1 * letters
