"""Letterhead: the lines above the title, each cut at what it is recognised by.

Quốc hiệu, tiêu ngữ, số, địa danh and ngày may stand on one printed line, in one column each,
or glued together without a space; what is left after cutting them out are issuer lines.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from extract.flow import Flow
from extract.folding import fold
from extract.head.date_lines import DATE, SCRAWLED_DATE
from extract.head.kinds import DRAFT_TITLE
from extract.lines import Line
from extract.pieces import columns_of, words_of

LETTERED = ("nation", "motto", "party", "number", "date")
"""What only a letterhead has."""

Tag = Literal["nation", "motto", "party", "number", "date", "rule", "mark", "words"]

_NATION = re.compile(r"cong\s+h?oa\s+xa\s+h\w{1,2}i\s+chu\s+nghia\s+viet\s*nam")
_MOTTO = re.compile(r"do\w{0,2}c\s+lap\W{0,4}tu\s+do\W{0,4}hanh\s+phuc")
# The line at the right of the Party's letterhead, and of the Youth Union's.
_PARTY = re.compile(
    r"DANG\s+CONG\s+SAN\s+VIET\s+NAM|DOAN\s+(?:TNCS|THANH\s+NIEN\s+CONG\s+SAN)\s+HO\s+CHI\s+MINH(?=\s*$)"
)
_RULE = re.compile(r"[-–—_=*.\s~oO0]*[-–—_=*~][-–—_=*.\s~oO0]*|\*+|/")
# Marks that stand above or beside the letterhead, and stamps of the office that received it.
_MARK = re.compile(
    r"\(?\s*(?:(?:(?:ban )?du thao|sao y|sao luc|trich sao|tai lieu|hoa toc|cong van den|ban chinh"
    r"|so den|ngay den|gio den|xem xet)\b"
    r"|(?:(?:toi |tuyet )?mat|(?:thuong )?khan(?: cap)?)\W*$|den(?=\W*(?:$|so\b|ngay\b|\d)))"
)
# Letters of symbols, among them the Cyrillic ones that scans put for Latin capitals.
_CAPS = "A-ZĐÐƯÔƠÂÊАВЕКМНОРСТУХ0-9"
_TOKEN = rf"[{_CAPS}][{_CAPS}&a-zđ.]{{0,30}}(?![^\W_])"
# The legislature prints its kinds before the number: `Luật số: …`, `Nghị quyết số: …`.
_LABEL = r"(?:Luật|Bộ luật|Pháp lệnh|Lệnh|Nghị quyết|LUẬT|NGHỊ QUYẾT)\s{1,3}"
_NUMBER = re.compile(
    rf"(?<!\w)(?:{_LABEL}[Ss]|S)[ốôồỐÔỒoO]\s*(?:[:.;]\s*)?"
    rf"(?P<body>(?P<no>\d{{1,5}}[a-zA-Z]?)?[\s.…_]{{0,40}}[/\-–—][ \t]{{0,6}}"
    rf"(?P<symbol>{_TOKEN}(?:[ ]{{0,2}}[/\-–—][ ]{{0,2}}{_TOKEN}){{0,8}}[-–/]?)"
    r"|(?P<glued>(?P<digits>\d{1,5})[ ]{0,2}"
    r"(?P<glued_symbol>[A-ZĐ]{2,12}(?:[-/][A-ZĐ0-9&a-z]{1,12}){1,3})))"
)
_BLANK_NUMBER = re.compile(r"(?<!\w)S[ốỐ]\s*[:.]\s*[.…_\s]*$")
# A number written by hand, as recognition makes it out; the symbol behind it is printed.
_SCRAWLED_NUMBER = re.compile(
    rf"(?<!\w)S[ốôồoóòöõ]\s?[:.;]\s*[^\n/]{{1,12}}(?:/[^\n/A-ZĐ]{{0,4}}){{0,2}}/{{1,2}}\s?"
    rf"(?P<symbol>{_TOKEN}(?:-\s?{_TOKEN}){{1,5}})(?=\s|$)"
)
_NUMBERS = (_NUMBER, _BLANK_NUMBER, _SCRAWLED_NUMBER)
_YEAR = re.compile(r"(?:19|20)\d\d")
_MAY_BE_DAY = re.compile("[gG].[yỳýỷỹỵYỲÝỶỸỴ]")  # the end of `ngày`, `NGÀY`, `ngay`
_LONGEST = 1500  # characters; a longer line is a paragraph and no part of a letterhead


@dataclass(frozen=True, slots=True)
class Mark:
    """A recognised stretch of a header line; `start` and `end` in the canonical text."""

    tag: Tag
    start: int
    end: int
    words: str
    row: int
    x: int
    paragraph: int
    match: "re.Match[str] | None" = None
    offset: int = 0  # of the match's string in the canonical text


def marks_of(
    flow: Flow,
    lines: Sequence[tuple[Line, int, int | None]],
    is_title: Callable[[str], bool],
) -> list[Mark]:
    """Cut printed lines (with paragraph and table column) at everything recognised."""
    out: list[Mark] = []
    titled = False
    for row, (line, paragraph, column) in enumerate(_rejoined(flow.reading.text, lines)):
        cut = _plain_marks if titled else _line_marks
        found = list(cut(flow.reading.text, line, row, paragraph, column))
        titled = titled or any(mark.tag == "words" and is_title(mark.words) for mark in found)
        out.extend(found)
    return out


def _rejoined(
    text: str, lines: Sequence[tuple[Line, int, int | None]]
) -> Iterator[tuple[Line, int, int | None]]:
    """Narrow cells break quốc hiệu and the date line: put two or three lines back together."""
    i = 0
    while i < len(lines):
        line, paragraph, column = lines[i]
        for more in (2, 1):
            if i + more < len(lines) and _broken(text, line, lines[i + more][0]):
                last, paragraph, _ = lines[i + more]
                line = Line(line.start, last.end, line.indent, line.blanks, line.page)
                i += more
                break
        yield line, paragraph, column
        i += 1


def _broken(text: str, first: Line, last: Line) -> bool:
    """Whether the lines from `first` to `last` are one quốc hiệu or one date line, cut."""
    # In a table's columns the next line may stand before this one.
    if not 0 < last.end - first.start <= 120 or first.end - first.start > 60:
        return False
    raw = text[first.start : last.end]
    if raw[0] not in "Cc" and not _MAY_BE_DAY.search(raw):
        return False
    whole = " ".join(raw.split())
    if "|" in whole:
        return False
    bare, begun = fold(whole).lower(), fold(text[first.start : first.end].strip()).lower()
    if bare.startswith("cong"):
        return _NATION.fullmatch(bare) is not None and not _NATION.search(begun)
    begun_day = DATE.fullmatch(text[first.start : first.end].strip())
    rest = text[last.start : last.end].strip()
    year_follows = begun_day and not (begun_day["year"] or begun_day["y"]) and _YEAR.fullmatch(rest)
    if "ngay" not in bare or (begun_day and not year_follows):
        return False
    match = DATE.fullmatch(whole)
    return match is not None and match["place"] is not None and not DATE.fullmatch(rest)


def _plain_marks(
    text: str, line: Line, row: int, paragraph: int, column: int | None
) -> Iterator[Mark]:
    """After the title numbers and dates belong to the subject: only columns are cut."""
    base = line.indent - line.start if column is None else column * 40 - line.start
    short = line.end - line.start <= _LONGEST
    for start, end in (
        columns_of(text, line.start, line.end) if short else ((line.start, line.end),)
    ):
        words = words_of(text, start, end)
        if words:
            yield Mark(_tag(words), start, end, words, row, base + start, paragraph)


def _line_marks(
    text: str, line: Line, row: int, paragraph: int, column: int | None
) -> Iterator[Mark]:
    base = line.indent - line.start if column is None else column * 40 - line.start
    if line.end - line.start > _LONGEST:
        words = words_of(text, line.start, line.start + _LONGEST)
        yield Mark("words", line.start, line.end, words, row, base + line.start, paragraph)
        return
    raw = text[line.start : line.end]
    bare = fold(raw)
    found: list[tuple[Tag, int, int, re.Match[str]]] = []
    for tag, match in (
        ("nation", _NATION.search(bare.lower())),
        ("motto", _MOTTO.search(bare.lower())),
        ("party", _PARTY.search(bare)),
        ("number", next(filter(None, (form.search(raw) for form in _NUMBERS)), None)),
    ):
        if match and (tag != "number" or _leads(raw, match.start())):
            found.append((tag, match.start(), match.end(), match))  # type: ignore[arg-type]
    found.sort(key=lambda f: f[1])
    at = 0
    stop_at = line.end - line.start
    for tag, start, end, match in [*found, ("rule", stop_at, stop_at, None)]:
        if start < at:
            continue
        yield from _rest(text, line.start + at, line.start + start, row, paragraph, base, column)
        if match is not None:
            begin, stop = line.start + start, line.start + end
            words = words_of(text, begin, stop)
            yield Mark(tag, begin, stop, words, row, base + begin, paragraph, match, line.start)
        at = end


def _leads(raw: str, start: int) -> bool:
    """Whether a match begins its column: at the line's start or after a gap."""
    before = raw[:start]
    return len(before) - len(before.rstrip()) > 1 or "\t" in before[-2:] or not before.strip(" *|/")


def _rest(
    text: str, start: int, end: int, row: int, paragraph: int, base: int, column: int | None
) -> Iterator[Mark]:
    raw = text[start:end]
    date = DATE.search(raw) if "gày" in raw or "gay" in raw.lower() else None
    if date and (raw[date.end() :].strip(" .,\t*|") or raw[: date.start()].rstrip()[-1:] == "("):
        date = None  # a date inside a sentence is not the date line
    if date is None and len(raw) < 70 and "gày" in raw:
        date = SCRAWLED_DATE.fullmatch(raw.strip())
        if date:
            start += len(raw) - len(raw.lstrip())
    stop = start + date.start() if date else end
    for begin, finish in columns_of(text, start, stop) if stop > start else ():
        words = words_of(text, begin, finish)
        if words:
            begin, finish = _trimmed(text, begin, finish)
            yield Mark(_tag(words), begin, finish, words, row, base + begin, paragraph)
    if date:
        begin, finish = start + date.start(), start + date.end()
        words = words_of(text, begin, finish)
        yield Mark("date", begin, finish, words, row, base + begin, paragraph, date, start)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    raw = text[start:end]
    return start + len(raw) - len(raw.lstrip()), end - len(raw) + len(raw.rstrip())


def _tag(words: str) -> Tag:
    if _RULE.fullmatch(words):
        return "rule"
    bare = fold(words).lower() if len(words) < 60 else ""
    if bare and _MARK.match(bare) and not DRAFT_TITLE.match(bare):
        return "mark"
    return "words"
