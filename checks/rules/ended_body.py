"""Body that no longer exists on the date.

What it checks: whether the units that get work, or are told, existed on the day of the plan:
the district level ended on 30/6/2025, several ministries and departments on 28/02/2025, merged
provinces on 30/6/2025.
Why: nobody does the work of a body that has ended.
Example: a plan of September 2025 that gives work to `Ủy ban nhân dân các huyện`.
What to do: name the body that took over.
Legal source: Nghị quyết 176/2025/QH15, 202/2025/QH15, 203/2025/QH15; NĐ 45/2025/NĐ-CP; Luật Tổ
chức chính quyền địa phương 2025.

Kiểm tra gì: đơn vị được giao việc hoặc nhận văn bản có còn tồn tại vào ngày ban hành hay không:
cấp huyện kết thúc ngày 30/6/2025, một số bộ, sở kết thúc ngày 28/02/2025, các tỉnh sáp nhập
ngày 30/6/2025.
Vì sao: không ai làm việc của cơ quan đã kết thúc hoạt động.
Ví dụ: kế hoạch tháng 9/2025 giao việc cho `Ủy ban nhân dân các huyện`.
Cần làm: ghi cơ quan kế thừa.
Căn cứ: Nghị quyết 176/2025/QH15, 202/2025/QH15, 203/2025/QH15; NĐ 45/2025/NĐ-CP; Luật Tổ chức
chính quyền địa phương 2025.
"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from checks.case import Case
from checks.fault import Fault, Passage, Text
from checks.reference.bodies import DISTRICTS_END
from checks.reference.confidence import Confidence, supported
from checks.reference.provinces import province_named
from checks.rule import Rule
from checks.rules.superior_missing import written_out
from checks.words import UPPER
from schemas import Span, Unit
from schemas.keys import words_key

_DISTRICT = re.compile(
    r"\b(?:ủy ban nhân dân|hội đồng nhân dân|công an|mặt trận tổ quốc|ban chỉ huy quân sự"
    r"|bảo hiểm xã hội|tòa án nhân dân|viện kiểm sát nhân dân|hội nông dân|hội liên hiệp phụ nữ"
    r"|hội cựu chiến binh|liên đoàn lao động)\s(?:các\s|cấp\s)*"
    r"(?:huyện|quận|thị xã)\b"
    r"|\bcấp huyện\b|\bcác huyện\b|^huyện\b|\bphòng [^,;]{3,40} (?:các )?(?:huyện|quận|thị xã)\b"
)
_OFFICE = re.compile(
    rf"(?:UBND|Ủy\s+ban\s+nhân\s+dân|Uỷ\s+ban\s+nhân\s+dân|Phòng\s+[{UPPER}][^,;.:\n]{{2,40}}?"
    r"|Ban\s+[Cc]hỉ\s+huy\s+[Qq]uân\s+sự|Công\s+an|Bảo\s+hiểm\s+xã\s+hội|Tòa\s+án\s+nhân\s+dân"
    r"|Viện\s+[Kk]iểm\s+sát\s+nhân\s+dân|Hội\s+Nông\s+dân|Hội\s+Liên\s+hiệp\s+[Pp]hụ\s+nữ"
    r"|Hội\s+Cựu\s+chiến\s+binh|Liên\s+đoàn\s+Lao\s+động)\s+"
    r"(?:(?:các|cấp)\s+)?(?:huyện|quận|thị\s+xã)\b"
)
_WITH_PLACE = re.compile(rf"Phòng [{UPPER}][^,;.:]{{2,40}} (?:huyện|quận|thị xã)(?: [{UPPER}]\w*)*")
_PARTY = re.compile(r"\b(?:huyện ủy|quận ủy|thị ủy)\b")
# What stands before a body that is to do something now, and behind one that did it then.
_ASKED = re.compile(
    r"(?:phối hợp(?: chặt chẽ)?(?: với| cùng)?|gửi|nộp|về|tới|báo cáo|trình|đề nghị|giao|liên hệ"
    r"|xin ý kiến|tham mưu(?: cho)?|hướng dẫn của|chỉ đạo của|yêu cầu của|mẫu của|với|cùng"
    r"|kiến nghị|nhờ)"
    r"\s+(?:[^.;\n]{0,60},\s*)?(?:và\s+)?$",
    re.IGNORECASE,
)
_HEADS_LINE = re.compile(r"(?:^|\n)\s*(?:\d{1,2}(?:\.\d{1,2})*[.)]|[IVX]+[.)]|[-+*•])\s+$")
_DONE = re.compile(r"^[^.;\n]{0,30}\b(?:đã|ban hành|phê duyệt|ký|triển khai trước|giai đoạn)\b")
_HISTORY = re.compile(
    r"trước đây|cũ\b|kết thúc hoạt động|bàn giao|sắp xếp|chấm dứt|trước khi", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Ended:
    """Why a body is no more."""

    until: dt.date
    successor: str
    source: str
    confidence: Confidence


def _ended(case: Case, unit_key: str, unit: Unit | None) -> Ended | None:
    """When a body ended, by its words or its level; `None` for all that may exist."""
    body = case.register.bodies.by_name(unit.name) if unit else None
    if body and body.valid_to and body.level not in ("district-department", "party"):
        source = "NQ 176/2025/QH15; NĐ 45/2025/NĐ-CP"
        return Ended(body.valid_to, body.successor, source, body.confidence)
    district = unit is not None and unit.level in ("district", "district-department")
    if _PARTY.search(unit_key):
        return Ended(DISTRICTS_END, "đảng ủy cấp xã", "NQ 60-NQ/TW", "memory")
    if district or _DISTRICT.search(unit_key):
        source = "NQ 203/2025/QH15; Luật Tổ chức chính quyền địa phương 2025"
        return Ended(DISTRICTS_END, "cấp xã, cấp tỉnh", source, "confirmed")
    province = (
        province_named(unit.area) if unit and unit.area and unit.level == "province" else None
    )
    if province and province.valid_to:
        return Ended(province.valid_to, province.now, "NQ 202/2025/QH15", "confirmed")
    return None


def _named(case: Case) -> Iterator[tuple[str, Unit | None, Span]]:
    """The units that get work or are told, with where their words stand."""
    for duty in case.plan.duties:
        if duty.span:
            at = case.plan.text.find(duty.unit.name, duty.span.start, duty.span.end)
            # The unit's own name leaves its place out, which says what tier it is of.
            name = _WITH_PLACE.match(case.plan.text, at) if at >= 0 else None
            yield " ".join(name[0].split()) if name else duty.unit.name, duty.unit, duty.span
    for task in case.plan.tasks:
        for unit in (*task.leads, *task.partners):
            if task.span:
                yield unit.name, unit, task.span
    yield from _mentioned(case)
    for recipient in case.plan.document.recipients:
        if recipient.span and recipient.purpose != "lưu":
            yield recipient.name, None, recipient.span


def _mentioned(case: Case) -> Iterator[tuple[str, Unit | None, Span]]:
    """Offices of a district that the words of tasks and duties name."""
    yield from _asked(case)
    lines = [text.span for duty in case.plan.duties for text in duty.duties if text.span]
    lines += [task.span for task in case.plan.tasks if task.span]
    cited = [c.span for c in case.plan.citations if c.span]
    for line in lines:
        for m in _OFFICE.finditer(case.plan.text, line.start, line.end):
            if not any(c.start <= m.start() < c.end for c in cited):
                words = " ".join(m[0].split())
                yield words, None, Span(start=m.start(), end=m.end())


def _asked(case: Case) -> Iterator[tuple[str, Unit | None, Span]]:
    """Bodies that ended which the text asks something of, in whatever line."""
    cited = [case.within(c) for c in case.plan.citations if c.span]
    places = [
        (start, end)
        for body in case.register.bodies.all
        if body.valid_to and body.level in ("ministry", "province-department")
        for start, end in case.find_key(words_key(body.name))
    ]
    places += [m.span() for m in _OFFICE.finditer(case.text)]
    for start, end in sorted(places):
        if start < case.opening_end or start >= case.body_end:
            continue
        before, behind = case.text[max(start - 90, 0) : start], case.text[end : end + 40]
        if not (_ASKED.search(before) or _HEADS_LINE.search(before)) or _DONE.search(behind):
            continue
        if any(first <= start < last for first, last in cited):
            continue
        full = _WITH_PLACE.match(case.text, start)
        end = max(end, full.end()) if full else end
        words = case.text[start:end]
        sector = words.startswith("Sở")
        unit = Unit(name=words, level="province-department" if sector else None)
        yield words, unit, case.folded.span(start, end)


def _words(case: Case, name: str, span: Span) -> Passage:
    """The unit's own words near an item, else the item's first words."""
    text = case.plan.text
    stop = min(len(text), span.end + 400)
    head = name.split(" và ")[0]
    for words in (name, head, name.replace("Ủy ban nhân dân", "UBND"), name.replace("Ủy", "Uỷ")):
        at = text.find(words, max(span.start - 200, 0), stop)
        if at >= 0:
            return Passage(words, Span(start=at, end=at + len(words)), case.plan)
    end = min(span.end, span.start + 80)
    return Passage(
        " ".join(text[span.start : end].split()), Span(start=span.start, end=end), case.plan
    )


def _find(case: Case) -> Iterator[Fault]:
    day = case.day
    if day is None:
        return
    groups: dict[str, tuple[Ended, list[Passage]]] = {}
    for name, unit, span in _named(case):
        ended = _ended(case, written_out(name), unit)
        if ended is None or day <= ended.until:
            continue
        around = case.plan.text[max(span.start - 60, 0) : span.end + 60]
        if _HISTORY.search(around):
            continue
        key = words_key(name)
        groups.setdefault(key, (ended, []))[1].append(_words(case, name, span))
    certain = case.issued_on or case.as_of
    for key, (ended, passages) in groups.items():
        shown = list({(p.span.start if p.span else 0): p for p in passages}.values())[:10]
        name = shown[0].words or key
        yield Fault(
            Text(
                f"“{name}” không còn từ sau {ended.until:%d/%m/%Y} (nay là {ended.successor}); "
                f"kế hoạch ngày {day:%d/%m/%Y}.",
                f"“{name}” ended on {ended.until:%d/%m/%Y} (now {ended.successor}); "
                f"the plan is of {day:%d/%m/%Y}.",
            ),
            Text("Ghi cơ quan kế thừa.", "Name the body that took over."),
            (*shown, Passage(f"đến {ended.until:%d/%m/%Y}", source=ended.source)),
            severity=supported("error" if certain else "warn", ended.confidence),
            count=len(shown),
        )


RULE = Rule("A12", "error", Text("Cơ quan không còn tồn tại", "Body that no longer exists"), _find)
