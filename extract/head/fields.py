"""Fields of a letterhead: number, place and day, issuer and its superior."""

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Sequence

from extract.flow import Flow
from extract.head.date_lines import day_of
from extract.head.issuers import full_name, group_units, is_issuer_line
from extract.head.letterhead import LETTERED, Mark
from extract.head.names import unit_of
from extract.misread import as_printed
from extract.numbers import parse_number
from extract.units.places import province
from extract.values import clean
from schemas import Span, Unit

_SCRAWL = re.compile(r"(?!(?:19|20)\d\d\s?/)\d{1,4}\s?/\s?(?=[A-ZĐ])")
_OLD_FORM = re.compile(
    r"số:?\s*(?P<number>\d{1,5}\s?/\S{3,40})\s+"
    r"(?P<date>ngày\s+(?P<day>\d{1,2})\s+tháng\s+(?P<month>\d{1,2})\s+năm\s+(?P<year>\d{4}))",
    re.IGNORECASE,
)


def span_of(flow: Flow, start: int, end: int) -> Span:
    """A stretch of the canonical text with its page."""
    pages = flow.reading.pages
    return Span(start=start, end=end, page=bisect_left(pages, start + 1) if pages else None)


def number_of(
    flow: Flow, marks: Sequence[Mark], spans: dict[str, Span]
) -> tuple[str | None, str | None]:
    """Canonical number, or the symbol where the number is blank."""
    at = next((i for i, m in enumerate(marks) if m.tag == "number" and m.match), None)
    if at is None:
        return None, None
    mark, match = marks[at], marks[at].match
    assert match is not None
    groups = match.groupdict()
    symbol = groups.get("symbol") or groups.get("glued_symbol")
    if not symbol:
        return None, None
    end = mark.end
    if symbol[-1] in "-–/" and at + 1 < len(marks):
        after = next((m for m in marks[at + 1 :] if abs(m.x - mark.x) < 24), marks[at + 1])
        if re.fullmatch(r"[A-ZĐ0-9&\-]{2,40}", after.words):
            symbol, end = symbol + after.words, after.end
    symbol = re.sub(r"\s*([-–—/])\s*", lambda m: "-" if m[1] in "–—" else m[1], symbol)
    symbol = symbol.strip("-/. ")
    digits = groups.get("no") or groups.get("digits")
    scrawl = _SCRAWL.match(symbol)
    if digits and scrawl:  # `6/0/VP-KSTTHC`: digits by hand, of which one was taken for a slash
        digits, symbol = None, symbol[scrawl.end() :]
    if not digits:
        spans["symbol"] = span_of(flow, mark.start, end)
        return None, _mended(symbol) if _recognised(flow, spans["symbol"], mark) else symbol
    group = "no" if groups.get("no") else "glued"
    spans["number"] = span_of(flow, mark.offset + match.start(group), end)
    printed = f"{digits}{_separator(match)}{symbol}"
    known = parse_number(printed)
    if known and _recognised(flow, spans["number"], mark):
        return as_printed(known).number, None
    return known.number if known else printed, None


def _mended(symbol: str) -> str:
    """A symbol without its number, as the registers have it: `QĐĐ-UBND` is `QĐ-UBND`."""
    known = parse_number(f"1/{symbol}")
    return as_printed(known).number.removeprefix("1/") if known else symbol


def _recognised(flow: Flow, number: Span, mark: Mark) -> bool:
    """Whether the number was made out from a picture."""
    geometry = flow.reading.geometry
    return geometry is not None and geometry.confidence(number.start, mark.end) is not None


def _separator(match: re.Match[str]) -> str:
    """`/` of the state, `-` of the Party (`12-KH/TU`)."""
    if not match.groupdict().get("no"):
        return "/"
    between = match.string[match.end("no") : match.start("symbol")].strip()
    return "-" if between[-1:] in "-–—" else "/"


def place_and_day(
    flow: Flow, marks: Sequence[Mark], spans: dict[str, Span]
) -> tuple[str | None, dt.date | None]:
    """The date line: `Nghệ An, ngày 05 tháng 3 năm 2026`, either part None where blank."""
    at = next((i for i, m in enumerate(marks) if m.tag == "date" and m.match), None)
    if at is None:
        return None, None
    mark, match = marks[at], marks[at].match
    assert match is not None
    place, start = match["place"], mark.offset + max(0, match.start("place"))
    before = marks[at - 1] if at else None
    if place is None and before and before.row == mark.row and before.words.endswith(","):
        place, start = before.words.rstrip(" ,"), before.start
    if place:
        spans["place"] = span_of(flow, start, start + len(clean(place)))
        known = province(clean(place)) if _recognised(flow, spans["place"], mark) else None
        place = known.name if known else clean(place)
    when = day_of(match)
    if when:
        begin = mark.offset + match.end("place") if match["place"] else mark.start
        while begin < mark.end and not flow.reading.text[begin].isalnum():
            begin += 1
        spans["issued_on"] = span_of(flow, begin, mark.end)
    return place, when


def in_title(
    flow: Flow, marks: Sequence[Mark], spans: dict[str, Span]
) -> tuple[str, dt.date | None] | None:
    """`QUYẾT ĐỊNH / của … số 12/2004/QĐ-TTg ngày … / về …`: the older form of a title."""
    if not marks or not marks[0].words.lower().startswith("của "):
        return None
    text = flow.reading.text
    match = _OLD_FORM.search(text, marks[0].start, marks[min(2, len(marks) - 1)].end)
    known = parse_number(match["number"]) if match else None
    if match is None or known is None:
        return None
    spans["number"] = span_of(flow, match.start("number"), match.end("number"))
    try:
        day = dt.date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:
        return known.number, None
    spans["issued_on"] = span_of(flow, match.start("date"), match.end("date"))
    return known.number, day


def issuer_of(
    flow: Flow, marks: Sequence[Mark], spans: dict[str, Span], day: dt.date | None
) -> tuple[Unit | None, Unit | None]:
    """The superior (cơ quan chủ quản) and the issuer, from the lines left of a letterhead.

    `day` tells which levels of administration there were.
    """
    last = next((i for i, m in enumerate(marks) if m.tag == "number"), len(marks))
    lines = [m for m in marks[:last] if m.tag == "words" and is_issuer_line(m.words)]
    known = any(m.tag in LETTERED for m in marks)
    if not lines or (not known and not lines[0].words.isupper()):
        return None, None
    units = group_units([m.words for m in lines])
    if not units:
        return None, None
    parent = unit_of(units[-2]) if len(units) > 1 else None
    issuer = unit_of(full_name(units) or units[-1], parent, day)
    if issuer.area is None and parent is not None and parent.area is not None:
        issuer = issuer.model_copy(update={"area": parent.area})
    first = lines[0] if len(units) == 1 else lines[-1]
    spans["issuer"] = span_of(flow, first.start, lines[-1].end)
    return parent, issuer
