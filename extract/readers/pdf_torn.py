"""PDF torn lines: letters put in order by where they stand.

Producers that mix fonts within a word write the letters of one font first and those of the
other after them; PDFium then tells `Th c hi n ự ệ`. The letters' places tell the truth.
"""

import itertools
import math
from collections.abc import Mapping, Sequence
from typing import Final

from extract.readers.pdf_pieces import Glyph, Piece, Word

GAP: Final = 15.0
"""Points: two words further apart do not belong to one line of prose."""

Look = tuple[str, int]
Advances = Mapping[Look, float]
"""How far the next letter stands from the start of this one, by letter and size."""

_SPACE: Final = 0.16


def set_anew(glyphs: Sequence[Glyph], stamped_from: int, advances: Advances) -> list[Piece]:
    """The lines that the glyphs make, cut at wide gaps."""
    return [
        _written(run, stamped_from, advances)
        for level in _levels(glyphs, stamped_from)
        for run in _runs(level, stamped_from)
    ]


def advances_of(glyphs: Sequence[Glyph]) -> dict[Look, float]:
    """The least distance from each letter to its neighbour, over a whole page.

    The ink of `ố` reaches over the space behind it; that no `ố` of the page needs so much
    room tells that there is one.
    """
    found: dict[Look, float] = {}
    for level in _levels(glyphs, len(glyphs) + max((g.number for g in glyphs), default=0) + 1):
        level.sort(key=lambda glyph: glyph.x0)
        for glyph, following in itertools.pairwise(level):
            distance = following.x0 - glyph.x0
            if distance > 0.4 * (glyph.x1 - glyph.x0):
                look = _look(glyph)
                found[look] = min(found.get(look, math.inf), distance)
    return found


def _look(glyph: Glyph) -> Look:
    return glyph.letter, round(glyph.height)


def _levels(glyphs: Sequence[Glyph], stamped_from: int) -> list[list[Glyph]]:
    """Glyphs parted by the height at which they stand: PDFium takes two torn lines for one.

    A stamp is seldom level with the words around it; it goes to the nearest of them.
    """
    levels: list[tuple[float, list[Glyph]]] = []
    for glyph in sorted(glyphs, key=lambda each: each.top + each.bottom):
        if glyph.number < stamped_from:
            # Sorted as they are, the level begun last is the nearest one.
            if not levels or glyph.middle - levels[-1][0] > 0.5 * glyph.height:
                levels.append((glyph.middle, []))
            levels[-1][1].append(glyph)
    for glyph in glyphs:
        if glyph.number >= stamped_from:
            _nearest(levels, glyph)[1].append(glyph)
    return [level for _, level in sorted(levels, key=lambda level: level[0])]


def _nearest(levels: list[tuple[float, list[Glyph]]], glyph: Glyph) -> tuple[float, list[Glyph]]:
    """The level that a stamp's glyph stands nearest to, or a new one."""
    nearest = min(levels, key=lambda level: abs(level[0] - glyph.middle), default=None)
    if nearest is None or abs(nearest[0] - glyph.middle) > glyph.height:
        nearest = (glyph.middle, [])
        levels.append(nearest)
    return nearest


def _runs(glyphs: Sequence[Glyph], stamped_from: int) -> list[list[Glyph]]:
    """Glyphs from left to right, parted where the gap is wide.

    Accents stay with their letter, and the letters of a stamp with its first one, whatever
    lies below it.
    """
    ordered: list[tuple[float, int, Glyph]] = []
    at = 0.0
    last: Glyph | None = None
    for glyph in sorted(glyphs, key=lambda each: each.number):
        stamp_goes_on = last is not None and _goes_on(last, glyph, stamped_from)
        if not (0x300 <= ord(glyph.letter) <= 0x36F or stamp_goes_on):
            at = glyph.x0
        last = glyph
        ordered.append((at, glyph.number, glyph))
    ordered.sort(key=lambda entry: (entry[0], entry[1]))
    runs: list[list[Glyph]] = []
    edge = float("-inf")
    for _, _, glyph in ordered:
        if glyph.letter.isspace():
            if runs:
                runs[-1].append(glyph)
            continue
        if not runs or glyph.x0 - edge > GAP:
            runs.append([])
        runs[-1].append(glyph)
        edge = max(edge, glyph.x1)
    return runs


def _goes_on(last: Glyph, glyph: Glyph, stamped_from: int) -> bool:
    """Whether two glyphs are neighbours in one stamp."""
    follows = last.number >= stamped_from and glyph.number == last.number + 1
    return follows and abs(glyph.x0 - last.x1) < 0.5 * glyph.height


def _written(run: Sequence[Glyph], stamped_from: int, advances: Advances) -> Piece:
    """One line from its glyphs; a space stands where the gap is a space wide."""
    space = _SPACE * max(4.0, *(glyph.height for glyph in run))
    text: list[str] = []
    owners: list[Glyph | None] = []
    edge = run[0].x0
    blank: Glyph | None = None
    for glyph in run:
        if glyph.letter.isspace():
            blank = glyph
            continue
        # A blank that the next letter stands upon was left behind when fonts were changed.
        gap = blank is not None and glyph.x0 > (blank.x0 + blank.x1) / 2
        gap = gap or glyph.x0 - edge > space
        before = owners[-1] if owners else None
        if before and (before.number < stamped_from) != (glyph.number < stamped_from):
            gap = gap or before.letter.isdigit() != glyph.letter.isdigit()
        if text and gap:
            text.append(" ")
            owners.append(None)
        text.append(glyph.letter)
        owners.append(glyph)
        edge = max(edge, min(glyph.x1, glyph.x0 + advances.get(_look(glyph), math.inf)))
        blank = None
    solid = [glyph for glyph in owners if glyph is not None]
    stamps = [
        at for at, glyph in enumerate(owners) if glyph is not None and glyph.number >= stamped_from
    ]
    return Piece(
        "".join(text),
        min(glyph.x0 for glyph in solid),
        min(glyph.top for glyph in solid),
        max(glyph.x1 for glyph in solid),
        max(glyph.bottom for glyph in solid),
        _stretches(sorted(glyph.number for glyph in run)),
        words=_words(owners),
        stamped=_stretches(stamps),
    )


def _words(owners: Sequence[Glyph | None]) -> tuple[Word, ...]:
    """Words as the stretches between spaces, each from its first to its last glyph."""
    words: list[Word] = []
    start = 0
    for at in range(len(owners) + 1):
        if at < len(owners) and owners[at] is not None:
            continue
        inside = [glyph for glyph in owners[start:at] if glyph is not None]
        if inside:
            x0, x1 = min(glyph.x0 for glyph in inside), max(glyph.x1 for glyph in inside)
            words.append((start, at, x0, x1, None))
        start = at + 1
    return tuple(words)


def _stretches(numbers: Sequence[int]) -> tuple[tuple[int, int], ...]:
    """Sorted numbers as half-open stretches."""
    found: list[tuple[int, int]] = []
    for number in numbers:
        if found and found[-1][1] == number:
            found[-1] = (found[-1][0], number + 1)
        else:
            found.append((number, number + 1))
    return tuple(found)
