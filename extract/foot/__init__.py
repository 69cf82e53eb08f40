"""Foot: who signs, who receives, and where the document proper ends.

`Nơi nhận` stands at the left, the signature at the right; text has one after the other, the
lines of both on one line, or the cells of a table. Annexes after the signature are body again.
"""

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.flow import Flow
from extract.foot.extent import begin_of, end_of
from extract.foot.recipients import HEAD, Item, name_and_purpose, read_items, split_inline
from extract.foot.signature import Signing, post_of, read_signing, signer_of
from extract.foot.stamps import find_stamps
from extract.head import Head
from extract.head.date_lines import date_line, day_of
from extract.pieces import Piece, pieces_of
from extract.units.letters import UPPER
from schemas import Box, Recipient, Signature, Signer, Span

_BESIDE = re.compile(
    rf"(?<=[;:.)])[ \t]{{1,2}}"
    rf"(?P<post>(?:(?:KT|TM|TL|TUQ|Q)\s?\.\s?)?[{UPPER}][{UPPER}\s]{{5,50}})$"
)
_SPAN = 70  # paragraphs; no footer is longer


@dataclass(frozen=True, slots=True)
class Foot:
    """The footer fields; `foot_start` and `foot_end` are flat offsets, equal where none is.

    `place` and `issued_on` are read where the date line stands above the signature.
    """

    signer: Signer | None = None
    place: str | None = None
    issued_on: dt.date | None = None
    recipients: tuple[Recipient, ...] = ()
    signatures: tuple[Signature, ...] = ()
    spans: tuple[tuple[str, Span], ...] = ()
    foot_start: int = 0
    foot_end: int = 0


def find_foot(flow: Flow, head: Head) -> Foot:
    """Read the footer; any text gives one, empty and at the end where there is none."""
    stamps = tuple(find_stamps(flow))
    begin = begin_of(flow, head.head_end)
    if begin is None:
        size = len(flow.text)
        return Foot(signatures=stamps, foot_start=size, foot_end=size)
    pieces = _parted(flow, pieces_of(flow, begin, begin + _SPAN))
    at = next((i for i, p in enumerate(pieces) if HEAD.match(p.words.lstrip("*_|> -"))), None)
    items = read_items(pieces, at) if at is not None else []
    signing = _signing(pieces, items)
    last = _last(pieces, items, signing, at)
    start = flow.starts[begin]
    end = end_of(flow, pieces, last)
    place, issued_on, dated = _dated(flow, pieces)
    return Foot(
        signer=signer_of(signing),
        place=place,
        issued_on=issued_on,
        recipients=tuple(_recipients(flow, items)),
        signatures=stamps,
        spans=(*_spans(flow, signing), *dated),
        foot_start=start,
        foot_end=max(start, end),
    )


def _parted(flow: Flow, pieces: Sequence[Piece]) -> list[Piece]:
    """`- Sở Y tế (b/c); PHÓ GIÁM ĐỐC`: the columns of a line that one blank holds apart."""
    out: list[Piece] = []
    for piece in pieces:
        beside = _BESIDE.search(flow.reading.text, piece.start, piece.end)
        whole = piece.columns > 1 or beside is None or post_of(piece.words) is not None
        if whole or beside is None or post_of(beside["post"].strip()) is None:
            out.append(piece)
            continue
        cut, post = beside.start("post"), beside["post"].strip()
        left = piece.words[: -len(" ".join(post.split()))].rstrip()
        out.append(replace(piece, words=left, end=beside.start(), columns=2))
        right = replace(piece, words=" ".join(post.split()), start=cut, columns=2)
        out.append(replace(right, x=piece.x + cut - piece.start))
    return out


def _dated(
    flow: Flow, pieces: Sequence[Piece]
) -> tuple[str | None, dt.date | None, list[tuple[str, Span]]]:
    """A date line above the signature, as small offices print it."""
    for piece in pieces[:14]:
        match = date_line(piece.words)
        if match is None or match["place"] is None:
            continue
        when = day_of(match)
        spans = [("place", _span(flow, piece.start, piece.start + len(match["place"])))]
        if when:
            spans.append(("issued_on", _span(flow, piece.start, piece.end)))
        return match["place"], when, spans
    return None, None, []


def _signing(pieces: Sequence[Piece], items: Sequence[Item]) -> Signing:
    taken = {part for item in items for part in item.pieces}
    return read_signing([p for p in pieces if (p.start, p.end) not in taken])


def _last(pieces: Sequence[Piece], items: Sequence[Item], signing: Signing, at: int | None) -> int:
    """The canonical offset where the footer's last word ends."""
    ends = [end for item in items for _, end in item.pieces]
    ends.extend(p.end for p in (signing.name_piece, signing.title_piece) if p is not None)
    if at is not None:
        ends.append(pieces[at].end)
    return max(ends) if ends else pieces[0].start


def _recipients(flow: Flow, items: Sequence[Item]) -> list[Recipient]:
    out: list[Recipient] = []
    for item in items:
        parts = split_inline(item.words) if len(item.pieces) == 1 else [item.words]
        for words in parts:
            read = name_and_purpose(words)
            if read is None or len(read[0]) > 300:
                continue
            name, purpose = read
            spans = _item_spans(flow, item, words if len(parts) > 1 else None)
            out.append(_recipient(flow, words, name, purpose, spans))
    return out


def _item_spans(flow: Flow, item: Item, words: str | None) -> tuple[Span, ...]:
    text = flow.reading.text
    if words is not None:
        start, end = item.pieces[0]
        at = text.find(words[:12], start, end)
        if at >= 0:
            return (_span(flow, at, min(end, at + len(words))),)
    merged: list[tuple[int, int]] = []
    for start, end in item.pieces:
        if merged and not text[merged[-1][1] : start].strip():
            merged[-1] = (merged[-1][0], end)
        else:
            merged.append((start, end))
    return tuple(_span(flow, s, e) for s, e in merged)


def _recipient(
    flow: Flow, words: str, name: str, purpose: str | None, spans: tuple[Span, ...]
) -> Recipient:
    geometry = flow.reading.geometry
    boxes: tuple[Box, ...] = ()
    confidence = None
    if geometry is not None:
        boxes = tuple(b for s in spans for b in geometry.boxes(s.start, s.end))
        known = [c for s in spans if (c := geometry.confidence(s.start, s.end)) is not None]
        confidence = min(known) if known else None
    return Recipient(
        as_written=words,
        span=spans[0],
        spans=spans if len(spans) > 1 else (),
        boxes=boxes,
        confidence=confidence,
        name=name,
        purpose=purpose,
    )


def _span(flow: Flow, start: int, end: int) -> Span:
    pages = flow.reading.pages
    return Span(start=start, end=end, page=bisect_left(pages, start + 1) if pages else None)


def _spans(flow: Flow, signing: Signing) -> list[tuple[str, Span]]:
    out = []
    if signing.name_piece:
        out.append(("signer.name", _span(flow, signing.name_piece.start, signing.name_piece.end)))
    if signing.title_piece:
        out.append(
            ("signer.title", _span(flow, signing.title_piece.start, signing.title_piece.end))
        )
    return out


__all__ = ["Foot", "find_foot"]
