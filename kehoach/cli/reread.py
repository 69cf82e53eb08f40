"""`kehoach reread`: stored originals again, with the program as it is today."""

from typing import TYPE_CHECKING

import click

from kehoach import __version__
from kehoach.cli.command import command, json_option
from kehoach.cli.fates import fate_json, show_fate, show_summary
from kehoach.cli.output import console, plain, print_json
from kehoach.cli.waiting import say_waiting
from kehoach.errors import BadRequest, Exit
from kehoach.i18n import _, ngettext
from kehoach.progress import with_progress
from kehoach.settings import Settings

if TYPE_CHECKING:
    from kehoach.rereading import Reread


@command(
    "reread",
    help=_("Read stored originals again with today's version; corrections and verdicts stay."),
    examples=("reread --outdated", "reread --failed", "reread --all --json"),
)
@click.option("--outdated", is_flag=True, help=_("Those that another version had read."))
@click.option(
    "--failed", is_flag=True, help=_("Files that could not be read, from where they lie.")
)
@click.option("--all", "everything", is_flag=True, help=_("All of them."))
@json_option
def reread(
    settings: Settings, outdated: bool, failed: bool, everything: bool, as_json: bool
) -> Exit:
    """Says what changed, what was kept, and what now disagrees with a correction."""
    from kehoach.cli.rechecks import check_what_waits
    from kehoach.pipeline import as_checked, ingest
    from kehoach.rereading import failed_files, read_again
    from store import open_store

    if outdated + failed + everything != 1:
        raise BadRequest(_("Say what to read again."), _("One of --outdated, --failed and --all."))
    rereads: list[Reread] = []
    with open_store(settings.db, waiting=say_waiting) as store:
        if failed:
            files = failed_files(store)
            taken = ingest(files, store, settings)
            fates = list(with_progress(taken, files, _("Reading")))
        else:
            due = store.to_read(None if everything else __version__)
            rereads = list(with_progress(read_again(due, store, settings), due, _("Reading")))
            fates = [each.fate for each in rereads]
        check_what_waits(store, settings)
        fates = as_checked(fates, store, duplicates=not failed)  # read anew and checked, unchanged
    if as_json:
        print_json(
            {
                "files": [fate_json(fate) for fate in fates],
                "changes": [each.as_json() for each in rereads if each.says_something],
            }
        )
    else:
        for fate in fates:
            show_fate(fate)
        for each in rereads:
            _show_changes(each)
        show_summary(fates, settings.db)
    return Exit.UNREAD if any(fate.is_unread for fate in fates) else Exit.DONE


def _show_changes(each: "Reread") -> None:
    name = each.fate.document.name if each.fate.document else each.fate.path.name
    if each.changes:
        count = len(each.changes)
        words = ngettext("{name}: {n} change", "{name}: {n} changes", count)
        console().print(plain(words.format(name=name, n=count), "bold"))
        for change in each.changes:
            console().print(plain(f"  {change.field}: {change.before} → {change.after}"))
    if each.kept:
        count = len(each.kept)
        words = ngettext(
            "{name}: {n} correction was kept", "{name}: {n} corrections were kept", count
        )
        console().print(plain(words.format(name=name, n=count)))
    for correction in each.disagreeing:
        words = _("{name}: {field} was corrected to {value}, and is now read as {reading}")
        told = words.format(
            name=name, field=correction.field, value=correction.value, reading=correction.reading
        )
        console().print(plain(told, "yellow"))
