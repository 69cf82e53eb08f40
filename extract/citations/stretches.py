"""Stretches: how far the words of each citation run, and which citations stand in another's.

A document named in a subject (`về việc thực hiện Quyết định số …`) is nested; one that comes
after a comma or `và` may be the list's next, which ends the subject before it.
"""

import re
from collections.abc import Sequence

from extract.citations.anchor import Anchor
from extract.citations.found import Found
from extract.citations.issuers import joint
from extract.citations.subjects import Subject, subject_end, subject_of, subject_start
from extract.citations.tail import tail_at
from extract.kinds import is_law
from extract.sections import Frame

_REACH = 2000  # characters that a tail and a subject may run
_INSIDE = 12  # documents that a subject may name
_COORDINATE = re.compile(
    r"(?:[,;]|và|hoặc|cùng|[,;]\svà)\s{0,2}(?:các\s|với\s)?(?:[Ss]ố\s?:?\s?)?$"
)
_SAYS = re.compile(r"\S")  # `về`, `quy định`: words that lead to a subject and are none of it
# `… và ý kiến chỉ đạo của Giám đốc Sở tại Công văn số …`: the next document of the opening.
_BY_ORDER = re.compile(
    r"(?:\svà|[,;])\s(?:theo\s)?(?:ý kiến|sự chỉ đạo|chỉ đạo|đề nghị|kết luận|thông báo)"
    r"\s[^;.]{0,100}\s(?:tại|trong)\s$"
)


def with_tails(text: str, anchors: Sequence[Anchor], frame: Frame) -> list[Found]:
    """Tails and subjects, each bounded by the next document of the list that it is in."""
    found: list[Found] = []
    outer: Found | None = None
    for i, anchor in enumerate(anchors):
        stop = anchors[i + 1].start if i + 1 < len(anchors) else len(text)
        line = _reach(text, anchors, i)
        by_name = is_law(anchor.kind)
        tail = tail_at(text, anchor.end, min(stop, line), joint=joint(anchor), bare_year=by_name)
        item = Found(anchor, tail)
        if outer and outer.subject and anchor.start < outer.subject.end:
            item.nested = _stays_inside(text, outer, found[-1], item)
            if not item.nested:
                outer.subject = _cut(text, outer.subject, anchor.start)
        elif found:
            item.nested = _law_of(text, found[-1], item)
        if not by_name or anchor.number or anchor.amending:
            item.subject = _subject(text, item, line, frame)
        if not item.nested:
            outer = item
        found.append(item)
    return found


def _reach(text: str, anchors: Sequence[Anchor], i: int) -> int:
    """How far the words of the anchor may run: its paragraph, a dozen documents at most."""
    end = anchors[i].end
    reach = min(len(text), end + _REACH)
    line = text.find("\n", end, reach)
    line = reach if line < 0 else line
    return min(line, anchors[i + _INSIDE].start) if i + _INSIDE < len(anchors) else line


def _subject(text: str, item: Found, line: int, frame: Frame) -> Subject | None:
    tail, number = item.tail, item.anchor.number
    start = subject_start(text, tail.end)
    if start is None or start >= line:
        return None
    called = number is not None and number.system == "bare" and not (tail.dated or tail.issuer)
    if called and not _SAYS.search(text, tail.end, start) and text[start] not in '“"«':
        return None  # `Nghị quyết 57 tập trung tháo gỡ …`: the verb is a sentence's
    return subject_of(text, start, subject_end(text, start, line, opening=frame.in_opening(start)))


def _law_of(text: str, last: Found, item: Found) -> bool:
    """`Nghị định … một số điều của Luật X`: the law is the decree's matter, not the plan's."""
    gap = text[last.end : item.anchor.start]
    of = gap.endswith((" của ", " thi hành ", " chi tiết "))
    return item.anchor.number is None and of and ";" not in gap and len(gap) < 160


def _stays_inside(text: str, outer: Found, last: Found, item: Found) -> bool:
    """Whether a document named inside a subject belongs to it, or is the list's next one."""
    before = text[max(0, item.anchor.start - 24) : item.anchor.start]
    if _BY_ORDER.search(text, max(outer.tail.end, item.anchor.start - 160), item.anchor.start):
        return False
    if not _COORDINATE.search(before):
        return True
    gap = text[last.end : item.anchor.start]
    if not last.nested or len(gap) > 30:
        return False
    same = item.anchor.kind == last.anchor.kind
    if same and item.anchor.kind == outer.anchor.kind:
        return item.anchor.number is None
    return same


def _cut(text: str, subject: Subject, at: int) -> Subject | None:
    words = text[subject.start : at]
    words = _BY_ORDER.sub("", _COORDINATE.sub("", words))
    return subject_of(text, subject.start, subject.start + len(words))
