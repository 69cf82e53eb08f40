"""A question as it was understood, in words for people, and the page that shows the same."""

from urllib.parse import urlencode

from kehoach.ask.meaning import Kind, Meaning
from kehoach.cli.finding_list import SEVERITY_WORDS, STATUS_WORDS
from kehoach.cli.output import days
from kehoach.i18n import N_, _
from kehoach.web.wording import LEVEL_WORDS

_KIND_WORDS: dict[Kind, str] = {
    "deadlines": N_("Deadlines"),
    "documents": N_("Documents"),
    "findings": N_("Findings"),
    "citations": N_("Citations"),
    "search": N_("Words"),
}
_ROLE_WORDS = {"lead": N_("leads"), "partner": N_("takes part")}


def understood(meaning: Meaning) -> list[tuple[str, str]]:
    """What is asked for and each thing that narrows it, with its name."""
    when = meaning.when.days if meaning.when else None
    cited = meaning.cited
    said = (
        (_("Asked for"), _(_KIND_WORDS[meaning.kind])),
        (_("Time"), days(when.start, when.end) if when else ""),
        (_("Unit"), meaning.unit),
        (_("Role"), _(_ROLE_WORDS[meaning.role]) if meaning.role else ""),
        (_("Plan"), meaning.document[0] if meaning.document else ""),
        (_("Level"), _(LEVEL_WORDS[meaning.level]) if meaning.level else ""),
        (_("Issuer"), meaning.issuer),
        (_("Rule"), meaning.rule),
        (_("Weight"), _(SEVERITY_WORDS[meaning.severity]) if meaning.severity else ""),
        (_("Status"), _(STATUS_WORDS[meaning.status]) if meaning.status else ""),
        (_("Does not cite") if cited and cited.missing else _("Cites"), cited and cited.words),
        (_("Words"), meaning.words),
    )
    return [(name, value) for name, value in said if value]


def address_of(meaning: Meaning) -> str:
    """The page with the same rows, where there is one; empty where there is none."""
    when = meaning.when.days if meaning.when else None
    document = meaning.document[1] if meaning.document else None
    if meaning.kind == "search":
        return _address("/documents", q=meaning.words)
    if meaning.kind == "citations":
        return f"/documents/{document}#cited" if document else ""
    if meaning.kind == "findings":
        return _address(
            "/findings",
            rule=meaning.rule,
            severity=meaning.severity,
            document=document,
            status=meaning.status or "all",
        )
    if meaning.kind == "documents":
        by_year = meaning.when is None or meaning.when.options[0] == "--year"
        if meaning.cited or not by_year:
            return ""
        year = meaning.when.options[1] if meaning.when else None
        return _address("/documents", year=year, issuer=meaning.issuer, level=meaning.level)
    return _address(
        "/deadlines",
        **{"from": when.start if when else None, "to": when.end if when else None},
        unit=meaning.unit,
        role=meaning.role,
        document=document,
        level=meaning.level,
    )


def _address(page: str, **asked: object) -> str:
    kept = {name: str(value) for name, value in asked.items() if value is not None}
    return f"{page}?{urlencode(kept)}" if kept else page
