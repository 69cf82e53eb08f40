"""Head: the header fields of a document, read from its letterhead and title.

The header proper, row by row with spaces or tabs between its two columns, column by column,
cell by cell, partly blank, or lost altogether: what is not there stays null here, and
`extract.issuer.complete` fills in what the body tells, saying so in `assumed`.
"""

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from extract.flow import Flow
from extract.head.issuers import full_name, group_units, is_issuer_line
from extract.head.letterhead import Mark, date_of, fold, marks_of
from extract.head.names import unit_of
from extract.head.periods import period_of
from extract.head.title import Title, find_title, is_title, subject_marks
from extract.lines import Line
from extract.markers import marker_at
from extract.numbers import parse_number
from extract.pieces import words_of
from extract.values import clean
from schemas import Period, Span, Unit

_ZONE = 70  # printed lines; no letterhead with its title is longer
_ABOUT = re.compile(r"(?:V/[vV]|Về\s+việc)\s*:?\s*")
_TO = re.compile(r"Kính\s+gửi", re.IGNORECASE)
_BODY = re.compile(
    r"(?:Căn\s+cứ|Thực\s+hiện|Triển\s+khai|Tiếp\s+tục|Tiếp\s+theo|Điều\s+\d|Chương\s+[IVX\d])"
)
_OLD_FORM = re.compile(
    r"số:?\s*(?P<number>\d{1,5}\s?/\S{3,40})\s+"
    r"(?P<date>ngày\s+(?P<day>\d{1,2})\s+tháng\s+(?P<month>\d{1,2})\s+năm\s+(?P<year>\d{4}))"
)
KIND_OF_ABBREVIATION = {
    "KH": "Kế hoạch",
    "QĐ": "Quyết định",
    "HD": "Hướng dẫn",
    "TB": "Thông báo",
    "TTR": "Tờ trình",
    "BC": "Báo cáo",
    "CĐ": "Công điện",
    "GM": "Giấy mời",
}
_ATTACHED = re.compile(r"\(\s*(?:Ban hành|Kèm theo|Đính kèm|Phê duyệt|Dự thảo)", re.IGNORECASE)


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
    marks = marks_of(flow, _zone(flow), is_title)
    title = find_title(flow, marks)
    about = None if title else _about(marks)
    stop = title.at if title else about if about is not None else _lettered(marks)
    top = marks[:stop]
    spans: dict[str, Span] = {}
    number, symbol = _number(flow, top, spans)
    place, issued_on = _place_and_date(flow, marks if about is not None else top, spans)
    if title and number is None and symbol is None:
        number, issued_on = _in_title(flow, marks[title.at + 1 :], spans) or (number, issued_on)
    parent, issuer = _issuer(flow, top, spans)
    assumed: tuple[str, ...] = ()
    if title is None and about is None and 0 < stop < len(marks):
        title = _untitled(marks, stop)
        assumed = ("kind",) if title else ()
    kind, subject, last = _title(flow, marks, title, about, spans)
    if assumed:
        spans.pop("kind", None)
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
        head_end=_after(flow, marks, last if last is not None else stop - 1),
        assumed=assumed,
        titled=title is not None and not assumed,
    )


def _in_title(
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
    spans["number"] = _span(flow, match.start("number"), match.end("number"))
    try:
        day = dt.date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:
        return known.number, None
    spans["issued_on"] = _span(flow, match.start("date"), match.end("date"))
    return known.number, day


def _zone(flow: Flow) -> list[tuple[Line, int, int | None]]:
    out: list[tuple[Line, int, int | None]] = []
    for index, paragraph in enumerate(flow.paragraphs):
        column = paragraph.place.column if paragraph.place else None
        out.extend((line, index, column) for line in paragraph.lines)
        if len(out) >= _ZONE:
            break
    return out[:_ZONE]


def _lettered(marks: Sequence[Mark]) -> int:
    """Without a title: how many marks from the start still belong to a letterhead."""
    last = 0
    for i, mark in enumerate(marks[:25]):
        if mark.tag in ("nation", "motto", "party", "number", "date"):
            last = i + 1
        elif mark.tag == "words" and _BODY.match(mark.words):
            break
    return last


def _about(marks: Sequence[Mark]) -> int | None:
    """The `V/v` line of a letter (công văn), which has no kind printed."""
    seen = False
    for i, mark in enumerate(marks[:30]):
        seen = seen or mark.tag in ("nation", "number")
        if mark.tag == "words" and seen and re.match(r"V/v|Về\s+việc", mark.words, re.IGNORECASE):
            return i
        if mark.tag == "words" and _BODY.match(mark.words):
            return None
    return None


def _span(flow: Flow, start: int, end: int) -> Span:
    pages = flow.reading.pages
    page = None
    if pages:
        page = bisect_left(pages, start + 1)
    return Span(start=start, end=end, page=page)


def _number(
    flow: Flow, marks: Sequence[Mark], spans: dict[str, Span]
) -> tuple[str | None, str | None]:
    for i, mark in enumerate(marks):
        if mark.tag != "number" or mark.match is None:
            continue
        groups = mark.match.groupdict()
        symbol = groups.get("symbol") or groups.get("glued_symbol")
        if not symbol:
            return None, None
        end = mark.end
        if symbol[-1] in "-–/" and i + 1 < len(marks):
            after = next((m for m in marks[i + 1 :] if abs(m.x - mark.x) < 24), marks[i + 1])
            if re.fullmatch(r"[A-ZĐ0-9&\-]{2,40}", after.words):
                symbol, end = symbol + after.words, after.end
        digits = groups.get("no") or re.match(r"\d*", groups.get("glued") or "")[0]  # type: ignore[index]
        separator = _separator(mark.match, groups)
        symbol = re.sub(r"\s*([-–—/])\s*", lambda m: "-" if m[1] in "–—" else m[1], symbol)
        symbol = symbol.strip("-/. ")
        if not digits:
            spans["symbol"] = _span(flow, mark.start, end)
            return None, symbol
        start = mark.offset + mark.match.start("no" if groups.get("no") else "glued")
        spans["number"] = _span(flow, start, end)
        printed = f"{digits}{separator}{symbol}"
        known = parse_number(printed)
        return known.number if known else printed, None
    return None, None


def _separator(match: re.Match[str], groups: dict[str, str | None]) -> str:
    if not groups.get("no"):
        return "/"
    between = match.string[match.end("no") : match.start("symbol")].strip()
    return "-" if between[-1:] in "-–—" else "/"


def _place_and_date(
    flow: Flow, marks: Sequence[Mark], spans: dict[str, Span]
) -> tuple[str | None, dt.date | None]:
    for i, mark in enumerate(marks):
        if mark.tag != "date" or mark.match is None:
            continue
        place = mark.match["place"]
        start = mark.offset + (mark.match.start("place") if place else 0)
        when = date_of(mark)
        if (
            place is None
            and i
            and marks[i - 1].words.endswith(",")
            and marks[i - 1].row == mark.row
        ):
            place = marks[i - 1].words.rstrip(" ,")
            start = marks[i - 1].start
        if place:
            place = clean(place)
            spans["place"] = _span(flow, start, start + len(place))
        if when:
            begin = mark.offset + mark.match.end("place") if mark.match["place"] else mark.start
            while begin < mark.end and not flow.reading.text[begin].isalnum():
                begin += 1
            spans["issued_on"] = _span(flow, begin, mark.end)
        return place, when
    return None, None


def _issuer(
    flow: Flow, marks: Sequence[Mark], spans: dict[str, Span]
) -> tuple[Unit | None, Unit | None]:
    """Parent and issuer from the lines that are left of a letterhead."""
    last = next((i for i, m in enumerate(marks) if m.tag == "number"), len(marks))
    lines = [m for m in marks[:last] if m.tag == "words" and is_issuer_line(m.words)]
    known = any(m.tag in ("nation", "motto", "party", "number", "date") for m in marks)
    if not lines or (not known and not lines[0].words.isupper()):
        return None, None
    units = group_units([m.words for m in lines])
    if not units:
        return None, None
    parent = unit_of(units[-2]) if len(units) > 1 else None
    name = full_name(units)
    issuer = unit_of(name or units[-1], parent.area if parent else None)
    if issuer.area is None and parent is not None and parent.area is not None:
        issuer = issuer.model_copy(update={"area": parent.area})
    spans["issuer"] = _span(
        flow, lines[0].start if len(units) == 1 else lines[-1].start, lines[-1].end
    )
    return parent, issuer


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
        spans["kind"] = _span(flow, marks[title.at].start, marks[title.at].end)
        parts = subject_marks(flow, marks, title)
    elif about is not None:
        parts = _about_parts(flow, marks, about)
    else:
        return None, None, None
    kind = title.kind if title else _letter_kind(marks)
    if not parts:
        return kind, None, title.at if title else about
    subject = clean(" ".join(words_of(text, s, e) for s, e in parts))
    subject = re.sub(r"^V/[vV]\s*:?\s*", "", subject)
    spans["subject"] = _span(flow, parts[0][0], parts[-1][1])
    last = max(i for i, m in enumerate(marks) if m.start < parts[-1][1])
    return kind, subject or None, _trailing(flow, marks, last)


def _untitled(marks: Sequence[Mark], stop: int) -> Title | None:
    """A letterhead whose `KẾ HOẠCH` is lost: the symbol names the kind, capitals the subject."""
    following = marks[stop]
    letters = [c for c in following.words if c.isalpha()]
    if following.tag != "words" or len(letters) < 12 or not following.words.isupper():
        return None
    kind = _letter_kind(marks[:stop])
    return Title(kind, stop - 1) if kind != "Công văn" else None


def _letter_kind(marks: Sequence[Mark]) -> str:
    """A `V/v` without a kind above it is a letter, unless the symbol names another kind."""
    for mark in marks:
        if mark.tag == "number" and mark.match is not None:
            symbol = mark.match.groupdict().get("symbol") or ""
            kind = KIND_OF_ABBREVIATION.get(re.split(r"[-–/ ]", symbol)[0].upper())
            return kind or "Công văn"
    return "Công văn"


def _about_parts(flow: Flow, marks: Sequence[Mark], about: int) -> list[tuple[int, int]]:
    out = [(marks[about].start, marks[about].end)]
    x = marks[about].x
    for mark in marks[about + 1 :]:
        if mark.tag != "words":
            continue
        if _TO.match(mark.words) or _BODY.match(mark.words) or abs(mark.x - x) > 16:
            break
        if marker_at(flow.reading.text, mark.start, mark.end) or len(out) > 8:
            break
        out.append((mark.start, mark.end))
    return out


def _trailing(flow: Flow, marks: Sequence[Mark], last: int) -> int:
    """Rules, notes in brackets, the authority and `Kính gửi` after the subject are head too."""
    to = False
    for i in range(last + 1, len(marks)):
        mark = marks[i]
        words = mark.words
        if mark.tag in ("rule", "mark", "date", "number", "nation", "motto") or _ATTACHED.match(words) or (words.endswith(")") and marks[last].words.startswith("(")):
            last = i
        elif _TO.match(words):
            to, last = True, i
        elif (to and len(words) < 160 and words[-1:] in ";." and not _BODY.match(words)) or (words.isupper() and not marker_at(flow.reading.text, mark.start, mark.end)):
            last = i
        else:
            break
    return last


def _after(flow: Flow, marks: Sequence[Mark], last: int) -> int:
    """The flat offset right after a mark: the next paragraph, or the rest of this one."""
    if last < 0 or not marks:
        return 0
    mark = marks[min(last, len(marks) - 1)]
    paragraph = flow.paragraphs[mark.paragraph]
    at = bisect_left(flow.at, mark.end, paragraph.start, paragraph.end)
    if flow.text[at : paragraph.end].strip(" .:*-"):
        while flow.text[at].isspace():
            at += 1
        return at
    following = mark.paragraph + 1
    return flow.starts[following] if following < len(flow.starts) else len(flow.text)


__all__ = ["Head", "find_head", "fold"]
