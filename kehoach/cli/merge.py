"""`kehoach merge`: the databases of several offices into one."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kehoach.cli.command import command, json_option
from kehoach.cli.output import console, plain, print_json, simple_table, tell
from kehoach.cli.waiting import say_waiting
from kehoach.errors import BadRequest, Exit
from kehoach.i18n import N_, _
from kehoach.settings import Settings

if TYPE_CHECKING:
    from kehoach.merging import Merged
    from store.taking import Conflict

MATTERS = {
    "reading": N_("read by another version"),
    "correction": N_("corrected to another value"),
    "verdict": N_("decided otherwise"),
    "unit": N_("what is said of a unit"),
}


@command(
    "merge",
    help=_("Take the documents of other offices' databases into this one."),
    examples=("merge phong-a.db phong-b.db --db so.db", "merge xa.db --json"),
)
@click.argument(
    "others",
    metavar=_("DATABASE..."),
    nargs=-1,
    required=True,
    type=click.Path(path_type=Path, dir_okay=False),
)
@json_option
def merge(settings: Settings, others: Sequence[Path], as_json: bool) -> Exit:
    """The same document is one; what both sides say differently is listed, and ours stays."""
    from kehoach.merging import merge as join
    from store import open_store

    for path in others:
        if path.resolve() == settings.db.resolve():
            raise BadRequest(
                _("{path} is the database itself.").format(path=path),
                _("Name the databases of others; --db is where they go."),
            )
    told: list[dict[str, object]] = []
    with open_store(settings.db, waiting=say_waiting) as store:
        for path in others:
            with open_store(path, read_only=True) as other:
                (done,) = join([other], store, settings)
            told.append(merged_json(path, done))
            if not as_json:
                show_merged(path, done)
    if as_json:
        print_json(told)
    return Exit.UNREAD if any(one["troubles"] for one in told) else Exit.DONE


def merged_json(path: Path, done: "Merged") -> dict[str, object]:
    """What came of one database, for programs."""
    return {
        "database": str(path),
        **{name: value for name, value in vars(done).items() if isinstance(value, int)},
        "conflicts": [vars(one) for one in done.conflicts],
        "troubles": [_(one.message).format(**one.values) for one in done.troubles],
    }


def show_merged(path: Path, done: "Merged") -> None:
    """What came of one database, for people."""
    words = _(
        "{path}: {documents} documents; {new} new, {known} known ({enriched} with words of "
        "people that were new), {updated} new versions, {probable} probably known: decide with "
        "kehoach settle"
    )
    numbers = {name: value for name, value in vars(done).items() if isinstance(value, int)}
    console().print(plain(words.format(path=path, **numbers)))
    for trouble in done.troubles:
        tell(f"{_(trouble.message)} {_(trouble.advice)}".format(**trouble.values))
    if done.conflicts:
        console().print(plain(_("Both sides differ; ours stays:"), "bold"))
        _show_conflicts(done.conflicts)


def _show_conflicts(conflicts: "Sequence[Conflict]") -> None:
    table = simple_table()
    for title in (_("Document"), _("About"), _("Ours"), _("Theirs")):
        table.add_column(title, overflow="fold")
    for one in conflicts:
        about = f"{_(MATTERS[one.matter])}: {one.subject}"
        table.add_row(*map(plain, (one.document_id, about, one.ours, one.theirs)))
    console().print(table)
