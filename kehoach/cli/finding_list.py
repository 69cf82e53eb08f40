"""Findings as people read them: both sides' words, what is wrong, what to do."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from rich.padding import Padding
from rich.text import Text

from kehoach.cli.output import console, plain
from kehoach.i18n import N_, _, language, ngettext
from schemas import Evidence, Finding, Severity, Status

SEVERITY_WORDS: dict[Severity, str] = {
    "error": N_("ERROR"),
    "warn": N_("WARNING"),
    "note": N_("NOTE"),
}
STATUS_WORDS: dict[Status, str] = {
    "open": N_("open"),
    "accepted": N_("accepted"),
    "dismissed": N_("dismissed"),
}
_STYLES: dict[Severity, str] = {"error": "bold red", "warn": "bold yellow", "note": "bold blue"}


def message_of(finding: Finding) -> str:
    """What is wrong, in the language spoken."""
    return finding.message_en if language() == "en" and finding.message_en else finding.message


def advice_of(finding: Finding) -> str:
    """What to do about it, in the language spoken."""
    return finding.advice_en if language() == "en" and finding.advice_en else finding.advice


def finding_json(finding: Finding) -> dict[str, object]:
    """As the contract of findings has it: one language, under the plain names."""
    flat = finding.model_dump(mode="json", exclude={"message_en", "advice_en"})
    return {**flat, "message": message_of(finding), "advice": advice_of(finding)}


def show_findings(findings: Iterable[Finding]) -> None:
    """Grouped by document, in the order given."""
    for (_id, name), group in groupby(
        findings, key=lambda one: (one.document.id, one.document.name)
    ):
        console().print()
        console().print(plain(name, "bold underline"))
        for finding in group:
            show_finding(finding)


def show_finding(finding: Finding) -> None:
    """One finding: a head line, the message, the passages, the advice."""
    head = plain(_(SEVERITY_WORDS[finding.severity]), _STYLES[finding.severity])
    head.append(f" {finding.rule} {finding.name}", style="bold")
    head.append(f"  [{finding.id}]", style="dim")
    if finding.status != "open":
        head.append(f"  {_(STATUS_WORDS[finding.status])}", style="green")
    console().print(Padding(head, (0, 0, 0, 1)))
    console().print(Padding(plain(message_of(finding)), (0, 0, 0, 4)))
    for piece in finding.evidence:
        if piece.as_written or piece.source:
            console().print(Padding(_passage(piece, finding), (0, 0, 0, 4)))
    if advice_of(finding):
        console().print(Padding(plain(f"→ {advice_of(finding)}", "green"), (0, 0, 0, 4)))


def _passage(piece: Evidence, finding: Finding) -> Text:
    """The words in quotation marks and where they stand."""
    parts = [plain("·")]
    if piece.as_written:
        parts.append(plain(f"“{piece.as_written}”", "italic"))
    if where := where_words(piece, finding):
        parts.append(plain(f"({where})", "dim"))
    return Text(" ").join(parts)


def where_words(piece: Evidence, finding: Finding) -> str:
    """`ke-hoach-so.pdf, mục II.1, trang 3`; the source of a rule of form or a reference row."""
    where = []
    if piece.document and piece.document.id != finding.document.id:
        where.append(piece.document.name)
    if piece.source:
        where.append(piece.source)
    if piece.section:
        where.append(_("section {number}").format(number=piece.section))
    if piece.span and piece.span.page:
        where.append(_("page {page}").format(page=piece.span.page))
    elif piece.line:
        where.append(_("line {number}").format(number=piece.line))
    return ", ".join(where)


def count_words(findings: Sequence[Finding]) -> str:
    """`2 errors, 1 warning, 3 notes`, of the open ones."""
    counts = {
        severity: sum(f.severity == severity and f.status == "open" for f in findings)
        for severity in SEVERITY_WORDS
    }
    return severity_words(counts)


def severity_words(counts: "dict[Severity, int]") -> str:
    """Numbers of findings in words; those that are none are left out."""
    said = []
    if counts.get("error"):
        said.append(ngettext("{n} error", "{n} errors", counts["error"]).format(n=counts["error"]))
    if counts.get("warn"):
        said.append(
            ngettext("{n} warning", "{n} warnings", counts["warn"]).format(n=counts["warn"])
        )
    if counts.get("note"):
        said.append(ngettext("{n} note", "{n} notes", counts["note"]).format(n=counts["note"]))
    return ", ".join(said) or _("no findings")
