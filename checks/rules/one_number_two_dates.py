"""One number, two dates or two titles.

What it checks: whether a document that is cited more than once has the same day each time.
Why: one of the two days is wrong, and the reader cannot tell which.
Example: `Kế hoạch số 77/KH-SNV ngày 05/3/2025` in the opening, `77/KH-SNV ngày 03/5/2025` in
the body.
What to do: look at the original and write its day in both places.
Legal source: none; consistency of the document.

Kiểm tra gì: một văn bản được viện dẫn nhiều lần có cùng một ngày ban hành hay không.
Vì sao: một trong hai ngày sai, người đọc không biết ngày nào đúng.
Ví dụ: phần căn cứ ghi `Kế hoạch số 77/KH-SNV ngày 05/3/2025`, trong bài ghi `77/KH-SNV ngày
03/5/2025`.
Cần làm: đối chiếu văn bản gốc, ghi thống nhất.
Căn cứ: không có văn bản; tính thống nhất của văn bản.
"""

from collections.abc import Iterator

from checks.case import Case
from checks.citing import printed_date, same_issuer, short_words
from checks.fault import Fault, Text
from checks.likeness import subject_likeness
from checks.rule import Rule
from checks.symbols import read_symbol
from schemas import Citation
from schemas.keys import number_key

_SHARED = ("UBND", "HDND", "DU", "TU", "HU", "BTT", "BCD")


def _one_document(one: Citation, other: Citation) -> bool:
    """Whether two mentions of one number mean one document; places share numbers, years too."""
    assert one.issued_on is not None
    assert other.issued_on is not None
    symbol = read_symbol(one.number or "")
    same = same_issuer(one.issuer, other.issuer)
    if same is False:
        return False
    alike = bool(
        one.subject and other.subject and subject_likeness(one.subject, other.subject) >= 0.75
    )
    if number_key(symbol.issuer) in _SHARED and same is None and not alike:
        return False
    if symbol.year or one.issued_on.year == other.issued_on.year:
        return True
    return alike and same is True and one.subject == other.subject


def _find(case: Case) -> Iterator[Fault]:
    groups: dict[str, list[Citation]] = {}
    for citation in case.plan.citations:
        if citation.number and citation.issued_on:
            groups.setdefault(number_key(citation.number), []).append(citation)
    for mentions in groups.values():
        first = mentions[0]
        for other in mentions[1:]:
            if other.issued_on == first.issued_on or not _one_document(first, other):
                continue
            yield Fault(
                Text(
                    f"{first.kind} {first.number} ghi hai ngày: {first.issued_on:%d/%m/%Y} và "
                    f"{other.issued_on:%d/%m/%Y}.",
                    f"{first.kind} {first.number} has two days: {first.issued_on:%d/%m/%Y} and "
                    f"{other.issued_on:%d/%m/%Y}.",
                ),
                Text("Đối chiếu văn bản gốc, ghi thống nhất.", "Look at the original."),
                tuple(
                    case.here(*(printed_date(case, c) or short_words(case, c)))
                    for c in (other, first)
                ),
            )
            break


RULE = Rule(
    "C11", "error", Text("Một số, hai ngày", "One number, two dates"), _find,
    yields_to=("C10", "C15", "C17"), letters=True,
)  # fmt: skip
