"""Known document, wrong date, title or type.

What it checks: whether a document of the register is cited with its own day and, where a title
is given, with its own title.
Why: a well-known decree with a wrong day is not the decree.
Example: `Nghị định số 30/2020/NĐ-CP ngày 03/5/2020`; the decree is of 05/3/2020.
What to do: write the day and the title as in the register.
Legal source: NĐ 30/2020/NĐ-CP, Phụ lục I, II.6 (how a document is cited).

Kiểm tra gì: văn bản có trong sổ tra cứu có được viện dẫn đúng ngày ban hành và, nếu có ghi,
đúng tên hay không.
Vì sao: nghị định đã biết mà ghi sai ngày thì không phải nghị định đó.
Ví dụ: `Nghị định số 30/2020/NĐ-CP ngày 03/5/2020`; nghị định ban hành ngày 05/3/2020.
Cần làm: ghi ngày và tên theo sổ tra cứu.
Căn cứ: NĐ 30/2020/NĐ-CP, Phụ lục I, II.6 (cách viện dẫn).
"""

import datetime as dt
from collections.abc import Iterator

from checks.case import Case
from checks.citing import printed_date, short_words
from checks.fault import Fault, Passage, Text
from checks.likeness import containment, subject_keys
from checks.reference.confidence import supported
from checks.reference.documents import LegalDocument
from checks.rule import Rule
from checks.symbols import read_symbol
from schemas import Citation
from schemas.keys import number_key

_LAWS = ("Luật", "Bộ luật", "Pháp lệnh")
_LEAST = 3


def _row(known: LegalDocument) -> Passage:
    day = f" ngày {known.issued_on:%d/%m/%Y}" if known.issued_on else ""
    return Passage(f"{known.label}{day}: {known.title}", source=known.source)


def _is_local(case: Case, citation: Citation, known: LegalDocument) -> bool:
    """Whether the number may be of another body than the known document's."""
    if read_symbol(known.number).year or citation.issuer is None:
        return False
    body = case.register.bodies.by_code(read_symbol(known.number).issuer)
    return body is not None and body.level == "government"


def _misdated(case: Case, citation: Citation, known: LegalDocument) -> Fault | None:
    if citation.issued_on is None or known.issued_on is None:
        return None
    if citation.issued_on == known.issued_on:
        return None
    # The same administrative number of another year is another document.
    numbered_by_year = read_symbol(known.number).year is not None
    if not numbered_by_year and citation.issued_on.year != known.issued_on.year:
        return None
    place = printed_date(case, citation) or short_words(case, citation)
    return _fault(case, place, known, citation.issued_on)


def _fault(case: Case, place: tuple[int, int], known: LegalDocument, cited: dt.date) -> Fault:
    assert known.issued_on is not None
    return Fault(
        Text(
            f"{known.label} ban hành ngày {known.issued_on:%d/%m/%Y}, kế hoạch ghi "
            f"{cited:%d/%m/%Y}.",
            f"{known.label} is of {known.issued_on:%d/%m/%Y}, the plan says {cited:%d/%m/%Y}.",
        ),
        Text("Ghi ngày theo sổ tra cứu.", "Write the register's day."),
        (case.here(*place), _row(known)),
        severity=supported("error", known.confidence),
    )


def _mistitled(case: Case, citation: Citation, known: LegalDocument) -> Fault | None:
    """A title that has hardly a word of the right one; parts and short forms are fine."""
    if not citation.subject or citation.issued_on not in (None, known.issued_on):
        return None
    printed, right = subject_keys(citation.subject), subject_keys(known.title)
    if min(len(printed), len(right)) < _LEAST or containment(printed, right) >= 0.25:
        return None
    if containment(right, printed) >= 0.25:
        return None
    return Fault(
        Text(
            f"{known.label} có tên “{known.title}”, kế hoạch ghi “{citation.subject[:100]}”.",
            f"{known.label} is on “{known.title}”, the plan says “{citation.subject[:100]}”.",
        ),
        Text("Đối chiếu số và tên văn bản.", "Check the number and the title."),
        (case.here(*short_words(case, citation)), _row(known)),
        severity="warn",
    )


def _law_by_name(case: Case, citation: Citation) -> Fault | None:
    """A law cited by its name with a day or a number that none of its versions has."""
    versions = case.register.documents.laws_named(citation.subject or "")
    days = {d.issued_on for d in versions}
    if not versions or citation.issued_on is None or citation.issued_on in days:
        return None
    numbers = {number_key(d.number) for d in versions}
    if citation.number and number_key(citation.number) not in numbers:
        return None  # a version that the register does not know
    latest = max(versions, key=lambda d: d.issued_on or dt.date.min)
    if latest.issued_on is None or (latest.issued_on.year != citation.issued_on.year):
        return None
    return _fault(case, _day_place(case, citation), latest, citation.issued_on)


def _day_place(case: Case, citation: Citation) -> tuple[int, int]:
    start, end = case.within(citation)
    at = case.text.find("ngày", start, end)
    return (at if at >= 0 else start, end)


def _find(case: Case) -> Iterator[Fault]:
    seen: set[str] = set()
    for citation in case.plan.citations:
        known = case.register.documents.by_number(citation.number) if citation.number else None
        if known and not _is_local(case, citation, known):
            fault = _misdated(case, citation, known) or _mistitled(case, citation, known)
        elif citation.kind in _LAWS:
            fault = _law_by_name(case, citation)
        else:
            fault = None
        key = f"{citation.number}|{citation.subject}|{citation.issued_on}"
        if fault and key not in seen:
            seen.add(key)
            yield fault


RULE = Rule(
    "C10", "error", Text("Sai ngày, tên văn bản đã biết", "Known document misdated"), _find,
    yields_to=("C17",), letters=True,
)  # fmt: skip
