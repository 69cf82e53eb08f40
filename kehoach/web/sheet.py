"""Deadlines as CSV for spreadsheets."""

import csv
import io
from collections.abc import Iterable

from kehoach.i18n import _
from store.deadlines import DeadlineRow


def sheet_of(rows: Iterable[DeadlineRow]) -> str:
    """UTF-8 with the mark that spreadsheets look for; no cell begins as a formula does."""
    out = io.StringIO()
    out.write("\ufeff")
    writer = csv.writer(out)
    writer.writerow(
        (_("Last day"), _("First day"), _("Work"), _("Leads"), _("Takes part"), _("Plan"),
         _("Issuer"), _("Issued"), _("Section"), _("As written"))
    )  # fmt: skip
    for row in rows:
        writer.writerow(
            map(
                _cell,
                (
                    row.end, row.start or "", row.action, "; ".join(row.leads),
                    "; ".join(row.partners), row.document.number or row.document.name,
                    row.document.issuer or "", row.document.issued_on or "", row.section or "",
                    row.as_written,
                ),
            )
        )  # fmt: skip
    return out.getvalue()


def _cell(value: object) -> str:
    words = str(value)
    return "'" + words if words.startswith(("=", "+", "-", "@", "\t", "\r")) else words
