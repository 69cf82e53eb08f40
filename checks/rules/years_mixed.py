"""Years mixed.

What it checks: whether the aims and tasks of the plan's own time are those of the year or
school year that the plan is for.
Why: the year of an aim left over from last year's plan sends everybody after figures that are
past.
Example: a plan for `năm 2025` that wants to reach `các chỉ tiêu năm 2024`; a school-year plan
that names aims of one calendar year here and of the next there.
What to do: write the plan's year, or say that the other year is meant.
Legal source: none; consistency of the document.

Kiểm tra gì: chỉ tiêu, mục tiêu, nhiệm vụ nêu trong kế hoạch có đúng năm hoặc năm học của kế
hoạch hay không.
Vì sao: năm còn sót từ kế hoạch cũ làm các đơn vị chạy theo chỉ tiêu đã qua.
Ví dụ: kế hoạch `năm 2025` mà yêu cầu hoàn thành `các chỉ tiêu năm 2024`; kế hoạch năm học mà
chỗ này nêu chỉ tiêu của năm trước, chỗ khác của năm sau.
Cần làm: ghi đúng năm của kế hoạch hoặc nói rõ là năm khác.
Căn cứ: không có văn bản; tính thống nhất của văn bản.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checks.case import Case
from checks.fault import Fault, Text
from checks.periods import is_school_year
from checks.rule import Rule

_AIM = re.compile(
    r"\b((?:chỉ tiêu|mục tiêu|nhiệm vụ|chủ đề)\b[^.;:\n“”]{0,70}?\bnăm (20\d\d))"
    r"(?!\s?[-–/]\s?\d|\d)"
)
_FORWARD = re.compile(r"thực hiện|hoàn thành|phấn đấu|góp phần|bám sát|gắn với|chủ đề|chào mừng")
_PAST = re.compile(
    r"kết quả|tổng kết|sơ kết|đánh giá|báo cáo|đã |so với|năm trước|cùng kỳ|phát huy"
    r"|rút kinh nghiệm|tồn tại|hạn chế|số liệu|quyết toán|còn lại|chuyển tiếp|phương hướng"
)


@dataclass(frozen=True, slots=True)
class Aim:
    """Words that set an aim for a calendar year."""

    year: int
    start: int
    end: int
    sentence: int


def _aims(case: Case) -> Iterator[Aim]:
    """Aims of calendar years in the body, without looks back and without names of documents."""
    taken = [case.within(c) for c in case.plan.citations]
    taken += [case.within(c) for c in case.plan.campaigns]
    for m in _AIM.finditer(case.text, 0, case.body_end):
        start = max(case.text.rfind("\n", 0, m.start()), case.text.rfind(". ", 0, m.start()), 0)
        around = case.text[start : m.end() + 30]
        if _PAST.search(around) or not _FORWARD.search(around):
            continue
        if not any(a <= m.start() < b for a, b in taken):
            yield Aim(int(m[2]), m.start(1), m.end(1), start)


def _find(case: Case) -> Iterator[Fault]:
    period = case.period
    if period is None or period.start is None or period.end is None:
        return
    aims = list(_aims(case))
    if is_school_year(period):
        wrong, other = _two_years(aims, period.start.year)
    elif period.start.year == period.end.year:
        wrong, other = _last_year(case, aims, period.start.year)
    else:
        return
    if not wrong:
        return
    shown = case.here(other.start, other.end) if other else case.head()
    year, right = wrong[0].year, other.year if other else period.start.year
    yield Fault(
        Text(
            f"Kế hoạch {period.label} nêu chỉ tiêu, nhiệm vụ của năm {year}, chỗ khác là {right}.",
            f"The plan for {period.label} sets aims of {year}, elsewhere of {right}.",
        ),
        Text("Ghi thống nhất năm của kế hoạch.", "Write the plan's year everywhere."),
        (*(case.here(a.start, a.end) for a in wrong), shown),
        severity="error" if other else "warn",
        count=len(wrong),
    )


def _two_years(aims: list[Aim], first: int) -> tuple[list[Aim], Aim | None]:
    """In a school year's plan: aims of its first year where others are of its second."""
    early = [a for a in aims if a.year == first]
    late = [a for a in aims if a.year == first + 1]
    apart = [a for a in early if all(a.sentence != b.sentence for b in late)]
    return (apart, late[0]) if apart and late else ([], None)


def _last_year(case: Case, aims: list[Aim], year: int) -> tuple[list[Aim], Aim | None]:
    """In a calendar year's plan: aims of the year before, unless that year still runs."""
    issued = case.issued_on
    if issued and issued.year < year:
        return [], None
    wrong = [a for a in aims if a.year == year - 1]
    right = next((a for a in aims if a.year == year), None)
    same = next((a for a in wrong if right and _object(case, a) == _object(case, right)), None)
    return wrong, right if same else None


def _object(case: Case, aim: Aim) -> str:
    words = case.text[aim.start : aim.end].lower()
    return re.sub(r"\s*năm 20\d\d$", "", words)


RULE = Rule("D03", "error", Text("Lẫn năm", "Years mixed"), _find, plans_only=True)
