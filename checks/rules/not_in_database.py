"""Cited document is not in the database.

What it checks: whether each document that is cited by its number is stored, or a legal document
that the register knows.
Why: what is not there can't be compared; the list tells the clerk what to obtain.
Example: a department's plan is cited that nobody has dropped into the folder yet.
What to do: obtain the document and drop it into the folder.
Legal source: none; completeness of the file.

Kiểm tra gì: văn bản được viện dẫn theo số đã có trong cơ sở dữ liệu hoặc trong sổ tra cứu hay
chưa.
Vì sao: chưa có thì không đối chiếu được; danh sách này cho văn thư biết cần tìm văn bản nào.
Ví dụ: kế hoạch của sở được viện dẫn nhưng chưa ai đưa vào thư mục.
Cần làm: tìm văn bản và đưa vào thư mục.
Căn cứ: không có văn bản; để đủ hồ sơ.
"""

from collections.abc import Iterator

from checks.case import Case
from checks.citing import printed_number
from checks.fault import Fault, Passage, Text
from checks.resolving import resolutions
from checks.rule import Rule
from schemas.keys import number_key

_LAWS = ("Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp")


def _find(case: Case) -> Iterator[Fault]:
    stored = {number_key(one.citation.number or "") for one in resolutions(case)}
    stored |= {number_key(p.document.number) for p in case.above if p.document.number}
    seen: set[str] = set()
    for citation in case.plan.citations:
        key = number_key(citation.number or "")
        if not key or key in seen or citation.kind in _LAWS or key in stored:
            continue
        if case.register.documents.by_number(citation.number or ""):
            continue
        place = printed_number(case, citation)
        if place is None:
            continue
        seen.add(key)
        name = f"{citation.kind} {citation.number}"
        yield Fault(
            Text(f"{name} chưa có trong cơ sở dữ liệu.", f"{name} is not in the database."),
            Text("Tìm văn bản và đưa vào thư mục.", "Obtain it and drop it into the folder."),
            (case.here(*place), Passage("", source="Cơ sở dữ liệu; sổ tra cứu")),
        )


RULE = Rule(
    "C16",
    "note",
    Text("Văn bản viện dẫn chưa có", "Cited document not in the database"),
    _find,
    yields_to=("C01", "C12", "C14", "C17"),
)
