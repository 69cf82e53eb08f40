"""Subjects: the unit that a sentence of an assignment begins with, and what it is to do.

`Giao Sở Y tế chủ trì, phối hợp với Công an tỉnh kiểm tra …` names a lead, a partner and the
work; `Các xã, phường báo cáo …` a group and the work.
"""

import re
from dataclasses import dataclass

from extract.patterns.assignments import BODIES, GROUPS, OFFICES, PERSONS, VERBS
from extract.units import unit_at

_ASSIGN = re.compile(
    r"(?:Giao(?: cho)?|Đề nghị|Yêu cầu|Phân công|Trách nhiệm của|Đối với|Ủy quyền(?: cho)?)\s+"
)
_HEAD = re.compile(
    rf"(?:(?:{OFFICES})\s+(?:các\s+)?)*(?:(?:{BODIES})(?!\w)"
    r"|(?:(?<=[Cc]ác )|(?<=hững )|(?<=thể )|(?<=[Tt]rưởng )|(?<=(?:đạo|thư|đầu|đốc) )|(?<=tịch ))"
    rf"(?:{GROUPS})(?!\w))|{PERSONS}"
)
_VERB = re.compile(rf"(?<!\w)(?:{VERBS}|dự kiến|sẽ|đã|đang)(?!\w)")
_LEADS = re.compile(
    r"\s*(?:là (?:cơ quan|đơn vị) )?(?:có trách nhiệm |chịu trách nhiệm )?chủ trì(?!\w)\s*,?\s*"
)
_WITH = re.compile(
    r"(?:và\s+)?(?:phối hợp(?: chặt chẽ)?|cùng)(?: với)?\s+(?:các\s+(?=\w+\s+(?:liên quan"
    r"|có liên quan)))?"
)
_ACCOUNTABLE = re.compile(r"\s*(?:có|chịu) trách nhiệm(?: trong việc)?\s+")
_RELATIVE = re.compile(
    r"(?:được giao|được phân công)[^.;:]{0,120}?(?:Kế hoạch này|kèm theo|Phụ lục|phụ trách"
    r"|quản lý)(?:\s+(?:này|của Kế hoạch này))?"
)
# What narrows a group down instead of saying what it is to do.
_QUALIFIED = re.compile(
    r" (?:được (?:giao|phân công)|có liên quan|liên quan|trực thuộc|thuộc|trên địa bàn|trong|khác"
    r"|và|hoặc|của|tại)"
)
_NEXT_UNIT = re.compile(rf", (?:(?:{OFFICES})|(?:{BODIES}))(?!\w)")
_NEAR = 25  # characters that a place may add to a known name
_NOUN = re.compile(
    rf",(?! (?:{VERBS})(?!\w))"
    r"| (?:thành viên|chính trị|đoàn thể|cá nhân|xã hội|cơ sở đảng|Đảng|đảng|tôn giáo"
    r"|hội(?! (?:nghị|thảo|thi|thao|diễn|trại|chợ|báo(?! cáo)|khỏe|sách|họp|giảng|đàm|vật|đua"
    r"|làng|xuân)))"
    r"(?!\w)"
)
_PLURAL = re.compile(r"(?<!\w)(?:[Cc]ác|[Nn]hững|[Mm]ọi|thể|cơ quan,) $")
_MATTER = re.compile(r" (?:việc|công tác|thực hiện|các|tốt|chặt)(?!\w)")  # of a verb, not a name
_MOST = 220  # no unit phrase is longer, in characters


@dataclass(frozen=True, slots=True)
class Subject:
    """Flat offsets: the lead's words, the partners' words if any, and where the work begins."""

    lead: tuple[int, int]
    partners: tuple[int, int] | None
    work: int
    assigned: bool


def without_assignment(words: str) -> str:
    """Words without the verb that assigns: `Đề nghị Hội Nông dân xã` gives the unit."""
    assign = _ASSIGN.match(words)
    return words[assign.end() :] if assign else words


def begins_unit(words: str) -> bool:
    """Whether words begin as the name of a unit or a group of units does."""
    return bool(_HEAD.match(words))


def subject_at(text: str, start: int, end: int) -> Subject | None:
    """The unit that `text[start:end]` begins with, or None if it begins with none."""
    assign = _ASSIGN.match(text, start, end)
    at = assign.end() if assign else start
    if not _HEAD.match(text, at, end):
        return None
    stop = _by_name(text, at, end, _unit_end(text, at, end))
    if stop is None or stop >= end:
        return None
    lead = _trimmed(text, at, stop)
    work, partners = stop, None
    chairs = _LEADS.match(text, stop, end)
    after = chairs.end() if chairs else stop
    joint = _WITH.match(text, after, end)
    if joint:
        partner_end = _unit_end(text, joint.end(), end, strict=False)
        partner_end = _by_name(text, joint.end(), end, partner_end)
        if partner_end is not None and partner_end > joint.end():
            partners = _trimmed(text, joint.end(), partner_end)
            work = partner_end
            if not chairs and not assign:
                work = stop  # `phối hợp với … tổ chức …`: the joint work is the duty's words
        elif chairs:
            work = after
    elif chairs:
        work = after
    duty = _ACCOUNTABLE.match(text, work, end)
    if duty:
        work = duty.end()
    while work < end and text[work] in " ,:":
        work += 1
    return Subject(lead, partners, work, bool(assign or chairs)) if work < end else None


def _unit_end(text: str, start: int, end: int, *, strict: bool = True) -> int | None:
    """Where the unit phrase that begins at start gives way to a verb or a colon."""
    limit = min(end, start + _MOST)
    at = start
    relative = _RELATIVE.search(text, start, limit)
    colon = text.find(":", start, limit)
    for verb in _VERB.finditer(text, at, limit):
        if relative and relative.start() <= verb.start() < relative.end():
            continue
        if colon != -1 and colon < verb.start():
            return colon
        if verb.start() == start:
            return None if strict else start
        if _inside_name(text, verb):
            continue
        return verb.start()
    return colon if colon != -1 else None


def _by_name(text: str, start: int, end: int, stop: int | None) -> int | None:
    """A name that is known ends before a verb that is not: `Đoàn Thanh niên trực đêm`."""
    unit = unit_at(text, start) if start < end else None
    if unit is None or unit.end >= end or (stop is not None and stop <= unit.end + _NEAR):
        return stop
    if stop is not None and _NEXT_UNIT.search(text, unit.end, stop):
        return stop  # `Giám đốc BHXH cơ sở, Trưởng các phòng chịu trách nhiệm`
    goes_on = text[unit.end : unit.end + 24]
    if goes_on[:1] != " " or not goes_on[1:2].islower() or _QUALIFIED.match(goes_on):
        return stop
    return unit.end


_NAMES = re.compile(r"(?:Ban|Tổ|Đội|Hội đồng|Đoàn|Văn phòng|Phòng|Bộ phận|Tổ công tác)\s+$")


def _inside_name(text: str, verb: re.Match[str]) -> bool:
    """`Ban chỉ đạo`, `Tổ giám sát`, `Đoàn kiểm tra`: the verb belongs to the body's name."""
    if _NAMES.search(text, max(0, verb.start() - 14), verb.start()):
        return True
    before = text[max(0, verb.start() - 12) : verb.start()]
    if before.endswith("người ") and verb[0] in ("tham gia", "nộp", "sử dụng", "quản lý"):
        return True  # `Phòng Phát triển người tham gia`
    if verb[0] == "tổ chức" and (_NOUN.match(text, verb.end()) or _PLURAL.search(before)):
        return True  # `các tổ chức thành viên`, `cơ quan, tổ chức, cá nhân`
    if verb[0] in ("quản lý", "chỉ đạo") and before.endswith(" ban "):
        return not _MATTER.match(text, verb.end())  # `các ban quản lý chợ`
    return (
        before.endswith(("cơ quan ", "đơn vị ", "công tác ", "bộ phận "))
        and verb[0]
        in (
            "chủ trì",
            "phối hợp",
            "thực hiện",
            "quản lý",
            "chỉ đạo",
        )
        and text[verb.end() : verb.end() + 1] != ","
    )


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while end > start and text[end - 1] in " ,:;":
        end -= 1
    return start, end
