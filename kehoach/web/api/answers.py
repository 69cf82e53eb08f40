"""The shapes of the API's answers; those of the command line's JSON where it has them."""

import datetime as dt
from typing import Literal

from kehoach.ask.answer import Tally
from kehoach.citations import Resolution, Resolved
from kehoach.cli.finding_list import advice_of, message_of
from kehoach.fate import Fate, FateStatus
from kehoach.watch.waiting_list import InboxRow
from kehoach.web.accounts import Role
from schemas import DocumentRef, Evidence, Finding, Noun, Plan, Severity, Status
from store.deadlines import DeadlineRow
from store.journal import FileState
from store.listing import DocumentRow
from store.search import SearchHit
from store.unit_list import UnitRow


class Deadlines(Noun):
    """A page of deadlines, sorted by end, and how many there are in all."""

    rows: tuple[DeadlineRow, ...]
    total: int
    start: dt.date | None
    end: dt.date | None
    year_assumed: bool


class Documents(Noun):
    """A page of documents and how many there are in all."""

    rows: tuple[DocumentRow, ...]
    total: int


class Hits(Noun):
    """What holds the words; `total` is only a lower bound where `more` is true."""

    hits: tuple[SearchHit, ...]
    total: int
    more: bool


class FindingAnswer(Noun):
    """A finding in the language asked for."""

    id: str
    rule: str
    name: str
    severity: Severity
    document: DocumentRef
    message: str
    advice: str
    evidence: tuple[Evidence, ...]
    status: Status
    count: int


class CitationAnswer(Noun):
    """A citation with what it resolves to."""

    document: DocumentRef
    item: str
    role: str
    kind: str
    number: str | None
    issued_on: dt.date | None
    year: int | None
    issuer: str | None
    subject: str | None
    as_written: str
    resolution: Resolution
    target: DocumentRef | None
    candidates: tuple[DocumentRef, ...]


class DocumentAnswer(Noun):
    """One document with its record, its citations both ways and its findings."""

    document: DocumentRow
    record: Plan
    citations: tuple[CitationAnswer, ...]
    cited_by: tuple[CitationAnswer, ...]
    findings: tuple[FindingAnswer, ...]


class Why(Noun):
    """A code and a sentence."""

    code: str
    message: str


class FateAnswer(Noun):
    """What became of one document of one file."""

    path: str
    status: FateStatus
    reason: Why | None
    document: DocumentRef | None
    findings: dict[Severity, int]


class Asked(Noun):
    """A question with its answer, or (with `reason`) why it was not understood."""

    understood: str | None
    kind: str | None = None
    total: int = 0
    rows: tuple[DeadlineRow | DocumentRow | FindingAnswer | CitationAnswer | SearchHit | Tally, ...]
    reason: str | None = None
    message: str | None = None
    suggestions: tuple[str, ...] = ()


class Verdict(Noun):
    """A person's verdict; a dismissal needs a reason."""

    status: Status
    reason: str | None = None


class Correcting(Noun):
    """A person's value of a field: `document.number`, `tasks[3].time.end`."""

    field: str
    value: str
    why: str = ""


class Reason(Noun):
    """Why something is done."""

    why: str = ""


class Settling(Noun):
    """A person's word on a probable duplicate: whether both are the same document."""

    same: bool
    why: str = ""


class CorrectionAnswer(Noun):
    """A correction that stands; `at` is UTC."""

    correction: int
    field: str
    item: str | None
    before: str
    value: str
    who: str
    at: str
    why: str


class Inbox(Noun):
    """The first files that wait or failed, and how many files there are in each state."""

    files: tuple[InboxRow, ...]
    summary: dict[FileState, int]


class UnitsAnswer(Noun):
    """A page of units and how many there are in all."""

    rows: tuple[UnitRow, ...]
    total: int


class RuleAnswer(Noun):
    """A rule of the catalogue."""

    code: str
    name: str
    title: str
    severity: Severity


class Health(Noun):
    """Whether the page can answer."""

    status: Literal["ok"]
    version: str
    documents: int


class Me(Noun):
    """Who asks, and the token that requests which change something carry in `X-CSRF-Token`."""

    name: str
    role: Role
    csrf: str


class Trouble(Noun):
    """What is wrong and what to do about it."""

    error: str
    advice: str


def citation_answer(each: Resolved) -> CitationAnswer:
    """A citation as the API gives it."""
    return CitationAnswer.model_validate(each.as_json())


def fate_answer(fate: Fate) -> FateAnswer:
    """A fate as the API gives it."""
    counts: dict[Severity, int] = {
        "error": fate.findings["error"],
        "warn": fate.findings["warn"],
        "note": fate.findings["note"],
    }
    return FateAnswer(
        path=fate.path.name,
        status=fate.status,
        reason=Why(code=fate.why.code, message=fate.why.message) if fate.why else None,
        document=fate.document,
        findings=counts,
    )


def spoken(finding: Finding) -> FindingAnswer:
    """A finding with its texts in the language of the request."""
    return FindingAnswer(
        message=message_of(finding),
        advice=advice_of(finding),
        **{
            name: getattr(finding, name)
            for name in FindingAnswer.model_fields
            if name not in ("message", "advice")
        },
    )
