"""The rows of an answer, each kind shown as its own command shows it."""

from dataclasses import asdict

from kehoach.ask.answer import Answer, Tally
from kehoach.cli.deadline_table import show_deadlines
from kehoach.cli.documents import document_table
from kehoach.cli.finding_list import count_words, finding_json, show_findings
from kehoach.cli.output import console, day, plain, simple_table, tell
from kehoach.cli.search import show_hit
from kehoach.i18n import _, ngettext
from kehoach.settings import Settings
from schemas import Finding, Noun
from store.deadlines import DeadlineRow
from store.links import CitationLink
from store.listing import DocumentRow
from store.search import SearchHit


def row_json(row: object) -> dict[str, object]:
    """A row as the JSON of its own command has it."""
    if isinstance(row, Finding):
        return finding_json(row)
    if isinstance(row, CitationLink):
        return asdict(row)
    assert isinstance(row, Noun)
    return row.model_dump(mode="json")


def show_rows(found: Answer, settings: Settings) -> None:
    """The first rows, and how many there are in all."""
    due = [row for row in found.rows if isinstance(row, DeadlineRow)]
    findings = [row for row in found.rows if isinstance(row, Finding)]
    documents = [row for row in found.rows if isinstance(row, DocumentRow)]
    if due:
        show_deadlines(_("Deadlines"), due, found.total, settings.today)
        return
    if findings:
        show_findings(findings)
        console().print()
        console().print(plain(count_words(findings), "bold"))
    else:
        said = ngettext("{count} row", "{count} rows", found.total).format(count=found.total)
        console().print(plain(said, "bold"))
    if documents:
        console().print(document_table(documents))
    for hit in found.rows:
        if isinstance(hit, SearchHit):
            show_hit(hit)
    _show_links([row for row in found.rows if isinstance(row, CitationLink)])
    _show_tallies([row for row in found.rows if isinstance(row, Tally)])
    if len(found.rows) < found.total:
        tell(_("The first {shown} of {total}.").format(shown=len(found.rows), total=found.total))


def _show_links(links: list[CitationLink]) -> None:
    if not links:
        return
    table = simple_table()
    table.add_column(_("Kind"), ratio=1)
    table.add_column(_("Number"), ratio=2, overflow="fold")
    table.add_column(_("Issued"), width=10)
    table.add_column(_("About"), ratio=5)
    for link in links:
        issued = day(link.issued_on) or str(link.year or "")
        table.add_row(
            plain(link.kind), plain(link.number or "", "cyan"), plain(issued),
            plain(link.subject or link.as_written),
        )  # fmt: skip
    console().print(table)


def _show_tallies(tallies: list[Tally]) -> None:
    if not tallies:
        return
    table = simple_table()
    table.add_column(_("Name"), ratio=5)
    table.add_column(_("Items of work"), width=13, justify="right")
    for tally in tallies:
        table.add_row(plain(tally.name), plain(tally.count))
    console().print(table)
