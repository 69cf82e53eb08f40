"""`kehoach documents`, and how a person's words find one document."""

import datetime as dt
from typing import TYPE_CHECKING, get_args

import click

from kehoach.cli.command import Day, command, json_option, label_option, one_of
from kehoach.cli.days import days_asked
from kehoach.cli.output import console, day, plain, print_json, simple_table
from kehoach.errors import BadRequest, Exit
from kehoach.i18n import _, ngettext
from kehoach.settings import Settings
from schemas import Level

if TYPE_CHECKING:
    from rich.table import Table

    from store import Store
    from store.listing import DocumentRow, Order

LEVELS: tuple[Level, ...] = get_args(Level)
ORDERS: "tuple[Order, ...]" = ("arrival", "issued", "issuer", "subject")


@command(
    "documents",
    help=_("List the documents of the database, the newest arrival first."),
    examples=(
        "documents --year 2024 --order issuer",
        "documents --not-citing 665/KH-SGDĐT --level district-department",
        "documents --json",
    ),
)
@click.option("--quarter", metavar="Q3", help=_("Issued in this quarter."))
@click.option("--year", type=click.IntRange(1900, 2200), help=_("Issued in this year."))
@click.option("--month", metavar="YYYY-MM", help=_("Issued in this month."))
@click.option("--from", "start", type=Day(), help=_("Issued on this day or later."))
@click.option("--to", "end", type=Day(), help=_("Issued on this day or before."))
@click.option("--issuer", metavar=_("WORDS"), help=_("Issued by the unit of this name."))
@click.option("--level", type=click.Choice(LEVELS), help=_("Issued at this level."))
@click.option("--citing", metavar=_("DOC"), help=_("Which cite this document."))
@click.option("--not-citing", metavar=_("DOC"), help=_("Which do not cite this document."))
@click.option("--lower", is_flag=True, help=_("Of a lower level than the document cited."))
@label_option
@click.option("--order", type=click.Choice(ORDERS), default="arrival", help=_("Sorted by."))
@click.option("--limit", type=click.IntRange(1), help=_("As many rows."))
@json_option
def documents(
    settings: Settings,
    quarter: str | None,
    year: int | None,
    month: str | None,
    start: dt.date | None,
    end: dt.date | None,
    issuer: str | None,
    level: str | None,
    citing: str | None,
    not_citing: str | None,
    lower: bool,
    label: str | None,
    order: str,
    limit: int | None,
    as_json: bool,
) -> Exit:
    """One row a document."""
    from kehoach.ask.listing import DocumentsWanted, cited_by_words, list_documents
    from store import open_store

    if citing and not_citing:
        raise BadRequest(_("--citing and --not-citing don't go together."), _("Use one of them."))
    words = citing or not_citing
    days = days_asked(settings, quarter=quarter, month=month, year=year, start=start, end=end)
    with open_store(settings.db, read_only=True) as store:
        cited = cited_by_words(store, words, missing=not citing, lower=lower) if words else None
        wanted = DocumentsWanted(
            days, issuer, level, cited, one_of(ORDERS, order) or "arrival", limit, label
        )
        rows, total = list_documents(store, wanted)
    if as_json:
        print_json([row.model_dump(mode="json") for row in rows])
        return Exit.DONE
    count = ngettext("{count} document", "{count} documents", total).format(count=total)
    console().print(plain(count, "bold"))
    if rows:
        console().print(document_table(rows))
    return Exit.DONE


def document_table(rows: "list[DocumentRow]") -> "Table":
    """Number, day, issuer, subject and id of each."""
    table = simple_table()
    table.add_column(_("Number"), ratio=2, min_width=14, overflow="fold")
    table.add_column(_("Issued"), width=10, no_wrap=True)
    table.add_column(_("Issuer"), ratio=3)
    table.add_column(_("About"), ratio=5)
    table.add_column("Id", width=12, no_wrap=True)
    for row in rows:
        issuer = " ".join(part for part in (row.issuer, row.area) if part)
        about = row.subject or row.name
        if row.status == "probable-duplicate":
            about += " " + _("(probably the same as {id})").format(id=row.duplicate_of)
        if row.labels:
            about += f" [{', '.join(row.labels)}]"
        table.add_row(
            plain(row.number or row.name, "cyan"),
            plain(day(row.issued_on)),
            plain(issuer),
            plain(about),
            plain(row.id, "dim"),
        )
    return table


def one_document(store: "Store", words: str) -> "DocumentRow":
    """The document that an id, a number or a file name means.

    Raises `BadRequest` with the candidates where it means several, the nearest where none.
    """
    found = store.look_up(words)
    if found.exact and len(found.rows) == 1:
        return found.rows[0]
    listed = "; ".join(f"{row.id} ({row.number or '–'}, {row.name})" for row in found.rows)
    if found.exact:
        raise BadRequest(
            _("{words} can be one of several documents: {list}.").format(
                words=repr(words), list=listed
            ),
            _("Name it by its id."),
        )
    raise BadRequest(
        _("There is no document {words}.").format(words=repr(words)),
        _("The nearest: {list}.").format(list=listed) if listed else "",
    )
