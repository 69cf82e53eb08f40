"""Documents without a printed kind: letters (công văn), and letterheads whose title is lost."""

import re
from collections.abc import Sequence

from extract.flow import Flow
from extract.head.letterhead import Mark
from extract.head.title import Title
from extract.kinds import kind_of_abbreviation
from extract.markers import marker_at

BODY = re.compile(
    r"(?:Căn\s+cứ|Thực\s+hiện|Triển\s+khai|Tiếp\s+tục|Tiếp\s+theo|Điều\s+\d|Chương\s+[IVX\d])"
)
TO = re.compile(r"Kính\s+gửi", re.IGNORECASE)
_ABOUT = re.compile(r"(?:V/v|Về\s+việc)\s*:?\s*", re.IGNORECASE)


def find_about(marks: Sequence[Mark]) -> int | None:
    """The `V/v` line of a letter, which has no kind printed."""
    seen = False
    for i, mark in enumerate(marks[:30]):
        seen = seen or mark.tag in ("nation", "number")
        if mark.tag == "words" and seen and _ABOUT.match(mark.words):
            return i
        if mark.tag == "words" and BODY.match(mark.words):
            return None
    return None


def about_parts(flow: Flow, marks: Sequence[Mark], about: int) -> list[tuple[int, int]]:
    """The lines of the subject under the number, down to `Kính gửi`."""
    out = [(marks[about].start, marks[about].end)]
    x = marks[about].x
    for mark in marks[about + 1 :]:
        if mark.tag != "words":
            continue
        if TO.match(mark.words) or BODY.match(mark.words) or abs(mark.x - x) > 16:
            break
        if marker_at(flow.reading.text, mark.start, mark.end) or len(out) > 8:
            break
        out.append((mark.start, mark.end))
    return out


def kind_of_symbol(marks: Sequence[Mark]) -> str:
    """`Công văn`, unless the symbol of the number names another kind."""
    for mark in marks:
        if mark.tag == "number" and mark.match is not None:
            symbol = mark.match.groupdict().get("symbol") or ""
            letters = [p for p in re.split(r"[-–/ ]", symbol) if p and not p.isdigit()]
            return (kind_of_abbreviation(letters[0]) if letters else None) or "Công văn"
    return "Công văn"


def untitled(marks: Sequence[Mark], stop: int) -> Title | None:
    """A letterhead whose `KẾ HOẠCH` is lost: the symbol names the kind, capitals the subject."""
    following = marks[stop]
    letters = [c for c in following.words if c.isalpha()]
    if following.tag != "words" or len(letters) < 12 or not following.words.isupper():
        return None
    kind = kind_of_symbol(marks[:stop])
    return Title(kind, stop - 1) if kind != "Công văn" else None
