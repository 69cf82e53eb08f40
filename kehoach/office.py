"""What the office decided about rules: switched off or of another weight, with its reason."""

from collections.abc import Iterable

from kehoach.settings import RuleSetting, Settings
from schemas import Finding


def as_the_office_wants(findings: Iterable[Finding], settings: Settings) -> list[Finding]:
    """The findings without those of rules that are off, the others with the office's weight."""
    said = {rule.code: rule for rule in settings.rules}
    return [kept for finding in findings if (kept := _weighed(finding, said.get(finding.rule)))]


def _weighed(finding: Finding, said: RuleSetting | None) -> Finding | None:
    if said is None:
        return finding
    if said.severity == "off":
        return None
    return finding.model_copy(update={"severity": said.severity})
