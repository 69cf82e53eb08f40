"""`kehoach watch`: the drop folder, read as files come to rest."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
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
    examples=(
        "watch",
        "watch corpus/inbox --once",
        "watch '/srv/ke-hoach' --still 10 --poll",
        "watch --health",
    ),
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
@click.option(
    "--poll", is_flag=True, help=_("Look around instead of being told by the system of changes.")
)
@click.option(
    "--health",
    is_flag=True,
    help=_("Only say whether a watcher is at work: exit code 0, 3 (folder away) or 4."),
)
def watch(
    settings: Settings,
    folder: Path | None,
    once: bool,
    still: float | None,
    poll: bool,
    health: bool,
) -> Exit:
    """One line for each document; with `--once` exit code 3 where a file could not be read."""
    if health:
        return _tell_health(settings)
    folder = folder or settings.inbox
    if not folder.is_dir():
        raise BadRequest(
            _("There is no folder {path}.").format(path=folder), _("Make it, or name another one.")
        )
    wanted = settings.watch
    if still is not None:
        wanted = replace(wanted, still_seconds=still)
    if poll:
        wanted = replace(wanted, notice="poll")
    with _logged(settings):
        unread = _watch(folder, replace(settings, watch=wanted), once=once)
    return Exit.UNREAD if once and unread else Exit.DONE


def _watch(folder: Path, settings: Settings, *, once: bool) -> bool:
    """Whether some file could not be read."""
    from extract.worker_system import give_way
    from kehoach.watch.watcher import Watcher
    from store import open_store

    give_way()
    stop = _stop_on_signals()
    unread = False
    with open_store(settings.db) as store:
        watcher = Watcher(folder, store, settings, monotonic=settings.monotonic, pause=stop.wait)
        tell(_("Watching {path}.").format(path=folder))
        for fate in watcher.run(once=once):
            show_fate(fate)
            unread = unread or fate.is_unread
    return unread


@contextmanager
def _logged(settings: Settings) -> Iterator[None]:
    """The log that the settings ask for; warnings are told as well."""
    import logging

    from kehoach.watch.logbook import LOG, keep_log

    class Told(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            tell(record.getMessage())

    told = Told(logging.WARNING)
    try:
        kept = keep_log(settings)
    except OSError as error:
        raise BadRequest(
            _("{path} can't be written: {why}.").format(path=settings.log.file, why=error.strerror),
            _("Look whether the folder is yours to write to and the disk has room."),
        ) from error
    LOG.addHandler(told)
    try:
        yield
    finally:
        for each in (told, kept):
            if each:
                LOG.removeHandler(each)
                each.close()


def _tell_health(settings: Settings) -> Exit:
    """The newest state of the watcher, as a line and an exit code for monitors."""
    from kehoach.watch.health_words import health_words

    code, words = health_words(settings)
    tell(words)
    return code


def _stop_on_signals() -> threading.Event:
    """Set by Ctrl+C or a service manager; what is being stored is finished first."""
    stop = threading.Event()
    for each in (signal.SIGINT, signal.SIGTERM):
        signal.signal(each, lambda *_ignored: stop.set())
    return stop
