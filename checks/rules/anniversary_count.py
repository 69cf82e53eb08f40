"""Anniversary count.

What it checks: whether the printed count of an anniversary is the number of years from the
founding year, printed or known, to the year of celebration.
Why: a wrong count is the usual trace of a plan copied from last year's, and it ends up on
banners.
Example: `kỷ niệm 92 năm Ngày thành lập Đảng` in a plan for 2024: from 1930 it is 94 years.
What to do: count again for the year in which the celebration takes place.
Legal source: NĐ 111/2018/NĐ-CP on days of foundation and commemoration; consistency of the
document.

Kiểm tra gì: số năm kỷ niệm ghi trong văn bản có bằng khoảng cách từ năm thành lập (ghi trong
văn bản hoặc đã biết) đến năm tổ chức hay không.
Vì sao: số năm sai thường là dấu vết của việc chép lại kế hoạch năm trước và sẽ lên cả băng rôn.
Ví dụ: `kỷ niệm 92 năm Ngày thành lập Đảng` trong kế hoạch năm 2024: tính từ 1930 là 94 năm.
Cần làm: tính lại theo năm tổ chức kỷ niệm.
Căn cứ: NĐ 111/2018/NĐ-CP về ngày thành lập, ngày kỷ niệm; tính thống nhất của văn bản.
"""

from collections.abc import Iterator

from checks.case import Case, rule_of_form
from checks.celebrations import Celebration, celebrations, occurrences
from checks.fault import Fault, Passage, Text
from checks.reference.confidence import supported
from checks.rule import Rule


def _expected(case: Case, one: Celebration) -> tuple[int, ...]:
    """The counts that would be right."""
    years = (one.year,) if one.year else occurrences(case, one.day)
    return tuple(sorted({year - founded for year in years for founded in one.founded}))


def _elsewhere(case: Case, one: Celebration) -> bool:
    """Whether the count fits a year that the plan touches, on a day outside its period."""
    period = case.period
    if period is None or period.start is None or period.end is None:
        return False
    return any(f + one.count in (period.start.year, period.end.year) for f in one.founded)


def _other_side(case: Case, one: Celebration, years: str) -> Passage:
    if one.fact:
        founded = "/".join(str(year) for year in one.fact.years)
        return rule_of_form(f"{one.fact.event}: {founded}", one.fact.source)
    return case.item(one.item) if not years else rule_of_form(years, "Thời gian của kế hoạch")


def _find(case: Case) -> Iterator[Fault]:
    # One count can stand before several events: `78 năm Cách mạng tháng Tám và Quốc khánh`.
    seen: set[tuple[int, int]] = set()
    for one in celebrations(case):
        start, _ = case.within(one.item)
        if (one.count, case.text.find(f"{one.count} năm", start)) in seen:
            continue
        if one.year and one.fact is None:
            continue  # both years are printed: the rule on spans looks at them
        expected = _expected(case, one)
        if not expected or one.count in expected or len(expected) > 4 or _elsewhere(case, one):
            continue
        seen.add((one.count, case.text.find(f"{one.count} năm", start)))
        right = " hoặc ".join(str(n) for n in expected)
        founded = "/".join(str(year) for year in one.founded)
        yield Fault(
            Text(
                f"Số năm kỷ niệm {one.count} không khớp: tính từ {founded} phải là {right} năm.",
                f"The count {one.count} is wrong: from {founded} it is "
                f"{right.replace('hoặc', 'or')} years.",
            ),
            Text(
                "Tính lại số năm theo năm tổ chức kỷ niệm.",
                "Count again for the year of the celebration.",
            ),
            (case.item(one.item), _other_side(case, one, f"{founded} → {right} năm")),
            severity=supported("error", one.confidence),
        )


RULE = Rule(
    "E01",
    "error",
    Text("Số năm kỷ niệm sai", "Anniversary count"),
    _find,
    yields_to=("E07",),
    letters=True,
)
