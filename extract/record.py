"""The document part of a record: the header's and the footer's fields put together."""

import re
from collections.abc import Iterable

from extract.flow import Flow
from extract.foot import Foot
from extract.head import Head
from extract.ids import identified
from extract.numbers import parse_number
from extract.values import clean
from schemas import Box, Document, Signature, Span


def document_of(flow: Flow, head: Head, foot: Foot) -> Document:
    """Fields that were read carry their spans, and their boxes where the format has pages."""
    spans = {**head.spans, **dict(foot.spans)}
    return Document(
        kind=head.kind,
        number=head.number,
        symbol=head.symbol,
        issuer=head.issuer,
        parent=head.parent,
        place=head.place,
        issued_on=head.issued_on,
        subject=head.subject,
        period=head.period,
        signer=foot.signer,
        recipients=identified("recipient", foot.recipients),
        signatures=_signatures(flow, foot.signatures),
        assumed=_assumed(flow, head, spans),
        spans=spans,
        boxes=_boxes(flow, spans),
    )


def _signatures(flow: Flow, stamps: Iterable[Signature]) -> tuple[Signature, ...]:
    """What the file's own signatures say wins over what their stamps print."""
    checked = flow.reading.signatures
    known = {s.at for s in checked}
    return (*checked, *(s for s in stamps if s.at not in known))


def _assumed(flow: Flow, head: Head, spans: dict[str, Span]) -> tuple[str, ...]:
    """A field whose words come from a signature's stamp is assumed as well."""
    stamped = [
        name
        for name, span in spans.items()
        if name not in head.assumed
        and any(s <= span.start and span.end <= e for s, e in flow.reading.stamped)
    ]
    mended = ["number"] if "number" not in stamped and _is_mended(flow, head) else []
    for name, value in (("place", head.place), ("symbol", head.symbol)):
        read = _recognised(flow, head.spans.get(name))
        if read and value and _tight(value) not in read and name not in stamped:
            mended.append(name)  # marks and letters that recognition lost
    return (*head.assumed, *stamped, *mended)


def _recognised(flow: Flow, span: Span | None) -> str | None:
    """The words of a span that was made out from a picture, without blanks around dashes."""
    geometry = flow.reading.geometry
    if span is None or geometry is None or geometry.confidence(span.start, span.end) is None:
        return None
    return _tight(clean(flow.reading.text[span.start : span.end]))


def _tight(words: str) -> str:
    return re.sub(r"\s*[-–]\s*", "-", words)


def _is_mended(flow: Flow, head: Head) -> bool:
    """Whether its letters were another script's, or spoilt by recognition and corrected."""
    span = head.spans.get("number")
    if span is None:
        return False
    if any(start < span.end and span.start < end for start, end in flow.reading.mended):
        return True
    read = parse_number(flow.reading.text[span.start : span.end])
    return read is not None and read.number != head.number


def _boxes(flow: Flow, spans: dict[str, Span]) -> dict[str, tuple[Box, ...]]:
    geometry = flow.reading.geometry
    if geometry is None:
        return {}
    return {name: geometry.boxes(s.start, s.end) for name, s in spans.items()}
