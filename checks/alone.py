"""Alone (xét riêng từng văn bản): the faults that a plan has whatever stands above it.

Most rules look at one plan only. What they find can be worked out where the plan is read, on
another core or another machine, before anybody knows which plans stand above it. Whether a
rule needs those is not declared but seen: it is asked with plans that cannot be looked at, and
one that looks has to be asked again.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import NoReturn, cast

from checks.case import Case
from checks.fault import Fault, Passage, Text
from checks.register import Register
from checks.registry import all_rules
from schemas import Box, Plan, Severity, Span
from schemas.base import Noun

MOST = 300  # faults of one rule in one document; a person looks at none beyond them

Known = Mapping[str, tuple[Fault, ...]]
"""Faults by the code of their rule; rules that are not in it have to be asked."""


class _Looked(Exception):
    """A rule wanted to see the plans above."""


class _Unseen:
    """Stands for the plans above where they are not known."""

    def __iter__(self) -> Iterator[Plan]:
        raise _Looked

    def __len__(self) -> NoReturn:
        raise _Looked

    def __getitem__(self, at: object) -> NoReturn:
        raise _Looked

    def __contains__(self, one: object) -> NoReturn:
        raise _Looked


class AloneFault(Noun):
    """A fault on its way; of each passage `own` says whether it stands in the plan."""

    message: tuple[str, str]
    advice: tuple[str, str]
    passages: tuple[tuple[str, Span | None, bool, str | None, tuple[Box, ...]], ...]
    severity: Severity | None
    count: int


class AloneFaults(Noun):
    """What was found in one plan by itself; `facts` is the digest of the register behind it."""

    facts: str
    faults: dict[str, tuple[AloneFault, ...]]

    def of(self, plan: Plan, register: Register, as_of: dt.date | None) -> Known:
        """The faults as those of `plan`, which has the same content; none where other facts or
        another day are asked for."""
        if as_of is not None or register.digest != self.facts:
            return {}
        return {
            code: tuple(_unpacked(fault, plan) for fault in faults)
            for code, faults in self.faults.items()
        }


def faults_alone(plan: Plan, register: Register) -> AloneFaults:
    """What the rules that need no other plan find in this one, on its own day."""
    case = Case(plan, cast("tuple[Plan, ...]", _Unseen()), register)
    found: dict[str, tuple[AloneFault, ...]] = {}
    for rule in all_rules():
        if rule.plans_only and not case.is_plan:
            continue
        try:
            faults = list(islice(rule.find(case), MOST))
        except _Looked:
            continue
        found[rule.code] = tuple(_packed(fault) for fault in faults)
    return AloneFaults(facts=register.digest, faults=found)


def _packed(fault: Fault) -> AloneFault:
    return AloneFault(
        message=(fault.message.vi, fault.message.en),
        advice=(fault.advice.vi, fault.advice.en),
        passages=tuple(
            (one.words, one.span, one.plan is not None, one.source, one.boxes)
            for one in fault.passages
        ),
        severity=fault.severity,
        count=fault.count,
    )


def _unpacked(fault: AloneFault, plan: Plan) -> Fault:
    return Fault(
        Text(*fault.message),
        Text(*fault.advice),
        tuple(
            Passage(words, span, plan if own else None, source, boxes)
            for words, span, own, source, boxes in fault.passages
        ),
        fault.severity,
        fault.count,
    )
