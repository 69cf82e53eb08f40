"""The table of deadlines, for a terminal of 80 columns and up."""

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.console import Group
from rich.table import Table
from rich.text import Text

from kehoach.cli.output import console, day, plain, simple_table, tell
from kehoach.i18n import _, ngettext

if TYPE_CHECKING:
    from store.deadlines import DeadlineRow


def show_deadlines(title: str, rows: "Sequence[DeadlineRow]", total: int, today: dt.date) -> None:
    """Title, table, and what its marks mean."""
    count = ngettext("{count} item", "{count} items", total).format(count=total)
    console().print(plain(f"{title}: {count}", "bold"))
    if not rows:
        return
    console().print(_table(rows, today))
    for mark, meaning in _legend(rows):
        console().print(plain(f"{mark}  {meaning}", "dim"))
    if len(rows) < total:
        tell(
            _("The first {shown} of {total}; --all shows the rest.").format(
                shown=len(rows), total=total
            )
        )


def _table(rows: "Sequence[DeadlineRow]", today: dt.date) -> Table:
    table = simple_table()
    table.add_column(_("Due"), width=12, no_wrap=True)
    table.add_column(_("Work"), ratio=5)
    table.add_column(_("Leads · takes part"), ratio=3)
    table.add_column(_("Plan"), ratio=2, min_width=14, overflow="fold")
    for row in rows:
        table.add_row(_when(row, today), plain(row.action), _units(row), _plan(row))
    return table


def _when(row: "DeadlineRow", today: dt.date) -> Text:
    """The last day with its marks; below it the first, where there is a stretch."""
    marks = "?" * row.ambiguous + "*" * bool(row.assumed) + "✎" * row.corrected
    text = Text(day(row.end), style="red" if row.end < today else "bold")
    text.append(f" {marks}" if marks else "", style="yellow")
    if row.start and row.start != row.end:
        text.append(
            "\n"
            + _("fr. {day}").format(
                day=day(row.start)[:5] if row.start.year == row.end.year else day(row.start)
            ),
            style="dim",
        )
    return text


def _units(row: "DeadlineRow") -> Group:
    parts = [plain("; ".join(row.leads))] if row.leads else []
    if row.partners:
        parts.append(plain("+ " + "; ".join(row.partners), "dim"))
    return Group(*parts)


def _plan(row: "DeadlineRow") -> Text:
    return plain(row.document.number or row.document.name, "cyan")


def _legend(rows: "Sequence[DeadlineRow]") -> list[tuple[str, str]]:
    legend = []
    if any(row.ambiguous for row in rows):
        legend.append(("?", _("can be read as another time too")))
    if any(row.assumed for row in rows):
        legend.append(("*", _("a part of the time is taken from the context")))
    if any(row.corrected for row in rows):
        legend.append(("✎", _("corrected by a person")))
    return legend
