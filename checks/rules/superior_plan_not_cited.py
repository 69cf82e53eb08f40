"""Higher plan in the database is not cited.

What it checks: whether a plan cites the plans above it on the same subject and for the same
time that address its issuer, in the state's line and in the Party's, along both lines of a
specialist office.
Why: a plan that doesn't name the plan that it has to carry out can't be checked against it, and
its tasks may be missing without anybody seeing it.
Example: the department's plan gives work to `các phòng y tế`; an office of that province issues
a plan on the same subject and names other bases only.
What to do: cite the superior's plan among the bases, or say which document carries it out in
between.
Legal source: the duty to carry out superiors' documents; Luật Tổ chức chính quyền địa phương.

Kiểm tra gì: kế hoạch có viện dẫn các kế hoạch cấp trên cùng nội dung, cùng thời gian, có giao
việc cho cơ quan ban hành hay không, theo tuyến chính quyền và tuyến Đảng, theo cả hai tuyến của
cơ quan chuyên môn.
Vì sao: kế hoạch không nêu kế hoạch mình phải thực hiện thì không đối chiếu được, thiếu nhiệm vụ
cũng không ai biết.
Ví dụ: kế hoạch của sở giao việc cho `các phòng y tế`; một phòng trong tỉnh ban hành kế hoạch
cùng nội dung mà chỉ nêu căn cứ khác.
Cần làm: bổ sung kế hoạch cấp trên vào căn cứ hoặc nêu văn bản trung gian đã triển khai.
Căn cứ: trách nhiệm thi hành văn bản cấp trên; Luật Tổ chức chính quyền địa phương.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from checks.addressing import addresses, means
from checks.case import Case, passage_of
from checks.chain import superiors
from checks.fault import Fault, Passage, Text
from checks.guiding import times_meet
from checks.likeness import part_of, subject_likeness
from checks.meant import is_meant
from checks.resolving import resolutions, shelf_of
from checks.rule import Rule
from schemas import Plan, Severity
from schemas.keys import words_key

_SURE = 0.75  # likeness of subjects for an error
_LIKELY = 0.6
_KINDS = ("Kế hoạch", "Chương trình", "Chỉ thị", "Hướng dẫn", "Phương án", "Đề án")


@dataclass(frozen=True, slots=True)
class Missing:
    """A superior's plan that is not cited, and how sure it is that it should be."""

    plan: Plan
    severity: Severity


def _reached(case: Case) -> set[str]:
    """Plans that the plan cites, with those that these cite in turn."""
    shelf = shelf_of(case)
    reached = {one.plan.id: one.plan for one in resolutions(case)}
    waiting = list(reached.values())
    while waiting:
        citing = waiting.pop()
        known = {citing.id, *reached}
        for citation in citing.citations:
            found = shelf.resolve(citation, citing, known)
            if found and found.plan.id not in reached:
                reached[found.plan.id] = found.plan
                waiting.append(found.plan)
    return set(reached)


def _candidates(case: Case) -> Iterator[Missing]:
    """Uncited plans of superiors that address the issuer, nearest first."""
    issuer, subject = case.plan.document.issuer, case.plan.document.subject
    if issuer is None or not subject:
        return
    reached = _reached(case)
    for plan, standing in superiors(case):
        document = plan.document
        if plan.id in reached or document.kind not in _KINDS or not document.subject:
            continue
        likeness = subject_likeness(subject, document.subject)
        alike = likeness >= _LIKELY or part_of(subject, document.subject)
        if not alike or not _in_time(case, plan) or not addresses(plan, issuer):
            continue
        sure = standing.certain and likeness >= _SURE and not _unseen_link(case)
        yield Missing(plan, "error" if sure else "warn")


def _in_time(case: Case, plan: Plan) -> bool:
    """Whether it was there when the plan was issued, and is for the plan's time."""
    issued, day = plan.document.issued_on, case.day
    return issued is not None and day is not None and issued <= day and times_meet(case, plan)


def _unseen_link(case: Case) -> bool:
    """Whether a cited document of like subject is not at hand: it may carry the other out."""
    seen = {id(one.citation) for one in resolutions(case)}
    subject = case.plan.document.subject or ""
    return any(
        id(c) not in seen
        and c.kind in _KINDS
        and (c.subject is None or subject_likeness(subject, c.subject) >= _LIKELY)
        for c in case.basis
    )


def _addressing_words(case: Case, plan: Plan) -> Passage | None:
    """Where the superior's plan speaks to the issuer."""
    issuer = case.plan.document.issuer
    if issuer is None:
        return None
    for duty in plan.duties:
        if duty.span and means(duty.unit, issuer):
            return Passage(duty.unit.name, duty.span, plan)
    for task in plan.tasks:
        if task.span and any(means(u, issuer) for u in task.leads):
            return passage_of(plan, task)
    for recipient in plan.document.recipients:
        if is_meant(words_key(recipient.name), issuer):
            return passage_of(plan, recipient)
    return None


def _find(case: Case) -> Iterator[Fault]:
    found = list(_candidates(case))
    cited_by_found = {
        resolved.plan.id
        for one in found
        for c in one.plan.citations
        if (resolved := shelf_of(case).resolve(c, one.plan, (one.plan.id,)))
    }
    for one in found:
        # Where one missing plan carries out another the nearer one is the cause.
        if one.plan.id not in cited_by_found:
            yield _fault(case, one)


def _fault(case: Case, one: Missing) -> Fault:
    document = one.plan.document
    name = " ".join(part for part in (document.kind, document.number) if part)
    issuer = document.issuer.name if document.issuer else "?"
    place = case.item(case.basis[0]) if case.basis else case.head()
    title = document.spans.get("subject")
    head = Passage(document.subject or name, title, one.plan)
    words = _addressing_words(case, one.plan)
    return Fault(
        Text(
            f"Không viện dẫn {name} của {issuer} ({document.subject}).",
            f"{name} of {issuer} ({document.subject}) is not cited.",
        ),
        Text(
            "Bổ sung vào căn cứ hoặc nêu văn bản trung gian đã triển khai.",
            "Cite it, or name the document that carries it out in between.",
        ),
        (place, head, *([words] if words else [])),
        severity=one.severity,
    )


RULE = Rule(
    "A00", "error", Text("Không viện dẫn kế hoạch cấp trên", "Higher plan not cited"), _find,
    plans_only=True,
)  # fmt: skip
