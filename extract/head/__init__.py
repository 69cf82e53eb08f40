"""Head: the header fields of a document, read from its letterhead and title.

The header proper, row by row with spaces or tabs between its two columns, column by column,
cell by cell, partly blank, or lost altogether: what is not there stays null here, and
`extract.issuer.complete` fills in what the body tells, saying so in `assumed`.
"""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from extract.flow import Flow
from extract.head.extent import after, lettered, trailing, zone_of
from extract.head.fields import in_title, issuer_of, number_of, place_and_day, span_of
from extract.head.letterhead import LETTERED, Mark, marks_of
from extract.head.letters import BODY, about_parts, find_about, kind_of_symbol, untitled
from extract.head.periods import period_of
from extract.head.subject import subject_marks
from extract.head.title import (
    Title,
    annex_title,
    find_title,
    is_title,
    numbered_title,
)
from extract.numbers import parse_number
from extract.pieces import words_of
from extract.values import clean
from schemas import Period, Span, Unit

_BELOW = 14  # lines under a title in which a letterhead may stand


@dataclass(frozen=True, slots=True)
class Head:
    """The header fields of `schemas.Document`; `head_end` is the flat offset of the body.

    `titled` tells whether a line with the kind of document was there.
    """

    kind: str | None = None
    number: str | None = None
    symbol: str | None = None
    issuer: Unit | None = None
    parent: Unit | None = None
    place: str | None = None
    issued_on: dt.date | None = None
    subject: str | None = None
    period: Period | None = None
    spans: dict[str, Span] = field(default_factory=dict)
    assumed: tuple[str, ...] = ()
    head_end: int = 0
    titled: bool = False


def find_head(flow: Flow) -> Head:
    """Read the header; any text gives a head, an empty one where there is none.

    >>> # ỦY BAN NHÂN DÂN TỈNH X | Số: 12/KH-UBND | X, ngày 05 tháng 3 năm 2026
    >>> # KẾ HOẠCH | Phòng cháy, chữa cháy năm 2026
    """
    marks = marks_of(flow, zone_of(flow), is_title)
    title = find_title(flow, marks)
    about = None if title else find_about(marks)
    stop = title.at if title else about if about is not None else lettered(marks)
    top = marks[:stop]
    spans: dict[str, Span] = {}
    alone = stop == 1 and marks[0].tag == "number"  # `Nghị quyết số …`, no letterhead around
    if title is None and about is None and (alone or not stop):
        title = annex_title(marks) or numbered_title(flow, marks)
    elif title and not any(mark.tag in LETTERED for mark in top):
        marks, top = _letterhead_below(flow, marks, title) or (marks, top)
    number, symbol = number_of(flow, top, spans)
    place, issued_on = place_and_day(flow, marks if about is not None else top, spans)
    if title and title.number:
        known = parse_number(flow.reading.text[slice(*title.number)])
        number, spans["number"] = known.number if known else None, span_of(flow, *title.number)
    elif title and number is None and symbol is None:
        number, issued_on = in_title(flow, marks[title.at + 1 :], spans) or (number, issued_on)
    parent, issuer = issuer_of(flow, top, spans, issued_on)
    issuer = _named_by_place(issuer, place)
    printed = title is not None
    if title is None and about is None and 0 < stop < len(marks):
        title = untitled(marks, stop)
    kind, subject, last = _title(flow, marks, title, about, spans)
    if title and not printed:
        del spans["kind"]
    return Head(
        kind=kind,
        number=number,
        symbol=symbol,
        issuer=issuer,
        parent=parent,
        place=place,
        issued_on=issued_on,
        subject=subject,
        period=period_of(subject) if subject else None,
        spans=spans,
        head_end=after(flow, marks, last if last is not None else stop - 1),
        assumed=("kind",) if title and not printed else (),
        titled=printed,
    )


def _named_by_place(issuer: Unit | None, place: str | None) -> Unit | None:
    """The issuer with the capitals of its place, which a letterhead in capitals hid."""
    if issuer is None or not place or not issuer.name.endswith(f" {place.lower()}"):
        return issuer
    return issuer.model_copy(update={"name": f"{issuer.name[: -len(place)]}{place}"})


def _letterhead_below(
    flow: Flow, marks: Sequence[Mark], title: Title
) -> tuple[list[Mark], list[Mark]] | None:
    """A letterhead that an export put under the title: all marks, and those of the letterhead.

    The lines from the first issuer line to the date line; what stands above them stays.
    """
    parts = subject_marks(flow, marks, title)
    until = parts[-1][1] if parts else marks[title.at].end
    zone = zone_of(flow)
    found = marks_of(flow, [line for line in zone[: title.at + _BELOW] if line[0].end > until], _no)
    if not any(m.tag in ("nation", "party") for m in found[:_BELOW]):
        return None
    last = max(i for i, m in enumerate(found[:_BELOW]) if m.tag in LETTERED)
    first = next((i for i, m in enumerate(found) if m.start >= until), 0)
    below = [mark for mark in found[first : last + 1] if not BODY.match(mark.words)]
    kept = [mark for mark in marks if mark.end <= until]
    return [*kept, *below], below


def _no(_words: str) -> bool:
    return False


def _title(
    flow: Flow,
    marks: Sequence[Mark],
    title: Title | None,
    about: int | None,
    spans: dict[str, Span],
) -> tuple[str | None, str | None, int | None]:
    """Kind, subject, and the index of the last mark that belongs to the head."""
    text = flow.reading.text
    if title:
        spans["kind"] = span_of(flow, marks[title.at].start, marks[title.at].end)
        kind, parts = title.kind, subject_marks(flow, marks, title)
    elif about is not None:
        kind, parts = kind_of_symbol(marks), about_parts(flow, marks, about)
    else:
        return None, None, None
    if not parts:
        return kind, None, title.at if title else about
    subject = clean(" ".join(words_of(text, s, e) for s, e in parts))
    subject = re.sub(r"^V/[vV]\s*:?\s*", "", subject)
    spans["subject"] = span_of(flow, parts[0][0], parts[-1][1])
    last = max(i for i, m in enumerate(marks) if m.start < parts[-1][1])
    return kind, subject or None, trailing(flow, marks, last)


__all__ = ["Head", "find_head"]
