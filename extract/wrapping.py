"""Wrapping: which line breaks are the page's and which are the author's.

Signals, strongest first: a marker begins a paragraph; a lower-case letter continues one; a
line that ends well before the margin closes its paragraph. Blank lines say little: some
exports put one after every line, others in the middle of a sentence.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extract.lines import Line
from extract.markers import marker_at
from extract.patterns.assignments import BODIES, GROUPS, OFFICES, VERBS
from extract.reading import Reading

_QUOTED = 4_000  # characters back in which a quotation may have been opened
_LONG = 40  # a line this long may have been broken by the margin
_TERMINAL = (".", ";", ":", "!", "?", "…", ".”", '."')
# Words that no Vietnamese sentence, title or name ends with.
_CONNECTIVES = frozenset(
    "và của về các những cho với tại do theo trong trên là hoặc để từ số".split()
)
# A day, a month or a year must follow.
_BEFORE_DAY = re.compile(r"(?<!\w)(?:trước|ngày|tháng|quý|đến|vào|từ|hết|năm)$")
_UNIT = re.compile(
    rf"(?:(?:Đề nghị|Giao|Yêu cầu|Đối với)\s+)?(?:(?:{OFFICES})\s+)*(?:các\s+)?"
    rf"(?:{BODIES}|{GROUPS})(?!\w)"
)
_WORK = re.compile(rf"(?<!\w)(?:{VERBS})(?!\w)")
# The rest of a name may look like work: `Ban` over `Quản lý dự án`.
_HALF = re.compile(r"(?:Ban|Phòng|Tổ|Trung tâm|Cục|Chi cục|Vụ|Đội|Hội đồng|Văn phòng)$")
# Words that always begin a paragraph of their own.
_OPENERS = ("Trên đây là", "Nơi nhận", "NƠI NHẬN", "KẾ HOẠCH", "CỘNG HÒA", "CỘNG HOÀ")
# `Tháng 6`, `Tuần 2 (08/3 - 14/3): …`: the next entry of a timetable.
_TIMETABLE = re.compile(
    r"(?:Tháng|Quý|Tuần|Đợt)\s(?:\d{1,2}|[IVX]{1,3})(?:(?:,|\s?[-–]|\svà)\s?(?:\d{1,2}|[IVX]{1,3}))?"
    r"(?:\s?/\s?\d{4}|\snăm\s\d{4})?(?:\s\([^()\n]{4,30}\))?(?::|$)"
)
_OPEN_QUOTE, _CLOSE_QUOTE = "“", "”"


@dataclass(frozen=True, slots=True)
class Wrapping:
    """`wrapped`: the margin breaks lines; `width`: length of a full line in characters."""

    wrapped: bool
    width: int


def wrapping_of(reading: Reading) -> Wrapping:
    """Guess from the lengths of the lines, where the reader does not know."""
    # A row of a table, its cells parted by tabs, is as long as its cells and tells no margin.
    printed = (len(line.strip()) for line in reading.text.splitlines() if "\t" not in line)
    lengths = sorted(length for length in printed if length >= _LONG)
    if reading.wrapped is False or not lengths:
        return Wrapping(bool(reading.wrapped), 0)
    width = lengths[int(0.9 * (len(lengths) - 1))]
    near = sum(1 for n in lengths if 0.8 * width <= n <= 1.2 * width)
    wrapped = reading.wrapped or (width <= 150 and near >= 0.4 * len(lengths))
    # Rows of tables laid out with spaces, and footnotes, are wider than the page's text.
    margin = _margin(lengths, known=bool(wrapped))
    if margin and (not wrapped or margin < 0.87 * width):
        return Wrapping(True, margin)
    return Wrapping(bool(wrapped), width if wrapped else 0)


def _margin(lengths: Sequence[int], *, known: bool) -> int | None:
    """The length, in sorted `lengths`, that many lines nearly reach and few exceed by little.

    `known` says that lines break at a margin, wherever it is.
    """
    width = lengths[int(0.75 * (len(lengths) - 1))]
    if width > 120 or len(lengths) < (12 if known else 40):
        return None
    near = sum(1 for n in lengths if 0.87 * width <= n <= 1.07 * width)
    if known:
        return width if near >= 0.4 * len(lengths) else None
    beyond = sum(1 for n in lengths if 1.07 * width < n <= 1.4 * width)
    return width if near >= 0.3 * len(lengths) and beyond <= 0.12 * len(lengths) else None


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
    if here[0].isdigit() and _BEFORE_DAY.search(before):
        return True
    if len(above) == 1 and _heads_duty(before, here):
        return False
    return _joins_upper(text, above, line, wrapping, before, here)


def _joins_upper(
    text: str, above: Sequence[Line], line: Line, wrapping: Wrapping, before: str, here: str
) -> bool:
    """The line begins with a capital, a digit or a quotation mark: does a sentence go on?"""
    ended = before.endswith(_TERMINAL)
    end = above[-1].end
    start = max(above[0].start, end - _QUOTED)
    unclosed = text.count(_OPEN_QUOTE, start, end) > text.count(_CLOSE_QUOTE, start, end) or (
        '"' in here and text.count('"', start, end) % 2 == 1
    )
    closes = unclosed and not ended and (_CLOSE_QUOTE in here or here.count('"') % 2 == 1)
    # Where no line is long nobody knows how wide the column is.
    if not wrapping.wrapped or not wrapping.width or (closes and len(above) < 3):
        return unclosed and not ended and len(above) < 4
    fill = (len(before) + _first_word(here) + 1) / wrapping.width
    full = fill > 0.93
    if ended and (before[-1] == ":" or _TIMETABLE.match(here)):
        return False
    if ended:
        return (
            full and len(before) > 0.9 * wrapping.width and not line.blanks > above[-1].blanks + 1
        )
    if before[-1] == "," or before.rsplit(" ", 1)[-1] in _CONNECTIVES:
        return fill > 0.5
    return fill > 0.86 or (fill > 0.8 and len(above) == 1) or (unclosed and fill > 0.7)


def _heads_duty(before: str, here: str) -> bool:
    """`5. Trưởng các thôn` over `Nắm chắc biến động …`: a unit's heading, and its work."""
    marker = marker_at(before, 0, len(before))
    if marker is None or marker.kind == "bullet" or before.endswith(","):
        return False
    words = before[marker.end :].replace("các tổ chức", "các")
    if not _UNIT.match(words) or _WORK.search(words) or _HALF.search(words):
        return False
    return _WORK.match(here[:1].lower() + here[1:40]) is not None


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
