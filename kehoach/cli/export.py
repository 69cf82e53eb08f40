"""`kehoach export`: deadlines, findings, citations and documents as files."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kehoach.cli.command import Day, command, label_option
from kehoach.cli.days import days_asked
from kehoach.cli.documents import one_document
from kehoach.cli.output import tell
from kehoach.errors import BadRequest, Exit
from kehoach.i18n import _, ngettext
from kehoach.settings import Settings

if TYPE_CHECKING:
    from kehoach.exports.asked import Asked

WHAT = ("deadlines", "findings", "citations", "documents", "all", "database")


@command(
    "export",
    help=_("Write deadlines, findings, citations or documents to a file; its ending says how."),
    examples=(
        "export all --to ke-hoach.xlsx",
        "export deadlines --to lich.ics --unit 'phòng giáo dục'",
        "export deadlines --quarter Q3 --year 2024 --to quy-3.csv",
        "export findings --to phat-hien.xlsx --document 665/KH-SGDĐT",
        "export database --to kho-du-lieu",
    ),
)
@click.argument("what", metavar=_("WHAT"), type=click.Choice(WHAT))
@click.option(
    "--to",
    "target",
    metavar=_("FILE"),
    required=True,
    type=click.Path(path_type=Path),
    help=_("The file: .xlsx, .csv, .json, .parquet, or .ics for deadlines; else a folder."),
)
@click.option("--document", metavar=_("DOC"), help=_("Of one document: id, number or file name."))
@label_option
@click.option("--quarter", metavar="Q3", help=_("A quarter, of today's year unless said."))
@click.option("--year", type=click.IntRange(1900, 2200), help=_("A year."))
@click.option("--month", metavar="YYYY-MM", help=_("A month, of today's year unless said."))
@click.option("--from", "start", type=Day(), help=_("First day."))
@click.option("--until", "end", type=Day(), help=_("Last day."))
@click.option("--unit", metavar=_("WORDS"), help=_("Led by this unit, or with its part in it."))
@click.option(
    "--include-recurring", is_flag=True, help=_("Recurring work too, on each of its days.")
)
@click.option(
    "--page", metavar="URL", help=_("Let links lead to the page at this address, not to files.")
)
def export(
    settings: Settings,
    what: str,
    target: Path,
    document: str | None,
    label: str | None,
    quarter: str | None,
    year: int | None,
    month: str | None,
    start: dt.date | None,
    end: dt.date | None,
    unit: str | None,
    include_recurring: bool,
    page: str | None,
) -> Exit:
    """Days and unit narrow the deadlines; the document and the label narrow everything."""
    from kehoach.exports import ENDINGS, KINDS, sheet_of, write_sheets
    from kehoach.exports.asked import Asked
    from kehoach.exports.places import places_of
    from store import open_store
    from store.deadlines import DeadlineFilter

    ending = target.suffix.lower()
    narrowed = [quarter, year, month, start, end, unit, include_recurring or None]
    if what == "database":
        return _write_database(settings, target, [*narrowed, document, label, page])
    _check(what, ending, ENDINGS, narrowed)
    days = days_asked(settings, quarter=quarter, month=month, year=year, start=start, end=end)
    with open_store(settings.db, read_only=True) as store:
        asked = Asked(
            store,
            settings,
            places_of(store, page),
            one_document(store, document).id if document else None,
            DeadlineFilter(
                start=days.start, end=days.end, unit=unit, include_recurring=include_recurring
            ),
            label,
        )
        if ending == ".ics":
            _tell_written([target], _write_calendar(asked, target))
            return Exit.DONE
        kinds = [kind for kind in KINDS if what in (kind, "all")]
        sheets = [sheet_of(kind, asked) for kind in kinds]
    written = write_sheets(sheets, target)
    _tell_written(written, sum(len(sheet.rows) for sheet in sheets))
    return Exit.DONE


def _write_database(settings: Settings, target: Path, narrowed: Sequence[object]) -> Exit:
    """The whole of it as Parquet, parted by year and province."""
    from kehoach.exports.parted import write_parted
    from store import open_store

    if any(each is not None for each in narrowed):
        raise BadRequest(
            _("A database is exported whole."), _("Leave the other options out, or name a kind.")
        )
    with open_store(settings.db, read_only=True) as store:
        counts = write_parted(store, target)
    _tell_written([target], sum(counts.values()))
    return Exit.DONE


def _check(what: str, ending: str, endings: tuple[str, ...], narrowed: Sequence[object]) -> None:
    """Whether the file can hold what is asked, and what is asked can be narrowed like that."""
    if ending not in endings:
        raise BadRequest(
            _("No file can be written that ends in {ending}.").format(ending=repr(ending)),
            _("Use one of {endings}.").format(endings=", ".join(endings)),
        )
    if ending == ".ics" and what != "deadlines":
        raise BadRequest(
            _("Only deadlines can go into a calendar."), _("Write: kehoach export deadlines …")
        )
    if what not in ("deadlines", "all") and any(each is not None for each in narrowed):
        raise BadRequest(
            _("Days and units narrow deadlines only."), _("Leave them out, or export deadlines.")
        )


def _write_calendar(asked: "Asked", target: Path) -> int:
    """Recurring work always comes along, as a rule of its own; gives the number of events."""
    from kehoach.exports.calendar import calendar_bytes
    from kehoach.exports.write import whole_file

    rows = asked.due(recurring=True)
    name = " – ".join(filter(None, [_("Deadlines"), asked.deadlines.unit]))
    with whole_file(target) as part:
        part.write_bytes(calendar_bytes(rows, name, asked.settings.now()))
    return len({(row.document.id, row.item) for row in rows})


def _tell_written(files: list[Path], count: int) -> None:
    rows = ngettext("{count} row", "{count} rows", count).format(count=count)
    tell(f"{', '.join(map(str, files))}: {rows}")
