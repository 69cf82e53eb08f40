"""Findings: the list, one with both passages side by side, and people's verdicts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from checks import all_rules, rule
from checks.registry import UnknownRule
from checks.rule import HEADINGS
from kehoach.cli.check import SEVERITIES, STATUSES
from kehoach.cli.command import one_of
from kehoach.cli.documents import one_document
from kehoach.errors import CommandError
from kehoach.i18n import language
from kehoach.web.deadline_query import LONGEST_WORDS, page_number
from kehoach.web.forms import SentForm, words_of
from kehoach.web.pages.signing_in import inside
from kehoach.web.passages import Excerpt, excerpt
from kehoach.web.rendering import page
from kehoach.web.visitor import Visitor, clerk, desk_of, reader
from kehoach.web.wording import LEVEL_WORDS
from schemas import Evidence, Finding, Severity, Status
from store import Store
from store.errors import NotFound
from store.findings import FindingFilter

router = APIRouter(include_in_schema=False)

SIZE = 50
_ACTS: dict[str, Status] = {"accept": "accepted", "dismiss": "dismissed", "reopen": "open"}


@dataclass(frozen=True)
class Side:
    """One passage behind a finding; `excerpt` is `None` for a rule or a row of a table."""

    piece: Evidence
    excerpt: Excerpt | None
    item: str = ""


@router.get("/findings", response_class=HTMLResponse)
def findings(
    request: Request,
    _visitor: Annotated[Visitor, Depends(reader)],
    trouble: str | None = None,
) -> HTMLResponse:
    """Open ones unless asked otherwise, the gravest first."""
    asked = request.query_params
    here = page_number(asked)
    status = one_of((*STATUSES, "all"), asked.get("status")) or "open"
    wanted = FindingFilter(
        rule=asked.get("rule", "").strip()[:20].upper() or None,
        severity=one_of(SEVERITIES, asked.get("severity")),
        status=one_of(STATUSES, status),
        office=_words(asked, "office"),
        level=one_of(tuple(LEVEL_WORDS), asked.get("level")),
        field=_words(asked, "field"),
        label=_words(asked, "label"),
        limit=SIZE,
        offset=(here - 1) * SIZE,
    )
    named = _words(asked, "document")
    desk = desk_of(request)
    with desk.store() as store:
        labels = desk.labels(store)
        try:
            if named:
                wanted = replace(wanted, document=one_document(store, named).id)
        except CommandError as wrong:
            return _list(request, (), {}, status, here, labels, wrong, 400)
        memory = desk.memory
        all_of_them = replace(wanted, severity=None, limit=None, offset=0)
        counts = memory.recall(("counts", all_of_them), lambda: store.count_findings(all_of_them))
        found = memory.recall(wanted, lambda: store.findings(wanted))
        return _list(request, found, _by_severity(counts), status, here, labels)


def _words(asked: Mapping[str, str], name: str) -> str | None:
    return asked.get(name, "").strip()[:LONGEST_WORDS] or None


def _list(
    request: Request,
    found: Iterable[Finding],
    counts: dict[str, int],
    status: str,
    number: int,
    labels: list[str],
    trouble: CommandError | None = None,
    code: int = 200,
) -> HTMLResponse:
    return page(
        request,
        "findings.html",
        code=code,
        findings=list(found),
        counts=counts,
        status=status,
        rules=[(one.code, _spoken(one.title.vi, one.title.en)) for one in all_rules()],
        number=number,
        size=SIZE,
        labels=labels,
        trouble=trouble,
    )


def _by_severity(counts: Mapping[tuple[Severity, Status], int]) -> dict[str, int]:
    """The totals of the list, whatever severity it shows."""
    found: dict[str, int] = {}
    for (severity, _status), count in counts.items():
        found[severity] = found.get(severity, 0) + count
    return found


@router.get("/findings/{finding_id}", response_class=HTMLResponse)
def one_finding(
    request: Request, finding_id: str, _visitor: Annotated[Visitor, Depends(reader)]
) -> HTMLResponse:
    """Raises `NotFound` for an unknown id."""
    return _one(request, finding_id)


def _one(request: Request, finding_id: str, *, reason_missing: bool = False) -> HTMLResponse:
    with desk_of(request).store() as store:
        found = store.finding(finding_id)
        sides = [_side(store, piece) for piece in found.evidence]
        return page(
            request,
            "finding.html",
            code=400 if reason_missing else 200,
            finding=found,
            sides=sides,
            verdict=store.verdict(finding_id),
            explanation=_explanation(found.rule),
            reason_missing=reason_missing,
        )


def _side(store: Store, piece: Evidence) -> Side:
    if piece.document is None or piece.span is None:
        return Side(piece, None)
    try:
        text = store.plan(piece.document.id).text
    except NotFound:  # the plan has gone or is a draft; its words are in the finding
        return Side(piece, None)
    return Side(piece, excerpt(text, piece.span))


def _explanation(code: str) -> list[tuple[str, str]]:
    try:
        found = rule(code)
    except UnknownRule:  # a rule of an earlier version
        return []
    said = [(HEADINGS[heading], found.explain(language(), heading)) for heading in HEADINGS]
    return [(_spoken(head.vi, head.en), words[:1].upper() + words[1:]) for head, words in said]


def _spoken(vi: str, en: str) -> str:
    return en if language() == "en" else vi


@router.post("/findings/{finding_id}")
def decide(
    request: Request,
    finding_id: str,
    visitor: Annotated[Visitor, Depends(clerk)],
    form: SentForm,
) -> Response:
    """A verdict on one finding."""
    status = _ACTS.get(words_of(form, "act"), "open")
    reason = words_of(form, "reason") or None
    if status == "dismissed" and not reason:
        return _one(request, finding_id, reason_missing=True)
    _decide(request, [finding_id], status, reason, visitor)
    return RedirectResponse(f"/findings/{finding_id}", 303)


@router.post("/findings")
def decide_several(
    request: Request, visitor: Annotated[Visitor, Depends(clerk)], form: SentForm
) -> Response:
    """The same verdict on several; all of them or none."""
    status = _ACTS.get(words_of(form, "act"), "open")
    reason = words_of(form, "reason") or None
    chosen = [one for one in form.getlist("finding") if isinstance(one, str)][:SIZE]
    if status == "dismissed" and not reason:
        back = inside(words_of(form, "back") or "/findings")
        return page(request, "reason_missing.html", code=400, chosen=chosen, back=back)
    _decide(request, chosen, status, reason, visitor)
    return RedirectResponse(inside(words_of(form, "back") or "/findings"), 303)


def _decide(
    request: Request, chosen: list[str], status: Status, reason: str | None, visitor: Visitor
) -> None:
    desk = desk_of(request)
    with desk.store(writing=True) as store, store.batch():
        for finding in chosen:
            store.decide(finding, status, reason=reason, who=visitor.name, at=desk.settings.now())
