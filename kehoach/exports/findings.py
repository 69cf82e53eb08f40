"""Findings as a sheet: both sides' words, and where each of them stands."""

from kehoach.cli.finding_list import (
    SEVERITY_WORDS,
    STATUS_WORDS,
    advice_of,
    message_of,
    where_words,
)
from kehoach.exports.asked import Asked
from kehoach.exports.sheet import Cell, Column, Sheet
from kehoach.exports.words import translated
from kehoach.i18n import _, language
from schemas import Evidence, Finding
from store.findings import FindingFilter


def findings_sheet(asked: Asked) -> Sheet:
    """All findings, the gravest first."""
    found = asked.store.findings(FindingFilter(document=asked.document, label=asked.label))
    return Sheet(
        kind="findings",
        title=_("Findings"),
        columns=(
            Column("severity", _("Weight"), 11, words=translated(SEVERITY_WORDS)),
            Column("rule", _("Rule"), 7),
            Column("name", _("What is wrong"), 30, words=_titles()),
            Column("document", _("Plan"), 28),
            Column("message", _("Finding"), 60),
            Column("words", _("Words at fault"), 44),
            Column("page", _("Page"), 7, "count"),
            Column("section", _("Section"), 10),
            Column("line", _("Line"), 7, "count"),
            Column("place", _("At letter"), 10, "count"),
            Column("against", _("Words they are set against"), 44),
            Column("against_in", _("Where those stand"), 30),
            Column("against_page", _("Their page"), 11, "count"),
            Column("advice", _("Advice"), 50),
            Column("status", _("Verdict"), 12, words=translated(STATUS_WORDS)),
            Column("reason", _("Why"), 28),
            Column("count", _("Times"), 8, "count"),
            Column("document_id", _("Document's id"), 15),
            Column("id", _("Finding's id"), 20),
        ),
        rows=[_row(one, asked) for one in found],
        links=[asked.places(one.document.id) for one in found],
    )


def _titles() -> dict[str, str]:
    """What people call each rule."""
    from checks import all_rules

    return {rule.name: getattr(rule.title, language()) for rule in all_rules()}


def _row(finding: Finding, asked: Asked) -> tuple[Cell, ...]:
    own, *others = finding.evidence or (Evidence(),)
    verdict = asked.store.verdict(finding.id) if finding.status != "open" else None
    other_page = next((one.span.page for one in others if one.span and one.span.page), None)
    return (
        finding.severity,
        finding.rule,
        finding.name,
        finding.document.name,
        message_of(finding),
        own.as_written,
        own.span.page if own.span else None,
        own.section,
        own.line,
        own.span.start + 1 if own.span else None,
        "\n".join(_side(one) for one in others),
        "\n".join(_where(one, finding) for one in others),
        other_page,
        advice_of(finding),
        finding.status,
        verdict.reason if verdict else None,
        finding.count,
        finding.document.id,
        finding.id,
    )


def _side(piece: Evidence) -> str:
    return piece.as_written or "–"


def _where(piece: Evidence, finding: Finding) -> str:
    """`ke-hoach.pdf, mục II, trang 3`; the source of a rule of form; or "the same document"."""
    elsewhere = piece.source or (piece.document and piece.document.id != finding.document.id)
    where = where_words(piece, finding)
    return where if elsewhere else ", ".join(filter(None, (_("the same document"), where)))
