"""`kehoach show`: one document with its record, citations both ways and findings."""

from collections import Counter
from typing import TYPE_CHECKING

import click
from rich.padding import Padding
from rich.text import Text

from kehoach.citations import Resolved, resolved
from kehoach.cli.command import command, json_option
from kehoach.cli.documents import one_document
from kehoach.cli.finding_list import count_words, finding_json, show_finding
from kehoach.cli.output import console, day, plain, print_json
from kehoach.cli.record_view import show_record
from kehoach.errors import Exit
from kehoach.i18n import N_, _
from kehoach.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from store.links import ChainLink, CitationLink

RESOLUTION_WORDS = {
    "resolved": N_("in the database"),
    "ambiguous": N_("one of several"),
    "register": N_("a known legal document"),
    "not-in-database": N_("not in the database"),
}


@command(
    "show",
    help=_("Show one document: its record, what it cites and who cites it, its findings."),
    examples=("show 665/KH-SGDĐT", "show 5d3240be2fc1 --json"),
)
@click.argument("document", metavar=_("DOC"))
@json_option
def show(settings: Settings, document: str, as_json: bool) -> Exit:
    """`DOC` is an id, a number or a file name."""
    from store import open_store
    from store.findings import FindingFilter

    with open_store(settings.db, read_only=True) as store:
        row = one_document(store, document)
        plan = store.plan(row.id)
        cites = [resolved(link, settings) for link in store.citation_links(row.id)]
        cited_by = store.cited_by(row.id)
        chain = store.chain(row.id)
        findings = store.findings(FindingFilter(document=row.id))
        corrections = store.corrections(row.id)
    if as_json:
        print_json(
            {
                "document": row.model_dump(mode="json"),
                "record": plan.model_dump(mode="json"),
                "citations": [each.as_json() for each in cites],
                "cited_by": [_link_json(link) for link in cited_by],
                "chain": [{"depth": one.depth, **_link_json(one.link)} for one in chain],
                "findings": [finding_json(finding) for finding in findings],
                "corrections": [vars(correction) for correction in corrections],
            }
        )
        return Exit.DONE
    show_record(row, plan, corrections)
    _show_cites(cites)
    _show_cited_by(cited_by)
    _show_chain(chain)
    _heading(_("Findings: {counts}").format(counts=count_words(findings)))
    for finding in findings:
        show_finding(finding)
    return Exit.DONE


def _link_json(link: "CitationLink") -> dict[str, object]:
    return Resolved(link, link.resolution).as_json()


def _heading(words: str) -> None:
    console().print()
    console().print(plain(words, "bold"))


def _line(*parts: Text, indent: int = 2) -> None:
    console().print(Padding(Text(" ").join(parts), (0, 0, 0, indent)))


def _show_cites(cites: "Sequence[Resolved]") -> None:
    if not cites:
        return
    _heading(_("Cites"))
    for each, times in _grouped(cites):
        names = [each.link.target] if each.link.target else each.link.candidates
        _line(
            plain(_citation_words(each.link)),
            *([plain(f"×{times}", "dim")] if times > 1 else []),
            plain(f"→ {_(RESOLUTION_WORDS[each.resolution])}", "dim"),
            *(plain(f"{name.name} [{name.id}]", "cyan") for name in names),
        )


def _grouped(cites: "Sequence[Resolved]") -> "list[tuple[Resolved, int]]":
    """Citations of the same words once, with their number, in order of appearance."""
    first: dict[str, Resolved] = {}
    times: Counter[str] = Counter()
    for each in cites:
        words = _citation_words(each.link).casefold()
        first.setdefault(words, each)
        times[words] += 1
    return [(each, times[words]) for words, each in first.items()]


def _show_cited_by(links: "Sequence[CitationLink]") -> None:
    if not links:
        return
    _heading(_("Cited by"))
    for link in links:
        _line(
            plain(f"{link.document.name} [{link.document.id}]", "cyan"),
            plain(_citation_words(link), "dim"),
        )


def _show_chain(chain: "Sequence[ChainLink]") -> None:
    """Only what lies above the plan's own bases, which are listed already."""
    higher = [one for one in chain if one.depth > 1]
    if not higher:
        return
    _heading(_("What these rest on"))
    for one in higher:
        words = f"{one.link.document.name}: {_citation_words(one.link)}"
        _line(plain(words), indent=2 * one.depth)


def _citation_words(link: "CitationLink") -> str:
    when = day(link.issued_on) if link.issued_on else str(link.year or "")
    parts = (link.kind, link.number, f"({when})" if when else "", link.subject)
    return " ".join(part for part in parts if part)
