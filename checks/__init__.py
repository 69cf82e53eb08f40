"""Checks: (a plan, the plans above it) to findings; this room knows no database."""

import datetime as dt
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Literal

from checks.alone import AloneFaults, faults_alone
from checks.case import open_case
from checks.findings import findings_of
from checks.register import register, register_of
from checks.registry import all_rules, rule
from schemas import Finding, Plan

__all__ = ["AloneFaults", "all_rules", "check", "check_alone", "register", "rule"]


def check(
    plan: Plan,
    above: Sequence[Plan] = (),
    *,
    as_of: dt.date | None = None,
    lang: Literal["vi", "en"] = "vi",
    office: Path | Sequence[Path] | None = None,
    only: Collection[str] | None = None,
    alone: AloneFaults | None = None,
) -> list[Finding]:
    """What is wrong in `plan`, by itself and against the plans `above` it, in reading order.

    `as_of` decides what was in force instead of the plan's own day; `office` is the file
    (or files) with an office's own reference facts; `only` names the rules to run by code.
    `alone` is what `check_alone` found in a plan of the same content: it saves time, no more.
    Findings carry both languages; `lang` puts that one under `message` and `advice`. Raises
    `checks.register.RegisterError` for an office's file that cannot be used.
    """
    facts = register(office)
    case = open_case(plan, above, facts, as_of)
    rules = [r for r in all_rules() if only is None or r.code in only]
    known = alone.of(plan, facts, as_of) if alone else {}
    found = findings_of(case, rules, known)
    if lang == "vi":
        return found
    return [f.model_copy(update={"message": f.message_en, "advice": f.advice_en}) for f in found]


def check_alone(plan: Plan, office: tuple[str, ...]) -> AloneFaults:
    """What is wrong in `plan` whatever stands above it; `office` are the texts of the office's
    own files. Raises `checks.register.RegisterError`."""
    return faults_alone(plan, register_of(office))
