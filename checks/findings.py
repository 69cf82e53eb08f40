"""Findings: faults made into records with stable identities, one for each cause."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from checks.alone import MOST, Known
from checks.case import Case
from checks.fault import Fault, Passage
from checks.rule import Rule
from checks.sections import section_at
from schemas import DocumentRef, Evidence, Finding, Plan, Severity, Span
from schemas.keys import words_key


@dataclass(frozen=True, slots=True)
class Found:
    """A fault with the rule that found it."""

    rule: Rule
    fault: Fault


def findings_of(case: Case, rules: Iterable[Rule], known: Known) -> list[Finding]:
    """All findings of a case, in the order of their places in the document; rules whose faults
    are `known` are not asked again."""
    asked = [rule for rule in rules if case.is_plan or not rule.plans_only]
    found = [Found(rule, fault) for rule in asked for fault in _faults(case, rule, known)]
    kept = list(_one_per_cause(found))
    kept.sort(key=lambda f: (_start(f), f.rule.code))
    ranks: Counter[tuple[str, str]] = Counter()
    out = []
    for one in kept:
        words = words_key(" ".join(p.words for p in one.fault.passages if p.plan is case.plan))
        rank = ranks[one.rule.code, words]
        ranks[one.rule.code, words] += 1
        out.append(_finding(case, one, words, rank))
    return out


def _faults(case: Case, rule: Rule, known: Known) -> Iterable[Fault]:
    return known[rule.code] if rule.code in known else islice(rule.find(case), MOST)


def _start(found: Found) -> int:
    span = found.fault.passages[0].span if found.fault.passages else None
    return span.start if span else -1


def _one_per_cause(found: list[Found]) -> Iterator[Found]:
    """Drops what another rule, to which this one yields, says about the same words."""
    places: dict[str, list[Span]] = {}
    for one in found:
        first = one.fault.passages[0].span if one.fault.passages else None
        if first:
            places.setdefault(one.rule.code, []).append(first)
    for one in found:
        first = one.fault.passages[0].span if one.fault.passages else None
        rivals = [span for code in one.rule.yields_to for span in places.get(code, ())]
        if first is None or not any(_overlap(first, rival) for rival in rivals):
            yield one


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _finding(case: Case, one: Found, words: str, rank: int) -> Finding:
    plan, rule, fault = case.plan, one.rule, one.fault
    digest = hashlib.sha256("\x1f".join((plan.id, rule.code, words, str(rank))).encode())
    return Finding(
        id=digest.hexdigest()[:16],
        rule=rule.code,
        name=rule.name,
        severity=_severity(case, one),
        document=_reference(plan),
        message=fault.message.vi,
        advice=fault.advice.vi,
        message_en=fault.message.en,
        advice_en=fault.advice.en,
        evidence=tuple(_evidence(p) for p in fault.passages),
        count=fault.count,
    )


def _severity(case: Case, one: Found) -> Severity:
    """What the rule says; a note for a side that cannot be shown or letters nobody typed.

    Recognition misreads a letter or a digit in most pages: such faults are its own nearly
    always, and an officer who met ten of them would not read the eleventh.
    """
    severity = one.fault.severity or one.rule.severity
    if len(one.fault.passages) < 2:
        return "note"
    if case.scanned and one.rule.letters:
        return "note"
    return severity


def _reference(plan: Plan) -> DocumentRef:
    return DocumentRef(id=plan.id, name=plan.name)


def _with_page(plan: Plan, span: Span) -> Span:
    """The span with its page, where the document has pages: they end in form feeds.

    A document within a bundle begins on a later page of the file; its items tell which.
    """
    if span.page is not None or plan.source.pages is None:
        return span
    known = next((item.span for item in (*plan.outline, *plan.citations, *plan.tasks)
                  if item.span and item.span.page), None)  # fmt: skip
    first = known.page - plan.text.count("\f", 0, known.start) if known and known.page else 1
    return span.model_copy(update={"page": first + plan.text.count("\f", 0, span.start)})


def _evidence(passage: Passage) -> Evidence:
    plan, span = passage.plan, passage.span
    return Evidence(
        document=_reference(passage.plan) if passage.plan else None,
        as_written=passage.words,
        span=_with_page(plan, span) if plan and span else span,
        boxes=passage.boxes,
        source=passage.source,
        section=section_at(plan, span.start) if plan and span else None,
        line=plan.text.count("\n", 0, span.start) + 1 if plan and span else None,
    )
