"""Unit with a task missing from Nơi nhận.

What it checks: whether every unit outside the issuer that the plan names and gives work to is
among the recipients, by name or in a collective.
Why: a unit that does not get the plan does not do the work.
Example: the police are to guard the event; the recipients are the schools alone.
What to do: add the unit to the recipients.
Legal source: NĐ 30/2020/NĐ-CP, Phụ lục I, II.9.

Kiểm tra gì: đơn vị ngoài cơ quan ban hành được nêu tên và giao việc có ở nơi nhận (theo tên
hoặc trong nhóm chung) hay không.
Vì sao: đơn vị không nhận được kế hoạch thì không thực hiện.
Ví dụ: giao công an bảo vệ sự kiện nhưng nơi nhận chỉ có các trường.
Cần làm: bổ sung đơn vị vào nơi nhận.
Căn cứ: NĐ 30/2020/NĐ-CP, Phụ lục I, II.9.
"""

import re
from collections.abc import Iterator

from checks.case import Case
from checks.fault import Fault, Text
from checks.rule import Rule
from checks.rules.superior_missing import told_by_initials, written_out
from schemas import Duty, Unit
from schemas.keys import words_key

# Lines that may hold anybody.
_COLLECTIVE = re.compile(
    r"như trên|như mục|như phần|các sở|sở ban ngành|các ban ngành|ban ngành|các cơ quan|các đơn vị"
    r"|các phòng|các tổ chức|đoàn thể|thành viên|các hội|các ngành|đơn vị liên quan|có tên"
    r"|cơ quan đơn vị"
    r"|các bộ|toàn thể|đăng|hscv|website|cổng thông tin"
)
_INSIDE = re.compile(
    r"^(?:văn phòng|thanh tra sở|tổ |bộ phận|ban giám hiệu|công đoàn cơ sở|chi đoàn|liên đội"
    r"|ban thi đua|phòng chuyên môn|kế toán|giáo viên)|chuyên môn|nghiệp vụ"
)


def _outside(case: Case, unit: Unit) -> bool:
    """Whether a unit is named and stands outside the issuer's own house."""
    issuer = case.plan.document.issuer
    if issuer is None or unit.group or unit.level is None:
        return False
    key = words_key(unit.name)
    own = words_key(issuer.name)
    if key in own or own in key or _INSIDE.search(key):
        return False
    # Divisions of a ministry, department or school are the issuer's own, and so are a commune's
    # offices and the committees of a Party body, union or front.
    if issuer.level in ("commune", "party", "organisation", "institution"):
        return False
    inner = {"ministry": "ministry", "province-department": "district-department"}
    if key.startswith(("phòng", "vụ ", "cục ", "trung tâm", "ban ")):
        return unit.level not in (issuer.level, inner.get(issuer.level or ""))
    return unit.level != "institution"


def _initials(name: str) -> str:
    return "".join(word[0] for word in words_key(name).split())


def _is_told(unit: Unit, names: list[str]) -> bool:
    if any(told_by_initials(unit.name, name) for name in names):
        return True
    initials = _initials(unit.name)
    if len(initials) >= 4 and any(
        initials.startswith(w) for n in names for w in n.split() if len(w) >= 4
    ):
        return True
    head = re.sub(
        r"\s(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn)$", "", written_out(unit.name)
    )
    return any(
        # A unit's name may be read with words after it that are the work's.
        head in name or _COLLECTIVE.search(name) or f"{head} ".startswith(f"{name} ")
        for name in names
    )


def _find(case: Case) -> Iterator[Fault]:
    recipients = [r for r in case.plan.document.recipients if r.purpose != "lưu"]
    names = [written_out(r.name) for r in recipients]
    if len(recipients) < 2:
        return
    duties: dict[str, Duty] = {}
    for duty in case.plan.duties:
        if duty.span and _outside(case, duty.unit):
            duties.setdefault(words_key(duty.unit.name), duty)
    for duty in duties.values():
        if _is_told(duty.unit, names):
            continue
        start, end = case.within(duty)
        yield Fault(
            Text(
                f"{duty.unit.name} được giao việc nhưng không có ở nơi nhận.",
                f"{duty.unit.name} has work to do but is not a recipient.",
            ),
            Text("Bổ sung vào nơi nhận.", "Add it to the recipients."),
            (case.here(start, min(end, start + 80)), case.item(recipients[0])),
        )


RULE = Rule(
    "I01",
    "warn",
    Text("Đơn vị được giao việc không ở nơi nhận", "Unit not told"),
    _find,
    plans_only=True,
)
