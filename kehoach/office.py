"""Checking as the office wants it: with its own reference facts and weights of rules."""

import datetime as dt
from collections.abc import Sequence

from checks import check
from checks.register import RegisterError
from kehoach.errors import BadSettings
from kehoach.i18n import _
from kehoach.settings import RuleSetting, Settings
from schemas import Finding, Plan


def check_plan(
    plan: Plan, above: Sequence[Plan], settings: Settings, *, as_of: dt.date | None = None
) -> list[Finding]:
    """The findings without those of rules that are off, the others with the office's weight."""
    said = {rule.code: rule for rule in settings.rules}
    try:
        findings = check(plan, above, as_of=as_of, office=settings.registers)
    except RegisterError as error:
        raise BadSettings(
            _("The office's reference facts can't be used: {why}").format(why=error),
            _("Correct the file that `register` names in the settings."),
        ) from error
    return [kept for finding in findings if (kept := _weighed(finding, said.get(finding.rule)))]


def _weighed(finding: Finding, said: RuleSetting | None) -> Finding | None:
    if said is None:
        return finding
    if said.severity == "off":
        return None
    return finding.model_copy(update={"severity": said.severity})
