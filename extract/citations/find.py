"""Finding citations (viện dẫn): every mention of another document, in order of appearance.

`Căn cứ Kế hoạch số 12/KH-SNV ngày 05/3/2024 của Sở Nội vụ về …; Luật Lưu trữ năm 2024` gives
two citations, both `basis` where the words stand in the opening paragraphs. A law named in
another's subject is one more, always a `mention`. The document's own number is none.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.citations.anchor import Anchor
from extract.citations.anchors import find_anchors
from extract.citations.issuers import issuer_before, joint, unit_by_symbol, unit_words
from extract.citations.provisions import provision_before
from extract.citations.roles import Roles, changing_role, roles_of
from extract.citations.subjects import Subject, subject_end, subject_of, subject_start
from extract.citations.tail import Tail, tail_at
from extract.context import Context
from extract.flow import Flow
from extract.kinds import is_law
from extract.numbers import NUMBER, parse_number
from extract.sections import Frame
from extract.values import clean
from schemas import Citation, Role, Unit
from schemas.keys import number_key

_OWN = re.compile(rf"(?:Số\s?:?|SỐ\s?:|(?:Luật|Nghị quyết|Pháp lệnh) số\s?:)\s{{0,4}}({NUMBER})")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_LATIN = dict(zip("АВЕЅІЈКМНОРСТУХаеіјорсухѕ", "ABESIJKMHOPCTYXaeijopcyxs", strict=True))
_REACH = 2000  # how far a tail and a subject may run
_INSIDE = 12  # no subject names more documents than that
_ATTACHED = re.compile(r"(?:[Kk]èm theo|[Đđ]ính kèm)\s(?:bản\s)?$")
_COORDINATE = re.compile(r"(?:[,;]|và|hoặc|cùng|[,;]\svà)\s{0,2}(?:các\s|với\s)?$")


@dataclass(slots=True)
class _Found:
    """A citation in the making; `after` says that its issuer stands after the number."""

    anchor: Anchor
    tail: Tail
    subject: Subject | None = None
    nested: bool = False
    issuer: Unit | None = None
    after: bool = False
    role: Role = "mention"

    @property
    def end(self) -> int:
        return max(self.tail.end, self.subject.end if self.subject else 0)


def find_citations(flow: Flow, frame: Frame, context: Context) -> list[Citation]:
    """The citations of the document, grounded, in order of appearance."""
    text = flow.text
    if _CYRILLIC.search(text):  # letters that only look Latin, from a bad text layer
        text = _CYRILLIC.sub(lambda m: _LATIN.get(m[0], m[0]), text)
    own = _own_numbers(text, frame)
    if frame.head_end:  # a title runs over lines
        head = text[: frame.head_end].replace("\n", " ")
        text = head + text[frame.head_end :]
    anchors = [a for a in find_anchors(text) if not _is_own(a, text, own)]
    found = _with_tails(text, anchors, frame)
    _give_to_amending(text, found)
    _give_issuers(text, found, context)
    roles = roles_of(text, frame.head_end, frame.body_start)
    for previous, item in zip([None, *found], found, strict=False):
        item.role = _role(frame, text, item, previous, roles)
    return [_citation(flow, text, item) for item in found if _counts(item)]


def _own_numbers(text: str, frame: Frame) -> frozenset[str]:
    """Keys of the numbers that the letterhead prints as the document's own."""
    head = text[: frame.head_end]
    numbers = (parse_number(m[1]) for m in _OWN.finditer(head))
    return frozenset(number_key(n.number) for n in numbers if n)


def _is_own(anchor: Anchor, text: str, own: frozenset[str]) -> bool:
    if anchor.number and number_key(anchor.number.number) in own:
        return True
    return anchor.blank and bool(_ATTACHED.search(text[max(0, anchor.start - 20) : anchor.start]))


def _with_tails(text: str, anchors: Sequence[Anchor], frame: Frame) -> list[_Found]:
    """Tails and subjects, each bounded by the next document of the list that it is in."""
    found: list[_Found] = []
    outer: _Found | None = None
    for i, anchor in enumerate(anchors):
        stop = anchors[i + 1].start if i + 1 < len(anchors) else len(text)
        reach = min(len(text), anchor.end + _REACH)
        line = text.find("\n", anchor.end, reach)
        line = reach if line < 0 else line
        if i + _INSIDE < len(anchors):
            line = min(line, anchors[i + _INSIDE].start)
        tail = tail_at(
            text,
            anchor.end,
            min(stop, line),
            joint=joint(anchor),
            bare_year=is_law(anchor.kind),
        )
        item = _Found(anchor, tail)
        if outer and outer.subject and anchor.start < outer.subject.end:
            item.nested = _stays_inside(text, outer, found[-1], item)
            if not item.nested:
                outer.subject = _cut(text, outer.subject, anchor.start)
        elif found:
            item.nested = _law_of(text, found[-1], item)
        if not is_law(anchor.kind) or anchor.number or anchor.amending:
            start = subject_start(text, tail.end)
            if start is not None and start < line:
                end = subject_end(text, start, line, opening=frame.in_opening(start))
                item.subject = subject_of(text, start, end)
        if not item.nested:
            outer = item
        found.append(item)
    return found


def _law_of(text: str, last: _Found, item: _Found) -> bool:
    """`Nghị định … một số điều của Luật X`: the law is the decree's matter, not the plan's."""
    gap = text[last.end : item.anchor.start]
    of = gap.endswith((" của ", " thi hành ", " chi tiết "))
    return item.anchor.number is None and of and ";" not in gap and len(gap) < 160


def _stays_inside(text: str, outer: _Found, last: _Found, item: _Found) -> bool:
    """Whether a document named inside a subject belongs to it, or is the list's next one."""
    before = text[max(0, item.anchor.start - 24) : item.anchor.start]
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
    words = _COORDINATE.sub("", words)
    return subject_of(text, subject.start, subject.start + len(words))


def _counts(found: _Found) -> bool:
    """The rule: a kind with a number, a day or a year, or a law by its name."""
    anchor, tail = found.anchor, found.tail
    if anchor.number or tail.issued_on or tail.year:
        return True
    return bool(is_law(anchor.kind) and (anchor.name or anchor.amending))


def _give_to_amending(text: str, found: Sequence[_Found]) -> None:
    """`Luật sửa đổi … của Luật X số 83/2025/QH15 ngày …`: number and day are the first one's."""
    for i, one in enumerate(found):
        if not one.anchor.amending or one.subject is None:
            continue
        inside = [f for f in found[i + 1 : i + 12] if f.nested and f.anchor.start < one.end]
        if not inside:
            continue
        two, last = inside[0], inside[-1]
        if not (one.tail.issued_on or one.tail.year or one.anchor.number):
            number, number_at = two.anchor.number, two.anchor.number_at
            one.anchor = replace(one.anchor, number=number, number_at=number_at)
            one.tail = replace(two.tail, end=one.tail.end)
            two.anchor = replace(two.anchor, number=None, number_at=None)
            two.tail = Tail(two.tail.end)
        one.subject = subject_of(text, one.subject.start, _name_end(text, last.anchor))


def _name_end(text: str, anchor: Anchor) -> int:
    """Where a law's name ends, its number left out."""
    name = anchor.name or ""
    at = text.find(name, anchor.start, anchor.end)
    return at + len(name) if name and at >= 0 else anchor.end


def _give_issuers(text: str, found: Sequence[_Found], context: Context) -> None:
    """After the number, before it, or once for a list whose numbers are of one issuer."""
    for i, item in enumerate(found):
        if item.tail.issuer:
            item.issuer, item.after = unit_words(item.tail.issuer, context), True
        else:
            low = found[i - 1].tail.end if i else 0
            item.issuer = issuer_before(text, low, item.anchor, context)
    for i in range(len(found) - 1, 0, -1):  # `số A và số B của Bộ …`
        one, two = found[i - 1], found[i]
        if one.issuer is None and two.issuer and two.after and _listed(text, one, two):
            one.issuer, one.after = two.issuer, True
    flat = [item for item in found if not item.nested]
    for one, two in zip(flat, flat[1:], strict=False):
        before = not one.tail.issuer or two.anchor.shared  # `Chủ tịch tại Công văn số A và … B`
        near = two.anchor.start - one.end < 12
        if two.issuer is None and one.issuer and before and near and _of_one(one, two):
            two.issuer = one.issuer
    _give_areas(found)


def _give_areas(found: Sequence[_Found]) -> None:
    """A place printed once with an issuer holds for its bare name in the same document."""
    areas: dict[str, set[str]] = {}
    for item in found:
        if item.issuer and item.issuer.area:
            areas.setdefault(item.issuer.name, set()).add(item.issuer.area)
    for item in found:
        known = areas.get(item.issuer.name) if item.issuer else None
        if item.issuer and not item.issuer.area and known and len(known) == 1:
            item.issuer = item.issuer.model_copy(update={"area": next(iter(known))})


def _listed(text: str, one: _Found, two: _Found) -> bool:
    """Whether two stand in one list, nothing between them but `và`, a comma, `số`."""
    gap = text[one.end : two.anchor.start]
    near = bool(re.fullmatch(r"\s*(?:[,;]|và|[,;]\s?và)\s*(?:các\s|số\s?:?\s?)?", gap))
    return near and not one.subject and _of_one(one, two)


def _of_one(one: _Found, two: _Found) -> bool:
    """Whether both numbers show the same issuer."""
    a, b = one.anchor.number, two.anchor.number
    return bool(a and b and a.issuer_abbr and a.issuer_abbr == b.issuer_abbr)


def _citation(flow: Flow, text: str, found: _Found) -> Citation:
    anchor, tail = found.anchor, found.tail
    number = anchor.number
    law_name = clean(anchor.name) if anchor.name else None
    subject = law_name if is_law(anchor.kind) and law_name else None
    if subject is None and found.subject:
        subject = found.subject.words
    by_symbol = None
    if found.issuer is None and number and number.issuer_abbr:
        by_symbol = unit_by_symbol(number)
    return Citation(
        **flow.ground(anchor.start, _ground_end(found)),
        kind=anchor.kind,
        number=number.number if number else None,
        issued_on=tail.issued_on,
        year=tail.year,
        issuer=found.issuer,
        issuer_from_symbol=by_symbol,
        subject=subject,
        role=found.role,
        provision=provision_before(text, anchor.start),
        repairs=_repairs(flow, anchor),
    )


def _role(
    frame: Frame, text: str, found: _Found, previous: _Found | None, roles: Roles
) -> Role:
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


def _ground_end(found: _Found) -> int:
    """A long subject is left out of the words: they hold what was read and little else."""
    short = found.end - found.anchor.start <= 380
    return found.end if short else found.tail.end


def _repairs(flow: Flow, anchor: Anchor) -> tuple[str, ...]:
    """What was mended, a line or page break inside the number included."""
    if anchor.number is None or anchor.number_at is None:
        return ()
    repairs = list(anchor.number.repairs)
    if "ocr" not in repairs and _CYRILLIC.search(flow.text, anchor.number_at, anchor.end):
        repairs.append("ocr")
    if _broken(flow, anchor.number_at, anchor.end):
        repairs = [r for r in repairs if r != "space"]
        repairs.insert(1 if repairs[:1] == ["separator"] else 0, "line-break")
    return tuple(repairs)


def _broken(flow: Flow, start: int, end: int) -> bool:
    source, at = flow.reading.text, flow.at
    for i in range(start, end - 1):
        if at[i + 1] - at[i] > 1 and "\n" in source[at[i] : at[i + 1] + 1]:
            return True
        if source[at[i]] == "\n":
            return True
    return False


