"""An answer: how a question was understood, and the rows that it asks for."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from kehoach.ask.interpretation import meaning_of
from kehoach.ask.listing import DocumentsWanted, list_documents
from kehoach.ask.meaning import Meaning
from kehoach.ask.refusal import Refusal, Refused
from kehoach.ask.understanding import parts_of, searched_words
from kehoach.i18n import Language
from schemas import Finding, Noun
from store import Store
from store.collation import sort_key
from store.deadlines import DeadlineFilter, DeadlineRow
from store.findings import FindingFilter
from store.links import CitationLink
from store.listing import DocumentRow
from store.search import SearchHit

SHOWN = 100


class Tally(Noun):
    """A unit or a plan, and how many deadlines it has among those asked for."""

    name: str
    count: int


Rows = (
    Sequence[DeadlineRow]
    | Sequence[DocumentRow]
    | Sequence[Finding]
    | Sequence[CitationLink]
    | Sequence[SearchHit]
    | Sequence[Tally]
)


@dataclass(frozen=True)
class Answer:
    """`command` is the command line that gives the same rows. `total` counts all rows, of
    which the first are in `rows`; with `more` it is only a lower bound. A question that is
    not understood has a `refusal` and nothing else."""

    meaning: Meaning | None = None
    rows: Rows = ()
    total: int = 0
    more: bool = False
    refusal: Refusal | None = None

    @property
    def command(self) -> str | None:
        """The equivalent command, `None` for a refusal."""
        return self.meaning.command if self.meaning else None


def answer(
    question: str, store: Store, today: dt.date, lang: Language, *, limit: int = SHOWN
) -> Answer:
    """The answer to a question in either language; `lang` is that of a refusal's words."""
    from kehoach.i18n import language, speak

    if lang != language():
        speak(lang)
    try:
        meaning = understood(question, store, today)
    except Refused as refused:
        return Answer(refusal=refused.refusal)
    return _rows(meaning, store, limit)


def understood(question: str, store: Store, today: dt.date) -> Meaning:
    """What a question means; raises `Refused`."""
    words = searched_words(question)
    if words:
        return Meaning("search", words=words)
    return meaning_of(parts_of(question, store, today), store)


def _rows(meaning: Meaning, store: Store, limit: int) -> Answer:
    if meaning.kind == "search":
        page = store.search(meaning.words or "", limit=limit)
        return Answer(meaning, page.hits, page.total, page.more)
    if meaning.kind == "findings":
        found = store.findings(_finding_filter(meaning))
        return Answer(meaning, found[:limit], len(found))
    if meaning.kind == "citations":
        links = store.citation_links(meaning.document[1] if meaning.document else "")
        return Answer(meaning, links[:limit], len(links))
    if meaning.kind == "documents":
        wanted = DocumentsWanted(
            meaning.when.days if meaning.when else None,
            meaning.issuer,
            meaning.level,
            meaning.cited,
            limit=limit,
        )
        rows, total = list_documents(store, wanted)
        return Answer(meaning, rows, total)
    wanted_deadlines = _deadline_filter(meaning, None if meaning.by else limit)
    due = store.deadlines(wanted_deadlines)
    if meaning.by:
        tallies = _tallies(due.rows, meaning)
        return Answer(meaning, tallies[:limit], len(tallies))
    return Answer(meaning, due.rows, due.total)


def _deadline_filter(meaning: Meaning, limit: int | None) -> DeadlineFilter:
    days = meaning.when.days if meaning.when else None
    return DeadlineFilter(
        start=days.start if days else None,
        end=days.end if days else None,
        unit=meaning.unit,
        role=meaning.role,
        document=meaning.document[1] if meaning.document else None,
        level=meaning.level,
        limit=limit,
    )


def _finding_filter(meaning: Meaning) -> FindingFilter:
    return FindingFilter(
        rule=meaning.rule,
        severity=meaning.severity,
        document=meaning.document[1] if meaning.document else None,
        status=meaning.status,
    )


def _tallies(rows: Sequence[DeadlineRow], meaning: Meaning) -> list[Tally]:
    """Names in the order of the Vietnamese alphabet."""
    counts: Counter[str] = Counter()
    for row in rows:
        if meaning.by == "document":
            counts[row.document.number or row.document.name] += 1
            continue
        units = {"lead": row.leads, "partner": row.partners, None: row.leads + row.partners}
        counts.update(set(units[meaning.role]))
    return [Tally(name=name, count=counts[name]) for name in sorted(counts, key=sort_key)]
