"""`kehoach check`: what is wrong in the stored plans, or in drafts."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

import click

from kehoach.baseline import Mark, new_since, read_baseline
from kehoach.cli.command import Day, command, json_option, label_option, one_of
from kehoach.cli.documents import one_document
from kehoach.cli.finding_list import count_words, finding_json, show_findings
from kehoach.cli.output import console, plain, print_json, tell_trouble
from kehoach.errors import BadRequest, Exit
from kehoach.i18n import _
from kehoach.settings import Settings
from schemas import Finding, Severity, Status

SEVERITIES: tuple[Severity, ...] = get_args(Severity)
STATUSES: tuple[Status, ...] = get_args(Status)


@command(
    "check",
    help=_("Show what is wrong: in all stored plans, or in drafts that are not stored."),
    examples=(
        "check --severity error",
        "check --document 665/KH-SGDĐT",
        "check --rule C12 --json",
        "check 'Dự thảo kế hoạch.docx'",
        "check 'Dự thảo kế hoạch.docx' --annotate 'Góp ý'",
    ),
)
@click.argument(
    "drafts", metavar=_("[FILE]..."), nargs=-1, type=click.Path(path_type=Path, readable=False)
)
@click.option("--rule", metavar=_("CODE"), help=_("Of one rule, by its code or name."))
@click.option("--severity", type=click.Choice(SEVERITIES), help=_("Of one weight."))
@click.option("--document", metavar=_("DOC"), help=_("Of one document: id, number or file name."))
@label_option
@click.option("--status", type=click.Choice(STATUSES), help=_("Open, accepted or dismissed ones."))
@click.option("--as-of", type=Day(), help=_("What was in force on this day, for drafts."))
@click.option(
    "--annotate",
    metavar=_("DIR"),
    type=click.Path(path_type=Path, file_okay=False),
    help=_("Write a copy of each draft there, with a comment at the words of each finding."),
)
@click.option(
    "--baseline",
    metavar=_("FILE"),
    type=click.Path(path_type=Path, dir_okay=False),
    help=_("Only what is new since then: a file that check --json has written."),
)
@json_option
def check(
    settings: Settings,
    drafts: Sequence[Path],
    rule: str | None,
    severity: str | None,
    document: str | None,
    label: str | None,
    status: str | None,
    as_of: dt.date | None,
    annotate: Path | None,
    baseline: Path | None,
    as_json: bool,
) -> Exit:
    """Exit code 1 where an open error or warning is among what is shown, 3 over it."""
    code = _code(rule) if rule else None
    known = read_baseline(baseline) if baseline else frozenset()
    if drafts:
        if document or label or status:
            raise BadRequest(
                _("--document, --label and --status are about stored plans."),
                _("Leave them out, or leave the files out."),
            )
        shown = _Shown(code, severity, known)
        findings, unread = _of_drafts(drafts, settings, as_of, shown, annotate)
    else:
        from kehoach.cli.rechecks import catch_up

        if as_of or annotate:
            raise BadRequest(
                _("--as-of and --annotate are for drafts."), _("Name the files to check.")
            )
        catch_up(settings)
        findings, unread = _of_store(settings, code, severity, document, label, status), False
        findings = new_since(findings, known)
    _show(findings, as_json)
    if unread:
        return Exit.UNREAD
    loud = any(f.status == "open" and f.severity != "note" for f in findings)
    return Exit.FINDINGS if loud else Exit.DONE


def _code(words: str) -> str:
    from checks import rule
    from checks.registry import UnknownRule

    try:
        return rule(words).code
    except UnknownRule:
        raise BadRequest(
            _("There is no rule {words}.").format(words=repr(words)),
            _("kehoach rules lists them."),
        ) from None


def _of_store(
    settings: Settings,
    code: str | None,
    severity: str | None,
    document: str | None,
    label: str | None,
    status: str | None,
) -> list[Finding]:
    from store import open_store
    from store.findings import FindingFilter

    with open_store(settings.db, read_only=True) as store:
        return store.findings(
            FindingFilter(
                rule=code,
                severity=one_of(SEVERITIES, severity),
                document=one_document(store, document).id if document else None,
                status=one_of(STATUSES, status),
                label=label,
            )
        )


@dataclass(frozen=True)
class _Shown:
    """Which findings of drafts are asked for; `None` means any."""

    rule: str | None
    severity: str | None
    known: frozenset[Mark] = frozenset()

    def of(self, findings: Sequence[Finding]) -> list[Finding]:
        """Those that are asked for."""
        return [
            one
            for one in new_since(findings, self.known)
            if self.rule in (None, one.rule) and self.severity in (None, one.severity)
        ]


def _of_drafts(
    drafts: Sequence[Path],
    settings: Settings,
    as_of: dt.date | None,
    shown: _Shown,
    annotate: Path | None,
) -> tuple[list[Finding], bool]:
    """Findings of all drafts, and whether one of them could not be read or given notes."""
    from kehoach.cli.notes import write_notes
    from kehoach.drafts import check_drafts
    from kehoach.intake import find_files

    findings: list[Finding] = []
    unread = False
    for draft in check_drafts(find_files(drafts), settings, as_of):
        if draft.trouble:
            tell_trouble(draft.path, draft.trouble)
            unread = True
        kept = shown.of(draft.findings)
        findings.extend(kept)
        if annotate is not None and not draft.trouble:
            unread = not write_notes(draft, kept, annotate, settings) or unread
    return findings, unread


def _show(findings: list[Finding], as_json: bool) -> None:
    if as_json:
        print_json([finding_json(finding) for finding in findings])
        return
    # The gravest come first, each with the others of its document.
    order = {f.document.id: -n for n, f in reversed(list(enumerate(findings, start=1)))}
    show_findings(sorted(findings, key=lambda f: -order[f.document.id]))
    console().print()
    console().print(plain(count_words(findings), "bold"))
