"""Addressing (giao cho ai): whether a plan gives work to a body: by its units, by a heading over
the work, or by how a line begins.
"""

import re
from collections.abc import Iterator

from checks.meant import is_meant
from schemas import Heading, Plan, Span, Unit
from schemas.keys import words_key


def addressed_units(plan: Plan) -> list[Unit]:
    """Every unit that a plan gives work to."""
    units = [unit for task in plan.tasks for unit in (*task.leads, *task.partners)]
    return units + [duty.unit for duty in plan.duties]


def addresses(upper: Plan, issuer: Unit) -> bool:
    """Whether a plan speaks to a body by its name or to its kind, in work or recipients."""
    if any(means(unit, issuer) for unit in addressed_units(upper)):
        return True
    told = {r.name for r in upper.document.recipients if r.purpose != "lưu"}
    return any(is_meant(words_key(name), issuer) for name in told)


_LED_BY = re.compile(
    r"^(?:giao |đối với |trách nhiệm (?:của )?|nhiệm vụ của |phân công )?"
    r"(?=các |ủy ban|ubnd|sở |phòng "
    r"|trường |huyện ủy|đảng ủy|chi bộ|xã|cấp )"
)


def headings_of(plan: Plan, issuer: Unit) -> Iterator[Span]:
    """The stretches under headings that give what follows to a body: `III. UBND các xã`."""
    headings = sorted(
        (h for h in plan.outline if h.span and h.title), key=lambda h: h.span.start if h.span else 0
    )
    told = [r.span.start for r in plan.document.recipients if r.span]
    at = plan.text.rfind("Nơi nhận")
    last = min([*told, *([at] if at > 0 else []), len(plan.text)])
    for place, heading in enumerate(headings):
        title = words_key(heading.title or "")
        lead = _LED_BY.match(title)
        if heading.span and lead and is_meant(title[lead.end() :], issuer):
            after = (h for h in headings[place + 1 :] if not _is_part(h, heading))
            end = next((h.span.start for h in after if h.span), last)
            yield Span(start=heading.span.end, end=max(end, heading.span.end))


def _is_part(one: Heading, heading: Heading) -> bool:
    """Whether a heading is an item of another, `2.1` of `2`, and names no body of its own."""
    number = (one.number or "").rstrip(".")
    part = bool(heading.number) and number.startswith(f"{(heading.number or '').rstrip('.')}.")
    return part and not _LED_BY.match(words_key(one.title or ""))


def under_heading(plan: Plan, span: Span, issuer: Unit) -> bool:
    """Whether the nearest heading before a place gives what follows to a body: `Giao các …`."""
    return any(one.start <= span.start < one.end for one in headings_of(plan, issuer))


_NUMBERED = re.compile(
    r"^\W*(?:(?:\d{1,2}(?:\.\d{1,2})*[.)]?|[a-zđ]\)|\([ivx\d]+\)|[ivx]+[.)]|thứ \w+,?|giao"
    r"|yêu cầu|đề nghị|[-+*•])\s+)*",
    re.IGNORECASE,
)
_HEAD_OF_UNIT = re.compile(
    r"^(?:các |ủy ban nhân dân|ubnd|sở |phòng |trường |huyện ủy|đảng ủy|chi bộ|hiệu trưởng"
    r"|thủ trưởng)"
)
_OPENING = 70  # characters in which a line names who does its work


def opens_line(plan: Plan, span: Span, issuer: Unit) -> bool:
    """Whether the line of a place begins with a body, or names it behind a colon:
    `Thứ nhất, Sở Nội vụ mở …; dự báo …`, `Tủ lưu mẫu: các trường mua sắm`."""
    start = plan.text.rfind("\n", 0, span.start) + 1
    line = " ".join(plan.text[start : span.end].split())
    numbered = _NUMBERED.match(line)
    rest = line[numbered.end() :] if numbered else line
    heads = [rest[:_OPENING], *(part.strip()[:_OPENING] for part in rest.split(":")[1:2])]
    keys = [words_key(head) for head in heads]
    return any(_HEAD_OF_UNIT.match(key) and is_meant(key, issuer) for key in keys)


_GROUP = re.compile(r"\bcác (?:tỉnh|huyện|quận|xã|phường|thị xã|thành phố)\b|^các ")


def means(unit: Unit, issuer: Unit) -> bool:
    """Whether a unit that gets work is a body, or a group that it belongs to.

    The level of a group is not held against it: `phòng … các huyện` has none of its own.
    """
    key = words_key(unit.name)
    group = unit.group or _GROUP.search(key)
    if not group:
        if unit.level and issuer.level and unit.level != issuer.level:
            return False
        if unit.area and issuer.area and unit.level == issuer.level:
            return words_key(unit.area) == words_key(issuer.area) and is_meant(key, issuer)
    return any(is_meant(words_key(name), issuer) for name in (unit.name, *unit.members))
