"""`kehoach watch`: the drop folder, read as files come to rest."""

import signal
import threading
from dataclasses import replace
from pathlib import Path

import click

from kehoach.cli.command import command
from kehoach.cli.fates import show_fate
from kehoach.cli.output import tell
from kehoach.errors import BadRequest, Exit
from kehoach.i18n import _
from kehoach.settings import Settings


@command(
    "watch",
    help=_("Watch the drop folder and read what is complete, until told to stop."),
    examples=("watch", "watch corpus/inbox --once", "watch '/srv/ke-hoach' --still 10"),
)
@click.argument(
    "folder",
    metavar=_("[FOLDER]"),
    required=False,
    type=click.Path(path_type=Path, readable=False),
)
@click.option("--once", is_flag=True, help=_("Deal with what is there, then end."))
@click.option(
    "--still",
    type=click.FloatRange(min=0),
    help=_("Seconds that a file must stand still before it is read; 5 unless said."),
)
def watch(settings: Settings, folder: Path | None, once: bool, still: float | None) -> Exit:
    """One line for each document; with `--once` exit code 3 where a file could not be read."""
    from kehoach.watch.watcher import Watcher
    from store import open_store

    folder = folder or settings.inbox
    if not folder.is_dir():
        raise BadRequest(
            _("There is no folder {path}.").format(path=folder), _("Make it, or name another one.")
        )
    if still is not None:
        settings = replace(settings, watch=replace(settings.watch, still_seconds=still))
    stop = _stop_on_signals()
    tell(_("Watching {path}.").format(path=folder))
    unread = False
    with open_store(settings.db) as store:
        watcher = Watcher(folder, store, settings, monotonic=settings.monotonic, pause=stop.wait)
        for fate in watcher.run(once=once):
            show_fate(fate)
            unread = unread or fate.is_unread
    return Exit.UNREAD if once and unread else Exit.DONE


def _stop_on_signals() -> threading.Event:
    """Set by Ctrl+C or a service manager; what is being stored is finished first."""
    stop = threading.Event()
    for each in (signal.SIGINT, signal.SIGTERM):
        signal.signal(each, lambda *_ignored: stop.set())
    return stop
