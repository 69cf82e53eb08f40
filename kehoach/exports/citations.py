"""Citations as a sheet: who cites what, and what it resolves to."""

from kehoach.citations import Resolved, resolved
from kehoach.exports.asked import Asked
from kehoach.exports.sheet import Cell, Column, Sheet
from kehoach.exports.words import translated
from kehoach.i18n import N_, _
from kehoach.web.wording import CITATION_ROLES
from store.listing import DocumentFilter

_RESOLUTIONS = {
    "resolved": N_("in the database"),
    "ambiguous": N_("may be one of several"),
    "register": N_("a known legal document"),
    "not-in-database": N_("not in the database"),
}


def citations_sheet(asked: Asked) -> Sheet:
    """All citations, in the order in which their documents arrived."""
    store = asked.store
    links = store.citation_links(asked.document) if asked.document else store.all_links()
    if asked.label:
        meant = {row.id for row in store.documents(DocumentFilter(label=asked.label))}
        links = [link for link in links if link.document.id in meant]
    found = [resolved(link, asked.settings) for link in links]
    return Sheet(
        kind="citations",
        title=_("Citations"),
        columns=(
            Column("document", _("Plan"), 30),
            Column("role", _("How"), 12, words=translated(CITATION_ROLES)),
            Column("kind", _("Kind"), 14),
            Column("number", _("Number"), 20),
            Column("issued_on", _("Issued"), 12, "date"),
            Column("year", _("Year"), 8, "count"),
            Column("issuer", _("Issuer"), 30),
            Column("subject", _("About"), 60),
            Column("resolution", _("Found"), 22, words=translated(_RESOLUTIONS)),
            Column("target", _("Is the document"), 30),
            Column("as_written", _("As written"), 60),
            Column("document_id", _("Document's id"), 15),
            Column("target_id", _("Cited document's id"), 19),
            Column("item", _("Item's id"), 15),
        ),
        rows=[_row(one) for one in found],
        links=[asked.places(one.link.document.id) for one in found],
    )


def _row(found: Resolved) -> tuple[Cell, ...]:
    link = found.link
    several = [link.target] if link.target else list(link.candidates)
    return (
        link.document.name,
        link.role,
        link.kind,
        link.number,
        link.issued_on,
        link.year,
        link.issuer,
        link.subject,
        found.resolution,
        "; ".join(one.name for one in several),
        link.as_written,
        link.document.id,
        "; ".join(one.id for one in several),
        link.item,
    )
