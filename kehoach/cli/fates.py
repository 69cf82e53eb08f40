"""What became of files, as lines for people and as JSON for programs."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from rich.text import Text

from kehoach.cli.finding_list import severity_words
from kehoach.cli.output import console, plain, tell
from kehoach.fate import STATUS_WORDS, Fate, FateStatus
from kehoach.i18n import _, ngettext
from kehoach.intake import readable
from schemas import Severity

_STYLES: dict[FateStatus, str] = {
    "new": "green",
    "updated": "green",
    "duplicate": "dim",
    "probable-duplicate": "yellow",
    "needs-person": "yellow",
    "needs-ocr": "red",
    "unreadable": "red",
}


def fate_json(fate: Fate) -> dict[str, object]:
    """`{path, status, reason, document, findings}` as the command line promises."""
    return {
        "path": readable(str(fate.path)),
        "status": fate.status,
        "reason": {"code": fate.why.code, "message": fate.why.message} if fate.why else None,
        "document": fate.document.model_dump() if fate.document else None,
        "findings": {s: fate.findings[s] for s in ("error", "warn", "note")},
    }


def show_fate(fate: Fate) -> None:
    """One line: the status, the path, the reason or the findings."""
    parts = [plain(f"{_(STATUS_WORDS[fate.status])}:", _STYLES[fate.status]), plain(fate.path)]
    if fate.why:
        parts.append(plain(f"– {fate.why.message}"))
    if fate.findings.total():
        parts.append(plain(f"({severity_words(dict(fate.findings))})", "dim"))
    console().print(Text(" ").join(parts), soft_wrap=True)


def show_summary(fates: Sequence[Fate], db: Path) -> None:
    """How many of each status, what was found, and where it all is."""
    counts = Counter(fate.status for fate in fates)
    said = ", ".join(
        f"{counts[status]} {_(words)}" for status, words in STATUS_WORDS.items() if counts[status]
    )
    files = ngettext("{n} document", "{n} documents", len(fates)).format(n=len(fates))
    console().print(plain(f"{files}: {said}" if said else files, "bold"))
    # A document that came twice has its findings once.
    last = {fate.document.id: fate.findings for fate in fates if fate.document and fate.findings}
    found: Counter[Severity] = sum(last.values(), Counter())
    console().print(plain(_("Findings: {counts}").format(counts=severity_words(dict(found)))))
    tell(_("The database is {path}.").format(path=db))
