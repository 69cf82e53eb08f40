"""Checks: (a plan, the plans above it) to findings; this room knows no database."""

import datetime as dt
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Literal

from checks.case import open_case
from checks.findings import findings_of
from checks.register import register
from checks.registry import all_rules, rule
from schemas import Finding, Plan

__all__ = ["all_rules", "check", "register", "rule"]


def check(
    plan: Plan,
    above: Sequence[Plan] = (),
    *,
    as_of: dt.date | None = None,
    lang: Literal["vi", "en"] = "vi",
    office: Path | Sequence[Path] | None = None,
    only: Collection[str] | None = None,
) -> list[Finding]:
    """What is wrong in `plan`, by itself and against the plans `above` it, in reading order.

    `as_of` decides what was in force instead of the plan's own day; `office` is the file
    (or files) with an office's own reference facts; `only` names the rules to run by code.
    Findings carry both languages; `lang` puts that one under `message` and `advice`. Raises
    `checks.register.RegisterError` for an office's file that cannot be used.
    """
    case = open_case(plan, above, register(office), as_of)
    rules = [r for r in all_rules() if only is None or r.code in only]
    found = findings_of(case, rules)
    if lang == "vi":
        return found
    return [f.model_copy(update={"message": f.message_en, "advice": f.advice_en}) for f in found]
