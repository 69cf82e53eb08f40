"""Candidates: paragraphs that begin with a number of the genre, before any is believed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.flow import Flow
from extract.markers import MarkerKind, marker_at, rank_of, roman_value
from extract.paragraphs import Paragraph

# How deep a kind of number stands against the others; siblings share an order.
ORDER: dict[str, int] = {
    "annex": 0,
    "part": 1,
    "chapter": 2,
    "section": 3,
    "upper": 4,
    "roman": 5,
    "article": 6,
    "number": 7,
    "dotted": 8,
    "letter": 12,
    "paren": 13,
}
_MOST = 6_000  # numbered paragraphs; a code of laws has fewer
_MARKUP = re.compile(r"[#>*_\s]{0,12}(?=\S)")
_UPPER = re.compile(r"([A-HĐ])\s?(?:[.)/]|[-–](?=\s))\s?[-–]?\*{0,2}\s*(?=[^\W\d_])")
_ROMAN = re.compile(
    r"([IVX]{1,6})\s?(?:[./)][-–.]?|[-–:](?=\s|\*)|(?=\s+[^\W\d_a-z][^\W\d_a-z]))\*{0,2}\s*(?=[^\W\d_])"
)
_NUMBER = re.compile(
    r"(\d{1,2})\s?\\?(?:[.)/][-–.]?|[-–](?=\s|\*)|:(?=\s))\*{0,2}\s*(?=[^\W\d_]|[“\"'‘(*]|\d{1,3}\s?%|\d{2,4}\s)"
)
_WORD_NUMBER = re.compile(
    r"((?:Nhiệm vụ|Nội dung|Nhóm nhiệm vụ|Mục tiêu|Giải pháp|Hoạt động|Dự án|Tiểu dự án|Hợp phần)"
    r"\s+(?:thứ\s+\w+|\d{1,2}|[IVX]{1,5}))\s?[.:]\s*(?=[^\W\d_])"
)


# Numerals with a stroke too few or too many; digits alone are left as numbers.
_SPOILT = re.compile(
    r"((?=[IVX1|l]*[HLTỊị])[IVXHLTỊị1|l]{1,5}|[1|l]{0,2}[IVX]+[1|l]{1,2}|[1|l][IVX]+)\s?[./]\s?(?=[^\W\d_])"
)
_STROKES = str.maketrans(
    {"H": "II", "L": "I", "T": "I", "Ị": "I", "ị": "I", "1": "I", "|": "I", "l": "I"}
)
_NUMERAL = re.compile(r"X?(?:I{1,3}|IV|VI{0,3}|IX|X)")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A numbered paragraph: `start` of its number, `words` of its text, `end` of paragraph."""

    index: int
    kind: str
    order: int
    label: str
    rank: int | None
    start: int
    words: int
    end: int


def candidates_of(flow: Flow, first: int, stop: int) -> Iterator[Candidate]:
    """The numbered paragraphs outside real tables, from paragraph `first` to `stop - 1`."""
    found_so_far = 0
    recognised = flow.reading.read_by in ("ocr", "pdf-mixed")
    for index in range(first, stop):
        if found_so_far > _MOST:
            return
        paragraph = flow.paragraphs[index]
        if paragraph.place is not None or _is_row(flow, paragraph):
            continue
        found = _misread(flow.text, paragraph, index) if recognised else None
        found = found or _candidate(flow.text, paragraph, index)
        if found:
            found_so_far += 1
            yield found


def _is_row(flow: Flow, paragraph: Paragraph) -> bool:
    """Whether the printed line is a row of a table that an export wrote with tabs."""
    line = paragraph.lines[0]
    if "\t" not in flow.reading.text[line.start : line.end]:
        return False
    return len(line.columns(flow.reading.text)) > 2


def _misread(text: str, paragraph: Paragraph, index: int) -> Candidate | None:
    """`HI. TỔ CHỨC THỰC HIỆN`: a numeral over capitals as recognition makes it out."""
    match = _SPOILT.match(text, paragraph.start, paragraph.end)
    if match is None or not text[match.end() : match.end() + 12].isupper():
        return None
    label = match[1].translate(_STROKES)
    rank = roman_value(label) if _NUMERAL.fullmatch(label) else None
    if rank is None:
        return None
    start, end = paragraph.start, paragraph.end
    return Candidate(index, "roman", ORDER["roman"], label, rank, start, match.end(), end)


def _candidate(text: str, paragraph: Paragraph, index: int) -> Candidate | None:
    start, end = paragraph.start, paragraph.end
    if text[start] in "#>*_ ":
        markup = _MARKUP.match(text, start, end)
        start = markup.end() if markup else start
    if not (text[start].isdigit() or text[start].isalpha() or text[start] == "("):
        return None
    marker = marker_at(text, start, end)
    if marker and marker.kind != "bullet" and not _one_letter(marker.kind, marker.label):
        order = ORDER[marker.kind] + (marker.label.count(".") - 1 if marker.kind == "dotted" else 0)
        return Candidate(
            index, marker.kind, order, marker.label, marker.rank, start, marker.end, end
        )
    return _loose(text, start, end, index)


def _one_letter(kind: MarkerKind, label: str) -> bool:
    """`C.` and `D.` may be the Roman hundred and five hundred, and in plans never are."""
    return kind == "roman" and label in ("C", "L", "D")


def _loose(text: str, start: int, end: int, index: int) -> Candidate | None:
    """Numbers of offices' own making: `I/`, `II MỤC TIÊU`, `1 -`, `A.`, `Nhiệm vụ 1:`."""
    for kind, pattern in (("roman", _ROMAN), ("number", _NUMBER), ("upper", _UPPER)):
        match = pattern.match(text, start, end)
        if not match:
            continue
        label = match[1]
        rank = roman_value(label) if kind == "roman" else None
        if kind == "number":
            rank = int(label)
        elif kind == "upper":
            rank = rank_of("upper", label)
        if rank:
            return Candidate(index, kind, ORDER[kind], label, rank, start, match.end(), end)
    match = _WORD_NUMBER.match(text, start, end)
    if match:
        rank = rank_of("number", match[1]) or rank_of("part", match[1])
        return Candidate(index, "article", 6, match[1], rank, start, match.end(), end)
    return None
