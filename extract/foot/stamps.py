"""Stamps: what digital signatures print into the text, a signer and a time with its zone."""

import datetime as dt
import re
from itertools import islice

from extract.flow import Flow
from schemas import Signature, Span

_ISO = re.compile(
    r"(?P<at>\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2})(?:\.\d{1,6})?\s?(?P<zone>Z|[+-]\d{2}:?\d{2})"
)
_SECONDS = re.compile(r":\d\d:\d\d")
_PRINTED = re.compile(
    r"(?P<d>\d{1,2})[-/.](?P<m>\d{1,2})[-/.](?P<y>\d{4})\s{1,3}(?P<clock>\d{1,2}:\d{2}(?::\d{2})?)"
    r"(?:\s{0,3}(?P<zone>[+-]\d{2}:?\d{2}))?"
)
_BY = re.compile(
    r"(?:Ký\s+bởi|Người\s+ký|Được\s+ký\s+bởi|Ký\s+điện\s+tử\s+bởi)\s*:?\s*(?P<by>[^\n]{2,120})"
)
_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,32}){1,4}")
_MOST = 64  # stamps; a document with nine signatures has been seen
_FIELD = re.compile(
    r"\s*(?:Email|Cơ\s+quan|Thời\s+gian|Ngày\s+ký|Chức\s+vụ|Tổ\s+chức)\b.*$", re.DOTALL
)


def find_stamps(flow: Flow) -> list[Signature]:
    """The signatures whose stamps stand in the text, in order; none is ever verified here."""
    text = flow.reading.text
    out: list[Signature] = []
    if _SECONDS.search(text):
        for match in islice(_ISO.finditer(text), _MOST):
            at = _iso(match)
            if at:
                by = _above(text, match.start())
                start = match.start() if by is None else text.rfind(by, 0, match.start())
                out.append(Signature(by=by, at=at, span=Span(start=start, end=match.end())))
    for match in islice(_BY.finditer(text), _MOST):
        near = _PRINTED.search(text, match.end(), match.end() + 200)
        by = _FIELD.sub("", match["by"]).strip(" ,;.")
        iso = next((s for s in out if s.span and 0 <= s.span.end - match.end() < 200), None)
        if iso is not None:
            out[out.index(iso)] = iso.model_copy(update={"by": by or iso.by})
            continue
        end = near.end() if near else match.end()
        at = _printed(near) if near else None
        out.append(Signature(by=by or None, at=at, span=Span(start=match.start(), end=end)))
    return sorted(out, key=lambda s: s.span.start if s.span else 0)


def _iso(match: re.Match[str]) -> dt.datetime | None:
    zone = match["zone"].replace("Z", "+0000").replace(":", "")
    try:
        return dt.datetime.strptime(match["at"].replace(" ", "T") + zone, "%Y-%m-%dT%H:%M:%S%z")
    except ValueError:
        return None


def _printed(match: re.Match[str]) -> dt.datetime | None:
    """Stamps without a zone are of Vietnamese time (+07:00), as the software prints them."""
    clock = match["clock"] if match["clock"].count(":") == 2 else match["clock"] + ":00"
    zone = (match["zone"] or "+0700").replace(":", "")
    words = f"{match['y']}-{int(match['m']):02d}-{int(match['d']):02d}T{clock:0>8}{zone}"
    try:
        return dt.datetime.strptime(words, "%Y-%m-%dT%H:%M:%S%z")
    except ValueError:
        return None


def _above(text: str, start: int) -> str | None:
    """The e-mail on the line just above a signing time."""
    lines = text[max(0, start - 160) : start].rstrip(" \t").rsplit("\n", 2)
    for line in reversed(lines[-2:]):
        mail = _MAIL.search(line)
        if mail:
            return mail[0]
        if line.strip():
            break
    return None
