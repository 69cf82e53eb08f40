"""A record as people read it: header, tasks, duties, phases, campaigns, targets."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.table import Table

from kehoach.cli.output import console, day, days, plain, simple_table
from kehoach.i18n import _
from kehoach.not_read import not_read
from schemas import Period, Plan, Task, TaskTime, Unit

if TYPE_CHECKING:
    from store.corrections import Correction
    from store.listing import DocumentRow


_SIGNS = {">=": "≥", "<=": "≤", "=": "="}


def show_record(row: "DocumentRow", plan: Plan, corrections: "Sequence[Correction]") -> None:
    """Everything but citations and findings, which need the database."""
    document = plan.document
    title = " ".join(part for part in (document.kind, document.number) if part) or plan.name
    console().print(plain(title, "bold"))
    console().print(_header(row, plan))
    if plan.tasks:
        _heading(_("Work"))
        console().print(_tasks(plan.tasks))
    _bullets(_("Phases"), (f"{p.label}: {days(p.start, p.end)}" for p in plan.phases))
    _bullets(_("Campaigns"), (f"{c.kind}: {c.name}{_period(c.period)}" for c in plan.campaigns))
    _bullets(
        _("Targets"),
        (
            " ".join(
                str(part)
                for part in (t.indicator, _SIGNS[t.comparison], t.value, t.unit, t.population)
                if part
            )
            for t in plan.targets
        ),
    )
    for duty in plan.duties:
        _bullets(unit_words(duty.unit), (text.text for text in duty.duties))
    _bullets(_("Corrected by people"), (f"{c.field} = {c.value} ({c.who})" for c in corrections))
    _bullets(_("Not read"), map(not_read, plan.source.warnings))


def unit_words(unit: Unit) -> str:
    """The unit's name with the office and the place it is of."""
    return " ".join(part for part in (unit.office, unit.name, unit.area) if part)


def _header(row: "DocumentRow", plan: Plan) -> Table:
    document = plan.document
    signer = document.signer
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column()
    for label, value in (
        (_("About"), document.subject),
        (_("Issuer"), unit_words(document.issuer) if document.issuer else None),
        (_("Issued"), " ".join(filter(None, (document.place, day(document.issued_on))))),
        (_("For"), document.period.label if document.period else None),
        (_("Signed"), _signed(signer.capacity, signer.title, signer.name) if signer else None),
        (_("To"), "; ".join(recipient.name for recipient in document.recipients)),
        (_("Labels"), ", ".join(row.labels)),
        (_("From context"), ", ".join(document.assumed)),
        (_("File"), plan.name),
        ("Id", row.id),
    ):
        if value:
            grid.add_row(plain(label), plain(value))
    return grid


def _signed(*parts: str | None) -> str:
    return " ".join(part for part in parts if part)


def _tasks(tasks: Iterable[Task]) -> Table:
    table = simple_table()
    table.add_column("", width=3, no_wrap=True, justify="right")
    table.add_column(_("When"), width=16)
    table.add_column(_("Work"), ratio=5)
    table.add_column(_("Leads · takes part"), ratio=3)
    for position, task in enumerate(tasks):
        units = "; ".join(unit.name for unit in task.leads)
        if task.partners:
            units += " + " + "; ".join(unit.name for unit in task.partners)
        cells = (str(position), _when(task.time), task.action, units)
        table.add_row(*(plain(cell, "dim" if n == 0 else "") for n, cell in enumerate(cells)))
    return table


def _when(time: TaskTime) -> str:
    if time.continuous:
        return _("all the time")
    if time.recurrence:
        return time.as_written or time.recurrence
    doubt = " ?" if time.ambiguous else ""
    return days(time.start, time.end) + doubt


def _period(period: Period | None) -> str:
    return f" ({period.label})" if period else ""


def _heading(words: str) -> None:
    console().print()
    console().print(plain(words, "bold"))


def _bullets(title: str, lines: Iterable[str]) -> None:
    found = list(lines)
    if found:
        _heading(title)
    for line in found:
        console().print(Padding(plain(f"- {line}"), (0, 0, 0, 2)))
