"""Documents as a sheet, by the names of their issuers in the order of the Vietnamese alphabet."""

from kehoach.exports.asked import Asked
from kehoach.exports.sheet import Cell, Column, Sheet
from kehoach.exports.words import STATE_WORDS, translated
from kehoach.i18n import _
from kehoach.web.wording import LEVEL_WORDS
from store.listing import DocumentFilter, DocumentRow


def documents_sheet(asked: Asked) -> Sheet:
    """One row for each document; the newest of an issuer first."""
    rows = [
        row
        for row in asked.store.documents(DocumentFilter(order="issuer", label=asked.label))
        if asked.document in (None, row.id)
    ]
    return Sheet(
        kind="documents",
        title=_("Documents"),
        columns=(
            Column("number", _("Number"), 20),
            Column("kind", _("Kind"), 14),
            Column("issued_on", _("Issued"), 12, "date"),
            Column("issuer", _("Issuer"), 36),
            Column("area", _("Area"), 18),
            Column("level", _("Level"), 24, words=translated(LEVEL_WORDS)),
            Column("subject", _("About"), 60),
            Column("period", _("For"), 20),
            Column("tasks", _("Items of work"), 13, "count"),
            Column("citations", _("Citations"), 10, "count"),
            Column("pages", _("Pages"), 9, "count"),
            Column("labels", _("Labels"), 24),
            Column("status", _("State"), 18, words=translated(STATE_WORDS)),
            Column("document", _("File"), 34),
            Column("document_id", _("Document's id"), 15),
        ),
        rows=[_row(row) for row in rows],
        links=[asked.places(row.id) for row in rows],
    )


def _row(row: DocumentRow) -> tuple[Cell, ...]:
    return (
        row.number,
        row.kind,
        row.issued_on,
        row.issuer,
        row.area,
        row.level,
        row.subject,
        row.period,
        row.tasks,
        row.citations,
        row.pages,
        "; ".join(row.labels) or None,
        row.status,
        row.name,
        row.id,
    )
