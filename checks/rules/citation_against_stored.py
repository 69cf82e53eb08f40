"""Citation against the stored document.

What it checks: whether the number, day, issuer and kind that a plan gives for a document are
those of the stored document that it means.
Why: a wrong number or day sends the reader to another document, and hides from both offices
that one plan carries out the other.
Example: the plan cites `Kế hoạch số 210/KH-SYT ngày 08/3/2025`; the stored plan 210/KH-SYT is
of 03/8/2025.
What to do: open the stored document and copy its number and day.
Legal source: NĐ 30/2020/NĐ-CP, Phụ lục I, II.6 (how a document is cited).

Kiểm tra gì: số, ngày, cơ quan ban hành và tên loại được viện dẫn có đúng như văn bản đã lưu hay
không.
Vì sao: sai số hoặc ngày dẫn người đọc đến văn bản khác và che mất việc kế hoạch này thực hiện
kế hoạch kia.
Ví dụ: kế hoạch viện dẫn `Kế hoạch số 210/KH-SYT ngày 08/3/2025`; văn bản đã lưu số 210/KH-SYT
ban hành ngày 03/8/2025.
Cần làm: mở văn bản đã lưu và ghi lại đúng số, ngày.
Căn cứ: NĐ 30/2020/NĐ-CP, Phụ lục I, II.6 (cách viện dẫn).
"""

import datetime as dt
from collections.abc import Iterator

from checks.case import Case
from checks.citing import printed_date, short_words
from checks.fault import Fault, Passage, Text
from checks.resolving import Difference, Resolution, resolutions
from checks.rule import Rule
from schemas import Citation, Plan, Unit
from schemas.keys import words_key

_VI: dict[Difference, str] = {
    "number": "số", "day": "ngày ban hành", "issuer": "cơ quan ban hành", "kind": "tên loại"
}  # fmt: skip
_EN: dict[Difference, str] = {
    "number": "number", "day": "day of issue", "issuer": "issuer", "kind": "kind"
}  # fmt: skip

_MOTTO = "CỘNG H"
_REACH = 120  # characters behind the number and the day in which the issuer is named


def _unit(unit: Unit | None) -> str:
    return " ".join(part for part in (unit.name, unit.area) if part) if unit else "?"


def _day(day: dt.date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else "?"


def _values(found: Resolution, difference: Difference) -> tuple[str, str]:
    """What is cited and what is stored."""
    cited, stored = found.citation, found.plan.document
    if difference == "number":
        return cited.number or "?", stored.number or "?"
    if difference == "day":
        return _day(cited.issued_on), _day(stored.issued_on)
    if difference == "issuer":
        return _unit(cited.issuer), _unit(stored.issuer)
    return cited.kind, stored.kind or "?"


def stored_passage(plan: Plan, difference: Difference) -> Passage:
    """The words of the stored document's head that tell the right value."""
    field = {"number": "number", "day": "issued_on", "issuer": "issuer", "kind": "kind"}[difference]
    span = plan.document.spans.get(field)
    if span is None:
        values = {
            "number": plan.document.number or "",
            "day": _day(plan.document.issued_on),
            "issuer": _unit(plan.document.issuer),
            "kind": plan.document.kind or "",
        }
        return Passage(values[difference], None, plan)
    words = " ".join(plan.text[span.start : span.end].split())
    if difference == "issuer" and _MOTTO in words.upper():
        words = _unit(plan.document.issuer)  # both columns of the head stand in the stretch
    return Passage(words, span, plan)


def _cited_passage(case: Case, citation: Citation, difference: Difference) -> Passage:
    """The words of the citation that are wrong, behind its number where they are the issuer's."""
    start, end = short_words(case, citation)
    if difference == "day":
        start, end = printed_date(case, citation) or (start, end)
    elif difference == "issuer" and citation.issuer:
        name = citation.issuer.area or citation.issuer.name
        at = case.text.find(name, end, end + _REACH)
        end = at + len(name) if at >= 0 else end
    return case.here(start, end)


def _one_kind(cited: str, stored: str) -> bool:
    """Whether one kind is the other's short name: `Nghị quyết` for a `Nghị quyết liên tịch`."""
    one, other = sorted((words_key(cited), words_key(stored)), key=len)
    return other.startswith(f"{one} ")


def _find(case: Case) -> Iterator[Fault]:
    for found in resolutions(case):
        for difference in found.differences:
            if difference == "kind" and found.plan.document.kind is None:
                continue
            cited, stored = _values(found, difference)
            name = found.plan.document.number or found.plan.name
            named = difference == "kind" and _one_kind(cited, stored)
            yield Fault(
                Text(
                    f"Viện dẫn {name} với {_VI[difference]} “{cited}”; "
                    f"văn bản đã lưu là “{stored}”.",
                    f"{name} is cited with the {_EN[difference]} “{cited}”; "
                    f"the stored document has “{stored}”.",
                ),
                Text(
                    f"Đối chiếu văn bản đã lưu, ghi lại đúng {_VI[difference]}.",
                    f"Look at the stored document and write its {_EN[difference]}.",
                ),
                (
                    _cited_passage(case, found.citation, difference),
                    stored_passage(found.plan, difference),
                ),
                severity="note" if named else "error",
            )


RULE = Rule(
    "C17",
    "error",
    Text("Viện dẫn không khớp văn bản đã lưu", "Citation against the stored document"),
    _find,
    yields_to=("C12", "C13"),
    letters=True,
)
