"""`kehoach inbox`: what waits in the drop folder, what failed, why, and what to do."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

import click
from rich.text import Text

from kehoach.cli.command import command, json_option
from kehoach.cli.output import console, plain, print_json
from kehoach.errors import Exit
from kehoach.i18n import _, ngettext
from kehoach.settings import Settings

if TYPE_CHECKING:
    from kehoach.watch.waiting_list import InboxRow
    from store.journal import FileState

_STYLES = {
    "reading": "cyan",
    "waiting": "cyan",
    "needs-person": "yellow",
    "probable-duplicate": "yellow",
    "needs-ocr": "red",
    "unreadable": "red",
}


@command(
    "inbox",
    help=_("List what waits in the drop folder and what could not be read, and why."),
    examples=("inbox", "inbox --all", "inbox --json"),
)
@click.option("--all", "everything", is_flag=True, help=_("Also what was stored, and copies."))
@json_option
def inbox(settings: Settings, everything: bool, as_json: bool) -> Exit:
    """A group for each state; exit code 3 where a file could not be read."""
    from kehoach.watch.waiting_list import SETTLED, STATES, waiting_list
    from store import open_store
    from store.journal import FAILED

    with open_store(settings.db, read_only=True) as store:
        rows = waiting_list(store, (*STATES, *SETTLED) if everything else STATES)
        counts = store.journal.counts()
    if as_json:
        print_json({"files": [asdict(row) for row in rows], "summary": counts})
    else:
        _show(rows, settings)
        _show_counts(counts)
    return Exit.UNREAD if any(row.status in FAILED for row in rows) else Exit.DONE


def _show(rows: "Sequence[InboxRow]", settings: Settings) -> None:
    from kehoach.watch.waiting_list import STATE_WORDS

    counts, said = Counter(row.status for row in rows), ""
    for row in rows:
        if row.status != said:
            said = row.status
            heading = f"{_(STATE_WORDS[row.status])} ({counts[row.status]})"
            console().print(plain(heading, f"bold {_STYLES.get(row.status, '')}".strip()))
        console().print(Text("  ") + plain(row.path), soft_wrap=True)
        for words in (row.why, _when(row, settings)):
            if words:
                console().print(Text("    ") + plain(words, "dim"), soft_wrap=True)


def _when(row: "InboxRow", settings: Settings) -> str:
    """When it is tried again, and where the file was dropped if it lies elsewhere now."""
    words = []
    if row.next_try:
        at = dt.datetime.fromisoformat(row.next_try).astimezone(settings.zone)
        words.append(
            _("Tried {n} times; again at {time}.").format(n=row.tries, time=f"{at:%H:%M %d/%m/%Y}")
        )
    if row.came_from:
        words.append(_("It was dropped as {path}.").format(path=row.came_from))
    return " ".join(words)


def _show_counts(counts: "dict[FileState, int]") -> None:
    from kehoach.watch.waiting_list import STATE_WORDS

    said = ", ".join(
        f"{counts[state]} {_(w)}" for state, w in STATE_WORDS.items() if counts.get(state)
    )
    total = sum(counts.values())
    words = ngettext("{n} file seen", "{n} files seen", total).format(n=total)
    console().print(plain(f"{words}: {said}" if said else words, "bold"))
