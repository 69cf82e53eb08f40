"""Questions in a sentence, words to look for, and what may be asked for, for programs."""

from fastapi import APIRouter, Request

from checks import all_rules
from kehoach.ask import answer
from kehoach.ask.answer import Tally
from kehoach.citations import Resolved
from kehoach.i18n import language
from kehoach.web.api.answers import (
    Asked,
    CitationAnswer,
    FindingAnswer,
    Hits,
    RuleAnswer,
    citation_answer,
    spoken,
)
from kehoach.web.api.asked import Limit, Offset, Reader
from kehoach.web.visitor import desk_of
from schemas import Finding
from store.deadlines import DeadlineRow
from store.links import CitationLink
from store.listing import DocumentRow
from store.search import SearchHit

router = APIRouter()


@router.get("/ask")
def ask(request: Request, _visitor: Reader, q: str) -> Asked:
    """As `kehoach ask --json`; a question that is not understood is an answer too."""
    desk = desk_of(request)
    with desk.store() as store:
        found = answer(q[:200], store, desk.today, language())
    if found.meaning is None:
        refusal = found.refusal
        assert refusal
        return Asked(
            understood=None,
            rows=(),
            reason=refusal.reason,
            message=refusal.message,
            suggestions=refusal.suggestions,
        )
    rows = () if found.meaning.counted else tuple(_row(row) for row in found.rows)
    return Asked(
        understood=found.command,
        kind=found.meaning.by or found.meaning.kind,
        total=found.total,
        rows=rows,
    )


def _row(
    row: DeadlineRow | DocumentRow | Finding | CitationLink | SearchHit | Tally,
) -> DeadlineRow | DocumentRow | FindingAnswer | CitationAnswer | SearchHit | Tally:
    if isinstance(row, Finding):
        return spoken(row)
    if isinstance(row, CitationLink):
        return citation_answer(Resolved(row, row.resolution))
    return row


@router.get("/search")
def search(
    request: Request, _visitor: Reader, q: str, limit: Limit = 20, offset: Offset = 0
) -> Hits:
    """Full text, with or without marks."""
    with desk_of(request).store() as store:
        found = store.search(q[:200], limit=min(limit, 100), offset=offset)
    return Hits(hits=tuple(found.hits), total=found.total, more=found.more)


@router.get("/labels")
def labels(request: Request, _visitor: Reader) -> list[str]:
    """All labels of documents: names of sub-folders and those of side files."""
    with desk_of(request).store() as store:
        return store.labels()


@router.get("/rules")
def rules(_visitor: Reader) -> list[RuleAnswer]:
    """The catalogue."""
    return [
        RuleAnswer(
            code=one.code,
            name=one.name,
            title=one.title.en if language() == "en" else one.title.vi,
            severity=one.severity,
        )
        for one in all_rules()
    ]
