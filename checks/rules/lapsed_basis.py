"""Basis no longer in force on the plan's date.

What it checks: whether the legal documents that a plan rests on were in force on its day.
Why: a plan that rests on a lapsed law asks for what nobody has to do any more.
Example: a plan of 2025 with `Căn cứ Luật Đất đai số 45/2013/QH13`, which lapsed on 31/7/2024.
What to do: cite the document that replaced it.
Legal source: Luật Ban hành văn bản quy phạm pháp luật (validity of legal documents).

Kiểm tra gì: văn bản pháp luật làm căn cứ có còn hiệu lực vào ngày ban hành kế hoạch hay không.
Vì sao: kế hoạch dựa vào luật đã hết hiệu lực là yêu cầu điều không ai còn phải làm.
Ví dụ: kế hoạch năm 2025 `Căn cứ Luật Đất đai số 45/2013/QH13`, đã hết hiệu lực từ 31/7/2024.
Cần làm: viện dẫn văn bản thay thế.
Căn cứ: Luật Ban hành văn bản quy phạm pháp luật (hiệu lực của văn bản).
"""

import re
from collections.abc import Iterator

from checks.case import OPENING, Case
from checks.citing import short_words
from checks.fault import Fault, Passage, Text
from checks.reference.confidence import supported
from checks.reference.documents import LegalDocument
from checks.rule import Rule
from schemas import Citation, Severity

_HISTORY = re.compile(
    r"thay thế|bãi bỏ|hết hiệu lực|trước đây|sửa đổi|chuyển tiếp|tổng kết|sơ kết|đánh giá"
    r"|giai đoạn trước",
    re.IGNORECASE,
)
_OF_YEAR = re.compile(
    r"(?<!\d )năm(?: học)? ((?:19|20)\d\d)(?:\s?[-–]\s?((?:19|20)\d\d))?(?!\d)", re.IGNORECASE
)
_LAWS = ("Luật", "Bộ luật", "Pháp lệnh")


def known_document(case: Case, citation: Citation) -> LegalDocument | None:
    """The row of the register that a citation means: by number, or a law by name and year."""
    if citation.number:
        return case.register.documents.by_number(citation.number)
    if citation.kind not in _LAWS or not citation.subject:
        return None
    versions = case.register.documents.laws_named(citation.subject)
    if citation.issued_on:
        return next((d for d in versions if d.issued_on == citation.issued_on), None)
    of_year = [d for d in versions if d.issued_on and d.issued_on.year == citation.year]
    return of_year[0] if len(of_year) == 1 else None


def _severity(case: Case, citation: Citation, known: LegalDocument) -> Severity:
    certain = case.issued_on or case.as_of
    lapsed_before = case.not_before and known.valid_to and known.valid_to < case.not_before
    wanted: Severity = "error" if citation.role in OPENING else "warn"
    if not certain and not lapsed_before:
        wanted = "warn"
    return supported(wanted, known.confidence)


def _of_the_past(case: Case, at: int, year: int) -> bool:
    """Whether the sentence around a place tells of years gone by, as `năm 2022 còn theo …`."""
    first = max(case.text.rfind(mark, 0, at) for mark in (";", "\n", ". ")) + 1
    years = [int(m[2] or m[1]) for m in _OF_YEAR.finditer(case.text, first, at)]
    return bool(years) and max(years) < year


def _find(case: Case) -> Iterator[Fault]:
    day = case.day
    if day is None:
        return
    seen: set[str] = set()
    for citation in case.plan.citations:
        known = known_document(case, citation)
        if known is None or known.number in seen or known.state(day) != "lapsed":
            continue
        start, end = case.within(citation)
        around = case.text[max(start - 80, 0) : end + 60]
        told = _HISTORY.search(around) or _of_the_past(case, start, day.year)
        if citation.role in ("replaces", "amends") or (citation.role not in OPENING and told):
            continue
        seen.add(known.number)
        assert known.valid_to is not None
        until = f"{known.valid_to:%d/%m/%Y}"
        instead = f", thay bằng {known.replaced_by}" if known.replaced_by else ""
        replaced = f", replaced by {known.replaced_by}" if known.replaced_by else ""
        yield Fault(
            Text(
                f"{known.label} hết hiệu lực sau ngày {until}{instead}; "
                f"kế hoạch tính đến ngày {day:%d/%m/%Y}.",
                f"{known.label} lapsed after {until}{replaced}; the plan is of {day:%d/%m/%Y}.",
            ),
            Text("Viện dẫn văn bản thay thế.", "Cite the document that replaced it."),
            (
                case.here(*short_words(case, citation)),
                Passage(f"{known.label}: đến {until}{instead}", source=known.source),
            ),
            severity=_severity(case, citation, known),
        )


RULE = Rule("A03", "error", Text("Căn cứ hết hiệu lực", "Basis no longer in force"), _find)
