"""Checking as the office wants it: with its own reference facts and weights of rules."""

import datetime as dt
from collections.abc import Sequence

from checks import AloneFaults, check, rule
from checks.register import RegisterError
from kehoach.errors import BadSettings
from kehoach.i18n import _
from kehoach.settings import RuleSetting, Settings
from schemas import Evidence, Finding, Plan, Severity


def check_plan(
    plan: Plan,
    above: Sequence[Plan],
    settings: Settings,
    *,
    as_of: dt.date | None = None,
    alone: AloneFaults | None = None,
) -> list[Finding]:
    """The findings without those of rules that are off, the others with the office's weight.

    `alone` is what was found where a plan of the same content was read.
    """
    said = {rule.code: rule for rule in settings.rules}
    try:
        findings = check(plan, above, as_of=as_of, office=settings.registers, alone=alone)
    except RegisterError as error:
        raise BadSettings(
            _("The office's reference facts can't be used: {why}").format(why=error),
            _("Correct the file that `register` names in the settings."),
        ) from error
    return [kept for finding in findings if (kept := _weighed(finding, said.get(finding.rule)))]


_ORDER: dict[Severity, int] = {"note": 0, "warn": 1, "error": 2}


def _weighed(finding: Finding, said: RuleSetting | None) -> Finding | None:
    """As the office weighs it, with the reason among its passages, where all can read it.

    A weight is lowered for every finding of the rule, but raised only for those of the rule's
    own full weight: what a rule is less sure of, or a remembered fact, is made no error.
    """
    if said is None:
        return finding
    if said.severity == "off":
        return None
    full = rule(finding.rule).severity
    higher = _ORDER[said.severity] > _ORDER[finding.severity]
    if said.severity == finding.severity or (higher and finding.severity != full):
        return finding
    reason = Evidence(
        as_written=f"{finding.rule}: {full} → {said.severity}",
        source=f"kehoach.toml: {said.reason}",
    )
    return finding.model_copy(
        update={"severity": said.severity, "evidence": (*finding.evidence, reason)}
    )
