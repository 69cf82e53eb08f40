"""`kehoach rules` and `kehoach explain`: the catalogue of checks."""

from typing import TYPE_CHECKING

import click

from kehoach.cli.command import command, json_option
from kehoach.cli.finding_list import SEVERITY_WORDS
from kehoach.cli.output import console, plain, print_json, simple_table
from kehoach.errors import BadRequest, Exit
from kehoach.i18n import _, language
from kehoach.settings import RuleSetting, Settings, SettingsSeverity

if TYPE_CHECKING:
    from checks.fault import Text
    from checks.rule import Rule


@command(
    "rules", help=_("List the rules that plans are checked by."), examples=("rules", "rules --json")
)
@json_option
def rules(settings: Settings, as_json: bool) -> Exit:
    """Code, weight, name and title; an office's own weight where it set one."""
    from checks import all_rules

    said = {rule.code: rule for rule in settings.rules}
    if as_json:
        print_json([_as_json(rule, said.get(rule.code)) for rule in all_rules()])
        return Exit.DONE
    table = simple_table()
    table.add_column(_("Code"), width=4, no_wrap=True)
    table.add_column(_("Weight"), width=8, no_wrap=True)
    table.add_column(_("What is wrong"), ratio=4)
    table.add_column(_("Name"), ratio=3)
    for rule in all_rules():
        own = said.get(rule.code)
        title = plain(_spoken(rule.title) + (f" ({own.reason})" if own else ""))
        weight = own.severity if own else rule.severity
        table.add_row(
            plain(rule.code, "bold"), plain(_weight_words(weight)), title, plain(rule.name, "dim")
        )
    console().print(table)
    return Exit.DONE


@command(
    "explain",
    help=_("Explain one rule: what it checks, why, an example, what to do, its source."),
    examples=("explain C12", "explain anniversary-count --lang en"),
)
@click.argument("code", metavar=_("CODE"))
@json_option
def explain(settings: Settings, code: str, as_json: bool) -> Exit:
    """A rule by its code or its name."""
    from checks import rule
    from checks.registry import UnknownRule
    from checks.rule import HEADINGS

    try:
        found = rule(code)
    except UnknownRule:
        raise BadRequest(
            _("There is no rule {words}.").format(words=repr(code)), _("kehoach rules lists them.")
        ) from None
    own = next((said for said in settings.rules if said.code == found.code), None)
    parts = {heading: found.explain(language(), heading) for heading in HEADINGS}
    if as_json:
        print_json(_as_json(found, own) | {str(heading): words for heading, words in parts.items()})
        return Exit.DONE
    console().print(plain(f"{found.code} {_spoken(found.title)}", "bold"))
    weight = own.severity if own else found.severity
    console().print(plain(f"{found.name} · {_weight_words(weight)}", "dim"))
    if own:
        console().print(plain(_("The office says: {reason}").format(reason=own.reason)))
    for heading, words in parts.items():
        console().print()
        console().print(plain(_spoken(HEADINGS[heading]), "bold"))
        console().print(plain(words[:1].upper() + words[1:]))
    return Exit.DONE


def _weight_words(weight: SettingsSeverity) -> str:
    return _("off") if weight == "off" else _(SEVERITY_WORDS[weight]).lower()


def _spoken(text: "Text") -> str:
    return text.en if language() == "en" else text.vi


def _as_json(rule: "Rule", own: RuleSetting | None) -> dict[str, object]:
    return {
        "code": rule.code,
        "name": rule.name,
        "title": _spoken(rule.title),
        "severity": own.severity if own else rule.severity,
        "usual_severity": rule.severity,
        "reason": own.reason if own else None,
    }
