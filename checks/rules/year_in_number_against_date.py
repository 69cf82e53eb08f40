"""Year inside the number against the date.

What it checks: whether the year in the number of a legal normative document is the year of the
day that is printed for it.
Why: such a document is numbered within the year in which it is passed, so one of the two is
wrong.
Example: `Thông tư số 12/2021/TT-BYT ngày 15/8/2022`.
What to do: look at the original and mend the number or the day.
Legal source: Luật Ban hành văn bản quy phạm pháp luật (numbering by year).

Kiểm tra gì: năm trong số của văn bản quy phạm pháp luật có trùng với năm của ngày ban hành được
ghi hay không.
Vì sao: văn bản quy phạm pháp luật đánh số theo năm ban hành nên một trong hai chỗ sai.
Ví dụ: `Thông tư số 12/2021/TT-BYT ngày 15/8/2022`.
Cần làm: đối chiếu văn bản gốc, sửa số hoặc ngày.
Căn cứ: Luật Ban hành văn bản quy phạm pháp luật (đánh số theo năm).
"""

from collections.abc import Iterator

from checks.case import Case
from checks.citing import printed_date, printed_number
from checks.fault import Fault, Text
from checks.rule import Rule
from checks.symbols import read_symbol


def _find(case: Case) -> Iterator[Fault]:
    seen: set[str] = set()
    for citation in case.plan.citations:
        number, issued = citation.number, citation.issued_on
        if number is None or issued is None or number in seen:
            continue
        year = read_symbol(number).year
        date, place = printed_date(case, citation), printed_number(case, citation)
        if year is None or year == issued.year or date is None or place is None:
            continue
        seen.add(number)
        yield Fault(
            Text(
                f"Số {number} là của năm {year} nhưng ngày ghi là {issued:%d/%m/%Y}.",
                f"The number {number} is of {year}, but the day printed is {issued:%d/%m/%Y}.",
            ),
            Text(
                "Đối chiếu văn bản gốc, sửa số hoặc ngày ban hành.",
                "Look at the original; mend the number or the day.",
            ),
            (case.here(place[0], date[1]), case.here(*place)),
        )


RULE = Rule(
    "C15", "error", Text("Năm trong số khác năm ban hành", "Year in the number against the date"),
    _find, yields_to=("C10", "C17"), letters=True,
)  # fmt: skip
