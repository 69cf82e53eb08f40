"""`kehoach inbox`: what waits in the drop folder, what failed, why, and what to do."""

from collections import Counter
from dataclasses import asdict

from kehoach.cli.command import command, json_option
from kehoach.cli.output import console, plain, print_json
from kehoach.errors import Exit
from kehoach.i18n import _, ngettext
from kehoach.settings import Settings


@command(
    "inbox",
    help=_("List what waits in the drop folder and what could not be read, and why."),
    examples=("inbox", "inbox --json"),
)
@json_option
def inbox(settings: Settings, as_json: bool) -> Exit:
    """One line a file; exit code 3 where a file could not be read."""
    from kehoach.watch.waiting_list import STATE_WORDS, waiting_list
    from store import open_store
    from store.journal import FAILED

    with open_store(settings.db, read_only=True) as store:
        rows = waiting_list(store)
        counts = store.journal.counts()
    if as_json:
        print_json({"files": [asdict(row) for row in rows], "summary": counts})
    else:
        for row in rows:
            console().print(
                plain(
                    f"{_(STATE_WORDS[row.status])}: {row.path}"
                    + (f" – {row.why}" if row.why else "")
                ),
                soft_wrap=True,
            )
        said = ", ".join(f"{n} {_(STATE_WORDS[state])}" for state, n in counts.items())
        total = sum(Counter(counts).values())
        words = ngettext("{n} file seen", "{n} files seen", total).format(n=total)
        console().print(plain(f"{words}: {said}" if said else words, "bold"))
    return Exit.UNREAD if any(row.status in FAILED for row in rows) else Exit.DONE
