"""Basis younger than the plan.

What it checks: whether every document that a plan rests on was issued by the day of the plan.
Why: a plan cannot carry out what did not exist; one of the two days is wrong.
Example: a plan of 20/02/2025 that carries out `Kế hoạch số 66/KH-SYT ngày 05/3/2025`.
What to do: mend the day of the plan or of the basis.
Legal source: NĐ 30/2020/NĐ-CP (day of issue).

Kiểm tra gì: văn bản làm căn cứ có được ban hành trước hoặc cùng ngày với kế hoạch hay không.
Vì sao: không thể thực hiện văn bản chưa có; một trong hai ngày sai.
Ví dụ: kế hoạch ngày 20/02/2025 thực hiện `Kế hoạch số 66/KH-SYT ngày 05/3/2025`.
Cần làm: sửa ngày của kế hoạch hoặc của căn cứ.
Căn cứ: NĐ 30/2020/NĐ-CP (ngày ban hành).
"""

import datetime as dt
from collections.abc import Iterator

from checks.case import OPENING, Case
from checks.citing import printed_date, short_words
from checks.fault import Fault, Passage, Text
from checks.resolving import resolutions
from checks.rule import Rule
from checks.rules.citation_against_stored import stored_passage
from schemas import Citation, Plan


def _true_day(citation: Citation, stored: Plan | None) -> dt.date | None:
    """The stored document's day where there is one: the printed one may be the mistake."""
    if stored and stored.document.issued_on:
        return stored.document.issued_on
    return citation.issued_on


def _find(case: Case) -> Iterator[Fault]:
    issued = case.issued_on
    if issued is None:
        return
    stored = {id(one.citation): one.plan for one in resolutions(case)}
    seen: set[str] = set()
    for citation in case.plan.citations:
        plan = stored.get(id(citation))
        day = _true_day(citation, plan)
        name = citation.number or citation.subject or ""
        if day is None or day <= issued or name in seen or citation.role in ("amends", "replaces"):
            continue
        seen.add(name)
        printed = printed_date(case, citation) if citation.issued_on == day else None
        first = case.here(*(printed or short_words(case, citation)))
        own = case.field("issued_on")
        head = own if own.words else Passage(f"{issued:%d/%m/%Y}", None, case.plan)
        other = [stored_passage(plan, "day")] if plan and citation.issued_on != day else []
        yield Fault(
            Text(
                f"{citation.kind} {name} ngày {day:%d/%m/%Y} ban hành sau kế hoạch "
                f"({issued:%d/%m/%Y}).",
                f"{citation.kind} {name} of {day:%d/%m/%Y} is younger than the plan "
                f"({issued:%d/%m/%Y}).",
            ),
            Text("Sửa ngày của kế hoạch hoặc của căn cứ.", "Mend one of the two days."),
            (first, *other, head),
            severity="error" if citation.role in OPENING else "warn",
        )


RULE = Rule(
    "A04", "error", Text("Căn cứ ban hành sau kế hoạch", "Basis younger than the plan"), _find,
    yields_to=("C10", "C15", "C17", "C11"), letters=True,
)  # fmt: skip
