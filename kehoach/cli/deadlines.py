"""`kehoach deadlines`: what is due when, and whose it is."""

import csv
import datetime as dt
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from kehoach.cli.command import Day, command, json_option, label_option
from kehoach.cli.days import days_asked
from kehoach.cli.deadline_table import show_deadlines
from kehoach.cli.documents import LEVELS, one_document
from kehoach.cli.output import day, print_json
from kehoach.errors import BadRequest, Exit
from kehoach.i18n import _
from kehoach.settings import Settings

if TYPE_CHECKING:
    from store.deadlines import DeadlineRow
    from store.spans import Days

ROLES = ("lead", "partner")
FIRST = 100  # rows of the table unless asked otherwise


@command(
    "deadlines",
    help=_("List what is due in a quarter, month, year or span of days, sorted by its end."),
    examples=(
        "deadlines --quarter Q3 --year 2024",
        "deadlines --month 2024-09 --unit 'phòng giáo dục'",
        "deadlines --from 2024-09-01 --to 2024-09-15 --overlapping --json",
        "deadlines --document 665/KH-SGDĐT --all",
    ),
)
@click.option("--quarter", metavar="Q3", help=_("A quarter, of today's year unless said."))
@click.option("--year", type=click.IntRange(1900, 2200), help=_("A year."))
@click.option("--month", metavar="YYYY-MM", help=_("A month, of today's year unless said."))
@click.option("--from", "start", type=Day(), help=_("First day."))
@click.option("--to", "end", type=Day(), help=_("Last day."))
@click.option("--unit", metavar=_("WORDS"), help=_("Led by this unit, or with its part in it."))
@click.option("--role", type=click.Choice(ROLES), help=_("Whether that unit leads or takes part."))
@click.option("--level", type=click.Choice(LEVELS), help=_("Of plans issued at this level."))
@label_option
@click.option("--document", metavar=_("DOC"), help=_("Of one document: id, number or file name."))
@click.option(
    "--overlapping", is_flag=True, help=_("Whose time touches the days, not only ends in them.")
)
@click.option(
    "--include-recurring", is_flag=True, help=_("Recurring work too, on each of its days.")
)
@click.option("--limit", type=click.IntRange(1), help=_("As many rows; 100 unless said."))
@click.option("--all", "everything", is_flag=True, help=_("All rows."))
@click.option("--csv", "as_csv", is_flag=True, help=_("Print CSV, for spreadsheets."))
@json_option
def deadlines(
    settings: Settings,
    quarter: str | None,
    year: int | None,
    month: str | None,
    start: dt.date | None,
    end: dt.date | None,
    unit: str | None,
    role: str | None,
    level: str | None,
    label: str | None,
    document: str | None,
    overlapping: bool,
    include_recurring: bool,
    limit: int | None,
    everything: bool,
    as_csv: bool,
    as_json: bool,
) -> Exit:
    """A table for people shows the first rows; JSON and CSV have all unless limited."""
    from store import open_store
    from store.deadlines import DeadlineFilter

    if as_csv and as_json:
        raise BadRequest(_("--csv and --json don't go together."), _("Use one of them."))
    days = days_asked(settings, quarter=quarter, month=month, year=year, start=start, end=end)
    whole = everything or ((as_csv or as_json) and limit is None)
    with open_store(settings.db, read_only=True) as store:
        page = store.deadlines(
            DeadlineFilter(
                start=days.start,
                end=days.end,
                unit=unit,
                role=role,
                level=level,
                label=label,
                document=one_document(store, document).id if document else None,
                overlapping=overlapping,
                include_recurring=include_recurring,
                limit=None if whole else limit or FIRST,
            )
        )
    if as_json:
        print_json([row.model_dump(mode="json") for row in page.rows])
    elif as_csv:
        _print_csv(page.rows)
    else:
        show_deadlines(_title(days), page.rows, page.total, settings.today)
    return Exit.DONE


def _title(days: "Days") -> str:
    if days.start and days.end:
        return _("Due from {start} to {end}").format(start=day(days.start), end=day(days.end))
    if days.start:
        return _("Due from {start} on").format(start=day(days.start))
    if days.end:
        return _("Due by {end}").format(end=day(days.end))
    return _("Everything that is due")


def _print_csv(rows: "Sequence[DeadlineRow]") -> None:
    """UTF-8 with the mark that spreadsheets look for; no cell begins as a formula does."""
    columns = (
        "end", "start", "action", "leads", "partners", "document", "number", "issuer",
        "issued_on", "precision", "recurrence", "continuous", "ambiguous", "assumed", "section",
        "as_written",
    )  # fmt: skip
    if not sys.stdout.isatty():
        sys.stdout.write("\ufeff")
    writer = csv.writer(sys.stdout)
    writer.writerow(columns)
    for row in rows:
        flat = {
            **row.model_dump(mode="json", exclude={"document"}),
            **row.document.model_dump(mode="json"),
            "document": row.document.name,
        }
        writer.writerow([_cell(flat[column]) for column in columns])


def _cell(value: object) -> object:
    words = "; ".join(map(str, value)) if isinstance(value, list) else value
    if isinstance(words, str) and words.startswith(("=", "+", "-", "@", "\t", "\r")):
        return "'" + words
    return words
