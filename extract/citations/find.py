"""Finding citations (viện dẫn): every mention of another document, in order of appearance.

`Căn cứ Kế hoạch số 12/KH-SNV ngày 05/3/2024 của Sở Nội vụ về …; Luật Lưu trữ năm 2024` gives
two citations, both `basis` where the words stand in the opening paragraphs. A law named in
another's subject is one more, always a `mention`. The document's own number is none.
"""

import re
from dataclasses import replace

from extract.citations.amending import give_to_amending
from extract.citations.anchor import Anchor
from extract.citations.anchors import find_anchors
from extract.citations.found import Found
from extract.citations.issuers import unit_by_symbol
from extract.citations.lists import give_issuers
from extract.citations.provisions import provision_before
from extract.citations.roles import Roles, changing_role, opening_end, roles_of
from extract.citations.stretches import with_tails
from extract.context import Context
from extract.flow import Flow
from extract.kinds import is_law
from extract.misread import as_printed
from extract.numbers import find_numbers, parse_number
from extract.sections import Frame
from extract.values import clean
from schemas import Citation, Role
from schemas.keys import number_key

# Before a document's own number; the legislature prints its kinds there too.
_OWN = re.compile(r"(?:Số\s?:?|SỐ\s?:|(?:Luật|Nghị quyết|Pháp lệnh) số\s?:)\s{0,4}$")
# A break between lines of words; a rule (`-----`) or the end of the header breaks off.
_TITLE_BREAK = re.compile(r"\n(?=[^\w\n]{0,8}\w)")
_DAY_OF_ISSUE = re.compile(r"\d\s*(?:/|tháng)\s*\d{1,2}\s*(?:/|,?\s*năm)\s*\d{4}")
_LAW_ALONE = re.compile(r"(?:(?:BỘ )?LUẬT|PHÁP LỆNH)\s?\n")
_LAID_DOWN = ("Quốc hội ban hành ", "Ủy ban Thường vụ Quốc hội ban hành ")
_ATTACHED = re.compile(r"(?:[Kk]èm theo|[Đđ]ính kèm)\s(?:bản\s)?$")


def find_citations(
    flow: Flow, frame: Frame, context: Context, own_number: str | None = None
) -> list[Citation]:
    """The citations of the document, grounded, in order of appearance; `own_number` is none."""
    text = flow.text
    own = _own_numbers(text, frame) | ({number_key(own_number)} if own_number else set())
    if frame.head_end:  # a title runs over lines
        head = _TITLE_BREAK.sub(" ", text[: frame.head_end])
        text = head + text[frame.head_end :]
    anchors = [a for a in find_anchors(text) if not _is_attached(a, text, own)]
    anchors = [a for a in anchors if not _is_own_law(a, flow.text, frame)]
    found = [f for f in with_tails(text, anchors, frame) if not _is_own(f, text, frame, own)]
    give_to_amending(text, found)
    give_issuers(text, found, context)
    frame = replace(frame, body_start=opening_end(text, frame))
    roles = roles_of(text, frame.head_end, frame.body_start)
    for previous, item in zip([None, *found], found, strict=False):
        item.role = _role(frame, text, item, previous, roles)
    return [_citation(flow, text, item) for item in found if _counts(item)]


def _own_numbers(text: str, frame: Frame) -> frozenset[str]:
    """Keys of the numbers that the letterhead prints as the document's own."""
    head = text[: frame.head_end]
    numbers = (
        parse_number(head[start:end])
        for start, end in find_numbers(head)
        if _OWN.search(head, max(0, start - 24), start)
    )
    return frozenset(number_key(n.number) for n in numbers if n)


def _is_attached(anchor: Anchor, text: str, own: frozenset[str]) -> bool:
    """Whether it is the document that this is an annex of, its own."""
    if not anchor.blank and _key(anchor) not in own:
        return False
    return bool(_ATTACHED.search(text[max(0, anchor.start - 20) : anchor.start]))


def _is_own_law(anchor: Anchor, text: str, frame: Frame) -> bool:
    """Whether a law names itself: in its title, and where the legislature lays it down."""
    if not is_law(anchor.kind) or anchor.number:
        return False
    before = text[max(0, anchor.start - 30) : anchor.start]
    if anchor.start < frame.head_end and _LAW_ALONE.match(text, anchor.start):
        return True
    return anchor.start < frame.body_start and before.endswith(_LAID_DOWN)


def _is_own(found: Found, text: str, frame: Frame, own: frozenset[str]) -> bool:
    """Whether it is the document's own number, and not that of another body's document.

    Every committee counts from 1: a commune's 53/KH-UBND may carry out its district's
    53/KH-UBND, which is of another day than the letterhead has.
    """
    if _key(found.anchor) not in own:
        return False
    day = found.tail.issued_on
    if day is None:
        return True
    printed = rf"(?<!\d)0?{day.day}\s*(?:/|tháng)\s*0?{day.month}\s*(?:/|,?\s*năm)\s*{day.year}"
    head = text[: frame.head_end]
    return bool(re.search(printed, head)) or not _DAY_OF_ISSUE.search(head)


def _key(anchor: Anchor) -> str | None:
    return number_key(anchor.number.number) if anchor.number else None


def _counts(found: Found) -> bool:
    """The rule: a kind with a number, a day or a year, or a law by its name."""
    anchor, tail = found.anchor, found.tail
    if anchor.number or tail.issued_on or tail.year:
        return True
    return bool(is_law(anchor.kind) and (anchor.name or anchor.amending))


def _citation(flow: Flow, text: str, found: Found) -> Citation:
    anchor, tail = found.anchor, found.tail
    ground = flow.ground(anchor.start, _ground_end(found))
    number = anchor.number
    repairs = _repairs(flow, anchor)
    if number and ground["confidence"] is not None:  # recognised from a picture
        number = as_printed(replace(number, repairs=repairs), anchor.kind)
        repairs = number.repairs
    law_name = clean(anchor.name) if anchor.name else None
    subject = law_name if is_law(anchor.kind) and law_name else None
    if subject is None and found.subject:
        subject = found.subject.words
    by_symbol = None
    if found.issuer is None and number and number.issuer_abbr:
        by_symbol = unit_by_symbol(number)
    return Citation(
        **ground,
        kind=anchor.kind,
        number=number.number if number else None,
        issued_on=tail.issued_on,
        year=tail.year,
        issuer=found.issuer,
        issuer_from_symbol=by_symbol,
        subject=subject,
        role=found.role,
        provision=provision_before(text, anchor.start),
        repairs=repairs,
    )


def _role(frame: Frame, text: str, found: Found, previous: Found | None, roles: Roles) -> Role:
    if found.nested:
        return "mention"
    start = found.anchor.start
    titled = start < frame.body_start
    after = text[found.tail.end : found.tail.end + 300]
    changing = changing_role(text[max(0, start - 160) : start], after, titled=titled)
    if changing:
        return changing
    near = previous is not None and start - previous.end < 40
    if near and _ATTACHED.search(text[max(0, start - 20) : start]):
        return "mention"  # `Đề án số 08 ban hành kèm theo Nghị quyết …`
    return roles.at(start) if frame.in_opening(start) else "mention"


def _ground_end(found: Found) -> int:
    """A long subject is left out of the words: they hold what was read and little else."""
    short = found.end - found.anchor.start <= 380
    return found.end if short else found.tail.end


def _repairs(flow: Flow, anchor: Anchor) -> tuple[str, ...]:
    """What was mended, a line or page break inside the number included."""
    if anchor.number is None or anchor.number_at is None:
        return ()
    repairs = list(anchor.number.repairs)
    if "ocr" not in repairs and _mended(flow, anchor.number_at, anchor.end):
        repairs.append("ocr")
    if _broken(flow, anchor.number_at, anchor.end):
        repairs = [r for r in repairs if r != "space"]
        repairs.insert(1 if repairs[:1] == ["separator"] else 0, "line-break")
    return tuple(repairs)


def _mended(flow: Flow, start: int, end: int) -> bool:
    """Whether letters of the number were another script's."""
    if not flow.reading.mended or start >= end:
        return False
    first, last = flow.source_of(start), flow.source_of(end - 1)
    return any(a <= last and first < b for a, b in flow.reading.mended)


def _broken(flow: Flow, start: int, end: int) -> bool:
    if start >= end:
        return False
    return "\n" in flow.reading.text[flow.source_of(start) : flow.source_of(end - 1) + 1]
