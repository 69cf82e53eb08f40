"""Superior to be reported to is missing, or wrong purpose.

What it checks: whether the body whose document the plan carries out is among the recipients,
and whether what recipients are to do fits who they are.
Why: a superior who is not told cannot follow up; a subordinate cannot be asked to direct.
Example: a plan that carries out a plan of Sở Y tế and goes to the clinics alone.
What to do: add the superior `(b/c)`; correct the purpose.
Legal source: NĐ 30/2020/NĐ-CP, Phụ lục I, II.9 (it leaves the list to the issuer).

Kiểm tra gì: cơ quan có văn bản mà kế hoạch triển khai thực hiện có ở nơi nhận hay không, và mục
đích gửi có phù hợp với nơi nhận hay không.
Vì sao: cấp trên không nhận được thì không theo dõi được; cấp dưới không thể nhận `để chỉ đạo`.
Ví dụ: kế hoạch thực hiện kế hoạch của Sở Y tế mà chỉ gửi các trạm y tế.
Cần làm: bổ sung cơ quan cấp trên `(b/c)`; sửa mục đích gửi.
Căn cứ: NĐ 30/2020/NĐ-CP, Phụ lục I, II.9 (để cơ quan ban hành quyết định).
"""

import re
from collections.abc import Iterator

from checks.case import Case, rule_of_form
from checks.citing import short_words
from checks.fault import Fault, Text
from checks.profile import tier_of
from checks.rule import Rule
from schemas import Citation, Recipient, Unit
from schemas.keys import words_key

_BELOW = {"province-department", "district", "district-department", "commune",
          "commune-department", "institution", "organisation"}  # fmt: skip
_DIRECT = re.compile(r"chỉ đạo|\bc/đ\b|\bcđ\b", re.IGNORECASE)
_ABOVE = re.compile(
    r"ubnd|ủy ban nhân dân|\bsở\b|\bbộ\b|tỉnh ủy|thành ủy|huyện ủy|quận ủy|đảng ủy|thường trực"
    r"|chủ tịch|lãnh đạo|giám đốc|trưởng phòng|\btp\b|ban giám|hội đồng|hđnd|\btt\b|bgđ|bgh"
    r"|hiệu trưởng"
)
_SHORT = (
    (re.compile(r"\bubnd\b"), "ủy ban nhân dân"),
    (re.compile(r"\bhđnd\b"), "hội đồng nhân dân"),
    (re.compile(r"\bgd đt\b|\bgdđt\b"), "giáo dục và đào tạo"),
    (re.compile(r"\bmttq\b|\bmttqvn\b"), "mặt trận tổ quốc"),
    (re.compile(r"\bbtt\b"), "ban thường trực"),
    (re.compile(r"\bptnt\b"), "phát triển nông thôn"),
    (re.compile(r"\bnn\b"), "nông nghiệp"),
    (re.compile(r"\bmt\b"), "môi trường"),
    (re.compile(r"\blhpn\b"), "liên hiệp phụ nữ"),
    (re.compile(r"^ban thường vụ (?=hội )"), ""),
    (re.compile(r"\btb xh\b|\btbxh\b"), "thương binh và xã hội"),
    (re.compile(r"\b(?:việt nam|vn)\b"), " "),
)


def written_out(name: str) -> str:
    """The key of a recipient's name with its shortenings written out."""
    key = words_key(name)
    for short, full in _SHORT:
        key = short.sub(full, key)
    return " ".join(key.split())


_INITIALS_LEAST = 4


def told_by_initials(unit_name: str, recipient: str) -> bool:
    """Whether a recipient's line names a body by its initials: `Sở VHTTDL, Sở GDĐT`."""
    head, *rest = words_key(unit_name).split()
    initials = "".join(word[0] for word in rest if word != "và")
    if len(initials) < _INITIALS_LEAST:
        return False
    return f"{head}{initials}" in words_key(recipient).replace(" ", "")


def _superior(case: Case, citation: Citation) -> Unit | None:
    """The issuer of a document that the plan carries out, where it stands above its own."""
    issuer, own = citation.issuer, case.plan.document.issuer
    if issuer is None or own is None or issuer.level in ("central", "ministry", "party", None):
        return None
    if words_key(issuer.name) == words_key(own.name) or own.level not in _BELOW:
        return None
    return issuer


def _is_told(case: Case, unit: Unit, recipients: list[Recipient]) -> bool:
    """Whether a body, its office or the collective that it belongs to is on the list."""
    name, tier = written_out(unit.name), tier_of(unit)
    head = re.sub(r"\s(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn)$", "", name)
    for recipient in recipients:
        key = written_out(recipient.name)
        if told_by_initials(unit.name, recipient.name):
            return True
        if name.startswith("trường ") and _HEADS_OF_SCHOOL.search(key):
            return True
        short = key if len(key.split()) >= 3 and head.startswith(key) else head
        if short in key and not re.search(
            rf"\bcác {head}|{head} các\b|phòng thuộc|trực thuộc", key
        ):
            own = case.plan.document.issuer
            if own and head in written_out(own.name) and tier == tier_of(own):
                continue
            if not re.search(rf"(?:công đoàn|lãnh đạo|website|ban giám đốc).*{head}", key):
                return True
    return False


_HEADS_OF_SCHOOL = re.compile(r"\bbgh\b|ban giám hiệu|hiệu trưởng")


def _through_parent(case: Case, unit: Unit, recipients: list[Recipient]) -> bool:
    """Whether a people's committee is told by its department, to which the issuer reports."""
    parent = case.plan.document.parent
    return (
        parent is not None
        and parent.level == f"{unit.level}-department"
        and _is_told(case, parent, recipients)
    )


def _missing(case: Case) -> Iterator[Fault]:
    recipients = [r for r in case.plan.document.recipients if r.purpose != "lưu"]
    if not recipients:
        return
    seen: set[str] = set()
    for citation in case.basis:
        unit = _superior(case, citation) if citation.role == "implements" or (
            citation.role == "basis" and citation.kind in ("Kế hoạch", "Chương trình", "Chỉ thị")
        ) else None  # fmt: skip
        if unit is None or words_key(unit.name) in seen or _is_told(case, unit, recipients):
            continue
        seen.add(words_key(unit.name))
        if _through_parent(case, unit, recipients):
            continue
        yield Fault(
            Text(
                f"Nơi nhận không có {unit.name} dù kế hoạch thực hiện văn bản của cơ quan này.",
                f"{unit.name} is not a recipient although the plan carries out its document.",
            ),
            Text(f"Bổ sung {unit.name} (b/c) ở nơi nhận.", "Add it to the recipients (b/c)."),
            (case.item(recipients[0]), case.here(*short_words(case, citation))),
        )
        return


def _purposes(case: Case) -> Iterator[Fault]:
    """Recipients that are asked to direct although nothing says that they may."""
    for recipient in case.plan.document.recipients:
        if not recipient.purpose or not _DIRECT.search(recipient.purpose):
            continue
        if _ABOVE.search(written_out(recipient.name)) or recipient.span is None:
            continue
        start, end = case.within(recipient)
        yield Fault(
            Text(
                f"“{recipient.name}” nhận để chỉ đạo nhưng không phải cơ quan cấp trên.",
                f"“{recipient.name}” is asked to direct, but is no superior.",
            ),
            Text("Sửa mục đích gửi.", "Correct the purpose."),
            (
                case.here(start, end),
                rule_of_form("b/c, t/h, p/h", "NĐ 30/2020/NĐ-CP, Phụ lục I, II.9"),
            ),
        )


def _find(case: Case) -> Iterator[Fault]:
    found = [*_purposes(case), *_missing(case)]
    yield from found[:2]


RULE = Rule(
    "I02", "warn", Text("Nơi nhận thiếu cấp trên", "Superior missing"), _find, plans_only=True
)
