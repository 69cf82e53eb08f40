"""Deadlines as a sheet: one row for each, sorted by its last day."""

from kehoach.exports.asked import Asked
from kehoach.exports.sheet import Cell, Column, Sheet
from kehoach.exports.words import PRECISION_WORDS, translated
from kehoach.i18n import _
from store.deadlines import DeadlineRow


def deadlines_sheet(asked: Asked) -> Sheet:
    """The deadlines that were asked for."""
    rows = asked.due()
    return Sheet(
        kind="deadlines",
        title=_("Deadlines"),
        columns=(
            Column("end", _("Last day"), 12, "date"),
            Column("start", _("First day"), 12, "date"),
            Column("action", _("Work"), 60),
            Column("leads", _("Leads"), 30),
            Column("partners", _("Takes part"), 30),
            Column("document", _("Plan"), 22),
            Column("issuer", _("Issuer"), 30),
            Column("issued_on", _("Issued"), 12, "date"),
            Column("precision", _("As precise as"), 12, words=translated(PRECISION_WORDS)),
            Column("recurrence", _("Recurs"), 18),
            Column("ambiguous", _("Doubtful"), 9, "yes"),
            Column("assumed", _("From context"), 14),
            Column("corrected", _("Corrected"), 10, "yes"),
            Column("section", _("Section"), 9),
            Column("as_written", _("As written"), 50),
            Column("page", _("Page"), 7, "count"),
            Column("file", _("File"), 28),
            Column("document_id", _("Document's id"), 15),
            Column("item", _("Item's id"), 15),
        ),
        rows=[_row(row) for row in rows],
        links=[asked.places(row.document.id) for row in rows],
    )


def _row(row: DeadlineRow) -> tuple[Cell, ...]:
    return (
        row.end,
        row.start,
        row.action,
        "; ".join(row.leads),
        "; ".join(row.partners),
        row.document.number or row.document.name,
        row.document.issuer,
        row.document.issued_on,
        row.precision,
        row.recurrence,
        row.ambiguous,
        ", ".join(row.assumed),
        row.corrected,
        row.section,
        row.as_written,
        row.span.page if row.span else None,
        row.document.name,
        row.document.id,
        row.item,
    )
