"""Paragraphs: where they stand, and which printed lines make one."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extract.lines import Line
from extract.markers import marker_at
from extract.patterns.assignments import BODIES, OFFICES
from extract.reading import Reading, Table
from extract.wrapping import Wrapping, joins

# A line that only begins a name: `Lãnh đạo`, `Phòng`, `Trung tâm`.
_HALF_NAME = re.compile(rf"(?:(?:{OFFICES}|{BODIES})(?:\s|$)){{1,2}}")


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a real table a paragraph stands: table, row and column, from 0."""

    table: int
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`flow.text[start:end]`; `lines` are its printed lines, `place` its table cell if any."""

    start: int
    end: int
    lines: tuple[Line, ...]
    place: Place | None = None


def _words_of(text: str, lines: Sequence[Line]) -> str:
    return text[lines[-1].start : lines[-1].end] if len(lines) == 1 else ""


def cell_groups(reading: Reading, table: Table, lines: Sequence[Line]) -> list[list[Line]]:
    """The paragraphs of a cell. A narrow column breaks its lines anywhere, so that only a
    marker begins a new one; where each line was a paragraph, only small letters go on."""
    narrow = table.narrow or bool(reading.wrapped)
    text = reading.text
    groups: list[list[Line]] = []
    for line in lines:
        goes_on = groups and not marker_at(text, line.start, line.end)
        small = text[line.start].islower() or text[line.start] in ",;)"
        if goes_on and (narrow or small or _HALF_NAME.fullmatch(_words_of(text, groups[-1]))):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def grouped(text: str, lines: Sequence[Line], wrapping: Wrapping) -> list[list[Line]]:
    """The lines of running text that go on in one another."""
    groups: list[list[Line]] = []
    for line in lines:
        if groups and joins(text, groups[-1], line, wrapping):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups
